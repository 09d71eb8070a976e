import { boundsOf } from '../../drawing/grid'
import { rgb, type Palette } from '../../drawing/palette'
import { standing, type CanvasScene } from '../../scene/canvas'

/** What all programs of one canvas share and sigma does not tell them. */
export interface Frame {
  /** Times the sizes of nodes and arrowheads: smaller when seen from afar. */
  scale: number
  /** How much less the large nodes shrink than the small ones: see radiusOn. 0 in a small graph. */
  spread: number
  /** Mean distance from drawn node to drawn node, in layout units. */
  gap: number
  /** Red, green and blue of the ground, from 0 to 1. */
  paper: readonly [number, number, number]
  /** CSS pixels by which a node may be missed and still be hit. */
  reach: number
}

export const frameOf = (palette: Palette, coarse: boolean): Frame => ({
  scale: 1,
  spread: 0,
  gap: Infinity,
  paper: rgb(palette.paper),
  reach: coarse ? 12 : 2,
})

/** The radius of a node as it is drawn, in CSS pixels. The shaders have the same rule. */
export const radiusOn = ({ scale, spread }: Frame, radius: number): number =>
  spread === 0 ? radius * scale : radius * scale * (radius / 7) ** spread

/**
 * Sets the sizes for so many CSS pixels a unit of the layout: smaller when seen from afar, and where nodes stand closer
 * to each other than labels need, but never too small to hit. In a large graph nodes become points, and hubs stay discs.
 */
export function scaleFrame(frame: Frame, pixelsPerUnit: number, large: boolean): void {
  const [least, crowded] = large ? [0.12, 0.12] : [0.32, 0.45]
  const near = Math.min(1.5, (pixelsPerUnit / 0.8) ** 0.7)
  frame.scale = Math.max(least, (large ? 1.2 : near) * Math.min(1, Math.max(crowded, (frame.gap * pixelsPerUnit) / 56)))
  frame.spread = large ? 0.8 * Math.max(0, 1 - frame.scale) : 0
}

/** Mean distance from node to node were the drawn ones spread evenly over the box that they fill, in layout units. */
export function gapAmong(places: Float32Array, { nodes, nodeCount }: CanvasScene): number {
  const { left, right, low, high } = boundsOf(places, (row) => nodes[row] !== standing.hidden)
  return nodeCount < 2 ? Infinity : Math.sqrt(((right - left) * (high - low)) / nodeCount)
}
