import { toJobFault, type JobFault } from '../jobs/job'
import type { OpenJobInput, OpenResult } from '../jobs/openJob'
import { message, type Message } from '../messages/message'
import { adoptGraphIndexes } from '../model/graph'
import type { App } from './app'
import { fetchFile } from './fetchFile'
import { openFailureNotice } from './notices'
import { fileNameInUrl } from './fileOpener'
import { startJob, type MakeWorker } from './startJob'

type OpenedGraph = Exclude<OpenResult, { tables: unknown }>

/** What reading the file that the address names came to, before there is an app. */
export type InitialFileResult = (OpenedGraph | { readonly fault: JobFault }) & { readonly name: string }

/** Fetches and reads the file that the address names. */
export async function loadInitialFile(
  address: string,
  makeWorker: MakeWorker,
  showStep: (step: Message) => void,
): Promise<InitialFileResult> {
  const name = fileNameInUrl(address)
  showStep(message('files', 'downloadingFile', { name }))
  try {
    const content = await fetchFile(address, new AbortController().signal)
    const input: OpenJobInput = { files: [{ name, content }], choices: {}, asksAboutTables: false }
    const result = await readInWorker(makeWorker, input, showStep)
    if ('graph' in result) adoptGraphIndexes(result.graph, result.indexes)
    return { ...result, name }
  } catch (error) {
    return { fault: toJobFault(error), name }
  }
}

const readInWorker = (
  makeWorker: MakeWorker,
  input: OpenJobInput,
  showStep: (step: Message) => void,
): Promise<OpenedGraph | { readonly fault: JobFault }> =>
  new Promise((resolve) => {
    startJob<Message, OpenResult>(
      makeWorker,
      { job: 'open', input },
      {
        onProgress: showStep,
        onResult: (result) =>
          resolve('tables' in result ? { fault: { what: message('files', 'readingStopped') } } : result),
        onFault: (fault) => resolve({ fault }),
      },
    )
  })

/** Gives the app the report of the initial file, and lays the graph out if it has no positions; or shows why it is not open. */
export function applyInitialFile(app: App, result: InitialFileResult): void {
  const { workspace, session } = app
  if ('fault' in result)
    return session.setState({
      notice: openFailureNotice(result.fault, [result.name], workspace.getState().graph.about),
    })
  session.setState({ lastOpened: { names: [result.name], report: result.report, choices: {} } })
  if (!result.placed && workspace.getState().view.layout.name === 'prepared') app.toggleForce()
}
