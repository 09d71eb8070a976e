import { MultiDirectedGraph } from 'graphology'
import { edgeCurvatures } from '../../drawing/edgeStyles'
import { nodeStyles } from '../../drawing/nodeStyles'
import type { ColourPalette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { sigmaEdgeAttributes, sigmaNodeAttributes } from '../../scene/canvas/sigmaAttributes'

/**
 * A graphology graph for sigma to draw, keyed by row (integer-like keys make sigma several times faster). It only mirrors the
 * columnar graph. Attributes are written without graphology's events, which would make sigma schedule a refresh for each kind
 * of change; the caller asks for one refresh after all of them.
 */
export class SigmaGraph {
  readonly graph = new MultiDirectedGraph()

  constructor(graph: Graph) {
    const curvatures = edgeCurvatures(graph)
    for (let row = 0; row < graph.nodes.count; row++) this.graph.addNode(String(row), { x: 0, y: 0, type: 'shape' })
    for (let row = 0; row < graph.edges.count; row++)
      this.graph.addDirectedEdgeWithKey(String(row), String(graph.edges.source[row]), String(graph.edges.target[row]), {
        type: 'curve',
        bend: curvatures[row]!,
      })
  }

  /** Sets all positions, x and y in turn by node row. */
  setPositions(positions: Float32Array): void {
    this.graph.forEachNode((key, attributes) => {
      const row = Number(key)
      Object.assign(attributes, { x: positions[2 * row]!, y: positions[2 * row + 1]! })
    })
  }

  /** Sets the attributes of every node and edge by its emphasis; `graph` has only the statements that pass the lenses. */
  paint(graph: Graph, scene: CanvasScene, palette: ColourPalette): void {
    const styles = nodeStyles(graph, scene.nodeEncoding)
    this.graph.forEachNode((key, attributes) => {
      const row = Number(key)
      Object.assign(attributes, sigmaNodeAttributes(styles, row, scene.nodes[row]!, palette))
    })
    this.graph.forEachEdge((key, attributes) => {
      const row = Number(key)
      const { lineEncoding, edgeOpacityFactor } = scene
      const hovered = scene.hoverEdge === row
      Object.assign(
        attributes,
        sigmaEdgeAttributes(graph, row, scene.edges[row]!, {
          palette,
          hovered,
          lines: lineEncoding,
          faint: edgeOpacityFactor,
        }),
      )
    })
  }
}
