import { textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees } from '../model/graph'
import { removeBoxOverlap, type BoxSizes } from './removeBoxOverlap'
import { ForceAtlas2, type ForceInput } from './forceAtlas2'
import { withPositions, sunflowerPositions } from './positions'

/** With more nodes, label overlaps are not removed; such a map is read by zooming in. */
const maxNodesToSeparate = 2000
/** Number of pairs of nodes to compare, in all iterations together: well below a second. */
const maxComparisons = 1e8

/** What is shown in the first view, one byte a row. */
interface FirstView {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/**
 * The positions that a data set is opened with, computed when it is compiled: ForceAtlas2 from an even disc, contracted where it is
 * sparse, then without overlaps of labels. What the first view shows is laid out by itself, as wide as the whole, and the rest
 * around it and between. There is no randomness, so the same data always give the same map.
 */
export function withPreparedLayout(graph: Graph, first: FirstView = everything(graph)): Graph {
  const { count } = graph.nodes
  const { source, target } = graph.edges
  const whole = runForce({ source, target, start: sunflowerPositions(count, 40), fixed: new Uint8Array(count) })
  const rows = [...first.nodes.keys()].filter((row) => first.nodes[row] === 1)
  const positions =
    rows.length === 0 || rows.length === count ? whole : withFirstView(graph, whole, { rows, edgeMask: first.edges })
  const map = contract(positions, Math.sqrt(count) * 24)
  if (count > maxNodesToSeparate) return withPositions(graph, map)
  return withPositions(graph, removeBoxOverlap(map, labelBoxes(graph), iterationsFor(count, 300)))
}

const everything = ({ nodes, edges }: Graph): FirstView => ({
  nodes: new Uint8Array(nodes.count).fill(1),
  edges: new Uint8Array(edges.count).fill(1),
})

/** Lays out the rows of the first view by their own edges, and then the rest with these rows fixed. */
function withFirstView(
  graph: Graph,
  whole: Float32Array,
  { rows, edgeMask }: { rows: readonly number[]; edgeMask: Uint8Array },
) {
  const indexByRow = new Map(rows.map((row, index) => [row, index]))
  const edges = [...edgeMask.keys()].filter((edge) => edgeMask[edge] === 1)
  const ends = (column: Uint32Array) => Uint32Array.from(edges, (edge) => indexByRow.get(column[edge]!)!)
  const own = runForce({
    source: ends(graph.edges.source),
    target: ends(graph.edges.target),
    start: sunflowerPositions(rows.length, 40),
    fixed: new Uint8Array(rows.length),
  })
  const scale = medianRadius(whole) / medianRadius(own)
  const start = whole.slice()
  const fixed = new Uint8Array(graph.nodes.count)
  rows.forEach((row, index) => {
    fixed[row] = 1
    start[2 * row] = own[2 * index]! * scale
    start[2 * row + 1] = own[2 * index + 1]! * scale
  })
  return runForce({ source: graph.edges.source, target: graph.edges.target, start, fixed })
}

const iterationsFor = (count: number, limit: number): number => Math.round(Math.min(limit, maxComparisons / count ** 2))

function runForce(input: ForceInput): Float32Array {
  const force = new ForceAtlas2(input, { linLogMode: true, scalingRatio: 1, gravity: 0.5, strongGravityMode: true })
  force.advance(Math.max(60, iterationsFor(input.fixed.length, 2500)))
  return force.positions()
}

/** The median distance from the origin. */
const medianRadius = (positions: Float32Array): number =>
  Float32Array.from({ length: positions.length / 2 }, (_, node) =>
    Math.hypot(positions[2 * node]!, positions[2 * node + 1]!),
  ).toSorted()[positions.length >> 2] || 1

/** The exponent of a node's distance from the centre: below 1, outer nodes come nearer. */
const distanceExponent = 0.75
/** The map is slightly wider than high, like the space between the panels. */
const stretch = 1.06

/** Centres the map, brings outer nodes nearer, and scales it so that half of the nodes are within `radius` of the centre. */
function contract(positions: Float32Array, radius: number): Float32Array {
  const count = positions.length / 2
  const middle = [0, 0]
  positions.forEach((value, index) => (middle[index % 2]! += value / count))
  const distances = Float32Array.from({ length: count }, (_, node) =>
    Math.hypot(positions[2 * node]! - middle[0]!, positions[2 * node + 1]! - middle[1]!),
  )
  const median = distances.toSorted()[count >> 1] || 1
  return positions.map((value, index) => {
    const distance = distances[index >> 1]! / median
    const factor = distance > 0 ? distance ** (distanceExponent - 1) : 1
    return ((value - middle[index % 2]!) / median) * factor * radius * (index % 2 ? 1 : stretch)
  })
}

/** Boxes for each node with its label in two lines below or next to it; large nodes have large labels. */
function labelBoxes(graph: Graph): BoxSizes {
  const degree = degrees(graph)
  const radius = Float32Array.from(degree, (each) => 6 + Math.min(11, 2 * Math.sqrt(each)))
  const isLarge = (row: number) => radius[row]! >= 12
  const letters = radius.map((_, row) => Math.min(isLarge(row) ? 18 : 13, textAt(graph.nodes.label, row).length * 0.6))
  return {
    halfWidth: radius.map((each, row) => Math.max(each + 4, letters[row]! * (isLarge(row) ? 4.2 : 3.1))),
    halfHeight: radius.map((each, row) => each + (isLarge(row) ? 20 : letters[row]! > 12 ? 17 : 11)),
  }
}
