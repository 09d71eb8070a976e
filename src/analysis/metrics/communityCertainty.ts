import { seededRandom } from './random'
import type { Partition } from './connectedComponents'
import { louvainCommunities, type Communities } from './louvain'
import { neighbourListsOf, type ProgressGenerator, type Network } from './network'

interface CommunitiesWithCertainty extends Communities {
  /** Of the runs the share that puts the node into the community that it has here, from 0 to 1. */
  readonly certainty: Float64Array
}

interface CertaintySettings {
  readonly resolution?: number
  /** How often the communities are sought, each time from another seed. */
  readonly runs?: number
  readonly seed?: number
}

/**
 * Louvain communities and how far chance made them. Of several runs that with the highest modularity is kept. Labels of
 * every other run are matched with its labels by common members, one to one, the pair with the most common members first; a
 * run agrees about a node where its label matches the kept one. What has no match agrees nowhere.
 */
export function* communitiesWithCertainty(
  network: Network,
  settings: CertaintySettings = {},
): ProgressGenerator<CommunitiesWithCertainty> {
  const { resolution = 1, runs = 10, seed = 1 } = settings
  const links = neighbourListsOf(network, 'both')
  const found: Communities[] = []
  for (let run = 0; run < runs; run++) {
    const work = louvainCommunities(links, { resolution, chance: seededRandom(seed + run * 7919) })
    let turn = work.next()
    for (; !turn.done; turn = work.next()) yield { done: (run + turn.value.done * 0.5) / runs }
    found.push(turn.value)
    yield { done: (run + 1) / runs }
  }
  const kept = found.reduce((best, each) => (each.modularity > best.modularity ? each : best))
  const agreeing = new Float64Array(network.count)
  for (const other of found) {
    const match = matchCommunityLabels(kept, other)
    for (let node = 0; node < network.count; node++)
      if (match[other.labels[node]!] === kept.labels[node]) agreeing[node]!++
  }
  return { ...kept, certainty: agreeing.map((times) => times / runs) }
}

const nobody = 0xffffffff

/** The label of the one partition that stands for each label of the other. */
export function matchCommunityLabels(one: Partition, other: Partition): Uint32Array {
  const common = new Map<number, number>()
  const width = one.sizes.length
  for (let node = 0; node < one.labels.length; node++) {
    const pair = other.labels[node]! * width + one.labels[node]!
    common.set(pair, (common.get(pair) ?? 0) + 1)
  }
  const pairs = [...common].sort(([pair, most], [next, less]) => less - most || pair - next)
  const taken = new Uint8Array(width)
  const match = new Uint32Array(other.sizes.length).fill(nobody)
  for (const [pair] of pairs) {
    const [theirs, ours] = [Math.floor(pair / width), pair % width]
    if (match[theirs] !== nobody || taken[ours] === 1) continue
    match[theirs] = ours
    taken[ours] = 1
  }
  return match
}
