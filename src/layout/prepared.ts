import { textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees } from '../model/graph'
import { movedApart, type Boxes } from './apart'
import { Force } from './force'
import { placedAt, sunflower } from './places'

const most = 4000

/**
 * The positions that a data set is opened with, computed when it is compiled: ForceAtlas2 from an even disc, scaled to
 * a sheet of about 110 by 110 units a node, then nodes moved apart to leave room for labels. Nothing in it is left to
 * chance, so that the same data give the same map.
 */
export function prepare(graph: Graph): Graph {
  const { count } = graph.nodes
  const { source, target } = graph.edges
  const start = sunflower(count, 40)
  const force = new Force(
    { source, target, start, fixed: new Uint8Array(count) },
    { linLogMode: true, outboundAttractionDistribution: true, scalingRatio: 1, gravity: 0.4, strongGravityMode: false },
  )
  force.advance(count > most ? 200 : 3000)
  const sheet = scaled(force.positions(), Math.sqrt(count) * 88)
  return placedAt(graph, count > most ? sheet : movedApart(sheet, boxesOf(graph)))
}

/** Centred, and so large that the root mean square distance from the middle is a third of `width`. */
function scaled(places: Float32Array, width: number): Float32Array {
  const count = places.length / 2
  if (count === 0) return places
  let x = 0
  let y = 0
  for (let node = 0; node < count; node++) {
    x += places[2 * node]! / count
    y += places[2 * node + 1]! / count
  }
  let square = 0
  for (let node = 0; node < count; node++)
    square += ((places[2 * node]! - x) ** 2 + (places[2 * node + 1]! - y) ** 2) / count
  const factor = width / 3 / (Math.sqrt(square) || 1)
  return places.map((value, index) => (value - (index % 2 ? y : x)) * factor)
}

/** Room for the node with its label in two lines beneath or beside it. */
function boxesOf(graph: Graph): Boxes {
  const degree = degrees(graph)
  const radius = Float32Array.from(degree, (each) => 6 + Math.min(11, 2 * Math.sqrt(each)))
  const letters = radius.map((_, row) => textAt(graph.nodes.label, row).length)
  return {
    halfWidth: radius.map((each, row) => Math.max(each + 4, Math.min(13, letters[row]! * 0.6) * 3.1)),
    halfHeight: radius.map((each, row) => each + (letters[row]! > 20 ? 17 : 11)),
  }
}
