import type Sigma from 'sigma'
import type { MouseCoords, SigmaEvents } from 'sigma/types'
import { textAt } from '../../model/columns'
import { idsWithNeighbours } from '../../scene/export/exportScope'
import type { GestureTarget, CanvasHit } from './gestureTarget'

interface GestureEvent {
  readonly event: MouseCoords & { readonly original: MouseEvent | TouchEvent }
  readonly preventSigmaDefault: () => void
}

/** Clicks, hover, dragging and the lasso on the canvas. Returns how to stop listening. */
export function attachGestures(stage: GestureTarget): () => void {
  const stops = [listenToClicks(stage), listenToHover(stage), listenToDrag(stage), loadLasso(stage)]
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

/** Listens to several events. Returns how to stop listening to all of them. */
function listen(sigma: Sigma, handlers: Partial<SigmaEvents>): () => void {
  const entries = Object.entries(handlers) as [keyof SigmaEvents, (event: unknown) => void][]
  for (const [name, handler] of entries) sigma.on(name, handler)
  return () => entries.forEach(([name, handler]) => sigma.off(name, handler))
}

const idOf = ({ graph }: GestureTarget, hit: CanvasHit): { readonly node: string } | { readonly edge: string } =>
  'node' in hit ? { node: textAt(graph.nodes.id, hit.node) } : { edge: textAt(graph.edges.id, hit.edge) }

/** An event of sigma, whose ids of nodes and edges are our rows. */
type HitEvent = GestureEvent & { readonly node?: string; readonly edge?: string }

/** The node or edge of an event: from sigma or, in a large graph, by the position. */
function hitOf(stage: GestureTarget, { node, edge, event }: HitEvent): CanvasHit | undefined {
  if (node !== undefined) return { node: Number(node) }
  if (edge !== undefined) return { edge: Number(edge) }
  return stage.hitTest?.(event)
}

function listenToClicks(stage: GestureTarget): () => void {
  const { sigma, app } = stage
  const isAdding = ({ event }: GestureEvent) => 'shiftKey' in event.original && event.original.shiftKey
  const click = (event: HitEvent) => {
    const hit = hitOf(stage, event)
    const { nodes, edges } = app.workspace.getState().view.selection
    if (!hit) return void (!isAdding(event) && nodes.length + edges.length > 0 && app.select({}))
    const target = idOf(stage, hit)
    app.select('node' in target ? { nodes: [target.node] } : { edges: [target.edge] }, { add: isAdding(event) })
  }
  const doubleClick = (event: HitEvent) => {
    event.preventSigmaDefault()
    const hit = hitOf(stage, event)
    if (hit && 'node' in hit) app.zoomToNodes(idsWithNeighbours(stage.graph, [textAt(stage.graph.nodes.id, hit.node)]))
  }
  return listen(sigma, {
    clickNode: click,
    clickEdge: click,
    clickStage: click,
    doubleClickNode: doubleClick,
    doubleClickStage: doubleClick,
  })
}

function listenToHover(stage: GestureTarget): () => void {
  const { sigma, app, element } = stage
  let lastKey = ''
  const setHover = (hit: CanvasHit | undefined, { x, y }: MouseCoords) => {
    const key = JSON.stringify(hit ?? '')
    if (key === lastKey) return
    lastKey = key
    element.style.cursor = hit ? 'pointer' : ''
    if (!hit) return app.hover(undefined)
    element.parentElement?.style.setProperty('--hover-x', `${x}px`)
    element.parentElement?.style.setProperty('--hover-y', `${y}px`)
    app.hover(idOf(stage, hit))
  }
  const enter = (event: HitEvent) => setHover(hitOf(stage, event), event.event)
  const leave = ({ event }: GestureEvent) => setHover(undefined, event)
  const captor = sigma.getMouseCaptor()
  const move = (event: MouseCoords) => isIdle(event.original) && setHover(stage.hitTest?.(event), event)
  if (stage.hitTest) captor.on('mousemove', move)
  const stop = listen(sigma, {
    enterNode: enter,
    enterEdge: enter,
    leaveNode: leave,
    leaveEdge: leave,
    leaveStage: leave,
  })
  return () => {
    captor.off('mousemove', move)
    stop()
  }
}

/** Whether no button is pressed. */
const isIdle = (event: MouseEvent | TouchEvent): boolean => !('buttons' in event) || event.buttons === 0

/** Two fingers move the camera, even if one of them is on a node. */
const isPinch = ({ event: { original } }: GestureEvent): boolean => 'touches' in original && original.touches.length > 1

/** A dragged node is pinned where it is released. */
function listenToDrag(stage: GestureTarget): () => void {
  const { sigma, app } = stage
  let drag: { readonly row: number; moved: boolean } | undefined
  const down = (event: HitEvent) => {
    const hit = hitOf(stage, event)
    if (hit && 'node' in hit && !isPinch(event)) drag = { row: hit.node, moved: false }
  }
  const move = (event: GestureEvent) => {
    if (isPinch(event)) drag = undefined
    if (!drag) return
    drag.moved = true
    stage.dragNode(drag.row, sigma.viewportToGraph(event.event))
    app.hover(undefined)
    event.preventSigmaDefault()
    event.event.original.preventDefault()
  }
  const up = ({ event }: GestureEvent) => {
    const ended = drag
    drag = undefined
    if (!ended?.moved) return
    const { x, y } = sigma.viewportToGraph(event)
    app.pin(textAt(stage.graph.nodes.id, ended.row), x, y)
  }
  const ups = { upNode: up, upEdge: up, upStage: up }
  return listen(sigma, { downNode: down, downStage: down, moveBody: move, ...ups })
}
