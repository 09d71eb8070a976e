import { not, step, term, termsOf, type Filter } from '../analysis/filter/filter'
import { rangeText } from '../analysis/filter/numericRange'
import { printFilter } from '../analysis/filter/filterSyntax'
import type { Measure } from '../analysis/metrics/metricRequest'
import type { MeasuredColumn, MeasuredFigure } from '../analysis/metrics/metric'
import type { Column } from '../model/columns'
import { categoryAt, NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { labelIn, type Language } from '../model/nodeNames'
import { nodeAt } from '../model/rowRecords'
import { grouped } from '../model/value'
import type { View } from './view/view'

/** What a measure gave: its columns under the names that the graph has them by, and its figures. */
export interface Measured {
  readonly measure: Measure
  readonly columns: readonly MeasuredColumn[]
  readonly figures: readonly MeasuredFigure[]
}

/** The view without what colours, sizes and filters by some keys (`@pagerank`). */
export function withoutColumns(view: View, keys: readonly string[]): View {
  const gone = (key: string | undefined) => key !== undefined && keys.includes(key)
  return {
    ...view,
    filter: withoutKeys(view.filter, keys),
    colour: gone(view.colour) ? undefined : view.colour,
    size: gone(view.size) ? undefined : view.size,
  }
}

const withoutKeys = (filter: Filter, keys: readonly string[]): Filter =>
  filter.some(({ clause }) => termsOf(clause).some(({ on }) => keys.includes(on)))
    ? filter.filter(({ clause }) => !termsOf(clause).some(({ on }) => keys.includes(on)))
    : filter

/** The text of a filter that a metric is measured within: what is shown, but for steps about the metric's own columns. */
export const withinOf = (filter: Filter, keys: readonly string[]): string =>
  printFilter(withoutKeys(filter, keys).filter(({ off }) => !off))

/** A node with its value of a column, for a list. */
export interface Ranked {
  readonly row: number
  readonly node: string
  readonly label: string
  readonly value: number
}

/** The nodes with the highest numbers, or the lowest, that one first; of like ones in the order of the graph. */
export function highest(
  graph: Graph,
  { values, lowest = false }: { readonly values: Float64Array; readonly lowest?: boolean | undefined },
  most: number,
  language: Language,
): readonly Ranked[] {
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
    const label = labelIn(language, nodeAt(graph, row))
    return { row, node: textAt(graph.nodes.id, row), label, value: values[row]! }
  })
}

/** A group of nodes that have the same value, for a list. */
export interface Grouped {
  readonly value: string
  readonly count: number
  /** The label of the group's node with the most edges, which says what the group is about. */
  readonly like: string
}

/** The largest groups of a column of categories. */
export function largest(
  graph: Graph,
  column: Extract<Column, { kind: 'category' }>,
  { most, language, degrees }: { most: number; language: Language; degrees: Uint32Array },
): readonly Grouped[] {
  const { codes, dictionary } = column
  const counts = new Uint32Array(dictionary.length)
  const leading = new Uint32Array(dictionary.length).fill(NONE)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    if (code === NONE) continue
    counts[code]!++
    if (leading[code] === NONE || degrees[row]! > degrees[leading[code]!]!) leading[code] = row
  }
  return [...counts.keys()]
    .filter((code) => counts[code]! > 0)
    .sort((one, other) => counts[other]! - counts[one]! || one - other)
    .slice(0, most)
    .map((code) => {
      const row = leading[code]!
      return { value: categoryAt(column, row)!, count: counts[code]!, like: labelIn(language, nodeAt(graph, row)) }
    })
}

/** How many nodes have numbers from `low` to `high`, in steps of the same width. */
export interface Bin {
  readonly low: number
  readonly high: number
  readonly count: number
}

/** A histogram of a column; none where no two numbers differ. */
export function histogram(values: Float64Array, bins: number): readonly Bin[] {
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
export function atLeast(filter: Filter, key: string, value: number): Filter {
  return [...withoutKeys(filter, [key]), step(term(key, [rangeText({ low: value, high: Infinity })]))]
}

/** The filter with one step that keeps one value, or rules it out. */
export const only = (filter: Filter, key: string, value: string, wanted = true): Filter => {
  const clause = term(key, [value])
  return [...withoutKeys(filter, [key]), step(wanted ? clause : not(clause))]
}

/** A number with about three digits that tell, as people read it. */
export function readableNumber(value: number): string {
  if (Number.isNaN(value)) return 'none'
  if (Number.isInteger(value)) return grouped(value)
  const size = Math.abs(value)
  if (size >= 1000) return grouped(Math.round(value))
  return size < 0.0001 ? value.toExponential(2) : String(Number(value.toPrecision(3)))
}
