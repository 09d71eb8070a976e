import { assignHeights } from './assignHeights'
import { orderWithinLayers, directedNeighbours } from './orderWithinLayers'
import { reverseBackEdges, longestPathLayers, acyclicOrder, type DirectedEdgeList } from './acyclicOrder'

/** The layer and height of each node. */
export interface LayerPositions {
  /** By node, from 0. */
  readonly layer: Uint32Array
  /** By node, in units of the layout, around 0. */
  readonly height: Float64Array
}

/**
 * A layered layout for graphs that are too large to route every edge through the layers between: edges point to a later layer, except
 * the few that close cycles, and nodes of a layer do not overlap. There must be no parallel edges and no loops. Takes
 * time O(edges + nodes log nodes).
 */
export function positionInLayers(
  edges: DirectedEdgeList,
  spacing: { readonly radius: Float32Array; readonly gap: number },
): LayerPositions {
  const rank = acyclicOrder(edges)
  const forward = reverseBackEdges(edges, rank)
  const layer = longestPathLayers(forward, rank)
  const sides = directedNeighbours(forward)
  return { layer, height: assignHeights(orderWithinLayers(layer, sides), sides, spacing) }
}
