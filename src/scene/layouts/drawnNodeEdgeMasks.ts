import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { visibleRows } from '../view/filterResult'
import { filterWithoutSourceLens } from '../view/sourceLens'
import type { Workspace } from '../view/view'

const allRows = memoizeByGraph(({ nodes, edges }): VisibleRows => ({
  nodes: new Uint8Array(nodes.count).fill(1),
  edges: new Uint8Array(edges.count).fill(1),
  nodeCount: nodes.count,
  edgeCount: edges.count,
}))

/**
 * What is on the canvas: the rows that pass the filter or, if the filter dims, all rows. The same object for the same
 * filter.
 */
export const drawnNodeEdgeMasks = ({ graph, view }: Workspace): VisibleRows =>
  view.filteredOut === 'dim'
    ? allRows(graphBeforeLens(graph))
    : visibleRows(graph, filterWithoutSourceLens(view.filter))
