import type { Selection } from './view'

/** Adds to a selection what it does not hold, and takes away what it does. */
export const toggled = (selection: Selection, change: Partial<Selection>): Selection => ({
  nodes: toggledIn(selection.nodes, change.nodes ?? []),
  edges: toggledIn(selection.edges, change.edges ?? []),
})

/** A lasso's or a list's worth is added as a whole; a single one that is there already goes. */
function toggledIn(held: readonly string[], change: readonly string[]): readonly string[] {
  const present = new Set(held)
  if (change.every((id) => present.has(id))) return held.filter((id) => !change.includes(id))
  return [...held, ...change.filter((id) => !present.has(id))]
}
