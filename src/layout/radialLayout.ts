import { groupRowsByKey, type RowGroups } from '../model/columns'
import type { LayoutGuides } from '../model/layoutGuides'
import { placeOnRing, type RingExtent } from './placeOnRing'
import { neighboursByNode, type LayoutResult, type LayoutInput } from './layoutInput'
import { UNREACHED, breadthFirstSearch, type BreadthFirstTree } from './breadthFirstSearch'

const gap = 150

/**
 * Rings around a node by the number of steps from it. Each node takes a sector of its parent's, as wide as what hangs on
 * it (radial drawing of trees: Eades, Bulletin of the ICA 5, 1992), so that children stand near their parents; siblings
 * go in the direction that they had before. A full ring is several circles deep. What is not reached has a ring of its
 * own, set apart.
 */
export function radialLayout(plan: LayoutInput): LayoutResult {
  const places = new Float32Array(plan.count * 2)
  if (plan.count === 0) return { positions: places, guides: { lines: [], rings: [], labels: [] } }
  const centre = plan.centre ?? highestDegreeNode(plan)
  const steps = breadthFirstSearch([centre], neighboursByNode(plan))
  const bearing = bearings(plan.start, centre)
  const turn = turnsOf(plan.count, steps, bearing)
  const rings = ringsOf(steps, turn, bearing)
  const bands: RingExtent[] = []
  let outer = 0
  rings.forEach(({ nodes, away }) => {
    const inner = outer + (away ? gap * 1.6 : gap)
    const own = placeOnRing({ nodes, turn: away ? spread(nodes, plan.count) : turn, inner, places })
    bands.push(own)
    outer = own.outerRadius
  })
  return { positions: places, guides: guidesOf(rings, bands) }
}

/** The node with the most edges, the first of several; loops do not count. */
export function highestDegreeNode(plan: LayoutInput): number {
  const { offsets } = neighboursByNode(plan)
  let best = 0
  for (let node = 1; node < plan.count; node++)
    if (offsets[node + 1]! - offsets[node]! > offsets[best + 1]! - offsets[best]!) best = node
  return best
}

/** The direction in which each node lay from the middle one, as a share of a turn from 0 to 1. */
function bearings(start: Float32Array, centre: number): Float64Array {
  const bearing = new Float64Array(start.length / 2)
  for (let node = 0; node < bearing.length; node++) {
    const x = start[2 * node]! - start[2 * centre]!
    const y = start[2 * node + 1]! - start[2 * centre + 1]!
    bearing[node] = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1
  }
  return bearing
}

/** The middle of each reached node's sector, as a share of a turn. */
function turnsOf(count: number, { parent, order }: BreadthFirstTree, bearing: Float64Array): Float64Array {
  // A leaf weighs 1, another node what its children weigh together.
  const weight = new Float64Array(count)
  for (let at = order.length - 1; at > 0; at--) {
    const node = order[at]!
    weight[node] = Math.max(1, weight[node]!)
    weight[parent[node]!]! += weight[node]!
  }
  const children = childrenOf(count, { parent, order }, bearing)
  const from = new Float64Array(count)
  const wide = new Float64Array(count)
  const turn = new Float64Array(count)
  wide[order[0]!] = 1
  for (const node of order) {
    const { offsets, rows } = children
    let total = 0
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) total += weight[rows[at]!]!
    let next = from[node]!
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
      const child = rows[at]!
      from[child] = next
      wide[child] = (wide[node]! * weight[child]!) / total
      next += wide[child]!
      turn[child] = from[child]! + wide[child]! / 2
    }
  }
  return turn
}

/** Children by parent, in the direction that they had before, seen from the middle. */
function childrenOf(
  count: number,
  { parent, order }: Pick<BreadthFirstTree, 'parent' | 'order'>,
  bearing: Float64Array,
): RowGroups {
  const keys = new Uint32Array(count).fill(UNREACHED)
  for (const node of order) if (parent[node] !== node) keys[node] = parent[node]!
  const children = groupRowsByKey(keys, count)
  for (const node of order) {
    const own = children.rows.subarray(children.offsets[node], children.offsets[node + 1])
    // Around a parent the children's turn begins opposite of it, so that the sector is not cut where most of them are.
    const cut = parent[node] === node ? 0 : (bearing[node]! + 0.5) % 1
    own.sort((one, other) => ((bearing[one]! - cut + 1) % 1) - ((bearing[other]! - cut + 1) % 1) || one - other)
  }
  return children
}

interface Ring {
  readonly nodes: Uint32Array
  readonly away: boolean
}

/** The nodes of each distance in the order of their turns, then those without a way. */
function ringsOf({ depth, order }: BreadthFirstTree, turn: Float64Array, bearing: Float64Array): Ring[] {
  const most = depth[order.at(-1)!]!
  const { offsets, rows } = groupRowsByKey(depth, most + 1)
  const rings: Ring[] = []
  for (let step = 1; step <= most; step++) {
    const nodes = rows.subarray(offsets[step], offsets[step + 1])
    rings.push({ nodes: nodes.sort((one, other) => turn[one]! - turn[other]! || one - other), away: false })
  }
  const away = Uint32Array.from(depth.keys()).filter((node) => depth[node] === UNREACHED)
  away.sort((one, other) => bearing[one]! - bearing[other]! || one - other)
  if (away.length > 0) rings.push({ nodes: away, away: true })
  return rings
}

/** Evenly round the whole turn. */
function spread(nodes: Uint32Array, count: number): Float64Array {
  const turn = new Float64Array(count)
  nodes.forEach((node, at) => (turn[node] = (at + 0.5) / nodes.length))
  return turn
}

function guidesOf(rings: readonly Ring[], bands: readonly RingExtent[]): LayoutGuides {
  return {
    lines: [],
    rings: bands.map(({ innerRadius: inner, outerRadius: outer }) => ({ x: 0, y: 0, radius: (inner + outer) / 2 })),
    labels: bands.map(({ innerRadius: inner, outerRadius: outer, emptiestAngle: free }, at) => {
      const radius = (inner + outer) / 2
      const [x, y] = [radius * Math.cos(free), radius * Math.sin(free)]
      return { x, y, text: rings[at]!.away ? 'no way' : at === 0 ? '1 step' : `${at + 1} steps` }
    }),
  }
}
