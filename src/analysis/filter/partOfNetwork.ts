import type { Network } from '../metrics/network'
import type { VisibleRows } from './masks'

/**
 * The part of a network, its nodes renumbered in order; `rows` gives their original numbers. Typed arrays throughout: with a
 * million edges, iterators would take longer than the computation that follows.
 */
export function partOfNetwork(network: Network, part: VisibleRows): { network: Network; rows: Uint32Array } {
  const { source, target, mutual, directed } = network
  const rows = rowsOfMask(part.nodes, part.nodeCount)
  const indexOf = new Uint32Array(network.count)
  for (let at = 0; at < rows.length; at++) indexOf[rows[at]!] = at
  const edges = rowsOfMask(part.edges, part.edgeCount)
  const own = { source: new Uint32Array(edges.length), target: new Uint32Array(edges.length) }
  for (let at = 0; at < edges.length; at++) {
    own.source[at] = indexOf[source[edges[at]!]!]!
    own.target[at] = indexOf[target[edges[at]!]!]!
  }
  const ownMutual = mutual && new Uint8Array(edges.length)
  if (ownMutual) for (let at = 0; at < edges.length; at++) ownMutual[at] = mutual[edges[at]!]!
  return { network: { count: rows.length, ...own, mutual: ownMutual, directed }, rows }
}

function rowsOfMask(mask: Uint8Array, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  let at = 0
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) rows[at++] = row
  return rows
}
