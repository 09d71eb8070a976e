import {
  simpleNeighbourLists,
  visitsPerProgressReport,
  type NeighbourLists,
  type ProgressGenerator,
  type Network,
} from './network'

export interface ClusteringCoefficients {
  /** Of the pairs of a node's neighbours the share that is tied; 0 where there is no pair. */
  readonly local: Float64Array
  /** Mean of the local ones over all nodes. */
  readonly average: number
  /** Of all ways of two steps the share that closes to a triangle. */
  readonly transitivity: number
}

/**
 * Local clustering coefficients (Watts and Strogatz, Nature 393, 1998). Triangles are found once each, from the node of the
 * lowest degree (Schank and Wagner, WEA 2005), so that hubs cost no more than others. Direction and weight play no part,
 * parallel edges are one, loops none.
 */
export function* clusteringCoefficients(network: Network): ProgressGenerator<ClusteringCoefficients> {
  const { count } = network
  const links = simpleNeighbourLists(network, 'both')
  const up = upward(links, count)
  const triangles = new Float64Array(count)
  const marks = new Uint32Array(count)
  let work = 0
  for (let node = 0; node < count; node++) {
    work += close(up, node, triangles, marks)
    if (work > visitsPerProgressReport) yield { done: node / count }
    work %= visitsPerProgressReport
  }
  return summed(links, triangles)
}

/** Of each link only the half that leads from the lower degree to the higher, of like ones to the higher number. */
function upward({ offsets, neighbours }: NeighbourLists, count: number): NeighbourLists {
  const starts = new Uint32Array(count + 1)
  const kept = new Uint32Array(neighbours.length >> 1)
  let filled = 0
  for (let node = 0; node < count; node++) {
    const own = offsets[node + 1]! - offsets[node]!
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const other = neighbours[at]!
      const theirs = offsets[other + 1]! - offsets[other]!
      if (own < theirs || (own === theirs && node < other)) kept[filled++] = other
    }
    starts[node + 1] = filled
  }
  return { offsets: starts, neighbours: kept }
}

/** Counts the triangles in which a node is the lowest, at all three; says how many links it looked at. */
function close(
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

function summed({ offsets }: NeighbourLists, triangles: Float64Array): ClusteringCoefficients {
  const pairsAt = (node: number) => {
    const degree = offsets[node + 1]! - offsets[node]!
    return (degree * (degree - 1)) / 2
  }
  const local = triangles.map((closed, node) => (closed > 0 ? closed / pairsAt(node) : 0))
  let [closed, pairs, sum] = [0, 0, 0]
  for (let node = 0; node < local.length; node++) {
    closed += triangles[node]!
    pairs += pairsAt(node)
    sum += local[node]!
  }
  return { local, average: sum / Math.max(1, local.length), transitivity: closed / Math.max(1, pairs) }
}
