import { nodeStyles } from '../../drawing/nodeStyles'
import type { LayoutInput, TimelineData } from '../../layout/layoutInput'
import { NONE, pickTypedArrayRows, pickTextRows, type CategoryColumn } from '../../model/columns'
import { nodeRowIndex, memoizeByGraph, type Graph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById, nodeTypesById } from '../../model/rowRecords'
import { timeValuesByNode, timeColumns } from './timeColumns'
import { lensedGraph } from '../view/filterResult'
import { drawnNodeEdgeMasks } from './drawnNodeEdgeMasks'
import { nodeEncodingOfView } from '../canvas/viewNodeEncoding'
import type { View, Workspace } from '../view/view'

/** A layout's input, and the row of each of its nodes. */
interface LayoutInputWithRows {
  readonly input: LayoutInput
  readonly rows: Uint32Array
}

/**
 * The input of the view's layout: everything that is drawn.
 * @param start positions by node row, x and y in turn, with pinned nodes at their pins
 */
export function layoutInputForWorkspace(workspace: Workspace, start: Float32Array): LayoutInputWithRows {
  const { view } = workspace
  const graph = graphBeforeLens(workspace.graph)
  const drawn = drawnNodeEdgeMasks(workspace)
  const rows = rowsInMaskOf(drawn.nodes, drawn.nodeCount)
  const number = new Uint32Array(graph.nodes.count).fill(NONE)
  for (let at = 0; at < rows.length; at++) number[rows[at]!] = at
  const edges = rowsInMaskOf(drawn.edges, drawn.edgeCount)
  const radius = nodeStyles(graph, nodeEncodingOfView(graph, view)).radius
  const fixed = new Uint8Array(rows.length)
  if (view.layout.noOverlap)
    for (const id of Object.keys(view.pins)) markFixed(fixed, number[nodeRowIndex(graph).get(id) ?? NONE])
  const { codes, names } = typeGroups(graph)
  const whole = rows.length === graph.nodes.count && edges.length === graph.edges.count
  const numbers = (ends: Uint32Array) => (whole ? ends.slice() : nodeNumbers(ends, edges, number))
  const input: LayoutInput = {
    count: rows.length,
    source: numbers(graph.edges.source),
    target: numbers(graph.edges.target),
    group: pickTypedArrayRows(codes, rows),
    groupNames: names,
    label: rows.length === graph.nodes.count ? graph.nodes.label : pickTextRows(graph.nodes.label, rows),
    start: pickPositions(start, rows),
    fixed,
    radius: pickRadii(radius, rows),
    ...layoutSpecificInput({ graph, view, rows, number, edges }),
  }
  return { input, rows }
}

/** Node numbers at one end of edges. Loops, because typed arrays made with a callback take ten times as long. */
function nodeNumbers(ends: Uint32Array, edges: Uint32Array, number: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(edges.length)
  for (let at = 0; at < edges.length; at++) numbers[at] = number[ends[edges[at]!]!]!
  return numbers
}

function pickRadii(radius: Float32Array, rows: Uint32Array): Float32Array {
  const picked = new Float32Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = radius[rows[at]!]!
  return picked
}

function pickPositions(positions: Float32Array, rows: Uint32Array): Float32Array {
  const picked = new Float32Array(rows.length * 2)
  for (let at = 0; at < rows.length; at++) {
    picked[2 * at] = positions[2 * rows[at]!]!
    picked[2 * at + 1] = positions[2 * rows[at]! + 1]!
  }
  return picked
}

function markFixed(fixed: Uint8Array, node: number | undefined): void {
  if (node !== undefined && node !== NONE) fixed[node] = 1
}

/** Positions by node row: those of a layout's result for drawn nodes, and the earlier ones for all others. */
export function positionsByRow(positions: Float32Array, rows: Uint32Array, earlier: Float32Array): Float32Array {
  const whole = earlier.slice()
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    whole[2 * row] = positions[2 * at]!
    whole[2 * row + 1] = positions[2 * at + 1]!
  }
  return whole
}

/** The rows of a mask, whose number is known. */
function rowsInMaskOf(mask: Uint8Array, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  let next = 0
  for (let row = 0; row < mask.length; row++) if (mask[row]) rows[next++] = row
  return rows
}

interface InputContext {
  readonly graph: Graph
  readonly view: View
  readonly rows: Uint32Array
  readonly number: Uint32Array
  readonly edges: Uint32Array
}

/** The parts of the input that only one layout needs. */
function layoutSpecificInput({ graph, view, rows, number, edges }: InputContext): Partial<LayoutInput> {
  switch (view.layout.name) {
    case 'radial': {
      const centre = number[nodeRowIndex(graph).get(view.layout.centre ?? '') ?? NONE]
      return centre === undefined || centre === NONE ? {} : { centre }
    }
    case 'time':
      return { timeline: timelineOf(lensedGraph(graph, view.filter), rows, view.layout.column) }
    case 'geo': {
      return {
        latitude: numbersOf(graph, 'latitude', rows),
        longitude: numbersOf(graph, 'longitude', rows),
        isContainment: containmentMask(graph, edges, placePredicates(graph)),
      }
    }
    default:
      return {}
  }
}

function numbersOf(graph: Graph, name: string, rows: Uint32Array): Float64Array {
  const column = graph.nodes.attributes.get(name)
  return column?.kind === 'number' ? pickTypedArrayRows(column.values, rows) : new Float64Array(rows.length).fill(NaN)
}

function containmentMask(
  { edges: { predicate } }: Graph,
  edges: Uint32Array,
  isPlacePredicate: Uint8Array,
): Uint8Array {
  const isContainment = new Uint8Array(edges.length)
  if (isPlacePredicate.includes(1))
    for (let at = 0; at < edges.length; at++) isContainment[at] = isPlacePredicate[predicate.codes[edges[at]!]!] ?? 0
  return isContainment
}

/** One byte a predicate of the graph's edges: 1 if it states in which place something is. */
const placePredicates = memoizeByGraph((graph) =>
  Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
    const predicate = predicatesById(graph).get(id)
    return predicate && isRelationPredicate(predicate) && predicate.facet === 'place' ? 1 : 0
  }),
)

function timelineOf(graph: Graph, rows: Uint32Array, columnId: string | undefined): TimelineData {
  const columns = timeColumns(graph)
  const column = columns.find(({ id }) => id === columnId) ?? columns[0]
  const { codes, names } = lanesOf(graph)
  return {
    values: column
      ? pickTypedArrayRows(timeValuesByNode(graph, column.id), rows)
      : new Float64Array(rows.length).fill(NaN),
    kind: column?.kind ?? 'date',
    lane: pickTypedArrayRows(codes, rows),
    laneNames: names,
  }
}

interface NamedCodes {
  readonly codes: Uint32Array
  readonly names: readonly string[]
}

/** The type of each node, in the schema's order of families, then of types; types that are not in the schema follow by name. */
const typeGroups = memoizeByGraph((graph): NamedCodes => {
  const families = graph.schema.families.map(({ id }) => id)
  const types = graph.schema.types.map(({ id }) => id)
  const rank = (id: string) => {
    const type = nodeTypesById(graph).get(id)
    return type ? families.indexOf(type.family) * types.length + types.indexOf(id) : families.length * types.length
  }
  const order = [...graph.nodes.type.dictionary].sort(
    (one, other) => rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0),
  )
  return recode(graph.nodes.type, order, (id) => nodeTypesById(graph).get(id)?.label ?? id)
})

/** Maximum number of lanes; the types beyond share the last one. */
const maxLanes = 9

/** The family of each node, or its type if the schema has no families. */
const lanesOf = memoizeByGraph((graph): NamedCodes => {
  const { families } = graph.schema
  const typed = typeGroups(graph)
  if (families.length === 0) {
    const names = typed.names.length > maxLanes ? [...typed.names.slice(0, maxLanes - 1), 'other types'] : typed.names
    return { codes: typed.codes.map((code) => Math.min(code, names.length - 1)), names }
  }
  const lane = graph.nodes.type.dictionary.map((id) =>
    families.findIndex((family) => family.id === nodeTypesById(graph).get(id)?.family),
  )
  const other = families.length
  const codes = graph.nodes.type.codes.map((code) => (code === NONE || lane[code]! < 0 ? other : lane[code]!))
  return { codes, names: [...families.map(({ label }) => label), 'Other'] }
})

/** The codes of a category in another order; rows without one come last. */
function recode(
  { codes, dictionary }: CategoryColumn,
  order: readonly string[],
  label: (id: string) => string,
): NamedCodes {
  const rank = new Map(order.map((id, at) => [id, at]))
  const codeFor = dictionary.map((id) => rank.get(id)!)
  return {
    codes: codes.map((code) => (code === NONE ? order.length : codeFor[code]!)),
    names: [...order.map(label), 'without a type'],
  }
}
