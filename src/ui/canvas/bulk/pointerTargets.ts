import type { Point } from '../../../drawing/geometry'
import { forEachInRect, hitTest, type PointGrid, type LayoutRect } from '../../../drawing/pointGrid'
import { adjacency, type Graph } from '../../../model/graph'
import { emphasis } from '../../../scene/canvas/emphasis'
import type { Viewport } from '../graphRenderer'
import { drawnRadius } from '../shaderParameters'

/** The part of the layout in the viewport. */
export function visibleWindow({
  camera,
  size,
  pixelsPerUnit,
}: Pick<Viewport, 'camera' | 'size' | 'pixelsPerUnit'>): LayoutRect {
  const [across, up] = [size.width / pixelsPerUnit / 2, size.height / pixelsPerUnit / 2]
  return { left: camera.x - across, right: camera.x + across, low: camera.y - up, high: camera.y + up }
}

/** Converts a point of the canvas, in CSS pixels from its upper left corner, to units of the layout. */
const viewportToLayout = (
  at: Point,
  { camera, size, pixelsPerUnit }: Pick<Viewport, 'camera' | 'size' | 'pixelsPerUnit'>,
): Point => ({
  x: camera.x + (at.x - size.width / 2) / pixelsPerUnit,
  y: camera.y - (at.y - size.height / 2) / pixelsPerUnit,
})

/** The maximum radius of a node, in CSS pixels at a scale of 1. */
const maxNodeRadius = 17

interface NodeHitContext {
  readonly viewport: Viewport
  readonly grid: PointGrid
  readonly nodes: Uint8Array
  readonly radius: Float32Array
}

/** The node at a point of the canvas, by row. */
export function nodeUnderPoint(at: Point, { viewport, grid, nodes, radius }: NodeHitContext): number | undefined {
  const { parameters, pixelsPerUnit } = viewport
  return hitTest(grid, {
    ...viewportToLayout(at, viewport),
    tolerance: (parameters.hitTolerance + 1) / pixelsPerUnit,
    maxRadius: drawnRadius(parameters, maxNodeRadius) / pixelsPerUnit,
    radius: (row) => (nodes[row] === emphasis.hidden ? -1 : drawnRadius(parameters, radius[row]!) / pixelsPerUnit),
  })
}

interface EdgeHitContext {
  readonly viewport: Viewport
  readonly grid: PointGrid
  readonly edges: Uint8Array
  readonly graph: Graph
}

/** Distance from an edge, in CSS pixels, at which it is still hit. */
const edgeTolerance = 5
/** With more edges in the viewport, nobody can tell them apart. */
const maxEdgeEnds = 6000

/**
 * The edge nearest to a point of the canvas, by row, of those that end in the viewport, as long as these are few. An edge that
 * only passes through cannot be hit, since nothing in the viewport shows what it connects.
 */
export function edgeUnderPoint(at: Point, { viewport, grid, edges, graph }: EdgeHitContext): number | undefined {
  const { offsets, rows } = adjacency(graph)
  const nodesInView: number[] = []
  let ends = 0
  forEachInRect(grid, visibleWindow(viewport), (node) => {
    nodesInView.push(node)
    ends += offsets[node + 1]! - offsets[node]!
  })
  if (ends > maxEdgeEnds) return undefined
  const point = viewportToLayout(at, viewport)
  let best = { row: -1, distance: edgeTolerance / viewport.pixelsPerUnit }
  for (const node of nodesInView)
    for (let index = offsets[node]!; index < offsets[node + 1]!; index++) {
      const row = rows[index]!
      if (edges[row] === emphasis.hidden) continue
      const distance = distanceToEdge(grid.positions, graph.edges.source[row]!, graph.edges.target[row]!, point)
      if (distance < best.distance) best = { row, distance }
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
