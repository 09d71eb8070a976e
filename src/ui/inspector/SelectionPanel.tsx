import { figureRowById } from '../../model/graph'
import { rowsOfEdgeIds, rowsOfNodeIds } from '../../scene/view/selection'
import { useWorkspace } from '../controls/useApp'
import { EdgePanel } from './EdgePanel'
import { FigurePanel } from './FigurePanel'
import { MultiSelectionPanel } from './MultiSelectionPanel'
import { NodePanel } from './NodePanel'
import { EmptySelectionPanel } from './EmptySelectionPanel'

/** The panel of what is selected. Not in the first script: whoever opens the page has selected nothing yet. */
export function SelectionPanel() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { nodes, edges, figure } = useWorkspace(({ view }) => view.selection)
  const nodeList = rowsOfNodeIds(graph, nodes)
  const edgeList = rowsOfEdgeIds(graph, edges)
  const figureRow = figure === undefined ? undefined : figureRowById(graph).get(figure)
  if (figureRow !== undefined) return <FigurePanel row={figureRow} />
  if (nodeList.length + edgeList.length > 1) return <MultiSelectionPanel nodes={nodeList} edges={edgeList} />
  if (nodeList.length === 1) return <NodePanel row={nodeList[0]!} />
  if (edgeList.length === 1) return <EdgePanel row={edgeList[0]!} />
  return <EmptySelectionPanel />
}
