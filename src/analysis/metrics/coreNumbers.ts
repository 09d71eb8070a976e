import { simpleNeighbourLists, type ProgressGenerator, type Network } from './network'

/**
 * The core number of each node: the largest k such that it is among nodes of which each has k others of them as
 * neighbours. Nodes are taken away from the lowest degree up (Batagelj and Zaversnik, arXiv cs/0310049, 2003).
 * Direction and weight play no part, parallel edges are one, loops none.
 */
export function* coreNumbers(network: Network): ProgressGenerator<Uint32Array> {
  const { count } = network
  const { offsets, neighbours } = simpleNeighbourLists(network, 'both')
  yield { done: 0.5 }
  const degree = new Uint32Array(count)
  for (let node = 0; node < count; node++) degree[node] = offsets[node + 1]! - offsets[node]!
  const { starts, order, place } = byDegree(degree)
  for (let at = 0; at < count; at++) {
    const node = order[at]!
    const own = degree[node]!
    for (let link = offsets[node]!, end = offsets[node + 1]!; link < end; link++) {
      const other = neighbours[link]!
      const theirs = degree[other]!
      if (theirs <= own) continue
      // The other node changes places with the first of its degree, and that place belongs to the degree below.
      const first = starts[theirs]!++
      const swapped = order[first]!
      order[place[other]!] = swapped
      place[swapped] = place[other]!
      order[first] = other
      place[other] = first
      degree[other] = theirs - 1
    }
  }
  return degree
}

/** Nodes in ascending degree, where each degree starts, and the place of each node. */
function byDegree(degree: Uint32Array) {
  const most = degree.reduce((most, each) => Math.max(most, each), 0)
  const starts = new Uint32Array(most + 2)
  for (let node = 0; node < degree.length; node++) starts[degree[node]! + 1]!++
  for (let at = 0; at <= most; at++) starts[at + 1]! += starts[at]!
  const next = starts.slice()
  const order = new Uint32Array(degree.length)
  const place = new Uint32Array(degree.length)
  for (let node = 0; node < degree.length; node++) order[(place[node] = next[degree[node]!]!++)] = node
  return { starts, order, place }
}
