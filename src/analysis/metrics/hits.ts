import { neighbourListsOf, visitsPerProgressReport, type ProgressGenerator, type Network } from './network'
import { convergenceProgress, sumOverNeighbours } from './pagerank'

interface HubsAndAuthorities {
  readonly hubs: Float64Array
  readonly authorities: Float64Array
}

const maxIterations = 2000
const tolerance = 1e-10

/**
 * Hubs point to good authorities, and authorities are pointed to by good hubs (Kleinberg, Journal of the ACM 46, 1999), by
 * power iteration. Hub values sum to 1, as do authority values. Weights of parallel edges add up; a loop points to itself.
 */
export function* hits(network: Network): ProgressGenerator<HubsAndAuthorities> {
  const { count } = network
  const [incoming, outgoing] = [neighbourListsOf(network, 'in'), neighbourListsOf(network, 'out')]
  let hubs = new Float64Array(count).fill(1 / Math.max(1, count))
  let next = new Float64Array(count)
  const authorities = new Float64Array(count)
  let work = 0
  let firstChange = 0
  for (let iteration = 0; iteration < maxIterations && count > 0; iteration++) {
    sumOverNeighbours(incoming, hubs, authorities)
    scaleToSumOfOne(authorities)
    sumOverNeighbours(outgoing, authorities, next)
    scaleToSumOfOne(next)
    const change = totalDifference(hubs, next)
    ;[hubs, next] = [next, hubs]
    if (change < tolerance) break
    firstChange ||= change
    work += 2 * (incoming.neighbours.length + count)
    if (work > visitsPerProgressReport) yield { done: convergenceProgress(change, firstChange, tolerance) }
    work %= visitsPerProgressReport
  }
  return { hubs, authorities }
}

/** Scales values in place so that they sum to 1, unless their sum is 0. */
function scaleToSumOfOne(values: Float64Array): void {
  let sum = 0
  for (let node = 0; node < values.length; node++) sum += values[node]!
  if (sum > 0) for (let node = 0; node < values.length; node++) values[node]! /= sum
}

function totalDifference(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let node = 0; node < one.length; node++) sum += Math.abs(one[node]! - other[node]!)
  return sum
}
