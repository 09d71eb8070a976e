/** Half the width and half the height of each node with its label, by node row. */
export interface BoxSizes {
  readonly halfWidth: Float32Array
  readonly halfHeight: Float32Array
}

/**
 * Moves nodes until their boxes no longer overlap, each pair along the axis of the smaller overlap and by half of it each, which
 * preserves the overall shape. Compares all pairs in each iteration: for graphs of up to some thousand nodes.
 */
export function removeBoxOverlap(
  positions: Float32Array,
  { halfWidth, halfHeight }: BoxSizes,
  iterations = 300,
): Float32Array {
  const moved = positions.slice()
  for (let iteration = 0; iteration < iterations; iteration++) if (!moveOnce(moved, halfWidth, halfHeight)) break
  return moved
}

function moveOnce(positions: Float32Array, halfWidth: Float32Array, halfHeight: Float32Array): boolean {
  let hasMoved = false
  for (let one = 0; one < halfWidth.length; one++)
    for (let other = one + 1; other < halfWidth.length; other++) {
      const dx = positions[2 * other]! - positions[2 * one]!
      const dy = positions[2 * other + 1]! - positions[2 * one + 1]!
      const overX = halfWidth[one]! + halfWidth[other]! - Math.abs(dx)
      const overY = halfHeight[one]! + halfHeight[other]! - Math.abs(dy)
      if (overX <= 0 || overY <= 0) continue
      hasMoved = true
      const axis = overX < overY ? 0 : 1
      const push = (Math.min(overX, overY) / 2 + 0.01) * ((axis === 0 ? dx : dy) < 0 ? -1 : 1)
      positions[2 * one + axis]! -= push
      positions[2 * other + axis]! += push
    }
  return hasMoved
}
