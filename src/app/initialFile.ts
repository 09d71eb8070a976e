import type { Fault } from '../jobs/job'
import type { Opened } from '../jobs/openJob'
import { knowIndexes } from '../model/graph'
import type { App } from './app'
import { load } from './fetchFile'
import { noticeOf } from './notices'
import { nameIn } from './fileOpener'
import { read } from './readFilesInWorker'
import type { MakeWorker } from './startJob'

/** What came of the file that the address asks for, before there is a program around it. */
export type FirstOpened =
  (Exclude<Opened, { tables: unknown }> & { readonly name: string }) | { readonly fault: Fault; readonly name: string }

/** Loads and reads the file that the address names. */
export async function firstOpened(
  address: string,
  makeWorker: MakeWorker,
  say: (words: string) => void,
): Promise<FirstOpened> {
  const name = nameIn(address)
  say(`Loading ${name}`)
  try {
    const content = await load(address, new AbortController().signal)
    const end = await read(makeWorker, { files: [{ name, content }], choices: {}, asks: false }, say).ended
    if ('fault' in end) return { fault: end.fault, name }
    if (!('opened' in end) || 'tables' in end.opened) return { fault: { what: 'reading it was stopped' }, name }
    knowIndexes(end.opened.graph, end.opened.indexes)
    return { ...end.opened, name }
  } catch (error) {
    return { fault: { what: error instanceof Error ? error.message : String(error) }, name }
  }
}

/** Tells the program what came of it: a report, and a layout where the file has none; or why the other graph is open. */
export function takeFirst(app: App, first: FirstOpened): void {
  const { workspace, moment } = app
  if ('fault' in first)
    return moment.setState({ notice: noticeOf(first.fault, [first.name], workspace.getState().graph.about.title) })
  moment.setState({ opened: { names: [first.name], report: first.report, choices: {} } })
  if (!first.placed && workspace.getState().view.layout.name === 'prepared') app.toggleForce()
}
