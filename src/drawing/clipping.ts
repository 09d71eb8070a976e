import type { Point } from './geometry'

/** A frame from the origin to its far corner. */
export interface FrameSize {
  readonly width: number
  readonly height: number
}

/**
 * The pieces of a line that lie in a frame; none where all of it is outside. From point to point by Liang and Barsky's
 * way (ACM Transactions on Graphics 3, 1984).
 */
export function clipLine(points: readonly Point[], frame: FrameSize): Point[][] {
  const pieces: Point[][] = []
  let open: Point[] | undefined
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1]!, points[at]!]
    const shares = inside(from, to, frame)
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

/** From which to which share of the way between two points it runs through the frame. */
function inside(from: Point, to: Point, { width, height }: FrameSize): [number, number] | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const sides = [
    [-dx, from.x],
    [dx, width - from.x],
    [-dy, from.y],
    [dy, height - from.y],
  ] as const
  let [start, end] = [0, 1]
  for (const [outwards, room] of sides) {
    if (outwards === 0 && room < 0) return undefined
    if (outwards < 0) start = Math.max(start, room / outwards)
    if (outwards > 0) end = Math.min(end, room / outwards)
  }
  return start <= end ? [start, end] : undefined
}

/** What of a closed outline lies in a frame: cut at one side after the other (Sutherland and Hodgman, CACM 17, 1974). */
export function clipPolygon(points: readonly Point[], { width, height }: FrameSize): readonly Point[] {
  const rooms: readonly ((point: Point) => number)[] = [
    ({ x }) => x,
    ({ x }) => width - x,
    ({ y }) => y,
    ({ y }) => height - y,
  ]
  return rooms.reduce(cutAt, points)
}

function cutAt(points: readonly Point[], room: (point: Point) => number): readonly Point[] {
  return points.flatMap((to, at) => {
    const from = points[(at || points.length) - 1]!
    const [before, after] = [room(from), room(to)]
    const crossing = before < 0 !== after < 0 ? [between(from, to, before / (before - after))] : []
    return after < 0 ? crossing : [...crossing, to]
  })
}
