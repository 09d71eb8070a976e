import { NONE } from '../../model/columns'
import type { ProgressGenerator, Network } from './network'

/** The group of each node. Groups are numbered from 0, the largest first, ties by their first node. */
export interface Partition {
  readonly labels: Uint32Array
  readonly sizes: Uint32Array
}

/**
 * Weakly connected components: nodes that are connected by a path, whatever the direction of its edges. Disjoint sets with
 * path halving, the smaller number always the root (Tarjan and van Leeuwen, Journal of the ACM 31, 1984).
 */
export function* connectedComponents({ count, source, target }: Network): ProgressGenerator<Partition> {
  const parent = new Uint32Array(count)
  for (let node = 0; node < count; node++) parent[node] = node
  for (let edge = 0; edge < source.length; edge++) {
    const one = rootOf(parent, source[edge]!)
    const other = rootOf(parent, target[edge]!)
    if (one < other) parent[other] = one
    else if (other < one) parent[one] = other
    if (edge % 2e6 === 2e6 - 1) yield { done: edge / source.length }
  }
  for (let node = 0; node < count; node++) parent[node] = parent[parent[node]!]!
  return partitionBySize(parent)
}

function rootOf(parent: Uint32Array, from: number): number {
  let node = from
  let above = parent[node]!
  while (above !== node) {
    const higher = parent[above]!
    parent[node] = higher
    node = higher
    above = parent[node]!
  }
  return node
}

/** Groups from one label for each node, below the number of nodes. A counting sort, since there may be a million groups. */
export function partitionBySize(labels: Uint32Array): Partition {
  const count = labels.length
  const sizes = new Uint32Array(count)
  for (let node = 0; node < count; node++) sizes[labels[node]!]!++
  // The index of the first group of each size, largest size first.
  const starts = new Uint32Array(count + 2)
  for (let label = 0; label < count; label++) if (sizes[label]! > 0) starts[sizes[label]!]!++
  let groups = 0
  for (let size = count; size > 0; size--) {
    const groupsOfSize = starts[size]!
    starts[size] = groups
    groups += groupsOfSize
  }
  const groupOfLabel = new Uint32Array(count).fill(NONE)
  const groupOfNode = new Uint32Array(count)
  const sortedSizes = new Uint32Array(groups)
  for (let node = 0; node < count; node++) {
    const label = labels[node]!
    if (groupOfLabel[label] === NONE) sortedSizes[(groupOfLabel[label] = starts[sizes[label]!]!++)] = sizes[label]!
    groupOfNode[node] = groupOfLabel[label]!
  }
  return { labels: groupOfNode, sizes: sortedSizes }
}
