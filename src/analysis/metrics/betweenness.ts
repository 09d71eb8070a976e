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
  /** Along the direction of edges, or along every edge both ways. */
  readonly direction?: Extract<TraversalDirection, 'out' | 'both'>
  /** Number of randomly drawn nodes from which paths are followed; all of them by default. */
  readonly sources?: number
  readonly random: RandomGenerator
}

/**
 * Betweenness: the share of the shortest paths between two other nodes that lead through a node, averaged over all pairs,
 * from 0 to 1. Brandes (Journal of Mathematical Sociology 25, 2001), recording the links of the shortest paths during the
 * search. With a sample of sources their sum is scaled up, an unbiased estimate (Brandes and Pich, International Journal
 * of Bifurcation and Chaos 17, 2007). Ignores weights, parallel edges and loops.
 */
export function* betweenness(network: Network, settings: SamplingSettings): ProgressGenerator<Float64Array> {
  const { count } = network
  const { direction = 'both', sources = count, random } = settings
  const links = simpleNeighbourLists(network, direction)
  const drawn = shuffledIndices(count, random, sources).sort()
  const search = new ShortestPathSearch(links, count)
  let work = 0
  for (let at = 0; at < drawn.length; at++) {
    work += search.addSource(drawn[at]!) + count / 8
    if (work > visitsPerProgressReport) yield { done: (at + 1) / drawn.length }
    work %= visitsPerProgressReport
  }
  const pairs = Math.max(1, (count - 1) * (count - 2))
  const scale = count / (Math.max(1, drawn.length) * pairs)
  return search.sums.map((sum) => sum * scale)
}

/** A distance longer than any path. */
const unreached = 0x3fffffff
/** Path counts of a layer are divided by this before they overflow. */
const maxPathCount = 1e200

/** Follows all shortest paths from one node after the other, in arrays that are allocated once. */
class ShortestPathSearch {
  /** Sum of the dependencies on each node, over the sources so far. */
  readonly sums: Float64Array
  /** Targets of the links on shortest paths, grouped by the visiting order of the nodes that they leave. */
  readonly #pathLinks: Uint32Array
  readonly #start: Uint32Array
  readonly #order: Uint32Array
  readonly #distance: Int32Array
  /** Number of shortest paths to each node, and the dependency that a node passes back for each of them. */
  readonly #paths: Float64Array
  readonly #dependency: Float64Array
  /** The distances at which path counts were scaled down. */
  readonly #scaledLayers = new Set<number>()

  constructor(
    readonly links: NeighbourLists,
    count: number,
  ) {
    this.sums = new Float64Array(count)
    this.#pathLinks = new Uint32Array(links.neighbours.length)
    this.#start = new Uint32Array(count + 1)
    this.#order = new Uint32Array(count)
    this.#distance = new Int32Array(count).fill(unreached)
    this.#paths = new Float64Array(count)
    this.#dependency = new Float64Array(count)
  }

  /** Adds the dependencies of one source. Returns the number of links visited. */
  addSource(source: number): number {
    const reached = this.#searchFrom(source)
    this.#accumulate(reached)
    return 2 * this.#start[reached]!
  }

  /** Breadth-first search layer by layer. Returns the number of nodes reached. */
  #searchFrom(source: number): number {
    const order = this.#order
    order[0] = source
    this.#distance[source] = 0
    this.#paths[source] = 1
    let head = 0
    let tail = 1
    for (let layer = 1; head < tail; layer++) {
      const end = tail
      const highest = this.#maxPaths(head, end)
      tail = this.#expandLayer(head, end, layer)
      head = end
      if (highest > maxPathCount) this.#scaleDown(end, tail, layer)
    }
    return tail
  }

  #maxPaths(from: number, to: number): number {
    let highest = 0
    for (let at = from; at < to; at++) highest = Math.max(highest, this.#paths[this.#order[at]!]!)
    return highest
  }

  /** Visits the nodes that one layer reaches next. Returns where the new layer ends. */
  #expandLayer(from: number, to: number, next: number): number {
    const { offsets, neighbours } = this.links
    const [pathLinks, start, order] = [this.#pathLinks, this.#start, this.#order]
    const [distance, paths] = [this.#distance, this.#paths]
    let tail = to
    let followed = start[from]!
    for (let head = from; head < to; head++) {
      const node = order[head]!
      const own = paths[node]!
      for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
        const other = neighbours[at]!
        const otherDistance = distance[other]!
        if (otherDistance < next) continue
        if (otherDistance === next) paths[other]! += own
        else {
          distance[other] = next
          paths[other] = own
          order[tail++] = other
        }
        pathLinks[followed++] = other
      }
      start[head + 1] = followed
    }
    return tail
  }

  #scaleDown(from: number, to: number, layer: number): void {
    const paths = this.#paths
    for (let at = from; at < to; at++) {
      const node = this.#order[at]!
      paths[node] = Math.max(paths[node]! / maxPathCount, 1 / maxPathCount)
    }
    this.#scaledLayers.add(layer)
  }

  /** From the farthest node back: sums what the nodes behind each one pass back, and resets it for the next source. */
  #accumulate(reached: number): void {
    const [pathLinks, start, order] = [this.#pathLinks, this.#start, this.#order]
    const [distance, paths, dependency] = [this.#distance, this.#paths, this.#dependency]
    const hasScaledLayers = this.#scaledLayers.size > 0
    for (let at = reached - 1; at > 0; at--) {
      const node = order[at]!
      let sum = 0
      for (let link = start[at]!, end = start[at + 1]!; link < end; link++) sum += dependency[pathLinks[link]!]!
      const own = paths[node]!
      const ownDependency = sum * own
      this.sums[node]! += ownDependency
      dependency[node] = (1 + ownDependency) / own
      if (hasScaledLayers && this.#scaledLayers.has(distance[node]!)) dependency[node]! /= maxPathCount
      distance[node] = unreached
    }
    distance[order[0]!] = unreached
    this.#scaledLayers.clear()
  }
}
