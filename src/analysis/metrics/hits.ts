import { neighbourListsOf, visitsPerProgressReport, type ProgressGenerator, type Network } from './network'
import { convergenceProgress, sumOverNeighbours } from './pagerank'

interface HubsAndAuthorities {
  readonly hubs: Float64Array
  readonly authorities: Float64Array
}

const rounds = 2000
const tolerance = 1e-10

/**
 * Hubs point to good authorities, authorities are pointed to by good hubs (Kleinberg, Journal of the ACM 46, 1999), by
 * power iteration; each of the two sums to 1. Weights and parallel edges add up, a loop points to itself.
 */
export function* hits(network: Network): ProgressGenerator<HubsAndAuthorities> {
  const { count } = network
  const [incoming, outgoing] = [neighbourListsOf(network, 'in'), neighbourListsOf(network, 'out')]
  let hubs = new Float64Array(count).fill(1 / Math.max(1, count))
  let next = new Float64Array(count)
  const authorities = new Float64Array(count)
  let work = 0
  let first = 0
  for (let round = 0; round < rounds && count > 0; round++) {
    sumOverNeighbours(incoming, hubs, authorities)
    toOne(authorities)
    sumOverNeighbours(outgoing, authorities, next)
    toOne(next)
    const change = difference(hubs, next)
    ;[hubs, next] = [next, hubs]
    if (change < tolerance) break
    first ||= change
    work += 2 * (incoming.neighbours.length + count)
    if (work > visitsPerProgressReport) yield { done: convergenceProgress(change, first, tolerance) }
    work %= visitsPerProgressReport
  }
  return { hubs, authorities }
}

/** Makes the values sum to 1, where they sum to anything. */
function toOne(values: Float64Array): void {
  let sum = 0
  for (let node = 0; node < values.length; node++) sum += values[node]!
  if (sum > 0) for (let node = 0; node < values.length; node++) values[node]! /= sum
}

function difference(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let node = 0; node < one.length; node++) sum += Math.abs(one[node]! - other[node]!)
  return sum
}
