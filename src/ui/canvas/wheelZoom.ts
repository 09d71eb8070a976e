import type { Point } from '../../drawing/geometry'
import type { GestureTarget } from './gestureTarget'

/** CSS pixels of a line, and of a page, in which some browsers and mice measure a wheel (WheelEvent.deltaMode). */
const pixelsPerUnit = [1, 20, 400]

/** Natural logarithm of the zoom for a pixel of a wheel, and of a pinch on a trackpad, whose deltas are much smaller. */
const zoomPerPixel = { wheel: 0.003, pinch: 0.012 }

/** The largest step of one event: what is faster than this is a fault of the device. */
const maxStep = 1

/** The time in milliseconds in which the camera goes 63% of the way that is left. */
const settlingTime = 45

/** How much a wheel event enlarges the view's width, as a natural logarithm: positive zooms out. */
export function wheelStep({
  deltaX,
  deltaY,
  deltaMode,
  ctrlKey,
  shiftKey,
}: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'shiftKey'>): number {
  // With Shift held some systems turn the wheel sideways.
  const delta = deltaY === 0 && shiftKey ? deltaX : deltaY
  const pixels = delta * (pixelsPerUnit[deltaMode] ?? 1)
  // Browsers report a pinch on a trackpad as a wheel with Ctrl held.
  const step = pixels * (ctrlKey ? zoomPerPixel.pinch : zoomPerPixel.wheel)
  return Math.max(-maxStep, Math.min(maxStep, step))
}

/** A zoom on its way: the ratio of sigma's camera to come, the point that stays, and what was set last. */
interface Zoom {
  goal: number
  at: Point
  ratio: number
  time: number
}

/** Wheel and trackpad zoom by the size of their delta, around the pointer. Returns how to stop listening. */
export function listenToWheel(stage: GestureTarget): () => void {
  const { element, sigma } = stage
  const camera = sigma.getCamera()
  let zoom: Zoom | undefined
  let frame = 0
  const set = (ratio: number, at: Point) => camera.setState(sigma.getViewportZoomedState(at, ratio))
  const step = (now: number) => {
    frame = 0
    // Somebody else moves the camera.
    if (!zoom || camera.isAnimated() || Math.abs(Math.log(camera.ratio / zoom.ratio)) > 1e-6)
      return void (zoom = undefined)
    const left = Math.log(zoom.goal / camera.ratio)
    const share = 1 - Math.exp(-Math.max(4, Math.min(50, now - zoom.time)) / settlingTime)
    const isThere = Math.abs(left) < 0.002
    set(isThere ? zoom.goal : camera.ratio * Math.exp(left * share), zoom.at)
    Object.assign(zoom, { ratio: camera.ratio, time: now })
    if (isThere) zoom = undefined
    else frame = requestAnimationFrame(step)
  }
  const onWheel = (event: WheelEvent) => {
    // Otherwise sigma zooms by steps of its own, or the page.
    event.preventDefault()
    event.stopPropagation()
    const { left, top } = element.getBoundingClientRect()
    const at = { x: event.clientX - left, y: event.clientY - top }
    const factor = Math.exp(wheelStep(event))
    if (factor === 1) return
    stage.updateZoomLimits()
    const goal = camera.getBoundedRatio((zoom?.goal ?? camera.ratio) * factor)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      set(goal, at)
      return
    }
    zoom = { goal, at, ratio: camera.ratio, time: zoom?.time ?? performance.now() }
    if (frame === 0) frame = requestAnimationFrame(step)
  }
  element.addEventListener('wheel', onWheel, { capture: true, passive: false })
  return () => {
    cancelAnimationFrame(frame)
    element.removeEventListener('wheel', onWheel, { capture: true })
  }
}
