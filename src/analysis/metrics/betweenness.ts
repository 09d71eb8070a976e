import { shuffledIndices, type RandomGenerator } from './random'
import {
  simpleNeighbourLists,
  visitsPerProgressReport,
  type NeighbourLists,
  type ProgressGenerator,
  type Network,
  type TraversalDirection,
} from './network'

export interface SamplingSettings {
  /** Along the arrows, or along every edge both ways. */
  readonly way?: Extract<TraversalDirection, 'out' | 'both'>
  /** From so many nodes the ways are followed, drawn by chance; from all of them where there are no more. */
  readonly sources?: number
  readonly chance: RandomGenerator
}

/**
 * Betweenness: of the shortest ways between two other nodes the share that leads through a node, as a mean over all pairs,
 * from 0 to 1. Brandes (Journal of Mathematical Sociology 25, 2001), with the edges of the shortest ways written down on
 * the way out; where only some sources are followed, their sum is scaled up, an estimate without bias (Brandes and Pich,
 * International Journal of Bifurcation and Chaos 17, 2007). Weights play no part, parallel edges are one, loops none.
 */
export function* betweenness(network: Network, settings: SamplingSettings): ProgressGenerator<Float64Array> {
  const { count } = network
  const { way = 'both', sources = count, chance } = settings
  const links = simpleNeighbourLists(network, way)
  const from = shuffledIndices(count, chance, sources).sort()
  const search = new Search(links, count)
  let work = 0
  for (let at = 0; at < from.length; at++) {
    work += search.follow(from[at]!) + count / 8
    if (work > visitsPerProgressReport) yield { done: (at + 1) / from.length }
    work %= visitsPerProgressReport
  }
  const pairs = Math.max(1, (count - 1) * (count - 2))
  const scale = count / (Math.max(1, from.length) * pairs)
  return search.sums.map((sum) => sum * scale)
}

/** Longer than any way. */
const unreached = 0x3fffffff
/** The numbers of shortest ways of a layer are made smaller before they leave what a number can hold. */
const most = 1e200

/** Follows all shortest ways from one node after the other, in arrays that are made once. */
class Search {
  /** What the sources so far add to each node. */
  readonly sums: Float64Array
  /** Links followed on shortest ways: the nodes they lead to, by the turn of the node that they leave. */
  readonly #ways: Uint32Array
  readonly #start: Uint32Array
  readonly #order: Uint32Array
  readonly #distance: Int32Array
  /** Number of shortest ways to a node; then what a node hands back for each of them. */
  readonly #paths: Float64Array
  readonly #share: Float64Array
  /** The distances at which the numbers of ways were made smaller. */
  readonly #shrunk = new Set<number>()

  constructor(
    readonly links: NeighbourLists,
    count: number,
  ) {
    this.sums = new Float64Array(count)
    this.#ways = new Uint32Array(links.neighbours.length)
    this.#start = new Uint32Array(count + 1)
    this.#order = new Uint32Array(count)
    this.#distance = new Int32Array(count).fill(unreached)
    this.#paths = new Float64Array(count)
    this.#share = new Float64Array(count)
  }

  /** Adds what one source gives; says how many links it looked at. */
  follow(source: number): number {
    const reached = this.#out(source)
    this.#back(reached)
    return 2 * this.#start[reached]!
  }

  /** Layer by layer outward; gives the number of nodes reached, in order. */
  #out(source: number): number {
    const order = this.#order
    order[0] = source
    this.#distance[source] = 0
    this.#paths[source] = 1
    let head = 0
    let tail = 1
    for (let layer = 1; head < tail; layer++) {
      const end = tail
      const peak = this.#peak(head, end)
      tail = this.#layer(head, end, layer)
      head = end
      if (peak > most) this.#shrink(end, tail, layer)
    }
    return tail
  }

  #peak(from: number, to: number): number {
    let peak = 0
    for (let at = from; at < to; at++) peak = Math.max(peak, this.#paths[this.#order[at]!]!)
    return peak
  }

  /** The nodes of one layer find those of the next; gives where that one ends. */
  #layer(from: number, to: number, next: number): number {
    const { offsets, neighbours } = this.links
    const [ways, start, order] = [this.#ways, this.#start, this.#order]
    const [distance, paths] = [this.#distance, this.#paths]
    let tail = to
    let followed = start[from]!
    for (let head = from; head < to; head++) {
      const node = order[head]!
      const own = paths[node]!
      for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
        const other = neighbours[at]!
        const known = distance[other]!
        if (known < next) continue
        if (known === next) paths[other]! += own
        else {
          distance[other] = next
          paths[other] = own
          order[tail++] = other
        }
        ways[followed++] = other
      }
      start[head + 1] = followed
    }
    return tail
  }

  #shrink(from: number, to: number, layer: number): void {
    const paths = this.#paths
    for (let at = from; at < to; at++) {
      const node = this.#order[at]!
      paths[node] = Math.max(paths[node]! / most, 1 / most)
    }
    this.#shrunk.add(layer)
  }

  /** From the farthest node back: each has what those behind it hand back, and is made ready for the next source. */
  #back(reached: number): void {
    const [ways, start, order] = [this.#ways, this.#start, this.#order]
    const [distance, paths, share] = [this.#distance, this.#paths, this.#share]
    const shrunk = this.#shrunk.size > 0
    for (let at = reached - 1; at > 0; at--) {
      const node = order[at]!
      let sum = 0
      for (let way = start[at]!, end = start[at + 1]!; way < end; way++) sum += share[ways[way]!]!
      const own = paths[node]!
      const behind = sum * own
      this.sums[node]! += behind
      share[node] = (1 + behind) / own
      if (shrunk && this.#shrunk.has(distance[node]!)) share[node]! /= most
      distance[node] = unreached
    }
    distance[order[0]!] = unreached
    this.#shrunk.clear()
  }
}
