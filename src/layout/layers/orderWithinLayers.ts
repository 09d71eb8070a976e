import { rowsOfGroup, groupRowsByKey, type RowGroups } from '../../model/columns'
import type { DirectedEdgeList } from './acyclicOrder'

/** For each node the nodes before it and after it, all of them in other layers. */
export interface DirectedNeighbours {
  readonly predecessors: RowGroups
  readonly successors: RowGroups
}

/** The neighbours on both sides, of edges that all point forward. */
export function directedNeighbours({ count, source, target }: DirectedEdgeList): DirectedNeighbours {
  const [out, into] = [groupRowsByKey(source, count), groupRowsByKey(target, count)]
  return {
    successors: { offsets: out.offsets, rows: out.rows.map((edge) => target[edge]!) },
    predecessors: { offsets: into.offsets, rows: into.rows.map((edge) => source[edge]!) },
  }
}

const sweeps = 12

/**
 * Puts the nodes of each layer in an order in which few edges cross: from left to right and back, each node goes to the
 * mean place of its neighbours on the side that was ordered before (Sugiyama, Tagawa and Toda, IEEE Transactions on
 * Systems, Man, and Cybernetics 11(2), 1981). Places are shares of a layer, and an edge over several layers counts as one,
 * so that the work is that of the edges alone. Gives the nodes of each layer in their order.
 */
export function orderWithinLayers(layer: Uint32Array, sides: DirectedNeighbours): Uint32Array[] {
  const count = layer.length
  const layers = inLayers(layer, walkOrder(count, sides))
  const place = new Float64Array(count)
  const settle = (nodes: Uint32Array) => {
    for (let at = 0; at < nodes.length; at++) place[nodes[at]!] = (at + 0.5) / nodes.length
  }
  layers.forEach(settle)
  const key = new Float64Array(count)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const back = sweep % 2 === 1
    for (const nodes of back ? layers.toReversed() : layers) {
      for (const node of nodes)
        key[node] = meanValue(rowsOfGroup(back ? sides.successors : sides.predecessors, node), place, place[node]!)
      nodes.sort((one, other) => key[one]! - key[other]! || place[one]! - place[other]!)
      settle(nodes)
    }
  }
  return layers
}

/** The mean of some nodes' values; `otherwise` where there are none. */
export function meanValue(nodes: Uint32Array, values: Float64Array, otherwise: number): number {
  if (nodes.length === 0) return otherwise
  let sum = 0
  for (const node of nodes) sum += values[node]!
  return sum / nodes.length
}

/** Nodes by layer, in the order of the walk. */
function inLayers(layer: Uint32Array, walk: Uint32Array): Uint32Array[] {
  const { offsets, rows } = groupRowsByKey(
    walk.map((node) => layer[node]!),
    layer.reduce((most, each) => Math.max(most, each + 1), 0),
  )
  const nodes = rows.map((at) => walk[at]!)
  return Array.from({ length: offsets.length - 1 }, (_, each) => nodes.slice(offsets[each], offsets[each + 1]))
}

/** All nodes as a walk meets them that goes deep first along edges, so that what hangs together starts side by side. */
function walkOrder(count: number, { predecessors: before, successors: after }: DirectedNeighbours): Uint32Array {
  const walk = new Uint32Array(count)
  const met = new Uint8Array(count)
  let known = 0
  for (let start = 0; start < count; start++) {
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (met[node] === 1) continue
      met[node] = 1
      walk[known++] = node
      for (const groups of [before, after])
        for (let at = groups.offsets[node + 1]! - 1; at >= groups.offsets[node]!; at--)
          if (met[groups.rows[at]!] === 0) open.push(groups.rows[at]!)
    }
  }
  return walk
}
