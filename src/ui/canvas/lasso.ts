import type { Point } from '../../drawing/geometry'
import { positionBounds } from '../../drawing/pointGrid'
import { nodeIdsOfRows } from '../../scene/view/selection'
import { emphasis } from '../../scene/canvas/emphasis'
import type { GestureTarget } from './gestureTarget'
import { lassoArmEvent, lassoDoneEvent } from './lassoEvents'

/** Selects the nodes inside a free line that is drawn with Shift held or after the lasso's button was pressed. */
export function attachLasso(stage: GestureTarget): () => void {
  const { element } = stage
  let isArmed = false
  let path: Point[] | undefined
  const line = createLassoLine(element)
  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const onArm = (event: Event) => {
    isArmed = (event as CustomEvent<boolean>).detail !== false
    element.style.cursor = isArmed ? 'crosshair' : ''
  }
  const onDown = (event: PointerEvent) => {
    if ((!isArmed && !event.shiftKey) || event.button !== 0) return
    path = [pointOf(event)]
  }
  const onMove = (event: PointerEvent) => {
    if (!path) return
    path.push(pointOf(event))
    if (path.length < 3) return
    line.draw(path)
    event.stopPropagation()
  }
  const onUp = (event: PointerEvent) => {
    const drawn = path
    path = undefined
    line.clear()
    if (!drawn || drawn.length < 6) return
    event.stopPropagation()
    suppressClick(element)
    const polygon = drawn.map((point) => stage.sigma.viewportToGraph(point))
    const nodes = nodeIdsOfRows(stage.graph, nodeRowsInPolygon(polygon, stage.positions, stage.nodeEmphasis))
    stage.app.select({ nodes }, { add: event.shiftKey && nodes.length > 0 })
    isArmed = false
    element.style.cursor = ''
    dispatchEvent(new CustomEvent(lassoDoneEvent))
  }
  // While a line is drawn, sigma must not move the camera or drag a node.
  const onOther = (event: Event) => {
    if (path) event.stopPropagation()
  }
  const controller = new AbortController()
  const { signal } = controller
  const options = { capture: true, signal }
  addEventListener(lassoArmEvent, onArm, { signal })
  element.addEventListener('pointerdown', onDown, options)
  element.addEventListener('pointermove', onMove, options)
  element.addEventListener('pointerup', onUp, options)
  for (const name of ['mousedown', 'mousemove', 'touchstart', 'touchmove'])
    element.addEventListener(name, onOther, options)
  return () => {
    controller.abort()
    line.remove()
  }
}

/** The line ends with a click beside all nodes, which would clear the selection that was just made. */
function suppressClick(element: HTMLElement): void {
  const suppress = (event: Event) => event.stopPropagation()
  element.addEventListener('click', suppress, { capture: true })
  // The click belongs to the same release, so it comes before any timer.
  setTimeout(() => element.removeEventListener('click', suppress, { capture: true }))
}

/** The rows of shown nodes inside a polygon, which is in units of the layout like the positions. */
export function nodeRowsInPolygon(
  polygon: readonly Point[],
  positions: Float32Array,
  nodeEmphasis: Uint8Array,
): number[] {
  const { left, right, low, high } = positionBounds(Float32Array.from(polygon.flatMap(({ x, y }) => [x, y])))
  const rows: number[] = []
  for (let row = 0; row < nodeEmphasis.length; row++) {
    const [x, y] = [positions[2 * row]!, positions[2 * row + 1]!]
    const isInBounds = x >= left && x <= right && y >= low && y <= high
    if (nodeEmphasis[row] !== emphasis.hidden && isInBounds && polygonContains(polygon, x, y)) rows.push(row)
  }
  return rows
}

/** Whether a point lies inside a polygon (even-odd rule). */
function polygonContains(polygon: readonly Point[], x: number, y: number): boolean {
  let isInside = false
  let other = polygon.at(-1)!
  for (const one of polygon) {
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x)
      isInside = !isInside
    other = one
  }
  return isInside
}

/** A canvas over the element that shows the line while it is drawn. */
function createLassoLine(element: HTMLElement) {
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
