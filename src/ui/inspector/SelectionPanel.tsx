import { figureRowIndex } from '../../model/graph'
import { rowsOfEdgeIds, rowsOfNodeIds } from '../../scene/view/selection'
import { useWorkspace } from '../controls/useApp'
import { EdgePanel } from './EdgePanel'
import { FigurePanel } from './FigurePanel'
import { MultiSelectionPanel } from './MultiSelectionPanel'
import { NodePanel } from './NodePanel'
import { EmptySelectionPanel } from './EmptySelectionPanel'

/** The panel of the selection. Not part of the first script, since nothing is selected when the page opens. */
export function SelectionPanel() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { nodes, edges, figure } = useWorkspace(({ view }) => view.selection)
  const nodeList = rowsOfNodeIds(graph, nodes)
  const edgeList = rowsOfEdgeIds(graph, edges)
  const figureRow = figure === undefined ? undefined : figureRowIndex(graph).get(figure)
  if (figureRow !== undefined) return <FigurePanel row={figureRow} />
  if (nodeList.length + edgeList.length > 1) return <MultiSelectionPanel nodes={nodeList} edges={edgeList} />
  if (nodeList.length === 1) return <NodePanel row={nodeList[0]!} />
  if (edgeList.length === 1) return <EdgePanel row={edgeList[0]!} />
  return <EmptySelectionPanel />
}
