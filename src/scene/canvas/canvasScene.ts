import type { Visible } from '../../analysis/filter/applyFilter'
import type { Telling } from '../../drawing/nodeStyles'
import type { Graph } from '../../model/graph'
import { adjacency, edgeRows, nodeRows } from '../../model/graph'
import { lit, litBySource, withNeighbours, type Lit } from './highlight'
import { memoised } from '../view/memoizeByPair'
import { rowsOfEdges, rowsOfNodes } from '../view/selection'
import { shown } from '../view/filterResult'
import { standing, standingsOf, type Standings } from './emphasis'
import { tellingOf } from './viewNodeEncoding'
import type { LineLook, Selection, View } from '../view/view'

/** Above these a graph is drawn from its columns: straight lines in bulk, and richly only what is pointed at or chosen. */
const most = { nodes: 3000, edges: 5000 }
export const isLarge = ({ nodes, edges }: Graph): boolean => nodes.count > most.nodes || edges.count > most.edges

/** Rows of nodes and edges. */
export interface Rows {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

/** What the canvas draws: standing of every row, and what has rings. */
export interface CanvasScene extends Standings {
  /** Rows that are selected. */
  readonly selectedNodes: ReadonlySet<number>
  readonly selectedEdges: ReadonlySet<number>
  /** Rows under the pointer. */
  readonly hoverNode: number | undefined
  readonly hoverEdge: number | undefined
  /** In a large graph: what is lit or pointed at and drawn richly, above the rest. */
  readonly over: Rows
  /** Edges that are lit; in a large graph those that are not drawn richly. */
  readonly litEdges: readonly number[]
  /** What lines tell. */
  readonly lines: LineLook
  /** What colours and sizes tell. */
  readonly telling: Telling
  /** Times the opacity of edges at rest: the more there are, the fainter each is. */
  readonly faint: number
}

export type Hover = { readonly node: string } | { readonly edge: string } | undefined

/** Standing of all rows: what the filter leaves, lit by what is under the pointer, else by the selection. */
export function canvasScene(graph: Graph, view: View, hover: Hover): CanvasScene {
  const hoverNode = hover && 'node' in hover ? nodeRows(graph).get(hover.node) : undefined
  const hoverEdge = hover && 'edge' in hover ? edgeRows(graph).get(hover.edge) : undefined
  const chosen = lightAtRest(graph, view)
  const large = isLarge(graph)
  // The pointer dims nothing in a large graph: in a crowd every movement would make the whole picture flicker.
  const light = large || hoverNode === undefined ? chosen : withNeighbours(graph, chosen, hoverNode)
  const standings = standingsOf(graph, view, light)
  const selected = selectedRows(graph, view.selection)
  const visible = shown(graph, view.filter)
  const pointed = { ...selected, hoverNode, hoverEdge }
  return {
    ...standings,
    ...(large ? richly(graph, visible, standings, pointed) : { over: { nodes: [], edges: [] } }),
    faint: Math.max(0.45, Math.min(1, Math.sqrt(280 / visible.edgeCount))),
    ...selected,
    hoverNode,
    hoverEdge,
    lines: view.lines,
    telling: tellingOf(graph, view),
  }
}

/** Rows of what is selected. */
interface SelectedRows {
  readonly selectedNodes: ReadonlySet<number>
  readonly selectedEdges: ReadonlySet<number>
}

/** Half of a large graph may be selected while the pointer moves. */
const selectedRows = memoised((graph: Graph, { nodes, edges }: Selection): SelectedRows => ({
  selectedNodes: new Set(rowsOfNodes(graph, nodes)),
  selectedEdges: new Set(rowsOfEdges(graph, edges)),
}))

/** What is selected; else, while a document is open, what its statements are about. */
function lightAtRest(graph: Graph, { selection, panel, detail }: View): Lit {
  const chosen = lit(graph, selection)
  return !chosen.any && panel === 'sources' && detail !== undefined ? litBySource(graph, detail) : chosen
}

/** More nodes, or edges, than these are not drawn richly. */
const mostOver = 400

interface Pointed extends SelectedRows {
  readonly hoverNode: number | undefined
  readonly hoverEdge: number | undefined
}

/**
 * In a large graph what is selected or pointed at is drawn richly above the rest, with its edges and neighbours while all
 * of that is little; else without them, and of very much that is selected only what is pointed at.
 */
function richly(
  graph: Graph,
  visible: Visible,
  { edges: stands, litEdges }: Standings,
  pointed: Pointed,
): Pick<CanvasScene, 'over' | 'litEdges'> {
  const { source, target } = graph.edges
  const chosen = { nodes: few(pointed.selectedNodes), edges: few(pointed.selectedEdges) }
  const hovered = { nodes: only(pointed.hoverNode), edges: only(pointed.hoverEdge) }
  const own = [...new Set([...chosen.edges, ...hovered.edges])].filter((row) => visible.edges[row])
  const near = [...edgesAround(graph, visible, hovered.nodes), ...own]
  const all = litEdges.length > mostOver ? near : [...near, ...edgesAround(graph, visible, chosen.nodes)]
  const edges = new Set(all)
  const isLittle = edges.size <= mostOver && litEdges.length <= mostOver && litEdges.every((row) => edges.has(row))
  const drawn = isLittle ? [...edges] : own
  const ends = drawn.flatMap((row) => [source[row]!, target[row]!])
  const nodes = [...chosen.nodes, ...hovered.nodes].filter((row) => visible.nodes[row])
  const more = new Set(near.filter((row) => stands[row] !== standing.lit))
  return {
    over: { nodes: [...new Set([...nodes, ...ends])], edges: drawn },
    litEdges: isLittle ? [] : more.size === 0 ? litEdges : [...litEdges, ...more],
  }
}

const few = (rows: ReadonlySet<number>): readonly number[] => (rows.size > mostOver ? [] : [...rows])
const only = (row: number | undefined): readonly number[] => (row === undefined ? [] : [row])

function edgesAround(graph: Graph, visible: Visible, nodes: readonly number[]): number[] {
  const { offsets, rows } = adjacency(graph)
  const around: number[] = []
  for (const node of nodes)
    for (let at = offsets[node]!; at < offsets[node + 1]!; at++) if (visible.edges[rows[at]!]) around.push(rows[at]!)
  return around
}
