import { connectedComponents } from './connectedComponents'
import { simpleNeighbourLists, type NeighbourLists, type ProgressGenerator, type Network } from './network'

interface DiameterEstimate {
  /** Lower bound in steps: the longest shortest path that was found. */
  readonly atLeast: number
  /** Upper bound in steps: twice the distance from a node to the farthest other. */
  readonly atMost: number
  /** Number of nodes in the largest component. */
  readonly nodes: number
}

/**
 * Bounds of the diameter of the largest component by double sweeps of breadth-first searches: from the node of highest
 * degree to the farthest, from there to the farthest again, then from the middle of that path (Magnien, Latapy and Habib, ACM
 * Journal of Experimental Algorithmics 13, 2009; Crescenzi et al., Theoretical Computer Science 514, 2013). Ignores direction
 * and weights.
 */
export function* estimateDiameter(network: Network, sweeps = 4): ProgressGenerator<DiameterEstimate> {
  const { count } = network
  if (count === 0) return { atLeast: 0, atMost: 0, nodes: 0 }
  const links = simpleNeighbourLists(network, 'both')
  const components = yield* connectedComponents(network)
  const search = new BreadthFirstSearch(links, count)
  let start = hubOfLargest(links, components.labels)
  let [atLeast, atMost] = [0, Infinity]
  for (let sweep = 0; sweep < sweeps && atLeast < atMost; sweep++) {
    const first = search.from(start)
    atMost = Math.min(atMost, 2 * first.distance)
    const second = search.from(first.last)
    atLeast = Math.max(atLeast, second.distance)
    start = search.predecessor(second.last, second.distance >> 1)
    yield { done: (sweep + 1) / sweeps }
  }
  return { atLeast, atMost, nodes: components.sizes[0]! }
}

/** The node with the most neighbours in the largest component, which has label 0. */
function hubOfLargest({ offsets }: NeighbourLists, labels: Uint32Array): number {
  const degree = (node: number) => offsets[node + 1]! - offsets[node]!
  let best = labels.indexOf(0)
  for (let node = 0; node < labels.length; node++) if (labels[node] === 0 && degree(node) > degree(best)) best = node
  return best
}

/** Breadth-first searches in arrays that are allocated once. */
class BreadthFirstSearch {
  readonly #distance: Int32Array
  readonly #order: Uint32Array

  constructor(
    readonly links: NeighbourLists,
    count: number,
  ) {
    this.#distance = new Int32Array(count)
    this.#order = new Uint32Array(count)
  }

  /** The last node that is reached from a source, and its distance in steps. */
  from(source: number): { last: number; distance: number } {
    const { offsets, neighbours } = this.links
    const [distance, order] = [this.#distance.fill(-1), this.#order]
    order[0] = source
    distance[source] = 0
    let tail = 1
    for (let head = 0; head < tail; head++) {
      const node = order[head]!
      for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
        const other = neighbours[at]!
        if (distance[other]! >= 0) continue
        distance[other] = distance[node]! + 1
        order[tail++] = other
      }
    }
    const last = order[tail - 1]!
    return { last, distance: distance[last]! }
  }

  /** The node a number of steps before another, on a shortest path from the source of the last search. */
  predecessor(from: number, steps: number): number {
    const { offsets, neighbours } = this.links
    let node = from
    for (let step = 0; step < steps; step++) {
      const nearer = this.#distance[node]! - 1
      let at = offsets[node]!
      while (this.#distance[neighbours[at]!] !== nearer) at++
      node = neighbours[at]!
    }
    return node
  }
}
