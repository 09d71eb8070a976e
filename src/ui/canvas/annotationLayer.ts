import type { Point } from '../../drawing/geometry'
import { edgeStyles } from '../../drawing/edgeStyles'
import { nodesWithContestedFigures, pictogramNames, type NodeStyles } from '../../drawing/nodeStyles'
import { placeLabels, type LabelObstacle, type PlacedLabel, type LabelRequest } from '../../drawing/placeLabels'
import type { ScreenBox } from '../../drawing/screenBox'
import type { ColourPalette } from '../../drawing/colourPalette'
import { textBlockSize, wrapLabel } from '../../drawing/wrapText'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { Language } from '../../messages/language'
import { labelInLanguage } from '../../model/nodeNames'
import { nodeRecordAt } from '../../model/rowRecords'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { emphasis } from '../../scene/canvas/emphasis'
import { middleOfEdge, pathOfEdge } from './edgePaths'
import { paintEdgeGlow, paintLabel, paintContestedMark, paintPictogram, paintNodeRing } from './canvasPainting'
import { TextWidthCache } from './textWidthCache'

/** The inputs of one frame of the layer above sigma's drawing. */
interface AnnotationFrame {
  readonly graph: Graph
  readonly scene: CanvasScene
  readonly nodeStyles: NodeStyles
  /** Rows in the viewport that may have a label or a pictogram. */
  readonly rows: readonly number[]
  /** There are many more nodes than these rows, so labels may cover some of them. */
  readonly crowded: boolean
  readonly palette: ColourPalette
  readonly language: Language
  /** Position of a node in CSS pixels. */
  readonly positionOf: (row: number) => Point
  /** Radius of a node in CSS pixels, as it is drawn. */
  readonly radius: (row: number) => number
  /** The emphasis of a node, including the highlight overlay. */
  readonly nodeEmphasis: (row: number) => number
  /** The curvature of an edge; see edgeCurvatures. */
  readonly edgeCurvature: (row: number) => number
  /** Factor for the sizes of nodes. */
  readonly scale: number
  readonly width: number
  readonly height: number
  /** Panels that float above the canvas. */
  readonly obstacles: readonly ScreenBox[]
}

/** The lines of each row's label. */
type LabelLines = ReadonlyMap<number, readonly string[]>

/** The smallest radius, in CSS pixels, of a node with a pictogram. */
const minPictogramRadius = 8
const maxPictograms = 400
/** If more nodes of a large graph are selected, they have no rings: everything else is dimmed anyway. */
const maxRings = 400

/** The layer above sigma: labels, pictograms, rings, glows, and the marks of what is contested. */
export class AnnotationLayer {
  /** The side of each label in the previous frame, so that labels keep their places as long as possible. */
  #sides = new Map<number, number>()
  readonly #widths: TextWidthCache
  readonly #linesByLabel = new Map<string, readonly string[]>()

  constructor(readonly context: CanvasRenderingContext2D) {
    this.#widths = new TextWidthCache(context)
  }

  /** Measures, in steps, the characters that most labels consist of, so that the first frame does not have to. */
  *prepareSteps(): Generator<void> {
    for (const { size, weight } of Object.values(labelFonts)) {
      this.#widths.byCharacters(printableAscii, size, weight)
      yield
    }
  }

  /** Draws one frame. Returns the number of labels. */
  draw(frame: AnnotationFrame): number {
    this.#paintGlows(frame)
    this.#paintPictograms(frame)
    this.#paintRings(frame)
    const marks = this.#paintContestedMarks(frame)
    const lines = new Map(frame.rows.map((row) => [row, this.#labelLines(frame, row)]))
    const labels = this.#placeLabels(frame, marks, lines)
    for (const label of labels) this.#paintLabel(frame, label, lines.get(label.key)!)
    return labels.length
  }

  #paintGlows(frame: AnnotationFrame): void {
    const { scene, palette, crowded } = frame
    if (crowded && scene.selectedEdges.size > maxRings) return
    for (const row of scene.selectedEdges) {
      if (scene.edges[row] === emphasis.hidden) continue
      paintEdgeGlow(this.context, pathOfEdge(frame, row), palette)
    }
  }

  #paintPictograms({ nodeStyles, palette, positionOf, rows, radius, nodeEmphasis }: AnnotationFrame): void {
    for (const row of rows.slice(0, maxPictograms)) {
      const pictogram = pictogramNames[nodeStyles.pictogram[row]!]!
      if (pictogram && nodeEmphasis(row) !== emphasis.dimmed && radius(row) >= minPictogramRadius)
        paintPictogram(this.context, pictogram, positionOf(row), { radius: radius(row), colour: palette.pictogram })
    }
  }

  #paintRings({ scene, palette, positionOf, radius, crowded }: AnnotationFrame): void {
    const ringed = crowded && scene.selectedNodes.size > maxRings ? [] : scene.selectedNodes
    for (const row of ringed)
      if (scene.nodes[row] !== emphasis.hidden)
        paintNodeRing(this.context, positionOf(row), radius(row) + 6, { width: 2.5, colour: palette.accent })
    const row = scene.hoverNode
    if (row !== undefined && scene.nodes[row] !== emphasis.hidden)
      paintNodeRing(this.context, positionOf(row), radius(row) + 4, { width: 1.5, colour: palette.ink })
  }

  #paintContestedMarks(frame: AnnotationFrame): LabelObstacle[] {
    const { graph, scene, palette, positionOf, scale, radius } = frame
    const marks: LabelObstacle[] = []
    const size = Math.min(1, 0.55 + 0.45 * scale)
    for (const row of edgeStyles(graph).contestedRows) {
      const rowEmphasis = scene.edges[row]!
      if (rowEmphasis === emphasis.hidden) continue
      const middle = middleOfEdge(frame, row)
      const mark = { ...middle, radius: (rowEmphasis === emphasis.dimmed ? 5 : 7) * size }
      paintContestedMark(this.context, mark, palette, rowEmphasis === emphasis.dimmed ? dimmedMarkOpacity : 1)
      marks.push({ ...mark, radius: mark.radius + 1 })
    }
    for (const row of nodesWithContestedFigures(graph)) {
      const rowEmphasis = scene.nodes[row]!
      if (rowEmphasis === emphasis.hidden) continue
      const { x, y } = positionOf(row)
      const offset = radius(row) * 0.85
      const mark = { x: x + offset, y: y - offset, radius: (rowEmphasis === emphasis.dimmed ? 4 : 5.5) * size }
      paintContestedMark(this.context, mark, palette, rowEmphasis === emphasis.dimmed ? dimmedMarkOpacity : 1)
      marks.push({ ...mark, radius: mark.radius + 1 })
    }
    return marks
  }

  #placeLabels(frame: AnnotationFrame, marks: readonly LabelObstacle[], lines: LabelLines): PlacedLabel[] {
    const { scene, rows, positionOf, radius, nodeEmphasis, width, height, obstacles, crowded } = frame
    const measure = crowded ? this.#widths.byCharacters : this.#widths.exact
    const requests = rows.map((row): LabelRequest => {
      const { size, weight } = labelFontOf(frame, row)
      return {
        key: row,
        ...positionOf(row),
        radius: radius(row) + ringWidthOf(scene, row),
        ...textBlockSize(lines.get(row)!, size, weight, measure),
        importance: importanceOf(frame, row) + radius(row),
        mayCover: mayCoverOf(frame, row),
      }
    })
    const discs = rows.map((row) => ({
      ...positionOf(row),
      radius: radius(row) + 1.5,
      key: row,
      dimmed: nodeEmphasis(row) === emphasis.dimmed,
    }))
    const labels = placeLabels(requests, {
      width,
      height,
      discs: [...discs, ...marks],
      boxes: obstacles,
      previousSides: this.#sides,
    })
    this.#sides = new Map(labels.map(({ key, side }) => [key, side]))
    return labels
  }

  #paintLabel(frame: AnnotationFrame, { key, left, right, top, anchor }: PlacedLabel, text: readonly string[]): void {
    const { palette, scene } = frame
    const rowEmphasis = frame.nodeEmphasis(key)
    const isStrong = isSelectedOrHovered(scene, key) || rowEmphasis === emphasis.highlighted
    const colour = isStrong ? palette.ink : rowEmphasis === emphasis.dimmed ? palette.inkFaint : palette.inkSoft
    paintLabel(this.context, text, {
      ...labelFontOf(frame, key),
      x: anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2,
      top,
      anchor,
      colour,
      halo: palette.paper,
    })
  }

  #labelLines({ graph, language }: AnnotationFrame, row: number): readonly string[] {
    const label =
      language === 'en' ? textAt(graph.nodes.label, row) : labelInLanguage(language, nodeRecordAt(graph, row))
    let lines = this.#linesByLabel.get(label)
    if (!lines) this.#linesByLabel.set(label, (lines = wrapLabel(label)))
    return lines
  }

  /** Measures widths anew, after the font was loaded. */
  clearTextWidths(): void {
    this.#widths.clear()
  }
}

/** Size in CSS pixels, and weight. */
const labelFonts = {
  normal: { size: 11, weight: 400 },
  large: { size: 13, weight: 500 },
  selected: { size: 13, weight: 600 },
} as const

/** ASCII, from the space to the tilde. */
const printableAscii = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at))

function labelFontOf(frame: AnnotationFrame, row: number): { readonly size: number; readonly weight: number } {
  const { scene, nodeStyles, scale, crowded } = frame
  if (scene.selectedNodes.has(row)) return labelFonts.selected
  const rowEmphasis = frame.nodeEmphasis(row)
  if (rowEmphasis === emphasis.highlighted) return labelFonts.large
  const size = nodeStyles.radius[row]! * (crowded ? 1 : Math.min(1, scale))
  return rowEmphasis === emphasis.normal && size >= 11 ? labelFonts.large : labelFonts.normal
}

const isSelectedOrHovered = (scene: CanvasScene, row: number): boolean =>
  scene.selectedNodes.has(row) || scene.hoverNode === row

/** Opacity of the contested marks of dimmed rows. */
const dimmedMarkOpacity = 0.45

/** The smallest radius of a hub, whose label may cover other nodes. */
const minHubRadius = 13

function mayCoverOf(
  { scene, nodeStyles, nodeEmphasis, crowded }: AnnotationFrame,
  row: number,
): LabelRequest['mayCover'] {
  const isHub = nodeEmphasis(row) === emphasis.normal && (crowded || nodeStyles.radius[row]! >= minHubRadius)
  if (isSelectedOrHovered(scene, row) || isHub) return 'any'
  return nodeEmphasis(row) === emphasis.highlighted ? 'dimmed' : 'none'
}

/** Selected and hovered nodes come first, then highlighted, normal and dimmed ones; within each the larger ones. */
const importanceOf = ({ scene, nodeEmphasis }: AnnotationFrame, row: number): number =>
  isSelectedOrHovered(scene, row) ? 1000 : 100 * nodeEmphasis(row)

/** The space of a node's ring around it, in CSS pixels. */
const ringWidthOf = (scene: CanvasScene, row: number): number =>
  scene.selectedNodes.has(row) ? 7 : scene.hoverNode === row ? 5 : 0
