import type { Graph } from '../../model/graph'
import { adjacency, degrees } from '../../model/graph'

/** How several nodes are connected: edges between them, and other nodes that are adjacent to all of them. */
interface NodeSetConnections {
  readonly edgesAmong: Uint32Array
  readonly commonNeighbours: readonly number[]
}

/** Edge rows in ascending order and node rows, each without repeats, for the rows of the chosen nodes. */
export function edgesAmongAndCommonNeighbours(graph: Graph, nodes: readonly number[]): NodeSetConnections {
  const chosen = new Uint8Array(graph.nodes.count)
  for (const node of nodes) chosen[node] = 1
  const degree = degrees(graph)
  const edgesToVisit = nodes.reduce((sum, node) => sum + degree[node]!, 0)
  const edgesAmong =
    edgesToVisit < graph.edges.count ? edgesAmongByAdjacency(graph, nodes, chosen) : edgesAmongByScan(graph, chosen)
  return { edgesAmong, commonNeighbours: commonNeighboursOf(graph, nodes, chosen) }
}

/** Visits only the edges of the chosen nodes, each from its source. */
function edgesAmongByAdjacency(graph: Graph, nodes: readonly number[], chosen: Uint8Array): Uint32Array {
  const { offsets, rows, neighbours } = adjacency(graph)
  const edgesAmong = new Set<number>()
  for (const node of nodes)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++)
      if (chosen[neighbours[at]!] === 1 && graph.edges.source[rows[at]!] === node) edgesAmong.add(rows[at]!)
  return Uint32Array.from(edgesAmong).sort()
}

/** Visits every edge: faster if most nodes are chosen. */
function edgesAmongByScan({ edges: { source, target, count } }: Graph, chosen: Uint8Array): Uint32Array {
  const edgesAmong = new Uint32Array(count)
  let found = 0
  for (let edge = 0; edge < count; edge++)
    if (chosen[source[edge]!]! & chosen[target[edge]!]!) edgesAmong[found++] = edge
  return edgesAmong.slice(0, found)
}

/** Every common neighbour is adjacent to the node of lowest degree, so only its neighbours are tested. */
function commonNeighboursOf(graph: Graph, nodes: readonly number[], chosen: Uint8Array): number[] {
  const distinct = new Set(nodes)
  if (distinct.size < 2) return []
  const { offsets, neighbours } = adjacency(graph)
  const degree = degrees(graph)
  const neighboursOf = (node: number) => neighbours.subarray(offsets[node], offsets[node + 1])
  const start = nodes.reduce((lowest, node) => (degree[node]! < degree[lowest]! ? node : lowest))
  return [...new Set(neighboursOf(start))].filter((node) => {
    if (chosen[node] === 1 || degree[node]! < distinct.size) return false
    const adjacent = new Set(neighboursOf(node))
    return nodes.every((each) => adjacent.has(each))
  })
}
