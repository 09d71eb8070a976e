import { groupRowsByKey, type RowGroups } from '../model/columns'
import type { LayoutGuides } from '../model/layoutGuides'
import { placeOnRing, type RingExtent } from './placeOnRing'
import { neighboursByNode, type LayoutResult, type LayoutInput } from './layoutInput'
import { UNREACHED, breadthFirstSearch, type BreadthFirstTree } from './breadthFirstSearch'

/** Distance between rings. */
const ringGap = 150

/**
 * Rings around a node by the number of steps from it. Each node gets a part of its parent's sector by the size of its subtree (radial
 * drawing of trees: Eades, Bulletin of the ICA 5, 1992), so that children are near their parents; siblings are ordered by their
 * earlier direction. A full ring has several circles. Nodes that are not connected have a ring of their own, further out.
 */
export function radialLayout(input: LayoutInput): LayoutResult {
  const positions = new Float32Array(input.count * 2)
  if (input.count === 0) return { positions, guides: { lines: [], rings: [], labels: [] } }
  const centre = input.centre ?? highestDegreeNode(input)
  const tree = breadthFirstSearch([centre], neighboursByNode(input))
  const bearing = bearingsFrom(input.start, centre)
  const turn = sectorMiddles(input.count, tree, bearing)
  const rings = ringsOf(tree, turn, bearing)
  const extents: RingExtent[] = []
  let outer = 0
  rings.forEach(({ nodes, isUnconnected }) => {
    const minRadius = outer + (isUnconnected ? ringGap * 1.6 : ringGap)
    const extent = placeOnRing({
      nodes,
      turn: isUnconnected ? evenTurns(nodes, input.count) : turn,
      minRadius,
      positions,
    })
    extents.push(extent)
    outer = extent.outerRadius
  })
  return { positions, guides: ringGuides(rings, extents) }
}

/** The node with the most edges, or the first of several; loops do not count. */
export function highestDegreeNode(input: LayoutInput): number {
  const { offsets } = neighboursByNode(input)
  let best = 0
  for (let node = 1; node < input.count; node++)
    if (offsets[node + 1]! - offsets[node]! > offsets[best + 1]! - offsets[best]!) best = node
  return best
}

/** The earlier direction of each node from the centre, as a share of a full turn from 0 to 1. */
function bearingsFrom(start: Float32Array, centre: number): Float64Array {
  const bearing = new Float64Array(start.length / 2)
  for (let node = 0; node < bearing.length; node++) {
    const x = start[2 * node]! - start[2 * centre]!
    const y = start[2 * node + 1]! - start[2 * centre + 1]!
    bearing[node] = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1
  }
  return bearing
}

/** The middle of each connected node's sector, as a share of a full turn. */
function sectorMiddles(count: number, { parent, order }: BreadthFirstTree, bearing: Float64Array): Float64Array {
  // The weight of a leaf is 1, that of another node the sum of its children's.
  const weight = new Float64Array(count)
  for (let at = order.length - 1; at > 0; at--) {
    const node = order[at]!
    weight[node] = Math.max(1, weight[node]!)
    weight[parent[node]!]! += weight[node]!
  }
  const children = childrenOf(count, { parent, order }, bearing)
  const from = new Float64Array(count)
  const width = new Float64Array(count)
  const turn = new Float64Array(count)
  width[order[0]!] = 1
  for (const node of order) {
    const { offsets, rows } = children
    let total = 0
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) total += weight[rows[at]!]!
    let next = from[node]!
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
      const child = rows[at]!
      from[child] = next
      width[child] = (width[node]! * weight[child]!) / total
      next += width[child]!
      turn[child] = from[child]! + width[child]! / 2
    }
  }
  return turn
}

/** Children by parent, ordered by their earlier direction from the centre. */
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
    // The order starts in the direction opposite to the parent, so that it is not cut where most of the children are.
    const cut = parent[node] === node ? 0 : (bearing[node]! + 0.5) % 1
    own.sort((one, other) => ((bearing[one]! - cut + 1) % 1) - ((bearing[other]! - cut + 1) % 1) || one - other)
  }
  return children
}

interface Ring {
  readonly nodes: Uint32Array
  /** The ring of nodes that are not connected to the centre. */
  readonly isUnconnected: boolean
}

/** The nodes of each distance ordered by their turns, then those that are not connected. */
function ringsOf({ depth, order }: BreadthFirstTree, turn: Float64Array, bearing: Float64Array): Ring[] {
  const maxDepth = depth[order.at(-1)!]!
  const { offsets, rows } = groupRowsByKey(depth, maxDepth + 1)
  const rings: Ring[] = []
  for (let step = 1; step <= maxDepth; step++) {
    const nodes = rows.subarray(offsets[step], offsets[step + 1])
    rings.push({ nodes: nodes.sort((one, other) => turn[one]! - turn[other]! || one - other), isUnconnected: false })
  }
  const unconnected = Uint32Array.from(depth.keys()).filter((node) => depth[node] === UNREACHED)
  unconnected.sort((one, other) => bearing[one]! - bearing[other]! || one - other)
  if (unconnected.length > 0) rings.push({ nodes: unconnected, isUnconnected: true })
  return rings
}

/** Turns that are evenly distributed over the full turn. */
function evenTurns(nodes: Uint32Array, count: number): Float64Array {
  const turn = new Float64Array(count)
  nodes.forEach((node, at) => (turn[node] = (at + 0.5) / nodes.length))
  return turn
}

function ringGuides(rings: readonly Ring[], extents: readonly RingExtent[]): LayoutGuides {
  return {
    lines: [],
    rings: extents.map(({ innerRadius, outerRadius }) => ({ x: 0, y: 0, radius: (innerRadius + outerRadius) / 2 })),
    labels: extents.map(({ innerRadius, outerRadius, emptiestAngle }, index) => {
      const radius = (innerRadius + outerRadius) / 2
      const [x, y] = [radius * Math.cos(emptiestAngle), radius * Math.sin(emptiestAngle)]
      return {
        x,
        y,
        text: rings[index]!.isUnconnected ? 'not connected' : index === 0 ? '1 step' : `${index + 1} steps`,
      }
    }),
  }
}
