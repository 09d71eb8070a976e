import { curveBetween, curvePath, pointOnCurve, type Point } from '../../drawing/geometry'
import { loopAt, loopPath, middleOfLoop } from '../../drawing/loop'
import type { Graph } from '../../model/graph'

/** What the places of edges follow from: positions and radii of nodes in CSS pixels, and curvatures (see edgeCurvatures). */
interface DrawnEdges {
  readonly graph: Graph
  readonly positionOf: (row: number) => Point
  readonly radius: (row: number) => number
  readonly edgeCurvature: (row: number) => number
}

const endsOf = ({ graph, positionOf }: DrawnEdges, row: number) =>
  [positionOf(graph.edges.source[row]!), positionOf(graph.edges.target[row]!)] as const

/** The circle of an edge from a node to itself; undefined for other edges. */
function loopOf({ graph: { edges }, positionOf, radius, edgeCurvature }: DrawnEdges, row: number) {
  const node = edges.source[row]!
  return node === edges.target[row] ? loopAt(positionOf(node), radius(node), edgeCurvature(row)) : undefined
}

/** The middle of an edge, where its contested mark stands. */
export function middleOfEdge(frame: DrawnEdges, row: number): Point {
  const loop = loopOf(frame, row)
  if (loop) return middleOfLoop(loop)
  return pointOnCurve(curveBetween(...endsOf(frame, row), frame.edgeCurvature(row)), 0.5)
}

/** Path data of an edge from centre to centre. */
export function pathOfEdge(frame: DrawnEdges, row: number): string {
  const loop = loopOf(frame, row)
  if (loop) return loopPath(loop, frame.radius(frame.graph.edges.source[row]!), 0)
  return curvePath(curveBetween(...endsOf(frame, row), frame.edgeCurvature(row)))
}
