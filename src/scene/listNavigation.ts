import type { Visible } from '../analysis/filter/applyFilter'
import { goingOn, inParts, type InParts } from '../analysis/incremental'
import { sortRows } from '../analysis/search/sortRowsByText'
import { labelsIn, type Texts } from '../analysis/search/searchableTexts'
import { groupAt, groupBy, NONE, textAt, type Groups } from '../model/columns'
import type { Graph } from '../model/graph'
import { edgesIn, edgesOut, nodeRows, perPart } from '../model/graph'
import { fold, type Language } from '../model/nodeNames'
import { typesById } from '../model/rowRecords'
import { memoised } from './view/memoizeByPair'
import { shown } from './view/filterResult'
import type { View } from './view/view'

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

/** Relations of a node that the filter leaves, as edge rows; outgoing first, a loop once. */
export function relationsOf(graph: Graph, sight: Sight, node: string): Uint32Array {
  const row = nodeRows(graph).get(node)
  return row === undefined ? new Uint32Array(0) : relationsAt(graph, sight, row)
}

/** The same for a node by its row. */
export function relationsAt(graph: Graph, { filter }: Sight, row: number): Uint32Array {
  const { edges } = shown(graph, filter)
  const [out, back] = [groupAt(edgesOut(graph), row), groupAt(edgesIn(graph), row)]
  const found = new Uint32Array(out.length + back.length)
  let count = 0
  for (const edge of out) if (edges[edge] === 1) found[count++] = edge
  for (const edge of back) if (edges[edge] === 1 && graph.edges.source[edge] !== row) found[count++] = edge
  return found.subarray(0, count)
}

/** The rows of the nodes that the filter leaves, by family in the schema's order, then by label. */
export const walkable = (graph: Graph, { filter, language }: Sight): Uint32Array =>
  listIn[language](graph, shown(graph, filter))

/** Getting the list of a graph ready, part by part: a large one has many labels to sort. */
export const listing = (graph: Graph, language: Language): InParts<Listing> => orders[language](graph)

/** All rows in order, and the folded labels that they are in order of. */
interface Listing {
  readonly rows: Uint32Array
  readonly labels: Texts
}

const orderIn = (language: Language) =>
  perPart(
    ({ nodes }) => nodes,
    (graph) => inParts(() => inOrder(graph, language)),
  )
const orders = { en: orderIn('en'), ja: orderIn('ja') }

const leftIn = (language: Language) =>
  memoised((graph: Graph, { nodes, nodeCount }: Visible): Uint32Array => {
    const { rows } = listing(graph, language).whole()
    const left = new Uint32Array(nodeCount)
    let count = 0
    for (let at = 0; at < rows.length; at++) if (nodes[rows[at]!] === 1) left[count++] = rows[at]!
    return left
  })
const listIn = { en: leftIn('en'), ja: leftIn('ja') }

function* inOrder(graph: Graph, language: Language): Generator<void, Listing> {
  const labels = yield* goingOn(labelsIn(graph, language))
  const { offsets, rows } = byFamily(graph)
  const stretches = Array.from({ length: offsets.length - 1 }, (_, at) => ({
    from: offsets[at]!,
    to: offsets[at + 1]!,
    depth: 0,
  }))
  return { rows: yield* sortRows(labels, rows, stretches), labels }
}

/** Node rows by family in the schema's order; what belongs to none comes first. */
function byFamily(graph: Graph): Groups {
  const families = graph.schema.families.map(({ id }) => id)
  const { codes, dictionary } = graph.nodes.type
  const placeOf = Uint32Array.from(dictionary, (type) => families.indexOf(typesById(graph).get(type)?.family ?? '') + 1)
  return groupBy(
    codes.map((code) => placeOf[code] ?? 0),
    families.length + 1,
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
  const id = (at: number) => textAt(graph.nodes.id, list[at]!)
  if (!spot) return list.length > 0 ? onto(id(by > 0 ? 0 : list.length - 1)) : walk
  if (spot.relation >= 0) {
    const count = relationsOf(graph, view, spot.node).length
    return replaced(walk, { ...spot, relation: within(spot.relation + by, count) })
  }
  const at = list.indexOf(nodeRows(graph).get(spot.node) ?? NONE)
  return list.length === 0 ? walk : onto(id(within((at < 0 ? 0 : at) + by, list.length)))
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
  const list = walkable(graph, view)
  const { labels } = listing(graph, view.language).whole()
  const wanted = fold(typed)
  const at = Math.max(0, list.indexOf(nodeRows(graph).get(here(walk)?.node ?? '') ?? NONE))
  // A first letter goes on from where one stands; the letters that follow may be those of the same node.
  for (let turn = typed.length > 1 ? 0 : 1; turn <= list.length; turn++) {
    const row = list[(at + turn) % list.length]!
    if (list.length > 0 && labels.block.startsWith(wanted, labels.starts[row])) return onto(textAt(graph.nodes.id, row))
  }
  return walk
}
