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

/** Distance of a single edge's control point from the straight line, as a share of its length: the longer, the less curved. */
export const curvatureForLength = (length: number): number => (length === 0 ? 0 : Math.min(0.15, 22 / length + 0.05))

/** The curve between two centres; `curvature` is a signed factor, see `edgeCurvatures`. */
export function curveBetween(from: Point, to: Point, curvature: number): QuadraticCurve {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const bend = curvatureForLength(Math.hypot(dx, dy)) * curvature
  return { from, to, control: { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend } }
}

/** The point of a curve at a parameter from 0 to 1. */
export function pointOnCurve({ from, control, to }: QuadraticCurve, t: number): Point {
  const rest = 1 - t
  return {
    x: rest * rest * from.x + 2 * rest * t * control.x + t * t * to.x,
    y: rest * rest * from.y + 2 * rest * t * control.y + t * t * to.y,
  }
}

/** The unit tangent of a curve. */
export function tangentAt({ from, control, to }: QuadraticCurve, t: number): Point {
  const x = (1 - t) * (control.x - from.x) + t * (to.x - control.x)
  const y = (1 - t) * (control.y - from.y) + t * (to.y - control.y)
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

/** The part of a curve between two parameters (de Casteljau's subdivision). */
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

/** The last parameter at which a curve is farther than `distance` from its end; 0 if all of it is nearer. By bisection. */
export function lastParameterOutside(curve: QuadraticCurve, distance: number): number {
  return crossing(
    (t) => Math.hypot(pointOnCurve(curve, t).x - curve.to.x, pointOnCurve(curve, t).y - curve.to.y) > distance,
  )
}

/** The first parameter at which a curve is farther than `distance` from its start; 1 if all of it is nearer. */
export function firstParameterOutside(curve: QuadraticCurve, distance: number): number {
  return (
    1 -
    crossing(
      (t) =>
        Math.hypot(pointOnCurve(curve, 1 - t).x - curve.from.x, pointOnCurve(curve, 1 - t).y - curve.from.y) > distance,
    )
  )
}

/** The last parameter that is outside, by bisection; 0 if the first is inside. */
function crossing(isOutside: (t: number) => boolean): number {
  let [low, high] = [0, 1]
  if (!isOutside(0)) return 0
  for (let turn = 0; turn < 20; turn++) {
    const middle = (low + high) / 2
    if (isOutside(middle)) low = middle
    else high = middle
  }
  return low
}

/** Path data of a curve. */
export const curvePath = ({ from, control, to }: QuadraticCurve): string =>
  `M${formatPathNumber(from.x)} ${formatPathNumber(from.y)}Q${formatPathNumber(control.x)} ${formatPathNumber(control.y)} ${formatPathNumber(to.x)} ${formatPathNumber(to.y)}`

/** A number in path data, with at most two decimals. */
export const formatPathNumber = (value: number): string => String(Math.round(value * 100) / 100)
