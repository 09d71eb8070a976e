import type { Graph } from '../model/graph'
import type { App } from './app'
import { firstViewOf } from './firstView'
import { noticeOf, openedNotice } from './notices'

type Opener = Pick<App, 'workspace' | 'moment' | 'toggleForce'>

/** Up to so many nodes a map is made at once; larger ones are laid out before the person's eyes, in a worker. */
const most = 2000

const isPlaced = ({ nodes }: Graph): boolean => nodes.x.every(Number.isFinite) && nodes.y.every(Number.isFinite)

/**
 * Opens the first of the files that a person dropped or chose. What cannot be read is said, with the place and a
 * remedy, and the graph that was open stays as it was.
 */
export async function openFiles(files: readonly File[], { workspace, moment, toggleForce }: Opener): Promise<void> {
  const file = files[0]
  if (!file) return
  const { title } = workspace.getState().graph.about
  try {
    const { readFile } = await import('../formats/readFiles')
    const read = readFile(new Uint8Array(await file.arrayBuffer()), file.name)
    const bare = !isPlaced(read)
    const graph = bare && read.nodes.count <= most ? (await import('../layout/prepared')).prepare(read) : read
    const { view } = workspace.getState()
    workspace.setState({ graph, view: { ...firstViewOf(graph), language: view.language } })
    moment.setState({ positions: undefined, notice: openedNotice(file.name, graph) })
    if (bare && read.nodes.count > most) toggleForce()
  } catch (error) {
    moment.setState({ notice: noticeOf(error, file.name, title) })
  }
}
