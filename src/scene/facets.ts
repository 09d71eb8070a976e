import type { Visible } from '../analysis/filter/apply'
import type { Choice, Filter } from '../analysis/filter/filter'
import { choiceOf, termOf, without } from '../analysis/filter/filter'
import type { FilterKey, Values } from '../analysis/filter/keys'
import { keyNamed, NO_VALUE } from '../analysis/filter/keys'
import type { Column } from '../model/columns'
import type { Graph } from '../model/graph'
import { perGraph } from '../model/graph'
import { originalOf } from '../model/lens'
import { statuses } from '../model/words'
import { familyChoice, typeChoice, withoutKinds } from './kinds'
import { memoised } from './memo'
import { nameOf, type Named } from './names'
import { shown } from './shown'

/** One value of a facet. */
export interface FacetRow extends Named {
  /** The filter key that the row sets: in the facet of families, a type's row sets `type`. */
  readonly on: string
  readonly value: string
  /** How many there are in what the filter leaves without the facet's own steps. */
  readonly count: number
  /** How many there are in the whole graph. */
  readonly total: number
  readonly choice: Choice | 'some'
  /** The types of a family. */
  readonly rows: readonly FacetRow[]
}

/** What is counted: edges and figures together where both have the values. */
export type Counted = 'nodes' | 'edges' | 'edges and figures'

export interface Facet {
  readonly on: string
  readonly label: string
  readonly counted: Counted
  readonly rows: readonly FacetRow[]
  /** The largest total of a row, which is as long as a bar gets. */
  readonly most: number
  /** Whether `+1` makes sense: the values are groups that nodes belong to. */
  readonly membership: boolean
}

/** The keys that stand as facets, in their order; columns of opened files follow. */
const facetKeys = ['family', 'sector', 'status', 'origins', 'verdict', 'class', 'source', 'place', 'predicate'] as const

/** Every facet that has anything to choose from in this graph. */
export const facets = (graph: Graph, filter: Filter): readonly Facet[] => facetsOnce(originalOf(graph), filter)

const facetsOnce = memoised((graph: Graph, filter: Filter) =>
  [...facetKeys, ...columnNames(graph)]
    .map((on) => (on === 'family' ? kinds(graph, filter) : facetOf(graph, filter, on)))
    .filter((facet) => facet.rows.some(({ value }) => value !== NO_VALUE)),
)

/** The facet of any filter key, with a row for each value that occurs. An unknown key has no rows. */
export function facetOf(graph: Graph, filter: Filter, on: string): Facet {
  const key = keyNamed(graph, on)
  const counts = key ? countsOf(graph, source(filter, on), key) : []
  const rows = counts.map(({ value, count, total }): FacetRow => {
    return { ...named(graph, on, value), count, total, choice: choiceOf(filter, on, value), rows: [] }
  })
  return facet(on, key, inOrder(on, rows))
}

/** Families with their types; types alone where the graph knows no families. */
function kinds(graph: Graph, filter: Filter): Facet {
  const view = withoutKinds(filter)
  const types = countsOf(graph, view, keyNamed(graph, 'type')!).map(({ value, count, total }): FacetRow => {
    return { ...named(graph, 'type', value), count, total, choice: typeChoice(graph, filter, value), rows: [] }
  })
  if (graph.schema.families.length === 0) return facet('type', keyNamed(graph, 'type'), inOrder('type', types))
  const familyOf = new Map(graph.schema.types.map(({ id, family }) => [id, family]))
  const rows = countsOf(graph, view, keyNamed(graph, 'family')!).map(({ value, count, total }): FacetRow => {
    const own = types.filter((type) => familyOf.get(type.value) === value)
    const choice = familyChoice(graph, filter, value)
    return { ...named(graph, 'family', value), count, total, choice, rows: own.length > 1 ? own : [] }
  })
  const order = new Map(graph.schema.families.map(({ id }, index) => [id, index]))
  const sorted = rows.filter(({ value }) => value !== '').sort((a, b) => order.get(a.value)! - order.get(b.value)!)
  return { ...facet('family', keyNamed(graph, 'family'), sorted), label: 'Family and type' }
}

function facet(on: string, key: FilterKey | undefined, rows: readonly FacetRow[]): Facet {
  const counted = key?.of === 'node' ? 'nodes' : key?.figureValues ? 'edges and figures' : 'edges'
  return {
    on,
    label: key?.label ?? on,
    counted: on === 'predicate' ? 'edges' : counted,
    rows,
    most: Math.max(1, ...rows.map(({ total }) => total)),
    membership: on === 'sector' || on === 'place',
  }
}

const named = (graph: Graph, on: string, value: string) => {
  const { label, ja } = nameOf(graph, on, value)
  return { on, value, label, ja }
}

/** What a facet counts in: the filter without its own steps, and the very same filter where it has none. */
const source = (filter: Filter, on: string): Filter =>
  filter.some((step) => termOf(step, on)) ? without(filter, on) : filter

interface Count {
  readonly value: string
  readonly count: number
  readonly total: number
}

/** How often each value that occurs at all occurs in what a filter leaves. */
function countsOf(graph: Graph, filter: Filter, key: FilterKey): Count[] {
  const left = shown(graph, filter)
  const counts = new Map<string, { count: number; total: number }>()
  const add = (values: Values, mask: (row: number) => number) => {
    const { all, within } = tally(values, mask)
    values.dictionary.forEach((value, code) => {
      if (all[code] === 0) return
      const known = counts.get(value) ?? { count: 0, total: 0 }
      counts.set(value, { count: known.count + within[code]!, total: known.total + all[code]! })
    })
  }
  const edgesOrNodes = key.of === 'node' ? left.nodes : left.edges
  add(key.values(graph), (row) => edgesOrNodes[row]!)
  if (key.figureValues) addFigures(graph, key, left, add)
  return [...counts].map(([value, numbers]) => ({ value, ...numbers }))
}

/** A figure is shown with its node. Predicates of figures are no relations, and not counted among them. */
function addFigures(
  graph: Graph,
  key: FilterKey,
  left: Visible,
  add: (values: Values, mask: (row: number) => number) => void,
): void {
  if (key.id === 'predicate') return
  add(key.figureValues!(graph), (row) => left.nodes[graph.figures.subject[row]!]!)
}

function tally(values: Values, mask: (row: number) => number): { all: Uint32Array; within: Uint32Array } {
  const all = new Uint32Array(values.dictionary.length)
  const within = new Uint32Array(values.dictionary.length)
  const rows = values.kind === 'category' ? values.codes.length : values.offsets.length - 1
  for (let row = 0; row < rows; row++) {
    const start = values.kind === 'category' ? row : values.offsets[row]!
    const end = values.kind === 'category' ? row + 1 : values.offsets[row + 1]!
    const inside = mask(row)
    for (let at = start; at < end; at++) {
      const code = values.codes[at]!
      if (code >= all.length) continue
      all[code]!++
      within[code]! += inside
    }
  }
  return { all, within }
}

const statusOrder = new Map<string, number>(statuses.map((status, index) => [status, index]))

/** Statuses from the surest, other values from the most frequent; "none" last. */
function inOrder(on: string, rows: readonly FacetRow[]): readonly FacetRow[] {
  const last = ({ value }: FacetRow) => (value === NO_VALUE ? 1 : 0)
  const place = ({ value, total }: FacetRow) => (on === 'status' ? (statusOrder.get(value) ?? 99) : -total)
  return rows.toSorted(
    (a, b) => last(a) - last(b) || place(a) - place(b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
  )
}

const many = 40

/** What the node's own fields hold is no column to choose in. */
const ownFields = new Set(['aliases', 'latitude', 'longitude'])

/** Attribute columns whose values are few enough to choose among. */
const columnNames = perGraph((graph): readonly string[] => {
  const columns = [...graph.nodes.attributes, ...graph.edges.attributes]
  const few = columns.filter(([name, column]) => !ownFields.has(name) && isFew(column)).map(([name]) => `@${name}`)
  return [...new Set(few)]
})

function isFew(column: Column): boolean {
  if (column.kind === 'text') return false
  if (column.kind !== 'number') return column.dictionary.length > 1 && column.dictionary.length <= many
  const different = new Set<number>()
  for (const value of column.values) if (different.size <= many && !Number.isNaN(value)) different.add(value)
  return different.size > 1 && different.size <= 12
}

/** How many rows a facet shows before "n more". */
const shownAtFirst = 6

/** The rows that are always shown: the first few, what is chosen, and how many have none; all where one would be left out. */
export function firstRows({ on, rows }: Facet): readonly FacetRow[] {
  if (on === 'family' || on === 'status' || rows.length <= shownAtFirst + 1) return rows
  return rows.filter(({ choice, value }, index) => index < shownAtFirst || choice !== 'free' || value === NO_VALUE)
}
