import { partitionBySize, type Partition } from './connectedComponents'
import { shuffledIndices, type RandomGenerator } from './random'
import { visitsPerProgressReport, type NeighbourLists, type ProgressGenerator } from './network'

interface LouvainSettings {
  /** Higher values give more and smaller communities (Reichardt and Bornholdt, Physical Review E 74, 2006). */
  readonly resolution: number
  readonly random: RandomGenerator
}

export interface Communities extends Partition {
  readonly modularity: number
}

/** A network of nodes or of communities: its links without loops, the weight of each loop, and the total weight at each node. */
interface Level {
  readonly links: NeighbourLists
  readonly loops: Float64Array
  readonly strength: Float64Array
}

/**
 * Communities by the Louvain method (Blondel et al., Journal of Statistical Mechanics, 2008, P10008): each node moves to the
 * community where modularity gains most, then communities become nodes, until nothing is gained. A node is tried again only
 * when a neighbour has moved (Traag, Physical Review E 92, 2015, 032801). Links go both ways; weights of parallel edges add
 * up; a loop connects a node with itself.
 */
export function* louvainCommunities(
  links: NeighbourLists,
  { resolution, random }: LouvainSettings,
): ProgressGenerator<Communities> {
  let level = initialLevel(links)
  const total = level.strength.reduce((sum, each) => sum + each, 0)
  let communityOf = new Uint32Array(level.loops.length).map((_, node) => node)
  for (;;) {
    const moved = yield* moveNodes(level, { resolution, total, random })
    const { labels, sizes } = partitionBySize(moved)
    if (sizes.length === level.loops.length) break
    communityOf = communityOf.map((community) => labels[community]!)
    level = mergedLevel(level, labels, sizes.length)
  }
  return { ...partitionBySize(communityOf), modularity: modularity(level, total, resolution) }
}

/** The level of the nodes themselves, with loops separated from the other links. */
function initialLevel({ offsets, neighbours, weights }: NeighbourLists): Level {
  const count = offsets.length - 1
  const loops = new Float64Array(count)
  const strength = new Float64Array(count)
  const linkWeights = new Float64Array(neighbours.length)
  for (let node = 0; node < count; node++)
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const weight = weights ? weights[at]! : 1
      if (neighbours[at] === node) loops[node]! += 2 * weight
      else linkWeights[at] = weight
      strength[node]! += neighbours[at] === node ? 2 * weight : weight
    }
  return { links: { offsets, neighbours, weights: linkWeights }, loops, strength }
}

/** Moving a node costs more than visiting a link. */
const movesPerProgressReport = visitsPerProgressReport / 4

interface MoveSettings extends LouvainSettings {
  readonly total: number
}

/** Moves nodes between communities until none gains. Returns the community of each node, numbered as one of its nodes. */
function* moveNodes(
  { links, strength }: Level,
  { resolution, total, random }: MoveSettings,
): ProgressGenerator<Uint32Array> {
  const count = strength.length
  const communityOf = new Uint32Array(count).map((_, node) => node)
  const sums = strength.slice()
  const weights = new CommunityWeights(links, communityOf)
  const queue = shuffledIndices(count, random)
  const isQueued = new Uint8Array(count).fill(1)
  let left = count
  let work = 0
  for (let at = 0; left > 0; at = at + 1 === count ? 0 : at + 1) {
    const node = queue[at]!
    left--
    isQueued[node] = 0
    const own = communityOf[node]!
    work += weights.collectAt(node)
    sums[own]! -= strength[node]!
    const best = weights.bestCommunity(own, sums, total > 0 ? (resolution * strength[node]!) / total : 0)
    sums[best]! += strength[node]!
    communityOf[node] = best
    if (best !== own) left = queueNeighbours(links, node, { communityOf, isQueued, queue, at, left })
    if (work > movesPerProgressReport) yield { done: 1 - left / count }
    work %= movesPerProgressReport
  }
  return communityOf
}

/** The weights between one node and each community around it. */
class CommunityWeights {
  readonly #weightTo: Float64Array
  /** The communities around the node. */
  readonly #adjacent: Uint32Array
  #adjacentCount = 0

  constructor(
    readonly links: NeighbourLists,
    readonly communityOf: Uint32Array,
  ) {
    this.#weightTo = new Float64Array(communityOf.length)
    this.#adjacent = new Uint32Array(communityOf.length)
  }

  /** Sums the weights at a node by community. Returns the number of links visited. */
  collectAt(node: number): number {
    const { offsets, neighbours, weights } = this.links
    for (let at = 0; at < this.#adjacentCount; at++) this.#weightTo[this.#adjacent[at]!] = 0
    this.#adjacentCount = 0
    const end = offsets[node + 1]!
    for (let at = offsets[node]!; at < end; at++) {
      const weight = weights![at]!
      if (weight === 0) continue
      const community = this.communityOf[neighbours[at]!]!
      if (this.#weightTo[community] === 0) this.#adjacent[this.#adjacentCount++] = community
      this.#weightTo[community]! += weight
    }
    return end - offsets[node]! + 1
  }

  /** The community with the highest gain; the node's own unless another gains more. `cost` is the loss for each unit of strength. */
  bestCommunity(own: number, sums: Float64Array, cost: number): number {
    let best = own
    let gain = this.#weightTo[own]! - sums[own]! * cost
    for (let at = 0; at < this.#adjacentCount; at++) {
      const community = this.#adjacent[at]!
      const theirs = this.#weightTo[community]! - sums[community]! * cost
      if (theirs <= gain + 1e-12 * Math.abs(gain)) continue
      best = community
      gain = theirs
    }
    return best
  }
}

interface MoveQueue {
  readonly communityOf: Uint32Array
  readonly isQueued: Uint8Array
  readonly queue: Uint32Array
  readonly at: number
  readonly left: number
}

/** Appends the neighbours in other communities to the ring buffer. Returns the number of nodes in it. */
function queueNeighbours(
  { offsets, neighbours }: NeighbourLists,
  node: number,
  { communityOf, isQueued, queue, at, left }: MoveQueue,
): number {
  let length = left
  for (let link = offsets[node]!, end = offsets[node + 1]!; link < end; link++) {
    const other = neighbours[link]!
    if (isQueued[other] === 1 || communityOf[other] === communityOf[node]) continue
    isQueued[other] = 1
    length++
    queue[(at + length) % queue.length] = other
  }
  return length
}

/** The next level, whose nodes are the communities of this one. */
function mergedLevel({ links, loops, strength }: Level, communityOf: Uint32Array, count: number): Level {
  const { offsets, neighbours, weights } = links
  const members = nodesByCommunity(communityOf, count)
  const next = {
    starts: new Uint32Array(count + 1),
    neighbours: new Uint32Array(neighbours.length),
    weights: new Float64Array(neighbours.length),
  }
  const inner = new Float64Array(count)
  const sums = new Float64Array(count)
  /** Index of the link to each community, plus 1; below `start` if it is of an earlier community. */
  const linkTo = new Uint32Array(count)
  let filled = 0
  for (let community = 0; community < count; community++) {
    const start = filled
    for (let at = members.starts[community]!; at < members.starts[community + 1]!; at++) {
      const node = members.nodes[at]!
      inner[community]! += loops[node]!
      sums[community]! += strength[node]!
      for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
        const other = communityOf[neighbours[link]!]!
        if (other === community) inner[community]! += weights![link]!
        else if (linkTo[other]! > start) next.weights[linkTo[other]! - 1]! += weights![link]!
        else {
          next.neighbours[filled] = other
          next.weights[filled] = weights![link]!
          linkTo[other] = ++filled
        }
      }
    }
    next.starts[community + 1] = filled
  }
  const filledPart = { neighbours: next.neighbours.slice(0, filled), weights: next.weights.slice(0, filled) }
  return { links: { offsets: next.starts, ...filledPart }, loops: inner, strength: sums }
}

function nodesByCommunity(communityOf: Uint32Array, count: number): { starts: Uint32Array; nodes: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (const community of communityOf) starts[community + 1]!++
  for (let at = 0; at < count; at++) starts[at + 1]! += starts[at]!
  const next = starts.slice()
  const nodes = new Uint32Array(communityOf.length)
  for (let node = 0; node < communityOf.length; node++) nodes[next[communityOf[node]!]!++] = node
  return { starts, nodes }
}

/** Modularity after Newman and Girvan (Physical Review E 69, 2004), with each node of the level as a community. */
const modularity = ({ loops, strength }: Level, total: number, resolution: number): number =>
  total === 0 ? 0 : loops.reduce((sum, inner, at) => sum + inner / total - resolution * (strength[at]! / total) ** 2, 0)
