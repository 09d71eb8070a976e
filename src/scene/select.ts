import { kept } from '../analysis/parts'
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
