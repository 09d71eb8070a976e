import { MultiDirectedGraph } from 'graphology'
import { edgeCurvatures } from '../../drawing/edgeStyles'
import { nodeStyles } from '../../drawing/nodeStyles'
import type { ColourPalette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { sigmaEdgeAttributes, sigmaNodeAttributes } from '../../scene/canvas/sigmaAttributes'

/**
 * A graphology graph for sigma to draw, keyed by row number (integer-like keys make sigma several times faster). It is
 * filled from the columnar graph and knows nothing of its own. Attributes are written without telling sigma, which would
 * schedule a refresh for each kind of change; whoever writes calls for one refresh after all of them.
 */
export class SigmaGraph {
  readonly graph = new MultiDirectedGraph()

  constructor(graph: Graph) {
    const bends = edgeCurvatures(graph)
    for (let row = 0; row < graph.nodes.count; row++) this.graph.addNode(String(row), { x: 0, y: 0, type: 'shape' })
    for (let row = 0; row < graph.edges.count; row++)
      this.graph.addDirectedEdgeWithKey(String(row), String(graph.edges.source[row]), String(graph.edges.target[row]), {
        type: 'curve',
        bend: bends[row]!,
      })
  }

  /** Puts every node at its place; x and y in turn. */
  setPositions(places: Float32Array): void {
    this.graph.forEachNode((key, attributes) => {
      const row = Number(key)
      Object.assign(attributes, { x: places[2 * row]!, y: places[2 * row + 1]! })
    })
  }

  /** Puts one node at its place. */
  setNodePosition(row: number, x: number, y: number): void {
    Object.assign(this.graph.getNodeAttributes(String(row)), { x, y })
  }

  /** Gives every node and edge the paint of its standing; the graph is as it is seen, with the statements that count. */
  paint(graph: Graph, scene: CanvasScene, palette: ColourPalette): void {
    const looks = nodeStyles(graph, scene.nodeEncoding)
    this.graph.forEachNode((key, attributes) => {
      const row = Number(key)
      Object.assign(attributes, sigmaNodeAttributes(looks, row, scene.nodes[row]!, palette))
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
