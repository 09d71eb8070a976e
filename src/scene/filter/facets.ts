import type { Texts } from '../../messages/texts.en'
import type { FacetChoice, Filter } from '../../analysis/filter/filter'
import { facetChoiceOf, termForKey, withoutKey } from '../../analysis/filter/filter'
import { isTopological, type FilterKeyDefinition } from '../../analysis/filter/filterKey'
import { builtInFilterKey, filterKeyNamed } from '../../analysis/filter/filterKeys'
import { filteredNodeMask } from '../../analysis/filter/applyFilter'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { foldLargeText } from '../../analysis/search/foldLargeText'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { statementStatuses } from '../../model/enumerations'
import { facetDefinitions, defineFacet, type FacetDefinition } from './facetDefinitions'
import { familyChoice, typeChoice, withoutFamilyAndTypeSteps } from './typeChoice'
import { memoizeByPair } from '../view/memoizeByPair'
import { bilingualValueLabel, type BilingualLabel } from '../text/valueLabels'
import { visibleFor } from '../view/filterResult'
import { countableValues, countValuesWithinMasks, distinctValues } from './valueCounts'

/** One value of a facet. */
export interface FacetRow extends BilingualLabel {
  /** The filter key that the row sets: in the facet of families, the row of a type sets `type`. */
  readonly key: string
  readonly value: string
  /** Number of rows that pass the filter without the facet's own steps. */
  readonly count: number
  /** Number of rows in the whole graph. */
  readonly total: number
  readonly choice: FacetChoice | 'some'
  /** The types of a family. */
  readonly children: readonly FacetRow[]
}

export interface Facet extends FacetDefinition {
  readonly rows: readonly FacetRow[]
  /** The largest total of a row: the length of the longest bar. */
  readonly maxTotal: number
}

/** Every facet that is a list of values, counted. */
export const countedFacets = (graph: Graph, filter: Filter, texts: Texts): readonly Facet[] =>
  facetDefinitions(graph).flatMap(({ key, shape }) =>
    shape === 'rows' ? [facetForKey(graph, filter, key, texts)] : [],
  )

/** The facet of any filter key, with a row for each value that occurs. An unknown key has no rows. */
export function facetForKey(graph: Graph, filter: Filter, key: string, texts: Texts): Facet {
  const whole = graphBeforeLens(graph)
  if (key === 'family' && whole.schema.families.length > 0) return familyFacet(whole, filter, texts)
  const choices = key === 'type' ? undefined : choicesIn(filter, key)
  const otherSteps = key === 'type' ? withoutFamilyAndTypeSteps(filter) : filterForFacet(filter, key)
  const choice = (value: string) => choices?.get(value) ?? (choices ? 'free' : typeChoice(whole, filter, value))
  return makeFacet(whole, key, countFacetRows({ graph: whole, filter: otherSteps, key, texts }, choice))
}

/** Families with their types. */
function familyFacet(graph: Graph, filter: Filter, texts: Texts): Facet {
  const counted = { graph, filter: withoutFamilyAndTypeSteps(filter), texts }
  const types = countFacetRows({ ...counted, key: 'type' }, (value) => typeChoice(graph, filter, value))
  const typeRows = new Map(types.map((row) => [row.value, row]))
  const rows = countFacetRows({ ...counted, key: 'family' }, (value) => familyChoice(graph, filter, value)).map(
    (row): FacetRow => {
      const members = graph.schema.types.flatMap(({ id, family }) =>
        family === row.value ? (typeRows.get(id) ?? []) : [],
      )
      return { ...row, children: members.length > 1 ? members : [] }
    },
  )
  const order = new Map(graph.schema.families.map(({ id }, index) => [id, index]))
  const sorted = rows.filter(({ value }) => value !== '').sort((a, b) => order.get(a.value)! - order.get(b.value)!)
  return makeFacet(graph, 'family', sorted)
}

const makeFacet = (graph: Graph, key: string, rows: readonly FacetRow[]): Facet => ({
  ...defineFacet(graph, key, 'rows'),
  rows,
  maxTotal: rows.reduce((max, { total }) => Math.max(max, total), 1),
})

/** The choice of each value that the filter names. */
const choicesIn = (filter: Filter, key: string): ReadonlyMap<string, FacetChoice> =>
  new Map(
    filter
      .flatMap((step) => termForKey(step, key)?.term.values ?? [])
      .map((value) => [value, facetChoiceOf(filter, key, value)]),
  )

/**
 * The filter that a facet counts within: without the facet's own steps, or the same object if it has none. A facet of degrees,
 * whose values depend on what its step receives, counts what stands above its step.
 */
export function filterForFacet(filter: Filter, key: string): Filter {
  const first = filter.findIndex((step) => termForKey(step, key))
  if (first < 0) return filter
  const definition = builtInFilterKey(key)
  return definition && isTopological(definition) ? filter.slice(0, first) : withoutKey(filter, key)
}

interface CountedFacet {
  readonly graph: Graph
  /** The filter without the facet's own steps. */
  readonly filter: Filter
  readonly key: string
  readonly texts: Texts
}

/** A row for each value, in order, with its counts. */
function countFacetRows(
  { graph, filter, key, texts }: CountedFacet,
  choice: (value: string) => FacetRow['choice'],
): readonly FacetRow[] {
  const filterKey = filterKeyNamed(graph, key)
  const list = filterKey && countableValues(graph, filterKey)
  if (!list) return []
  const { values, totals } = distinctValues(list)
  const counts = countValuesWithinMasks(
    graph,
    list,
    ...visibleMasksForKey(graph, filter, filterKey, list.figureValues !== undefined),
  )
  const { order, labels } = orderedLabels(graph, key, texts)
  return Array.from(order, (index): FacetRow => {
    const { label, ja } = labels[index]!
    const value = values[index]!
    const [count, total] = [counts[index]!, totals[index]!]
    return { key, value, label, ja, count, total, choice: choice(value), children: [] }
  })
}

/** The masks of the key's own table, and of the nodes if figures count; undefined for all rows. Only what is needed is computed. */
export function visibleMasksForKey(
  graph: Graph,
  filter: Filter,
  { of }: FilterKeyDefinition,
  withFigures = false,
): readonly [Uint8Array | undefined, Uint8Array | undefined] {
  if (filter.every(({ off }) => off)) return [undefined, undefined]
  if (of === 'node') return [filteredNodes(graph, filter), undefined]
  const { nodes, edges } = visibleFor(graph, filter)
  return [edges, withFigures ? nodes : undefined]
}

const filteredNodes = memoizeByPair(filteredNodeMask)

/** Labels and order of a key's values, which do not depend on the filter. */
function orderedLabels(graph: Graph, key: string, texts: Texts): OrderedLabels {
  const cache = orderedLabelsByKey(graph)
  const cacheKey = `${texts.language} ${key}`
  let ordered = cache.get(cacheKey)
  if (!ordered) cache.set(cacheKey, (ordered = orderLabels(graph, key, texts)))
  return ordered
}

interface OrderedLabels {
  readonly labels: readonly BilingualLabel[]
  /** Indices into the distinct values. */
  readonly order: Uint32Array
}

const orderedLabelsByKey = memoizeByGraph(() => new Map<string, OrderedLabels>())

const statusOrder = new Map<string, number>(statementStatuses.map((status, index) => [status, index]))

/** Statuses from the most certain, other values from the most frequent; "none" comes last. */
function orderLabels(graph: Graph, key: string, texts: Texts): OrderedLabels {
  const { values, totals } = distinctValues(countableValues(graph, filterKeyNamed(graph, key)!)!)
  const labels = values.map((value) => bilingualValueLabel(graph, key, value, texts))
  const last = (at: number) => (values[at] === NO_VALUE ? 1 : 0)
  const rank = (at: number) => (key === 'status' ? (statusOrder.get(values[at]!) ?? 99) : -totals[at]!)
  const label = (at: number) => labels[at]!.label
  const order = Uint32Array.from(values.keys()).sort(
    (a, b) => last(a) - last(b) || rank(a) - rank(b) || (label(a) < label(b) ? -1 : label(a) > label(b) ? 1 : 0),
  )
  return { labels, order }
}

/** Number of rows that a facet shows before "n more". */
const initialRowCount = 6

/** The rows that are always shown: the first few, chosen values, and "none"; all rows if only one would be hidden. */
export function initialFacetRows({ key, rows }: Pick<Facet, 'key' | 'rows'>): readonly FacetRow[] {
  if (key === 'family' || key === 'status' || rows.length <= initialRowCount + 1) return rows
  return rows.filter(({ choice, value }, index) => index < initialRowCount || choice !== 'free' || value === NO_VALUE)
}

/** The rows whose labels contain a text: first those that begin with it, otherwise in their order. */
export function facetRowsMatching(rows: readonly FacetRow[], text: string): readonly FacetRow[] {
  const wanted = foldLargeText(text.trim())
  if (wanted === '') return rows
  const labels = rows.map(({ label, ja, value }) => `${label}\0${ja ?? ''}\0${value}`.replaceAll('\n', ' '))
  const folded = foldLargeText(labels.join('\n')).split('\n')
  const begins = (at: number) => folded[at]!.startsWith(wanted) || folded[at]!.includes(`\0${wanted}`)
  const found = [...rows.keys()].filter((at) => folded[at]!.includes(wanted))
  return [...found.filter(begins), ...found.filter((at) => !begins(at))].map((at) => rows[at]!)
}
