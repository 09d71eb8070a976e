import {
  simpleNeighbourLists,
  visitsPerProgressReport,
  type NeighbourLists,
  type ProgressGenerator,
  type Network,
} from './network'

export interface ClusteringCoefficients {
  /** The share of pairs of a node's neighbours that are connected; 0 if there is no pair. */
  readonly local: Float64Array
  /** Mean of the local coefficients over all nodes. */
  readonly average: number
  /** The share of paths of two steps that are closed to a triangle. */
  readonly transitivity: number
}

/**
 * Local clustering coefficients (Watts and Strogatz, Nature 393, 1998). Each triangle is found once, from its node of
 * lowest degree (Schank and Wagner, WEA 2005), so that hubs cost no more than others. Ignores direction, weights, parallel
 * edges and loops.
 */
export function* clusteringCoefficients(network: Network): ProgressGenerator<ClusteringCoefficients> {
  const { count } = network
  const links = simpleNeighbourLists(network, 'both')
  const ascending = linksByAscendingDegree(links, count)
  const triangles = new Float64Array(count)
  const marks = new Uint32Array(count)
  let work = 0
  for (let node = 0; node < count; node++) {
    work += countTriangles(ascending, node, triangles, marks)
    if (work > visitsPerProgressReport) yield { done: node / count }
    work %= visitsPerProgressReport
  }
  return coefficients(links, triangles)
}

/** The links from a node to one of higher degree, or of the same degree and a higher number: one for each edge. */
function linksByAscendingDegree({ offsets, neighbours }: NeighbourLists, count: number): NeighbourLists {
  const starts = new Uint32Array(count + 1)
  const targets = new Uint32Array(neighbours.length >> 1)
  let filled = 0
  for (let node = 0; node < count; node++) {
    const own = offsets[node + 1]! - offsets[node]!
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const other = neighbours[at]!
      const theirs = offsets[other + 1]! - offsets[other]!
      if (own < theirs || (own === theirs && node < other)) targets[filled++] = other
    }
    starts[node + 1] = filled
  }
  return { offsets: starts, neighbours: targets }
}

/** Counts the triangles that begin at a node, at all three nodes. Returns the number of links visited. */
function countTriangles(
  { offsets, neighbours }: NeighbourLists,
  node: number,
  triangles: Float64Array,
  marks: Uint32Array,
): number {
  const [start, end] = [offsets[node]!, offsets[node + 1]!]
  const own = node + 1
  for (let at = start; at < end; at++) marks[neighbours[at]!] = own
  let work = end - start + 1
  for (let at = start; at < end; at++) {
    const other = neighbours[at]!
    const last = offsets[other + 1]!
    work += last - offsets[other]!
    for (let link = offsets[other]!; link < last; link++) {
      const third = neighbours[link]!
      if (marks[third] !== own) continue
      triangles[node]!++
      triangles[other]!++
      triangles[third]!++
    }
  }
  return work
}

function coefficients({ offsets }: NeighbourLists, triangles: Float64Array): ClusteringCoefficients {
  const pairsAt = (node: number) => {
    const degree = offsets[node + 1]! - offsets[node]!
    return (degree * (degree - 1)) / 2
  }
  const local = triangles.map((count, node) => (count > 0 ? count / pairsAt(node) : 0))
  let [closed, pairs, sum] = [0, 0, 0]
  for (let node = 0; node < local.length; node++) {
    closed += triangles[node]!
    pairs += pairsAt(node)
    sum += local[node]!
  }
  return { local, average: sum / Math.max(1, local.length), transitivity: closed / Math.max(1, pairs) }
}
