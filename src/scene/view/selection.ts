import { kept } from '../../analysis/incremental'
import { textsAt, type TextColumn } from '../../model/columns'
import { edgeRows, nodeRows, type Graph } from '../../model/graph'
import type { RowIndex } from '../../model/rowIndex'
import type { Selection } from './view'

/** Adds to a selection what it does not hold, and takes away what it does. */
export const toggled = (selection: Selection, change: Partial<Selection>): Selection => ({
  nodes: toggledIn(selection.nodes, change.nodes ?? []),
  edges: toggledIn(selection.edges, change.edges ?? []),
})

/** A lasso's or a list's worth is added as a whole; a single one that is there already goes. */
function toggledIn(held: readonly string[], change: readonly string[]): readonly string[] {
  const present = idsIn(held)
  const changed = new Set(change)
  if (change.every((id) => present.has(id))) return held.filter((id) => !changed.has(id))
  return [...held, ...change.filter((id) => !present.has(id))]
}

/** The ids of a selection, to be asked one by one. */
export const idsIn: (ids: readonly string[]) => ReadonlySet<string> = kept((ids) => new Set(ids))

/** Rows of ids by the list in which these stand, and the column that they were looked for in. */
const known = new WeakMap<readonly string[], { readonly of: TextColumn; readonly rows: readonly number[] }>()

/** Rows of nodes by their ids, in the same order, without those that the graph has not. Half a large graph may be selected: each list is looked up once. */
export const rowsOfNodes = (graph: Graph, ids: readonly string[]): readonly number[] =>
  rowsOf(graph.nodes.id, ids, () => nodeRows(graph))

/** The same of edges. */
export const rowsOfEdges = (graph: Graph, ids: readonly string[]): readonly number[] =>
  rowsOf(graph.edges.id, ids, () => edgeRows(graph))

function rowsOf(of: TextColumn, ids: readonly string[], index: () => RowIndex): readonly number[] {
  const held = known.get(ids)
  if (held?.of === of) return held.rows
  const found = ids.flatMap((id) => index().get(id) ?? [])
  known.set(ids, { of, rows: found })
  return found
}

/** The ids of nodes by their rows, which are ascending and need not be looked up again. */
export function idsOfNodes({ nodes }: Graph, rows: readonly number[]): readonly string[] {
  const ids = textsAt(nodes.id, rows)
  known.set(ids, { of: nodes.id, rows })
  return ids
}
