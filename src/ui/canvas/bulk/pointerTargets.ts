import type { Point } from '../../../drawing/geometry'
import { forEachInRect, hitTest, type SpatialGrid, type LayoutRect } from '../../../drawing/spatialGrid'
import { adjacency, type Graph } from '../../../model/graph'
import { emphasis } from '../../../scene/canvas/emphasis'
import type { Viewport } from '../graphRenderer'
import { drawnRadius } from '../shaderParameters'

/** What of the layout is in the frame. */
export function visibleWindow({
  camera,
  size,
  pixelsPerUnit,
}: Pick<Viewport, 'camera' | 'size' | 'pixelsPerUnit'>): LayoutRect {
  const [across, up] = [size.width / pixelsPerUnit / 2, size.height / pixelsPerUnit / 2]
  return { left: camera.x - across, right: camera.x + across, low: camera.y - up, high: camera.y + up }
}

/** A point of the frame, in CSS pixels from its upper left corner, in units of the layout. */
const viewportToLayout = (
  at: Point,
  { camera, size, pixelsPerUnit }: Pick<Viewport, 'camera' | 'size' | 'pixelsPerUnit'>,
): Point => ({
  x: camera.x + (at.x - size.width / 2) / pixelsPerUnit,
  y: camera.y - (at.y - size.height / 2) / pixelsPerUnit,
})

/** No radius is larger, in CSS pixels at a scale of 1. */
const largest = 17

interface AmongNodes {
  readonly viewport: Viewport
  readonly grid: SpatialGrid
  readonly nodes: Uint8Array
  readonly radius: Float32Array
}

/** The node at a point of the frame. */
export function nodeUnderPoint(at: Point, { viewport, grid, nodes, radius }: AmongNodes): number | undefined {
  const { parameters, pixelsPerUnit } = viewport
  return hitTest(grid, {
    ...viewportToLayout(at, viewport),
    tolerance: (parameters.hitTolerance + 1) / pixelsPerUnit,
    maxRadius: drawnRadius(parameters, largest) / pixelsPerUnit,
    radius: (row) => (nodes[row] === emphasis.hidden ? -1 : drawnRadius(parameters, radius[row]!) / pixelsPerUnit),
  })
}

interface AmongEdges {
  readonly viewport: Viewport
  readonly grid: SpatialGrid
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
export function edgeUnderPoint(at: Point, { viewport, grid, edges, graph }: AmongEdges): number | undefined {
  const { offsets, rows } = adjacency(graph)
  const inside: number[] = []
  let ends = 0
  forEachInRect(grid, visibleWindow(viewport), (node) => {
    inside.push(node)
    ends += offsets[node + 1]! - offsets[node]!
  })
  if (ends > mostEdges) return undefined
  const place = viewportToLayout(at, viewport)
  let best = { row: -1, away: near / viewport.pixelsPerUnit }
  for (const node of inside)
    for (let index = offsets[node]!; index < offsets[node + 1]!; index++) {
      const row = rows[index]!
      if (edges[row] === emphasis.hidden) continue
      const away = distanceToEdge(grid.positions, graph.edges.source[row]!, graph.edges.target[row]!, place)
      if (away < best.away) best = { row, away }
    }
  return best.row < 0 ? undefined : best.row
}

/** Distance of a point from the straight line between two nodes. */
export function distanceToEdge(positions: Float32Array, from: number, to: number, { x, y }: Point): number {
  const [ax, ay] = [positions[2 * from]!, positions[2 * from + 1]!]
  const [dx, dy] = [positions[2 * to]! - ax, positions[2 * to + 1]! - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}
