import type { Point } from '../../drawing/geometry'

/** Nodes that are being dragged, and where they are, in units of the layout. */
export interface DraggedNodes {
  readonly rows: readonly number[]
  readonly to: readonly Point[]
}

/** Positions with the dragged nodes where they are in the hand; the same array if there are none. */
export function withDragged(positions: Float32Array, dragged: DraggedNodes | undefined): Float32Array {
  if (!dragged) return positions
  const moved = positions.slice()
  dragged.rows.forEach((row, at) => {
    moved[2 * row] = dragged.to[at]!.x
    moved[2 * row + 1] = dragged.to[at]!.y
  })
  return moved
}
