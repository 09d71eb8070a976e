import type { VisibleRows } from '../../analysis/filter/applyFilter'
import type { NodeEncoding } from '../../drawing/nodeStyles'
import type { Graph } from '../../model/graph'
import { adjacency, edgeRowById, nodeRowById } from '../../model/graph'
import { highlightOfSelection, highlightOfSource, highlightWithNeighbours, type Highlight } from './highlight'
import { memoizeByPair } from '../view/memoizeByPair'
import { rowsOfEdgeIds, rowsOfNodeIds } from '../view/selection'
import { visibleRows } from '../view/filterResult'
import { emphasis, rowEmphasis, type RowEmphasis } from './emphasis'
import { nodeEncodingOfView } from './viewNodeEncoding'
import type { LineEncoding, Selection, View } from '../view/view'

/** Above these a graph is drawn from its columns: straight lines in bulk, and richly only what is pointed at or chosen. */
const maxFullyDrawn = { nodes: 3000, edges: 5000 }
export const isLargeGraph = ({ nodes, edges }: Graph): boolean =>
  nodes.count > maxFullyDrawn.nodes || edges.count > maxFullyDrawn.edges

/** Rows of nodes and edges. */
interface NodeAndEdgeRows {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

/** What the canvas draws: emphasis of every row, and what has rings. */
export interface CanvasScene extends RowEmphasis {
  /** Rows that are selected. */
  readonly selectedNodes: ReadonlySet<number>
  readonly selectedEdges: ReadonlySet<number>
  /** Rows under the pointer. */
  readonly hoverNode: number | undefined
  readonly hoverEdge: number | undefined
  /** In a large graph: what is highlighted or pointed at and drawn richly, above the rest. */
  readonly highlightOverlay: NodeAndEdgeRows
  /** Edges that are highlighted; in a large graph those that are not drawn richly. */
  readonly highlightedEdges: readonly number[]
  /** What lines tell. */
  readonly lineEncoding: LineEncoding
  /** What colours and sizes tell. */
  readonly nodeEncoding: NodeEncoding
  /** Times the opacity of edges of normal emphasis: the more there are, the fainter each is. */
  readonly edgeOpacityFactor: number
}

export type HoverTarget = { readonly node: string } | { readonly edge: string } | undefined

/** Emphasis of all rows: what the filter leaves, highlighted by what is under the pointer, else by the selection. */
export function canvasScene(graph: Graph, view: View, hover: HoverTarget): CanvasScene {
  const hoverNode = hover && 'node' in hover ? nodeRowById(graph).get(hover.node) : undefined
  const hoverEdge = hover && 'edge' in hover ? edgeRowById(graph).get(hover.edge) : undefined
  const chosen = highlightWithoutHover(graph, view)
  const large = isLargeGraph(graph)
  // The pointer dims nothing in a large graph: in a crowd every movement would make the whole picture flicker.
  const highlight = large || hoverNode === undefined ? chosen : highlightWithNeighbours(graph, chosen, hoverNode)
  const emphasisByRow = rowEmphasis(graph, view, highlight)
  const selected = selectedRows(graph, view.selection)
  const visible = visibleRows(graph, view.filter)
  const hoveredAndSelected = { ...selected, hoverNode, hoverEdge }
  return {
    ...emphasisByRow,
    ...(large
      ? highlightOverlayOf(graph, visible, emphasisByRow, hoveredAndSelected)
      : { highlightOverlay: { nodes: [], edges: [] } }),
    edgeOpacityFactor: Math.max(0.45, Math.min(1, Math.sqrt(280 / visible.edgeCount))),
    ...selected,
    hoverNode,
    hoverEdge,
    lineEncoding: view.lineEncoding,
    nodeEncoding: nodeEncodingOfView(graph, view),
  }
}

/** Rows of what is selected. */
interface SelectedRows {
  readonly selectedNodes: ReadonlySet<number>
  readonly selectedEdges: ReadonlySet<number>
}

/** Half of a large graph may be selected while the pointer moves. */
const selectedRows = memoizeByPair((graph: Graph, { nodes, edges }: Selection): SelectedRows => ({
  selectedNodes: new Set(rowsOfNodeIds(graph, nodes)),
  selectedEdges: new Set(rowsOfEdgeIds(graph, edges)),
}))

/** What is selected; else, while a document is open, what its statements are about. */
function highlightWithoutHover(graph: Graph, { selection, panel, detail }: View): Highlight {
  const chosen = highlightOfSelection(graph, selection)
  return !chosen.isActive && panel === 'sources' && detail !== undefined ? highlightOfSource(graph, detail) : chosen
}

/** More nodes, or edges, than these are not drawn richly. */
const maxOverlayRows = 400

interface HoveredAndSelectedRows extends SelectedRows {
  readonly hoverNode: number | undefined
  readonly hoverEdge: number | undefined
}

/**
 * In a large graph what is selected or pointed at is drawn richly above the rest, with its edges and neighbours while all
 * of that is little; else without them, and of very much that is selected only what is pointed at.
 */
function highlightOverlayOf(
  graph: Graph,
  visible: VisibleRows,
  { edges: edgeEmphasis, highlightedEdges }: RowEmphasis,
  hoveredAndSelected: HoveredAndSelectedRows,
): Pick<CanvasScene, 'highlightOverlay' | 'highlightedEdges'> {
  const { source, target } = graph.edges
  const chosen = {
    nodes: rowsUnlessMany(hoveredAndSelected.selectedNodes),
    edges: rowsUnlessMany(hoveredAndSelected.selectedEdges),
  }
  const hovered = { nodes: rowIfAny(hoveredAndSelected.hoverNode), edges: rowIfAny(hoveredAndSelected.hoverEdge) }
  const own = [...new Set([...chosen.edges, ...hovered.edges])].filter((row) => visible.edges[row])
  const near = [...edgesAround(graph, visible, hovered.nodes), ...own]
  const all = highlightedEdges.length > maxOverlayRows ? near : [...near, ...edgesAround(graph, visible, chosen.nodes)]
  const edges = new Set(all)
  const isLittle =
    edges.size <= maxOverlayRows &&
    highlightedEdges.length <= maxOverlayRows &&
    highlightedEdges.every((row) => edges.has(row))
  const drawn = isLittle ? [...edges] : own
  const ends = drawn.flatMap((row) => [source[row]!, target[row]!])
  const nodes = [...chosen.nodes, ...hovered.nodes].filter((row) => visible.nodes[row])
  const more = new Set(near.filter((row) => edgeEmphasis[row] !== emphasis.highlighted))
  return {
    highlightOverlay: { nodes: [...new Set([...nodes, ...ends])], edges: drawn },
    highlightedEdges: isLittle ? [] : more.size === 0 ? highlightedEdges : [...highlightedEdges, ...more],
  }
}

const rowsUnlessMany = (rows: ReadonlySet<number>): readonly number[] => (rows.size > maxOverlayRows ? [] : [...rows])
const rowIfAny = (row: number | undefined): readonly number[] => (row === undefined ? [] : [row])

function edgesAround(graph: Graph, visible: VisibleRows, nodes: readonly number[]): number[] {
  const { offsets, rows } = adjacency(graph)
  const around: number[] = []
  for (const node of nodes)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) if (visible.edges[rows[at]!]) around.push(rows[at]!)
  return around
}
