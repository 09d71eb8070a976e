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
  /** From 0 to 1; 1 is next to everybody. */
  readonly closeness: Float64Array
  readonly harmonic: Float64Array
}

/**
 * Closeness, the inverse of the mean distance from others to a node, times the share of others from which it is reached at
 * all (Wasserman and Faust, Social Network Analysis, 1994, p. 201); and harmonic closeness, the mean of the inverse
 * distances (Rochat 2009; Boldi and Vigna, Internet Mathematics 10, 2014). Where only some nodes are followed they stand for
 * all (Eppstein and Wang, Journal of Graph Algorithms and Applications 8, 2004). The search goes out from 32 nodes at
 * once, each a bit of a word (Then et al., PVLDB 8, 2014). Weights, loops and parallel edges play no part.
 */
export function* closeness(network: Network, settings: SamplingSettings): ProgressGenerator<ClosenessResult> {
  const { count } = network
  const { way = 'both', sources = count, chance } = settings
  const from = shuffledIndices(count, chance, sources).sort()
  const search = new Search(simpleNeighbourLists(network, way), count)
  let work = 0
  for (let at = 0; at < from.length; at += 32) {
    work += search.follow(from.subarray(at, at + 32))
    if (work > visitsPerProgressReport) yield { done: Math.min(1, (at + 32) / from.length) }
    work %= visitsPerProgressReport
  }
  const drawn = new Uint8Array(count)
  for (const node of from) drawn[node] = 1
  const others = (node: number) => Math.max(1, from.length - drawn[node]!)
  return {
    closeness: search.distances.map((sum, node) => (sum > 0 ? search.reached[node]! ** 2 / (others(node) * sum) : 0)),
    harmonic: search.inverses.map((sum, node) => sum / others(node)),
  }
}

/** Searches from up to 32 nodes at a time, and adds up what reaches each node from how far. */
class Search {
  readonly distances: Float64Array
  readonly inverses: Float64Array
  readonly reached: Float64Array
  /** A bit a source: it has been here, arrives in this step, or in the next. */
  readonly #seen: Uint32Array
  readonly #here: Uint32Array
  readonly #next: Uint32Array
  #list: Uint32Array
  #nextList: Uint32Array

  constructor(
    readonly links: NeighbourLists,
    count: number,
  ) {
    this.distances = new Float64Array(count)
    this.inverses = new Float64Array(count)
    this.reached = new Float64Array(count)
    this.#seen = new Uint32Array(count)
    this.#here = new Uint32Array(count)
    this.#next = new Uint32Array(count)
    this.#list = new Uint32Array(count)
    this.#nextList = new Uint32Array(count)
  }

  /** Adds what these sources give; says how many links it looked at. */
  follow(sources: Uint32Array): number {
    this.#seen.fill(0)
    sources.forEach((node, bit) => (this.#seen[node] = this.#here[node] = (1 << bit) >>> 0))
    this.#list.set(sources)
    let active = sources.length
    let work = this.#seen.length / 8
    for (let distance = 1; active > 0; distance++) {
      const [found, looked] = this.#step(active)
      this.#arrive(found, distance)
      active = found
      work += looked
    }
    return work
  }

  /** Sends the bits of the active nodes on; gives how many nodes they newly reach, and how many links were looked at. */
  #step(active: number): [number, number] {
    const { offsets, neighbours } = this.links
    const [seen, here, next] = [this.#seen, this.#here, this.#next]
    let found = 0
    let work = 0
    for (let at = 0; at < active; at++) {
      const node = this.#list[at]!
      const bits = here[node]!
      here[node] = 0
      const end = offsets[node + 1]!
      work += end - offsets[node]! + 1
      for (let link = offsets[node]!; link < end; link++) {
        const other = neighbours[link]!
        const fresh = bits & ~seen[other]!
        if (fresh === 0) continue
        if (next[other] === 0) this.#nextList[found++] = other
        next[other]! |= fresh
      }
    }
    return [found, work]
  }

  #arrive(found: number, distance: number): void {
    const [seen, here, next] = [this.#seen, this.#here, this.#next]
    for (let at = 0; at < found; at++) {
      const node = this.#nextList[at]!
      const bits = next[node]!
      const arrivals = ones(bits)
      next[node] = 0
      here[node] = bits
      seen[node]! |= bits
      this.reached[node]! += arrivals
      this.distances[node]! += arrivals * distance
      this.inverses[node]! += arrivals / distance
    }
    ;[this.#list, this.#nextList] = [this.#nextList, this.#list]
  }
}

/** Number of bits that are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
