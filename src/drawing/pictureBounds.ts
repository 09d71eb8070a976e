import type { LayoutGuides } from '../model/layoutGuides'
import type { Point } from './geometry'

/** In units of a layout, y upwards. */
export interface PictureBounds {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** Share of the longer side that guides may add to a picture on each side; those of a part of a graph reach far beyond it. */
const most = 0.3

/** What a picture of some nodes holds: all of them, and of what stands behind them as much as does not make them small. */
export function pictureBounds(nodes: readonly Point[], guides: LayoutGuides): PictureBounds {
  if (nodes.length === 0) return { left: 0, right: 0, low: 0, high: 0 }
  const own = around(nodes)
  const behind = around(pointsIn(guides))
  const room = most * Math.max(own.right - own.left, own.high - own.low)
  return {
    left: Math.max(own.left - room, Math.min(own.left, behind.left)),
    right: Math.min(own.right + room, Math.max(own.right, behind.right)),
    low: Math.max(own.low - room, Math.min(own.low, behind.low)),
    high: Math.min(own.high + room, Math.max(own.high, behind.high)),
  }
}

function around(points: Iterable<Point>): PictureBounds {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return { left, right, low, high }
}

/** Corners of all guides but land, which lies between the lines of a map. */
function* pointsIn({ lines, rings, labels: words }: LayoutGuides): Generator<Point> {
  for (const line of lines) for (let at = 0; at < line.length; at += 2) yield { x: line[at]!, y: line[at + 1]! }
  for (const { x, y, radius } of rings) {
    yield { x: x - radius, y: y - radius }
    yield { x: x + radius, y: y + radius }
  }
  yield* words
}
