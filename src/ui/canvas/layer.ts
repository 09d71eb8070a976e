import { curveBetween, pointAt, type Point } from '../../drawing/geometry'
import { contestedNodes, edgeLooks, nodeLooks } from '../../drawing/looks'
import { placeLabels, type Box, type LabelPlace, type LabelWish } from '../../drawing/labels'
import type { Measure } from '../../drawing/measure'
import type { Palette } from '../../drawing/palette'
import { sizeOf, wrapped } from '../../drawing/wrap'
import type { Graph } from '../../model/graph'
import { labelIn, type Language } from '../../model/names'
import { nodeAt } from '../../model/rows'
import type { CanvasScene, Standing } from '../../scene/canvas'
import { font, paintGlow, paintLabel, paintMark, paintPictogram, paintRing } from './paints'

/** Everything that the layer above sigma's drawing needs to know for one frame. */
export interface LayerFrame {
  readonly graph: Graph
  readonly scene: CanvasScene
  readonly palette: Palette
  readonly language: Language
  /** Position of a node in CSS pixels. */
  readonly at: (row: number) => Point
  /** Times the sizes of nodes. */
  readonly scale: number
  readonly width: number
  readonly height: number
  /** Panels that float above the canvas. */
  readonly boxes: readonly Box[]
}

const pictogramsFrom = 8
const mostPictograms = 400

/** The layer above sigma: labels, pictograms, rings, glows, and the marks of what is contested. */
export class Layer {
  /** Side of each label in the frame before, so that labels stay where they are while they can. */
  #sides = new Map<number, number>()
  readonly #widths = new Map<string, number>()
  readonly #texts = new Map<string, readonly string[]>()

  constructor(readonly context: CanvasRenderingContext2D) {}

  /** Draws one frame; gives the number of labels. */
  draw(frame: LayerFrame): number {
    const shown = this.#inFrame(frame)
    this.#glows(frame)
    this.#pictograms(frame, shown)
    this.#rings(frame)
    const marks = this.#marks(frame)
    const labels = this.#place(frame, shown, marks)
    for (const place of labels) this.#label(frame, place)
    return labels.length
  }

  #inFrame({ scene, at, width, height }: LayerFrame): number[] {
    const rows: number[] = []
    scene.nodes.forEach((standing, row) => {
      if (standing === 'hidden') return
      const { x, y } = at(row)
      if (x > -20 && y > -20 && x < width + 20 && y < height + 20) rows.push(row)
    })
    return rows
  }

  #glows({ graph, scene, palette, at }: LayerFrame): void {
    for (const row of scene.selectedEdges) {
      if (scene.edges[row] === 'hidden') continue
      const [from, to] = [at(graph.edges.source[row]!), at(graph.edges.target[row]!)]
      paintGlow(this.context, curveBetween(from, to, edgeLooks(graph)[row]!.bend), palette)
    }
  }

  #pictograms({ graph, scene, palette, at, scale }: LayerFrame, shown: readonly number[]): void {
    for (const row of shown.slice(0, mostPictograms)) {
      const { pictogram, radius } = nodeLooks(graph)[row]!
      if (pictogram && scene.nodes[row] !== 'dimmed' && radius * scale >= pictogramsFrom)
        paintPictogram(this.context, pictogram, at(row), { radius: radius * scale, colour: palette.pictogram })
    }
  }

  #rings({ graph, scene, palette, at, scale }: LayerFrame): void {
    const radius = (row: number) => nodeLooks(graph)[row]!.radius * scale
    for (const row of scene.selectedNodes)
      if (scene.nodes[row] !== 'hidden')
        paintRing(this.context, at(row), radius(row) + 6, { width: 2.5, colour: palette.accent })
    const row = scene.hoverNode
    if (row !== undefined && scene.nodes[row] !== 'hidden')
      paintRing(this.context, at(row), radius(row) + 4, { width: 1.5, colour: palette.ink })
  }

  #marks({ graph, scene, palette, at, scale }: LayerFrame): (Point & { radius: number })[] {
    const marks: (Point & { radius: number })[] = []
    edgeLooks(graph).forEach(({ contested, bend }, row) => {
      const standing = scene.edges[row]!
      if (!contested || standing === 'hidden') return
      const middle = pointAt(curveBetween(at(graph.edges.source[row]!), at(graph.edges.target[row]!), bend), 0.5)
      const radius = (standing === 'dimmed' ? 5 : 7) * Math.min(1, 0.55 + 0.45 * scale)
      paintMark(this.context, { ...middle, radius }, palette, standing === 'dimmed' ? faint : 1)
      marks.push({ ...middle, radius: radius + 1 })
    })
    contestedNodes(graph).forEach((contested, row) => {
      if (!contested || scene.nodes[row] === 'hidden') return
      const { x, y } = at(row)
      const off = nodeLooks(graph)[row]!.radius * scale * 0.85
      const mark = { x: x + off, y: y - off }
      const radius = (scene.nodes[row] === 'dimmed' ? 4 : 5.5) * Math.min(1, 0.55 + 0.45 * scale)
      paintMark(this.context, { ...mark, radius }, palette, scene.nodes[row] === 'dimmed' ? faint : 1)
      marks.push({ ...mark, radius: radius + 1 })
    })
    return marks
  }

  #place(frame: LayerFrame, shown: readonly number[], marks: readonly (Point & { radius: number })[]): LabelPlace[] {
    const { graph, scene, at, scale, width, height, boxes } = frame
    const looks = nodeLooks(graph)
    const wishes = shown.map((row): LabelWish => {
      const { size, weight } = faceOf(frame, row)
      const box = sizeOf(this.#lines(frame, row), size, weight, this.#measure)
      const radius = looks[row]!.radius * scale
      return {
        key: row,
        ...at(row),
        radius: radius + ringOf(scene, row),
        ...box,
        importance: rankOf(scene, row) + radius,
        over: coverOf(frame, row),
      }
    })
    const discs = shown.map((row) => ({
      ...at(row),
      radius: looks[row]!.radius * scale + 1.5,
      key: row,
      dimmed: scene.nodes[row] === 'dimmed',
    }))
    const places = placeLabels(wishes, { width, height, discs: [...discs, ...marks], boxes, before: this.#sides })
    this.#sides = new Map(places.map(({ key, side }) => [key, side]))
    return places
  }

  #label(frame: LayerFrame, { key, left, right, top, anchor }: LabelPlace): void {
    const { palette, scene } = frame
    const standing = scene.nodes[key]!
    const colour =
      isChosen(scene, key) || standing === 'lit'
        ? palette.ink
        : standing === 'dimmed'
          ? palette.inkFaint
          : palette.inkSoft
    paintLabel(this.context, this.#lines(frame, key), {
      ...faceOf(frame, key),
      x: anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2,
      top,
      anchor,
      colour,
      halo: palette.paper,
    })
  }

  #lines({ graph, language }: LayerFrame, row: number): readonly string[] {
    const label = labelIn(language, nodeAt(graph, row))
    let lines = this.#texts.get(label)
    if (!lines) this.#texts.set(label, (lines = wrapped(label)))
    return lines
  }

  readonly #measure: Measure = (text, size, weight) => {
    const key = `${size} ${weight} ${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      this.context.font = font(size, weight)
      this.#widths.set(key, (width = this.context.measureText(text).width))
    }
    return width
  }

  /** Widths are measured anew, because the face has been loaded since. */
  forgetWidths(): void {
    this.#widths.clear()
  }
}

function faceOf({ graph, scene, scale }: LayerFrame, row: number): { size: number; weight: number } {
  if (scene.selectedNodes.has(row)) return { size: 13, weight: 600 }
  const standing = scene.nodes[row]!
  if (standing === 'lit') return { size: 13, weight: 500 }
  return standing === 'rest' && nodeLooks(graph)[row]!.radius * Math.min(1, scale) >= 11
    ? { size: 13, weight: 500 }
    : { size: 11, weight: 400 }
}

const ranks: Readonly<Record<Standing, number>> = { hidden: 0, dimmed: 100, rest: 200, lit: 300 }

const isChosen = (scene: CanvasScene, row: number): boolean => scene.selectedNodes.has(row) || scene.hoverNode === row

/** Opacity of the marks of what has stepped back. */
const faint = 0.45

/** The hubs of a crowd are named even where that covers a node. */
const hubsFrom = 13
const coverOf = ({ graph, scene }: LayerFrame, row: number): LabelWish['over'] =>
  isChosen(scene, row) || (scene.nodes[row] === 'rest' && nodeLooks(graph)[row]!.radius >= hubsFrom)
    ? 'any'
    : scene.nodes[row] === 'lit'
      ? 'dimmed'
      : 'none'

const rankOf = (scene: CanvasScene, row: number): number => (isChosen(scene, row) ? 1000 : ranks[scene.nodes[row]!])

const ringOf = (scene: CanvasScene, row: number): number =>
  scene.selectedNodes.has(row) ? 7 : scene.hoverNode === row ? 5 : 0
