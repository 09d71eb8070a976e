import type { Graph } from '../model/graph'
import { noGuides, type Guides } from '../model/layoutGuides'
import type { Language } from '../model/nodeNames'
import { labelIn } from '../model/nodeNames'
import { nodeAt } from '../model/rowRecords'
import { boundsOf } from './pictureBounds'
import { caption } from './captionBlock'
import { edgeMarks } from './edgeMarks'
import type { Point } from './geometry'
import { guideBoxes } from './guideLabelBoxes'
import { guideMarks, wholeBoxes } from './guideMarks'
import { nodeLooks, pictogramNames, shapes, type Telling } from './nodeStyles'
import { placeLabels, type Box, type LabelWish } from './placeLabels'
import type { Drawn, Mark, Masks, PathMark, TextMark } from './marks'
import type { Measure } from './measureText'
import { coloursOf, mixed, type Palette } from './colourPalette'
import { pictograms } from './pictograms'
import { shapePath } from './shapePath'
import { sizeOf, wrapped } from './wrapText'

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
  readonly palette: Palette
  readonly language: Language
  readonly measure: Measure
  /** By node row, x and y in turn; the graph's own where absent. */
  readonly places?: Float32Array | undefined
  /** What the places mean: drawn behind everything. */
  readonly guides?: Guides | undefined
  /** What a selection lights; the rest steps back. */
  readonly lit?: Masks | undefined
  /** What colours and sizes tell; family, type and degree where absent. */
  readonly telling?: Telling | undefined
  /** Said below the drawing: recipe, then sources. */
  readonly caption?: readonly string[]
}

const edge = { left: 90, right: 90, top: 40, bottom: 46 }

/** Draws a part of a graph: guides, edges, nodes, labels without collisions, and a caption line. */
export function picture(graph: Graph, masks: Masks, options: PictureOptions): Picture {
  const { palette, width, guides = noGuides } = options
  const below = caption(options.caption ?? [], width, palette, options.measure)
  const { height, nodes, at } = framed(graph, masks, options, below.height)
  const boxes = wholeBoxes(guideBoxes(guides, at), { width, height })
  const byRow = new Map(nodes.map((node) => [node.row, node]))
  const isLit = (row: number) => !options.lit || options.lit.nodes[row] === 1
  const edges = edgeMarks(graph, masks.edges, byRow, { palette, lit: options.lit })
  return {
    width,
    height: height + below.height,
    background: palette.paper,
    marks: [
      ...guideMarks(guides, { at, boxes, width, height, palette }),
      ...edges.lines,
      ...nodes.flatMap((node) => nodeMarks(graph, node, options, isLit(node.row))),
      ...edges.contested,
      ...labelMarks(graph, { nodes, width, height, isLit, boxes, discs: edges.discs }, options),
      ...below.marks(height),
    ],
  }
}

/** Fits the drawn part into the frame, upside down because screens count downwards. */
function framed(graph: Graph, masks: Masks, options: PictureOptions, below: number) {
  const { width, height, places, guides = noGuides, telling } = options
  const rows = [...masks.nodes.keys()].filter((row) => masks.nodes[row] === 1)
  const placeOf = (row: number) =>
    places
      ? { x: places[2 * row]!, y: places[2 * row + 1]! }
      : { x: graph.nodes.x[row] || 0, y: graph.nodes.y[row] || 0 }
  const spots = rows.map((row) => ({ row, ...placeOf(row) }))
  const { left, right, low, high } = boundsOf(spots, guides)
  const innerWidth = width - edge.left - edge.right
  const free = height === undefined ? undefined : height - below - edge.top - edge.bottom
  const across = innerWidth / Math.max(right - left, 1)
  const scale = Math.min(3, free === undefined ? across : Math.min(across, free / Math.max(high - low, 1)))
  const innerHeight = free ?? Math.max(120, (high - low) * scale)
  const looks = nodeLooks(graph, telling)
  const at = ({ x, y }: Point): Point => ({
    x: edge.left + innerWidth / 2 + (x - (left + right) / 2) * scale,
    y: edge.top + innerHeight / 2 - (y - (low + high) / 2) * scale,
  })
  return {
    height: innerHeight + edge.top + edge.bottom,
    at,
    nodes: spots.map((spot): Drawn => ({ row: spot.row, ...at(spot), radius: looks.radius[spot.row]! })),
  }
}

function nodeMarks(
  graph: Graph,
  { row, x, y, radius }: Drawn,
  { palette, telling }: PictureOptions,
  lit: boolean,
): Mark[] {
  const looks = nodeLooks(graph, telling)
  const own = coloursOf(palette)[looks.colour[row]!]!
  const colour = lit ? own : mixed(own, palette.paper, palette.familyDim)
  const shape = shapes[looks.shape[row]!]!
  const title = nodeAt(graph, row).label
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
  readonly nodes: readonly Drawn[]
  readonly width: number
  readonly height: number
  readonly isLit: (row: number) => boolean
  readonly boxes: readonly Box[]
  readonly discs: readonly { readonly x: number; readonly y: number; readonly radius: number }[]
}

function labelMarks(graph: Graph, scene: LabelScene, { palette, language, measure, lit }: PictureOptions): Mark[] {
  const texts = new Map(
    scene.nodes.map(({ row, radius }) => {
      const large = lit ? scene.isLit(row) : radius >= 11
      const size = large ? 13 : 11
      const weight = large ? 500 : 400
      return [row, { lines: wrapped(labelIn(language, nodeAt(graph, row))), size, weight }]
    }),
  )
  const wishes = scene.nodes.map(({ row, x, y, radius }): LabelWish => {
    const { lines, size, weight } = texts.get(row)!
    return {
      key: row,
      x,
      y,
      radius,
      ...sizeOf(lines, size, weight, measure),
      importance: radius + (scene.isLit(row) ? 100 : 0),
      over: lit && scene.isLit(row) ? 'dimmed' : 'none',
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
