import type { Graph } from '../../model/graph'
import { adjacency, degrees } from '../../model/graph'

/** What ties several nodes: edges among them, and nodes outside that all of them are tied to. */
export interface Together {
  readonly ties: Uint32Array
  readonly shared: readonly number[]
}

/** Rows of nodes in, rows of edges and of nodes out, each once and in order. */
export function togetherOf(graph: Graph, nodes: readonly number[]): Together {
  const chosen = new Uint8Array(graph.nodes.count)
  for (const node of nodes) chosen[node] = 1
  const degree = degrees(graph)
  const reached = nodes.reduce((sum, node) => sum + degree[node]!, 0)
  const ties = reached < graph.edges.count ? tiesAround(graph, nodes, chosen) : tiesAmongAll(graph, chosen)
  return { ties, shared: sharedBy(graph, nodes, chosen) }
}

/** Looks at the edges of the chosen nodes only, at each of them from its source. */
function tiesAround(graph: Graph, nodes: readonly number[], chosen: Uint8Array): Uint32Array {
  const { offsets, rows, neighbours } = adjacency(graph)
  const ties = new Set<number>()
  for (const node of nodes)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++)
      if (chosen[neighbours[at]!] === 1 && graph.edges.source[rows[at]!] === node) ties.add(rows[at]!)
  return Uint32Array.from(ties).sort()
}

/** Looks at every edge, where most nodes are chosen anyway. */
function tiesAmongAll({ edges: { source, target, count } }: Graph, chosen: Uint8Array): Uint32Array {
  const ties = new Uint32Array(count)
  let found = 0
  for (let edge = 0; edge < count; edge++) if (chosen[source[edge]!]! & chosen[target[edge]!]!) ties[found++] = edge
  return ties.slice(0, found)
}

/** Whom all know, the one with the fewest neighbours knows: so only these are asked. */
function sharedBy(graph: Graph, nodes: readonly number[], chosen: Uint8Array): number[] {
  const different = new Set(nodes)
  if (different.size < 2) return []
  const { offsets, neighbours } = adjacency(graph)
  const degree = degrees(graph)
  const around = (node: number) => neighbours.subarray(offsets[node], offsets[node + 1])
  const fewest = nodes.reduce((least, node) => (degree[node]! < degree[least]! ? node : least))
  return [...new Set(around(fewest))].filter((node) => {
    if (chosen[node] === 1 || degree[node]! < different.size) return false
    const known = new Set(around(node))
    return nodes.every((each) => known.has(each))
  })
}
