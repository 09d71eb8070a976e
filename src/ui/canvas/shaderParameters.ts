import { parseHexColour, type ColourPalette } from '../../drawing/colourPalette'
import { boundingBoxOf } from './boundingBox'

/** What all programs of one canvas share and sigma does not tell them. */
export interface ShaderParameters {
  /** Times the sizes of nodes and arrowheads: smaller when seen from afar. */
  scale: number
  /** How much less the large nodes shrink than the small ones: see drawnRadius. 0 in a small graph. */
  sizeExponent: number
  /** Mean distance from drawn node to drawn node, in layout units. */
  nodeSpacing: number
  /** How much larger than usual the drawn nodes are; 1 where they are not. */
  sizeFactor: number
  /** Red, green and blue of the ground, from 0 to 1. */
  paper: readonly [number, number, number]
  /** CSS pixels by which a node may be missed and still be hit. */
  hitTolerance: number
}

export const createShaderParameters = (palette: ColourPalette, coarse: boolean): ShaderParameters => ({
  scale: 1,
  sizeExponent: 0,
  nodeSpacing: Infinity,
  sizeFactor: 1,
  paper: parseHexColour(palette.paper),
  hitTolerance: coarse ? 12 : 2,
})

/** The radius of a node as it is drawn, in CSS pixels. The shaders have the same rule. */
export const drawnRadius = ({ scale, sizeExponent }: ShaderParameters, radius: number): number =>
  sizeExponent === 0 ? radius * scale : radius * scale * (radius / 7) ** sizeExponent

/** The radius whose node is drawn so large: the other way round. */
export const radiusFromDrawn = ({ scale, sizeExponent }: ShaderParameters, drawn: number): number =>
  7 * (drawn / (7 * scale)) ** (1 / (1 + sizeExponent))

/**
 * Sets the sizes for so many CSS pixels a unit of the layout: smaller when seen from afar, and where nodes stand closer
 * to each other than labels need, but never too small to hit. In a large graph nodes become points, and hubs stay discs.
 */
export function updateNodeScale(frame: ShaderParameters, pixelsPerUnit: number, large: boolean): void {
  const [least, crowded] = large ? [0.12, 0.12] : [0.32, 0.45]
  const near = Math.min(1.5, (pixelsPerUnit / 0.8) ** 0.7)
  const scale = Math.max(
    least,
    (large ? 1.2 : near) * Math.min(1, Math.max(crowded, (frame.nodeSpacing * pixelsPerUnit) / 56)),
  )
  frame.scale = large ? scale / frame.sizeFactor : scale
  frame.sizeExponent = large ? 0.8 * Math.max(0, 1 - scale) : 0
}

/** Where sizes tell something and nodes are larger than this in the mean, all are drawn the smaller. */
const usual = 8.5

/**
 * Measures the nodes in the mask: how far they would stand apart, in layout units, were they spread evenly over the box
 * that they fill, and how large they are.
 */
export function measureNodeSpacing(
  frame: ShaderParameters,
  places: Float32Array,
  mask: Uint8Array,
  radius: Float32Array,
): void {
  const { left, right, low, high, count } = boundingBoxOf(places, mask)
  let sizes = 0
  for (let row = 0; row < mask.length; row++) sizes += mask[row]! * radius[row]!
  frame.nodeSpacing = count < 2 ? Infinity : Math.sqrt(((right - left) * (high - low)) / count)
  frame.sizeFactor = count === 0 ? 1 : Math.max(1, sizes / count / usual) ** 1.5
}
