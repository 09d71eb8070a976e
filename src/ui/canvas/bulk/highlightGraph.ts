import { MultiDirectedGraph } from 'graphology'
import { emphasis } from '../../../scene/canvas/emphasis'
import { sigmaEdgeAttributes, sigmaNodeAttributes } from '../../../scene/canvas/sigmaAttributes'
import type { RenderInputs } from '../graphRenderer'

/** A node that is never visible, since sigma sets no camera for an empty graph. */
const anchor = 'anchor'

/** The few nodes and edges of a large graph that sigma draws above the rest: a graph of their own, keyed by row. */
export class HighlightGraph {
  graph = new MultiDirectedGraph()
  #rows: readonly number[] = []

  /** Rebuilds the graph. Returns false if it was and stays empty. */
  paint({ graph, scene, nodeStyles, palette }: RenderInputs, positions: Float32Array): boolean {
    const { nodes, edges } = scene.highlightOverlay
    if (nodes.length === 0 && this.#rows.length === 0 && this.graph.order > 0) return false
    const drawn = new MultiDirectedGraph()
    drawn.addNode(anchor, { x: 0, y: 0, type: 'shape', hidden: true })
    for (const row of nodes) {
      const position = { x: positions[2 * row]!, y: positions[2 * row + 1]! }
      const attributes = sigmaNodeAttributes(nodeStyles, row, emphasis.highlighted, palette)
      drawn.addNode(row, { ...attributes, ...position, type: 'shape' })
    }
    for (const row of edges) {
      const hovered = scene.hoverEdge === row
      const options = { palette, hovered, lines: scene.lineEncoding }
      const attributes = sigmaEdgeAttributes(graph, row, emphasis.highlighted, options)
      const { source, target } = graph.edges
      drawn.addDirectedEdgeWithKey(row, source[row]!, target[row]!, { ...attributes, bend: 0, type: 'curve' })
    }
    this.graph = drawn
    this.#rows = nodes
    return true
  }

  setPositions(positions: Float32Array): void {
    for (const row of this.#rows) {
      const position = { x: positions[2 * row]!, y: positions[2 * row + 1]! }
      Object.assign(this.graph.getNodeAttributes(String(row)), position)
    }
  }
}
