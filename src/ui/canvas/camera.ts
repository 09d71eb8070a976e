import type Sigma from 'sigma'
import type { Camera } from '../../scene/view'

/**
 * Half the side of the square of layout units that sigma's own coordinates, 0 to 1, stand for. Fixed, so that a layout
 * frame or a dragged node never rescales the picture, and camera and layout units convert exactly.
 */
export const half = 10_000

export const square = { x: [-half, half] as [number, number], y: [-half, half] as [number, number] }

/** CSS pixels of the frame. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** sigma's camera for a view's. Its ratio counts in the frame's shorter side. */
export function toSigma({ x, y, width }: Camera, frame: Size) {
  const shorter = Math.min(frame.width, frame.height)
  return {
    x: 0.5 + x / (2 * half),
    y: 0.5 + y / (2 * half),
    ratio: (width * shorter) / (frame.width * 2 * half),
    angle: 0,
  }
}

/** The view's camera for sigma's. */
export function fromSigma({ x, y, ratio }: { x: number; y: number; ratio: number }, frame: Size): Camera {
  const shorter = Math.min(frame.width, frame.height)
  return { x: (x - 0.5) * 2 * half, y: (y - 0.5) * 2 * half, width: (ratio * 2 * half * frame.width) / shorter }
}

/** Room that a fitting frame leaves at its edges, in CSS pixels: for labels, and for what floats there. */
const room = { left: 70, right: 70, top: 34, bottom: 34 }

/** The camera that shows all these rows, with room for their labels and below for the legend. */
export function fitting(places: Float32Array, rows: readonly number[], frame: Size, below: number): Camera {
  if (rows.length === 0) return { x: 0, y: 0, width: 1000 }
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const row of rows) {
    left = Math.min(left, places[2 * row]!)
    right = Math.max(right, places[2 * row]!)
    low = Math.min(low, places[2 * row + 1]!)
    high = Math.max(high, places[2 * row + 1]!)
  }
  const tight = frame.width < 500 ? 0.4 : 1
  const across = Math.max(60, frame.width - (room.left + room.right) * tight)
  const down = Math.max(60, frame.height - (room.top + room.bottom) * tight - below)
  const unit = Math.max((right - left) / across, (high - low) / down, 0.35)
  return { x: (left + right) / 2, y: (low + high) / 2 - (below / 2) * unit, width: unit * frame.width }
}

export const near = (one: Camera, other: Camera): boolean =>
  Math.abs(one.x - other.x) + Math.abs(one.y - other.y) + Math.abs(one.width - other.width) < one.width * 1e-4

export const sizeOf = (sigma: Sigma): Size => sigma.getDimensions()
