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
  type FilterAndTexts,
  type ListNavigation,
} from '../../scene/listNavigation'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

type KeyAction = (graph: Graph, view: FilterAndTexts, navigation: ListNavigation) => ListNavigation

/** More rows than any list has. */
const toTheEnd = 1e9

const keyActions: Readonly<Record<string, KeyAction>> = {
  ArrowDown: (graph, view, navigation) => navigateBy(graph, view, navigation, 1),
  ArrowUp: (graph, view, navigation) => navigateBy(graph, view, navigation, -1),
  PageDown: (graph, view, navigation) => navigateBy(graph, view, navigation, 10),
  PageUp: (graph, view, navigation) => navigateBy(graph, view, navigation, -10),
  Home: (graph, view, navigation) => navigateBy(graph, view, navigation, -toTheEnd),
  End: (graph, view, navigation) => navigateBy(graph, view, navigation, toTheEnd),
  ArrowRight: navigateInto,
  Enter: navigateInto,
  ArrowLeft: (_, __, navigation) => navigateBack(navigation),
}

/** A navigation, with the graph and selection that it was last synchronised with. */
interface NavigationState {
  readonly navigation: ListNavigation
  readonly graph: Graph
  readonly selectedNodes: readonly string[]
}

/** A new graph resets the navigation; a node that is selected elsewhere becomes its position. */
function synchronise(
  { navigation, graph }: NavigationState,
  nextGraph: Graph,
  selectedNodes: readonly string[],
): NavigationState {
  if (graph !== nextGraph) return { navigation: { trail: [] }, graph: nextGraph, selectedNodes }
  const [node] = selectedNodes
  const selectedElsewhere = selectedNodes.length === 1 && currentNavigationStep(navigation)?.node !== node
  return { navigation: selectedElsewhere ? navigateToNode(node!) : navigation, graph, selectedNodes }
}

/** The position in the list, and the handlers of keys and clicks. The active row is hovered on the canvas. */
export function useListNavigation() {
  const app = useApp()
  const { state, view, store } = useNavigationState()
  const { graph } = state
  const typeahead = useRef({ text: '', at: 0 })
  const navigation = restrictNavigation(graph, view, state.navigation)
  const hoverAt = (position: ListNavigation) => app.hover(itemAt(graph, view, position))
  const goTo = (next: ListNavigation) => {
    store(next)
    hoverAt(next)
  }
  const select = (position: ListNavigation, add: boolean) => {
    const item = itemAt(graph, view, position)
    if (item) app.select('node' in item ? { nodes: [item.node] } : { edges: [item.edge] }, { add })
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const from = startAtFirstNode(graph, view, navigation)
    const action = keyActions[event.key]
    if (action) goTo(action(graph, view, from))
    else if (event.key === ' ') select(from, event.shiftKey)
    else if (event.key === 'Escape' && navigateBack(navigation) !== navigation) goTo(navigateBack(navigation))
    else if (/^[\p{L}\p{N}]$/u.test(event.key))
      goTo(navigateToLabel(graph, view, navigation, addTyped(typeahead.current, event)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pickRow = (index: number, add: boolean) => {
    const next = navigateToIndex(graph, view, navigation, index)
    // A second click follows the row, as arrow right does: touch has no other way.
    const again = !add && isSelected(app.workspace.getState().view.selection, itemAt(graph, view, next))
    if (again) goTo(navigateInto(graph, view, next))
    else {
      goTo(next)
      select(next, add)
    }
  }
  return { navigation, view, handleKey, pickRow, goTo, hoverAt }
}

/** The navigation, synchronised with graph and selection, and a function that stores the next one. */
function useNavigationState() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const selectedNodes = useWorkspace(({ view }) => view.selection.nodes)
  const filter = useWorkspace(({ view }) => view.filter)
  const texts = useTexts()
  const [stored, setStored] = useState<NavigationState>({ navigation: { trail: [] }, graph, selectedNodes: [] })
  const isCurrent = stored.graph === graph && stored.selectedNodes === selectedNodes
  const state = isCurrent ? stored : synchronise(stored, graph, selectedNodes)
  if (state !== stored) setStored(state)
  const view: FilterAndTexts = { filter, texts }
  return { state, view, store: (navigation: ListNavigation) => setStored({ navigation, graph, selectedNodes }) }
}

/** The navigation at another row of the same list. */
function navigateToIndex(
  graph: Graph,
  view: FilterAndTexts,
  navigation: ListNavigation,
  index: number,
): ListNavigation {
  const step = currentNavigationStep(navigation)
  if (step && step.relationIndex >= 0)
    return { trail: [...navigation.trail.slice(0, -1), { ...step, relationIndex: index }] }
  return navigateToNode(textAt(graph.nodes.id, listedNodes(graph, view)[index]!))
}

/** The first key applies to the first node. */
function startAtFirstNode(graph: Graph, view: FilterAndTexts, navigation: ListNavigation): ListNavigation {
  if (currentNavigationStep(navigation)) return navigation
  const [first] = listedNodes(graph, view)
  return first === undefined ? navigation : navigateToNode(textAt(graph.nodes.id, first))
}

/** Appends a typed letter; letters in quick succession form one text. */
function addTyped(typed: { text: string; at: number }, { key, timeStamp }: KeyboardEvent): string {
  typed.text = timeStamp - typed.at < 700 ? typed.text + key : key
  typed.at = timeStamp
  return typed.text
}

type ListItem = { readonly node: string } | { readonly edge: string } | undefined

/** The node or edge at a position. */
function itemAt(graph: Graph, view: FilterAndTexts, navigation: ListNavigation): ListItem {
  const step = currentNavigationStep(navigation)
  if (!step) return undefined
  const edge = step.relationIndex < 0 ? undefined : visibleRelationsOf(graph, view, step.node)[step.relationIndex]
  return edge === undefined ? { node: step.node } : { edge: textAt(graph.edges.id, edge) }
}

const isSelected = ({ nodes, edges }: Selection, item: ListItem): boolean =>
  item !== undefined && ('node' in item ? idSet(nodes).has(item.node) : idSet(edges).has(item.edge))
