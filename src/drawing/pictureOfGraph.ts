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
import { nodeStyles, styledNodeColour, pictogramNames, nodeShapes, type NodeEncoding } from './nodeStyles'
import { placeLabels, type LabelRequest } from './placeLabels'
import type { ScreenBox } from './screenBox'
import type { DrawnNode, Mark, NodeEdgeMasks, PathMark, TextMark } from './marks'
import type { TextMeasurer } from './measureText'
import { mixColours, type ColourPalette } from './colourPalette'
import { pictograms } from './pictograms'
import { shapePath } from './shapePath'
import { textBlockSize, wrapLabel } from './wrapText'

/** A drawing of a graph as shapes and texts, which needs no screen: it is painted on a canvas, or written as SVG. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly background: string
  readonly marks: readonly Mark[]
}

export interface PictureOptions {
  /** In CSS pixels; without a height, the frame is as high as the drawn part needs. */
  readonly width: number
  readonly height?: number
  readonly palette: ColourPalette
  readonly language: Language
  readonly measureText: TextMeasurer
  /** Positions, x and y in turn by node row; the graph's own if absent. */
  readonly positions?: Float32Array | undefined
  /** Explains the positions; drawn behind everything. */
  readonly guides?: LayoutGuides | undefined
  /** What is highlighted; the rest is dimmed. Without it, everything has normal emphasis. */
  readonly highlighted?: NodeEdgeMasks | undefined
  /** What colours and sizes encode; family, type and degree if absent. */
  readonly encoding?: NodeEncoding | undefined
  /** Texts below the drawing: recipe, then sources. */
  readonly caption?: readonly string[]
}

/** Space around the drawn part, in CSS pixels. */
const padding = { left: 90, right: 90, top: 40, bottom: 46 }

/** Draws a part of a graph: guides, edges, nodes, labels without collisions, and a caption. */
export function pictureOfGraph(graph: Graph, masks: NodeEdgeMasks, options: PictureOptions): Picture {
  const { palette, width, guides = noGuides } = options
  const caption = captionBlock(options.caption ?? [], width, palette, options.measureText)
  const { height, nodes, toFrame } = fitToFrame(graph, masks, options, caption.height)
  const boxes = boxesWithinFrame(guideLabelBoxes(guides, toFrame), { width, height })
  const byRow = new Map(nodes.map((node) => [node.row, node]))
  const isHighlighted = (row: number) => !options.highlighted || options.highlighted.nodes[row] === 1
  const edges = edgeMarks(graph, masks.edges, byRow, { palette, highlighted: options.highlighted })
  return {
    width,
    height: height + caption.height,
    background: palette.paper,
    marks: [
      ...guideMarks(guides, { toFrame, boxes, width, height, palette }),
      ...edges.lines,
      ...nodes.flatMap((node) => nodeMarks(graph, node, options, isHighlighted(node.row))),
      ...edges.contested,
      ...labelMarks(graph, { nodes, width, height, isHighlighted, boxes, discs: edges.contestedDiscs }, options),
      ...caption.marks(height),
    ],
  }
}

/** Fits the drawn part into the frame; y is flipped, since it points downwards on screens. */
function fitToFrame(graph: Graph, masks: NodeEdgeMasks, options: PictureOptions, captionHeight: number) {
  const { width, height, positions, guides = noGuides, encoding } = options
  const rows = [...masks.nodes.keys()].filter((row) => masks.nodes[row] === 1)
  const positionOf = (row: number) =>
    positions
      ? { x: positions[2 * row]!, y: positions[2 * row + 1]! }
      : { x: graph.nodes.x[row] || 0, y: graph.nodes.y[row] || 0 }
  const points = rows.map((row) => ({ row, ...positionOf(row) }))
  const { left, right, low, high } = pictureBounds(points, guides)
  const innerWidth = width - padding.left - padding.right
  const freeHeight = height === undefined ? undefined : height - captionHeight - padding.top - padding.bottom
  const widthScale = innerWidth / Math.max(right - left, 1)
  const scale = Math.min(
    3,
    freeHeight === undefined ? widthScale : Math.min(widthScale, freeHeight / Math.max(high - low, 1)),
  )
  const innerHeight = freeHeight ?? Math.max(120, (high - low) * scale)
  const styles = nodeStyles(graph, encoding)
  const toFrame = ({ x, y }: Point): Point => ({
    x: padding.left + innerWidth / 2 + (x - (left + right) / 2) * scale,
    y: padding.top + innerHeight / 2 - (y - (low + high) / 2) * scale,
  })
  return {
    height: innerHeight + padding.top + padding.bottom,
    toFrame,
    nodes: points.map((point): DrawnNode => ({ row: point.row, ...toFrame(point), radius: styles.radius[point.row]! })),
  }
}

function nodeMarks(
  graph: Graph,
  { row, x, y, radius }: DrawnNode,
  { palette, encoding }: PictureOptions,
  isHighlighted: boolean,
): Mark[] {
  const styles = nodeStyles(graph, encoding)
  const own = styledNodeColour(styles, row, palette)
  const colour = isHighlighted ? own : mixColours(own, palette.paper, palette.familyDim)
  const shape = nodeShapes[styles.shape[row]!]!
  const title = nodeRecordAt(graph, row).label
  const body: PathMark =
    shape === 'ring'
      ? { kind: 'path', d: shapePath(shape, radius), x, y, fill: palette.paper, stroke: colour, width: 2, title }
      : { kind: 'path', d: shapePath(shape, radius), x, y, fill: colour, title }
  const pictogram = isHighlighted ? pictograms[pictogramNames[styles.pictogram[row]!]!] : undefined
  if (!pictogram) return [body]
  const scale = radius / 14
  return [body, { kind: 'path', d: pictogram, x, y, scale, stroke: palette.pictogram, width: 1.1 / scale, round: true }]
}

interface LabelScene {
  readonly nodes: readonly DrawnNode[]
  readonly width: number
  readonly height: number
  readonly isHighlighted: (row: number) => boolean
  readonly boxes: readonly ScreenBox[]
  readonly discs: readonly { readonly x: number; readonly y: number; readonly radius: number }[]
}

function labelMarks(
  graph: Graph,
  scene: LabelScene,
  { palette, language, measureText, highlighted }: PictureOptions,
): Mark[] {
  const texts = new Map(
    scene.nodes.map(({ row, radius }) => {
      const isLarge = highlighted ? scene.isHighlighted(row) : radius >= 11
      const size = isLarge ? 13 : 11
      const weight = isLarge ? 500 : 400
      return [row, { lines: wrapLabel(labelInLanguage(language, nodeRecordAt(graph, row))), size, weight }]
    }),
  )
  const requests = scene.nodes.map(({ row, x, y, radius }): LabelRequest => {
    const { lines, size, weight } = texts.get(row)!
    return {
      key: row,
      x,
      y,
      radius,
      ...textBlockSize(lines, size, weight, measureText),
      importance: radius + (scene.isHighlighted(row) ? 100 : 0),
      mayCover: highlighted && scene.isHighlighted(row) ? 'dimmed' : 'none',
    }
  })
  const discs = [
    ...scene.nodes.map(({ row, x, y, radius }) => ({
      x,
      y,
      radius: radius + 2,
      key: row,
      dimmed: !scene.isHighlighted(row),
    })),
    ...scene.discs,
  ]
  const labels = placeLabels(requests, { width: scene.width, height: scene.height, discs, boxes: scene.boxes })
  return labels.map(({ key, left, right, top, anchor }): TextMark => {
    const { lines, size, weight } = texts.get(key)!
    const colour = scene.isHighlighted(key) ? (highlighted ? palette.ink : palette.inkSoft) : palette.inkFaint
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
