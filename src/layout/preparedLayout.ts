import { textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees } from '../model/graph'
import { removeBoxOverlap, type BoxSizes } from './removeBoxOverlap'
import { ForceAtlas2, type ForceInput } from './forceAtlas2'
import { withPositions, sunflowerPositions } from './positions'

/** Above so many nodes pairs are not moved apart; a map of them is read by zooming. */
const most = 2000
/** Pairs of nodes that may be looked at, all iterations together: well below a second. */
const effort = 1e8
/** What is drawn at first: one byte a row, 1 where it is. */
interface Drawn {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/**
 * The positions that a data set is opened with, computed when it is compiled: ForceAtlas2 from an even disc, drawn
 * together where it is thin, then nodes moved apart to leave room for labels. What is shown at first is laid out by
 * itself, as wide as the whole, and the rest around and between. Nothing in it is left to chance, so that the same data
 * give the same map.
 */
export function withPreparedLayout(graph: Graph, first: Drawn = everything(graph)): Graph {
  const { count } = graph.nodes
  const { source, target } = graph.edges
  const whole = forced({ source, target, start: sunflowerPositions(count, 40), fixed: new Uint8Array(count) })
  const rows = [...first.nodes.keys()].filter((row) => first.nodes[row] === 1)
  const places = rows.length === 0 || rows.length === count ? whole : around(graph, whole, { rows, drawn: first.edges })
  const sheet = spread(places, Math.sqrt(count) * 24)
  return withPositions(graph, count > most ? sheet : removeBoxOverlap(sheet, boxesOf(graph), turns(count, 300)))
}

const everything = ({ nodes, edges }: Graph): Drawn => ({
  nodes: new Uint8Array(nodes.count).fill(1),
  edges: new Uint8Array(edges.count).fill(1),
})

/** The whole again, but with some rows where the edges that are drawn among them put them. */
function around(graph: Graph, whole: Float32Array, { rows, drawn }: { rows: readonly number[]; drawn: Uint8Array }) {
  const place = new Map(rows.map((row, index) => [row, index]))
  const edges = [...drawn.keys()].filter((edge) => drawn[edge] === 1)
  const ends = (column: Uint32Array) => Uint32Array.from(edges, (edge) => place.get(column[edge]!)!)
  const own = forced({
    source: ends(graph.edges.source),
    target: ends(graph.edges.target),
    start: sunflowerPositions(rows.length, 40),
    fixed: new Uint8Array(rows.length),
  })
  const wide = radiusOf(whole) / radiusOf(own)
  const start = whole.slice()
  const fixed = new Uint8Array(graph.nodes.count)
  rows.forEach((row, index) => {
    fixed[row] = 1
    start[2 * row] = own[2 * index]! * wide
    start[2 * row + 1] = own[2 * index + 1]! * wide
  })
  return forced({ source: graph.edges.source, target: graph.edges.target, start, fixed })
}

const turns = (count: number, limit: number): number => Math.round(Math.min(limit, effort / count ** 2))

function forced(input: ForceInput): Float32Array {
  const force = new ForceAtlas2(input, { linLogMode: true, scalingRatio: 1, gravity: 0.5, strongGravityMode: true })
  force.advance(Math.max(60, turns(input.fixed.length, 2500)))
  return force.positions()
}

/** Half of the nodes are nearer to the middle. */
const radiusOf = (places: Float32Array): number =>
  Float32Array.from({ length: places.length / 2 }, (_, node) =>
    Math.hypot(places[2 * node]!, places[2 * node + 1]!),
  ).toSorted()[places.length >> 2] || 1

/** How much of a node's distance from the middle is kept, as a power: below 1 what lies far out comes nearer. */
const pull = 0.75
/** Windows are wider than high, but for their panels. */
const stretch = 1.06

/** Centred, with half of the nodes within `radius` of the middle. */
function spread(places: Float32Array, radius: number): Float32Array {
  const count = places.length / 2
  const middle = [0, 0]
  places.forEach((value, index) => (middle[index % 2]! += value / count))
  const distances = Float32Array.from({ length: count }, (_, node) =>
    Math.hypot(places[2 * node]! - middle[0]!, places[2 * node + 1]! - middle[1]!),
  )
  const median = distances.toSorted()[count >> 1] || 1
  return places.map((value, index) => {
    const distance = distances[index >> 1]! / median
    const kept = distance > 0 ? distance ** (pull - 1) : 1
    return ((value - middle[index % 2]!) / median) * kept * radius * (index % 2 ? 1 : stretch)
  })
}

/** Room for the node with its label in two lines beneath or beside it; large nodes have large labels. */
function boxesOf(graph: Graph): BoxSizes {
  const degree = degrees(graph)
  const radius = Float32Array.from(degree, (each) => 6 + Math.min(11, 2 * Math.sqrt(each)))
  const large = (row: number) => radius[row]! >= 12
  const letters = radius.map((_, row) => Math.min(large(row) ? 18 : 13, textAt(graph.nodes.label, row).length * 0.6))
  return {
    halfWidth: radius.map((each, row) => Math.max(each + 4, letters[row]! * (large(row) ? 4.2 : 3.1))),
    halfHeight: radius.map((each, row) => each + (large(row) ? 20 : letters[row]! > 12 ? 17 : 11)),
  }
}
