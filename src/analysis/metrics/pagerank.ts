import {
  neighbourListsOf,
  visitsPerProgressReport,
  type NeighbourLists,
  type ProgressGenerator,
  type Network,
  type TraversalDirection,
} from './network'

interface PageRankSettings {
  /** The probability that a random walk follows an edge instead of starting again at any node. */
  readonly damping?: number
  /** Along the direction of edges, or along every edge both ways. */
  readonly direction?: Extract<TraversalDirection, 'out' | 'both'>
  /** Iteration ends when the sum of all changes is less than this. */
  readonly tolerance?: number
}

const maxIterations = 1000

/**
 * PageRank: the stationary distribution of a random walk that follows edges by their weight, and sometimes, and always at a
 * node without outgoing edges, starts again at any node (Brin and Page, Computer Networks and ISDN Systems 30, 1998), by
 * power iteration. The ranks sum to 1. Weights of parallel edges add up; a loop leads back to its node.
 */
export function* pageRank(network: Network, settings: PageRankSettings = {}): ProgressGenerator<Float64Array> {
  const { damping = 0.85, direction = 'out', tolerance = 1e-9 } = settings
  const { count } = network
  const incoming = neighbourListsOf(network, direction === 'out' ? 'in' : 'both')
  const outgoingWeights = sumOfOutgoingWeights(network, incoming)
  let ranks = new Float64Array(count).fill(1 / count)
  let next = new Float64Array(count)
  const shares = new Float64Array(count)
  let work = 0
  let firstChange = 0
  for (let iteration = 0; iteration < maxIterations && count > 0; iteration++) {
    const change = iterate(incoming, { outgoingWeights, damping, ranks, next, shares })
    ;[ranks, next] = [next, ranks]
    if (change < tolerance) break
    firstChange ||= change
    work += incoming.neighbours.length + count
    if (work > visitsPerProgressReport) yield { done: convergenceProgress(change, firstChange, tolerance) }
    work %= visitsPerProgressReport
  }
  return ranks
}

/** Progress from 0 to 1 of an iteration whose change shrinks geometrically from the first change to the tolerance. */
export const convergenceProgress = (change: number, firstChange: number, tolerance: number): number =>
  Math.min(1, Math.max(0, Math.log(firstChange / change) / Math.log(firstChange / tolerance) || 0))

/** The sum of the weights of the links that leave each node, from the lists of incoming links. */
function sumOfOutgoingWeights({ count }: Network, { neighbours, weights }: NeighbourLists): Float64Array {
  const sums = new Float64Array(count)
  for (let at = 0; at < neighbours.length; at++) sums[neighbours[at]!]! += weights ? weights[at]! : 1
  return sums
}

interface IterationState {
  readonly outgoingWeights: Float64Array
  readonly damping: number
  readonly ranks: Float64Array
  readonly next: Float64Array
  readonly shares: Float64Array
}

/** One iteration from `ranks` to `next`. Returns the sum of the changes. */
function iterate(incoming: NeighbourLists, { outgoingWeights, damping, ranks, next, shares }: IterationState): number {
  const count = ranks.length
  let rankWithoutOutgoing = 0
  for (let node = 0; node < count; node++) {
    if (outgoingWeights[node]! > 0) shares[node] = ranks[node]! / outgoingWeights[node]!
    else rankWithoutOutgoing += ranks[node]!
  }
  const restart = (1 - damping + damping * rankWithoutOutgoing) / count
  let change = 0
  sumOverNeighbours(incoming, shares, next)
  for (let node = 0; node < count; node++) {
    next[node] = restart + damping * next[node]!
    change += Math.abs(next[node]! - ranks[node]!)
  }
  return change
}

/** Writes, for each node, the sum over its links of weight times the value at the other end. */
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
