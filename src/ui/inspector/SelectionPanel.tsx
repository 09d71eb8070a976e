import { figureRows } from '../../model/graph'
import { rowsOfEdges, rowsOfNodes } from '../../scene/view/selection'
import { useWorkspace } from '../controls/useApp'
import { EdgePanel } from './EdgePanel'
import { FigurePanel } from './FigurePanel'
import { ManyPanel } from './MultiSelectionPanel'
import { NodePanel } from './NodePanel'
import { NothingPanel } from './EmptySelectionPanel'

/** The panel of what is selected. Not in the first script: whoever opens the page has selected nothing yet. */
export function Selected() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { nodes, edges, figure } = useWorkspace(({ view }) => view.selection)
  const nodeList = rowsOfNodes(graph, nodes)
  const edgeList = rowsOfEdges(graph, edges)
  const figureRow = figure === undefined ? undefined : figureRows(graph).get(figure)
  if (figureRow !== undefined) return <FigurePanel row={figureRow} />
  if (nodeList.length + edgeList.length > 1) return <ManyPanel nodes={nodeList} edges={edgeList} />
  if (nodeList.length === 1) return <NodePanel row={nodeList[0]!} />
  if (edgeList.length === 1) return <EdgePanel row={edgeList[0]!} />
  return <NothingPanel />
}
