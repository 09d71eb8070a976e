import type Sigma from 'sigma'
import { nodeLooks, type NodeLooks } from '../../drawing/nodeStyles'
import type { Palette } from '../../drawing/colourPalette'
import type { App } from '../../app/app'
import type { Moment } from '../../app/store'
import type { Point } from '../../drawing/geometry'
import type { Graph } from '../../model/graph'
import { originalOf } from '../../model/statementLens'
import { canvasScene, isLarge, type CanvasScene } from '../../scene/canvas/canvasScene'
import { placesIn, withPins } from '../../scene/layouts/layoutRecords'
import { seen, shown } from '../../scene/view/filterResult'
import type { View, Workspace } from '../../scene/view/view'
import { floatingBoxes, keepAround, paletteNow, withGuides } from './canvasEnvironment'
import type { Board, Hit } from './gestureTarget'
import type { Drawing, Sight } from './graphRenderer'
import { Eye } from './cameraSync'
import { frameOf, measure, radiusOn, type Frame } from './shaderParameters'
import { keepGestures } from './gestures'
import { rowsInside } from './lasso'
import { Layer } from './annotationLayer'
import { moving, type Motion } from './animatePositions'

/** The parts of a view that the paint of nodes and edges follows from. */
const paints = ['filter', 'selection', 'ruledOut', 'lines', 'colour', 'size', 'detail', 'panel', 'language'] as const

/** What a stage stands on. */
export interface Boards {
  readonly element: HTMLElement
  readonly app: App
  readonly graph: Graph
  readonly sigma: Sigma
  readonly frame: Frame
  readonly drawing: Drawing
}

/**
 * One graph on one canvas: keeps sigma, the drawing and the layer above in step with the two stores. It follows the graph
 * as it changes; for one that is drawn in another way it is made anew. The one owner of the sigma instance.
 */
export class Stage implements Board {
  readonly element: HTMLElement
  readonly app: App
  readonly sigma: Sigma
  readonly #drawing: Drawing
  readonly #layer: Layer
  readonly #eye: Eye
  readonly frame: Frame
  readonly large: boolean
  graph: Graph
  #palette: Palette
  #scene: CanvasScene
  #looks: NodeLooks
  /** Positions by node row, x and y in turn, as they are drawn. */
  places: Float32Array
  #measured: readonly unknown[] = []
  #motion: Motion | undefined
  #ends: (() => void)[] = []

  constructor({ element, app, graph, sigma, frame, drawing }: Boards) {
    this.element = element
    this.app = app
    this.graph = graph
    this.sigma = sigma
    this.frame = frame
    this.large = isLarge(graph)
    this.#palette = paletteNow()
    this.places = this.goal()
    this.#scene = canvasScene(graph, this.#view, undefined)
    this.#looks = nodeLooks(this.#seen, this.#scene.telling)
    this.#measure()
    this.#drawing = drawing
    this.#drawing.place(this.places)
    this.#layer = new Layer(this.sigma.getCanvases()['labels']!.getContext('2d')!)
    this.#eye = new Eye(this.sigma, this)
    this.#eye.keep()
    this.#keep()
  }

  /** Does in steps what the first picture needs of labels. */
  readonly readying = (): Generator<void> => this.#layer.readying()

  /** Draws for the first time. */
  begin(): void {
    this.sigma.on('afterRender', () => this.#drawAround())
    this.#repaint()
  }

  get #view(): View {
    return this.app.workspace.getState().view
  }

  get #seen(): Graph {
    return seen(this.graph, this.#view.filter)
  }

  #keep(): void {
    const { sigma, app } = this
    const lettered = () => (this.#layer.forgetWidths(), sigma.scheduleRender())
    this.#ends = [
      app.workspace.subscribe((now, before) => this.#followView(now, before)),
      app.moment.subscribe((now, before) => this.#followMoment(now, before)),
      keepGestures(this),
      keepAround(() => this.#repaint(), lettered),
    ]
  }

  end(): void {
    this.#motion?.stop()
    this.#ends.forEach((stop) => stop())
    this.sigma.kill()
  }

  /** Whether a graph can be drawn on this stage: the same data set, drawn in the same way. */
  suits(graph: Graph): boolean {
    return graph.about.id === this.graph.about.id && isLarge(graph) === this.large
  }

  /** Draws another graph that suits the stage: a column was added, say, or a row was changed. */
  follow(graph: Graph): void {
    const before = this.graph
    if (graph === before) return
    this.#motion?.stop()
    this.graph = graph
    const sameEnds = graph.edges.source === before.edges.source && graph.edges.target === before.edges.target
    if (!sameEnds || graph.nodes.count !== before.nodes.count) this.#drawing.follow(graph)
    if (graph.nodes.x !== before.nodes.x || graph.nodes.y !== before.nodes.y) this.#place(this.goal())
    this.#repaint()
  }

  readonly at = (row: number): Point =>
    this.sigma.graphToViewport({ x: this.places[2 * row]!, y: this.places[2 * row + 1]! })

  get hit(): ((at: Point) => Hit | undefined) | undefined {
    const { hit } = this.#drawing
    return hit && ((at) => hit(at, this.#sight()))
  }

  /** Moves one node for as long as it is dragged; the pin is set when it is let go. */
  readonly drag = (row: number, { x, y }: Point): void => {
    this.places = this.places.slice()
    this.places[2 * row] = x
    this.places[2 * row + 1] = y
    this.#drawing.placeOne(row, this.places)
    this.sigma.refresh({ schedule: true })
  }

  readonly rowsInside = (line: readonly Point[]): number[] => {
    const around = line.map((point) => this.sigma.viewportToGraph(point))
    return rowsInside(around, this.places, this.#scene.nodes)
  }

  /** Where the nodes are, or are on their way to. */
  readonly goal = (): Float32Array => {
    const places = this.app.moment.getState().positions ?? placesIn(this.graph, 'prepared')!
    return withPins(this.graph, places, this.#view.pins)
  }

  #followView({ graph, view }: Workspace, before: Workspace): void {
    const own = originalOf(graph)
    if (own !== this.graph) {
      if (this.suits(own)) this.follow(own)
      return
    }
    const old = before.view
    if (view.pins !== old.pins) this.#moveTo(this.goal())
    if (paints.some((part) => view[part] !== old[part])) this.#repaint()
    const fits = view.camera === undefined && (view.filter !== old.filter || view.layout.name !== old.layout.name)
    if (view.camera !== old.camera || fits) this.#eye.look(this.#eye.wanted(), true)
  }

  #followMoment(now: Moment, before: Moment): void {
    if (now.hover !== before.hover) this.#repaint()
    if (before.running && !now.running) this.sigma.scheduleRender()
    if (now.positions === before.positions) return
    const wanted = this.goal()
    if (now.running && before.running) this.#show(wanted)
    else this.#moveTo(wanted)
    if (this.#view.camera === undefined) this.#eye.look(this.#eye.wanted(wanted), !now.running)
  }

  #place(places: Float32Array): void {
    this.places = places
    this.#drawing.place(places)
  }

  /** With the next frame, so that the camera, which may follow, is where it goes: one picture and not two. */
  #show(places: Float32Array): void {
    this.#place(places)
    this.sigma.refresh({ schedule: true })
  }

  #moveTo(places: Float32Array): void {
    this.#motion?.stop()
    this.#motion = moving(this.places, places, (now) => this.#show(now))
  }

  #repaint(): void {
    this.#palette = paletteNow()
    this.frame.paper = frameOf(this.#palette, false).paper
    this.#scene = canvasScene(this.graph, this.#view, this.app.moment.getState().hover)
    this.#looks = nodeLooks(this.#seen, this.#scene.telling)
    this.#measure()
    this.#eye.rescale()
    this.#drawing.paint({ graph: this.#seen, scene: this.#scene, looks: this.#looks, palette: this.#palette })
  }

  /** How far nodes stand apart follows from which are shown, where, and how large they are. */
  #measure(): void {
    const from = [this.places, shown(this.graph, this.#view.filter).nodes, this.#looks.radius] as const
    if (from.every((each, at) => each === this.#measured[at])) return
    this.#measured = from
    measure(this.frame, ...from)
  }

  #sight(): Sight {
    const size = this.sigma.getDimensions()
    const camera = this.#eye.now()
    const unit = size.width / camera.width
    const { running } = this.app.moment.getState()
    return { camera, size, frame: this.frame, unit, at: this.at, moving: running }
  }

  #drawAround(): void {
    const sight = this.#sight()
    this.#drawing.render(sight)
    const boxes = floatingBoxes(this.element)
    const labels = this.#layer.draw({
      graph: this.#seen,
      scene: this.#scene,
      looks: this.#looks,
      rows: this.#drawing.labelled(sight),
      crowded: this.large,
      palette: this.#palette,
      language: this.#view.language,
      at: this.at,
      radius: (row) => radiusOn(this.frame, this.#looks.radius[row]!),
      stands: this.#drawing.stands,
      bend: this.#drawing.bend,
      scale: this.frame.scale,
      ...sight.size,
      boxes: withGuides(boxes, this),
    })
    this.#eye.clear(boxes)
    this.element.dataset['drawn'] = `${this.#scene.nodeCount} ${this.#scene.edgeCount} ${labels}`
    if (performance.getEntriesByName('kizuna:first-drawn').length === 0) performance.mark('kizuna:first-drawn')
  }
}
