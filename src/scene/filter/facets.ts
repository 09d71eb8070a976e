import type { Choice, Filter } from '../../analysis/filter/filter'
import { choiceOf, termOf, without } from '../../analysis/filter/filter'
import type { FilterKey } from '../../analysis/filter/filterKey'
import { keyNamed } from '../../analysis/filter/filterKeys'
import { nodesLeft } from '../../analysis/filter/applyFilter'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { foldAll } from '../../analysis/search/foldLargeText'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import { originalOf } from '../../model/statementLens'
import { statuses } from '../../model/enumerations'
import { facetHeads, headOf, type FacetHead } from './facetDefinitions'
import { familyChoice, typeChoice, withoutKinds } from './typeChoice'
import { memoised } from '../view/memoizeByPair'
import { nameOf, type Named } from '../text/valueLabels'
import { leftBy } from '../view/filterResult'
import { countable, countsWithin, occurringIn } from './valueCounts'

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

export interface Facet extends FacetHead {
  readonly rows: readonly FacetRow[]
  /** The largest total of a row, which is as long as a bar gets. */
  readonly most: number
}

/** Every facet whose values stand in a list, counted. */
export const facets = (graph: Graph, filter: Filter): readonly Facet[] => facetsOnce(originalOf(graph), filter)

const facetsOnce = memoised((graph: Graph, filter: Filter) =>
  facetHeads(graph).flatMap(({ on, shape }) => (shape === 'rows' ? [facetOf(graph, filter, on)] : [])),
)

/** The facet of any filter key, with a row for each value that occurs. An unknown key has no rows. */
export function facetOf(graph: Graph, filter: Filter, on: string): Facet {
  const whole = originalOf(graph)
  if (on === 'family' && whole.schema.families.length > 0) return kinds(whole, filter)
  const choices = on === 'type' ? undefined : choicesIn(filter, on)
  const left = on === 'type' ? withoutKinds(filter) : withoutOwn(filter, on)
  const choice = (value: string) => choices?.get(value) ?? (choices ? 'free' : typeChoice(whole, filter, value))
  return facet(whole, on, counted(whole, left, on, choice))
}

/** Families with their types. */
function kinds(graph: Graph, filter: Filter): Facet {
  const left = withoutKinds(filter)
  const types = counted(graph, left, 'type', (value) => typeChoice(graph, filter, value))
  const typeRows = new Map(types.map((row) => [row.value, row]))
  const rows = counted(graph, left, 'family', (value) => familyChoice(graph, filter, value)).map((row): FacetRow => {
    const own = graph.schema.types.flatMap(({ id, family }) => (family === row.value ? (typeRows.get(id) ?? []) : []))
    return { ...row, rows: own.length > 1 ? own : [] }
  })
  const order = new Map(graph.schema.families.map(({ id }, index) => [id, index]))
  const sorted = rows.filter(({ value }) => value !== '').sort((a, b) => order.get(a.value)! - order.get(b.value)!)
  return facet(graph, 'family', sorted)
}

const facet = (graph: Graph, on: string, rows: readonly FacetRow[]): Facet => ({
  ...headOf(graph, on, 'rows'),
  rows,
  most: rows.reduce((most, { total }) => Math.max(most, total), 1),
})

/** How the filter stands to each value that it names. */
const choicesIn = (filter: Filter, on: string): ReadonlyMap<string, Choice> =>
  new Map(
    filter.flatMap((step) => termOf(step, on)?.term.among ?? []).map((value) => [value, choiceOf(filter, on, value)]),
  )

/** What a facet counts in: the filter without its own steps, and the very same filter where it has none. */
export const withoutOwn = (filter: Filter, on: string): Filter =>
  filter.some((step) => termOf(step, on)) ? without(filter, on) : filter

/** A row for each value, in order, with how many of it are left. */
function counted(
  graph: Graph,
  left: Filter,
  on: string,
  choice: (value: string) => FacetRow['choice'],
): readonly FacetRow[] {
  const key = keyNamed(graph, on)
  const list = key && countable(graph, key)
  if (!list) return []
  const { values, totals } = occurringIn(list)
  const counts = countsWithin(graph, list, ...maskOf(graph, left, key, list.figureValues !== undefined))
  const { order, names } = standing(graph, on)
  return Array.from(order, (at): FacetRow => {
    const { label, ja } = names[at]!
    const value = values[at]!
    return { on, value, label, ja, count: counts[at]!, total: totals[at]!, choice: choice(value), rows: [] }
  })
}

/** What is left of the key's own table, and of the nodes where figures count: no more is computed than is asked for. */
export function maskOf(
  graph: Graph,
  left: Filter,
  { of }: FilterKey,
  withFigures = false,
): readonly [Uint8Array | undefined, Uint8Array | undefined] {
  if (left.every(({ off }) => off)) return [undefined, undefined]
  if (of === 'node') return [nodesLeftOnce(graph, left), undefined]
  const { nodes, edges } = leftBy(graph, left)
  return [edges, withFigures ? nodes : undefined]
}

const nodesLeftOnce = memoised(nodesLeft)

/** Names and order of a key's values, which no filter changes. */
const standing = (graph: Graph, on: string) => {
  const known = standings(graph)
  let found = known.get(on)
  if (!found) known.set(on, (found = stand(graph, on)))
  return found
}

interface Standing {
  readonly names: readonly Named[]
  /** Places among the values that occur. */
  readonly order: Uint32Array
}

const standings = perGraph(() => new Map<string, Standing>())

const statusOrder = new Map<string, number>(statuses.map((status, index) => [status, index]))

/** Statuses from the surest, other values from the most frequent; "none" last. */
function stand(graph: Graph, on: string): Standing {
  const { values, totals } = occurringIn(countable(graph, keyNamed(graph, on)!)!)
  const names = values.map((value) => nameOf(graph, on, value))
  const last = (at: number) => (values[at] === NO_VALUE ? 1 : 0)
  const place = (at: number) => (on === 'status' ? (statusOrder.get(values[at]!) ?? 99) : -totals[at]!)
  const label = (at: number) => names[at]!.label
  const order = Uint32Array.from(values.keys()).sort(
    (a, b) => last(a) - last(b) || place(a) - place(b) || (label(a) < label(b) ? -1 : label(a) > label(b) ? 1 : 0),
  )
  return { names, order }
}

/** How many rows a facet shows before "n more". */
const shownAtFirst = 6

/** The rows that are always shown: the first few, what is chosen, and how many have none; all where one would be left out. */
export function firstRows({ on, rows }: Pick<Facet, 'on' | 'rows'>): readonly FacetRow[] {
  if (on === 'family' || on === 'status' || rows.length <= shownAtFirst + 1) return rows
  return rows.filter(({ choice, value }, index) => index < shownAtFirst || choice !== 'free' || value === NO_VALUE)
}

/** The rows whose names contain a text: first those that begin so, else in their order. */
export function rowsLike(rows: readonly FacetRow[], text: string): readonly FacetRow[] {
  const wanted = foldAll(text.trim())
  if (wanted === '') return rows
  const names = rows.map(({ label, ja, value }) => `${label}\0${ja ?? ''}\0${value}`.replaceAll('\n', ' '))
  const folded = foldAll(names.join('\n')).split('\n')
  const begins = (at: number) => folded[at]!.startsWith(wanted) || folded[at]!.includes(`\0${wanted}`)
  const found = [...rows.keys()].filter((at) => folded[at]!.includes(wanted))
  return [...found.filter(begins), ...found.filter((at) => !begins(at))].map((at) => rows[at]!)
}
