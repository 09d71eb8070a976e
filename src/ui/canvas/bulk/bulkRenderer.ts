import type Sigma from 'sigma'
import { kept } from '../../../analysis/incremental'
import { byRadius, labelCandidates, largerThan, ranksOf } from '../../../drawing/labelCandidates'
import type { Point } from '../../../drawing/geometry'
import { boundsOf, gridOf, mostIn, type Grid, type Window } from '../../../drawing/spatialGrid'
import { edgeLooks, type EdgeLooks } from '../../../drawing/edgeStyles'
import { type NodeLooks } from '../../../drawing/nodeStyles'
import type { Palette } from '../../../drawing/colourPalette'
import type { Graph } from '../../../model/graph'
import type { CanvasScene } from '../../../scene/canvas/canvasScene'
import { standing } from '../../../scene/canvas/emphasis'
import type { Hit } from '../gestureTarget'
import type { Drawing, Paint, Sight } from '../graphRenderer'
import { radiusFor, radiusOn } from '../shaderParameters'
import { Bulk } from './bulkPasses'
import { alphasOf } from './edgeOpacity'
import { Over } from './highlightOverlay'
import { edgeAt, nodeAt, windowOf } from './pointerTargets'

/** While places change with every frame, they are put in a grid so often, in milliseconds. */
const pace = 500
/** Labels stand in parts of the frame of about this size, in CSS pixels, so many in each, and so many in all. */
const part = { width: 170, height: 110 }
const [each, most] = [2, 80]
/** A node that is seen as a mere point has no label, in CSS pixels; nor one much smaller than the largest. */
const [labelFrom, ofLargest] = [3.2, 0.55]
/** Above so many edges only a sample of about so many is drawn while places change with every frame. */
const mostMoving = 150_000

/** Draws a large graph: all of it in bulk, and what is lit by sigma, above. */
export class Large implements Drawing {
  readonly #bulk: Bulk
  readonly #over = new Over()
  #graph: Graph | undefined
  #places: Float32Array = new Float32Array(0)
  #grid: Grid | undefined
  #built = -Infinity
  #scene: CanvasScene | undefined
  #looks: NodeLooks | undefined
  #edgeLooks: EdgeLooks | undefined
  #palette: Palette | undefined
  #order: Uint32Array = new Uint32Array(0)
  #ranks: Uint32Array = new Uint32Array(0)
  #lit: ReadonlySet<number> = new Set()

  constructor(readonly sigma: Sigma) {
    const canvas = sigma.createCanvas('bulk', { beforeLayer: 'edges' })
    this.#bulk = new Bulk(sigma.createWebGLContext('bulk', { canvas }) as WebGL2RenderingContext)
    fitted(canvas, sigma)
  }

  /** Takes a graph; the first before anything else. */
  follow(graph: Graph): void {
    this.#graph = graph
    this.#bulk.setEnds(graph)
  }

  /** Does in steps what the first picture needs. */
  *readying({ graph, scene, looks, palette }: Paint): Generator<void> {
    this.#takeLooks(looks)
    yield
    this.#takeEdgeLooks(graph)
    yield
    this.#bulk.setScene(scene)
    this.#bulk.setPalette(palette)
    this.#palette = palette
    yield
    boundsIn(this.#places)
    yield
    yield* this.#bulk.readying()
  }

  place(places: Float32Array): void {
    if (places === this.#places) return
    this.#places = places
    this.#grid = undefined
    this.#bulk.setPlaces(places)
    this.#over.place(places)
  }

  placeOne(_: number, places: Float32Array): void {
    this.place(places)
  }

  paint(paint: Paint): void {
    const { graph, scene, looks, palette } = paint
    this.#takeLooks(looks)
    this.#takeEdgeLooks(graph)
    if (palette !== this.#palette) this.#bulk.setPalette(palette)
    this.#bulk.setScene(scene)
    this.#palette = palette
    this.#scene = scene
    this.#lit = new Set(scene.over.nodes)
    if (this.#over.paint(paint, this.#places)) this.sigma.setGraph(this.#over.drawn)
    else this.sigma.scheduleRender()
  }

  #takeLooks(looks: NodeLooks): void {
    if (looks === this.#looks) return
    this.#order = byRadius(looks.radius)
    this.#ranks = ranksOf(this.#order)
    this.#bulk.setNodeLooks(looks, this.#order)
    this.#looks = looks
  }

  #takeEdgeLooks(graph: Graph): void {
    const looks = edgeLooks(graph)
    if (looks !== this.#edgeLooks) this.#bulk.setEdgeLooks(looks)
    this.#edgeLooks = looks
  }

  render({ camera, size, frame, unit, moving }: Sight): void {
    const scene = this.#scene
    if (!scene || !this.#palette) return
    this.#bulk.draw({
      frame,
      palette: this.#palette,
      centre: camera,
      unit,
      ...size,
      pixelRatio: this.sigma.getRenderParams().pixelRatio,
      ...alphasOf(this.#palette, scene, { frame, unit, size }),
      step: moving ? Math.max(1, Math.ceil(scene.edgeCount / mostMoving)) : 1,
    })
  }

  labelled(sight: Sight): readonly number[] {
    const scene = this.#scene
    if (!scene) return []
    const { width, height } = sight.size
    const window = windowOf(sight)
    const crowd = {
      places: this.#places,
      grid: holds(window, boundsIn(this.#places)) ? undefined : this.#gridFor(sight.moving),
      order: this.#order,
      ranks: this.#ranks,
      window,
      columns: Math.max(1, Math.round(width / part.width)),
      lines: Math.max(1, Math.round(height / part.height)),
      each,
    }
    const { nodes } = scene
    const { radius } = this.#looks!
    const largest = radius[this.#order[0] ?? 0] ?? 0
    const least = Math.min(labelFrom, ofLargest * radiusOn(sight.frame, largest))
    const among = largerThan(this.#order, radius, radiusFor(sight.frame, least))
    const all = nodes.length
    const isLit = (row: number) => nodes[row] === standing.lit
    const lit = scene.litEdges.length > 0 ? labelCandidates({ ...crowd, most, among: all, accepts: isLit }) : []
    const hubs = labelCandidates({ ...crowd, most, among, accepts: (row) => nodes[row] !== standing.hidden })
    return [...new Set([...scene.over.nodes, ...lit, ...hubs])]
  }

  readonly stands = (row: number): number => (this.#lit.has(row) ? standing.lit : this.#scene!.nodes[row]!)
  readonly bend = (): number => 0

  readonly hit = (at: Point, sight: Sight): Hit | undefined => {
    const { nodes, edges } = this.#scene ?? {}
    const graph = this.#graph
    if (!nodes || !edges || !this.#looks || !graph) return undefined
    const grid = this.#gridFor(sight.moving)
    const node = nodeAt(at, { sight, grid, nodes, radius: this.#looks.radius })
    if (node !== undefined) return { node }
    if (mostIn(grid, windowOf(sight)) > 3000) return undefined
    const edge = edgeAt(at, { sight, grid, edges, graph })
    return edge === undefined ? undefined : { edge }
  }

  #gridFor(moving: boolean): Grid {
    const now = performance.now()
    const held = this.#held
    if (this.#grid) return this.#grid
    if (moving && held && now - this.#built < pace && held.places.length === this.#places.length) return held
    this.#built = now
    this.#held = this.#grid = gridOf(this.#places)
    return this.#grid
  }

  /** The grid before places changed. */
  #held: Grid | undefined
}

/** The box around all places; each frame of a layout has places of its own. */
const boundsIn = kept(boundsOf)

const holds = (outer: Window, inner: Window): boolean =>
  outer.left <= inner.left && outer.right >= inner.right && outer.low <= inner.low && outer.high >= inner.high

/** Gives a new canvas the size of the others: sigma would give all of them new memory, and wait for it. */
function fitted(canvas: HTMLCanvasElement, sigma: Sigma): void {
  const { width, height } = sigma.getDimensions()
  const { pixelRatio } = sigma.getRenderParams()
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
  canvas.setAttribute('width', `${width * pixelRatio}px`)
  canvas.setAttribute('height', `${height * pixelRatio}px`)
}
