import type { Graph } from '../../model/graph'
import { adjacency, degrees } from '../../model/graph'

/** What ties several nodes: edges among them, and nodes outside that all of them are tied to. */
interface NodeSetConnections {
  readonly edgesAmong: Uint32Array
  readonly commonNeighbours: readonly number[]
}

/** Rows of nodes in, rows of edges and of nodes out, each once and in order. */
export function edgesAmongAndCommonNeighbours(graph: Graph, nodes: readonly number[]): NodeSetConnections {
  const chosen = new Uint8Array(graph.nodes.count)
  for (const node of nodes) chosen[node] = 1
  const degree = degrees(graph)
  const reached = nodes.reduce((sum, node) => sum + degree[node]!, 0)
  const edgesAmong =
    reached < graph.edges.count ? edgesAmongByAdjacency(graph, nodes, chosen) : edgesAmongByScan(graph, chosen)
  return { edgesAmong, commonNeighbours: commonNeighboursOf(graph, nodes, chosen) }
}

/** Looks at the edges of the chosen nodes only, at each of them from its source. */
function edgesAmongByAdjacency(graph: Graph, nodes: readonly number[], chosen: Uint8Array): Uint32Array {
  const { offsets, rows, neighbours } = adjacency(graph)
  const edgesAmong = new Set<number>()
  for (const node of nodes)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++)
      if (chosen[neighbours[at]!] === 1 && graph.edges.source[rows[at]!] === node) edgesAmong.add(rows[at]!)
  return Uint32Array.from(edgesAmong).sort()
}

/** Looks at every edge, where most nodes are chosen anyway. */
function edgesAmongByScan({ edges: { source, target, count } }: Graph, chosen: Uint8Array): Uint32Array {
  const edgesAmong = new Uint32Array(count)
  let found = 0
  for (let edge = 0; edge < count; edge++)
    if (chosen[source[edge]!]! & chosen[target[edge]!]!) edgesAmong[found++] = edge
  return edgesAmong.slice(0, found)
}

/** Whom all know, the one with the fewest neighbours knows: so only these are asked. */
function commonNeighboursOf(graph: Graph, nodes: readonly number[], chosen: Uint8Array): number[] {
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
