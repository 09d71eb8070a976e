export interface Point {
  readonly x: number
  readonly y: number
}

/** A quadratic Bézier curve. */
export interface Curve {
  readonly from: Point
  readonly control: Point
  readonly to: Point
}

/** Share of a straight line's length that a single edge's control point stands off it: gentle, and gentler when long. */
export const bendOf = (length: number): number => (length === 0 ? 0 : Math.min(0.15, 22 / length + 0.05))

/** The curve between two middles; `lane` says to which side it bends and how much, see EdgeLook.bend. */
export function curveBetween(from: Point, to: Point, lane: number): Curve {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const bend = bendOf(Math.hypot(dx, dy)) * lane
  return { from, to, control: { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend } }
}

export function pointAt({ from, control, to }: Curve, t: number): Point {
  const rest = 1 - t
  return {
    x: rest * rest * from.x + 2 * rest * t * control.x + t * t * to.x,
    y: rest * rest * from.y + 2 * rest * t * control.y + t * t * to.y,
  }
}

/** Unit vector along the curve. */
export function directionAt({ from, control, to }: Curve, t: number): Point {
  const x = (1 - t) * (control.x - from.x) + t * (to.x - control.x)
  const y = (1 - t) * (control.y - from.y) + t * (to.y - control.y)
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

/** The part of the curve between two parameters (de Casteljau's subdivision). */
export function partOf(curve: Curve, start: number, end: number): Curve {
  const from = pointAt(curve, start)
  const to = pointAt(curve, end)
  const mix = (s: number, t: number) => {
    const { from: a, control: b, to: c } = curve
    const [u, v] = [1 - s, 1 - t]
    return {
      x: u * v * a.x + (u * t + s * v) * b.x + s * t * c.x,
      y: u * v * a.y + (u * t + s * v) * b.y + s * t * c.y,
    }
  }
  return { from, control: mix(start, end), to }
}

/** The last parameter at which the curve is so far from its end; 0 where it is all nearer. By halving. */
export function lastOutside(curve: Curve, distance: number): number {
  return crossing((t) => Math.hypot(pointAt(curve, t).x - curve.to.x, pointAt(curve, t).y - curve.to.y) > distance)
}

/** The first parameter at which the curve is so far from its start; 1 where it is all nearer. */
export function firstOutside(curve: Curve, distance: number): number {
  return (
    1 -
    crossing(
      (t) => Math.hypot(pointAt(curve, 1 - t).x - curve.from.x, pointAt(curve, 1 - t).y - curve.from.y) > distance,
    )
  )
}

function crossing(outside: (t: number) => boolean): number {
  let [low, high] = [0, 1]
  if (!outside(0)) return 0
  for (let turn = 0; turn < 20; turn++) {
    const middle = (low + high) / 2
    if (outside(middle)) low = middle
    else high = middle
  }
  return low
}

/** A loop at a node: out to the upper right and back. */
export const loopPath = ({ x, y }: Point, radius: number): string => {
  const reach = radius * 3 + 10
  const near = radius * 0.75
  return `M${n(x + near)} ${n(y - near)}C${n(x + reach)} ${n(y - reach * 0.3)} ${n(x + reach * 0.3)} ${n(y - reach)} ${n(x)} ${n(y - radius - 3)}`
}

export const curvePath = ({ from, control, to }: Curve): string =>
  `M${n(from.x)} ${n(from.y)}Q${n(control.x)} ${n(control.y)} ${n(to.x)} ${n(to.y)}`

/** A number for a path: two digits behind the point. */
export const n = (value: number): string => String(Math.round(value * 100) / 100)
