/** Half the width and half the height that each node needs, with its label, by node row. */
export interface BoxSizes {
  readonly halfWidth: Float32Array
  readonly halfHeight: Float32Array
}

/**
 * Moves nodes until their boxes no longer overlap, each pair by the shorter way and by half each, so that the shape of
 * the whole stays. Compares all pairs of a turn: meant for graphs of up to some thousand nodes.
 */
export function removeBoxOverlap(places: Float32Array, { halfWidth, halfHeight }: BoxSizes, turns = 300): Float32Array {
  const moved = places.slice()
  for (let turn = 0; turn < turns; turn++) if (!moveOnce(moved, halfWidth, halfHeight)) break
  return moved
}

function moveOnce(places: Float32Array, halfWidth: Float32Array, halfHeight: Float32Array): boolean {
  let any = false
  for (let one = 0; one < halfWidth.length; one++)
    for (let other = one + 1; other < halfWidth.length; other++) {
      const dx = places[2 * other]! - places[2 * one]!
      const dy = places[2 * other + 1]! - places[2 * one + 1]!
      const overX = halfWidth[one]! + halfWidth[other]! - Math.abs(dx)
      const overY = halfHeight[one]! + halfHeight[other]! - Math.abs(dy)
      if (overX <= 0 || overY <= 0) continue
      any = true
      const axis = overX < overY ? 0 : 1
      const push = (Math.min(overX, overY) / 2 + 0.01) * ((axis === 0 ? dx : dy) < 0 ? -1 : 1)
      places[2 * one + axis]! -= push
      places[2 * other + axis]! += push
    }
  return any
}
