import type { Point } from '../../drawing/geometry'
import type { ScreenBox } from '../../drawing/placeLabels'
import type { Camera } from '../../scene/view/view'
import { boundingBoxOf } from './boundingBox'

/**
 * Half the side of the square of layout units that sigma's own coordinates, 0 to 1, stand for. Fixed, so that a layout
 * frame or a dragged node never rescales the picture, and camera and layout units convert exactly.
 */
const sigmaHalfExtent = 10_000

export const sigmaBoundingBox = {
  x: [-sigmaHalfExtent, sigmaHalfExtent] as [number, number],
  y: [-sigmaHalfExtent, sigmaHalfExtent] as [number, number],
}

/** CSS pixels of the frame. */
export interface ViewportSize {
  readonly width: number
  readonly height: number
}

/** sigma's camera for a view's. Its ratio counts in the frame's shorter side. */
export function toSigmaCamera({ x, y, width }: Camera, frame: ViewportSize) {
  const shorter = Math.min(frame.width, frame.height)
  return {
    x: 0.5 + x / (2 * sigmaHalfExtent),
    y: 0.5 + y / (2 * sigmaHalfExtent),
    ratio: (width * shorter) / (frame.width * 2 * sigmaHalfExtent),
    angle: 0,
  }
}

/** The view's camera for sigma's. */
export function fromSigmaCamera({ x, y, ratio }: { x: number; y: number; ratio: number }, frame: ViewportSize): Camera {
  const shorter = Math.min(frame.width, frame.height)
  return {
    x: (x - 0.5) * 2 * sigmaHalfExtent,
    y: (y - 0.5) * 2 * sigmaHalfExtent,
    width: (ratio * 2 * sigmaHalfExtent * frame.width) / shorter,
  }
}

/** Room that a fitting frame leaves at its edges, in CSS pixels, for labels. */
const room = { across: 64, down: 30 }
const steps = 24
/** Above so many nodes a floating panel covers some wherever the frame stands. */
const most = 1500

/**
 * The camera that shows all rows in the mask as large as can be, with room for their labels, and so that no node lies under a
 * floating panel: the whole is moved and made smaller until none does, but never below 0.7 of what would fit.
 */
export function fitCamera(
  places: Float32Array,
  mask: Uint8Array,
  frame: ViewportSize,
  boxes: readonly ScreenBox[],
): Camera {
  const { left, right, low, high, count } = boundingBoxOf(places, mask)
  if (count === 0) return { x: 0, y: 0, width: 1000 }
  const tight = frame.width < 500 ? 0.35 : 1
  const inner = {
    width: Math.max(60, frame.width - 2 * room.across * tight),
    height: Math.max(60, frame.height - 2 * room.down * tight),
  }
  const across = right - left
  const down = high - low
  // A few nodes are not blown up to fill the frame; where all stand very close, they are.
  const gap = Math.sqrt((across * down) / count)
  const least = Math.max(across / inner.width, down / inner.height, gap > 0 ? Math.min(0.35, gap / 40) : 0.35)
  const middle = { x: (left + right) / 2, y: (low + high) / 2 }
  if (boxes.length === 0 || count > most) return { ...middle, width: least * frame.width }
  const rows = [...mask.keys()].filter((row) => mask[row])
  for (let step = 0; step <= 12; step++) {
    const unit = least * (1 + (step / 12) * 0.43)
    const slack = { x: (inner.width - across / unit) / 2, y: (inner.height - down / unit) / 2 }
    const moved = freeOffset(slack, (offset) => clear({ places, rows, frame, boxes, middle, unit, offset }))
    if (moved) return { x: middle.x - moved.x * unit, y: middle.y + moved.y * unit, width: unit * frame.width }
  }
  return { ...middle, width: least * frame.width }
}

/** The smallest move, in pixels within the slack, that is free. */
function freeOffset(slack: Point, isFree: (offset: Point) => boolean): Point | undefined {
  const shares = Array.from({ length: steps + 1 }, (_, at) => (at / steps) * 2 - 1)
  const offsets = shares.flatMap((x) =>
    shares.map((y) => ({ x: x * Math.max(0, slack.x), y: y * Math.max(0, slack.y) })),
  )
  return offsets.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y)).find(isFree)
}

interface Trial {
  readonly places: Float32Array
  readonly rows: readonly number[]
  readonly frame: ViewportSize
  readonly boxes: readonly ScreenBox[]
  readonly middle: Point
  readonly unit: number
  readonly offset: Point
}

const margin = 12

/** Whether no node lies under a panel. */
function clear({ places, rows, frame, boxes, middle, unit, offset }: Trial): boolean {
  return rows.every((row) => {
    const x = frame.width / 2 + (places[2 * row]! - middle.x) / unit + offset.x
    const y = frame.height / 2 - (places[2 * row + 1]! - middle.y) / unit + offset.y
    return boxes.every(
      ({ left, right, top, bottom }) =>
        x < left - margin || x > right + margin || y < top - margin || y > bottom + margin,
    )
  })
}

export const areCamerasClose = (one: Camera, other: Camera): boolean =>
  Math.abs(one.x - other.x) + Math.abs(one.y - other.y) + Math.abs(one.width - other.width) < one.width * 1e-4
