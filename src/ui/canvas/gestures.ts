import type { MouseCoords } from 'sigma/types'
import { textAt } from '../../model/columns'
import { idsWithNeighbours } from '../../scene/export/exportScope'
import { listenToDrag } from './dragging'
import { hitOfEvent, listenToSigma, type GestureEvent, type HitEvent } from './gestureEvents'
import type { GestureTarget, CanvasHit } from './gestureTarget'
import { PressTracker } from './pressTracker'
import { listenToWheel } from './wheelZoom'

/** Clicks, hover, dragging, zooming and the lasso on the canvas. Returns how to stop listening. */
export function attachGestures(stage: GestureTarget): () => void {
  const press = new PressTracker(stage.element)
  const stops = [
    () => press.stop(),
    listenToClicks(stage, press),
    listenToHover(stage, press),
    listenToDrag(stage, press),
    listenToWheel(stage),
    loadLasso(stage),
  ]
  return () => stops.forEach((stop) => stop())
}

/** The lasso is loaded after the first picture. */
function loadLasso(stage: GestureTarget): () => void {
  let isStopped = false
  let stop: (() => void) | undefined
  setTimeout(async () => {
    const { attachLasso } = await import('./lasso')
    if (!isStopped) stop = attachLasso(stage)
  })
  return () => {
    isStopped = true
    stop?.()
  }
}

const idOf = ({ graph }: GestureTarget, hit: CanvasHit): { readonly node: string } | { readonly edge: string } =>
  'node' in hit ? { node: textAt(graph.nodes.id, hit.node) } : { edge: textAt(graph.edges.id, hit.edge) }

/** A press that became a drag is no click. */
function listenToClicks(stage: GestureTarget, press: PressTracker): () => void {
  const { sigma, app } = stage
  const isAdding = ({ event }: GestureEvent) => 'shiftKey' in event.original && event.original.shiftKey
  const click = (event: HitEvent) => {
    if (press.isBeyond) return
    const hit = hitOfEvent(stage, event)
    const { nodes, edges } = app.workspace.getState().view.selection
    if (!hit) return void (!isAdding(event) && nodes.length + edges.length > 0 && app.select({}))
    const target = idOf(stage, hit)
    app.select('node' in target ? { nodes: [target.node] } : { edges: [target.edge] }, { add: isAdding(event) })
  }
  const doubleClick = (event: HitEvent) => {
    event.preventSigmaDefault()
    if (press.isBeyond) return
    const hit = hitOfEvent(stage, event)
    if (hit && 'node' in hit) app.zoomToNodes(idsWithNeighbours(stage.graph, [textAt(stage.graph.nodes.id, hit.node)]))
  }
  return listenToSigma(sigma, {
    clickNode: click,
    clickEdge: click,
    clickStage: click,
    doubleClickNode: doubleClick,
    doubleClickStage: doubleClick,
  })
}

/** How often, in milliseconds, is asked what is under a resting pointer while the picture moves. */
const askingInterval = 60

function listenToHover(stage: GestureTarget, press: PressTracker): () => void {
  const { sigma, app, element } = stage
  const captor = sigma.getMouseCaptor()
  let lastKey = ''
  /** Where the pointer is; undefined while it is elsewhere. */
  let pointer: MouseCoords | undefined
  const setHover = (found: CanvasHit | undefined, { x, y }: MouseCoords) => {
    const hit = press.isDragging ? undefined : found
    const key = JSON.stringify(hit ?? '')
    if (key === lastKey) return
    lastKey = key
    if (!press.isDragging) element.style.cursor = hit ? 'pointer' : ''
    if (!hit) return app.hover(undefined)
    element.parentElement?.style.setProperty('--hover-x', `${x}px`)
    element.parentElement?.style.setProperty('--hover-y', `${y}px`)
    app.hover(idOf(stage, hit))
  }
  const enter = (event: HitEvent) => setHover(hitOfEvent(stage, event), event.event)
  const leave = ({ event }: GestureEvent) => setHover(undefined, event)
  const leaveStage = (event: GestureEvent) => {
    pointer = undefined
    leave(event)
  }
  const move = (event: MouseCoords) => {
    pointer = event
    if (stage.hitTest && isIdle(event.original)) setHover(stage.hitTest(event), event)
  }
  captor.on('mousemove', move)
  const stopAsking = whenPictureMoves(stage, () => pointer && captor.emit('mousemove', pointer))
  const stop = listenToSigma(sigma, {
    enterNode: enter,
    enterEdge: enter,
    leaveNode: leave,
    leaveEdge: leave,
    leaveStage,
  })
  return () => {
    captor.off('mousemove', move)
    stopAsking()
    stop()
  }
}

/** Calls back, now and then, while the camera or the nodes move, and once after they did. Returns how to stop. */
function whenPictureMoves(stage: GestureTarget, ask: () => void): () => void {
  const { sigma, app } = stage
  let timer: ReturnType<typeof setTimeout> | undefined
  let before: readonly unknown[] = []
  const onRender = () => {
    const { x, y, ratio } = sigma.getCamera().getState()
    const now = [x, y, ratio, stage.positions]
    const isSame = now.every((each, at) => each === before[at])
    before = now
    // The nodes of a large graph are not looked up anew for every frame of a layout.
    if (isSame || timer !== undefined || (stage.hitTest && app.session.getState().forceRunning)) return
    timer = setTimeout(() => {
      timer = undefined
      ask()
    }, askingInterval)
  }
  sigma.on('afterRender', onRender)
  return () => {
    clearTimeout(timer)
    sigma.off('afterRender', onRender)
  }
}

/** Whether no button is pressed. */
const isIdle = (event: MouseEvent | TouchEvent): boolean => !('buttons' in event) || event.buttons === 0
