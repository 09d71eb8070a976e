import { toJobFault } from '../jobs/job'
import type { OpenResult, OpenJobInput } from '../jobs/openJob'
import { message, type Message } from '../messages/message'
import { adoptGraphIndexes, type Graph } from '../model/graph'
import type { ImportOptions } from '../model/importReport'
import { initialViewOf } from './initialView'
import { JobRunner } from './jobRunner'
import { openFailureNotice, openSuccessNotice, unrestoredNotice } from './notices'
import { viewOfQuery } from './addressBar'
import type { SessionStore, WorkspaceStore } from './store'
import type { MakeWorker } from './startJob'
import type { OpenedFiles } from './work/workKeeper'

export interface FileOpenerEnvironment {
  readonly workspace: WorkspaceStore
  readonly session: SessionStore
  readonly makeWorker: MakeWorker
  /** Fetches a file from an address; rejected with an error that `toJobFault` understands. */
  readonly fetchFile: (address: string, signal: AbortSignal) => Promise<Blob>
  /** Called before the graph of files is shown; `isAgain` if the same files were read with other options. */
  readonly onOpened: (opened: OpenedFiles, isAgain: boolean) => void
  /** Lays out a graph that was too large to be laid out while it was read. */
  readonly startLayout: () => void
}

type Files = OpenJobInput['files']

/** Reads files in a worker, and opens the graph in them. */
export class FileOpener {
  readonly #jobs: JobRunner
  /** Settles the promise of the reading under way. */
  #settle: (() => void) | undefined
  /** The files that were read last, so that they can be read again with other options. */
  #files: Files = []
  #fileUrl: string | undefined
  /** The files whose graph is open. */
  #shown: Files | undefined

  constructor(
    readonly environment: FileOpenerEnvironment,
    opened?: OpenedFiles,
  ) {
    const { session, makeWorker } = environment
    this.#files = opened?.files ?? []
    this.#fileUrl = opened?.fileUrl
    this.#shown = opened?.files
    const onEnd = () => {
      session.setState({ openingProgress: undefined })
      this.#settle?.()
      this.#settle = undefined
    }
    this.#jobs = new JobRunner({ session, makeWorker, onEnd })
  }

  open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return Promise.resolve()
    return this.#read(
      files.map((file) => ({ name: file.name, content: file })),
      undefined,
    )
  }

  async openUrl(address: string): Promise<void> {
    this.stop()
    const { session, fetchFile } = this.environment
    const name = fileNameInUrl(address)
    const controller = new AbortController()
    const { signal } = controller
    this.#jobs.hold({ cancel: () => controller.abort() })
    session.setState({ openingProgress: { names: [name], step: message('files', 'downloading') } })
    try {
      const content = await fetchFile(address, signal)
      if (!signal.aborted) await this.#read([{ name, content }], address)
    } catch (error) {
      if (signal.aborted) return
      this.#jobs.cancel()
      session.setState({ notice: openFailureNotice(toJobFault(error), [name], this.#about()) })
    }
  }

  readonly readAgain = (choices: ImportOptions): Promise<void> => this.#read(this.#files, this.#fileUrl, choices)

  readonly stop = (): void => {
    this.#jobs.cancel()
    this.environment.session.setState({ pendingTables: undefined })
  }

  #read(files: Files, fileUrl: string | undefined, choices?: ImportOptions): Promise<void> {
    this.stop()
    const { session } = this.environment
    const names = files.map(({ name }) => name)
    const showStep = (step: Message) => session.setState({ openingProgress: { names, step } })
    const input: OpenJobInput = {
      files,
      choices: choices ?? {},
      asksAboutTables: choices === undefined && fileUrl === undefined,
    }
    session.setState({ notice: undefined })
    return new Promise((resolve) => {
      this.#settle = resolve
      showStep(message('files', 'reading'))
      this.#jobs.start<Message, OpenResult>(
        { job: 'open', input },
        {
          onProgress: showStep,
          onResult: (result) => {
            const isAgain = files === this.#shown
            this.#files = files
            this.#fileUrl = fileUrl
            if ('tables' in result) session.setState({ pendingTables: result.tables, dialog: 'tables' })
            else this.#show(result, input.choices, isAgain)
          },
          noticeOfFault: (fault) => openFailureNotice(fault, names, this.#about()),
        },
      )
    })
  }

  #show(
    { graph, report, indexes, placed, project }: Exclude<OpenResult, { tables: unknown }>,
    given: ImportOptions,
    isAgain: boolean,
  ): void {
    const { workspace, session, startLayout, onOpened } = this.environment
    adoptGraphIndexes(graph, indexes)
    const opened = this.#files.map(({ name }) => name)
    if (project) this.#files = project.files
    this.#shown = this.#files
    const choices = project?.choices ?? given
    const { view, faults } = project ? viewOfQuery(project.view, graph) : { view: initialViewOf(graph), faults: [] }
    onOpened({ files: this.#files, choices, fileUrl: this.#fileUrl }, isAgain)
    const names = this.#files.map(({ name }) => name)
    session.setState({
      positions: undefined,
      hovered: undefined,
      keptLayout: project?.layout,
      fileUrl: this.#fileUrl,
      lastOpened: { names, report, choices },
      notice: faults.length > 0 ? unrestoredNotice(faults) : openSuccessNotice(opened, graph, report),
    })
    workspace.setState({ graph, view })
    if (!placed && view.layout.name === 'prepared') startLayout()
  }

  #about(): Graph['about'] {
    return this.environment.workspace.getState().graph.about
  }
}

/** The last segment of an address, as the name of a file. */
export function fileNameInUrl(address: string): string {
  const path = address.replace(/[?#].*$/, '')
  const name = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name) || address
  } catch {
    // A percent sign that begins no escape is a part of the name.
    return name
  }
}
