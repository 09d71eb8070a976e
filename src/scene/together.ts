import type { Graph } from '../model/graph'
import { adjacency, degrees } from '../model/graph'

/** What ties several nodes: edges among them, and nodes outside that all of them are tied to. */
export interface Together {
  readonly ties: readonly number[]
  readonly shared: readonly number[]
}

/** Looks at the edges of the chosen nodes only; rows of nodes in, rows of edges and of nodes out, each once. */
export function togetherOf(graph: Graph, nodes: readonly number[]): Together {
  const chosen = new Set(nodes)
  const { offsets, rows, neighbours } = adjacency(graph)
  const ties = new Set<number>()
  for (const node of chosen)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) if (chosen.has(neighbours[at]!)) ties.add(rows[at]!)
  return { ties: [...ties].sort((one, other) => one - other), shared: sharedBy(graph, chosen) }
}

/** Whom all know, the one with the fewest neighbours knows: so only these are asked. */
function sharedBy(graph: Graph, chosen: ReadonlySet<number>): number[] {
  if (chosen.size < 2) return []
  const { offsets, neighbours } = adjacency(graph)
  const degree = degrees(graph)
  const around = (node: number) => neighbours.subarray(offsets[node], offsets[node + 1])
  const fewest = [...chosen].reduce((least, node) => (degree[node]! < degree[least]! ? node : least))
  return [...new Set(around(fewest))].filter((node) => {
    if (chosen.has(node) || degree[node]! < chosen.size) return false
    const known = new Set(around(node))
    return [...chosen].every((each) => known.has(each))
  })
}
