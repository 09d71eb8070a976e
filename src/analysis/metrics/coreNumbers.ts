import { simpleNeighbourLists, type ProgressGenerator, type Network } from './network'

/**
 * The core number of each node: the largest k for which it belongs to a group where each node has k neighbours in the
 * group. Nodes are removed in ascending order of their degree (Batagelj and Zaversnik, arXiv cs/0310049, 2003). Ignores
 * direction, weights, parallel edges and loops.
 */
export function* coreNumbers(network: Network): ProgressGenerator<Uint32Array> {
  const { count } = network
  const { offsets, neighbours } = simpleNeighbourLists(network, 'both')
  yield { done: 0.5 }
  const degree = new Uint32Array(count)
  for (let node = 0; node < count; node++) degree[node] = offsets[node + 1]! - offsets[node]!
  const { starts, order, indexOf } = nodesByDegree(degree)
  for (let at = 0; at < count; at++) {
    const node = order[at]!
    const own = degree[node]!
    for (let link = offsets[node]!, end = offsets[node + 1]!; link < end; link++) {
      const other = neighbours[link]!
      const theirs = degree[other]!
      if (theirs <= own) continue
      // The other node is swapped with the first node of its degree, and that index goes to the degree below.
      const first = starts[theirs]!++
      const swapped = order[first]!
      order[indexOf[other]!] = swapped
      indexOf[swapped] = indexOf[other]!
      order[first] = other
      indexOf[other] = first
      degree[other] = theirs - 1
    }
  }
  return degree
}

/** Nodes in ascending order of their degree, the index where each degree starts, and the index of each node. */
function nodesByDegree(degree: Uint32Array) {
  const highest = degree.reduce((max, each) => Math.max(max, each), 0)
  const starts = new Uint32Array(highest + 2)
  for (let node = 0; node < degree.length; node++) starts[degree[node]! + 1]!++
  for (let at = 0; at <= highest; at++) starts[at + 1]! += starts[at]!
  const next = starts.slice()
  const order = new Uint32Array(degree.length)
  const indexOf = new Uint32Array(degree.length)
  for (let node = 0; node < degree.length; node++) order[(indexOf[node] = next[degree[node]!]!++)] = node
  return { starts, order, indexOf }
}
