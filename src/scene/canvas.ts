import type { Visible } from '../analysis/filter/apply'
import { kept } from '../analysis/parts'
import type { Telling } from '../drawing/looks'
import type { Graph } from '../model/graph'
import { adjacency, edgeRows, nodeRows, perGraph } from '../model/graph'
import { lit, litBySource, shown, type Lit } from './shown'
import { withoutSourceLens } from './sources'
import { tellingOf } from './telling'
import type { LineLook, View } from './view'

/** How a node or an edge stands in the view, as a number that fits in a byte. */
export const standing = { hidden: 0, dimmed: 1, rest: 2, lit: 3 } as const
const { hidden, dimmed, rest, lit: bright } = standing

/** Above these a graph is drawn from its columns: straight lines in bulk, and richly only what is pointed at or chosen. */
const most = { nodes: 3000, edges: 5000 }
export const isLarge = ({ nodes, edges }: Graph): boolean => nodes.count > most.nodes || edges.count > most.edges

/** The standing of every row, one byte each, and how many are not hidden. */
export interface Standings {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  readonly nodeCount: number
  readonly edgeCount: number
  /** Rows of the edges that are lit. */
  readonly litEdges: readonly number[]
}

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

/** The standings while nothing is lit, and the masks that they follow from. */
interface Ground {
  readonly atRest: Standings
  readonly visible: Visible
}

const lastGround = perGraph((): { from: readonly unknown[]; ground?: Ground } => ({ from: [] }))
const lastLit = perGraph((): { from: readonly unknown[]; standings?: Standings } => ({ from: [] }))

const same = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.every((each, at) => each === others[at])

/** The same standings as the time before where nothing that they follow from has changed. */
function standingsOf(graph: Graph, view: View, light: Lit): Standings {
  const ground = groundOf(graph, view)
  if (!light.any) return ground.atRest
  const last = lastLit(graph)
  const from = [ground, light.nodes, light.edges]
  if (last.standings && same(from, last.from)) return last.standings
  const { atRest, visible } = ground
  const litNodes = rowsOn(light.nodes).filter((row) => visible.nodes[row])
  const litEdges = rowsOn(light.edges).filter((row) => visible.edges[row])
  last.from = from
  last.standings = {
    ...atRest,
    nodes: withLit(steppedBack(atRest.nodes), litNodes),
    edges: withLit(steppedBack(atRest.edges), litEdges),
    litEdges,
  }
  return last.standings
}

function groundOf(graph: Graph, { filter, ruledOut }: View): Ground {
  const last = lastGround(graph)
  const from = [filter, ruledOut]
  if (last.ground && same(from, last.from)) return last.ground
  const visible = shown(graph, filter)
  // What falls because its sources are switched off stays to be seen, dimmed.
  const before = shown(graph, withoutSourceLens(filter))
  const out = ruledOut === 'dim' ? dimmed : hidden
  const nodes = standingRows(visible.nodes, before.nodes, out)
  const edges = standingRows(visible.edges, before.edges, out)
  const nothingElse = before === visible && ruledOut === 'hide'
  const counts = {
    // Nothing but what is visible is drawn, unless what is ruled out is dimmed.
    nodeCount: nothingElse ? visible.nodeCount : drawnIn(nodes),
    edgeCount: nothingElse ? visible.edgeCount : drawnIn(edges),
  }
  last.from = from
  last.ground = { visible, atRest: { nodes, edges, ...counts, litEdges: [] } }
  return last.ground
}

/** By what is visible and, in the second mask, was so before sources were switched off. Loops that do one thing are fast. */
function standingRows(visible: Uint8Array, before: Uint8Array, out: number): Uint8Array {
  const rows = new Uint8Array(visible.length).fill(rest)
  for (let row = 0; row < rows.length; row++) if (visible[row] === 0) rows[row] = out
  if (before === visible) return rows
  for (let row = 0; row < rows.length; row++) if (visible[row] === 0 && before[row] !== 0) rows[row] = dimmed
  return rows
}

/** What stands at rest, behind something that is lit. */
const steppedBack = kept((atRest: Uint8Array): Uint8Array => {
  const rows = atRest.slice()
  for (let row = 0; row < rows.length; row++) if (rows[row] === rest) rows[row] = dimmed
  return rows
})

function withLit(back: Uint8Array, lit: readonly number[]): Uint8Array {
  const rows = back.slice()
  for (const row of lit) rows[row] = bright
  return rows
}

function drawnIn(rows: Uint8Array): number {
  let count = 0
  for (let row = 0; row < rows.length; row++) if (rows[row] !== hidden) count++
  return count
}

/** The rows of a mask, ascending. Few are lit of very many: four that are not are passed over at once. */
function rowsOn(mask: Uint8Array): number[] {
  const found: number[] = []
  const fours = new Uint32Array(mask.buffer, mask.byteOffset, mask.length >> 2)
  const upTo = (row: number, end: number) => {
    for (; row < end; row++) if (mask[row] !== 0) found.push(row)
  }
  for (let four = 0; four < fours.length; four++) if (fours[four] !== 0) upTo(4 * four, 4 * four + 4)
  upTo(4 * fours.length, mask.length)
  return found
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
