import { shuffledIndices } from './random'
import type { SamplingSettings } from './betweenness'
import {
  simpleNeighbourLists,
  visitsPerProgressReport,
  type NeighbourLists,
  type ProgressGenerator,
  type Network,
} from './network'

interface ClosenessResult {
  /** From 0 to 1; 1 for a node next to every other. */
  readonly closeness: Float64Array
  readonly harmonic: Float64Array
}

/**
 * Closeness: the inverse of the mean distance from others to a node, times the share of others from which it can be
 * reached (Wasserman and Faust, Social Network Analysis, 1994, p. 201); and harmonic closeness, the mean of the inverse
 * distances (Rochat 2009; Boldi and Vigna, Internet Mathematics 10, 2014). A sample of sources gives an estimate (Eppstein
 * and Wang, Journal of Graph Algorithms and Applications 8, 2004). Searches from 32 nodes at once, one bit of a word for
 * each (Then et al., PVLDB 8, 2014). Ignores weights, loops and parallel edges.
 */
export function* closeness(network: Network, settings: SamplingSettings): ProgressGenerator<ClosenessResult> {
  const { count } = network
  const { direction = 'both', sources = count, random } = settings
  const drawn = shuffledIndices(count, random, sources).sort()
  const search = new BatchSearch(simpleNeighbourLists(network, direction), count)
  let work = 0
  for (let at = 0; at < drawn.length; at += 32) {
    work += search.addSources(drawn.subarray(at, at + 32))
    if (work > visitsPerProgressReport) yield { done: Math.min(1, (at + 32) / drawn.length) }
    work %= visitsPerProgressReport
  }
  const isDrawn = new Uint8Array(count)
  for (const node of drawn) isDrawn[node] = 1
  const others = (node: number) => Math.max(1, drawn.length - isDrawn[node]!)
  return {
    closeness: search.distances.map((sum, node) => (sum > 0 ? search.reached[node]! ** 2 / (others(node) * sum) : 0)),
    harmonic: search.inverses.map((sum, node) => sum / others(node)),
  }
}

/** Searches from up to 32 nodes at a time, and sums the distances at which they reach each node. */
class BatchSearch {
  readonly distances: Float64Array
  readonly inverses: Float64Array
  readonly reached: Float64Array
  /** One bit for each source: it has reached the node; it did so in the last step; it does so in this step. */
  readonly #reachedBy: Uint32Array
  readonly #current: Uint32Array
  readonly #next: Uint32Array
  /** The nodes reached in the last step, and in this step. */
  #currentNodes: Uint32Array
  #nextNodes: Uint32Array

  constructor(
    readonly links: NeighbourLists,
    count: number,
  ) {
    this.distances = new Float64Array(count)
    this.inverses = new Float64Array(count)
    this.reached = new Float64Array(count)
    this.#reachedBy = new Uint32Array(count)
    this.#current = new Uint32Array(count)
    this.#next = new Uint32Array(count)
    this.#currentNodes = new Uint32Array(count)
    this.#nextNodes = new Uint32Array(count)
  }

  /** Adds the distances from these sources. Returns the number of links visited. */
  addSources(sources: Uint32Array): number {
    this.#reachedBy.fill(0)
    sources.forEach((node, bit) => (this.#reachedBy[node] = this.#current[node] = (1 << bit) >>> 0))
    this.#currentNodes.set(sources)
    let active = sources.length
    let work = this.#reachedBy.length / 8
    for (let distance = 1; active > 0; distance++) {
      const [reached, visits] = this.#step(active)
      this.#arrive(reached, distance)
      active = reached
      work += visits
    }
    return work
  }

  /** Passes the bits of the active nodes on. Returns the number of nodes newly reached and of links visited. */
  #step(active: number): [number, number] {
    const { offsets, neighbours } = this.links
    const [reachedBy, current, next] = [this.#reachedBy, this.#current, this.#next]
    let found = 0
    let work = 0
    for (let at = 0; at < active; at++) {
      const node = this.#currentNodes[at]!
      const bits = current[node]!
      current[node] = 0
      const end = offsets[node + 1]!
      work += end - offsets[node]! + 1
      for (let link = offsets[node]!; link < end; link++) {
        const other = neighbours[link]!
        const fresh = bits & ~reachedBy[other]!
        if (fresh === 0) continue
        if (next[other] === 0) this.#nextNodes[found++] = other
        next[other]! |= fresh
      }
    }
    return [found, work]
  }

  #arrive(found: number, distance: number): void {
    const [reachedBy, current, next] = [this.#reachedBy, this.#current, this.#next]
    for (let at = 0; at < found; at++) {
      const node = this.#nextNodes[at]!
      const bits = next[node]!
      const arrivals = countBits(bits)
      next[node] = 0
      current[node] = bits
      reachedBy[node]! |= bits
      this.reached[node]! += arrivals
      this.distances[node]! += arrivals * distance
      this.inverses[node]! += arrivals / distance
    }
    ;[this.#currentNodes, this.#nextNodes] = [this.#nextNodes, this.#currentNodes]
  }
}

/** Number of bits that are set. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
