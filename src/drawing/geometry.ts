export interface Point {
  readonly x: number
  readonly y: number
}

/** A quadratic Bézier curve. */
export interface QuadraticCurve {
  readonly from: Point
  readonly control: Point
  readonly to: Point
}

/** Share of a straight line's length that a single edge's control point stands off it: gentle, and gentler when long. */
export const curvatureForLength = (length: number): number => (length === 0 ? 0 : Math.min(0.15, 22 / length + 0.05))

/** The curve between two middles; `lane` says to which side it bends and how much, see EdgeLook.bend. */
export function curveBetween(from: Point, to: Point, lane: number): QuadraticCurve {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const bend = curvatureForLength(Math.hypot(dx, dy)) * lane
  return { from, to, control: { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend } }
}

export function pointOnCurve({ from, control, to }: QuadraticCurve, t: number): Point {
  const rest = 1 - t
  return {
    x: rest * rest * from.x + 2 * rest * t * control.x + t * t * to.x,
    y: rest * rest * from.y + 2 * rest * t * control.y + t * t * to.y,
  }
}

/** Unit vector along the curve. */
export function tangentAt({ from, control, to }: QuadraticCurve, t: number): Point {
  const x = (1 - t) * (control.x - from.x) + t * (to.x - control.x)
  const y = (1 - t) * (control.y - from.y) + t * (to.y - control.y)
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

/** The part of the curve between two parameters (de Casteljau's subdivision). */
export function subcurve(curve: QuadraticCurve, start: number, end: number): QuadraticCurve {
  const from = pointOnCurve(curve, start)
  const to = pointOnCurve(curve, end)
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
export function lastParameterOutside(curve: QuadraticCurve, distance: number): number {
  return crossing(
    (t) => Math.hypot(pointOnCurve(curve, t).x - curve.to.x, pointOnCurve(curve, t).y - curve.to.y) > distance,
  )
}

/** The first parameter at which the curve is so far from its start; 1 where it is all nearer. */
export function firstParameterOutside(curve: QuadraticCurve, distance: number): number {
  return (
    1 -
    crossing(
      (t) =>
        Math.hypot(pointOnCurve(curve, 1 - t).x - curve.from.x, pointOnCurve(curve, 1 - t).y - curve.from.y) > distance,
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
  return `M${formatPathNumber(x + near)} ${formatPathNumber(y - near)}C${formatPathNumber(x + reach)} ${formatPathNumber(y - reach * 0.3)} ${formatPathNumber(x + reach * 0.3)} ${formatPathNumber(y - reach)} ${formatPathNumber(x)} ${formatPathNumber(y - radius - 3)}`
}

export const curvePath = ({ from, control, to }: QuadraticCurve): string =>
  `M${formatPathNumber(from.x)} ${formatPathNumber(from.y)}Q${formatPathNumber(control.x)} ${formatPathNumber(control.y)} ${formatPathNumber(to.x)} ${formatPathNumber(to.y)}`

/** A number for a path: two digits behind the point. */
export const formatPathNumber = (value: number): string => String(Math.round(value * 100) / 100)
