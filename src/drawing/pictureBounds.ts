import type { LayoutGuides } from '../model/layoutGuides'
import type { Point } from './geometry'

/** In units of the layout, y upwards. */
export interface PictureBounds {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** Share of the longer side that guides may add on each side; those of a part of a graph may reach far beyond it. */
const maxGuideShare = 0.3

/** The bounds of a picture: all of its nodes, and as much of the guides as does not make the nodes too small. */
export function pictureBounds(nodes: readonly Point[], guides: LayoutGuides): PictureBounds {
  if (nodes.length === 0) return { left: 0, right: 0, low: 0, high: 0 }
  const nodeBounds = boundsOf(nodes)
  const guideBounds = boundsOf(pointsOf(guides))
  const margin = maxGuideShare * Math.max(nodeBounds.right - nodeBounds.left, nodeBounds.high - nodeBounds.low)
  return {
    left: Math.max(nodeBounds.left - margin, Math.min(nodeBounds.left, guideBounds.left)),
    right: Math.min(nodeBounds.right + margin, Math.max(nodeBounds.right, guideBounds.right)),
    low: Math.max(nodeBounds.low - margin, Math.min(nodeBounds.low, guideBounds.low)),
    high: Math.min(nodeBounds.high + margin, Math.max(nodeBounds.high, guideBounds.high)),
  }
}

function boundsOf(points: Iterable<Point>): PictureBounds {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return { left, right, low, high }
}

/** Points of all guides except land, which lies between the lines of a map. */
function* pointsOf({ lines, rings, labels }: LayoutGuides): Generator<Point> {
  for (const line of lines) for (let at = 0; at < line.length; at += 2) yield { x: line[at]!, y: line[at + 1]! }
  for (const { x, y, radius } of rings) {
    yield { x: x - radius, y: y - radius }
    yield { x: x + radius, y: y + radius }
  }
  yield* labels
}
