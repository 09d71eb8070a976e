import type { Graph } from '../model/graph'
import { noGuides, type LayoutGuides } from '../model/layoutGuides'
import type { Language } from '../messages/language'
import { labelInLanguage } from '../model/nodeNames'
import { nodeRecordAt } from '../model/rowRecords'
import { pictureBounds } from './pictureBounds'
import { captionBlock } from './captionBlock'
import { edgeMarks } from './edgeMarks'
import type { Point } from './geometry'
import { guideLabelBoxes } from './guideLabelBoxes'
import { guideMarks, boxesWithinFrame } from './guideMarks'
import { nodeStyles, pictogramNames, nodeShapes, type NodeEncoding } from './nodeStyles'
import { placeLabels, type ScreenBox, type LabelRequest } from './placeLabels'
import type { DrawnNode, Mark, NodeEdgeMasks, PathMark, TextMark } from './marks'
import type { TextMeasurer } from './measureText'
import { paletteColours, mixColours, type ColourPalette } from './colourPalette'
import { pictograms } from './pictograms'
import { shapePath } from './shapePath'
import { textBlockSize, wrapLabel } from './wrapText'

/** What a graph looks like in a frame, as shapes and words without a screen: painted on a canvas, or written as SVG. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly background: string
  readonly marks: readonly Mark[]
}

export interface PictureOptions {
  /** In CSS pixels; without a height the frame is as high as the drawn part wants. */
  readonly width: number
  readonly height?: number
  readonly palette: ColourPalette
  readonly language: Language
  readonly measureText: TextMeasurer
  /** By node row, x and y in turn; the graph's own where absent. */
  readonly positions?: Float32Array | undefined
  /** What the places mean: drawn behind everything. */
  readonly guides?: LayoutGuides | undefined
  /** What a selection lights; the rest steps back. */
  readonly highlighted?: NodeEdgeMasks | undefined
  /** What colours and sizes tell; family, type and degree where absent. */
  readonly encoding?: NodeEncoding | undefined
  /** Said below the drawing: recipe, then sources. */
  readonly caption?: readonly string[]
}

const edge = { left: 90, right: 90, top: 40, bottom: 46 }

/** Draws a part of a graph: guides, edges, nodes, labels without collisions, and a caption line. */
export function renderPicture(graph: Graph, masks: NodeEdgeMasks, options: PictureOptions): Picture {
  const { palette, width, guides = noGuides } = options
  const below = captionBlock(options.caption ?? [], width, palette, options.measureText)
  const { height, nodes, at } = framed(graph, masks, options, below.height)
  const boxes = boxesWithinFrame(guideLabelBoxes(guides, at), { width, height })
  const byRow = new Map(nodes.map((node) => [node.row, node]))
  const isLit = (row: number) => !options.highlighted || options.highlighted.nodes[row] === 1
  const edges = edgeMarks(graph, masks.edges, byRow, { palette, lit: options.highlighted })
  return {
    width,
    height: height + below.height,
    background: palette.paper,
    marks: [
      ...guideMarks(guides, { toFrame: at, boxes, width, height, palette }),
      ...edges.lines,
      ...nodes.flatMap((node) => nodeMarks(graph, node, options, isLit(node.row))),
      ...edges.contested,
      ...labelMarks(graph, { nodes, width, height, isLit, boxes, discs: edges.contestedDiscs }, options),
      ...below.marks(height),
    ],
  }
}

/** Fits the drawn part into the frame, upside down because screens count downwards. */
function framed(graph: Graph, masks: NodeEdgeMasks, options: PictureOptions, below: number) {
  const { width, height, positions: places, guides = noGuides, encoding: telling } = options
  const rows = [...masks.nodes.keys()].filter((row) => masks.nodes[row] === 1)
  const placeOf = (row: number) =>
    places
      ? { x: places[2 * row]!, y: places[2 * row + 1]! }
      : { x: graph.nodes.x[row] || 0, y: graph.nodes.y[row] || 0 }
  const spots = rows.map((row) => ({ row, ...placeOf(row) }))
  const { left, right, low, high } = pictureBounds(spots, guides)
  const innerWidth = width - edge.left - edge.right
  const free = height === undefined ? undefined : height - below - edge.top - edge.bottom
  const across = innerWidth / Math.max(right - left, 1)
  const scale = Math.min(3, free === undefined ? across : Math.min(across, free / Math.max(high - low, 1)))
  const innerHeight = free ?? Math.max(120, (high - low) * scale)
  const looks = nodeStyles(graph, telling)
  const at = ({ x, y }: Point): Point => ({
    x: edge.left + innerWidth / 2 + (x - (left + right) / 2) * scale,
    y: edge.top + innerHeight / 2 - (y - (low + high) / 2) * scale,
  })
  return {
    height: innerHeight + edge.top + edge.bottom,
    at,
    nodes: spots.map((spot): DrawnNode => ({ row: spot.row, ...at(spot), radius: looks.radius[spot.row]! })),
  }
}

function nodeMarks(
  graph: Graph,
  { row, x, y, radius }: DrawnNode,
  { palette, encoding: telling }: PictureOptions,
  lit: boolean,
): Mark[] {
  const looks = nodeStyles(graph, telling)
  const own = paletteColours(palette)[looks.colour[row]!]!
  const colour = lit ? own : mixColours(own, palette.paper, palette.familyDim)
  const shape = nodeShapes[looks.shape[row]!]!
  const title = nodeRecordAt(graph, row).label
  const body: PathMark =
    shape === 'ring'
      ? { kind: 'path', d: shapePath(shape, radius), x, y, fill: palette.paper, stroke: colour, width: 2, title }
      : { kind: 'path', d: shapePath(shape, radius), x, y, fill: colour, title }
  const sign = lit ? pictograms[pictogramNames[looks.pictogram[row]!]!] : undefined
  if (!sign) return [body]
  const scale = radius / 14
  return [body, { kind: 'path', d: sign, x, y, scale, stroke: palette.pictogram, width: 1.1 / scale, round: true }]
}

interface LabelScene {
  readonly nodes: readonly DrawnNode[]
  readonly width: number
  readonly height: number
  readonly isLit: (row: number) => boolean
  readonly boxes: readonly ScreenBox[]
  readonly discs: readonly { readonly x: number; readonly y: number; readonly radius: number }[]
}

function labelMarks(
  graph: Graph,
  scene: LabelScene,
  { palette, language, measureText: measure, highlighted: lit }: PictureOptions,
): Mark[] {
  const texts = new Map(
    scene.nodes.map(({ row, radius }) => {
      const large = lit ? scene.isLit(row) : radius >= 11
      const size = large ? 13 : 11
      const weight = large ? 500 : 400
      return [row, { lines: wrapLabel(labelInLanguage(language, nodeRecordAt(graph, row))), size, weight }]
    }),
  )
  const wishes = scene.nodes.map(({ row, x, y, radius }): LabelRequest => {
    const { lines, size, weight } = texts.get(row)!
    return {
      key: row,
      x,
      y,
      radius,
      ...textBlockSize(lines, size, weight, measure),
      importance: radius + (scene.isLit(row) ? 100 : 0),
      mayCover: lit && scene.isLit(row) ? 'dimmed' : 'none',
    }
  })
  const discs = [
    ...scene.nodes.map(({ row, x, y, radius }) => ({ x, y, radius: radius + 2, key: row, dimmed: !scene.isLit(row) })),
    ...scene.discs,
  ]
  const places = placeLabels(wishes, { width: scene.width, height: scene.height, discs, boxes: scene.boxes })
  return places.map(({ key, left, right, top, anchor }): TextMark => {
    const { lines, size, weight } = texts.get(key)!
    const colour = scene.isLit(key) ? (lit ? palette.ink : palette.inkSoft) : palette.inkFaint
    return {
      kind: 'text',
      lines,
      x: anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2,
      y: top + size * 0.98,
      size,
      weight,
      anchor,
      fill: colour,
      halo: palette.paper,
    }
  })
}
