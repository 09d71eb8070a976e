import {
  neighbourListsOf,
  visitsPerProgressReport,
  type NeighbourLists,
  type ProgressGenerator,
  type Network,
  type TraversalDirection,
} from './network'

interface PageRankSettings {
  /** The chance that a walker goes on along an edge, instead of beginning anew anywhere. */
  readonly damping?: number
  /** Along the arrows, or along every edge both ways. */
  readonly way?: Extract<TraversalDirection, 'out' | 'both'>
  /** The ranks are good when a round changes them by less than this, taken together. */
  readonly tolerance?: number
}

const rounds = 1000

/**
 * Where a walker is found who follows edges by their weight, and now and then, or at a dead end, begins anew anywhere
 * (Brin and Page, Computer Networks and ISDN Systems 30, 1998), by power iteration. The ranks sum to 1. Parallel edges
 * add up, a loop leads back to its node.
 */
export function* pageRank(network: Network, settings: PageRankSettings = {}): ProgressGenerator<Float64Array> {
  const { damping = 0.85, way = 'out', tolerance = 1e-9 } = settings
  const { count } = network
  const incoming = neighbourListsOf(network, way === 'out' ? 'in' : 'both')
  const left = leaving(network, incoming)
  let ranks = new Float64Array(count).fill(1 / count)
  let next = new Float64Array(count)
  const shares = new Float64Array(count)
  let work = 0
  let first = 0
  for (let round = 0; round < rounds && count > 0; round++) {
    const change = turn(incoming, { left, damping, ranks, next, shares })
    ;[ranks, next] = [next, ranks]
    if (change < tolerance) break
    first ||= change
    work += incoming.neighbours.length + count
    if (work > visitsPerProgressReport) yield { done: convergenceProgress(change, first, tolerance) }
    work %= visitsPerProgressReport
  }
  return ranks
}

/** How far a change that falls evenly, by its logarithm, has come on its way down to the tolerance. */
export const convergenceProgress = (change: number, first: number, tolerance: number): number =>
  Math.min(1, Math.max(0, Math.log(first / change) / Math.log(first / tolerance) || 0))

/** The weight of all that leaves each node, from the links at their other ends. */
function leaving({ count }: Network, { neighbours, weights }: NeighbourLists): Float64Array {
  const sums = new Float64Array(count)
  for (let at = 0; at < neighbours.length; at++) sums[neighbours[at]!]! += weights ? weights[at]! : 1
  return sums
}

interface Turn {
  readonly left: Float64Array
  readonly damping: number
  readonly ranks: Float64Array
  readonly next: Float64Array
  readonly shares: Float64Array
}

/** One round; gives the sum of the changes. */
function turn(incoming: NeighbourLists, { left, damping, ranks, next, shares }: Turn): number {
  const count = ranks.length
  let stuck = 0
  for (let node = 0; node < count; node++) {
    if (left[node]! > 0) shares[node] = ranks[node]! / left[node]!
    else stuck += ranks[node]!
  }
  const ground = (1 - damping + damping * stuck) / count
  let change = 0
  sumOverNeighbours(incoming, shares, next)
  for (let node = 0; node < count; node++) {
    next[node] = ground + damping * next[node]!
    change += Math.abs(next[node]! - ranks[node]!)
  }
  return change
}

/** Each node's sum over its links of weight times the value at the other end. */
export function sumOverNeighbours(
  { offsets, neighbours, weights }: NeighbourLists,
  values: Float64Array,
  sums: Float64Array,
): void {
  for (let node = 0; node < sums.length; node++) {
    let sum = 0
    const end = offsets[node + 1]!
    if (weights) for (let at = offsets[node]!; at < end; at++) sum += weights[at]! * values[neighbours[at]!]!
    else for (let at = offsets[node]!; at < end; at++) sum += values[neighbours[at]!]!
    sums[node] = sum
  }
}
