import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { inducedSubgraph } from '../../analysis/filter/applyFilter'
import { textAt } from '../../model/columns'
import { adjacency, nodeRowById, type Graph } from '../../model/graph'
import { rowsOfNodeIds } from '../view/selection'
import { visibleRows } from '../view/filterResult'
import type { Workspace } from '../view/view'

/** What an export takes: all that the filter leaves, or what is selected with the ties among it. */
export function rowsInExportScope({ graph, view }: Workspace, scope: 'shown' | 'selected'): VisibleRows {
  if (scope === 'shown') return visibleRows(graph, view.filter)
  return inducedSubgraph(graph, rowsOfNodeIds(graph, view.selection.nodes), view.selection.edges)
}

/** The nodes and all that are one step from them, by id. */
export function idsWithNeighbours(graph: Graph, ids: readonly string[]): string[] {
  const { offsets, neighbours } = adjacency(graph)
  const around = new Set<number>()
  for (const id of ids) {
    const row = nodeRowById(graph).get(id)
    if (row === undefined) continue
    around.add(row)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) around.add(neighbours[at]!)
  }
  return Array.from(around, (row) => textAt(graph.nodes.id, row))
}
