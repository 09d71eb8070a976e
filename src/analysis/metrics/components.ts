import type { Measuring, Network } from './network'

/** Which part each node belongs to: parts are numbered from 0, the largest first, of like ones that with the earliest node. */
export interface Parts {
  readonly of: Uint32Array
  readonly sizes: Uint32Array
}

/**
 * Weakly connected components: nodes that some way of edges joins, whatever their direction. By disjoint sets with halved
 * paths, the smaller number always the root (Tarjan and van Leeuwen, Journal of the ACM 31, 1984).
 */
export function* components({ count, source, target }: Network): Measuring<Parts> {
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
  return bySize(parent)
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

/** Parts from any label a node, below the number of nodes. */
export function bySize(labels: Uint32Array): Parts {
  const sizes = new Uint32Array(labels.length)
  for (let node = 0; node < labels.length; node++) sizes[labels[node]!]!++
  const firstOf = new Uint32Array(labels.length)
  for (let node = labels.length - 1; node >= 0; node--) firstOf[labels[node]!] = node
  const order = Uint32Array.from(sizes.keys()).filter((label) => sizes[label]! > 0)
  order.sort((one, other) => sizes[other]! - sizes[one]! || firstOf[one]! - firstOf[other]!)
  const places = new Uint32Array(labels.length)
  order.forEach((label, place) => (places[label] = place))
  return { of: labels.map((label) => places[label]!), sizes: order.map((label) => sizes[label]!) }
}
