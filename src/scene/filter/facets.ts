import type { FacetChoice, Filter } from '../../analysis/filter/filter'
import { facetChoiceOf, termForKey, withoutKey } from '../../analysis/filter/filter'
import type { FilterKey } from '../../analysis/filter/filterKey'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { filteredNodeMask } from '../../analysis/filter/applyFilter'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { foldLargeText } from '../../analysis/search/foldLargeText'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { statuses } from '../../model/enumerations'
import { facetDefinitions, defineFacet, type FacetDefinition } from './facetDefinitions'
import { familyChoice, typeChoice, withoutFamilyAndTypeSteps } from './typeChoice'
import { memoizeByPair } from '../view/memoizeByPair'
import { bilingualValueLabel, type BilingualLabel } from '../text/valueLabels'
import { visibleFor } from '../view/filterResult'
import { countableValues, countValuesWithinMasks, distinctValues } from './valueCounts'

/** One value of a facet. */
export interface FacetRow extends BilingualLabel {
  /** The filter key that the row sets: in the facet of families, a type's row sets `type`. */
  readonly key: string
  readonly value: string
  /** How many there are in what the filter leaves without the facet's own steps. */
  readonly count: number
  /** How many there are in the whole graph. */
  readonly total: number
  readonly choice: FacetChoice | 'some'
  /** The types of a family. */
  readonly children: readonly FacetRow[]
}

export interface Facet extends FacetDefinition {
  readonly rows: readonly FacetRow[]
  /** The largest total of a row, which is as long as a bar gets. */
  readonly maxTotal: number
}

/** Every facet whose values stand in a list, counted. */
export const countedFacets = (graph: Graph, filter: Filter): readonly Facet[] =>
  facetsOnce(graphBeforeLens(graph), filter)

const facetsOnce = memoizeByPair((graph: Graph, filter: Filter) =>
  facetDefinitions(graph).flatMap(({ key, shape }) => (shape === 'rows' ? [facetForKey(graph, filter, key)] : [])),
)

/** The facet of any filter key, with a row for each value that occurs. An unknown key has no rows. */
export function facetForKey(graph: Graph, filter: Filter, key: string): Facet {
  const whole = graphBeforeLens(graph)
  if (key === 'family' && whole.schema.families.length > 0) return familyFacet(whole, filter)
  const choices = key === 'type' ? undefined : choicesIn(filter, key)
  const left = key === 'type' ? withoutFamilyAndTypeSteps(filter) : withoutFacetSteps(filter, key)
  const choice = (value: string) => choices?.get(value) ?? (choices ? 'free' : typeChoice(whole, filter, value))
  return makeFacet(whole, key, countFacetRows(whole, left, key, choice))
}

/** Families with their types. */
function familyFacet(graph: Graph, filter: Filter): Facet {
  const left = withoutFamilyAndTypeSteps(filter)
  const types = countFacetRows(graph, left, 'type', (value) => typeChoice(graph, filter, value))
  const typeRows = new Map(types.map((row) => [row.value, row]))
  const rows = countFacetRows(graph, left, 'family', (value) => familyChoice(graph, filter, value)).map(
    (row): FacetRow => {
      const own = graph.schema.types.flatMap(({ id, family }) => (family === row.value ? (typeRows.get(id) ?? []) : []))
      return { ...row, children: own.length > 1 ? own : [] }
    },
  )
  const order = new Map(graph.schema.families.map(({ id }, index) => [id, index]))
  const sorted = rows.filter(({ value }) => value !== '').sort((a, b) => order.get(a.value)! - order.get(b.value)!)
  return makeFacet(graph, 'family', sorted)
}

const makeFacet = (graph: Graph, key: string, rows: readonly FacetRow[]): Facet => ({
  ...defineFacet(graph, key, 'rows'),
  rows,
  maxTotal: rows.reduce((most, { total }) => Math.max(most, total), 1),
})

/** How the filter stands to each value that it names. */
const choicesIn = (filter: Filter, key: string): ReadonlyMap<string, FacetChoice> =>
  new Map(
    filter
      .flatMap((step) => termForKey(step, key)?.term.values ?? [])
      .map((value) => [value, facetChoiceOf(filter, key, value)]),
  )

/** What a facet counts in: the filter without its own steps, and the very same filter where it has none. */
export const withoutFacetSteps = (filter: Filter, key: string): Filter =>
  filter.some((step) => termForKey(step, key)) ? withoutKey(filter, key) : filter

/** A row for each value, in order, with how many of it are left. */
function countFacetRows(
  graph: Graph,
  left: Filter,
  key: string,
  choice: (value: string) => FacetRow['choice'],
): readonly FacetRow[] {
  const filterKey = filterKeyNamed(graph, key)
  const list = filterKey && countableValues(graph, filterKey)
  if (!list) return []
  const { values, totals } = distinctValues(list)
  const counts = countValuesWithinMasks(
    graph,
    list,
    ...visibleMasksForKey(graph, left, filterKey, list.figureValues !== undefined),
  )
  const { order, labels } = orderedLabels(graph, key)
  return Array.from(order, (at): FacetRow => {
    const { label, ja } = labels[at]!
    const value = values[at]!
    return { key, value, label, ja, count: counts[at]!, total: totals[at]!, choice: choice(value), children: [] }
  })
}

/** What is left of the key's own table, and of the nodes where figures count: no more is computed than is asked for. */
export function visibleMasksForKey(
  graph: Graph,
  left: Filter,
  { of }: FilterKey,
  withFigures = false,
): readonly [Uint8Array | undefined, Uint8Array | undefined] {
  if (left.every(({ off }) => off)) return [undefined, undefined]
  if (of === 'node') return [nodesLeftOnce(graph, left), undefined]
  const { nodes, edges } = visibleFor(graph, left)
  return [edges, withFigures ? nodes : undefined]
}

const nodesLeftOnce = memoizeByPair(filteredNodeMask)

/** Names and order of a key's values, which no filter changes. */
const orderedLabels = (graph: Graph, key: string) => {
  const known = orderedLabelsByKey(graph)
  let found = known.get(key)
  if (!found) known.set(key, (found = orderLabels(graph, key)))
  return found
}

interface OrderedLabels {
  readonly labels: readonly BilingualLabel[]
  /** Places among the values that occur. */
  readonly order: Uint32Array
}

const orderedLabelsByKey = memoizeByGraph(() => new Map<string, OrderedLabels>())

const statusOrder = new Map<string, number>(statuses.map((status, index) => [status, index]))

/** Statuses from the surest, other values from the most frequent; "none" last. */
function orderLabels(graph: Graph, key: string): OrderedLabels {
  const { values, totals } = distinctValues(countableValues(graph, filterKeyNamed(graph, key)!)!)
  const labels = values.map((value) => bilingualValueLabel(graph, key, value))
  const last = (at: number) => (values[at] === NO_VALUE ? 1 : 0)
  const rank = (at: number) => (key === 'status' ? (statusOrder.get(values[at]!) ?? 99) : -totals[at]!)
  const label = (at: number) => labels[at]!.label
  const order = Uint32Array.from(values.keys()).sort(
    (a, b) => last(a) - last(b) || rank(a) - rank(b) || (label(a) < label(b) ? -1 : label(a) > label(b) ? 1 : 0),
  )
  return { labels, order }
}

/** How many rows a facet shows before "n more". */
const initialRowCount = 6

/** The rows that are always shown: the first few, what is chosen, and how many have none; all where one would be left out. */
export function initialFacetRows({ key, rows }: Pick<Facet, 'key' | 'rows'>): readonly FacetRow[] {
  if (key === 'family' || key === 'status' || rows.length <= initialRowCount + 1) return rows
  return rows.filter(({ choice, value }, index) => index < initialRowCount || choice !== 'free' || value === NO_VALUE)
}

/** The rows whose names contain a text: first those that begin so, else in their order. */
export function facetRowsMatching(rows: readonly FacetRow[], text: string): readonly FacetRow[] {
  const wanted = foldLargeText(text.trim())
  if (wanted === '') return rows
  const labels = rows.map(({ label, ja, value }) => `${label}\0${ja ?? ''}\0${value}`.replaceAll('\n', ' '))
  const folded = foldLargeText(labels.join('\n')).split('\n')
  const begins = (at: number) => folded[at]!.startsWith(wanted) || folded[at]!.includes(`\0${wanted}`)
  const found = [...rows.keys()].filter((at) => folded[at]!.includes(wanted))
  return [...found.filter(begins), ...found.filter((at) => !begins(at))].map((at) => rows[at]!)
}
