import type Sigma from 'sigma'
import type { Camera as SigmaCamera } from 'sigma'
import type { App } from '../../app/app'
import type { ScreenBox } from '../../drawing/placeLabels'
import type { Graph } from '../../model/graph'
import { visibleRows } from '../../scene/view/filterResult'
import type { Camera } from '../../scene/view/view'
import { floatingPanelBoxes, areBoxesEqual } from './canvasEnvironment'
import { fitCamera, fromSigmaCamera, areCamerasClose, toSigmaCamera } from './camera'
import { updateNodeScale, type ShaderParameters } from './shaderParameters'

/** What it needs of its stage. */
interface CameraContext {
  readonly element: HTMLElement
  readonly app: App
  readonly graph: Graph
  /** Where the nodes are, or are on their way to. */
  readonly targetPositions: () => Float32Array
  readonly parameters: ShaderParameters
  readonly isLarge: boolean
}

/** Keeps sigma's camera and the view's in step, whichever of the two moves. */
export class CameraSync {
  /** The camera that the view and the canvas agree on; it says which of the two moved. */
  #camera: Camera
  /** The floating panels that the fitting frame keeps clear of. */
  #clearOf: readonly ScreenBox[] = []
  /** The movement of the camera that we began; undefined while there is none, or a person moves it. */
  #glide: object | undefined

  constructor(
    readonly sigma: Sigma,
    readonly context: CameraContext,
  ) {
    this.#camera = this.targetCamera()
  }

  /** Listens to sigma until it is killed. */
  listen(): void {
    this.sigma.getCamera().on('updated', () => this.#follow())
    this.sigma.on('resize', () => this.moveTo())
    this.moveTo(this.#camera)
  }

  /** Where the view wants to look: at a place of its own, or at all that is shown, clear of the floating panels. */
  targetCamera(places = this.context.targetPositions()): Camera {
    const { app, graph, element } = this.context
    const { camera, filter } = app.workspace.getState().view
    if (camera) return camera
    this.#clearOf = floatingPanelBoxes(element)
    return fitCamera(places, visibleRows(graph, filter).nodes, this.sigma.getDimensions(), this.#clearOf)
  }

  /** Moves sigma's camera; not while a person moves it, unless that is asked for. */
  moveTo(camera = this.targetCamera(), slowly = false): void {
    const own = this.sigma.getCamera()
    if (!slowly && own.isAnimated()) {
      if (!this.#glide) return
      this.#halt(own)
    }
    this.#camera = camera
    this.updateNodeScale()
    const state = toSigmaCamera(camera, this.sigma.getDimensions())
    this.#allow(state.ratio)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (slowly && !still) this.#glideTo(state)
    else own.setState(state)
  }

  #glideTo(state: ReturnType<typeof toSigmaCamera>): void {
    const glide = (this.#glide = {})
    const over = () => {
      if (this.#glide === glide) this.#glide = undefined
    }
    void this.sigma.getCamera().animate(state, { duration: 180 }).then(over)
  }

  /** Ends a movement of our own where it is: sigma would go on with it, and its end would count as where a person looks. */
  #halt(camera: SigmaCamera): void {
    cancelAnimationFrame(camera['nextFrame']!)
    camera['nextFrame'] = null
    this.#glide = undefined
  }

  /** Coordinates of a file may be far larger, or smaller, than those of a layout: what is asked for is never out of bounds. */
  #allow(ratio: number): void {
    const camera = this.sigma.getCamera()
    camera.maxRatio = Math.max(camera.maxRatio ?? ratio, ratio * 1.5)
    camera.minRatio = Math.min(camera.minRatio ?? ratio, ratio / 10)
  }

  /** Looks anew where the frame fits what is shown, and the panels are not where they were. */
  avoidPanels(boxes: readonly ScreenBox[]): void {
    const fits = this.context.app.workspace.getState().view.camera === undefined
    if (!fits || areBoxesEqual(boxes, this.#clearOf)) return
    const wanted = this.targetCamera()
    if (!areCamerasClose(wanted, this.#camera)) this.moveTo(wanted, true)
  }

  /** Sets the sizes of nodes for where the camera is going. */
  updateNodeScale(camera = this.#camera): void {
    updateNodeScale(this.context.parameters, this.sigma.getDimensions().width / camera.width, this.context.isLarge)
  }

  /** Where sigma's camera is now. */
  currentCamera(): Camera {
    return fromSigmaCamera(this.sigma.getCamera().getState(), this.sigma.getDimensions())
  }

  #follow(): void {
    const { width, height } = this.sigma.getDimensions()
    const { app } = this.context
    const camera = this.currentCamera()
    this.updateNodeScale(camera)
    app.session.setState({ viewport: { camera, aspect: width / height } })
    // Sigma tells of the first step of a movement before it calls the camera animated.
    if (this.#glide || this.sigma.getCamera().isAnimated() || areCamerasClose(camera, this.#camera)) return
    this.#camera = camera
    app.updateView((view) => ({ ...view, camera }), 'passing')
  }
}
