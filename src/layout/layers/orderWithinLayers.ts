import { rowsOfGroup, groupRowsByKey, type RowGroups } from '../../model/columns'
import type { DirectedEdgeList } from './acyclicOrder'

/** The neighbours of each node in earlier and in later layers. */
export interface DirectedNeighbours {
  readonly predecessors: RowGroups
  readonly successors: RowGroups
}

/** The neighbours on both sides, for edges that all point forward. */
export function directedNeighbours({ count, source, target }: DirectedEdgeList): DirectedNeighbours {
  const [out, into] = [groupRowsByKey(source, count), groupRowsByKey(target, count)]
  return {
    successors: { offsets: out.offsets, rows: out.rows.map((edge) => target[edge]!) },
    predecessors: { offsets: into.offsets, rows: into.rows.map((edge) => source[edge]!) },
  }
}

const sweeps = 12

/**
 * Orders the nodes of each layer so that few edges cross: in sweeps from left to right and back, each node moves to the mean position
 * of its neighbours on the side that was ordered before (Sugiyama, Tagawa and Toda, IEEE Transactions on Systems, Man, and
 * Cybernetics 11(2), 1981). Positions are shares of a layer, and an edge over several layers counts as one, so that the work
 * depends on the number of edges alone. Returns the nodes of each layer in order.
 */
export function orderWithinLayers(layer: Uint32Array, sides: DirectedNeighbours): Uint32Array[] {
  const count = layer.length
  const layers = groupByLayer(layer, depthFirstOrder(count, sides))
  const position = new Float64Array(count)
  const updatePositions = (nodes: Uint32Array) => {
    for (let index = 0; index < nodes.length; index++) position[nodes[index]!] = (index + 0.5) / nodes.length
  }
  layers.forEach(updatePositions)
  const key = new Float64Array(count)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isBackward = sweep % 2 === 1
    for (const nodes of isBackward ? layers.toReversed() : layers) {
      for (const node of nodes)
        key[node] = meanValue(
          rowsOfGroup(isBackward ? sides.successors : sides.predecessors, node),
          position,
          position[node]!,
        )
      nodes.sort((one, other) => key[one]! - key[other]! || position[one]! - position[other]!)
      updatePositions(nodes)
    }
  }
  return layers
}

/** The mean of some nodes' values; `otherwise` if there are no nodes. */
export function meanValue(nodes: Uint32Array, values: Float64Array, otherwise: number): number {
  if (nodes.length === 0) return otherwise
  let sum = 0
  for (const node of nodes) sum += values[node]!
  return sum / nodes.length
}

/** Nodes by layer, in a given order. */
function groupByLayer(layer: Uint32Array, order: Uint32Array): Uint32Array[] {
  const { offsets, rows } = groupRowsByKey(
    order.map((node) => layer[node]!),
    layer.reduce((count, each) => Math.max(count, each + 1), 0),
  )
  const nodes = rows.map((index) => order[index]!)
  return Array.from({ length: offsets.length - 1 }, (_, each) => nodes.slice(offsets[each], offsets[each + 1]))
}

/** All nodes in depth-first order, so that connected nodes start close to each other. */
function depthFirstOrder(count: number, { predecessors: before, successors: after }: DirectedNeighbours): Uint32Array {
  const order = new Uint32Array(count)
  const isVisited = new Uint8Array(count)
  let visitedCount = 0
  for (let start = 0; start < count; start++) {
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (isVisited[node] === 1) continue
      isVisited[node] = 1
      order[visitedCount++] = node
      for (const groups of [before, after])
        for (let at = groups.offsets[node + 1]! - 1; at >= groups.offsets[node]!; at--)
          if (isVisited[groups.rows[at]!] === 0) open.push(groups.rows[at]!)
    }
  }
  return order
}
