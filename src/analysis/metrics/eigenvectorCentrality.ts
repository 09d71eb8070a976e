import { neighbourListsOf, visitsPerProgressReport, type ProgressGenerator, type Network } from './network'
import { convergenceProgress, sumOverNeighbours } from './pagerank'

const rounds = 2000
const tolerance = 1e-10

/**
 * Eigenvector centrality: a node counts by the sum of what its neighbours count (Bonacich, Journal of Mathematical Sociology
 * 2, 1972), by power iteration of the ties and the nodes themselves, so that networks in two halves settle too. Edges
 * are taken both ways; their weights and parallels add up. Squares sum to 1; where the network is in parts, all but the
 * strongest come out as 0.
 */
export function* eigenvectorCentrality(network: Network): ProgressGenerator<Float64Array> {
  const { count } = network
  const links = neighbourListsOf(network, 'both')
  let values = new Float64Array(count).fill(1 / Math.sqrt(Math.max(1, count)))
  let next = new Float64Array(count)
  let work = 0
  let first = 0
  for (let round = 0; round < rounds && count > 0; round++) {
    sumOverNeighbours(links, values, next)
    const change = settle(values, next)
    ;[values, next] = [next, values]
    if (change < tolerance) break
    first ||= change
    work += links.neighbours.length + count
    if (work > visitsPerProgressReport) yield { done: convergenceProgress(change, first, tolerance) }
    work %= visitsPerProgressReport
  }
  return values
}

/** Adds the values before, makes the squares sum to 1, and gives the sum of the changes over the root of the number of nodes. */
function settle(values: Float64Array, next: Float64Array): number {
  let squares = 0
  for (let node = 0; node < next.length; node++) {
    next[node]! += values[node]!
    squares += next[node]! * next[node]!
  }
  const length = Math.sqrt(squares) || 1
  let change = 0
  for (let node = 0; node < next.length; node++) {
    next[node]! /= length
    change += Math.abs(next[node]! - values[node]!)
  }
  return change / Math.sqrt(next.length)
}
