import type Sigma from 'sigma'
import type { MouseCoords, SigmaEvents } from 'sigma/types'
import { textAt } from '../../model/columns'
import { idsWithNeighbours } from '../../scene/export/exportScope'
import { attachLasso } from './lasso'
import type { GestureTarget, CanvasHit } from './gestureTarget'

interface Event {
  readonly event: MouseCoords & { readonly original: MouseEvent | TouchEvent }
  readonly preventSigmaDefault: () => void
}

/** What pointer and fingers do on the canvas; returns how to stop listening. */
export function attachGestures(stage: GestureTarget): () => void {
  const ends = [keepClicks(stage), keepHover(stage), keepDrag(stage), attachLasso(stage)]
  return () => ends.forEach((end) => end())
}

/** Listens to several events; returns how to stop listening to all of them. */
function listening(sigma: Sigma, handlers: Partial<SigmaEvents>): () => void {
  const entries = Object.entries(handlers) as [keyof SigmaEvents, (event: unknown) => void][]
  for (const [name, handler] of entries) sigma.on(name, handler)
  return () => entries.forEach(([name, handler]) => sigma.off(name, handler))
}

const idOf = ({ graph }: GestureTarget, hit: CanvasHit): { readonly node: string } | { readonly edge: string } =>
  'node' in hit ? { node: textAt(graph.nodes.id, hit.node) } : { edge: textAt(graph.edges.id, hit.edge) }

type Hitting = Event & { readonly node?: string; readonly edge?: string }

/** What an event is about: what sigma says, or, in a large graph, what is at the point. */
function hitOf(stage: GestureTarget, { node, edge, event }: Hitting): CanvasHit | undefined {
  if (node !== undefined) return { node: Number(node) }
  if (edge !== undefined) return { edge: Number(edge) }
  return stage.hitTest?.(event)
}

function keepClicks(stage: GestureTarget): () => void {
  const { sigma, app } = stage
  const adds = ({ event }: Event) => 'shiftKey' in event.original && event.original.shiftKey
  const click = (event: Hitting) => {
    const hit = hitOf(stage, event)
    const { nodes, edges } = app.workspace.getState().view.selection
    if (!hit) return void (!adds(event) && nodes.length + edges.length > 0 && app.select({}))
    const what = idOf(stage, hit)
    app.select('node' in what ? { nodes: [what.node] } : { edges: [what.edge] }, { add: adds(event) })
  }
  const doubleClick = (event: Hitting) => {
    event.preventSigmaDefault()
    const hit = hitOf(stage, event)
    if (hit && 'node' in hit) app.zoomToNodes(idsWithNeighbours(stage.graph, [textAt(stage.graph.nodes.id, hit.node)]))
  }
  return listening(sigma, {
    clickNode: click,
    clickEdge: click,
    clickStage: click,
    doubleClickNode: doubleClick,
    doubleClickStage: doubleClick,
  })
}

function keepHover(stage: GestureTarget): () => void {
  const { sigma, app, element } = stage
  let under = ''
  const put = (hit: CanvasHit | undefined, { x, y }: MouseCoords) => {
    const key = JSON.stringify(hit ?? '')
    if (key === under) return
    under = key
    element.style.cursor = hit ? 'pointer' : ''
    if (!hit) return app.hover(undefined)
    element.parentElement?.style.setProperty('--hover-x', `${x}px`)
    element.parentElement?.style.setProperty('--hover-y', `${y}px`)
    app.hover(idOf(stage, hit))
  }
  const enter = (event: Hitting) => put(hitOf(stage, event), event.event)
  const leave = ({ event }: Event) => put(undefined, event)
  const captor = sigma.getMouseCaptor()
  const move = (event: MouseCoords) => isIdle(event.original) && put(stage.hitTest?.(event), event)
  if (stage.hitTest) captor.on('mousemove', move)
  const stop = listening(sigma, {
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

const isIdle = (event: MouseEvent | TouchEvent): boolean => !('buttons' in event) || event.buttons === 0

/** Two fingers move the camera, also where one of them lies on a node. */
const isPinch = ({ event: { original } }: Event): boolean => 'touches' in original && original.touches.length > 1

/** A node that is dragged stays where it is let go. */
function keepDrag(stage: GestureTarget): () => void {
  const { sigma, app } = stage
  let dragged: { readonly row: number; moved: boolean } | undefined
  const down = (event: Hitting) => {
    const hit = hitOf(stage, event)
    if (hit && 'node' in hit && !isPinch(event)) dragged = { row: hit.node, moved: false }
  }
  const move = (event: Event) => {
    if (isPinch(event)) dragged = undefined
    if (!dragged) return
    dragged.moved = true
    stage.dragNode(dragged.row, sigma.viewportToGraph(event.event))
    app.hover(undefined)
    event.preventSigmaDefault()
    event.event.original.preventDefault()
  }
  const up = ({ event }: Event) => {
    const held = dragged
    dragged = undefined
    if (!held?.moved) return
    const { x, y } = sigma.viewportToGraph(event)
    app.pin(textAt(stage.graph.nodes.id, held.row), x, y)
  }
  const stops = { upNode: up, upEdge: up, upStage: up }
  return listening(sigma, { downNode: down, downStage: down, moveBody: move, ...stops })
}
