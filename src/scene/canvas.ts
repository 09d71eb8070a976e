import type { Visible } from '../analysis/filter/apply'
import type { Telling } from '../drawing/looks'
import type { Graph } from '../model/graph'
import { adjacency, edgeRows, nodeRows } from '../model/graph'
import { lit, litBySource, shown, type Lit } from './shown'
import { standingsOf, type Standings } from './standings'
import { tellingOf } from './telling'
import type { LineLook, View } from './view'

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
  const light = large ? chosen : withNeighbours(graph, chosen, hoverNode)
  const standings = standingsOf(graph, view, light)
  const selectedNodes = rowsOf(view.selection.nodes, (id) => nodeRows(graph).get(id))
  const selectedEdges = rowsOf(view.selection.edges, (id) => edgeRows(graph).get(id))
  const visible = shown(graph, view.filter)
  const pointed = { nodes: withRow(selectedNodes, hoverNode), edges: withRow(selectedEdges, hoverEdge) }
  return {
    ...standings,
    ...(large ? richly(graph, visible, standings.litEdges, pointed) : { over: { nodes: [], edges: [] } }),
    faint: Math.max(0.45, Math.min(1, Math.sqrt(280 / visible.edgeCount))),
    selectedNodes,
    selectedEdges,
    hoverNode,
    hoverEdge,
    lines: view.lines,
    telling: tellingOf(graph, view),
  }
}

const rowsOf = (ids: readonly string[], rowOf: (id: string) => number | undefined): ReadonlySet<number> =>
  new Set(ids.flatMap((id) => rowOf(id) ?? []))

const withRow = (rows: ReadonlySet<number>, row: number | undefined): readonly number[] =>
  row === undefined ? [...rows] : [...rows, row]

/** A node under the pointer lights its neighbourhood, beside what is selected. An edge lights nothing: the pointer crosses many. */
function withNeighbours(graph: Graph, chosen: Lit, row: number | undefined): Lit {
  if (row === undefined) return chosen
  const light = { any: true, nodes: chosen.nodes.slice(), edges: chosen.edges.slice() }
  light.nodes[row] = 1
  eachEdgeAt(graph, row, (edge, neighbour) => (light.edges[edge] = light.nodes[neighbour] = 1))
  return light
}

function eachEdgeAt(graph: Graph, row: number, act: (edge: number, neighbour: number) => void): void {
  const { offsets, rows, neighbours } = adjacency(graph)
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) act(rows[at]!, neighbours[at]!)
}

/** What is selected; else, while a document is open, what its statements are about. */
function lightAtRest(graph: Graph, { selection, panel, detail }: View): Lit {
  const chosen = lit(graph, selection)
  return !chosen.any && panel === 'sources' && detail !== undefined ? litBySource(graph, detail) : chosen
}

/** More edges than these are not drawn richly. */
const mostOver = 400

/**
 * In a large graph what is selected or pointed at is drawn richly above the rest, with its edges and neighbours while
 * they are few. The pointer dims nothing there: in a crowd every movement would make the whole picture flicker.
 */
function richly(
  graph: Graph,
  visible: Visible,
  litAtRest: readonly number[],
  pointed: Rows,
): Pick<CanvasScene, 'over' | 'litEdges'> {
  const { source, target } = graph.edges
  const own = pointed.edges.filter((row) => visible.edges[row])
  const edges = new Set(own)
  for (const row of pointed.nodes) eachEdgeAt(graph, row, (edge) => visible.edges[edge] && edges.add(edge))
  const few = edges.size <= mostOver && litAtRest.every((row) => edges.has(row))
  const drawn = few ? [...edges] : own
  const ends = drawn.flatMap((row) => [source[row]!, target[row]!])
  const nodes = new Set([...pointed.nodes.filter((row) => visible.nodes[row]), ...ends])
  return {
    over: { nodes: [...nodes], edges: drawn },
    litEdges: few ? [] : [...new Set([...edges, ...litAtRest])],
  }
}
