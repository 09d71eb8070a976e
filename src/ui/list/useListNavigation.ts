import { useRef, useState, type KeyboardEvent } from 'react'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { idsIn } from '../../scene/view/selection'
import type { Selection } from '../../scene/view/view'
import {
  entered,
  here,
  jumped,
  left,
  moved,
  onto,
  relationsOf,
  settled,
  walkable,
  type Sight,
  type Walk,
} from '../../scene/listNavigation'
import { useApp, useWorkspace } from '../controls/useApp'

type Step = (graph: Graph, sight: Sight, walk: Walk) => Walk

const far = 1e9

/** What each key does to the walk. */
const steps: Readonly<Record<string, Step>> = {
  ArrowDown: (graph, sight, walk) => moved(graph, sight, walk, 1),
  ArrowUp: (graph, sight, walk) => moved(graph, sight, walk, -1),
  PageDown: (graph, sight, walk) => moved(graph, sight, walk, 10),
  PageUp: (graph, sight, walk) => moved(graph, sight, walk, -10),
  Home: (graph, sight, walk) => moved(graph, sight, walk, -far),
  End: (graph, sight, walk) => moved(graph, sight, walk, far),
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
  const { held, sight, hold } = useHeld()
  const { graph } = held
  const typed = useRef({ text: '', at: 0 })
  const walk = settled(graph, sight, held.walk)
  const point = (at: Walk) => app.hover(pointed(graph, sight, at))
  const go = (next: Walk) => {
    hold(next)
    point(next)
  }
  const choose = (at: Walk, add: boolean) => {
    const what = pointed(graph, sight, at)
    if (what) app.select('node' in what ? { nodes: [what.node] } : { edges: [what.edge] }, { add })
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const from = begun(graph, sight, walk)
    const step = steps[event.key]
    if (step) go(step(graph, sight, from))
    else if (event.key === ' ') choose(from, event.shiftKey)
    else if (event.key === 'Escape' && left(walk) !== walk) go(left(walk))
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) go(jumped(graph, sight, walk, typing(typed.current, event)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pick = (index: number, add: boolean) => {
    const next = at(graph, sight, walk, index)
    // A second click goes on, as Right does: touch has no other way in.
    const again = !add && isSelected(app.workspace.getState().view.selection, pointed(graph, sight, next))
    if (again) go(entered(graph, sight, next))
    else {
      go(next)
      choose(next, add)
    }
  }
  return { walk, sight, press, pick, go, point }
}

/** The walk in step with graph and selection, and how to go on with it. */
function useHeld() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const selected = useWorkspace(({ view }) => view.selection.nodes)
  const filter = useWorkspace(({ view }) => view.filter)
  const language = useWorkspace(({ view }) => view.language)
  const [last, setLast] = useState<Held>({ walk: { trail: [] }, graph, selected: [] })
  const held = last.graph === graph && last.selected === selected ? last : inStep(last, graph, selected)
  if (held !== last) setLast(held)
  const sight: Sight = { filter, language }
  return { held, sight, hold: (walk: Walk) => setLast({ walk, graph, selected }) }
}

/** The walk at a row of the list in which it stands. */
function at(graph: Graph, sight: Sight, walk: Walk, index: number): Walk {
  const spot = here(walk)
  if (spot && spot.relation >= 0) return { trail: [...walk.trail.slice(0, -1), { ...spot, relation: index }] }
  return onto(textAt(graph.nodes.id, walkable(graph, sight)[index]!))
}

/** The first key stands on the first node before it does anything else. */
function begun(graph: Graph, sight: Sight, walk: Walk): Walk {
  if (here(walk)) return walk
  const [first] = walkable(graph, sight)
  return first === undefined ? walk : onto(textAt(graph.nodes.id, first))
}

/** Letters that follow each other quickly are one word. */
function typing(typed: { text: string; at: number }, { key, timeStamp }: KeyboardEvent): string {
  typed.text = timeStamp - typed.at < 700 ? typed.text + key : key
  typed.at = timeStamp
  return typed.text
}

type Pointed = { readonly node: string } | { readonly edge: string } | undefined

/** The node or edge that one stands on. */
function pointed(graph: Graph, sight: Sight, walk: Walk): Pointed {
  const spot = here(walk)
  if (!spot) return undefined
  const edge = spot.relation < 0 ? undefined : relationsOf(graph, sight, spot.node)[spot.relation]
  return edge === undefined ? { node: spot.node } : { edge: textAt(graph.edges.id, edge) }
}

const isSelected = ({ nodes, edges }: Selection, what: Pointed): boolean =>
  what !== undefined && ('node' in what ? idsIn(nodes).has(what.node) : idsIn(edges).has(what.edge))
