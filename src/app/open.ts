import { firstViewOf } from './firstView'
import { addressNotice, noticeOf } from './notices'
import type { MomentStore, WorkspaceStore } from './store'

/**
 * Opens the first of the files that a person dropped or chose. What cannot be read is said, with the place and a
 * remedy, and the graph that was open stays as it was.
 */
export async function openFiles(files: readonly File[], workspace: WorkspaceStore, moment: MomentStore): Promise<void> {
  const file = files[0]
  if (!file) return
  const { title } = workspace.getState().graph.about
  try {
    const { readFile } = await import('../formats/formats')
    const graph = readFile(new Uint8Array(await file.arrayBuffer()), file.name)
    const { view } = workspace.getState()
    workspace.setState({ graph, view: { ...firstViewOf(graph), language: view.language } })
    moment.setState({ positions: undefined, notice: addressNotice(file.name, graph) })
  } catch (error) {
    moment.setState({ notice: noticeOf(error, file.name, title) })
  }
}
