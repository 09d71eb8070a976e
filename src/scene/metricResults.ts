import type { MetricsMessages } from '../messages/metrics.en'
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
import type { View } from './view/view'

/** A metric's column with its name in the graph: its id, or a longer name if the file has a column of that name. */
export interface NamedMetricColumn extends MetricColumn {
  readonly name: string
}

/** The result of a metric for the current graph. */
export interface MetricRunResult {
  readonly request: MetricRequest
  readonly columns: readonly NamedMetricColumn[]
  readonly statistics: readonly MetricStatistic[]
}

/** The view without the colours, sizes and filter steps that use some keys (such as `@pagerank`). */
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

/** The text of the filter that a metric is computed for: the active steps, except those about the metric's own columns. */
export const metricScopeText = (filter: Filter, keys: readonly string[]): string =>
  printFilter(withoutKeys(filter, keys).filter(({ off }) => !off))

/** A node with its value in a column. */
interface RankedNode {
  readonly row: number
  readonly node: string
  readonly label: string
  readonly value: number
}

/** The nodes with the highest or lowest numbers, that one first; ties in the order of the graph. */
export function topRankedNodes(
  graph: Graph,
  { values, lowest = false }: { readonly values: Float64Array; readonly lowest?: boolean | undefined },
  maxCount: number,
  texts: Texts,
): readonly RankedNode[] {
  const top: number[] = []
  const precedes = (one: number, other: number) => (lowest ? one < other : one > other)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (Number.isNaN(value) || (top.length === maxCount && !precedes(value, values[top.at(-1)!]!))) continue
    const index = top.findIndex((other) => precedes(value, values[other]!))
    top.splice(index < 0 ? top.length : index, 0, row)
    if (top.length > maxCount) top.pop()
  }
  return top.map((row) => {
    const label = labelInLanguage(texts.language, nodeRecordAt(graph, row))
    return { row, node: textAt(graph.nodes.id, row), label, value: values[row]! }
  })
}

/** The nodes with the same value. */
interface NodeGroup {
  readonly value: string
  readonly count: number
  /** The label of the group's node with the most edges, which suggests what the group is about. */
  readonly representativeLabel: string
}

/** The largest groups of a category column, largest first. */
export function largestGroups(
  graph: Graph,
  column: Extract<Column, { kind: 'category' }>,
  { maxCount, texts, degrees }: { maxCount: number; texts: Texts; degrees: Uint32Array },
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
    .slice(0, maxCount)
    .map((code): NodeGroup => {
      const row = representativeRows[code]!
      return {
        value: categoryAt(column, row)!,
        count: counts[code]!,
        representativeLabel: labelInLanguage(texts.language, nodeRecordAt(graph, row)),
      }
    })
}

/** The number of nodes with values from `low` up to `high`. */
export interface MetricHistogramBin {
  readonly low: number
  readonly high: number
  readonly count: number
}

/** A histogram with bins of equal width; empty if all values are equal. NaN is not counted. */
export function metricHistogram(values: Float64Array, binCount: number): readonly MetricHistogramBin[] {
  let [min, max] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  if (!(max > min)) return []
  const width = max / binCount - min / binCount
  const counts = new Uint32Array(binCount)
  for (const value of values) {
    if (!Number.isNaN(value)) counts[Math.min(binCount - 1, Math.floor(value / width - min / width) || 0)]!++
  }
  return Array.from(counts, (count, bin) => ({ low: min + bin * width, high: min + (bin + 1) * width, count }))
}

/** The filter with a step that keeps numbers of at least `value`, in place of earlier steps about the same key. */
export function filterAtLeast(filter: Filter, key: string, value: number): Filter {
  return [...withoutKeys(filter, [key]), filterStep(filterTerm(key, [printRange({ low: value, high: Infinity })]))]
}

/** The filter with a step that keeps or hides one value, in place of earlier steps about the same key. */
export const filterOnlyValue = (filter: Filter, key: string, value: string, isKept = true): Filter => {
  const clause = filterTerm(key, [value])
  return [...withoutKeys(filter, [key]), filterStep(isKept ? clause : negateClause(clause))]
}

/** A number with three significant digits, as people read it. */
export function readableMetricValue(value: number, { format }: Texts, { noValue }: MetricsMessages): string {
  if (Number.isNaN(value)) return noValue
  if (Number.isInteger(value)) return format.integer(value)
  const size = Math.abs(value)
  if (size >= 1000) return format.integer(Math.round(value))
  return size < 0.0001 ? value.toExponential(2) : String(Number(value.toPrecision(3)))
}
