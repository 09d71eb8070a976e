import type { Graph } from '../model/graph'
import { adjacency } from '../model/graph'

/** What ties several nodes: edges among them, and nodes outside that all of them are tied to. */
export interface Together {
  readonly ties: readonly number[]
  readonly shared: readonly number[]
}

/** Looks at the edges of the chosen nodes only, each edge once. */
export function togetherOf(graph: Graph, nodes: readonly number[]): Together {
  const chosen = new Set(nodes)
  const { offsets, rows, neighbours } = adjacency(graph)
  const ties = new Set<number>()
  const reached = new Map<number, Set<number>>()
  for (const node of chosen)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
      const other = neighbours[at]!
      if (chosen.has(other)) ties.add(rows[at]!)
      else reached.set(other, (reached.get(other) ?? new Set<number>()).add(node))
    }
  const shared = [...reached].filter(([, from]) => from.size === chosen.size && chosen.size > 1).map(([other]) => other)
  return { ties: [...ties].sort((one, other) => one - other), shared }
}
