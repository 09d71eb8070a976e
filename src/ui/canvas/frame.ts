import { rgb, type Palette } from '../../drawing/palette'

/** What all programs of one canvas share and sigma does not tell them. */
export interface Frame {
  /** Times the sizes of nodes and arrowheads: smaller when seen from afar. */
  scale: number
  /** Mean distance from drawn node to drawn node, in layout units. */
  gap: number
  /** Red, green and blue of the ground, from 0 to 1. */
  paper: readonly [number, number, number]
  /** CSS pixels by which a node may be missed and still be hit. */
  reach: number
}

export const frameOf = (palette: Palette, coarse: boolean): Frame => ({
  scale: 1,
  gap: Infinity,
  paper: rgb(palette.paper),
  reach: coarse ? 12 : 2,
})

/**
 * Sizes for so many CSS pixels a unit of the layout: smaller when seen from afar, and where nodes stand closer to each
 * other than labels need, but never too small to hit.
 * @param gap mean distance from node to node, in layout units: see gapAmong
 */
export const scaleFor = (pixelsPerUnit: number, gap: number): number =>
  Math.max(0.32, Math.min(1.5, (pixelsPerUnit / 0.8) ** 0.7) * Math.min(1, Math.max(0.45, (gap * pixelsPerUnit) / 56)))

/** Mean distance from node to node were the drawn ones spread evenly over the box that they fill, in layout units. */
export function gapAmong(places: Float32Array, isDrawn: (row: number) => boolean): number {
  const low = [Infinity, Infinity]
  const high = [-Infinity, -Infinity]
  let count = 0
  for (let row = 0; row < places.length / 2; row++) {
    if (!isDrawn(row)) continue
    count++
    for (const axis of [0, 1]) {
      low[axis] = Math.min(low[axis]!, places[2 * row + axis]!)
      high[axis] = Math.max(high[axis]!, places[2 * row + axis]!)
    }
  }
  return count < 2 ? Infinity : Math.sqrt(((high[0]! - low[0]!) * (high[1]! - low[1]!)) / count)
}
