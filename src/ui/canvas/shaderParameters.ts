import { parseHexColour, type ColourPalette } from '../../drawing/colourPalette'
import { boundingBoxOf } from './boundingBox'

/** Parameters that all programs of one canvas share, besides sigma's. */
export interface ShaderParameters {
  /** Factor for the sizes of nodes and arrowheads: smaller when zoomed out. */
  scale: number
  /** How much less large nodes shrink than small ones; see drawnRadius. 0 for a small graph. */
  sizeExponent: number
  /** Mean distance between drawn nodes, in layout units. */
  nodeSpacing: number
  /** How much larger than usual the drawn nodes are; at least 1. */
  sizeFactor: number
  /** Red, green and blue of the background, from 0 to 1. */
  paper: readonly [number, number, number]
  /** Distance from a node's edge, in CSS pixels, at which it is still hit. */
  hitTolerance: number
}

/** The parameters of a new canvas; a coarse pointer (a finger) has a larger hit tolerance. */
export const createShaderParameters = (palette: ColourPalette, isCoarse: boolean): ShaderParameters => ({
  scale: 1,
  sizeExponent: 0,
  nodeSpacing: Infinity,
  sizeFactor: 1,
  paper: parseHexColour(palette.paper),
  hitTolerance: isCoarse ? 12 : 2,
})

/** The radius of a node as drawn, in CSS pixels. The shaders use the same formula. */
export const drawnRadius = ({ scale, sizeExponent }: ShaderParameters, radius: number): number =>
  sizeExponent === 0 ? radius * scale : radius * scale * (radius / 7) ** sizeExponent

/** The inverse of `drawnRadius`: the radius of a node that is drawn with this radius. */
export const radiusFromDrawn = ({ scale, sizeExponent }: ShaderParameters, drawn: number): number =>
  7 * (drawn / (7 * scale)) ** (1 / (1 + sizeExponent))

/**
 * Sets the scale of nodes for a zoom in CSS pixels per unit of the layout: smaller when zoomed out, and if nodes are closer to
 * each other than labels need, but never too small to hit. In a large graph nodes become points, and hubs stay discs.
 */
export function updateNodeScale(parameters: ShaderParameters, pixelsPerUnit: number, isLarge: boolean): void {
  const [minScale, minCrowdedScale] = isLarge ? [0.12, 0.12] : [0.32, 0.45]
  const zoomScale = Math.min(1.5, (pixelsPerUnit / 0.8) ** 0.7)
  const scale = Math.max(
    minScale,
    (isLarge ? 1.2 : zoomScale) * Math.min(1, Math.max(minCrowdedScale, (parameters.nodeSpacing * pixelsPerUnit) / 56)),
  )
  parameters.scale = isLarge ? scale / parameters.sizeFactor : scale
  parameters.sizeExponent = isLarge ? 0.8 * Math.max(0, 1 - scale) : 0
}

/** If sizes encode something and the mean radius is larger than this, all nodes are drawn smaller. */
const usualMeanRadius = 8.5

/**
 * Measures the nodes in the mask: their mean distance in layout units, as if they were spread evenly over their bounding box,
 * and how large they are.
 */
export function updateSpacingParameters(
  parameters: ShaderParameters,
  positions: Float32Array,
  mask: Uint8Array,
  radius: Float32Array,
): void {
  const { left, right, low, high, count } = boundingBoxOf(positions, mask)
  let sizeSum = 0
  for (let row = 0; row < mask.length; row++) sizeSum += mask[row]! * radius[row]!
  parameters.nodeSpacing = count < 2 ? Infinity : Math.sqrt(((right - left) * (high - low)) / count)
  parameters.sizeFactor = count === 0 ? 1 : Math.max(1, sizeSum / count / usualMeanRadius) ** 1.5
}
