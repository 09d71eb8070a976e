import { edgeStyles, type EdgeStyles } from '../../drawing/edgeStyles'
import { styledNodeColour, type NodeStyles } from '../../drawing/nodeStyles'
import { mixColours, parseHexColour, type ColourPalette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import { lineStyles, type LineStyle } from '../../model/lineStyle'
import { emphasis } from './emphasis'
import type { LineEncoding } from '../view/view'

const { hidden, dimmed, normal } = emphasis

/** The attributes of a node in sigma's graph, besides its position. */
interface SigmaNodeAttributes {
  readonly color: string
  readonly shape: number
  readonly size: number
  readonly hidden: boolean
  readonly zIndex: number
}

/** Attributes of a node by its emphasis. */
export function sigmaNodeAttributes(
  styles: NodeStyles,
  row: number,
  rowEmphasis: number,
  palette: ColourPalette,
): SigmaNodeAttributes {
  const own = styledNodeColour(styles, row, palette)
  return {
    color: rowEmphasis === dimmed ? mixColours(own, palette.paper, palette.familyDim) : own,
    shape: styles.shape[row]!,
    size: styles.radius[row]!,
    hidden: rowEmphasis === hidden,
    zIndex: rowEmphasis === dimmed ? 0 : 1,
  }
}

/** The attributes of an edge in sigma's graph. */
interface SigmaEdgeAttributes {
  readonly color: string
  readonly size: number
  readonly dash: number
  readonly arrow: number
  readonly hidden: boolean
  readonly zIndex: number
}

/** Line styles by number of independent sources: solid lines, stronger the more there are, and pale without any. */
const lineStyleByOrigins = [
  { line: 'unclear', width: 1 },
  { line: 'said', width: 1.2 },
  { line: 'likely', width: 2.4 },
  { line: 'sure', width: 3.8 },
] as const

/** An edge's line by what lines encode. */
function edgeLineStyle(
  styles: EdgeStyles,
  row: number,
  lineEncoding: LineEncoding,
): { line: LineStyle; width: number; solid: boolean } {
  const line = lineStyles[styles.line[row]!]!
  if (lineEncoding === 'status' || line === 'bare') return { line, width: styles.width[row]!, solid: false }
  return { ...lineStyleByOrigins[Math.min(3, styles.originCount[row]!)]!, solid: true }
}

const dashOf: Readonly<Record<LineStyle, number>> = { sure: 0, likely: 1, said: 2, unclear: 3, not: 4, bare: 0 }

interface EdgeAttributeOptions {
  readonly palette: ColourPalette
  readonly hovered: boolean
  readonly lines: LineEncoding
  readonly faint?: number
}

/** Attributes of an edge by its emphasis; a hovered edge has the text colour. */
export function sigmaEdgeAttributes(
  graph: Graph,
  row: number,
  rowEmphasis: number,
  { palette, hovered, lines: lineEncoding, faint = 1 }: EdgeAttributeOptions,
): SigmaEdgeAttributes {
  const styles = edgeStyles(graph)
  const { line, width, solid } = edgeLineStyle(styles, row, lineEncoding)
  const colour = hovered ? palette.ink : rowEmphasis === dimmed ? palette.line.dim : palette.line[line]
  return {
    color: withAlpha(colour, rowEmphasis === normal && !hovered ? palette.edgeOpacity * faint : 1),
    size: width * (rowEmphasis === emphasis.highlighted || hovered ? 1.15 : 1),
    dash: solid ? 0 : dashOf[line],
    arrow: styles.arrow[row]!,
    hidden: rowEmphasis === hidden,
    zIndex: rowEmphasis === dimmed ? 0 : rowEmphasis === emphasis.highlighted ? 2 : 1,
  }
}

function withAlpha(hex: string, alpha: number): string {
  const [red, green, blue] = parseHexColour(hex).map((part) => Math.round(part * 255))
  return `rgba(${red},${green},${blue},${alpha})`
}
