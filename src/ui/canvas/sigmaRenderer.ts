import type Sigma from 'sigma'
import { edgeCurvatures } from '../../drawing/edgeStyles'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { emphasis } from '../../scene/canvas/emphasis'
import type { GraphRenderer, RenderInputs, Viewport } from './graphRenderer'
import { SigmaGraph } from './sigmaGraph'

/** Margin around the viewport, in CSS pixels, in which nodes still count as visible. */
const margin = 20

/** Draws a small graph: sigma draws all of it. */
export class SigmaRenderer implements GraphRenderer {
  #sigmaGraph: SigmaGraph
  #curvatures: Float32Array
  #scene: CanvasScene | undefined

  constructor(
    readonly sigma: Sigma,
    graph: Graph,
  ) {
    this.#sigmaGraph = new SigmaGraph(graph)
    this.#curvatures = edgeCurvatures(graph)
  }

  setGraph(graph: Graph): void {
    this.#sigmaGraph = new SigmaGraph(graph)
    this.#curvatures = edgeCurvatures(graph)
  }

  setPositions(positions: Float32Array): void {
    this.#sigmaGraph.setPositions(positions)
  }

  paint({ graph, scene, palette }: RenderInputs): void {
    this.#scene = scene
    this.#sigmaGraph.paint(graph, scene, palette)
    if (this.sigma.getGraph() === this.#sigmaGraph.graph) this.sigma.refresh()
    else this.sigma.setGraph(this.#sigmaGraph.graph)
  }

  renderFrame(): void {}

  rowsToLabel({ positionOf, size }: Viewport): readonly number[] {
    const rows: number[] = []
    this.#scene?.nodes.forEach((rowEmphasis, row) => {
      if (rowEmphasis === emphasis.hidden) return
      const { x, y } = positionOf(row)
      if (x > -margin && y > -margin && x < size.width + margin && y < size.height + margin) rows.push(row)
    })
    return rows
  }

  readonly nodeEmphasis = (row: number): number => this.#scene!.nodes[row]!
  readonly edgeCurvature = (row: number): number => this.#curvatures[row]!
}
