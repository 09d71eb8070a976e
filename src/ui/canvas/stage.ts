import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { Palette } from '../../drawing/palette'
import type { App } from '../../app/app'
import type { Moment } from '../../app/store'
import type { Point } from '../../drawing/geometry'
import type { Box } from '../../drawing/labels'
import type { Graph } from '../../model/graph'
import { canvasScene, type CanvasScene } from '../../scene/canvas'
import { placesIn, withPins } from '../../scene/places'
import { seen, shown } from '../../scene/shown'
import type { Camera, View, Workspace } from '../../scene/view'
import { floatingBoxes, paletteNow, sameBoxes } from './around'
import type { Board } from './board'
import { fitting, fromSigma, near, square, toSigma } from './camera'
import { frameOf, gapAmong, scaleFor, type Frame } from './frame'
import { keepGestures } from './gestures'
import { Layer } from './layer'
import { Mirror } from './mirror'
import { programs, settings } from './settings'
import { moving, type Motion } from './motion'

/** Above so many edges curves and arrowheads cost more than they tell. */
const manyEdges = 5000

/** The parts of a view that the paint of nodes and edges follows from. */
const painted = ['filter', 'selection', 'ruledOut', 'lines', 'detail', 'panel', 'language'] as const

/**
 * One graph on one canvas: keeps sigma, the mirror that it draws and the layer above in step with the two stores. Made
 * anew for another graph. The one owner of the sigma instance.
 */
export class Stage implements Board {
  readonly sigma: Sigma
  readonly #mirror: Mirror
  readonly #layer: Layer
  readonly #frame: Frame
  #palette: Palette
  #scene: CanvasScene
  #places: Float32Array
  #motion: Motion | undefined
  /** The camera that the view and the canvas agree on; it says which of the two moved. */
  #camera: Camera
  /** The floating panels that the fitting frame keeps clear of. */
  #clearOf: readonly Box[] = []
  #ends: (() => void)[] = []

  constructor(
    readonly element: HTMLElement,
    readonly app: App,
    readonly graph: Graph,
  ) {
    this.#palette = paletteNow()
    this.#frame = frameOf(this.#palette, matchMedia('(pointer: coarse)').matches)
    const large = graph.edges.count > manyEdges
    this.#mirror = new Mirror(graph, large)
    this.#places = this.#wanted()
    this.#mirror.place(this.#places)
    this.#scene = canvasScene(graph, this.#view, undefined)
    this.#measure()
    this.#mirror.paint(this.#seen, this.#scene, this.#palette)
    // Without the graph at first: sigma draws as soon as it stands, and would do so with a camera that is not yet ours.
    this.sigma = new Sigma(new MultiDirectedGraph(), element, {
      ...settings,
      ...programs(this.#frame, large),
    })
    this.sigma.setCustomBBox(square)
    this.#layer = new Layer(this.sigma.getCanvases()['labels']!.getContext('2d')!)
    this.#camera = this.#wantedCamera()
    this.#keep()
    this.#look(this.#camera)
    this.sigma.setGraph(this.#mirror.drawn)
  }

  get #view(): View {
    return this.app.workspace.getState().view
  }

  get #seen(): Graph {
    return seen(this.graph, this.#view.filter)
  }

  #keep(): void {
    const { sigma, app } = this
    const rendered = () => this.#drawLayer()
    const moved = () => this.#followCamera()
    const resized = () => this.#look(this.#wantedCamera())
    sigma.on('afterRender', rendered)
    sigma.getCamera().on('updated', moved)
    sigma.on('resize', resized)
    const themes = new MutationObserver(() => this.#repaint())
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    void document.fonts.ready.then(() => {
      this.#layer.forgetWidths()
      sigma.scheduleRender()
    })
    this.#ends = [
      app.workspace.subscribe((now, before) => this.#followView(now, before)),
      app.moment.subscribe((now, before) => this.#followMoment(now, before)),
      keepGestures(this),
      () => themes.disconnect(),
    ]
  }

  end(): void {
    this.#motion?.stop()
    this.#ends.forEach((stop) => stop())
    this.sigma.kill()
  }

  readonly at = (row: number): Point =>
    this.sigma.graphToViewport({ x: this.#places[2 * row]!, y: this.#places[2 * row + 1]! })

  /** Moves one node for as long as it is dragged; the pin is set when it is let go. */
  readonly drag = (row: number, { x, y }: Point): void => {
    this.#places = this.#places.slice()
    this.#places[2 * row] = x
    this.#places[2 * row + 1] = y
    this.#mirror.placeOne(row, x, y)
    this.sigma.refresh({ schedule: true })
  }

  /** Rows of the nodes that are shown. */
  readonly rowsShown = (): number[] =>
    [...this.#scene.nodes.keys()].filter((row) => this.#scene.nodes[row] !== 'hidden')

  #wanted(): Float32Array {
    const places = this.app.moment.getState().positions ?? placesIn(this.graph, 'prepared')!
    return withPins(this.graph, places, this.#view.pins)
  }

  #wantedCamera(): Camera {
    if (this.#view.camera) return this.#view.camera
    const { nodes } = shown(this.graph, this.#view.filter)
    const rows = [...nodes.keys()].filter((row) => nodes[row] === 1)
    this.#clearOf = floatingBoxes(this.element)
    return fitting(this.#places, rows, this.sigma.getDimensions(), this.#clearOf)
  }

  #followView({ graph, view }: Workspace, before: Workspace): void {
    if (graph !== this.graph) return
    const old = before.view
    if (view.pins !== old.pins) this.#moveTo(this.#wanted())
    if (painted.some((part) => view[part] !== old[part])) this.#repaint()
    const fits = view.camera === undefined && (view.filter !== old.filter || view.layout.name !== old.layout.name)
    if (view.camera !== old.camera || fits) this.#look(this.#wantedCamera(), true)
  }

  #followMoment(now: Moment, before: Moment): void {
    if (now.hover !== before.hover) this.#repaint()
    if (now.positions === before.positions) return
    const wanted = this.#wanted()
    if (now.running && before.running) this.#show(wanted)
    else this.#moveTo(wanted)
    if (this.#view.camera === undefined) this.#look(this.#fit(wanted), !now.running)
  }

  #fit(places: Float32Array): Camera {
    const held = this.#places
    this.#places = places
    const camera = this.#wantedCamera()
    this.#places = held
    return camera
  }

  #show(places: Float32Array): void {
    this.#places = places
    this.#mirror.place(places)
    this.sigma.refresh()
  }

  #moveTo(places: Float32Array): void {
    this.#motion?.stop()
    this.#motion = moving(this.#places, places, (now) => this.#show(now))
  }

  #repaint(): void {
    this.#palette = paletteNow()
    this.#frame.paper = frameOf(this.#palette, false).paper
    this.#scene = canvasScene(this.graph, this.#view, this.app.moment.getState().hover)
    this.#measure()
    this.#frame.scale = scaleFor(this.sigma.getDimensions().width / this.#camera.width, this.#frame.gap)
    this.#mirror.paint(this.#seen, this.#scene, this.#palette)
    this.sigma.refresh()
  }

  #measure(): void {
    this.#frame.gap = gapAmong(this.#places, (row) => this.#scene.nodes[row] !== 'hidden')
  }

  /** Moves sigma's camera to a view's camera. */
  #look(camera: Camera, slowly = false): void {
    this.#camera = camera
    const state = toSigma(camera, this.sigma.getDimensions())
    this.#frame.scale = scaleFor(this.sigma.getDimensions().width / camera.width, this.#frame.gap)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (slowly && !still) void this.sigma.getCamera().animate(state, { duration: 180 })
    else this.sigma.getCamera().setState(state)
  }

  #followCamera(): void {
    const { width, height } = this.sigma.getDimensions()
    const camera = fromSigma(this.sigma.getCamera().getState(), { width, height })
    this.#frame.scale = scaleFor(width / camera.width, this.#frame.gap)
    this.app.moment.setState({ looking: { camera, aspect: width / height } })
    if (this.sigma.getCamera().isAnimated() || near(camera, this.#camera)) return
    this.#camera = camera
    this.app.look((view) => ({ ...view, camera }), 'passing')
  }

  #drawLayer(): void {
    if (this.sigma.getGraph() !== this.#mirror.drawn) return
    const { width, height } = this.sigma.getDimensions()
    const boxes = floatingBoxes(this.element)
    const labels = this.#layer.draw({
      graph: this.#seen,
      scene: this.#scene,
      palette: this.#palette,
      language: this.#view.language,
      at: this.at,
      scale: this.#frame.scale,
      width,
      height,
      boxes,
    })
    if (this.#view.camera === undefined && !sameBoxes(boxes, this.#clearOf)) this.#look(this.#wantedCamera(), true)
    const count = (standings: readonly string[]) => standings.filter((standing) => standing !== 'hidden').length
    this.element.dataset['drawn'] = `${count(this.#scene.nodes)} ${count(this.#scene.edges)} ${labels}`
    if (performance.getEntriesByName('kizuna:first-drawn').length === 0) performance.mark('kizuna:first-drawn')
  }
}
