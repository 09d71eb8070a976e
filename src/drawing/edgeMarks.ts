import { textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import type { LineStyle } from '../model/lineStyle'
import {
  curveBetween,
  curvePath,
  tangentAt,
  firstParameterOutside,
  lastParameterOutside,
  formatPathNumber,
  subcurve,
  pointOnCurve,
  type Point,
} from './geometry'
import { endOfLoop, startOfLoop, loopAt, loopPath, middleOfLoop } from './loop'
import { arrowheads, edgeCurvatures, edgeStyles, edgeLineAt } from './edgeStyles'
import { lineDashes } from './nodeStyles'
import type { ColourPalette } from './colourPalette'
import type { DrawnNode, Mark, NodeEdgeMasks, PathMark } from './marks'

interface Paint {
  readonly palette: ColourPalette
  readonly highlighted?: NodeEdgeMasks | undefined
  /** Factor for the opacity of edges of normal emphasis. */
  readonly faint?: number
}

/** With more edges, each is fainter the more there are, so that they do not merge into a blot. */
const maxOpaqueEdges = 5000
const opacityFactor = (count: number): number => (count > maxOpaqueEdges ? Math.max(0.06, 24 / Math.sqrt(count)) : 1)

export interface EdgeMarks {
  readonly lines: readonly Mark[]
  readonly contested: readonly Mark[]
  /** The space that the contested marks take. */
  readonly contestedDiscs: readonly { readonly x: number; readonly y: number; readonly radius: number }[]
}

/** The lines of all drawn edges with their arrowheads, and the contested marks at the middle of their curves. */
export function edgeMarks(graph: Graph, mask: Uint8Array, at: ReadonlyMap<number, DrawnNode>, paint: Paint): EdgeMarks {
  const rows = [...mask.keys()].filter((row) => mask[row] === 1)
  const drawn = rows.flatMap((row) => {
    const [from, to] = [at.get(graph.edges.source[row]!), at.get(graph.edges.target[row]!)]
    return from && to ? [{ row, from, to, style: edgeStyleAt(graph, row) }] : []
  })
  const contested = new Set(edgeStyles(graph).contestedRows)
  const dimmedFirst = [...drawn].sort(
    (one, other) => Number(isHighlighted(one.row, paint)) - Number(isHighlighted(other.row, paint)),
  )
  const middles = drawn.filter(({ row }) => contested.has(row)).map(({ from, to, style }) => middleOf(from, to, style))
  const faint = opacityFactor(drawn.length)
  return {
    lines: dimmedFirst.flatMap(({ row, from, to, style }) =>
      lineMarks(from, to, style, { ...paint, faint, row, title: textAt(graph.edges.id, row) }),
    ),
    contested: middles.flatMap((middle) => contestedMarks(middle, paint.palette)),
    contestedDiscs: middles.map(({ x, y }) => ({ x, y, radius: 8 })),
  }
}

/** The style of one edge, regardless of highlights. */
interface EdgeStyle {
  readonly line: LineStyle
  readonly width: number
  readonly arrow: (typeof arrowheads)[number]
  readonly curvature: number
}

function edgeStyleAt(graph: Graph, row: number): EdgeStyle {
  const styles = edgeStyles(graph)
  return {
    line: edgeLineAt(styles, row),
    width: styles.width[row]!,
    arrow: arrowheads[styles.arrow[row]!]!,
    curvature: edgeCurvatures(graph)[row]!,
  }
}

const isHighlighted = (row: number, { highlighted }: Paint): boolean => !highlighted || highlighted.edges[row] === 1

function middleOf(from: DrawnNode, to: DrawnNode, { curvature }: EdgeStyle): Point {
  return from === to
    ? middleOfLoop(loopAt(from, from.radius, curvature))
    : pointOnCurve(curveBetween(from, to, curvature), 0.5)
}

/** The not-equal sign in a disc. */
const contestedMarks = ({ x, y }: Point, { contested, contestedInk, paper }: ColourPalette): Mark[] => [
  { kind: 'path', d: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z', x, y, fill: contested, stroke: paper, width: 1.5 },
  { kind: 'path', d: 'M-3 -1.4h6M-3 1.4h6M1.6 -3.6L-1.6 3.6', x, y, stroke: contestedInk, width: 1.4, round: true },
]

const isOpen = ({ arrow }: EdgeStyle): boolean => arrow === 'open' || arrow === 'both open'
const pointsBothWays = ({ arrow }: EdgeStyle): boolean => arrow === 'both' || arrow === 'both open'

/** A place on a line with its direction, turned round. */
const turned = ({ at, along: { x, y } }: { readonly at: Point; readonly along: Point }) => ({
  at,
  along: { x: -x, y: -y },
})

interface LinePaint extends Paint {
  readonly row: number
  readonly title: string
}

function lineMarks(from: DrawnNode, to: DrawnNode, style: EdgeStyle, paint: LinePaint): Mark[] {
  const { palette, highlighted } = paint
  const isBright = isHighlighted(paint.row, paint)
  const colour = isBright ? palette.line[style.line] : palette.line.dim
  const opacity = highlighted ? 1 : palette.edgeOpacity * (paint.faint ?? 1)
  const head = style.arrow === 'none' ? 0 : (isBright ? 5.5 : 4.5) + 0.6 * style.width
  if (from === to) return loopMarks(from, style, head, { colour, opacity, palette, title: paint.title })
  const whole = curveBetween(from, to, style.curvature)
  const isMutual = pointsBothWays(style)
  const tail = from.radius * 1.1 + 3
  const start = firstParameterOutside(whole, isMutual ? tail + head * 0.8 : from.radius + 1)
  const tip = lastParameterOutside(whole, to.radius * 1.1 + 3)
  if (tip <= start) return []
  const end = Math.max(start, lastParameterOutside(whole, to.radius * 1.1 + 3 + head * 0.8))
  const placeOn = (at: number) => ({ at: pointOnCurve(whole, at), along: tangentAt(whole, at) })
  const headPaint: HeadPaint = { colour, opacity, open: isOpen(style), palette }
  const body = subcurve(whole, start, style.arrow === 'none' ? tip : end)
  return [
    ...stroked(curvePath(body), style, { colour, opacity, palette, title: paint.title }),
    ...(head > 0
      ? [
          arrowhead(placeOn(tip), head, headPaint),
          ...(isMutual ? [arrowhead(turned(placeOn(firstParameterOutside(whole, tail))), head, headPaint)] : []),
        ]
      : []),
  ]
}

function loopMarks(node: DrawnNode, style: EdgeStyle, head: number, stroke: Stroke): Mark[] {
  const loop = loopAt(node, node.radius, style.curvature)
  const tip = node.radius * 1.1 + 3
  const isMutual = pointsBothWays(style)
  return [
    ...stroked(loopPath(loop, isMutual ? tip + head * 0.8 : node.radius + 1, tip + head * 0.8), style, stroke),
    ...(head > 0 ? [arrowhead(endOfLoop(loop, tip), head, { ...stroke, open: isOpen(style) })] : []),
    ...(isMutual ? [arrowhead(turned(startOfLoop(loop, tip)), head, { ...stroke, open: isOpen(style) })] : []),
  ]
}

interface Stroke {
  readonly colour: string
  readonly opacity: number
  readonly palette: ColourPalette
  readonly title: string
}

function stroked(d: string, { line, width }: EdgeStyle, { colour, opacity, palette, title }: Stroke): PathMark[] {
  if (line === 'not')
    return [
      { kind: 'path', d, x: 0, y: 0, stroke: colour, width: width + 2.4, opacity, title },
      { kind: 'path', d, x: 0, y: 0, stroke: palette.paper, width: width + 0.2 },
    ]
  const dash = lineDashes[line]
  return [
    {
      kind: 'path',
      d,
      x: 0,
      y: 0,
      stroke: colour,
      width,
      opacity,
      title,
      ...(dash.length > 0 && { dash }),
      ...(line === 'unclear' && { round: true }),
    },
  ]
}

interface HeadPaint {
  readonly colour: string
  readonly opacity: number
  readonly open: boolean
  readonly palette: ColourPalette
}

function arrowhead(
  { at: point, along: { x: dx, y: dy } }: { readonly at: Point; readonly along: Point },
  length: number,
  { colour, opacity, open, palette }: HeadPaint,
): PathMark {
  const half = length * 0.42
  const base = { x: point.x - dx * length, y: point.y - dy * length }
  const d =
    `M${formatPathNumber(point.x)} ${formatPathNumber(point.y)}L${formatPathNumber(base.x - dy * half)} ${formatPathNumber(base.y + dx * half)}` +
    `L${formatPathNumber(base.x + dy * half)} ${formatPathNumber(base.y - dx * half)}z`
  if (open) return { kind: 'path', d, x: 0, y: 0, fill: palette.paper, stroke: colour, width: 1.1, opacity }
  return { kind: 'path', d, x: 0, y: 0, fill: colour, opacity }
}
