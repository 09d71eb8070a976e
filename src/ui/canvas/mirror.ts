import { MultiDirectedGraph } from 'graphology'
import type { Palette } from '../../drawing/palette'
import type { Graph } from '../../model/graph'
import { edgePaint, nodePaint, type CanvasScene } from '../../scene/canvas'

/**
 * A graphology graph for sigma to draw, keyed by row number (integer-like keys make sigma several times faster). It is
 * filled from the columnar graph and knows nothing of its own.
 */
export class Mirror {
  readonly drawn = new MultiDirectedGraph()

  constructor(readonly graph: Graph) {
    for (let row = 0; row < graph.nodes.count; row++) this.drawn.addNode(String(row), { x: 0, y: 0, type: 'shape' })
    for (let row = 0; row < graph.edges.count; row++)
      this.drawn.addDirectedEdgeWithKey(String(row), String(graph.edges.source[row]), String(graph.edges.target[row]), {
        type: 'curve',
      })
  }

  /** Puts every node at its place; x and y in turn. */
  place(places: Float32Array): void {
    this.drawn.updateEachNodeAttributes((key, attributes) => {
      const row = Number(key)
      return Object.assign(attributes, { x: places[2 * row]!, y: places[2 * row + 1]! })
    })
  }

  /** Gives every node and edge the paint of its standing. */
  paint(scene: CanvasScene, palette: Palette): void {
    this.drawn.updateEachNodeAttributes((key, attributes) => {
      const row = Number(key)
      return Object.assign(attributes, nodePaint(this.graph, row, scene.nodes[row]!, palette))
    })
    this.drawn.updateEachEdgeAttributes((key, attributes) => {
      const row = Number(key)
      const hovered = scene.hoverEdge === row
      return Object.assign(attributes, edgePaint(this.graph, row, scene.edges[row]!, { palette, hovered }))
    })
  }
}
