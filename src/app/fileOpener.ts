import type { OpenResult, OpenJobInput } from '../jobs/openJob'
import { primeIndexes } from '../model/graph'
import type { ImportOptions } from '../model/importReport'
import { initialViewOf } from './initialView'
import { openFailureNotice, openSuccessNotice, fileNamesText } from './notices'
import { readFilesInWorker } from './readFilesInWorker'
import type { SessionStore, WorkspaceStore } from './store'
import type { MakeWorker } from './startJob'

/** What opening needs: the stores, workers, the network, and a way to lay out what is too large for a map at once. */
export interface FileOpenerEnvironment {
  readonly workspace: WorkspaceStore
  readonly session: SessionStore
  readonly makeWorker: MakeWorker
  /** What an address answers with; rejected with a sentence where it does not. */
  readonly fetchFile: (address: string, signal: AbortSignal) => Promise<Blob>
  readonly startLayout: () => void
}

type Content = OpenJobInput['files']

/** Reads files in a worker and makes what is in them the open graph. The one owner of that worker. */
export class FileOpener {
  #running: ReturnType<typeof readFilesInWorker> | undefined
  #loading: AbortController | undefined
  /** What was given last, for reading it again with other choices. */
  #content: Content = []
  #from: string | undefined

  constructor(readonly environment: FileOpenerEnvironment) {}

  open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return Promise.resolve()
    return this.#read(
      files.map((file) => ({ name: file.name, content: file })),
      undefined,
    )
  }

  async openUrl(address: string): Promise<void> {
    this.stop()
    const name = fileNameInUrl(address)
    this.environment.session.setState({ openingProgress: { name, words: 'Loading it from the network' } })
    this.#loading = new AbortController()
    const { signal } = this.#loading
    try {
      const content = await this.environment.fetchFile(address, signal)
      if (!signal.aborted) await this.#read([{ name, content }], address)
    } catch (error) {
      if (!signal.aborted) this.#refused([name], { what: error instanceof Error ? error.message : String(error) })
    }
  }

  readonly readAgain = (choices: ImportOptions): Promise<void> => this.#read(this.#content, this.#from, choices)

  readonly stop = (): void => {
    this.#loading?.abort()
    this.#running?.cancel()
    this.#running = undefined
    this.environment.session.setState({ openingProgress: undefined, pendingTables: undefined })
  }

  async #read(content: Content, from: string | undefined, choices?: ImportOptions): Promise<void> {
    this.stop()
    const { session: moment, makeWorker } = this.environment
    const names = content.map((each) => each.name)
    const name = fileNamesText(names)
    moment.setState({ openingProgress: { name, words: 'Reading it' }, notice: undefined })
    const input: OpenJobInput = {
      files: content,
      choices: choices ?? {},
      asksAboutTables: choices === undefined && from === undefined,
    }
    this.#running = readFilesInWorker(makeWorker, input, (words) =>
      moment.setState({ openingProgress: { name, words } }),
    )
    const end = await this.#running.ended
    if ('stopped' in end) return
    if ('fault' in end) return this.#refused(names, end.fault)
    this.#content = content
    this.#from = from
    if ('tables' in end.opened)
      moment.setState({ openingProgress: undefined, pendingTables: end.opened.tables, dialog: 'tables' })
    else this.#show(end.opened, input.choices)
  }

  #show({ graph, report, indexes, placed }: Exclude<OpenResult, { tables: unknown }>, choices: ImportOptions): void {
    const { workspace, session: moment, startLayout: layOut } = this.environment
    primeIndexes(graph, indexes)
    const names = this.#content.map((each) => each.name)
    moment.setState({
      openingProgress: undefined,
      positions: undefined,
      hovered: undefined,
      fileUrl: this.#from,
      lastOpened: { names, report, choices },
      notice: openSuccessNotice(names, graph, report),
    })
    workspace.setState({ graph, view: initialViewOf(graph) })
    if (!placed) layOut()
  }

  #refused(names: readonly string[], fault: Parameters<typeof openFailureNotice>[0]): void {
    const { workspace, session: moment } = this.environment
    moment.setState({
      openingProgress: undefined,
      notice: openFailureNotice(fault, names, workspace.getState().graph.about.title),
    })
  }
}

/** The last part of an address, as a file's name. */
export function fileNameInUrl(address: string): string {
  const path = address.replace(/[?#].*$/, '')
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)) || address
}
