import type Sigma from 'sigma'
import { nodeStyles, type NodeStyles } from '../../drawing/nodeStyles'
import type { ColourPalette } from '../../drawing/colourPalette'
import type { App } from '../../app/app'
import type { Session } from '../../app/store'
import type { Point } from '../../drawing/geometry'
import type { Graph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { canvasScene, isLargeGraph, type CanvasScene } from '../../scene/canvas/canvasScene'
import { preparedPositions, positionsWithPins } from '../../scene/layouts/layoutRecords'
import { lensedGraph, visibleRows } from '../../scene/view/filterResult'
import type { View, Workspace } from '../../scene/view/view'
import { floatingPanelBoxes, watchThemeAndFonts, currentPalette, withGuideLabelBoxes } from './canvasEnvironment'
import type { GestureTarget, CanvasHit } from './gestureTarget'
import type { GraphRenderer, Viewport } from './graphRenderer'
import { CameraSync } from './cameraSync'
import { createShaderParameters, drawnRadius, type ShaderParameters } from './shaderParameters'
import { attachGestures } from './gestures'
import { AnnotationLayer } from './annotationLayer'
import { paintedParts, type StageParts } from './stageParts'
import { NodeSpacing } from './nodeSpacing'
import { withDragged, type DraggedNodes } from './draggedNodes'
import { animatePositions, type PositionAnimation } from './animatePositions'

/**
 * One graph on one canvas: keeps sigma, the renderer and the annotation layer in sync with the two stores. It follows changes of
 * the graph; one that is drawn in the other way needs a new stage. Owns the sigma instance.
 */
export class Stage implements GestureTarget {
  readonly element: HTMLElement
  readonly app: App
  readonly sigma: Sigma
  readonly #renderer: GraphRenderer
  readonly #annotations: AnnotationLayer
  readonly #camera: CameraSync
  readonly parameters: ShaderParameters
  readonly isLarge: boolean
  graph: Graph
  #palette: ColourPalette
  #scene: CanvasScene
  #nodeStyles: NodeStyles
  /** Positions as drawn, x and y in turn by node row. */
  positions: Float32Array
  readonly #spacing: NodeSpacing
  #animation: PositionAnimation | undefined
  #dragged: DraggedNodes | undefined
  #stops: (() => void)[] = []

  constructor({ element, app, graph, sigma, parameters, renderer }: StageParts) {
    this.element = element
    this.app = app
    this.graph = graph
    this.sigma = sigma
    this.parameters = parameters
    this.isLarge = isLargeGraph(graph)
    this.#palette = currentPalette()
    this.positions = this.targetPositions()
    this.#scene = canvasScene(graph, this.#view, undefined)
    this.#nodeStyles = nodeStyles(this.#lensed, this.#scene.nodeEncoding)
    this.#spacing = new NodeSpacing(parameters)
    this.#updateNodeSpacing()
    this.#renderer = renderer
    this.#renderer.setPositions(this.positions)
    this.#annotations = new AnnotationLayer(this.sigma.getCanvases()['labels']!.getContext('2d')!)
    this.#camera = new CameraSync(this.sigma, this)
    this.#camera.listen()
    this.#listen()
  }

  /** Prepares, in steps, what the first picture needs for labels. */
  readonly prepareSteps = (): Generator<void> => this.#annotations.prepareSteps()

  /** Draws for the first time. */
  drawFirst(): void {
    this.sigma.on('afterRender', () => this.#drawAnnotations())
    this.#repaint()
  }

  get #view(): View {
    return this.app.workspace.getState().view
  }

  get #lensed(): Graph {
    return lensedGraph(this.graph, this.#view.filter)
  }

  #listen(): void {
    const { sigma, app } = this
    const onFontsLoaded = () => (this.#annotations.clearTextWidths(), sigma.scheduleRender())
    this.#stops = [
      app.workspace.subscribe((now, before) => this.#followView(now, before)),
      app.session.subscribe((now, before) => this.#followSession(now, before)),
      attachGestures(this),
      watchThemeAndFonts(() => this.#repaint(), onFontsLoaded),
    ]
  }

  unmount(): void {
    this.#animation?.stop()
    this.#stops.forEach((stop) => stop())
    this.sigma.kill()
  }

  /** Whether a graph can be drawn on this stage: the same data set, drawn in the same way. */
  canDraw(graph: Graph): boolean {
    return graph.about.id === this.graph.about.id && isLargeGraph(graph) === this.isLarge
  }

  /** Draws another graph that `canDraw` accepts: a column was added, for instance, or a row was changed. */
  setGraph(graph: Graph): void {
    const before = this.graph
    if (graph === before) return
    this.#animation?.stop()
    this.graph = graph
    const sameEnds = graph.edges.source === before.edges.source && graph.edges.target === before.edges.target
    if (!sameEnds || graph.nodes.count !== before.nodes.count) this.#renderer.setGraph(graph)
    if (graph.nodes.x !== before.nodes.x || graph.nodes.y !== before.nodes.y) this.#setPositions(this.targetPositions())
    this.#repaint()
  }

  readonly viewportPosition = (row: number): Point =>
    this.sigma.graphToViewport({ x: this.positions[2 * row]!, y: this.positions[2 * row + 1]! })

  get hitTest(): ((at: Point) => CanvasHit | undefined) | undefined {
    const { hitTest } = this.#renderer
    return hitTest && ((at) => hitTest(at, this.#viewport()))
  }

  readonly setDragged = (dragged: DraggedNodes | undefined): void => {
    this.#dragged = dragged
    if (!dragged) return
    this.#animation?.stop()
    this.#showPositions(withDragged(this.positions, dragged))
  }

  readonly updateZoomLimits = (): void => this.#camera.updateLimits()

  get nodeEmphasis(): Uint8Array {
    return this.#scene.nodes
  }

  /** The positions of the nodes, or those that they are moving to. */
  readonly targetPositions = (): Float32Array => {
    const positions = this.app.session.getState().positions ?? preparedPositions(this.graph, 'prepared')!
    return withDragged(positionsWithPins(this.graph, positions, this.#view.pins), this.#dragged)
  }

  #followView({ graph, view }: Workspace, before: Workspace): void {
    const ownGraph = graphBeforeLens(graph)
    if (ownGraph !== this.graph) {
      if (this.canDraw(ownGraph)) this.setGraph(ownGraph)
      return
    }
    const old = before.view
    if (view.pins !== old.pins) this.#animateTo(this.targetPositions())
    if (paintedParts.some((part) => view[part] !== old[part])) this.#repaint()
    const fitsAnew = view.camera === undefined && (view.filter !== old.filter || view.layout.name !== old.layout.name)
    if (view.camera !== old.camera || fitsAnew) this.#camera.moveTo(this.#camera.targetCamera(), true)
  }

  #followSession(now: Session, before: Session): void {
    if (now.hovered !== before.hovered || now.texts !== before.texts) this.#repaint()
    if (before.forceRunning && !now.forceRunning) this.sigma.scheduleRender()
    if (now.fitCount !== before.fitCount && this.#view.camera === undefined)
      this.#camera.moveTo(this.#camera.targetCamera(), true)
    if (now.positions === before.positions) return
    const target = this.targetPositions()
    if (now.forceRunning && before.forceRunning) this.#showPositions(target)
    else this.#animateTo(target)
    if (this.#view.camera === undefined) this.#camera.moveTo(this.#camera.targetCamera(target), !now.forceRunning)
  }

  #setPositions(positions: Float32Array): void {
    this.positions = positions
    this.#renderer.setPositions(positions)
  }

  /** Shown with the next frame, together with the camera, which may follow: one picture instead of two. */
  #showPositions(positions: Float32Array): void {
    this.#setPositions(positions)
    this.sigma.refresh({ schedule: true })
  }

  #animateTo(positions: Float32Array): void {
    this.#animation?.stop()
    this.#animation = animatePositions(this.positions, positions, (now) => this.#showPositions(now))
  }

  #repaint(): void {
    this.#palette = currentPalette()
    this.parameters.paper = createShaderParameters(this.#palette, false).paper
    this.#scene = canvasScene(this.graph, this.#view, this.app.session.getState().hovered)
    this.#nodeStyles = nodeStyles(this.#lensed, this.#scene.nodeEncoding)
    this.#updateNodeSpacing()
    this.#camera.updateNodeScale()
    this.#renderer.paint({
      graph: this.#lensed,
      scene: this.#scene,
      nodeStyles: this.#nodeStyles,
      palette: this.#palette,
    })
  }

  #updateNodeSpacing(): void {
    this.#spacing.update(this.positions, visibleRows(this.graph, this.#view.filter).nodes, this.#nodeStyles.radius)
  }

  #viewport(): Viewport {
    const size = this.sigma.getDimensions()
    const camera = this.#camera.currentCamera()
    const pixelsPerUnit = size.width / camera.width
    const { forceRunning } = this.app.session.getState()
    return {
      camera,
      size,
      parameters: this.parameters,
      pixelsPerUnit,
      positionOf: this.viewportPosition,
      isMoving: forceRunning,
    }
  }

  #drawAnnotations(): void {
    const viewport = this.#viewport()
    this.#renderer.renderFrame(viewport)
    const boxes = floatingPanelBoxes(this.element)
    const labels = this.#annotations.draw({
      graph: this.#lensed,
      scene: this.#scene,
      nodeStyles: this.#nodeStyles,
      rows: this.#renderer.rowsToLabel(viewport),
      crowded: this.isLarge,
      palette: this.#palette,
      language: this.app.session.getState().texts.language,
      positionOf: this.viewportPosition,
      radius: (row) => drawnRadius(this.parameters, this.#nodeStyles.radius[row]!),
      nodeEmphasis: this.#renderer.nodeEmphasis,
      edgeCurvature: this.#renderer.edgeCurvature,
      scale: this.parameters.scale,
      ...viewport.size,
      obstacles: withGuideLabelBoxes(boxes, this),
    })
    this.#camera.avoidPanels(boxes)
    this.element.dataset['drawn'] = `${this.#scene.nodeCount} ${this.#scene.edgeCount} ${labels}`
    if (performance.getEntriesByName('kizuna:first-drawn').length === 0) performance.mark('kizuna:first-drawn')
  }
}
