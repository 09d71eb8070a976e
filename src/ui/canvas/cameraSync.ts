import type Sigma from 'sigma'
import type { Camera as SigmaCamera } from 'sigma'
import type { App } from '../../app/app'
import type { ScreenBox } from '../../drawing/screenBox'
import type { Graph } from '../../model/graph'
import { visibleRows } from '../../scene/view/filterResult'
import type { Camera } from '../../scene/view/view'
import { floatingPanelBoxes, areBoxesEqual } from './canvasEnvironment'
import { fitCamera, fromSigmaCamera, areCamerasClose, toSigmaCamera } from './camera'
import { updateNodeScale, type ShaderParameters } from './shaderParameters'

/** What `CameraSync` needs of the stage. */
interface CameraContext {
  readonly element: HTMLElement
  readonly app: App
  readonly graph: Graph
  /** The positions of the nodes, or those that they are moving to. */
  readonly targetPositions: () => Float32Array
  readonly parameters: ShaderParameters
  readonly isLarge: boolean
}

/** Keeps sigma's camera and the view's in sync, whichever of the two moves. */
export class CameraSync {
  /** The last camera that view and canvas agreed on; tells which of the two moved. */
  #camera: Camera
  /** The floating panels that the fitted camera keeps clear of. */
  #avoidedBoxes: readonly ScreenBox[] = []
  /** The animation that this class started; undefined if there is none, or if a person moves the camera. */
  #animation: object | undefined

  constructor(
    readonly sigma: Sigma,
    readonly context: CameraContext,
  ) {
    this.#camera = this.targetCamera()
  }

  /** Starts listening to sigma; sigma ends it when it is killed. */
  listen(): void {
    this.sigma.getCamera().on('updated', () => this.#follow())
    this.sigma.on('resize', () => this.moveTo())
    this.moveTo(this.#camera)
  }

  /** The view's camera or, if it has none, the one that fits everything shown, clear of the floating panels. */
  targetCamera(positions = this.context.targetPositions()): Camera {
    const { app, graph, element } = this.context
    const { camera, filter } = app.workspace.getState().view
    if (camera) return camera
    this.#avoidedBoxes = floatingPanelBoxes(element)
    return fitCamera(positions, visibleRows(graph, filter).nodes, this.sigma.getDimensions(), this.#avoidedBoxes)
  }

  /** Moves sigma's camera. Without animation it does nothing while a person moves the camera. */
  moveTo(camera = this.targetCamera(), isAnimated = false): void {
    const own = this.sigma.getCamera()
    // The view follows the hand that moves the camera, which needs no help.
    if (isAnimated && !this.#animation && areCamerasClose(camera, this.currentCamera())) {
      this.#camera = camera
      return
    }
    if (!isAnimated && own.isAnimated()) {
      if (!this.#animation) return
      this.#stopAnimation(own)
    }
    this.#camera = camera
    this.updateNodeScale()
    const state = toSigmaCamera(camera, this.sigma.getDimensions())
    this.updateLimits(state.ratio)
    const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (isAnimated && !isMotionReduced) this.#animateTo(state)
    else own.setState(state)
  }

  #animateTo(state: ReturnType<typeof toSigmaCamera>): void {
    const animation = (this.#animation = {})
    const onEnd = () => {
      if (this.#animation === animation) this.#animation = undefined
    }
    void this.sigma.getCamera().animate(state, { duration: 180 }).then(onEnd)
  }

  /** Stops our own animation where it is: sigma would continue it, and its end would count as the person's choice. */
  #stopAnimation(camera: SigmaCamera): void {
    cancelAnimationFrame(camera['nextFrame']!)
    camera['nextFrame'] = null
    this.#animation = undefined
  }

  /**
   * Limits zooming by what is drawn, whose coordinates may be large or small: out until it is a quarter of the viewport, and in
   * until only a few nodes can be in it. A camera that is set is never out of bounds.
   */
  updateLimits(ratio = this.sigma.getCamera().getState().ratio): void {
    const { app, graph, targetPositions } = this.context
    const { nodes, nodeCount } = visibleRows(graph, app.workspace.getState().view.filter)
    const frame = this.sigma.getDimensions()
    const fitting = toSigmaCamera(fitCamera(targetPositions(), nodes, frame, []), frame).ratio
    const camera = this.sigma.getCamera()
    camera.maxRatio = Math.max(4 * fitting, ratio)
    camera.minRatio = Math.min(fitting / (200 + nodeCount / 5), ratio)
  }

  /** Fits the camera again if floating panels have moved, unless the view has a camera of its own. */
  avoidPanels(boxes: readonly ScreenBox[]): void {
    const isFitted = this.context.app.workspace.getState().view.camera === undefined
    if (!isFitted || areBoxesEqual(boxes, this.#avoidedBoxes)) return
    const target = this.targetCamera()
    if (!areCamerasClose(target, this.#camera)) this.moveTo(target, true)
  }

  /** Sets the sizes of nodes for a camera, by default the one that is moved to. */
  updateNodeScale(camera = this.#camera): void {
    updateNodeScale(this.context.parameters, this.sigma.getDimensions().width / camera.width, this.context.isLarge)
  }

  /** The camera as it is now, also during an animation. */
  currentCamera(): Camera {
    return fromSigmaCamera(this.sigma.getCamera().getState(), this.sigma.getDimensions())
  }

  #follow(): void {
    const { width, height } = this.sigma.getDimensions()
    const { app } = this.context
    const camera = this.currentCamera()
    this.updateNodeScale(camera)
    app.session.setState({ viewport: { camera, aspect: width / height } })
    // sigma reports the first step of an animation before `isAnimated` is true.
    if (this.#animation || this.sigma.getCamera().isAnimated() || areCamerasClose(camera, this.#camera)) return
    this.#camera = camera
    app.updateView((view) => ({ ...view, camera }), 'passing')
  }
}
