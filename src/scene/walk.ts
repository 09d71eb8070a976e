import type { Visible } from '../analysis/filter/apply'
import { cellAt, groupAt, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { edgesIn, edgesOut, nodeRows, perGraph } from '../model/graph'
import { fold, type Language } from '../model/names'
import { familyAt } from '../model/rows'
import { memoised } from './memo'
import { shown } from './shown'
import type { View } from './view'

/**
 * Where a person stands who walks the graph as text: in the list of nodes, or among the relations of a node. The trail
 * is how they came there, so that they can go back the same way.
 */
export interface Walk {
  readonly trail: readonly Spot[]
}

/** A node, and which of its relations the person is at; -1 on the node itself. */
export interface Spot {
  readonly node: string
  readonly relation: number
}

/** What the walk needs to know of the view. */
export type Sight = Pick<View, 'filter' | 'language'>

/** Relations of a node that the filter leaves, as edge rows; outgoing first. */
export function relationsOf(graph: Graph, { filter }: Sight, node: string): number[] {
  const row = nodeRows(graph).get(node)
  if (row === undefined) return []
  const { edges } = shown(graph, filter)
  const out = Array.from(groupAt(edgesOut(graph), row))
  const back = Array.from(groupAt(edgesIn(graph), row)).filter((edge) => graph.edges.source[edge] !== row)
  return [...out, ...back].filter((edge) => edges[edge] === 1)
}

/** The nodes that the filter leaves, by family in the schema's order, then by label. */
export const walkable = (graph: Graph, { filter, language }: Sight): readonly string[] =>
  lists[language](graph, shown(graph, filter)).map(({ id }) => id)

/** A node in the list, with what letters typed are compared with. */
interface Entry {
  readonly id: string
  readonly row: number
  readonly family: number
  readonly label: string
}

const listIn = (language: Language) => {
  const ordered = perGraph((graph) => inOrder(graph, language))
  return memoised((graph: Graph, { nodes }: Visible) => ordered(graph).filter(({ row }) => nodes[row] === 1))
}

const lists = { en: listIn('en'), ja: listIn('ja') }

function inOrder(graph: Graph, language: Language): readonly Entry[] {
  const families = graph.schema.families.map(({ id }) => id)
  const japanese = language === 'ja' ? graph.nodes.attributes.get('ja') : undefined
  const rows = Array.from({ length: graph.nodes.count }, (_, row) => ({
    row,
    id: textAt(graph.nodes.id, row),
    family: families.indexOf(familyAt(graph, row)),
    label: fold(String((japanese && cellAt(japanese, row)) ?? textAt(graph.nodes.label, row))),
  }))
  return rows.sort(
    (one, other) => one.family - other.family || (one.label < other.label ? -1 : one.label > other.label ? 1 : 0),
  )
}

/** Where the person stands; undefined before the first key. */
export const here = ({ trail }: Walk): Spot | undefined => trail.at(-1)

/** Onto a node of the list, leaving whatever way was walked. */
export const onto = (node: string): Walk => ({ trail: [{ node, relation: -1 }] })

/**
 * The walk as far as it still leads over what the filter leaves: what was filtered away is left out of the way back,
 * and a place among relations moves up where there are fewer of them.
 */
export function settled(graph: Graph, view: Sight, walk: Walk): Walk {
  const { nodes } = shown(graph, view.filter)
  const trail = walk.trail.flatMap((spot): Spot[] => {
    const row = nodeRows(graph).get(spot.node)
    if (row === undefined || nodes[row] !== 1) return []
    const last = relationsOf(graph, view, spot.node).length - 1
    return [spot.relation <= last ? spot : { ...spot, relation: last }]
  })
  return trail.every((spot, at) => spot === walk.trail[at]) && trail.length === walk.trail.length ? walk : { trail }
}

/** One up or down: among the nodes of the list, or among the relations of the node that was entered. */
export function moved(graph: Graph, view: Sight, walk: Walk, by: number): Walk {
  const spot = here(walk)
  const list = walkable(graph, view)
  if (!spot) return list.length > 0 ? onto(list[by > 0 ? 0 : list.length - 1]!) : walk
  if (spot.relation >= 0) {
    const count = relationsOf(graph, view, spot.node).length
    return replaced(walk, { ...spot, relation: within(spot.relation + by, count) })
  }
  const at = list.indexOf(spot.node)
  return list.length === 0 ? walk : onto(list[within((at < 0 ? 0 : at) + by, list.length)]!)
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at))

const replaced = ({ trail }: Walk, spot: Spot): Walk => ({ trail: [...trail.slice(0, -1), spot] })

/** Into a node's relations; from a relation on to its other end. Where there is nothing, it stays. */
export function entered(graph: Graph, view: Sight, walk: Walk): Walk {
  const spot = here(walk)
  if (!spot) return walk
  const relations = relationsOf(graph, view, spot.node)
  if (spot.relation < 0) return relations.length > 0 ? replaced(walk, { ...spot, relation: 0 }) : walk
  const edge = relations[spot.relation]
  if (edge === undefined) return walk
  return { trail: [...walk.trail, { node: otherEnd(graph, edge, spot.node), relation: -1 }] }
}

/** The node at the other end of an edge. */
export function otherEnd(graph: Graph, edge: number, node: string): string {
  const { source, target } = graph.edges
  const from = textAt(graph.nodes.id, source[edge]!)
  return from === node ? textAt(graph.nodes.id, target[edge]!) : from
}

/** Back: from a relation to its node, from a node to the relation that led there. */
export function left(walk: Walk): Walk {
  const spot = here(walk)
  if (!spot) return walk
  if (spot.relation >= 0) return replaced(walk, { ...spot, relation: -1 })
  return walk.trail.length > 1 ? { trail: walk.trail.slice(0, -1) } : walk
}

/** The next node of the list whose label begins with what was typed. */
export function jumped(graph: Graph, view: Sight, walk: Walk, typed: string): Walk {
  const list = lists[view.language](graph, shown(graph, view.filter))
  const at = Math.max(
    0,
    list.findIndex(({ id }) => id === here(walk)?.node),
  )
  const around = [...list.slice(at + (typed.length > 1 ? 0 : 1)), ...list.slice(0, at + 1)]
  const wanted = fold(typed)
  const found = around.find(({ label }) => label.startsWith(wanted))
  return found === undefined ? walk : onto(found.id)
}
