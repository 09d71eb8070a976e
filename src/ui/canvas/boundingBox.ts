import { memoizeByPair } from '../../scene/view/memoizeByPair'

/** The bounding box of some nodes, in units of the layout, and their number. */
interface BoundingBox {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
  readonly count: number
}

/**
 * The bounding box of the nodes in a mask, which the camera and the sizes of nodes depend on. Positions and mask must not
 * change afterwards, since the result is memoised. Comparing is several times as fast as Math.min.
 */
export const boundingBoxOf = memoizeByPair((positions: Float32Array, mask: Uint8Array): BoundingBox => {
  let [left, right, low, high, count] = [Infinity, -Infinity, Infinity, -Infinity, 0]
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue
    const x = positions[2 * row]!
    const y = positions[2 * row + 1]!
    if (x < left) left = x
    if (x > right) right = x
    if (y < low) low = y
    if (y > high) high = y
    count++
  }
  return { left, right, low, high, count }
})
