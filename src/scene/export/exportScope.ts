import type { Visible } from '../../analysis/filter/applyFilter'
import { visibleOf } from '../../analysis/filter/applyFilter'
import { textAt } from '../../model/columns'
import { adjacency, nodeRows, type Graph } from '../../model/graph'
import { rowsOfNodes } from '../view/selection'
import { shown } from '../view/filterResult'
import type { Workspace } from '../view/view'

/** What an export takes: all that the filter leaves, or what is selected with the ties among it. */
export function chosenPart({ graph, view }: Workspace, scope: 'shown' | 'selected'): Visible {
  if (scope === 'shown') return shown(graph, view.filter)
  return visibleOf(graph, rowsOfNodes(graph, view.selection.nodes), view.selection.edges)
}

/** The nodes and all that are one step from them, by id. */
export function neighboursOf(graph: Graph, ids: readonly string[]): string[] {
  const { offsets, neighbours } = adjacency(graph)
  const around = new Set<number>()
  for (const id of ids) {
    const row = nodeRows(graph).get(id)
    if (row === undefined) continue
    around.add(row)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) around.add(neighbours[at]!)
  }
  return Array.from(around, (row) => textAt(graph.nodes.id, row))
}
