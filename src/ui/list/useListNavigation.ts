import { useTexts } from '../controls/useTexts'
import { useRef, useState, type KeyboardEvent } from 'react'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { idSet } from '../../scene/view/selection'
import type { Selection } from '../../scene/view/view'
import {
  navigateInto,
  currentNavigationStep,
  navigateToLabel,
  navigateBack,
  navigateBy,
  navigateToNode,
  visibleRelationsOf,
  restrictNavigation,
  listedNodes,
  type NavigationView,
  type ListNavigation,
} from '../../scene/listNavigation'
import { useApp, useWorkspace } from '../controls/useApp'

type Step = (graph: Graph, sight: NavigationView, walk: ListNavigation) => ListNavigation

const far = 1e9

/** What each key does to the walk. */
const steps: Readonly<Record<string, Step>> = {
  ArrowDown: (graph, sight, walk) => navigateBy(graph, sight, walk, 1),
  ArrowUp: (graph, sight, walk) => navigateBy(graph, sight, walk, -1),
  PageDown: (graph, sight, walk) => navigateBy(graph, sight, walk, 10),
  PageUp: (graph, sight, walk) => navigateBy(graph, sight, walk, -10),
  Home: (graph, sight, walk) => navigateBy(graph, sight, walk, -far),
  End: (graph, sight, walk) => navigateBy(graph, sight, walk, far),
  ArrowRight: navigateInto,
  Enter: navigateInto,
  ArrowLeft: (_, __, walk) => navigateBack(walk),
}

/** A walk, with what it was last brought in step with. */
interface Held {
  readonly walk: ListNavigation
  readonly graph: Graph
  readonly selected: readonly string[]
}

/** A new graph begins a new walk; what is selected elsewhere is where the walk goes on from. */
function inStep({ walk, graph }: Held, now: Graph, selected: readonly string[]): Held {
  if (graph !== now) return { walk: { trail: [] }, graph: now, selected }
  const [only] = selected
  const elsewhere = selected.length === 1 && currentNavigationStep(walk)?.node !== only
  return { walk: elsewhere ? navigateToNode(only!) : walk, graph, selected }
}

/** Where the person stands in the list, and what keys and clicks do; what one stands on is shown on the canvas. */
export function useListNavigation() {
  const app = useApp()
  const { held, sight, hold } = useHeld()
  const { graph } = held
  const typed = useRef({ text: '', at: 0 })
  const walk = restrictNavigation(graph, sight, held.walk)
  const point = (at: ListNavigation) => app.hover(pointed(graph, sight, at))
  const go = (next: ListNavigation) => {
    hold(next)
    point(next)
  }
  const choose = (at: ListNavigation, add: boolean) => {
    const what = pointed(graph, sight, at)
    if (what) app.select('node' in what ? { nodes: [what.node] } : { edges: [what.edge] }, { add })
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const from = begun(graph, sight, walk)
    const step = steps[event.key]
    if (step) go(step(graph, sight, from))
    else if (event.key === ' ') choose(from, event.shiftKey)
    else if (event.key === 'Escape' && navigateBack(walk) !== walk) go(navigateBack(walk))
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) go(navigateToLabel(graph, sight, walk, typing(typed.current, event)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pick = (index: number, add: boolean) => {
    const next = at(graph, sight, walk, index)
    // A second click goes on, as Right does: touch has no other way in.
    const again = !add && isSelected(app.workspace.getState().view.selection, pointed(graph, sight, next))
    if (again) go(navigateInto(graph, sight, next))
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
  const texts = useTexts()
  const [last, setLast] = useState<Held>({ walk: { trail: [] }, graph, selected: [] })
  const held = last.graph === graph && last.selected === selected ? last : inStep(last, graph, selected)
  if (held !== last) setLast(held)
  const sight: NavigationView = { filter, texts }
  return { held, sight, hold: (walk: ListNavigation) => setLast({ walk, graph, selected }) }
}

/** The walk at a row of the list in which it stands. */
function at(graph: Graph, sight: NavigationView, walk: ListNavigation, index: number): ListNavigation {
  const spot = currentNavigationStep(walk)
  if (spot && spot.relationIndex >= 0) return { trail: [...walk.trail.slice(0, -1), { ...spot, relationIndex: index }] }
  return navigateToNode(textAt(graph.nodes.id, listedNodes(graph, sight)[index]!))
}

/** The first key stands on the first node before it does anything else. */
function begun(graph: Graph, sight: NavigationView, walk: ListNavigation): ListNavigation {
  if (currentNavigationStep(walk)) return walk
  const [first] = listedNodes(graph, sight)
  return first === undefined ? walk : navigateToNode(textAt(graph.nodes.id, first))
}

/** Letters that follow each other quickly are one word. */
function typing(typed: { text: string; at: number }, { key, timeStamp }: KeyboardEvent): string {
  typed.text = timeStamp - typed.at < 700 ? typed.text + key : key
  typed.at = timeStamp
  return typed.text
}

type Pointed = { readonly node: string } | { readonly edge: string } | undefined

/** The node or edge that one stands on. */
function pointed(graph: Graph, sight: NavigationView, walk: ListNavigation): Pointed {
  const spot = currentNavigationStep(walk)
  if (!spot) return undefined
  const edge = spot.relationIndex < 0 ? undefined : visibleRelationsOf(graph, sight, spot.node)[spot.relationIndex]
  return edge === undefined ? { node: spot.node } : { edge: textAt(graph.edges.id, edge) }
}

const isSelected = ({ nodes, edges }: Selection, what: Pointed): boolean =>
  what !== undefined && ('node' in what ? idSet(nodes).has(what.node) : idSet(edges).has(what.edge))
