import { rgb, type Palette } from '../../drawing/palette'

/** What all programs of one canvas share and sigma does not tell them. */
export interface Frame {
  /** Times the sizes of nodes and arrowheads: smaller when seen from afar. */
  scale: number
  /** Red, green and blue of the ground, from 0 to 1. */
  paper: readonly [number, number, number]
  /** CSS pixels by which a node may be missed and still be hit. */
  reach: number
}

export const frameOf = (palette: Palette, coarse: boolean): Frame => ({
  scale: 1,
  paper: rgb(palette.paper),
  reach: coarse ? 12 : 2,
})

/** Sizes for so many CSS pixels a unit of the layout: smaller when seen from afar, never too small to hit. */
export const scaleFor = (pixelsPerUnit: number): number => Math.max(0.45, Math.min(1.5, (pixelsPerUnit / 0.8) ** 0.7))
