import { MultiDirectedGraph } from 'graphology'
import { emphasis } from '../../../scene/canvas/emphasis'
import { sigmaEdgeAttributes, sigmaNodeAttributes } from '../../../scene/canvas/sigmaAttributes'
import type { RenderInputs } from '../graphRenderer'

/** sigma sets no camera for an empty graph, so it always has this node, which is never seen. */
const anchor = 'anchor'

/** The few nodes and edges of a large graph that sigma draws above the rest, as a graph of their own, keyed by row. */
export class HighlightOverlay {
  graph = new MultiDirectedGraph()
  #rows: readonly number[] = []

  /** Makes the graph anew; says whether there is anything new in it. */
  paint({ graph, scene, nodeStyles, palette }: RenderInputs, places: Float32Array): boolean {
    const { nodes, edges } = scene.highlightOverlay
    if (nodes.length === 0 && this.#rows.length === 0 && this.graph.order > 0) return false
    const drawn = new MultiDirectedGraph()
    drawn.addNode(anchor, { x: 0, y: 0, type: 'shape', hidden: true })
    for (const row of nodes) {
      const at = { x: places[2 * row]!, y: places[2 * row + 1]! }
      drawn.addNode(row, {
        ...sigmaNodeAttributes(nodeStyles, row, emphasis.highlighted, palette),
        ...at,
        type: 'shape',
      })
    }
    for (const row of edges) {
      const hovered = scene.hoverEdge === row
      const own = sigmaEdgeAttributes(graph, row, emphasis.highlighted, { palette, hovered, lines: scene.lineEncoding })
      const { source, target } = graph.edges
      drawn.addDirectedEdgeWithKey(row, source[row]!, target[row]!, { ...own, bend: 0, type: 'curve' })
    }
    this.graph = drawn
    this.#rows = nodes
    return true
  }

  setPositions(places: Float32Array): void {
    for (const row of this.#rows) {
      const at = { x: places[2 * row]!, y: places[2 * row + 1]! }
      Object.assign(this.graph.getNodeAttributes(String(row)), at)
    }
  }
}
