import { edgeLooks, type EdgeLooks } from '../../drawing/edgeStyles'
import { type NodeLooks } from '../../drawing/nodeStyles'
import { coloursOf, mixed, rgb, type Palette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import { lines, type Line } from '../../model/lineStyle'
import { standing } from './emphasis'
import type { LineLook } from '../view/view'

const { hidden, dimmed, rest } = standing

/** What sigma is told of a node beside its place. */
export interface NodePaint {
  readonly color: string
  readonly shape: number
  readonly size: number
  readonly hidden: boolean
  readonly zIndex: number
}

/** Paint of a node by its standing. */
export function nodePaint(looks: NodeLooks, row: number, stands: number, palette: Palette): NodePaint {
  const own = coloursOf(palette)[looks.colour[row]!]!
  return {
    color: stands === dimmed ? mixed(own, palette.paper, palette.familyDim) : own,
    shape: looks.shape[row]!,
    size: looks.radius[row]!,
    hidden: stands === hidden,
    zIndex: stands === dimmed ? 0 : 1,
  }
}

/** What sigma is told of an edge. */
export interface EdgePaint {
  readonly color: string
  readonly size: number
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

/** How an edge's line looks by what lines tell. */
export function lineLookOf(
  looks: EdgeLooks,
  row: number,
  told: LineLook,
): { line: Line; width: number; solid: boolean } {
  const line = lines[looks.line[row]!]!
  if (told === 'status' || line === 'bare') return { line, width: looks.width[row]!, solid: false }
  return { ...byOrigins[Math.min(3, looks.origins[row]!)]!, solid: true }
}

const dashOf: Readonly<Record<Line, number>> = { sure: 0, likely: 1, said: 2, unclear: 3, not: 4, bare: 0 }

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
  stands: number,
  { palette, hovered, lines: told, faint = 1 }: EdgePaintOptions,
): EdgePaint {
  const looks = edgeLooks(graph)
  const { line, width, solid } = lineLookOf(looks, row, told)
  const colour = hovered ? palette.ink : stands === dimmed ? palette.line.dim : palette.line[line]
  return {
    color: withAlpha(colour, stands === rest && !hovered ? palette.rest * faint : 1),
    size: width * (stands === standing.lit || hovered ? 1.15 : 1),
    dash: solid ? 0 : dashOf[line],
    arrow: looks.arrow[row]!,
    hidden: stands === hidden,
    zIndex: stands === dimmed ? 0 : stands === standing.lit ? 2 : 1,
  }
}

function withAlpha(hex: string, alpha: number): string {
  const [red, green, blue] = rgb(hex).map((part) => Math.round(part * 255))
  return `rgba(${red},${green},${blue},${alpha})`
}
