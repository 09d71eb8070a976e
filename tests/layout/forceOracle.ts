import iterate from 'graphology-layout-forceatlas2/iterate.js'
import type { ForceInput, ForceSettings } from '../../src/layout/forceAtlas2'

/** A graph for the force layout by its ends in turn, from places of its own. */
export const inputOf = (start: readonly number[], ends: readonly number[] = [], more: Partial<ForceInput> = {}) => ({
  source: Uint32Array.from(ends.filter((_, index) => index % 2 === 0)),
  target: Uint32Array.from(ends.filter((_, index) => index % 2 === 1)),
  start: Float32Array.from(start),
  fixed: new Uint8Array(start.length / 2),
  ...more,
})

type Vector = [x: number, y: number]
type Held = (force: number) => number

const inFull: Held = (force) => force

/** Makes a force no longer than it may be, and as it is held. */
function cut(force: Vector, longest: number, held: Held): void {
  const length = Math.hypot(...force)
  for (const axis of [0, 1] as const)
    force[axis] = held(length > longest ? (force[axis] * longest) / length : force[axis])
}

/**
 * ForceAtlas2 as the paper and graphology's version tell it, in double precision: every pair, every edge, no tree. Positions
 * after so many steps, x and y in turn. `held` says how a force is held between two steps: in full, or as a kernel does.
 */
export function oracle(
  input: ForceInput,
  settings: ForceSettings,
  ...[steps, held = inFull]: [steps: number, held?: Held]
): number[] {
  const { source, target, fixed } = input
  const count = fixed.length
  const weight = (edge: number) => input.weights?.[edge] ?? 1
  const radius = (node: number) => (settings.adjustSizes ? (input.radii?.[node] ?? 1) : 0)
  const mass = Array.from({ length: count }, () => 1)
  source.forEach((from, edge) => {
    mass[from]! += weight(edge)
    mass[target[edge]!]! += weight(edge)
  })
  const mean = mass.reduce((sum, each) => sum + each, 0) / count
  const place = Array.from(fixed, (_, node): Vector => [input.start[2 * node]!, input.start[2 * node + 1]!])
  let before = place.map((): Vector => [0, 0])
  const ready = mass.map(() => 1)
  for (let step = 0; step < steps; step++) {
    const force = place.map((): Vector => [0, 0])
    const push = (one: number, other: number, by: number) => {
      for (const axis of [0, 1] as const) {
        const along = (place[one]![axis] - place[other]![axis]) * by
        force[one]![axis] += along
        force[other]![axis] -= along
      }
    }
    const between = (one: number, other: number) =>
      Math.hypot(place[one]![0] - place[other]![0], place[one]![1] - place[other]![1]) - radius(one) - radius(other)
    for (let one = 0; one < count; one++) {
      for (let other = 0; other < one; other++) {
        const gap = between(one, other)
        if (gap !== 0) push(one, other, settings.scalingRatio * mass[one]! * mass[other]! * (gap > 0 ? gap ** -2 : 100))
      }
      const far = Math.hypot(...place[one]!)
      const down = far === 0 ? 0 : (settings.gravity * mass[one]!) / (settings.strongGravityMode ? 1 : far)
      for (const axis of [0, 1] as const) force[one]![axis] -= place[one]![axis] * down
    }
    source.forEach((from, edge) => {
      const to = target[edge]!
      const gap = between(from, to)
      if (gap <= 0) return
      const shared = settings.outboundAttractionDistribution ? mean / mass[from]! : 1
      const bend = settings.linLogMode ? Math.log(1 + gap) / gap : 1
      push(from, to, -shared * bend * weight(edge) ** settings.edgeWeightInfluence)
    })
    for (const each of force) cut(each, settings.adjustSizes ? 10 : Infinity, held)
    place.forEach((at, node) => {
      const [fx, fy] = force[node]!
      const [bx, by] = before[node]!
      const calm = 1 + Math.sqrt(mass[node]! * Math.hypot(bx - fx, by - fy))
      const speed =
        ((settings.adjustSizes ? 0.1 : ready[node]!) * Math.log(1 + Math.hypot(bx + fx, by + fy) / 2)) / calm
      ready[node] = Math.min(1, Math.sqrt((speed * (fx * fx + fy * fy)) / calm))
      if (fixed[node] === 1) return
      at[0] += (fx * speed) / settings.slowDown
      at[1] += (fy * speed) / settings.slowDown
    })
    before = force
  }
  return place.flat()
}

/** The same by graphology's own step. */
export function graphologys(
  { source, target, fixed, start, ...more }: ForceInput,
  settings: ForceSettings,
  steps: number,
) {
  const nodes = new Float32Array(fixed.length * 10)
  const edges = new Float32Array(source.length * 3)
  fixed.forEach((still, node) =>
    nodes.set([start[2 * node]!, start[2 * node + 1]!, 0, 0, 0, 0, 1, 1, more.radii?.[node] ?? 1, still], node * 10),
  )
  source.forEach((from, edge) => {
    const weight = more.weights?.[edge] ?? 1
    edges.set([from * 10, target[edge]! * 10, weight], edge * 3)
    nodes[from * 10 + 6]! += weight
    nodes[target[edge]! * 10 + 6]! += weight
  })
  for (let step = 0; step < steps; step++) iterate(settings, nodes, edges)
  return Array.from({ length: 2 * fixed.length }, (_, index) => nodes[(index >> 1) * 10 + (index % 2)]!)
}
