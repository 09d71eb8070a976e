import type { Language } from '../messages/language'
import type { Texts } from '../messages/texts.en'
import type { VisibleRows } from '../analysis/filter/applyFilter'
import { asGenerator, incremental, type Incremental } from '../analysis/incremental'
import { sortRowsByText } from '../analysis/search/sortRowsByText'
import { searchableNodeLabels, type SearchableTexts } from '../analysis/search/searchableTexts'
import { rowsOfGroup, groupRowsByKey, NONE, textAt, type RowGroups } from '../model/columns'
import type { Graph } from '../model/graph'
import { incomingEdges, outgoingEdges, nodeRowIndex, memoizeByPart } from '../model/graph'
import { foldCaseAndDiacritics } from '../model/nodeNames'
import { nodeTypesById } from '../model/rowRecords'
import { memoizeByPair } from './view/memoizeByPair'
import { visibleRows } from './view/filterResult'
import type { View } from './view/view'

/**
 * The position in the list: on a node, or on a relation of a node. The trail holds the path to it, so that the reader can
 * go back the same way.
 */
export interface ListNavigation {
  readonly trail: readonly NavigationStep[]
}

/** A node, and the index of the active relation among its visible ones; -1 on the node itself. */
interface NavigationStep {
  readonly node: string
  readonly relationIndex: number
}

/** The part of the view that navigation depends on. */
export type FilterAndTexts = Pick<View, 'filter'> & { readonly texts: Texts }

/** Edge rows of the node's relations that pass the filter: outgoing ones first, loops once. */
export function visibleRelationsOf(graph: Graph, view: FilterAndTexts, node: string): Uint32Array {
  const row = nodeRowIndex(graph).get(node)
  return row === undefined ? new Uint32Array(0) : visibleRelationsAt(graph, view, row)
}

/** The same for a node by its row. */
export function visibleRelationsAt(graph: Graph, { filter }: FilterAndTexts, row: number): Uint32Array {
  const { edges } = visibleRows(graph, filter)
  const [outgoing, incoming] = [rowsOfGroup(outgoingEdges(graph), row), rowsOfGroup(incomingEdges(graph), row)]
  const found = new Uint32Array(outgoing.length + incoming.length)
  let count = 0
  for (const edge of outgoing) if (edges[edge] === 1) found[count++] = edge
  for (const edge of incoming) if (edges[edge] === 1 && graph.edges.source[edge] !== row) found[count++] = edge
  return found.subarray(0, count)
}

/** Rows of the nodes that pass the filter, by family in the schema's order, then by label. */
export const listedNodes = (graph: Graph, { filter, texts }: FilterAndTexts): Uint32Array =>
  listedNodesByLanguage[texts.language](graph, visibleRows(graph, filter))

/** The order of all nodes, computed in slices: a large graph has many labels to sort. */
export const incrementalNodeOrder = (graph: Graph, texts: Texts): Incremental<NodeOrder> =>
  nodeOrderByLanguage[texts.language](graph)

/** All node rows in order, and the folded labels that they are sorted by. */
interface NodeOrder {
  readonly rows: Uint32Array
  readonly labels: SearchableTexts
}

const nodeOrderIn = (language: Language) =>
  memoizeByPart(
    ({ nodes }) => nodes,
    (graph) => incremental(() => computeNodeOrder(graph, language)),
  )
const nodeOrderByLanguage = { en: nodeOrderIn('en'), ja: nodeOrderIn('ja') }

const listedNodesIn = (language: Language) =>
  memoizeByPair((graph: Graph, { nodes, nodeCount }: VisibleRows): Uint32Array => {
    const { rows } = nodeOrderByLanguage[language](graph).finish()
    const listed = new Uint32Array(nodeCount)
    let count = 0
    for (let at = 0; at < rows.length; at++) if (nodes[rows[at]!] === 1) listed[count++] = rows[at]!
    return listed
  })
const listedNodesByLanguage = { en: listedNodesIn('en'), ja: listedNodesIn('ja') }

function* computeNodeOrder(graph: Graph, language: Language): Generator<void, NodeOrder> {
  const labels = yield* asGenerator(searchableNodeLabels(graph, language))
  const { offsets, rows } = rowsByFamily(graph)
  const ranges = Array.from({ length: offsets.length - 1 }, (_, at) => ({
    from: offsets[at]!,
    to: offsets[at + 1]!,
    depth: 0,
  }))
  return { rows: yield* sortRowsByText(labels, rows, ranges), labels }
}

/** Node rows grouped by family in the schema's order; nodes without a family come first. */
function rowsByFamily(graph: Graph): RowGroups {
  const families = graph.schema.families.map(({ id }) => id)
  const { codes, dictionary } = graph.nodes.type
  const groupOfType = Uint32Array.from(
    dictionary,
    (type) => families.indexOf(nodeTypesById(graph).get(type)?.family ?? '') + 1,
  )
  return groupRowsByKey(
    codes.map((code) => groupOfType[code] ?? 0),
    families.length + 1,
  )
}

/** The current position; undefined before the first key is pressed. */
export const currentNavigationStep = ({ trail }: ListNavigation): NavigationStep | undefined => trail.at(-1)

/** Moves to a node of the list and clears the trail. */
export const navigateToNode = (node: string): ListNavigation => ({ trail: [{ node, relationIndex: -1 }] })

/**
 * Restricts the navigation to what passes the filter: filtered nodes are removed from the trail, and relation indices are
 * reduced to the last visible relation.
 */
export function restrictNavigation(graph: Graph, view: FilterAndTexts, navigation: ListNavigation): ListNavigation {
  const { nodes } = visibleRows(graph, view.filter)
  const trail = navigation.trail.flatMap((step): NavigationStep[] => {
    const row = nodeRowIndex(graph).get(step.node)
    if (row === undefined || nodes[row] !== 1) return []
    const last = visibleRelationsOf(graph, view, step.node).length - 1
    return [step.relationIndex <= last ? step : { ...step, relationIndex: last }]
  })
  return trail.every((step, at) => step === navigation.trail[at]) && trail.length === navigation.trail.length
    ? navigation
    : { trail }
}

/** Moves up or down: among the nodes of the list, or among the relations of the entered node. */
export function navigateBy(graph: Graph, view: FilterAndTexts, navigation: ListNavigation, by: number): ListNavigation {
  const step = currentNavigationStep(navigation)
  const list = listedNodes(graph, view)
  const id = (at: number) => textAt(graph.nodes.id, list[at]!)
  if (!step) return list.length > 0 ? navigateToNode(id(by > 0 ? 0 : list.length - 1)) : navigation
  if (step.relationIndex >= 0) {
    const count = visibleRelationsOf(graph, view, step.node).length
    return withLastStep(navigation, { ...step, relationIndex: clampIndex(step.relationIndex + by, count) })
  }
  const at = list.indexOf(nodeRowIndex(graph).get(step.node) ?? NONE)
  return list.length === 0 ? navigation : navigateToNode(id(clampIndex((at < 0 ? 0 : at) + by, list.length)))
}

const clampIndex = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at))

const withLastStep = ({ trail }: ListNavigation, step: NavigationStep): ListNavigation => ({
  trail: [...trail.slice(0, -1), step],
})

/** Enters a node's relations, or follows a relation to its other end. Without any, the position stays. */
export function navigateInto(graph: Graph, view: FilterAndTexts, navigation: ListNavigation): ListNavigation {
  const step = currentNavigationStep(navigation)
  if (!step) return navigation
  const relations = visibleRelationsOf(graph, view, step.node)
  if (step.relationIndex < 0)
    return relations.length > 0 ? withLastStep(navigation, { ...step, relationIndex: 0 }) : navigation
  const edge = relations[step.relationIndex]
  if (edge === undefined) return navigation
  return { trail: [...navigation.trail, { node: nodeAtOtherEnd(graph, edge, step.node), relationIndex: -1 }] }
}

/** The node at the other end of an edge. */
function nodeAtOtherEnd(graph: Graph, edge: number, node: string): string {
  const { source, target } = graph.edges
  const from = textAt(graph.nodes.id, source[edge]!)
  return from === node ? textAt(graph.nodes.id, target[edge]!) : from
}

/** Goes back: from a relation to its node, from a node to the relation that led there. */
export function navigateBack(navigation: ListNavigation): ListNavigation {
  const step = currentNavigationStep(navigation)
  if (!step) return navigation
  if (step.relationIndex >= 0) return withLastStep(navigation, { ...step, relationIndex: -1 })
  return navigation.trail.length > 1 ? { trail: navigation.trail.slice(0, -1) } : navigation
}

/** Moves to the next node of the list whose label begins with the typed text. */
export function navigateToLabel(
  graph: Graph,
  view: FilterAndTexts,
  navigation: ListNavigation,
  typed: string,
): ListNavigation {
  const list = listedNodes(graph, view)
  const { labels } = incrementalNodeOrder(graph, view.texts).finish()
  const wanted = foldCaseAndDiacritics(typed)
  const at = Math.max(0, list.indexOf(nodeRowIndex(graph).get(currentNavigationStep(navigation)?.node ?? '') ?? NONE))
  // The first letter moves on from the current node; further letters may still match it.
  for (let offset = typed.length > 1 ? 0 : 1; offset <= list.length; offset++) {
    const row = list[(at + offset) % list.length]!
    if (list.length > 0 && labels.block.startsWith(wanted, labels.starts[row]))
      return navigateToNode(textAt(graph.nodes.id, row))
  }
  return navigation
}
