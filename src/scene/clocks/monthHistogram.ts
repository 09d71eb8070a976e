import type { Filter } from '../../analysis/filter/filter'
import { filterStep, filterTerm, termForKey } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { formatDate, parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'

/** The two filter keys of dates: when documents were published, and when what they say holds. */
export type DateFilterKey = 'known' | 'held'

/** What the keys are called. */
export const dateFilterLabels: Readonly<Record<DateFilterKey, string>> = { known: 'As known on', held: 'As of' }

/** One month of a histogram with the number of statements that fall into it, by day where a day is given. */
interface MonthCount {
  /** "2026-02" */
  readonly id: string
  readonly count: number
}

/** The months of a date key from the first to the last, none left out, and the days at which something happens. */
export interface MonthHistogram {
  readonly key: DateFilterKey
  readonly months: readonly MonthCount[]
  readonly maxCount: number
  /** ISO days in order, each once: where playing stops. */
  readonly days: readonly string[]
}

const histograms: Readonly<Record<DateFilterKey, (graph: Graph) => MonthHistogram | undefined>> = {
  known: memoizeByGraph((graph) =>
    computeMonthHistogram(
      'known',
      Array.from(graph.statements.source, (source) => parseDateSpan(graph.sources[source]!.date ?? '')?.end),
    ),
  ),
  held: memoizeByGraph((graph) =>
    computeMonthHistogram(
      'held',
      Array.from(
        { length: graph.statements.count },
        (_, row) => parseDateSpan(textAt(graph.statements.date, row))?.start,
      ),
    ),
  ),
}

/** The histogram of a graph's dates; undefined where fewer than two months have anything. */
export const monthHistogramOf = (graph: Graph, key: DateFilterKey): MonthHistogram | undefined =>
  histograms[key](graphBeforeLens(graph))

function computeMonthHistogram(key: DateFilterKey, given: readonly (string | undefined)[]): MonthHistogram | undefined {
  const days = given.filter((day) => day !== undefined && day > '1900' && day < '2100').toSorted() as string[]
  const counts = new Map<string, number>()
  for (const day of days) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1)
  if (counts.size < 2) return undefined
  const ids = monthsBetween(startOf(days), days.at(-1)!.slice(0, 7))
  const early = days.filter((day) => day.slice(0, 7) < ids[0]!).length
  const months = ids.map((id, at) => ({ id, count: (counts.get(id) ?? 0) + (at === 0 ? early : 0) }))
  return { key, months, maxCount: Math.max(...months.map(({ count }) => count)), days: [...new Set(days)] }
}

/** The strip begins where the days get dense, so that one old date does not press all others into a corner. */
const startOf = (days: readonly string[]): string => days[Math.floor(days.length * 0.02)]!.slice(0, 7)

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  let [year, month] = first.split('-').map(Number) as [number, number]
  for (;;) {
    const id = `${year}-${String(month).padStart(2, '0')}`
    months.push(id)
    if (id >= last || months.length > 600) return months
    month = month === 12 ? 1 : month + 1
    year += month === 1 ? 1 : 0
  }
}

/** A word below a histogram's bars, at a month. */
interface MonthTick {
  /** Place of its month among the months. */
  readonly monthIndex: number
  /** "Apr", "2026" for a January, "Sep 2025" where nothing before it says the year. */
  readonly text: string
}

/** Months between the words of a scale: parts of a year, then years. */
const strides = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]

/** So much of the strip is left free at its end, so that no word runs over it. */
const freeEnd = 0.1

/**
 * The words below a histogram's bars: at equal distances, January among them, at most `maxTicks`, and none so near the end that it
 * would run over it.
 */
export function monthTicks(months: readonly MonthCount[], maxTicks: number): MonthTick[] {
  const stride = strides.find((each) => months.length / each <= maxTicks) ?? strides.at(-1)!
  const inStride = months.flatMap(({ id }, at) => {
    const [year, month] = id.split('-').map(Number) as [number, number]
    return (year * 12 + month - 1) % stride === 0 ? [at] : []
  })
  const monthIndices = inStride.filter((at, index) => index === 0 || at <= months.length * (1 - freeEnd))
  return monthIndices.map((at, index): MonthTick => {
    const [month, year] = formatDate(months[at]!.id).split(' ') as [string, string]
    if (month === 'Jan') return { monthIndex: at, text: year }
    return { monthIndex: at, text: index === 0 ? `${month} ${year}` : month }
  })
}

/** The date of a key in a filter; undefined where it is not set. */
export const dateInFilter = (filter: Filter, key: DateFilterKey): string | undefined =>
  filter.flatMap((each) => (each.off ? [] : (termForKey(each, key)?.term.values ?? []))).at(-1)

/** The filter with a date key set to a date, or let go; the step keeps its place. */
export function filterAtDate(filter: Filter, key: DateFilterKey, date: string | undefined): Filter {
  const at = filter.findIndex((each) => termForKey(each, key)?.wanted)
  const rest = filter.filter((each, index) => index === at || !termForKey(each, key))
  if (date === undefined) return rest.filter((each) => !termForKey(each, key))
  const own = filterStep(filterTerm(key, [date]))
  return at < 0 ? [...rest, own] : rest.map((each) => (termForKey(each, key) ? own : each))
}

/** Where playing goes from a date: the next day on which something happens, none after the last. */
export const nextDayWithStatements = ({ days }: MonthHistogram, date: string | undefined): string | undefined =>
  days.find((day) => date === undefined || day > (parseDateSpan(date)?.end ?? date))
