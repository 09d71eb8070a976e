import type { Point } from '../../drawing/geometry'
import { positionBounds } from '../../drawing/spatialGrid'
import { nodeIdsOfRows } from '../../scene/view/selection'
import { emphasis } from '../../scene/canvas/emphasis'
import type { GestureTarget } from './gestureTarget'

/** The tool's button says this on the window; the next stroke then draws a lasso. */
export const lassoArmEvent = 'kizuna:lasso'
/** Said when the stroke is over. */
export const lassoDoneEvent = 'kizuna:lasso-done'

/** A free line drawn with Shift held, or after the lasso tool was chosen, selects the nodes inside of it. */
export function attachLasso(stage: GestureTarget): () => void {
  const { element } = stage
  let armed = false
  let path: Point[] | undefined
  const line = makeLine(element)
  const place = (event: PointerEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const arm = (event: Event) => {
    armed = (event as CustomEvent<boolean>).detail !== false
    element.style.cursor = armed ? 'crosshair' : ''
  }
  const down = (event: PointerEvent) => {
    if ((!armed && !event.shiftKey) || event.button !== 0) return
    path = [place(event)]
  }
  const move = (event: PointerEvent) => {
    if (!path) return
    path.push(place(event))
    if (path.length < 3) return
    line.draw(path)
    event.stopPropagation()
  }
  const up = (event: PointerEvent) => {
    const drawn = path
    path = undefined
    line.clear()
    if (!drawn || drawn.length < 6) return
    event.stopPropagation()
    swallowClick(element)
    const nodes = nodeIdsOfRows(stage.graph, stage.nodeRowsInside(drawn))
    stage.app.select({ nodes }, { add: event.shiftKey && nodes.length > 0 })
    armed = false
    element.style.cursor = ''
    dispatchEvent(new CustomEvent(lassoDoneEvent))
  }
  const still = (event: Event) => {
    if (path) event.stopPropagation()
  }
  const capture = { capture: true }
  addEventListener(lassoArmEvent, arm)
  element.addEventListener('pointerdown', down, capture)
  element.addEventListener('pointermove', move, capture)
  element.addEventListener('pointerup', up, capture)
  for (const name of ['mousedown', 'mousemove', 'touchstart', 'touchmove'])
    element.addEventListener(name, still, capture)
  return () => {
    removeEventListener(lassoArmEvent, arm)
    element.removeEventListener('pointerdown', down, capture)
    element.removeEventListener('pointermove', move, capture)
    element.removeEventListener('pointerup', up, capture)
    for (const name of ['mousedown', 'mousemove', 'touchstart', 'touchmove'])
      element.removeEventListener(name, still, capture)
    line.remove()
  }
}

/** The stroke ends with a click beside all nodes, which would let go of what it has just selected. */
function swallowClick(element: HTMLElement): void {
  const swallow = (event: Event) => event.stopPropagation()
  element.addEventListener('click', swallow, { capture: true })
  // The click comes with the same release, before anything else.
  setTimeout(() => element.removeEventListener('click', swallow, { capture: true }))
}

/** The nodes that are shown inside of a closed line, in the line's units. */
export function nodeRowsInPolygon(line: readonly Point[], places: Float32Array, nodes: Uint8Array): number[] {
  const { left, right, low, high } = positionBounds(Float32Array.from(line.flatMap(({ x, y }) => [x, y])))
  const rows: number[] = []
  for (let row = 0; row < nodes.length; row++) {
    const [x, y] = [places[2 * row]!, places[2 * row + 1]!]
    const near = nodes[row] !== emphasis.hidden && x >= left && x <= right && y >= low && y <= high
    if (near && polygonContains(line, x, y)) rows.push(row)
  }
  return rows
}

/** Whether a point lies inside a closed line (even-odd rule). */
function polygonContains(line: readonly Point[], x: number, y: number): boolean {
  let inside = false
  let other = line.at(-1)!
  for (const one of line) {
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) inside = !inside
    other = one
  }
  return inside
}

function makeLine(element: HTMLElement) {
  const canvas = document.createElement('canvas')
  canvas.style.cssText = 'position:absolute;inset:0;pointer-events:none;width:100%;height:100%'
  element.append(canvas)
  const context = canvas.getContext('2d')!
  const clear = () => context.clearRect(0, 0, canvas.width, canvas.height)
  return {
    clear,
    remove: () => canvas.remove(),
    draw: (path: readonly Point[]) => {
      if (canvas.width !== element.clientWidth || canvas.height !== element.clientHeight) {
        canvas.width = element.clientWidth
        canvas.height = element.clientHeight
      }
      clear()
      context.beginPath()
      path.forEach(({ x, y }) => context.lineTo(x, y))
      context.closePath()
      const accent = getComputedStyle(element).getPropertyValue('--accent')
      context.strokeStyle = context.fillStyle = accent
      context.lineWidth = 1.5
      context.setLineDash([4, 3])
      context.stroke()
      context.globalAlpha = 0.08
      context.fill()
      context.globalAlpha = 1
    },
  }
}
