import { MultiDirectedGraph } from 'graphology'
import { standing } from '../../../scene/canvas/emphasis'
import { edgePaint, nodePaint } from '../../../scene/canvas/sigmaAttributes'
import type { Paint } from '../graphRenderer'

/** sigma sets no camera for an empty graph, so it always has this node, which is never seen. */
const anchor = 'anchor'

/** The few nodes and edges of a large graph that sigma draws above the rest, as a graph of their own, keyed by row. */
export class Over {
  drawn = new MultiDirectedGraph()
  #rows: readonly number[] = []

  /** Makes the graph anew; says whether there is anything new in it. */
  paint({ graph, scene, looks, palette }: Paint, places: Float32Array): boolean {
    const { nodes, edges } = scene.over
    if (nodes.length === 0 && this.#rows.length === 0 && this.drawn.order > 0) return false
    const drawn = new MultiDirectedGraph()
    drawn.addNode(anchor, { x: 0, y: 0, type: 'shape', hidden: true })
    for (const row of nodes) {
      const at = { x: places[2 * row]!, y: places[2 * row + 1]! }
      drawn.addNode(row, { ...nodePaint(looks, row, standing.lit, palette), ...at, type: 'shape' })
    }
    for (const row of edges) {
      const hovered = scene.hoverEdge === row
      const own = edgePaint(graph, row, standing.lit, { palette, hovered, lines: scene.lines })
      const { source, target } = graph.edges
      drawn.addDirectedEdgeWithKey(row, source[row]!, target[row]!, { ...own, bend: 0, type: 'curve' })
    }
    this.drawn = drawn
    this.#rows = nodes
    return true
  }

  place(places: Float32Array): void {
    for (const row of this.#rows) {
      const at = { x: places[2 * row]!, y: places[2 * row + 1]! }
      Object.assign(this.drawn.getNodeAttributes(String(row)), at)
    }
  }
}
