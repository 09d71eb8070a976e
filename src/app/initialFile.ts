import type { JobFault } from '../jobs/job'
import type { OpenResult } from '../jobs/openJob'
import { primeIndexes } from '../model/graph'
import type { App } from './app'
import { fetchFile } from './fetchFile'
import { openFailureNotice } from './notices'
import { fileNameInUrl } from './fileOpener'
import { readFilesInWorker } from './readFilesInWorker'
import type { MakeWorker } from './startJob'

/** What came of the file that the address asks for, before there is a program around it. */
export type InitialFileResult =
  | (Exclude<OpenResult, { tables: unknown }> & { readonly name: string })
  | { readonly fault: JobFault; readonly name: string }

/** Loads and reads the file that the address names. */
export async function loadInitialFile(
  address: string,
  makeWorker: MakeWorker,
  say: (words: string) => void,
): Promise<InitialFileResult> {
  const name = fileNameInUrl(address)
  say(`Loading ${name}`)
  try {
    const content = await fetchFile(address, new AbortController().signal)
    const end = await readFilesInWorker(
      makeWorker,
      { files: [{ name, content }], choices: {}, asksAboutTables: false },
      say,
    ).ended
    if ('fault' in end) return { fault: end.fault, name }
    if (!('opened' in end) || 'tables' in end.opened) return { fault: { what: 'reading it was stopped' }, name }
    primeIndexes(end.opened.graph, end.opened.indexes)
    return { ...end.opened, name }
  } catch (error) {
    return { fault: { what: error instanceof Error ? error.message : String(error) }, name }
  }
}

/** Tells the program what came of it: a report, and a layout where the file has none; or why the other graph is open. */
export function applyInitialFile(app: App, first: InitialFileResult): void {
  const { workspace, session: moment } = app
  if ('fault' in first)
    return moment.setState({
      notice: openFailureNotice(first.fault, [first.name], workspace.getState().graph.about.title),
    })
  moment.setState({ lastOpened: { names: [first.name], report: first.report, choices: {} } })
  if (!first.placed && workspace.getState().view.layout.name === 'prepared') app.toggleForce()
}
