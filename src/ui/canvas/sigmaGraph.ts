import { MultiDirectedGraph } from 'graphology'
import { edgeBends } from '../../drawing/edgeStyles'
import { nodeLooks } from '../../drawing/nodeStyles'
import type { Palette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { edgePaint, nodePaint } from '../../scene/canvas/sigmaAttributes'

/**
 * A graphology graph for sigma to draw, keyed by row number (integer-like keys make sigma several times faster). It is
 * filled from the columnar graph and knows nothing of its own. Attributes are written without telling sigma, which would
 * schedule a refresh for each kind of change; whoever writes calls for one refresh after all of them.
 */
export class Mirror {
  readonly drawn = new MultiDirectedGraph()

  constructor(graph: Graph) {
    const bends = edgeBends(graph)
    for (let row = 0; row < graph.nodes.count; row++) this.drawn.addNode(String(row), { x: 0, y: 0, type: 'shape' })
    for (let row = 0; row < graph.edges.count; row++)
      this.drawn.addDirectedEdgeWithKey(String(row), String(graph.edges.source[row]), String(graph.edges.target[row]), {
        type: 'curve',
        bend: bends[row]!,
      })
  }

  /** Puts every node at its place; x and y in turn. */
  place(places: Float32Array): void {
    this.drawn.forEachNode((key, attributes) => {
      const row = Number(key)
      Object.assign(attributes, { x: places[2 * row]!, y: places[2 * row + 1]! })
    })
  }

  /** Puts one node at its place. */
  placeOne(row: number, x: number, y: number): void {
    Object.assign(this.drawn.getNodeAttributes(String(row)), { x, y })
  }

  /** Gives every node and edge the paint of its standing; the graph is as it is seen, with the statements that count. */
  paint(graph: Graph, scene: CanvasScene, palette: Palette): void {
    const looks = nodeLooks(graph, scene.telling)
    this.drawn.forEachNode((key, attributes) => {
      const row = Number(key)
      Object.assign(attributes, nodePaint(looks, row, scene.nodes[row]!, palette))
    })
    this.drawn.forEachEdge((key, attributes) => {
      const row = Number(key)
      const { lines, faint } = scene
      const hovered = scene.hoverEdge === row
      Object.assign(attributes, edgePaint(graph, row, scene.edges[row]!, { palette, hovered, lines, faint }))
    })
  }
}
