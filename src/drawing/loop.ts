import { formatPathNumber, type Point } from './geometry'

/** An edge from a node to itself: a circle that runs through the node, in CSS pixels with y downwards. */
export interface Loop {
  readonly node: Point
  readonly centre: Point
  readonly radius: number
  /** The direction from the node to the circle's centre, in radians. */
  readonly direction: number
  /** The distance between the two centres. */
  readonly distance: number
}

/** Number of loops that lie in one another; with more, the next lie at the next quarter of the node. */
const nested = 4

/**
 * The loop with a number, from 0, among the loops of a node with a radius. Several loops lie in one another, so that each is a
 * line of its own: the first to the upper right. The shader has the same formulas (`edgeCurve.glsl`).
 */
export function loopAt(node: Point, nodeRadius: number, number: number): Loop {
  const radius = nodeRadius * 0.8 + 5 + 5 * (number % nested)
  const distance = radius + nodeRadius * 0.3
  const direction = -Math.PI / 4 - (Math.PI / 2) * Math.floor(number / nested)
  const centre = { x: node.x + distance * Math.cos(direction), y: node.y + distance * Math.sin(direction) }
  return { node, centre, radius, direction, distance }
}

/**
 * Half the angle, as seen from the circle's centre, of the part of a loop that is nearer to the node's centre than `far`. 0 if
 * none is.
 */
const hiddenAngle = ({ radius, distance }: Loop, far: number): number =>
  Math.acos(Math.min(1, Math.max(-1, (distance ** 2 + radius ** 2 - far ** 2) / (2 * distance * radius))))

/** A point of a loop by its angle as seen from the circle's centre, from the node onwards, and the tangent there. */
function pointOnLoop({ centre, radius, direction }: Loop, angle: number): { at: Point; along: Point } {
  // Against the clock, as the shader draws with y upwards.
  const turn = direction + Math.PI - angle
  return {
    at: { x: centre.x + radius * Math.cos(turn), y: centre.y + radius * Math.sin(turn) },
    along: { x: Math.sin(turn), y: -Math.cos(turn) },
  }
}

/** The point of a loop that is farthest from its node. */
export const middleOfLoop = (loop: Loop): Point => pointOnLoop(loop, Math.PI).at

/** The end of a loop, at a distance from the node's centre, and the tangent there. */
export const endOfLoop = (loop: Loop, far: number) => pointOnLoop(loop, 2 * Math.PI - hiddenAngle(loop, far))

/** The beginning of a loop, at a distance from the node's centre, and the tangent there. */
export const startOfLoop = (loop: Loop, far: number) => pointOnLoop(loop, hiddenAngle(loop, far))

/** Path data of the part of a loop that is farther from the node's centre than `start` at its beginning and `end` at its end. */
export function loopPath(loop: Loop, start: number, end: number): string {
  const [from, middle, to] = [startOfLoop(loop, start).at, middleOfLoop(loop), endOfLoop(loop, end).at]
  const radius = formatPathNumber(loop.radius)
  const arc = ({ x, y }: Point, isLong: boolean) =>
    `A${radius} ${radius} 0 ${isLong ? 1 : 0} 0 ${formatPathNumber(x)} ${formatPathNumber(y)}`
  // In two arcs: one of nearly a whole circle would depend on rounding.
  return `M${formatPathNumber(from.x)} ${formatPathNumber(from.y)}${arc(middle, false)}${arc(to, false)}`
}
