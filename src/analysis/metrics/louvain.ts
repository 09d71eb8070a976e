import { partitionBySize, type Partition } from './connectedComponents'
import { shuffledIndices, type RandomGenerator } from './random'
import { visitsPerProgressReport, type NeighbourLists, type ProgressGenerator } from './network'

interface LouvainSettings {
  /** Higher finds more and smaller communities (Reichardt and Bornholdt, Physical Review E 74, 2006). */
  readonly resolution: number
  readonly chance: RandomGenerator
}

export interface Communities extends Partition {
  readonly modularity: number
}

/** A network of nodes or of communities: links without loops, the weight of each one's loop, and of all at it. */
interface Level {
  readonly links: NeighbourLists
  readonly loops: Float64Array
  readonly strength: Float64Array
}

/**
 * Communities by the Louvain method (Blondel et al., Journal of Statistical Mechanics, 2008, P10008): each node goes where
 * modularity gains most, then communities become nodes, until nothing is gained. Nodes are asked again only when a
 * neighbour has moved (Traag, Physical Review E 92, 2015, 032801). The links are those of edges taken both ways; weights and
 * parallel edges add up, a loop ties a node to itself.
 */
export function* louvainCommunities(
  links: NeighbourLists,
  { resolution, chance }: LouvainSettings,
): ProgressGenerator<Communities> {
  let level = ground(links)
  const total = level.strength.reduce((sum, each) => sum + each, 0)
  let of = new Uint32Array(level.loops.length).map((_, node) => node)
  for (;;) {
    const moved = yield* move(level, { resolution, total, chance })
    const { labels: found, sizes } = partitionBySize(moved)
    if (sizes.length === level.loops.length) break
    of = of.map((at) => found[at]!)
    level = merged(level, found, sizes.length)
  }
  return { ...partitionBySize(of), modularity: modularity(level, total, resolution) }
}

/** Loops apart from the other links. */
function ground({ offsets, neighbours, weights }: NeighbourLists): Level {
  const count = offsets.length - 1
  const loops = new Float64Array(count)
  const strength = new Float64Array(count)
  const own = new Float64Array(neighbours.length)
  for (let node = 0; node < count; node++)
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const weight = weights ? weights[at]! : 1
      if (neighbours[at] === node) loops[node]! += 2 * weight
      else own[at] = weight
      strength[node]! += neighbours[at] === node ? 2 * weight : weight
    }
  return { links: { offsets, neighbours: neighbours, weights: own }, loops, strength }
}

/** To move a node costs more than to pass a link. */
const turns = visitsPerProgressReport / 4

interface Moving extends LouvainSettings {
  readonly total: number
}

/** Moves nodes between communities until none gains; gives the community of each, named after one of its nodes. */
function* move({ links, strength }: Level, { resolution, total, chance }: Moving): ProgressGenerator<Uint32Array> {
  const count = strength.length
  const of = new Uint32Array(count).map((_, node) => node)
  const sums = strength.slice()
  const ties = new Ties(links, of)
  const queue = shuffledIndices(count, chance)
  const waits = new Uint8Array(count).fill(1)
  let left = count
  let work = 0
  for (let at = 0; left > 0; at = at + 1 === count ? 0 : at + 1) {
    const node = queue[at]!
    left--
    waits[node] = 0
    const own = of[node]!
    work += ties.gatherAt(node)
    sums[own]! -= strength[node]!
    const best = ties.bestOf(own, sums, total > 0 ? (resolution * strength[node]!) / total : 0)
    sums[best]! += strength[node]!
    of[node] = best
    if (best !== own) left = wake(links, node, { of, waits, queue, at, left })
    if (work > turns) yield { done: 1 - left / count }
    work %= turns
  }
  return of
}

/** The weights that tie one node to the communities around it. */
class Ties {
  readonly #to: Float64Array
  readonly #around: Uint32Array
  #many = 0

  constructor(
    readonly links: NeighbourLists,
    readonly of: Uint32Array,
  ) {
    this.#to = new Float64Array(of.length)
    this.#around = new Uint32Array(of.length)
  }

  /** Adds up the weights at a node; says how many links it looked at. */
  gatherAt(node: number): number {
    const { offsets, neighbours, weights } = this.links
    for (let at = 0; at < this.#many; at++) this.#to[this.#around[at]!] = 0
    this.#many = 0
    const end = offsets[node + 1]!
    for (let at = offsets[node]!; at < end; at++) {
      const weight = weights![at]!
      if (weight === 0) continue
      const community = this.of[neighbours[at]!]!
      if (this.#to[community] === 0) this.#around[this.#many++] = community
      this.#to[community]! += weight
    }
    return end - offsets[node]! + 1
  }

  /** The community that gains most; the node's own where no other gains more. */
  bestOf(own: number, sums: Float64Array, price: number): number {
    let best = own
    let gain = this.#to[own]! - sums[own]! * price
    for (let at = 0; at < this.#many; at++) {
      const community = this.#around[at]!
      const theirs = this.#to[community]! - sums[community]! * price
      if (theirs <= gain + 1e-12 * Math.abs(gain)) continue
      best = community
      gain = theirs
    }
    return best
  }
}

interface Waking {
  readonly of: Uint32Array
  readonly waits: Uint8Array
  readonly queue: Uint32Array
  readonly at: number
  readonly left: number
}

/** Neighbours in other communities are asked again, behind those that already wait; gives how many wait. */
function wake({ offsets, neighbours }: NeighbourLists, node: number, { of, waits, queue, at, left }: Waking): number {
  let waiting = left
  for (let link = offsets[node]!, end = offsets[node + 1]!; link < end; link++) {
    const other = neighbours[link]!
    if (waits[other] === 1 || of[other] === of[node]) continue
    waits[other] = 1
    waiting++
    queue[(at + waiting) % queue.length] = other
  }
  return waiting
}

/** Communities as the nodes of the next level. */
function merged({ links, loops, strength }: Level, of: Uint32Array, count: number): Level {
  const { offsets, neighbours, weights } = links
  const members = grouped(of, count)
  const next = {
    starts: new Uint32Array(count + 1),
    neighbours: new Uint32Array(neighbours.length),
    weights: new Float64Array(neighbours.length),
  }
  const inner = new Float64Array(count)
  const sums = new Float64Array(count)
  const place = new Uint32Array(count)
  let filled = 0
  for (let community = 0; community < count; community++) {
    const start = filled
    for (let at = members.starts[community]!; at < members.starts[community + 1]!; at++) {
      const node = members.nodes[at]!
      inner[community]! += loops[node]!
      sums[community]! += strength[node]!
      for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
        const other = of[neighbours[link]!]!
        if (other === community) inner[community]! += weights![link]!
        else if (place[other]! > start) next.weights[place[other]! - 1]! += weights![link]!
        else {
          next.neighbours[filled] = other
          next.weights[filled] = weights![link]!
          place[other] = ++filled
        }
      }
    }
    next.starts[community + 1] = filled
  }
  const upTo = { neighbours: next.neighbours.slice(0, filled), weights: next.weights.slice(0, filled) }
  return { links: { offsets: next.starts, ...upTo }, loops: inner, strength: sums }
}

/** Nodes by their community. */
function grouped(of: Uint32Array, count: number): { starts: Uint32Array; nodes: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (const community of of) starts[community + 1]!++
  for (let at = 0; at < count; at++) starts[at + 1]! += starts[at]!
  const next = starts.slice()
  const nodes = new Uint32Array(of.length)
  for (let node = 0; node < of.length; node++) nodes[next[of[node]!]!++] = node
  return { starts, nodes }
}

/** Newman and Girvan's (Physical Review E 69, 2004), with each node of the level a community. */
const modularity = ({ loops, strength }: Level, total: number, resolution: number): number =>
  total === 0 ? 0 : loops.reduce((sum, inner, at) => sum + inner / total - resolution * (strength[at]! / total) ** 2, 0)
