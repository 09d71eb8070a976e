import { neighbourListsOf, visitsPerProgressReport, type ProgressGenerator, type Network } from './network'
import { convergenceProgress, sumOverNeighbours } from './pagerank'

const maxIterations = 2000
const tolerance = 1e-10

/**
 * Eigenvector centrality: the value of a node is proportional to the sum of its neighbours' values (Bonacich, Journal of
 * Mathematical Sociology 2, 1972). Power iteration of the adjacency matrix plus the identity, so that it converges for
 * bipartite networks too. Ignores direction; weights of parallel edges add up. The squares sum to 1; in a network of several
 * components all but the dominant one converge to 0.
 */
export function* eigenvectorCentrality(network: Network): ProgressGenerator<Float64Array> {
  const { count } = network
  const links = neighbourListsOf(network, 'both')
  let values = new Float64Array(count).fill(1 / Math.sqrt(Math.max(1, count)))
  let next = new Float64Array(count)
  let work = 0
  let firstChange = 0
  for (let iteration = 0; iteration < maxIterations && count > 0; iteration++) {
    sumOverNeighbours(links, values, next)
    const change = normalise(values, next)
    ;[values, next] = [next, values]
    if (change < tolerance) break
    firstChange ||= change
    work += links.neighbours.length + count
    if (work > visitsPerProgressReport) yield { done: convergenceProgress(change, firstChange, tolerance) }
    work %= visitsPerProgressReport
  }
  return values
}

/**
 * Adds the previous values to `next` and scales it so that its squares sum to 1. Returns the sum of the changes, divided by
 * the square root of the number of nodes.
 */
function normalise(values: Float64Array, next: Float64Array): number {
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
