import { memoizeByKey } from '../../analysis/incremental'
import { textsAt, type TextColumn } from '../../model/columns'
import { edgeRowById, nodeRowById, type Graph } from '../../model/graph'
import type { RowIndex } from '../../model/rowIndex'
import type { Selection } from './view'

/** Adds to a selection what it does not hold, and takes away what it does. */
export const toggleSelection = (selection: Selection, change: Partial<Selection>): Selection => ({
  nodes: toggleIds(selection.nodes, change.nodes ?? []),
  edges: toggleIds(selection.edges, change.edges ?? []),
})

/** A lasso's or a list's worth is added as a whole; a single one that is there already goes. */
function toggleIds(held: readonly string[], change: readonly string[]): readonly string[] {
  const present = idSet(held)
  const changed = new Set(change)
  if (change.every((id) => present.has(id))) return held.filter((id) => !changed.has(id))
  return [...held, ...change.filter((id) => !present.has(id))]
}

/** The ids of a selection, to be asked one by one. */
export const idSet: (ids: readonly string[]) => ReadonlySet<string> = memoizeByKey((ids) => new Set(ids))

/** Rows of ids by the list in which these stand, and the column that they were looked for in. */
const rowsByIdList = new WeakMap<readonly string[], { readonly of: TextColumn; readonly rows: readonly number[] }>()

/** Rows of nodes by their ids, in the same order, without those that the graph has not. Half a large graph may be selected: each list is looked up once. */
export const rowsOfNodeIds = (graph: Graph, ids: readonly string[]): readonly number[] =>
  rowsOf(graph.nodes.id, ids, () => nodeRowById(graph))

/** The same of edges. */
export const rowsOfEdgeIds = (graph: Graph, ids: readonly string[]): readonly number[] =>
  rowsOf(graph.edges.id, ids, () => edgeRowById(graph))

function rowsOf(of: TextColumn, ids: readonly string[], index: () => RowIndex): readonly number[] {
  const held = rowsByIdList.get(ids)
  if (held?.of === of) return held.rows
  const found = ids.flatMap((id) => index().get(id) ?? [])
  rowsByIdList.set(ids, { of, rows: found })
  return found
}

/** The ids of nodes by their rows, which are ascending and need not be looked up again. */
export function nodeIdsOfRows({ nodes }: Graph, rows: readonly number[]): readonly string[] {
  const ids = textsAt(nodes.id, rows)
  rowsByIdList.set(ids, { of: nodes.id, rows })
  return ids
}
