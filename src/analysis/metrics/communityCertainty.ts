import { seededRandom } from './random'
import type { Partition } from './connectedComponents'
import { louvainCommunities, type Communities } from './louvain'
import { neighbourListsOf, type ProgressGenerator, type Network } from './network'

interface CommunitiesWithCertainty extends Communities {
  /** The share of runs that assign the node to the same community, from 0 to 1. */
  readonly certainty: Float64Array
}

interface CertaintySettings {
  readonly resolution?: number
  /** Number of runs, each with another seed. */
  readonly runs?: number
  readonly seed?: number
}

/**
 * Louvain communities, and how far they depend on chance. The best of several runs is the one with the highest modularity.
 * The labels of every other run are matched with it one to one by common members, the pair with the most first; a run
 * agrees about a node if its label there matches that of the best run. A community without a match agrees nowhere.
 */
export function* communitiesWithCertainty(
  network: Network,
  settings: CertaintySettings = {},
): ProgressGenerator<CommunitiesWithCertainty> {
  const { resolution = 1, runs = 10, seed = 1 } = settings
  const links = neighbourListsOf(network, 'both')
  const all: Communities[] = []
  for (let run = 0; run < runs; run++) {
    const work = louvainCommunities(links, { resolution, random: seededRandom(seed + run * 7919) })
    let turn = work.next()
    for (; !turn.done; turn = work.next()) yield { done: (run + turn.value.done * 0.5) / runs }
    all.push(turn.value)
    yield { done: (run + 1) / runs }
  }
  const best = all.reduce((highest, each) => (each.modularity > highest.modularity ? each : highest))
  const agreeing = new Float64Array(network.count)
  for (const other of all) {
    const match = matchCommunityLabels(best, other)
    for (let node = 0; node < network.count; node++)
      if (match[other.labels[node]!] === best.labels[node]) agreeing[node]!++
  }
  return { ...best, certainty: agreeing.map((count) => count / runs) }
}

const unmatched = 0xffffffff

/** For each label of the other partition the matching label of the first; 0xffffffff if it has none. */
export function matchCommunityLabels(one: Partition, other: Partition): Uint32Array {
  const common = new Map<number, number>()
  const width = one.sizes.length
  for (let node = 0; node < one.labels.length; node++) {
    const pair = other.labels[node]! * width + one.labels[node]!
    common.set(pair, (common.get(pair) ?? 0) + 1)
  }
  const pairs = [...common].sort(([pair, count], [otherPair, otherCount]) => otherCount - count || pair - otherPair)
  const isMatched = new Uint8Array(width)
  const match = new Uint32Array(other.sizes.length).fill(unmatched)
  for (const [pair] of pairs) {
    const [theirs, ours] = [Math.floor(pair / width), pair % width]
    if (match[theirs] !== unmatched || isMatched[ours] === 1) continue
    match[theirs] = ours
    isMatched[ours] = 1
  }
  return match
}
