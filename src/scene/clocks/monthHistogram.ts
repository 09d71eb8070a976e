import type { Filter } from '../../analysis/filter/filter'
import { filterStep, filterTerm, termForKey } from '../../analysis/filter/filter'
import type { ClocksMessages } from '../../messages/clocks.en'
import type { Formatter } from '../../messages/formatter'
import { textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'

/** The two filter keys for dates: when sources were published, and the date for which statements hold. */
export type DateFilterKey = 'known' | 'held'

/** One month of a histogram with the number of its statements. */
interface MonthCount {
  /** "2026-02" */
  readonly id: string
  readonly count: number
}

/** The months of a date key from the first to the last without gaps, and the days that statements have. */
export interface MonthHistogram {
  readonly key: DateFilterKey
  readonly months: readonly MonthCount[]
  readonly maxCount: number
  /** Sorted ISO days, each once: the steps of playback. */
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

/** The histogram of a graph's dates before any lens; undefined if fewer than two months have statements. */
export const monthHistogramOf = (graph: Graph, key: DateFilterKey): MonthHistogram | undefined =>
  histograms[key](graphBeforeLens(graph))

function computeMonthHistogram(key: DateFilterKey, dates: readonly (string | undefined)[]): MonthHistogram | undefined {
  const days = dates.filter((day) => day !== undefined && day > '1900' && day < '2100').toSorted() as string[]
  const counts = new Map<string, number>()
  for (const day of days) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1)
  if (counts.size < 2) return undefined
  const ids = monthsBetween(firstMonth(days), days.at(-1)!.slice(0, 7))
  const earlier = days.filter((day) => day.slice(0, 7) < ids[0]!).length
  const months = ids.map((id, index) => ({ id, count: (counts.get(id) ?? 0) + (index === 0 ? earlier : 0) }))
  return { key, months, maxCount: Math.max(...months.map(({ count }) => count)), days: [...new Set(days)] }
}

/** The month of the second percentile, so that a single old date does not squeeze all others into a corner. */
const firstMonth = (days: readonly string[]): string => days[Math.floor(days.length * 0.02)]!.slice(0, 7)

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  let [year, month] = yearAndMonth(first)
  for (;;) {
    const id = `${year}-${String(month).padStart(2, '0')}`
    months.push(id)
    if (id >= last || months.length > 600) return months
    month = month === 12 ? 1 : month + 1
    year += month === 1 ? 1 : 0
  }
}

/** A label below a histogram's bars. */
interface MonthTick {
  /** The month's index in `months`. */
  readonly monthIndex: number
  /** "Apr", "2026" for a January, "Sep 2025" for the first if it is another month. */
  readonly text: string
}

/** Possible distances between ticks in months: parts of a year, then years. */
const strides = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]

/** Share of the strip that is left free at its end, so that no label overflows it. */
const freeEnd = 0.1

interface TickOptions {
  readonly maxTicks: number
  readonly format: Formatter
  readonly clocks: ClocksMessages
}

/**
 * The labels below a histogram's bars: at equal distances that include January, at most `maxTicks`, and none so near the
 * end that it would overflow.
 */
export function monthTicks(months: readonly MonthCount[], { maxTicks, format, clocks }: TickOptions): MonthTick[] {
  const stride = strides.find((each) => months.length / each <= maxTicks) ?? strides.at(-1)!
  const inStride = months.flatMap(({ id }, monthIndex) => {
    const [year, month] = yearAndMonth(id)
    return (year * 12 + month - 1) % stride === 0 ? [monthIndex] : []
  })
  const shown = inStride.filter((monthIndex, at) => at === 0 || monthIndex <= months.length * (1 - freeEnd))
  return shown.map((monthIndex, at): MonthTick => {
    const { id } = months[monthIndex]!
    const [year, month] = yearAndMonth(id)
    if (month === 1) return { monthIndex, text: format.date(String(year)) }
    return { monthIndex, text: at === 0 ? format.date(id) : clocks.monthName({ month }) }
  })
}

const yearAndMonth = (id: string) => id.split('-').map(Number) as [year: number, month: number]

/** The date that a filter has for a key; undefined if it has none. */
export const dateInFilter = (filter: Filter, key: DateFilterKey): string | undefined =>
  filter.flatMap((each) => (each.off ? [] : (termForKey(each, key)?.term.values ?? []))).at(-1)

/** The filter with a date key set to a date, or without it; an existing step keeps its position. */
export function filterAtDate(filter: Filter, key: DateFilterKey, date: string | undefined): Filter {
  const at = filter.findIndex((each) => termForKey(each, key)?.wanted)
  const rest = filter.filter((each, index) => index === at || !termForKey(each, key))
  if (date === undefined) return rest.filter((each) => !termForKey(each, key))
  const own = filterStep(filterTerm(key, [date]))
  return at < 0 ? [...rest, own] : rest.map((each) => (termForKey(each, key) ? own : each))
}

/** The first day with statements after a date, or of all if there is no date; undefined after the last. */
export const nextDayWithStatements = ({ days }: MonthHistogram, date: string | undefined): string | undefined =>
  days.find((day) => date === undefined || day > (parseDateSpan(date)?.end ?? date))
