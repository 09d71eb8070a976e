import type { Visible } from '../../analysis/filter/applyFilter'
import { nodeLooks } from '../../drawing/nodeStyles'
import type { Plan, When } from '../../layout/layoutInput'
import { NONE, pickNumbers, pickText, type CategoryColumn } from '../../model/columns'
import { nodeRows, perGraph, type Graph } from '../../model/graph'
import { originalOf } from '../../model/statementLens'
import { isRelation } from '../../model/predicates'
import { predicatesById, typesById } from '../../model/rowRecords'
import { momentsOf, timeColumns } from './timeColumns'
import { seen, shown } from '../view/filterResult'
import { withoutSourceLens } from '../sources/sources'
import { tellingOf } from '../canvas/viewNodeEncoding'
import type { View, Workspace } from '../view/view'

const all = perGraph(({ nodes, edges }): Visible => ({
  nodes: new Uint8Array(nodes.count).fill(1),
  edges: new Uint8Array(edges.count).fill(1),
  nodeCount: nodes.count,
  edgeCount: edges.count,
}))

/** What stands on the canvas: what the filter leaves and, where it dims, everything. The same object for the same filter. */
export const drawnOf = ({ graph, view }: Workspace): Visible =>
  view.ruledOut === 'dim' ? all(originalOf(graph)) : shown(graph, withoutSourceLens(view.filter))

/** A plan with the row of each of its nodes. */
export interface RowPlan {
  readonly plan: Plan
  readonly rows: Uint32Array
}

/**
 * What is drawn, as layouts want it.
 * @param start positions by node row, x and y in turn, with the pins where they are
 */
export function planOf(workspace: Workspace, start: Float32Array): RowPlan {
  const { view } = workspace
  const graph = originalOf(workspace.graph)
  const drawn = drawnOf(workspace)
  const rows = rowsOf(drawn.nodes, drawn.nodeCount)
  const number = new Uint32Array(graph.nodes.count).fill(NONE)
  for (let at = 0; at < rows.length; at++) number[rows[at]!] = at
  const edges = rowsOf(drawn.edges, drawn.edgeCount)
  const radius = nodeLooks(graph, tellingOf(graph, view)).radius
  const fixed = new Uint8Array(rows.length)
  if (view.layout.apart) for (const id of Object.keys(view.pins)) pinned(fixed, number[nodeRows(graph).get(id) ?? NONE])
  const { codes, names } = typeGroups(graph)
  const whole = rows.length === graph.nodes.count && edges.length === graph.edges.count
  const numbers = (ends: Uint32Array) => (whole ? ends.slice() : numbered(ends, edges, number))
  const plan: Plan = {
    count: rows.length,
    source: numbers(graph.edges.source),
    target: numbers(graph.edges.target),
    group: pickNumbers(codes, rows),
    groups: names,
    label: rows.length === graph.nodes.count ? graph.nodes.label : pickText(graph.nodes.label, rows),
    start: pickedPlaces(start, rows),
    fixed,
    radius: pickedRadii(radius, rows),
    ...ownParts({ graph, view, rows, number, edges }),
  }
  return { plan, rows }
}

/** Numbers of the nodes at one end of edges. Loops, as arrays made by a function take ten times as long. */
function numbered(ends: Uint32Array, edges: Uint32Array, number: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(edges.length)
  for (let at = 0; at < edges.length; at++) numbers[at] = number[ends[edges[at]!]!]!
  return numbers
}

function pickedRadii(radius: Float32Array, rows: Uint32Array): Float32Array {
  const picked = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = radius[rows[at]!]!
  return picked
}

function pickedPlaces(places: Float32Array, rows: Uint32Array): Float32Array {
  const picked = new Float32Array(rows.length * 2)
  for (let at = 0; at < rows.length; at++) {
    picked[2 * at] = places[2 * rows[at]!]!
    picked[2 * at + 1] = places[2 * rows[at]! + 1]!
  }
  return picked
}

function pinned(fixed: Uint8Array, node: number | undefined): void {
  if (node !== undefined && node !== NONE) fixed[node] = 1
}

/** Positions by node row: those of a plan's nodes where they are drawn, else where they were. */
export function placesOfRows(places: Float32Array, rows: Uint32Array, rest: Float32Array): Float32Array {
  const whole = rest.slice()
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    whole[2 * row] = places[2 * at]!
    whole[2 * row + 1] = places[2 * at + 1]!
  }
  return whole
}

/** The rows of a mask, of which is known how many they are. */
function rowsOf(mask: Uint8Array, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  let next = 0
  for (let row = 0; row < mask.length; row++) if (mask[row]) rows[next++] = row
  return rows
}

interface Parts {
  readonly graph: Graph
  readonly view: View
  readonly rows: Uint32Array
  readonly number: Uint32Array
  readonly edges: Uint32Array
}

/** What only some layouts want. */
function ownParts({ graph, view, rows, number, edges }: Parts): Partial<Plan> {
  switch (view.layout.name) {
    case 'radial': {
      const centre = number[nodeRows(graph).get(view.layout.centre ?? '') ?? NONE]
      return centre === undefined || centre === NONE ? {} : { centre }
    }
    case 'time':
      return { when: whenOf(seen(graph, view.filter), rows, view.layout.column) }
    case 'geo': {
      return {
        latitude: numbersOf(graph, 'latitude', rows),
        longitude: numbersOf(graph, 'longitude', rows),
        within: saidToLieWithin(graph, edges, placePredicates(graph)),
      }
    }
    default:
      return {}
  }
}

function numbersOf(graph: Graph, name: string, rows: Uint32Array): Float64Array {
  const column = graph.nodes.attributes.get(name)
  return column?.kind === 'number' ? pickNumbers(column.values, rows) : new Float64Array(rows.length).fill(NaN)
}

function saidToLieWithin({ edges: { predicate } }: Graph, edges: Uint32Array, inPlace: Uint8Array): Uint8Array {
  const within = new Uint8Array(edges.length)
  if (inPlace.includes(1))
    for (let at = 0; at < edges.length; at++) within[at] = inPlace[predicate.codes[edges[at]!]!] ?? 0
  return within
}

/** One byte a predicate of the graph's edges: 1 where it says in which place a thing lies. */
const placePredicates = perGraph((graph) =>
  Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
    const predicate = predicatesById(graph).get(id)
    return predicate && isRelation(predicate) && predicate.facet === 'place' ? 1 : 0
  }),
)

function whenOf(graph: Graph, rows: Uint32Array, wanted: string | undefined): When {
  const columns = timeColumns(graph)
  const column = columns.find(({ id }) => id === wanted) ?? columns[0]
  const { codes, names } = lanesOf(graph)
  return {
    values: column ? pickNumbers(momentsOf(graph, column.id), rows) : new Float64Array(rows.length).fill(NaN),
    kind: column?.kind ?? 'date',
    lane: pickNumbers(codes, rows),
    lanes: names,
  }
}

interface Named {
  readonly codes: Uint32Array
  readonly names: readonly string[]
}

/** Each node's type, in the schema's order of families, then types; types that it does not know follow by name. */
const typeGroups = perGraph((graph): Named => {
  const families = graph.schema.families.map(({ id }) => id)
  const types = graph.schema.types.map(({ id }) => id)
  const rank = (id: string) => {
    const type = typesById(graph).get(id)
    return type ? families.indexOf(type.family) * types.length + types.indexOf(id) : families.length * types.length
  }
  const order = [...graph.nodes.type.dictionary].sort(
    (one, other) => rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0),
  )
  return renamed(graph.nodes.type, order, (id) => typesById(graph).get(id)?.label ?? id)
})

/** At most so many lanes; the types that are left share the last one. */
const mostLanes = 9

/** Each node's family; its type where the schema has no families. */
const lanesOf = perGraph((graph): Named => {
  const { families } = graph.schema
  const typed = typeGroups(graph)
  if (families.length === 0) {
    const names = typed.names.length > mostLanes ? [...typed.names.slice(0, mostLanes - 1), 'other types'] : typed.names
    return { codes: typed.codes.map((code) => Math.min(code, names.length - 1)), names }
  }
  const lane = graph.nodes.type.dictionary.map((id) =>
    families.findIndex((family) => family.id === typesById(graph).get(id)?.family),
  )
  const other = families.length
  const codes = graph.nodes.type.codes.map((code) => (code === NONE || lane[code]! < 0 ? other : lane[code]!))
  return { codes, names: [...families.map(({ label }) => label), 'Other'] }
})

/** A category's codes in another order; rows without one come last. */
function renamed(
  { codes, dictionary }: CategoryColumn,
  order: readonly string[],
  label: (id: string) => string,
): Named {
  const place = new Map(order.map((id, at) => [id, at]))
  const codeFor = dictionary.map((id) => place.get(id)!)
  return {
    codes: codes.map((code) => (code === NONE ? order.length : codeFor[code]!)),
    names: [...order.map(label), 'without a type'],
  }
}
