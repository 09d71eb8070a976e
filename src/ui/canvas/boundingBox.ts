import { memoizeByPair } from '../../scene/view/memoizeByPair'

/** The smallest box around some nodes, in units of the layout, and how many they are. */
interface BoundingBox {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
  readonly count: number
}

/**
 * The box around the nodes in a mask: both the camera and the sizes of nodes follow from it. Places and mask must not change
 * afterwards. Comparing is several times as fast as Math.min.
 */
export const boundingBoxOf = memoizeByPair((places: Float32Array, mask: Uint8Array): BoundingBox => {
  let [left, right, low, high, count] = [Infinity, -Infinity, Infinity, -Infinity, 0]
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue
    const x = places[2 * row]!
    const y = places[2 * row + 1]!
    if (x < left) left = x
    if (x > right) right = x
    if (y < low) low = y
    if (y > high) high = y
    count++
  }
  return { left, right, low, high, count }
})
