import { simpleNeighbourLists, type NeighbourLists, type Network } from './network'

/** The share of ordered pairs of nodes that are connected, from 0 to 1. Ignores parallel edges and loops. */
export function density(network: Network): number {
  const { count } = network
  return simpleNeighbourLists(network, 'out').neighbours.length / Math.max(1, count * (count - 1))
}

/** The share of edges with an edge in the opposite direction; NaN if there are no edges. Ignores parallel edges and loops. */
export function reciprocity(network: Network): number {
  const out = simpleNeighbourLists(network, 'out')
  const both = simpleNeighbourLists(network, 'both')
  // A reciprocal pair is twice in `out`, as every pair is in `both`; any other connected pair is once in `out`.
  const reciprocal = 2 * out.neighbours.length - both.neighbours.length
  return reciprocal / out.neighbours.length
}

/**
 * Correlation of the degrees at both ends of an edge, from -1 (hubs with leaves) to 1 (similar degrees): Newman, Physical
 * Review Letters 89, 2002, 208701. NaN if all degrees are equal. Ignores direction, parallel edges and loops.
 */
export function assortativity(network: Network): number {
  const { offsets, neighbours } = simpleNeighbourLists(network, 'both')
  const degree = (node: number) => offsets[node + 1]! - offsets[node]!
  let [sum, squares, products] = [0, 0, 0]
  for (let node = 0; node < network.count; node++) {
    const own = degree(node)
    sum += own * own
    squares += own * own * own
    products += own * sumOfNeighbourDegrees({ offsets, neighbours }, node)
  }
  const mean = sum / neighbours.length
  return (products / neighbours.length - mean * mean) / (squares / neighbours.length - mean * mean)
}

function sumOfNeighbourDegrees({ offsets, neighbours }: NeighbourLists, node: number): number {
  let sum = 0
  for (let at = offsets[node]!; at < offsets[node + 1]!; at++)
    sum += offsets[neighbours[at]! + 1]! - offsets[neighbours[at]!]!
  return sum
}
