import { memoizeByKey } from '../../analysis/incremental'
import { textsAt, type TextColumn } from '../../model/columns'
import { edgeRowIndex, nodeRowIndex, type Graph } from '../../model/graph'
import type { RowIndex } from '../../model/rowIndex'
import type { Selection } from './view'

/** Adds rows to a selection, or removes them if all of them are already selected. */
export const toggleSelection = (selection: Selection, change: Partial<Selection>): Selection => ({
  nodes: toggleIds(selection.nodes, change.nodes ?? []),
  edges: toggleIds(selection.edges, change.edges ?? []),
})

/** Several ids that are only partly present, from a lasso or a list, are added as a whole. */
function toggleIds(selected: readonly string[], change: readonly string[]): readonly string[] {
  const present = idSet(selected)
  const changed = new Set(change)
  if (change.every((id) => present.has(id))) return selected.filter((id) => !changed.has(id))
  return [...selected, ...change.filter((id) => !present.has(id))]
}

/** The ids of a list as a set, memoised by the list. */
export const idSet: (ids: readonly string[]) => ReadonlySet<string> = memoizeByKey((ids) => new Set(ids))

/** Rows by the list of ids, with the column that the ids were looked up in. */
const rowsByIdList = new WeakMap<readonly string[], { readonly column: TextColumn; readonly rows: readonly number[] }>()

/**
 * The rows of nodes by their ids, in the same order, without those that the graph does not have. Each list is looked up only
 * once, since half of a large graph may be selected.
 */
export const rowsOfNodeIds = (graph: Graph, ids: readonly string[]): readonly number[] =>
  rowsOf(graph.nodes.id, ids, () => nodeRowIndex(graph))

/** The rows of edges by their ids; see `rowsOfNodeIds`. */
export const rowsOfEdgeIds = (graph: Graph, ids: readonly string[]): readonly number[] =>
  rowsOf(graph.edges.id, ids, () => edgeRowIndex(graph))

function rowsOf(column: TextColumn, ids: readonly string[], index: () => RowIndex): readonly number[] {
  const cached = rowsByIdList.get(ids)
  if (cached?.column === column) return cached.rows
  const found = ids.flatMap((id) => index().get(id) ?? [])
  rowsByIdList.set(ids, { column, rows: found })
  return found
}

/** The ids of nodes by their rows, which need not be looked up again for this list. */
export function nodeIdsOfRows({ nodes }: Graph, rows: readonly number[]): readonly string[] {
  const ids = textsAt(nodes.id, rows)
  rowsByIdList.set(ids, { column: nodes.id, rows })
  return ids
}
