import { curveBetween, pointOnCurve, type Point } from '../../drawing/geometry'
import { edgeStyles } from '../../drawing/edgeStyles'
import { nodesWithContestedFigures, pictogramNames, type NodeStyles } from '../../drawing/nodeStyles'
import {
  placeLabels,
  type ScreenBox,
  type LabelObstacle,
  type PlacedLabel,
  type LabelRequest,
} from '../../drawing/placeLabels'
import type { ColourPalette } from '../../drawing/colourPalette'
import { textBlockSize, wrapLabel } from '../../drawing/wrapText'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { Language } from '../../messages/language'
import { labelInLanguage } from '../../model/nodeNames'
import { nodeRecordAt } from '../../model/rowRecords'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { emphasis } from '../../scene/canvas/emphasis'
import { paintEdgeGlow, paintLabel, paintContestedMark, paintPictogram, paintNodeRing } from './canvasPainting'
import { TextWidthCache } from './textWidthCache'

/** Everything that the layer above sigma's drawing needs to know for one frame. */
interface AnnotationFrame {
  readonly graph: Graph
  readonly scene: CanvasScene
  readonly nodeStyles: NodeStyles
  /** Rows in the frame that may have a label or a sign. */
  readonly rows: readonly number[]
  /** There are many more nodes than those rows, so that labels may cover some. */
  readonly crowded: boolean
  readonly palette: ColourPalette
  readonly language: Language
  /** Position of a node in CSS pixels. */
  readonly positionOf: (row: number) => Point
  /** Radius of a node in CSS pixels, as it is drawn. */
  readonly radius: (row: number) => number
  /** How a node stands, with what is drawn above the rest. */
  readonly nodeEmphasis: (row: number) => number
  /** How an edge bends: see edgeCurvatures. */
  readonly edgeCurvature: (row: number) => number
  /** Times the sizes of nodes. */
  readonly scale: number
  readonly width: number
  readonly height: number
  /** Panels that float above the canvas. */
  readonly obstacles: readonly ScreenBox[]
}

/** The lines of each row's label. */
type Texts = ReadonlyMap<number, readonly string[]>

const pictogramsFrom = 8
const mostPictograms = 400
/** In a crowd more than these that are selected have no rings of their own: all else has stepped back behind them. */
const mostRinged = 400

/** The layer above sigma: labels, pictograms, rings, glows, and the marks of what is contested. */
export class AnnotationLayer {
  /** Side of each label in the frame before, so that labels stay where they are while they can. */
  #sides = new Map<number, number>()
  readonly #widths: TextWidthCache
  readonly #texts = new Map<string, readonly string[]>()

  constructor(readonly context: CanvasRenderingContext2D) {
    this.#widths = new TextWidthCache(context)
  }

  /** Measures in steps the signs that most labels are of, so that the first frame need not. */
  *prepareSteps(): Generator<void> {
    for (const { size, weight } of Object.values(faces)) {
      this.#widths.byCharacters(usualSigns, size, weight)
      yield
    }
  }

  /** Draws one frame; gives the number of labels. */
  draw(frame: AnnotationFrame): number {
    this.#glows(frame)
    this.#pictograms(frame)
    this.#rings(frame)
    const marks = this.#marks(frame)
    const texts = new Map(frame.rows.map((row) => [row, this.#lines(frame, row)]))
    const labels = this.#place(frame, marks, texts)
    for (const place of labels) this.#label(frame, place, texts.get(place.key)!)
    return labels.length
  }

  #glows({ graph, scene, palette, positionOf, edgeCurvature, crowded }: AnnotationFrame): void {
    if (crowded && scene.selectedEdges.size > mostRinged) return
    for (const row of scene.selectedEdges) {
      if (scene.edges[row] === emphasis.hidden) continue
      const [from, to] = [positionOf(graph.edges.source[row]!), positionOf(graph.edges.target[row]!)]
      paintEdgeGlow(this.context, curveBetween(from, to, edgeCurvature(row)), palette)
    }
  }

  #pictograms({ nodeStyles, palette, positionOf, rows, radius, nodeEmphasis }: AnnotationFrame): void {
    for (const row of rows.slice(0, mostPictograms)) {
      const sign = pictogramNames[nodeStyles.pictogram[row]!]!
      if (sign && nodeEmphasis(row) !== emphasis.dimmed && radius(row) >= pictogramsFrom)
        paintPictogram(this.context, sign, positionOf(row), { radius: radius(row), colour: palette.pictogram })
    }
  }

  #rings({ scene, palette, positionOf, radius, crowded }: AnnotationFrame): void {
    const ringed = crowded && scene.selectedNodes.size > mostRinged ? [] : scene.selectedNodes
    for (const row of ringed)
      if (scene.nodes[row] !== emphasis.hidden)
        paintNodeRing(this.context, positionOf(row), radius(row) + 6, { width: 2.5, colour: palette.accent })
    const row = scene.hoverNode
    if (row !== undefined && scene.nodes[row] !== emphasis.hidden)
      paintNodeRing(this.context, positionOf(row), radius(row) + 4, { width: 1.5, colour: palette.ink })
  }

  #marks({ graph, scene, palette, positionOf, scale, radius, edgeCurvature }: AnnotationFrame): LabelObstacle[] {
    const marks: LabelObstacle[] = []
    const size = Math.min(1, 0.55 + 0.45 * scale)
    for (const row of edgeStyles(graph).contestedRows) {
      const stands = scene.edges[row]!
      if (stands === emphasis.hidden) continue
      const ends = [positionOf(graph.edges.source[row]!), positionOf(graph.edges.target[row]!)] as const
      const middle = pointOnCurve(curveBetween(...ends, edgeCurvature(row)), 0.5)
      const mark = { ...middle, radius: (stands === emphasis.dimmed ? 5 : 7) * size }
      paintContestedMark(this.context, mark, palette, stands === emphasis.dimmed ? faint : 1)
      marks.push({ ...mark, radius: mark.radius + 1 })
    }
    for (const row of nodesWithContestedFigures(graph)) {
      const stands = scene.nodes[row]!
      if (stands === emphasis.hidden) continue
      const { x, y } = positionOf(row)
      const off = radius(row) * 0.85
      const mark = { x: x + off, y: y - off, radius: (stands === emphasis.dimmed ? 4 : 5.5) * size }
      paintContestedMark(this.context, mark, palette, stands === emphasis.dimmed ? faint : 1)
      marks.push({ ...mark, radius: mark.radius + 1 })
    }
    return marks
  }

  #place(frame: AnnotationFrame, marks: readonly LabelObstacle[], texts: Texts): PlacedLabel[] {
    const { scene, rows, positionOf, radius, nodeEmphasis, width, height, obstacles, crowded } = frame
    const measure = crowded ? this.#widths.byCharacters : this.#widths.exact
    const wishes = rows.map((row): LabelRequest => {
      const { size, weight } = faceOf(frame, row)
      return {
        key: row,
        ...positionOf(row),
        radius: radius(row) + ringOf(scene, row),
        ...textBlockSize(texts.get(row)!, size, weight, measure),
        importance: rankOf(frame, row) + radius(row),
        mayCover: coverOf(frame, row),
      }
    })
    const discs = rows.map((row) => ({
      ...positionOf(row),
      radius: radius(row) + 1.5,
      key: row,
      dimmed: nodeEmphasis(row) === emphasis.dimmed,
    }))
    const places = placeLabels(wishes, {
      width,
      height,
      discs: [...discs, ...marks],
      boxes: obstacles,
      previousSides: this.#sides,
    })
    this.#sides = new Map(places.map(({ key, side }) => [key, side]))
    return places
  }

  #label(frame: AnnotationFrame, { key, left, right, top, anchor }: PlacedLabel, text: readonly string[]): void {
    const { palette, scene } = frame
    const stands = frame.nodeEmphasis(key)
    const strong = isChosen(scene, key) || stands === emphasis.highlighted
    const colour = strong ? palette.ink : stands === emphasis.dimmed ? palette.inkFaint : palette.inkSoft
    paintLabel(this.context, text, {
      ...faceOf(frame, key),
      x: anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2,
      top,
      anchor,
      colour,
      halo: palette.paper,
    })
  }

  #lines({ graph, language }: AnnotationFrame, row: number): readonly string[] {
    const label =
      language === 'en' ? textAt(graph.nodes.label, row) : labelInLanguage(language, nodeRecordAt(graph, row))
    let lines = this.#texts.get(label)
    if (!lines) this.#texts.set(label, (lines = wrapLabel(label)))
    return lines
  }

  /** Widths are measured anew, because the face has been loaded since. */
  clearTextWidths(): void {
    this.#widths.clear()
  }
}

/** How labels are written: size in CSS pixels, and weight. */
const faces = {
  usual: { size: 11, weight: 400 },
  large: { size: 13, weight: 500 },
  selected: { size: 13, weight: 600 },
} as const

/** ASCII, from the space to the tilde. */
const usualSigns = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at))

function faceOf(frame: AnnotationFrame, row: number): { readonly size: number; readonly weight: number } {
  const { scene, nodeStyles, scale, crowded } = frame
  if (scene.selectedNodes.has(row)) return faces.selected
  const stands = frame.nodeEmphasis(row)
  if (stands === emphasis.highlighted) return faces.large
  const size = nodeStyles.radius[row]! * (crowded ? 1 : Math.min(1, scale))
  return stands === emphasis.normal && size >= 11 ? faces.large : faces.usual
}

const isChosen = (scene: CanvasScene, row: number): boolean => scene.selectedNodes.has(row) || scene.hoverNode === row

/** Opacity of the marks of what has stepped back. */
const faint = 0.45

/** The hubs of a crowd are named even where that covers a node. */
const hubsFrom = 13

function coverOf({ scene, nodeStyles, nodeEmphasis, crowded }: AnnotationFrame, row: number): LabelRequest['mayCover'] {
  const hub = nodeEmphasis(row) === emphasis.normal && (crowded || nodeStyles.radius[row]! >= hubsFrom)
  if (isChosen(scene, row) || hub) return 'any'
  return nodeEmphasis(row) === emphasis.highlighted ? 'dimmed' : 'none'
}

/** What is chosen comes first, then what is lit, at rest, dimmed; within each the larger ones. */
const rankOf = ({ scene, nodeEmphasis }: AnnotationFrame, row: number): number =>
  isChosen(scene, row) ? 1000 : 100 * nodeEmphasis(row)

const ringOf = (scene: CanvasScene, row: number): number =>
  scene.selectedNodes.has(row) ? 7 : scene.hoverNode === row ? 5 : 0
