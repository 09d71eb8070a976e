import { toJobFault, type JobFault } from '../jobs/job'
import type { OpenJobInput, OpenResult } from '../jobs/openJob'
import { message, type Message } from '../messages/message'
import { adoptGraphIndexes } from '../model/graph'
import type { App } from './app'
import { fetchFile } from './fetchFile'
import { openFailureNotice } from './notices'
import { fileNameInUrl } from './fileOpener'
import { keepQueryInState, wholeQueryInState } from './browserHistory'
import { startJob, type MakeWorker } from './startJob'
import { fileUrlInQuery, withNamedData, workInQuery } from './addressBar'
import type { InitialWork } from './work/workFollower'
import type { OpenedFiles } from './work/workKeeper'
import { WorkStore, type KeptLayout } from './work/workStore'

type OpenedGraph = Exclude<OpenResult, { tables: unknown }>

/** What reading the files that the address names came to, before there is an app. */
export type InitialFileResult =
  | (OpenedGraph & {
      readonly opened: OpenedFiles
      readonly work?: InitialWork
      readonly keptLayout?: KeptLayout | undefined
    })
  | { readonly fault: JobFault; readonly names: readonly string[] }
  /** The address names work that this browser does not have; `why` is absent if it was simply not found. */
  | { readonly missingWork: string; readonly why?: Message }

/** Reads the data that the address names. A view on work that is not here is taken out of the address. */
export async function loadInitialData(
  makeWorker: MakeWorker,
  showStep: (step: Message) => void,
): Promise<InitialFileResult> {
  const fileUrl = fileUrlInQuery(location.search)
  if (fileUrl !== undefined) return loadInitialFile(fileUrl, makeWorker, showStep)
  const result = await loadInitialWork(workInQuery(location.search)!, makeWorker, showStep)
  if (!('graph' in result)) history.replaceState(null, '', location.pathname)
  return result
}

/** Fetches and reads the file that the address names. */
async function loadInitialFile(
  address: string,
  makeWorker: MakeWorker,
  showStep: (step: Message) => void,
): Promise<InitialFileResult> {
  const name = fileNameInUrl(address)
  showStep(message('files', 'downloadingFile', { name }))
  try {
    const content = await fetchFile(address, new AbortController().signal)
    return await readOpened({ files: [{ name, content }], choices: {}, fileUrl: address }, makeWorker, showStep)
  } catch (error) {
    return { fault: toJobFault(error), names: [name] }
  }
}

/**
 * Reads the files of kept work again. If the address has no view of its own, the view that was kept is put into the entry
 * of the history.
 */
async function loadInitialWork(
  id: string,
  makeWorker: MakeWorker,
  showStep: (step: Message) => void,
): Promise<InitialFileResult> {
  try {
    const kept = await new WorkStore().get(id)
    if (!kept) return { missingWork: id }
    const { work, files, layout } = kept
    if (!new URLSearchParams(location.search).has('v') && !wholeQueryInState())
      keepQueryInState(withNamedData(work.view, { work: id }))
    const result = await readOpened({ files, choices: work.choices }, makeWorker, showStep)
    return 'graph' in result ? { ...result, work: { id, revision: work.revision }, keptLayout: layout } : result
  } catch (error) {
    return { missingWork: id, why: toJobFault(error).what }
  }
}

async function readOpened(
  opened: OpenedFiles,
  makeWorker: MakeWorker,
  showStep: (step: Message) => void,
): Promise<InitialFileResult> {
  const input: OpenJobInput = { files: opened.files, choices: opened.choices, asksAboutTables: false }
  const result = await readInWorker(makeWorker, input, showStep)
  if (!('graph' in result)) return { ...result, names: opened.files.map(({ name }) => name) }
  adoptGraphIndexes(result.graph, result.indexes)
  const { project } = result
  if (!project) return { ...result, opened }
  const { files, choices, view, layout } = project
  const { fileUrl } = opened
  if (!new URLSearchParams(location.search).has('v') && wholeQueryInState() === undefined)
    keepQueryInState(withNamedData(view, { fileUrl }))
  return { ...result, opened: { files, choices, fileUrl }, keptLayout: layout }
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

/** Gives the app the report of the initial files, and lays the graph out if it has no positions; or says why it is not open. */
export function applyInitialFile(app: App, result: InitialFileResult): void {
  const { workspace, session } = app
  const { about } = workspace.getState().graph
  if ('fault' in result) return session.setState({ notice: openFailureNotice(result.fault, result.names, about) })
  if ('missingWork' in result)
    return session.setState({
      notice: {
        title: message('work', 'notHere'),
        details: message('work', 'bundledInstead', { title: about.title, japaneseTitle: about.title_ja ?? '' }),
        what: result.why ?? message('work', 'notHereReason'),
        remedy: message('work', 'openFileAgain'),
        offersOtherFile: true,
      },
    })
  const { opened, report } = result
  session.setState({ lastOpened: { names: opened.files.map(({ name }) => name), report, choices: opened.choices } })
  if (!result.placed && workspace.getState().view.layout.name === 'prepared') app.toggleForce()
}
