import type Sigma from 'sigma'
import type { MouseCoords, SigmaEvents } from 'sigma/types'
import { textAt } from '../../model/columns'
import { neighboursOf } from '../../scene/part'
import { keepLasso } from './lasso'
import type { Board } from './board'

interface Event {
  readonly event: MouseCoords & { readonly original: MouseEvent | TouchEvent }
  readonly preventSigmaDefault: () => void
}

/** What pointer and fingers do on the canvas; returns how to stop listening. */
export function keepGestures(stage: Board): () => void {
  const ends = [keepClicks(stage), keepHover(stage), keepDrag(stage), keepLasso(stage)]
  return () => ends.forEach((end) => end())
}

/** Listens to several events; returns how to stop listening to all of them. */
function listening(sigma: Sigma, handlers: Partial<SigmaEvents>): () => void {
  const entries = Object.entries(handlers) as [keyof SigmaEvents, (event: unknown) => void][]
  for (const [name, handler] of entries) sigma.on(name, handler)
  return () => entries.forEach(([name, handler]) => sigma.off(name, handler))
}

const nodeId = ({ graph }: Board, key: string): string => textAt(graph.nodes.id, Number(key))
const edgeId = ({ graph }: Board, key: string): string => textAt(graph.edges.id, Number(key))

function keepClicks(stage: Board): () => void {
  const { sigma, app } = stage
  const adds = ({ event }: Event) => 'shiftKey' in event.original && event.original.shiftKey
  const clickNode = (event: Event & { readonly node: string }) =>
    app.select({ nodes: [nodeId(stage, event.node)] }, { add: adds(event) })
  const clickEdge = (event: Event & { readonly edge: string }) =>
    app.select({ edges: [edgeId(stage, event.edge)] }, { add: adds(event) })
  const clickStage = (event: Event) => {
    const { nodes, edges } = app.workspace.getState().view.selection
    if (!adds(event) && nodes.length + edges.length > 0) app.select({})
  }
  const frameNode = (event: Event & { readonly node: string }) => {
    event.preventSigmaDefault()
    app.frame(neighboursOf(stage.graph, [nodeId(stage, event.node)]))
  }
  const fit = (event: Event) => event.preventSigmaDefault()
  return listening(sigma, { clickNode, clickEdge, clickStage, doubleClickNode: frameNode, doubleClickStage: fit })
}

function keepHover(stage: Board): () => void {
  const { sigma, app, element } = stage
  const put = ({ x, y }: MouseCoords) => {
    element.parentElement?.style.setProperty('--hover-x', `${x}px`)
    element.parentElement?.style.setProperty('--hover-y', `${y}px`)
  }
  const enterNode = ({ node, event }: Event & { readonly node: string }) => {
    put(event)
    element.style.cursor = 'pointer'
    app.hover({ node: nodeId(stage, node) })
  }
  const enterEdge = ({ edge, event }: Event & { readonly edge: string }) => {
    put(event)
    element.style.cursor = 'pointer'
    app.hover({ edge: edgeId(stage, edge) })
  }
  const leave = () => {
    element.style.cursor = ''
    app.hover(undefined)
  }
  return listening(sigma, { enterNode, enterEdge, leaveNode: leave, leaveEdge: leave })
}

/** A node that is dragged stays where it is let go. */
function keepDrag(stage: Board): () => void {
  const { sigma, app } = stage
  let dragged: { readonly row: number; moved: boolean } | undefined
  const down = ({ node }: { readonly node: string }) => {
    dragged = { row: Number(node), moved: false }
  }
  const move = (event: Event) => {
    if (!dragged) return
    dragged.moved = true
    stage.drag(dragged.row, sigma.viewportToGraph(event.event))
    app.hover(undefined)
    event.preventSigmaDefault()
    event.event.original.preventDefault()
  }
  const up = ({ event }: Event) => {
    const held = dragged
    dragged = undefined
    if (!held?.moved) return
    const { x, y } = sigma.viewportToGraph(event)
    app.pin(nodeId(stage, String(held.row)), x, y)
  }
  return listening(sigma, { downNode: down, moveBody: move, upNode: up, upStage: up })
}
