import { edgeLooks, nodeColour, nodeLooks, shapes, type EdgeLook } from '../drawing/looks'
import { mixed, rgb, type Palette } from '../drawing/palette'
import type { Graph } from '../model/graph'
import { edgeRows, nodeRows } from '../model/graph'
import type { Line } from '../model/line'
import { lit, litBySource, shown, type Lit } from './shown'
import { withoutSourceLens } from './sources'
import type { LineLook, View } from './view'

/** How a node or an edge stands in the view. */
export type Standing = 'hidden' | 'dimmed' | 'rest' | 'lit'

/** What the canvas draws: standing of every row, and what has rings. */
export interface CanvasScene {
  readonly nodes: readonly Standing[]
  readonly edges: readonly Standing[]
  /** Rows that are selected. */
  readonly selectedNodes: ReadonlySet<number>
  readonly selectedEdges: ReadonlySet<number>
  /** Rows under the pointer. */
  readonly hoverNode: number | undefined
  readonly hoverEdge: number | undefined
  /** What lines tell. */
  readonly lines: LineLook
  /** Times the opacity of edges at rest: the more there are, the fainter each is. */
  readonly faint: number
}

export type Hover = { readonly node: string } | { readonly edge: string } | undefined

/** Standing of all rows: what the filter leaves, lit by what is under the pointer, else by the selection. */
export function canvasScene(graph: Graph, view: View, hover: Hover): CanvasScene {
  const visible = shown(graph, view.filter)
  const light = lightOf(graph, view, hover)
  const out: Standing = view.ruledOut === 'dim' ? 'dimmed' : 'hidden'
  // What falls because its sources are switched off stays to be seen, dimmed.
  const before = shown(graph, withoutSourceLens(view.filter))
  const standing = (mask: Uint8Array, fell: Uint8Array, bright: Uint8Array) =>
    Array.from(mask, (on, row): Standing => {
      if (!on) return fell[row] ? 'dimmed' : out
      return light.any ? (bright[row] ? 'lit' : 'dimmed') : 'rest'
    })
  const hoverNode = hover && 'node' in hover ? nodeRows(graph).get(hover.node) : undefined
  const hoverEdge = hover && 'edge' in hover ? edgeRows(graph).get(hover.edge) : undefined
  return {
    nodes: standing(visible.nodes, before.nodes, light.nodes),
    edges: standing(visible.edges, before.edges, light.edges),
    faint: Math.max(0.45, Math.min(1, Math.sqrt(280 / visible.edgeCount))),
    selectedNodes: rowsOf(nodeRows(graph), view.selection.nodes),
    selectedEdges: rowsOf(edgeRows(graph), view.selection.edges),
    hoverNode,
    hoverEdge,
    lines: view.lines,
  }
}

const rowsOf = (rows: ReadonlyMap<string, number>, ids: readonly string[]): ReadonlySet<number> =>
  new Set(ids.flatMap((id) => rows.get(id) ?? []))

/** A node under the pointer lights its neighbourhood, beside what is selected. An edge lights nothing: the pointer crosses many. */
function lightOf(graph: Graph, view: View, hover: Hover): Lit {
  const chosen = lightAtRest(graph, view)
  if (!hover || !('node' in hover)) return chosen
  const under = lit(graph, { nodes: [hover.node], edges: [] })
  if (!chosen.any) return under
  return {
    any: true,
    nodes: chosen.nodes.map((on, row) => on | under.nodes[row]!),
    edges: chosen.edges.map((on, row) => on | under.edges[row]!),
  }
}

/** What is selected; else, while a document is open, what its statements are about. */
function lightAtRest(graph: Graph, { selection, panel, detail }: View): Lit {
  const chosen = lit(graph, selection)
  return !chosen.any && panel === 'sources' && detail !== undefined ? litBySource(graph, detail) : chosen
}

/** What sigma is told of a node beside its place. */
export interface NodePaint {
  readonly color: string
  readonly shape: number
  readonly size: number
  readonly hidden: boolean
  readonly zIndex: number
}

/** Paint of a node by its standing. */
export function nodePaint(graph: Graph, row: number, standing: Standing, palette: Palette): NodePaint {
  const { shape, radius } = nodeLooks(graph)[row]!
  const own = nodeColour(graph, row, palette)
  return {
    color: standing === 'dimmed' ? mixed(own, palette.paper, palette.familyDim) : own,
    shape: shapes.indexOf(shape),
    size: radius,
    hidden: standing === 'hidden',
    zIndex: standing === 'dimmed' ? 0 : 1,
  }
}

/** What sigma is told of an edge. */
export interface EdgePaint {
  readonly color: string
  readonly size: number
  readonly bend: number
  readonly dash: number
  readonly arrow: number
  readonly hidden: boolean
  readonly zIndex: number
}

/** By origins: solid lines, the stronger the more origins stand behind them, and pale where there is none. */
const byOrigins = [
  { line: 'unclear', width: 1 },
  { line: 'said', width: 1.2 },
  { line: 'likely', width: 2.4 },
  { line: 'sure', width: 3.8 },
] as const

/** How an edge looks by what lines tell. */
export function lookOf(look: EdgeLook, lines: LineLook): EdgeLook & { readonly solid: boolean } {
  if (lines === 'status' || look.line === 'bare') return { ...look, solid: false }
  return { ...look, ...byOrigins[Math.min(3, look.origins)]!, solid: true }
}

const dashOf: Readonly<Record<Line, number>> = { sure: 0, likely: 1, said: 2, unclear: 3, not: 4, bare: 0 }
const arrowOf = { none: 0, filled: 1, open: 2 }

interface EdgePaintOptions {
  readonly palette: Palette
  readonly hovered: boolean
  readonly lines: LineLook
  readonly faint?: number
}

/** Paint of an edge by its standing; under the pointer it is in ink. */
export function edgePaint(
  graph: Graph,
  row: number,
  standing: Standing,
  { palette, hovered, lines, faint = 1 }: EdgePaintOptions,
): EdgePaint {
  const { line, width, arrow, bend, solid } = lookOf(edgeLooks(graph)[row]!, lines)
  const dimmed = standing === 'dimmed'
  const colour = hovered ? palette.ink : dimmed ? palette.line.dim : palette.line[line]
  return {
    color: withAlpha(colour, standing === 'rest' && !hovered ? palette.rest * faint : 1),
    size: width * (standing === 'lit' || hovered ? 1.15 : 1),
    bend,
    dash: solid ? 0 : dashOf[line],
    arrow: arrowOf[arrow],
    hidden: standing === 'hidden',
    zIndex: dimmed ? 0 : standing === 'lit' ? 2 : 1,
  }
}

function withAlpha(hex: string, alpha: number): string {
  const [red, green, blue] = rgb(hex).map((part) => Math.round(part * 255))
  return `rgba(${red},${green},${blue},${alpha})`
}
