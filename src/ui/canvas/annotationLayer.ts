import { curveBetween, pointAt, type Point } from '../../drawing/geometry'
import { edgeLooks } from '../../drawing/edgeStyles'
import { contestedNodes, pictogramNames, type NodeLooks } from '../../drawing/nodeStyles'
import { placeLabels, type Box, type Disc, type LabelPlace, type LabelWish } from '../../drawing/placeLabels'
import type { Palette } from '../../drawing/colourPalette'
import { sizeOf, wrapped } from '../../drawing/wrapText'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { labelIn, type Language } from '../../model/nodeNames'
import { nodeAt } from '../../model/rowRecords'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import { standing } from '../../scene/canvas/emphasis'
import { paintGlow, paintLabel, paintMark, paintPictogram, paintRing } from './canvasPainting'
import { Widths } from './textWidthCache'

/** Everything that the layer above sigma's drawing needs to know for one frame. */
export interface LayerFrame {
  readonly graph: Graph
  readonly scene: CanvasScene
  readonly looks: NodeLooks
  /** Rows in the frame that may have a label or a sign. */
  readonly rows: readonly number[]
  /** There are many more nodes than those rows, so that labels may cover some. */
  readonly crowded: boolean
  readonly palette: Palette
  readonly language: Language
  /** Position of a node in CSS pixels. */
  readonly at: (row: number) => Point
  /** Radius of a node in CSS pixels, as it is drawn. */
  readonly radius: (row: number) => number
  /** How a node stands, with what is drawn above the rest. */
  readonly stands: (row: number) => number
  /** How an edge bends: see edgeBends. */
  readonly bend: (row: number) => number
  /** Times the sizes of nodes. */
  readonly scale: number
  readonly width: number
  readonly height: number
  /** Panels that float above the canvas. */
  readonly boxes: readonly Box[]
}

/** The lines of each row's label. */
type Texts = ReadonlyMap<number, readonly string[]>

const pictogramsFrom = 8
const mostPictograms = 400
/** In a crowd more than these that are selected have no rings of their own: all else has stepped back behind them. */
const mostRinged = 400

/** The layer above sigma: labels, pictograms, rings, glows, and the marks of what is contested. */
export class Layer {
  /** Side of each label in the frame before, so that labels stay where they are while they can. */
  #sides = new Map<number, number>()
  readonly #widths: Widths
  readonly #texts = new Map<string, readonly string[]>()

  constructor(readonly context: CanvasRenderingContext2D) {
    this.#widths = new Widths(context)
  }

  /** Measures in steps the signs that most labels are of, so that the first frame need not. */
  *readying(): Generator<void> {
    for (const { size, weight } of Object.values(faces)) {
      this.#widths.bySigns(usualSigns, size, weight)
      yield
    }
  }

  /** Draws one frame; gives the number of labels. */
  draw(frame: LayerFrame): number {
    this.#glows(frame)
    this.#pictograms(frame)
    this.#rings(frame)
    const marks = this.#marks(frame)
    const texts = new Map(frame.rows.map((row) => [row, this.#lines(frame, row)]))
    const labels = this.#place(frame, marks, texts)
    for (const place of labels) this.#label(frame, place, texts.get(place.key)!)
    return labels.length
  }

  #glows({ graph, scene, palette, at, bend, crowded }: LayerFrame): void {
    if (crowded && scene.selectedEdges.size > mostRinged) return
    for (const row of scene.selectedEdges) {
      if (scene.edges[row] === standing.hidden) continue
      const [from, to] = [at(graph.edges.source[row]!), at(graph.edges.target[row]!)]
      paintGlow(this.context, curveBetween(from, to, bend(row)), palette)
    }
  }

  #pictograms({ looks, palette, at, rows, radius, stands }: LayerFrame): void {
    for (const row of rows.slice(0, mostPictograms)) {
      const sign = pictogramNames[looks.pictogram[row]!]!
      if (sign && stands(row) !== standing.dimmed && radius(row) >= pictogramsFrom)
        paintPictogram(this.context, sign, at(row), { radius: radius(row), colour: palette.pictogram })
    }
  }

  #rings({ scene, palette, at, radius, crowded }: LayerFrame): void {
    const ringed = crowded && scene.selectedNodes.size > mostRinged ? [] : scene.selectedNodes
    for (const row of ringed)
      if (scene.nodes[row] !== standing.hidden)
        paintRing(this.context, at(row), radius(row) + 6, { width: 2.5, colour: palette.accent })
    const row = scene.hoverNode
    if (row !== undefined && scene.nodes[row] !== standing.hidden)
      paintRing(this.context, at(row), radius(row) + 4, { width: 1.5, colour: palette.ink })
  }

  #marks({ graph, scene, palette, at, scale, radius, bend }: LayerFrame): Disc[] {
    const marks: Disc[] = []
    const size = Math.min(1, 0.55 + 0.45 * scale)
    for (const row of edgeLooks(graph).contested) {
      const stands = scene.edges[row]!
      if (stands === standing.hidden) continue
      const ends = [at(graph.edges.source[row]!), at(graph.edges.target[row]!)] as const
      const middle = pointAt(curveBetween(...ends, bend(row)), 0.5)
      const mark = { ...middle, radius: (stands === standing.dimmed ? 5 : 7) * size }
      paintMark(this.context, mark, palette, stands === standing.dimmed ? faint : 1)
      marks.push({ ...mark, radius: mark.radius + 1 })
    }
    for (const row of contestedNodes(graph)) {
      const stands = scene.nodes[row]!
      if (stands === standing.hidden) continue
      const { x, y } = at(row)
      const off = radius(row) * 0.85
      const mark = { x: x + off, y: y - off, radius: (stands === standing.dimmed ? 4 : 5.5) * size }
      paintMark(this.context, mark, palette, stands === standing.dimmed ? faint : 1)
      marks.push({ ...mark, radius: mark.radius + 1 })
    }
    return marks
  }

  #place(frame: LayerFrame, marks: readonly Disc[], texts: Texts): LabelPlace[] {
    const { scene, rows, at, radius, stands, width, height, boxes, crowded } = frame
    const measure = crowded ? this.#widths.bySigns : this.#widths.exact
    const wishes = rows.map((row): LabelWish => {
      const { size, weight } = faceOf(frame, row)
      return {
        key: row,
        ...at(row),
        radius: radius(row) + ringOf(scene, row),
        ...sizeOf(texts.get(row)!, size, weight, measure),
        importance: rankOf(frame, row) + radius(row),
        over: coverOf(frame, row),
      }
    })
    const discs = rows.map((row) => ({
      ...at(row),
      radius: radius(row) + 1.5,
      key: row,
      dimmed: stands(row) === standing.dimmed,
    }))
    const places = placeLabels(wishes, { width, height, discs: [...discs, ...marks], boxes, before: this.#sides })
    this.#sides = new Map(places.map(({ key, side }) => [key, side]))
    return places
  }

  #label(frame: LayerFrame, { key, left, right, top, anchor }: LabelPlace, text: readonly string[]): void {
    const { palette, scene } = frame
    const stands = frame.stands(key)
    const strong = isChosen(scene, key) || stands === standing.lit
    const colour = strong ? palette.ink : stands === standing.dimmed ? palette.inkFaint : palette.inkSoft
    paintLabel(this.context, text, {
      ...faceOf(frame, key),
      x: anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2,
      top,
      anchor,
      colour,
      halo: palette.paper,
    })
  }

  #lines({ graph, language }: LayerFrame, row: number): readonly string[] {
    const label = language === 'en' ? textAt(graph.nodes.label, row) : labelIn(language, nodeAt(graph, row))
    let lines = this.#texts.get(label)
    if (!lines) this.#texts.set(label, (lines = wrapped(label)))
    return lines
  }

  /** Widths are measured anew, because the face has been loaded since. */
  forgetWidths(): void {
    this.#widths.forget()
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

function faceOf(frame: LayerFrame, row: number): { readonly size: number; readonly weight: number } {
  const { scene, looks, scale, crowded } = frame
  if (scene.selectedNodes.has(row)) return faces.selected
  const stands = frame.stands(row)
  if (stands === standing.lit) return faces.large
  const size = looks.radius[row]! * (crowded ? 1 : Math.min(1, scale))
  return stands === standing.rest && size >= 11 ? faces.large : faces.usual
}

const isChosen = (scene: CanvasScene, row: number): boolean => scene.selectedNodes.has(row) || scene.hoverNode === row

/** Opacity of the marks of what has stepped back. */
const faint = 0.45

/** The hubs of a crowd are named even where that covers a node. */
const hubsFrom = 13

function coverOf({ scene, looks, stands, crowded }: LayerFrame, row: number): LabelWish['over'] {
  const hub = stands(row) === standing.rest && (crowded || looks.radius[row]! >= hubsFrom)
  if (isChosen(scene, row) || hub) return 'any'
  return stands(row) === standing.lit ? 'dimmed' : 'none'
}

/** What is chosen comes first, then what is lit, at rest, dimmed; within each the larger ones. */
const rankOf = ({ scene, stands }: LayerFrame, row: number): number => (isChosen(scene, row) ? 1000 : 100 * stands(row))

const ringOf = (scene: CanvasScene, row: number): number =>
  scene.selectedNodes.has(row) ? 7 : scene.hoverNode === row ? 5 : 0
