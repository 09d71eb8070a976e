import { heightsOf } from './assignHeights'
import { orderedLayers, sidesOf } from './orderWithinLayers'
import { forward, layersOf, sequenceOf, type Links } from './acyclicOrder'

/** Where nodes of a graph of any size stand in layers. */
export interface Layers {
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
export function placedInLayers(links: Links, room: { readonly radius: Float32Array; readonly gap: number }): Layers {
  const place = sequenceOf(links)
  const ahead = forward(links, place)
  const layer = layersOf(ahead, place)
  const sides = sidesOf(ahead)
  return { layer, height: heightsOf(orderedLayers(layer, sides), sides, room) }
}
