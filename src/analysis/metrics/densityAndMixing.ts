import { simpleNeighbourLists, type NeighbourLists, type Network } from './network'

/** Of all pairs of nodes the share that is tied, from 0 to 1; a directed pair can be tied twice. Parallel edges are one, loops none. */
export function density(network: Network): number {
  const { count } = network
  return simpleNeighbourLists(network, 'out').neighbours.length / Math.max(1, count * (count - 1))
}

/** Of all arrows between two nodes the share that is answered by one back; NaN where there is none. */
export function reciprocity(network: Network): number {
  const out = simpleNeighbourLists(network, 'out')
  const both = simpleNeighbourLists(network, 'both')
  // A pair that points both ways stands twice among the arrows, and like any other twice among the links both ways.
  const answered = 2 * out.neighbours.length - both.neighbours.length
  return answered / out.neighbours.length
}

/**
 * Correlation of the degrees at both ends of an edge, from -1 (hubs with leaves) to 1 (like with like): Newman, Physical Review
 * Letters 89, 2002, 208701. NaN where all degrees are the same. Edges are taken both ways.
 */
export function assortativity(network: Network): number {
  const { offsets, neighbours } = simpleNeighbourLists(network, 'both')
  const degree = (node: number) => offsets[node + 1]! - offsets[node]!
  let [sum, squares, products] = [0, 0, 0]
  for (let node = 0; node < network.count; node++) {
    const own = degree(node)
    sum += own * own
    squares += own * own * own
    products += own * total({ offsets, neighbours: neighbours }, node)
  }
  const mean = sum / neighbours.length
  return (products / neighbours.length - mean * mean) / (squares / neighbours.length - mean * mean)
}

/** Sum of the degrees of a node's neighbours. */
function total({ offsets, neighbours }: NeighbourLists, node: number): number {
  let sum = 0
  for (let at = offsets[node]!; at < offsets[node + 1]!; at++)
    sum += offsets[neighbours[at]! + 1]! - offsets[neighbours[at]!]!
  return sum
}
