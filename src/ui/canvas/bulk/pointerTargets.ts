import type { Point } from '../../../drawing/geometry'
import { eachIn, hitIn, type Grid, type Window } from '../../../drawing/spatialGrid'
import { adjacency, type Graph } from '../../../model/graph'
import { standing } from '../../../scene/canvas/emphasis'
import type { Sight } from '../graphRenderer'
import { radiusOn } from '../shaderParameters'

/** What of the layout is in the frame. */
export function windowOf({ camera, size, unit }: Pick<Sight, 'camera' | 'size' | 'unit'>): Window {
  const [across, up] = [size.width / unit / 2, size.height / unit / 2]
  return { left: camera.x - across, right: camera.x + across, low: camera.y - up, high: camera.y + up }
}

/** A point of the frame, in CSS pixels from its upper left corner, in units of the layout. */
export const placeAt = (at: Point, { camera, size, unit }: Pick<Sight, 'camera' | 'size' | 'unit'>): Point => ({
  x: camera.x + (at.x - size.width / 2) / unit,
  y: camera.y - (at.y - size.height / 2) / unit,
})

/** No radius is larger, in CSS pixels at a scale of 1. */
const largest = 17

interface AmongNodes {
  readonly sight: Sight
  readonly grid: Grid
  readonly nodes: Uint8Array
  readonly radius: Float32Array
}

/** The node at a point of the frame. */
export function nodeAt(at: Point, { sight, grid, nodes, radius }: AmongNodes): number | undefined {
  const { frame, unit } = sight
  return hitIn(grid, {
    ...placeAt(at, sight),
    reach: (frame.reach + 1) / unit,
    most: radiusOn(frame, largest) / unit,
    radius: (row) => (nodes[row] === standing.hidden ? -1 : radiusOn(frame, radius[row]!) / unit),
  })
}

interface AmongEdges {
  readonly sight: Sight
  readonly grid: Grid
  readonly edges: Uint8Array
  readonly graph: Graph
}

/** So far may an edge be missed, in CSS pixels. */
const near = 5
/** Where more edges end in the frame than these, none can be told from the others. */
const mostEdges = 6000

/**
 * The edge nearest to a point of the frame, of those that end in the frame, while they are few: an edge that only passes
 * through cannot be chosen, as nothing in the frame says what it joins.
 */
export function edgeAt(at: Point, { sight, grid, edges, graph }: AmongEdges): number | undefined {
  const { offsets, rows } = adjacency(graph)
  const inside: number[] = []
  let ends = 0
  eachIn(grid, windowOf(sight), (node) => {
    inside.push(node)
    ends += offsets[node + 1]! - offsets[node]!
  })
  if (ends > mostEdges) return undefined
  const place = placeAt(at, sight)
  let best = { row: -1, away: near / sight.unit }
  for (const node of inside)
    for (let index = offsets[node]!; index < offsets[node + 1]!; index++) {
      const row = rows[index]!
      if (edges[row] === standing.hidden) continue
      const away = awayFrom(grid.places, graph.edges.source[row]!, graph.edges.target[row]!, place)
      if (away < best.away) best = { row, away }
    }
  return best.row < 0 ? undefined : best.row
}

/** Distance of a point from the straight line between two nodes. */
export function awayFrom(places: Float32Array, from: number, to: number, { x, y }: Point): number {
  const [ax, ay] = [places[2 * from]!, places[2 * from + 1]!]
  const [dx, dy] = [places[2 * to]! - ax, places[2 * to + 1]! - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}
