import { textAt } from '../../model/columns'
import { emphasis } from '../../scene/canvas/emphasis'
import type { Point } from '../../drawing/geometry'
import { rowsOfNodeIds } from '../../scene/view/selection'
import { hitOfEvent, isMainButton, isPinch, listenToSigma, type GestureEvent, type HitEvent } from './gestureEvents'
import type { GestureTarget } from './gestureTarget'
import type { PressTracker } from './pressTracker'

/** Nodes in a hand: where the pointer took hold of them, and where they were then, in units of the layout. */
interface Grip {
  readonly rows: readonly number[]
  readonly starts: readonly Point[]
  readonly held: Point
}

/**
 * Nodes are dragged by the point at which they were pressed: the pressed one or, if it is selected, all that are selected.
 * They are pinned where they are released, in one step of the history. A press moves nothing before it goes beyond a tremble,
 * neither nodes nor the camera; nor does another button than the main one.
 */
export function listenToDrag(stage: GestureTarget, press: PressTracker): () => void {
  const { sigma, app, element } = stage
  let grip: Grip | undefined
  let isMoved = false
  const down = (event: HitEvent) => {
    grip = undefined
    isMoved = false
    const hit = hitOfEvent(stage, event)
    if (!hit || !('node' in hit) || isPinch(event) || !isMainButton(event)) return
    const rows = rowsInHand(stage, hit.node)
    grip = { rows, starts: rows.map((row) => pointAt(stage, row)), held: sigma.viewportToGraph(event.event) }
  }
  const release = () => {
    const ended = isMoved ? grip : undefined
    grip = undefined
    isMoved = false
    if (!ended) return
    element.style.cursor = ''
    const pins = ended.rows.map((row) => [textAt(stage.graph.nodes.id, row), pointAt(stage, row)] as const)
    stage.setDragged()
    app.pin(Object.fromEntries(pins.map(([id, { x, y }]) => [id, [x, y]])))
  }
  const move = (event: GestureEvent) => {
    if (isPinch(event) || isReleased(event)) return release()
    if (!press.isBeyond) return event.preventSigmaDefault()
    if (!grip) return
    if (!isMoved) element.style.cursor = 'grabbing'
    isMoved = true
    app.hover(undefined)
    const { x, y } = sigma.viewportToGraph(event.event)
    const [dx, dy] = [x - grip.held.x, y - grip.held.y]
    const to = grip.starts.map((start) => ({ x: start.x + dx, y: start.y + dy }))
    stage.setDragged({ rows: grip.rows, to })
    event.preventSigmaDefault()
    event.event.original.preventDefault()
  }
  const downs = { downNode: down, downEdge: down, downStage: down }
  const ups = { upNode: release, upEdge: release, upStage: release }
  const menus = { rightClickNode: release, rightClickEdge: release, rightClickStage: release }
  return listenToSigma(sigma, { ...downs, ...ups, ...menus, moveBody: move })
}

const pointAt = ({ positions }: GestureTarget, row: number): Point => ({
  x: positions[2 * row]!,
  y: positions[2 * row + 1]!,
})

/** The rows that are dragged with a node: all that are selected and drawn if it is one of them, otherwise the node alone. */
function rowsInHand({ graph, app, nodeEmphasis }: GestureTarget, row: number): readonly number[] {
  const selected = rowsOfNodeIds(graph, app.workspace.getState().view.selection.nodes)
  return selected.includes(row) ? selected.filter((each) => nodeEmphasis[each] !== emphasis.hidden) : [row]
}

/** Whether the mouse's button was released where nobody could hear it. */
const isReleased = ({ event: { original } }: GestureEvent): boolean => 'buttons' in original && original.buttons === 0
