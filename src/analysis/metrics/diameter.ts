import { connectedComponents } from './connectedComponents'
import { simpleNeighbourLists, type NeighbourLists, type ProgressGenerator, type Network } from './network'

interface DiameterEstimate {
  /** Steps of the longest of the shortest ways that were found; the true diameter is as long or longer. */
  readonly atLeast: number
  /** Steps that are certainly enough: twice the way from the node in the middle to the farthest. */
  readonly atMost: number
  /** Number of nodes in the part that was measured. */
  readonly nodes: number
}

/**
 * The diameter of the largest part, from below and from above: double sweeps of breadth-first searches, from the node of
 * highest degree to the farthest, from there to the farthest again, and from the middle of that way anew (Magnien, Latapy and
 * Habib, ACM Journal of Experimental Algorithmics 13, 2009; Crescenzi et al., Theoretical Computer Science 514, 2013). Edges
 * are taken both ways.
 */
export function* estimateDiameter(network: Network, sweeps = 4): ProgressGenerator<DiameterEstimate> {
  const { count } = network
  if (count === 0) return { atLeast: 0, atMost: 0, nodes: 0 }
  const links = simpleNeighbourLists(network, 'both')
  const parts = yield* connectedComponents(network)
  const search = new Breadth(links, count)
  let start = highest(links, parts.labels)
  let [atLeast, atMost] = [0, Infinity]
  for (let sweep = 0; sweep < sweeps && atLeast < atMost; sweep++) {
    const near = search.from(start)
    atMost = Math.min(atMost, 2 * near.distance)
    const far = search.from(near.last)
    atLeast = Math.max(atLeast, far.distance)
    start = search.back(far.last, far.distance >> 1)
    yield { done: (sweep + 1) / sweeps }
  }
  return { atLeast, atMost, nodes: parts.sizes[0]! }
}

/** The node of the largest part with the most neighbours. */
function highest({ offsets }: NeighbourLists, of: Uint32Array): number {
  const degree = (node: number) => offsets[node + 1]! - offsets[node]!
  let best = of.indexOf(0)
  for (let node = 0; node < of.length; node++) if (of[node] === 0 && degree(node) > degree(best)) best = node
  return best
}

/** Breadth-first searches, in arrays that are made once. */
class Breadth {
  readonly #distance: Int32Array
  readonly #order: Uint32Array

  constructor(
    readonly links: NeighbourLists,
    count: number,
  ) {
    this.#distance = new Int32Array(count)
    this.#order = new Uint32Array(count)
  }

  /** The last node that is reached from another, and how far it is. */
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

  /** The node so many steps back from another, on a shortest way from where the last search began. */
  back(from: number, steps: number): number {
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
