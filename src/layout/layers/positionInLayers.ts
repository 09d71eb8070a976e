import { assignHeights } from './assignHeights'
import { orderWithinLayers, directedNeighbours } from './orderWithinLayers'
import { reverseBackEdges, longestPathLayers, acyclicOrder, type DirectedEdgeList } from './acyclicOrder'

/** Where nodes of a graph of any size stand in layers. */
export interface LayerPositions {
  /** By node, from 0. */
  readonly layer: Uint32Array
  /** By node, in units of the layout, around 0. */
  readonly height: Float64Array
}

/**
 * Layers for graphs that are too large to give every edge a way of its own through the layers between: edges point to a
 * later layer, but for few that close cycles; nodes of a layer keep apart by their radii and the gap. Every pair of ends
 * must be there once, and no loops. Takes time of edges and of sorting nodes.
 */
export function positionInLayers(
  links: DirectedEdgeList,
  room: { readonly radius: Float32Array; readonly gap: number },
): LayerPositions {
  const place = acyclicOrder(links)
  const ahead = reverseBackEdges(links, place)
  const layer = longestPathLayers(ahead, place)
  const sides = directedNeighbours(ahead)
  return { layer, height: assignHeights(orderWithinLayers(layer, sides), sides, room) }
}
