import { NONE } from '../../model/columns'
import type { ProgressGenerator, Network } from './network'

/** Which part each node belongs to: parts are numbered from 0, the largest first, of like ones that with the earliest node. */
export interface Partition {
  readonly labels: Uint32Array
  readonly sizes: Uint32Array
}

/**
 * Weakly connected components: nodes that some way of edges joins, whatever their direction. By disjoint sets with halved
 * paths, the smaller number always the root (Tarjan and van Leeuwen, Journal of the ACM 31, 1984).
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

/** Parts from any label a node, below the number of nodes; sorted by counting, since there may be a million of them. */
export function partitionBySize(labels: Uint32Array): Partition {
  const count = labels.length
  const sizes = new Uint32Array(count)
  for (let node = 0; node < count; node++) sizes[labels[node]!]!++
  // Where the parts of each size begin, the largest size first.
  const starts = new Uint32Array(count + 2)
  for (let label = 0; label < count; label++) if (sizes[label]! > 0) starts[sizes[label]!]!++
  let parts = 0
  for (let size = count; size > 0; size--) {
    const many = starts[size]!
    starts[size] = parts
    parts += many
  }
  const places = new Uint32Array(count).fill(NONE)
  const of = new Uint32Array(count)
  const sorted = new Uint32Array(parts)
  for (let node = 0; node < count; node++) {
    const label = labels[node]!
    if (places[label] === NONE) sorted[(places[label] = starts[sizes[label]!]!++)] = sizes[label]!
    of[node] = places[label]!
  }
  return { labels: of, sizes: sorted }
}
