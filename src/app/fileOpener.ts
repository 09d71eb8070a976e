import type { Opened, OpenInput } from '../jobs/openJob'
import { knowIndexes } from '../model/graph'
import type { ReadChoices } from '../model/importReport'
import { firstViewOf } from './initialView'
import { noticeOf, openedNotice, together } from './notices'
import { read } from './readFilesInWorker'
import type { MomentStore, WorkspaceStore } from './store'
import type { MakeWorker } from './startJob'

/** What opening needs: the stores, workers, the network, and a way to lay out what is too large for a map at once. */
export interface OpenerParts {
  readonly workspace: WorkspaceStore
  readonly moment: MomentStore
  readonly makeWorker: MakeWorker
  /** What an address answers with; rejected with a sentence where it does not. */
  readonly load: (address: string, signal: AbortSignal) => Promise<Blob>
  readonly layOut: () => void
}

type Content = OpenInput['files']

/** Reads files in a worker and makes what is in them the open graph. The one owner of that worker. */
export class Opener {
  #running: ReturnType<typeof read> | undefined
  #loading: AbortController | undefined
  /** What was given last, for reading it again with other choices. */
  #content: Content = []
  #from: string | undefined

  constructor(readonly parts: OpenerParts) {}

  open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return Promise.resolve()
    return this.#read(
      files.map((file) => ({ name: file.name, content: file })),
      undefined,
    )
  }

  async openFrom(address: string): Promise<void> {
    this.stop()
    const name = nameIn(address)
    this.parts.moment.setState({ opening: { name, words: 'Loading it from the network' } })
    this.#loading = new AbortController()
    const { signal } = this.#loading
    try {
      const content = await this.parts.load(address, signal)
      if (!signal.aborted) await this.#read([{ name, content }], address)
    } catch (error) {
      if (!signal.aborted) this.#refused([name], { what: error instanceof Error ? error.message : String(error) })
    }
  }

  readonly readAgain = (choices: ReadChoices): Promise<void> => this.#read(this.#content, this.#from, choices)

  readonly stop = (): void => {
    this.#loading?.abort()
    this.#running?.cancel()
    this.#running = undefined
    this.parts.moment.setState({ opening: undefined, tables: undefined })
  }

  async #read(content: Content, from: string | undefined, choices?: ReadChoices): Promise<void> {
    this.stop()
    const { moment, makeWorker } = this.parts
    const names = content.map((each) => each.name)
    const name = together(names)
    moment.setState({ opening: { name, words: 'Reading it' }, notice: undefined })
    const input: OpenInput = {
      files: content,
      choices: choices ?? {},
      asks: choices === undefined && from === undefined,
    }
    this.#running = read(makeWorker, input, (words) => moment.setState({ opening: { name, words } }))
    const end = await this.#running.ended
    if ('stopped' in end) return
    if ('fault' in end) return this.#refused(names, end.fault)
    this.#content = content
    this.#from = from
    if ('tables' in end.opened) moment.setState({ opening: undefined, tables: end.opened.tables, dialog: 'tables' })
    else this.#show(end.opened, input.choices)
  }

  #show({ graph, report, indexes, placed }: Exclude<Opened, { tables: unknown }>, choices: ReadChoices): void {
    const { workspace, moment, layOut } = this.parts
    knowIndexes(graph, indexes)
    const { language } = workspace.getState().view
    const names = this.#content.map((each) => each.name)
    moment.setState({
      opening: undefined,
      positions: undefined,
      hover: undefined,
      from: this.#from,
      opened: { names, report, choices },
      notice: openedNotice(names, graph, report),
    })
    workspace.setState({ graph, view: { ...firstViewOf(graph), language } })
    if (!placed) layOut()
  }

  #refused(names: readonly string[], fault: Parameters<typeof noticeOf>[0]): void {
    const { workspace, moment } = this.parts
    moment.setState({ opening: undefined, notice: noticeOf(fault, names, workspace.getState().graph.about.title) })
  }
}

/** The last part of an address, as a file's name. */
export function nameIn(address: string): string {
  const path = address.replace(/[?#].*$/, '')
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)) || address
}
