import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { inducedSubgraphMasks } from '../../analysis/filter/applyFilter'
import { textAt } from '../../model/columns'
import { adjacency, nodeRowIndex, type Graph } from '../../model/graph'
import { rowsOfNodeIds } from '../view/selection'
import { visibleRows } from '../view/filterResult'
import type { Workspace } from '../view/view'

/** The rows of an export: everything the filter leaves, or the selection with the edges between its nodes. */
export function rowsInExportScope({ graph, view }: Workspace, scope: 'shown' | 'selected'): VisibleRows {
  if (scope === 'shown') return visibleRows(graph, view.filter)
  return inducedSubgraphMasks(graph, rowsOfNodeIds(graph, view.selection.nodes), view.selection.edges)
}

/** The ids of these nodes and of all their neighbours. */
export function idsWithNeighbours(graph: Graph, ids: readonly string[]): string[] {
  const { offsets, neighbours } = adjacency(graph)
  const rows = new Set<number>()
  for (const id of ids) {
    const row = nodeRowIndex(graph).get(id)
    if (row === undefined) continue
    rows.add(row)
    for (let index = offsets[row]!; index < offsets[row + 1]!; index++) rows.add(neighbours[index]!)
  }
  return Array.from(rows, (row) => textAt(graph.nodes.id, row))
}
