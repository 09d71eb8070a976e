import type { VisibleRows } from '../../analysis/filter/applyFilter'
import type { NodeEncoding } from '../../drawing/nodeStyles'
import type { Graph } from '../../model/graph'
import { adjacency, edgeRowIndex, nodeRowIndex } from '../../model/graph'
import { highlightOfSelection, highlightOfSource, highlightWithNeighbours, type Highlight } from './highlight'
import { memoizeByPair } from '../view/memoizeByPair'
import { rowsOfEdgeIds, rowsOfNodeIds } from '../view/selection'
import { visibleRows } from '../view/filterResult'
import { emphasis, rowEmphasis, type RowEmphasis } from './emphasis'
import { nodeEncodingOfView } from './viewNodeEncoding'
import type { LineEncoding, Selection, View } from '../view/view'

/**
 * Larger graphs are drawn in bulk from their columns, with straight lines; only what is hovered or selected is drawn in full.
 */
export const maxFullyDrawn = { nodes: 3000, edges: 5000 }
export const isLargeGraph = ({ nodes, edges }: Graph): boolean =>
  nodes.count > maxFullyDrawn.nodes || edges.count > maxFullyDrawn.edges

/** Rows of nodes and edges. */
interface NodeAndEdgeRows {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

/** What the canvas draws: the emphasis of every row, and what is selected or hovered. */
export interface CanvasScene extends RowEmphasis {
  /** Rows that are selected. */
  readonly selectedNodes: ReadonlySet<number>
  readonly selectedEdges: ReadonlySet<number>
  /** Rows under the pointer. */
  readonly hoverNode: number | undefined
  readonly hoverEdge: number | undefined
  /** In a large graph: what is drawn in full above the rest, because it is highlighted or hovered. */
  readonly highlightOverlay: NodeAndEdgeRows
  /** Highlighted edges; in a large graph only those that are not in the overlay. */
  readonly highlightedEdges: readonly number[]
  /** What lines encode. */
  readonly lineEncoding: LineEncoding
  /** What colours and sizes encode. */
  readonly nodeEncoding: NodeEncoding
  /** Factor for the opacity of edges of normal emphasis: the more there are, the fainter each is. */
  readonly edgeOpacityFactor: number
}

export type HoverTarget = { readonly node: string } | { readonly edge: string } | undefined

/** The scene of a view: rows that pass the filter, highlighted by what is under the pointer, otherwise by the selection. */
export function canvasScene(graph: Graph, view: View, hover: HoverTarget): CanvasScene {
  const hoverNode = hover && 'node' in hover ? nodeRowIndex(graph).get(hover.node) : undefined
  const hoverEdge = hover && 'edge' in hover ? edgeRowIndex(graph).get(hover.edge) : undefined
  const highlightAtRest = highlightWithoutHover(graph, view)
  const isLarge = isLargeGraph(graph)
  // In a large graph the pointer dims nothing, since with so many nodes every movement would make the picture flicker.
  const highlight =
    isLarge || hoverNode === undefined ? highlightAtRest : highlightWithNeighbours(graph, highlightAtRest, hoverNode)
  const emphasisByRow = rowEmphasis(graph, view, highlight)
  const selected = selectedRows(graph, view.selection)
  const visible = visibleRows(graph, view.filter)
  const hoveredAndSelected = { ...selected, hoverNode, hoverEdge }
  return {
    ...emphasisByRow,
    ...(isLarge
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

/** Memoised because half of a large graph may be selected while the pointer moves. */
const selectedRows = memoizeByPair((graph: Graph, { nodes, edges }: Selection): SelectedRows => ({
  selectedNodes: new Set(rowsOfNodeIds(graph, nodes)),
  selectedEdges: new Set(rowsOfEdgeIds(graph, edges)),
}))

/** Highlights the selection or, if nothing is selected and a source is open, what its statements are about. */
function highlightWithoutHover(graph: Graph, { selection, panel, detail }: View): Highlight {
  const ofSelection = highlightOfSelection(graph, selection)
  return !ofSelection.isActive && panel === 'sources' && detail !== undefined
    ? highlightOfSource(graph, detail)
    : ofSelection
}

/** Maximum number of nodes, and of edges, in the overlay. */
const maxOverlayRows = 400

interface HoveredAndSelectedRows extends SelectedRows {
  readonly hoverNode: number | undefined
  readonly hoverEdge: number | undefined
}

/**
 * The overlay of a large graph: what is selected or hovered, with its edges and neighbours as long as these are few;
 * otherwise without them, and if very much is selected, only what is hovered.
 */
function highlightOverlayOf(
  graph: Graph,
  visible: VisibleRows,
  { edges: edgeEmphasis, highlightedEdges }: RowEmphasis,
  hoveredAndSelected: HoveredAndSelectedRows,
): Pick<CanvasScene, 'highlightOverlay' | 'highlightedEdges'> {
  const { source, target } = graph.edges
  const selected = {
    nodes: rowsUnlessMany(hoveredAndSelected.selectedNodes),
    edges: rowsUnlessMany(hoveredAndSelected.selectedEdges),
  }
  const hovered = { nodes: rowIfAny(hoveredAndSelected.hoverNode), edges: rowIfAny(hoveredAndSelected.hoverEdge) }
  const own = [...new Set([...selected.edges, ...hovered.edges])].filter((row) => visible.edges[row])
  const near = [...edgesAround(graph, visible, hovered.nodes), ...own]
  const all =
    highlightedEdges.length > maxOverlayRows ? near : [...near, ...edgesAround(graph, visible, selected.nodes)]
  const edges = new Set(all)
  const fits =
    edges.size <= maxOverlayRows &&
    highlightedEdges.length <= maxOverlayRows &&
    highlightedEdges.every((row) => edges.has(row))
  const drawn = fits ? [...edges] : own
  const ends = drawn.flatMap((row) => [source[row]!, target[row]!])
  const nodes = [...selected.nodes, ...hovered.nodes].filter((row) => visible.nodes[row])
  const more = new Set(near.filter((row) => edgeEmphasis[row] !== emphasis.highlighted))
  return {
    highlightOverlay: { nodes: [...new Set([...nodes, ...ends])], edges: drawn },
    highlightedEdges: fits ? [] : more.size === 0 ? highlightedEdges : [...highlightedEdges, ...more],
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
