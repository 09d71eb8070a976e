import type { Point } from './geometry'

/** A frame from the origin to the opposite corner. */
export interface FrameSize {
  readonly width: number
  readonly height: number
}

/**
 * The pieces of a line inside a frame; none if all of it is outside. Each segment is clipped by the algorithm of Liang and Barsky
 * (ACM Transactions on Graphics 3, 1984).
 */
export function clipLine(points: readonly Point[], frame: FrameSize): Point[][] {
  const pieces: Point[][] = []
  let open: Point[] | undefined
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1]!, points[at]!]
    const shares = sharesInside(from, to, frame)
    if (!shares) {
      open = undefined
      continue
    }
    const [start, end] = shares
    if (!open || start > 0) pieces.push((open = [between(from, to, start)]))
    open.push(end < 1 ? between(from, to, end) : to)
    if (end < 1) open = undefined
  }
  return pieces
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

/** The start and end of the part of a segment inside the frame, as shares of its length; undefined if it is outside. */
function sharesInside(from: Point, to: Point, { width, height }: FrameSize): [number, number] | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const sides = [
    [-dx, from.x],
    [dx, width - from.x],
    [-dy, from.y],
    [dy, height - from.y],
  ] as const
  let [start, end] = [0, 1]
  for (const [outwards, distance] of sides) {
    if (outwards === 0 && distance < 0) return undefined
    if (outwards < 0) start = Math.max(start, distance / outwards)
    if (outwards > 0) end = Math.min(end, distance / outwards)
  }
  return start <= end ? [start, end] : undefined
}

/** The part of a polygon inside a frame: cut at one side after the other (Sutherland and Hodgman, CACM 17, 1974). */
export function clipPolygon(points: readonly Point[], { width, height }: FrameSize): readonly Point[] {
  const distances: readonly ((point: Point) => number)[] = [
    ({ x }) => x,
    ({ x }) => width - x,
    ({ y }) => y,
    ({ y }) => height - y,
  ]
  return distances.reduce(cutAt, points)
}

/** Cuts a polygon at one side of the frame; `distanceInside` is negative outside it. */
function cutAt(points: readonly Point[], distanceInside: (point: Point) => number): readonly Point[] {
  return points.flatMap((to, at) => {
    const from = points[(at || points.length) - 1]!
    const [before, after] = [distanceInside(from), distanceInside(to)]
    const crossing = before < 0 !== after < 0 ? [between(from, to, before / (before - after))] : []
    return after < 0 ? crossing : [...crossing, to]
  })
}
