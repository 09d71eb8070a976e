import type { Texts } from '../messages/texts.en'
import { negateClause, filterStep, filterTerm, termsInClause, type Filter } from '../analysis/filter/filter'
import { printRange } from '../analysis/filter/numericRange'
import { printFilter } from '../analysis/filter/filterSyntax'
import type { MetricRequest } from '../analysis/metrics/metricRequest'
import type { MetricColumn, MetricStatistic } from '../analysis/metrics/metric'
import type { Column } from '../model/columns'
import { categoryAt, NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { labelInLanguage } from '../model/nodeNames'
import { nodeRecordAt } from '../model/rowRecords'
import { groupThousands } from '../model/value'
import type { View } from './view/view'

/** What a metric gave: its columns under the names that the graph has them by, and its statistics. */
export interface MetricRunResult {
  readonly request: MetricRequest
  readonly columns: readonly MetricColumn[]
  readonly statistics: readonly MetricStatistic[]
}

/** The view without what colours, sizes and filters by some keys (`@pagerank`). */
export function viewWithoutKeys(view: View, keys: readonly string[]): View {
  const isRemoved = (key: string | undefined) => key !== undefined && keys.includes(key)
  return {
    ...view,
    filter: withoutKeys(view.filter, keys),
    colour: isRemoved(view.colour) ? undefined : view.colour,
    size: isRemoved(view.size) ? undefined : view.size,
  }
}

const withoutKeys = (filter: Filter, keys: readonly string[]): Filter =>
  filter.some(({ clause }) => termsInClause(clause).some(({ key }) => keys.includes(key)))
    ? filter.filter(({ clause }) => !termsInClause(clause).some(({ key }) => keys.includes(key)))
    : filter

/** The text of a filter that a metric is measured within: what is shown, but for steps about the metric's own columns. */
export const metricScopeText = (filter: Filter, keys: readonly string[]): string =>
  printFilter(withoutKeys(filter, keys).filter(({ off }) => !off))

/** A node with its value of a column, for a list. */
interface RankedNode {
  readonly row: number
  readonly node: string
  readonly label: string
  readonly value: number
}

/** The nodes with the highest numbers, or the lowest, that one first; of like ones in the order of the graph. */
export function topRankedNodes(
  graph: Graph,
  { values, lowest = false }: { readonly values: Float64Array; readonly lowest?: boolean | undefined },
  most: number,
  texts: Texts,
): readonly RankedNode[] {
  const top: number[] = []
  const before = (one: number, other: number) => (lowest ? one < other : one > other)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (Number.isNaN(value) || (top.length === most && !before(value, values[top.at(-1)!]!))) continue
    const place = top.findIndex((other) => before(value, values[other]!))
    top.splice(place < 0 ? top.length : place, 0, row)
    if (top.length > most) top.pop()
  }
  return top.map((row) => {
    const label = labelInLanguage(texts.language, nodeRecordAt(graph, row))
    return { row, node: textAt(graph.nodes.id, row), label, value: values[row]! }
  })
}

/** A group of nodes that have the same value, for a list. */
interface NodeGroup {
  readonly value: string
  readonly count: number
  /** The label of the group's node with the most edges, which says what the group is about. */
  readonly representativeLabel: string
}

/** The largest groups of a column of categories. */
export function largestGroups(
  graph: Graph,
  column: Extract<Column, { kind: 'category' }>,
  { most, texts, degrees }: { most: number; texts: Texts; degrees: Uint32Array },
): readonly NodeGroup[] {
  const { codes, dictionary } = column
  const counts = new Uint32Array(dictionary.length)
  const representativeRows = new Uint32Array(dictionary.length).fill(NONE)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    if (code === NONE) continue
    counts[code]!++
    if (representativeRows[code] === NONE || degrees[row]! > degrees[representativeRows[code]!]!)
      representativeRows[code] = row
  }
  return [...counts.keys()]
    .filter((code) => counts[code]! > 0)
    .sort((one, other) => counts[other]! - counts[one]! || one - other)
    .slice(0, most)
    .map((code): NodeGroup => {
      const row = representativeRows[code]!
      return {
        value: categoryAt(column, row)!,
        count: counts[code]!,
        representativeLabel: labelInLanguage(texts.language, nodeRecordAt(graph, row)),
      }
    })
}

/** How many nodes have numbers from `low` to `high`, in steps of the same width. */
export interface MetricHistogramBin {
  readonly low: number
  readonly high: number
  readonly count: number
}

/** A histogram of a column; none where no two numbers differ. */
export function metricHistogram(values: Float64Array, bins: number): readonly MetricHistogramBin[] {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  if (!(most > least)) return []
  const width = most / bins - least / bins
  const counts = new Uint32Array(bins)
  for (const value of values) {
    if (!Number.isNaN(value)) counts[Math.min(bins - 1, Math.floor(value / width - least / width) || 0)]!++
  }
  return Array.from(counts, (count, at) => ({ low: least + at * width, high: least + (at + 1) * width, count }))
}

/** The filter with one step that keeps what has a number of at least so much; an earlier one about the same key goes. */
export function filterAtLeast(filter: Filter, key: string, value: number): Filter {
  return [...withoutKeys(filter, [key]), filterStep(filterTerm(key, [printRange({ low: value, high: Infinity })]))]
}

/** The filter with one step that keeps one value, or rules it out. */
export const filterOnlyValue = (filter: Filter, key: string, value: string, wanted = true): Filter => {
  const clause = filterTerm(key, [value])
  return [...withoutKeys(filter, [key]), filterStep(wanted ? clause : negateClause(clause))]
}

/** A number with about three digits that tell, as people read it. */
export function readableMetricValue(value: number): string {
  if (Number.isNaN(value)) return 'none'
  if (Number.isInteger(value)) return groupThousands(value)
  const size = Math.abs(value)
  if (size >= 1000) return groupThousands(Math.round(value))
  return size < 0.0001 ? value.toExponential(2) : String(Number(value.toPrecision(3)))
}
