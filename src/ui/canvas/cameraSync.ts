import type Sigma from 'sigma'
import type { Camera as SigmaCamera } from 'sigma'
import type { App } from '../../app/app'
import type { Box } from '../../drawing/placeLabels'
import type { Graph } from '../../model/graph'
import { shown } from '../../scene/view/filterResult'
import type { Camera } from '../../scene/view/view'
import { floatingBoxes, sameBoxes } from './canvasEnvironment'
import { fitting, fromSigma, near, toSigma } from './camera'
import { scaleFrame, type Frame } from './shaderParameters'

/** What the eye needs of its stage. */
export interface Seat {
  readonly element: HTMLElement
  readonly app: App
  readonly graph: Graph
  /** Where the nodes are, or are on their way to. */
  readonly goal: () => Float32Array
  readonly frame: Frame
  readonly large: boolean
}

/** Keeps sigma's camera and the view's in step, whichever of the two moves. */
export class Eye {
  /** The camera that the view and the canvas agree on; it says which of the two moved. */
  #camera: Camera
  /** The floating panels that the fitting frame keeps clear of. */
  #clearOf: readonly Box[] = []
  /** The movement of the camera that we began; undefined while there is none, or a person moves it. */
  #glide: object | undefined

  constructor(
    readonly sigma: Sigma,
    readonly seat: Seat,
  ) {
    this.#camera = this.wanted()
  }

  /** Listens to sigma until it is killed. */
  keep(): void {
    this.sigma.getCamera().on('updated', () => this.#follow())
    this.sigma.on('resize', () => this.look())
    this.look(this.#camera)
  }

  /** Where the view wants to look: at a place of its own, or at all that is shown, clear of the floating panels. */
  wanted(places = this.seat.goal()): Camera {
    const { app, graph, element } = this.seat
    const { camera, filter } = app.workspace.getState().view
    if (camera) return camera
    this.#clearOf = floatingBoxes(element)
    return fitting(places, shown(graph, filter).nodes, this.sigma.getDimensions(), this.#clearOf)
  }

  /** Moves sigma's camera; not while a person moves it, unless that is asked for. */
  look(camera = this.wanted(), slowly = false): void {
    const own = this.sigma.getCamera()
    if (!slowly && own.isAnimated()) {
      if (!this.#glide) return
      this.#halt(own)
    }
    this.#camera = camera
    this.rescale()
    const state = toSigma(camera, this.sigma.getDimensions())
    this.#allow(state.ratio)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (slowly && !still) this.#glideTo(state)
    else own.setState(state)
  }

  #glideTo(state: ReturnType<typeof toSigma>): void {
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
  clear(boxes: readonly Box[]): void {
    const fits = this.seat.app.workspace.getState().view.camera === undefined
    if (!fits || sameBoxes(boxes, this.#clearOf)) return
    const wanted = this.wanted()
    if (!near(wanted, this.#camera)) this.look(wanted, true)
  }

  /** Sets the sizes of nodes for where the camera is going. */
  rescale(camera = this.#camera): void {
    scaleFrame(this.seat.frame, this.sigma.getDimensions().width / camera.width, this.seat.large)
  }

  /** Where sigma's camera is now. */
  now(): Camera {
    return fromSigma(this.sigma.getCamera().getState(), this.sigma.getDimensions())
  }

  #follow(): void {
    const { width, height } = this.sigma.getDimensions()
    const { app } = this.seat
    const camera = this.now()
    this.rescale(camera)
    app.moment.setState({ looking: { camera, aspect: width / height } })
    // Sigma tells of the first step of a movement before it calls the camera animated.
    if (this.#glide || this.sigma.getCamera().isAnimated() || near(camera, this.#camera)) return
    this.#camera = camera
    app.look((view) => ({ ...view, camera }), 'passing')
  }
}
