import type { Point } from '../../drawing/geometry'
import type { ScreenBox } from '../../drawing/screenBox'
import type { Camera } from '../../scene/view/view'
import { boundingBoxOf } from './boundingBox'

/**
 * Half the side of the square, in layout units, that corresponds to sigma's coordinates from 0 to 1. Fixed, so that a frame of
 * a layout or a dragged node never rescales the picture, and camera and layout units convert exactly.
 */
const sigmaHalfExtent = 10_000

export const sigmaBoundingBox = {
  x: [-sigmaHalfExtent, sigmaHalfExtent] as [number, number],
  y: [-sigmaHalfExtent, sigmaHalfExtent] as [number, number],
}

/** The size of the canvas in CSS pixels. */
export interface ViewportSize {
  readonly width: number
  readonly height: number
}

/** Converts a view's camera to sigma's, whose ratio refers to the shorter side of the viewport. */
export function toSigmaCamera({ x, y, width }: Camera, frame: ViewportSize) {
  const shorter = Math.min(frame.width, frame.height)
  return {
    x: 0.5 + x / (2 * sigmaHalfExtent),
    y: 0.5 + y / (2 * sigmaHalfExtent),
    ratio: (width * shorter) / (frame.width * 2 * sigmaHalfExtent),
    angle: 0,
  }
}

/** Converts sigma's camera to a view's. */
export function fromSigmaCamera({ x, y, ratio }: { x: number; y: number; ratio: number }, frame: ViewportSize): Camera {
  const shorter = Math.min(frame.width, frame.height)
  return {
    x: (x - 0.5) * 2 * sigmaHalfExtent,
    y: (y - 0.5) * 2 * sigmaHalfExtent,
    width: (ratio * 2 * sigmaHalfExtent * frame.width) / shorter,
  }
}

/** Space for labels at the edges, in CSS pixels. */
const padding = { across: 64, down: 30 }
/** Number of offsets to try in each direction. */
const steps = 24
/** With more nodes, a floating panel covers some of them at any offset. */
const maxNodesToAvoidPanels = 1500

/**
 * The camera that shows all rows in the mask as large as possible, with space for their labels, and with no node under a
 * floating panel: the picture is moved and scaled down until there is none, but never below 0.7 of the size that would fit.
 */
export function fitCamera(
  positions: Float32Array,
  mask: Uint8Array,
  frame: ViewportSize,
  boxes: readonly ScreenBox[],
): Camera {
  const { left, right, low, high, count } = boundingBoxOf(positions, mask)
  if (count === 0) return { x: 0, y: 0, width: 1000 }
  const paddingScale = frame.width < 500 ? 0.35 : 1
  const inner = {
    width: Math.max(60, frame.width - 2 * padding.across * paddingScale),
    height: Math.max(60, frame.height - 2 * padding.down * paddingScale),
  }
  const across = right - left
  const down = high - low
  // A few nodes are not enlarged to fill the viewport, unless all of them are very close to each other.
  const spacing = Math.sqrt((across * down) / count)
  const minUnit = Math.max(across / inner.width, down / inner.height, spacing > 0 ? Math.min(0.35, spacing / 40) : 0.35)
  const middle = { x: (left + right) / 2, y: (low + high) / 2 }
  if (boxes.length === 0 || count > maxNodesToAvoidPanels) return { ...middle, width: minUnit * frame.width }
  const rows = [...mask.keys()].filter((row) => mask[row])
  for (let step = 0; step <= 12; step++) {
    const unit = minUnit * (1 + (step / 12) * 0.43)
    const slack = { x: (inner.width - across / unit) / 2, y: (inner.height - down / unit) / 2 }
    const offset = smallestFreeOffset(slack, (tried) =>
      isClearOfPanels({ positions, rows, frame, boxes, middle, unit, offset: tried }),
    )
    if (offset) return { x: middle.x - offset.x * unit, y: middle.y + offset.y * unit, width: unit * frame.width }
  }
  return { ...middle, width: minUnit * frame.width }
}

/** The smallest free offset, in CSS pixels, within the slack on each side; undefined if there is none. */
function smallestFreeOffset(slack: Point, isFree: (offset: Point) => boolean): Point | undefined {
  const shares = Array.from({ length: steps + 1 }, (_, at) => (at / steps) * 2 - 1)
  const offsets = shares.flatMap((x) =>
    shares.map((y) => ({ x: x * Math.max(0, slack.x), y: y * Math.max(0, slack.y) })),
  )
  return offsets.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y)).find(isFree)
}

interface CameraCandidate {
  readonly positions: Float32Array
  readonly rows: readonly number[]
  readonly frame: ViewportSize
  readonly boxes: readonly ScreenBox[]
  readonly middle: Point
  readonly unit: number
  readonly offset: Point
}

/** Distance between nodes and panels, in CSS pixels. */
const margin = 12

/** Whether no node is under a panel. */
function isClearOfPanels({ positions, rows, frame, boxes, middle, unit, offset }: CameraCandidate): boolean {
  return rows.every((row) => {
    const x = frame.width / 2 + (positions[2 * row]! - middle.x) / unit + offset.x
    const y = frame.height / 2 - (positions[2 * row + 1]! - middle.y) / unit + offset.y
    return boxes.every(
      ({ left, right, top, bottom }) =>
        x < left - margin || x > right + margin || y < top - margin || y > bottom + margin,
    )
  })
}

export const areCamerasClose = (one: Camera, other: Camera): boolean =>
  Math.abs(one.x - other.x) + Math.abs(one.y - other.y) + Math.abs(one.width - other.width) < one.width * 1e-4
