import { useRef, useState, type KeyboardEvent } from 'react'
import type { App } from '../../app/app'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { View } from '../../scene/view'
import { entered, here, jumped, left, moved, onto, relationsOf, walkable, type Walk } from '../../scene/walk'
import { useApp, useWorkspace } from '../useApp'

type Step = (graph: Graph, view: View, walk: Walk) => Walk

const far = 1e9

/** What each key does to the walk. */
const steps: Readonly<Record<string, Step>> = {
  ArrowDown: (graph, view, walk) => moved(graph, view, walk, 1),
  ArrowUp: (graph, view, walk) => moved(graph, view, walk, -1),
  PageDown: (graph, view, walk) => moved(graph, view, walk, 10),
  PageUp: (graph, view, walk) => moved(graph, view, walk, -10),
  Home: (graph, view, walk) => moved(graph, view, walk, -far),
  End: (graph, view, walk) => moved(graph, view, walk, far),
  ArrowRight: entered,
  Enter: entered,
  ArrowLeft: (_, __, walk) => left(walk),
}

/** A walk, with what it was last brought in step with. */
interface Held {
  readonly walk: Walk
  readonly graph: Graph
  readonly selected: readonly string[]
}

/** A new graph begins a new walk; what is selected elsewhere is where the walk goes on from. */
function inStep({ walk, graph }: Held, now: Graph, selected: readonly string[]): Held {
  if (graph !== now) return { walk: { trail: [] }, graph: now, selected }
  const [only] = selected
  const elsewhere = selected.length === 1 && here(walk)?.node !== only
  return { walk: elsewhere ? onto(only!) : walk, graph, selected }
}

/** Where the person stands in the list twin, and what keys and clicks do; what one stands on is shown on the canvas. */
export function useWalk() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const selected = useWorkspace(({ view }) => view.selection.nodes)
  const [held, setHeld] = useState<Held>({ walk: { trail: [] }, graph, selected: [] })
  const typed = useRef({ text: '', at: 0 })
  const now = held.graph === graph && held.selected === selected ? held : inStep(held, graph, selected)
  if (now !== held) setHeld(now)
  const { walk } = now

  const go = (next: Walk) => {
    setHeld({ walk: next, graph, selected })
    app.hover(pointed(app, next))
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { view } = app.workspace.getState()
    const step = steps[event.key]
    if (step) go(step(graph, view, begun(graph, view, walk)))
    else if (event.key === ' ') choose(app, walk, event.shiftKey)
    else if (event.key === 'Escape' && here(walk) && (here(walk)!.relation >= 0 || walk.trail.length > 1))
      go(left(walk))
    else if (event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key))
      go(jumped(graph, view, walk, typing(typed.current, event)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pick = (index: number, add: boolean) => {
    const { view } = app.workspace.getState()
    const spot = here(walk)
    const next =
      spot && spot.relation >= 0
        ? { trail: [...walk.trail.slice(0, -1), { ...spot, relation: index }] }
        : onto(walkable(graph, view)[index]!)
    go(next)
    choose(app, next, add)
  }
  return { walk, press, pick }
}

/** The first key stands on the first node before it does anything else. */
const begun = (graph: Graph, view: View, walk: Walk): Walk => {
  if (here(walk)) return walk
  const [first] = walkable(graph, view)
  return first === undefined ? walk : { trail: [{ node: first, relation: -1 }] }
}

/** Letters that follow each other quickly are one word. */
function typing(typed: { text: string; at: number }, { key, timeStamp }: KeyboardEvent): string {
  typed.text = timeStamp - typed.at < 700 ? typed.text + key : key
  typed.at = timeStamp
  return typed.text
}

type Pointed = { readonly node: string } | { readonly edge: string } | undefined

/** The node or edge that one stands on. */
function pointed(app: App, walk: Walk): Pointed {
  const spot = here(walk)
  if (!spot) return undefined
  const { graph, view } = app.workspace.getState()
  const edge = spot.relation < 0 ? undefined : relationsOf(graph, view, spot.node)[spot.relation]
  return edge === undefined ? { node: spot.node } : { edge: textAt(graph.edges.id, edge) }
}

function choose(app: App, walk: Walk, add: boolean): void {
  const what = pointed(app, walk)
  if (what) app.select('node' in what ? { nodes: [what.node] } : { edges: [what.edge] }, { add })
}
