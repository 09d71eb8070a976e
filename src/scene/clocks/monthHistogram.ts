import type { Filter } from '../../analysis/filter/filter'
import { filterStep, filterTerm, termForKey } from '../../analysis/filter/filter'
import type { ClocksMessages } from '../../messages/clocks.en'
import type { Formatter } from '../../messages/formatter'
import { textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { neighbourDay, rowTimesOf } from '../../model/rowTimes'
import { graphBeforeLens } from '../../model/statementLens'

/** The two filter keys for dates: when sources were published, and the date for which statements hold. */
export type DateFilterKey = 'known' | 'held'

/** One month of a histogram, or one year if it spans decades, with the number of its statements or changes. */
interface MonthCount {
  /** "2026-02", or "2026" */
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
  /** What is counted: statements, or nodes and edges of a file that come or go. */
  readonly counts: 'statements' | 'changes'
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
      graph.statements.count === 0
        ? daysOfChanges(graph)
        : Array.from(
            { length: graph.statements.count },
            (_, row) => parseDateSpan(textAt(graph.statements.date, row))?.start,
          ),
      graph.statements.count === 0 ? 'changes' : 'statements',
    ),
  ),
}

/** The histogram of a graph's dates before any lens; undefined if fewer than two months have statements. */
export const monthHistogramOf = (graph: Graph, key: DateFilterKey): MonthHistogram | undefined =>
  histograms[key](graphBeforeLens(graph))

/** The days on which nodes and edges of a file come, and those after which they are gone. */
function daysOfChanges(graph: Graph): string[] {
  const { nodes, edges } = rowTimesOf(graph)
  return [nodes, edges].flatMap((times) =>
    (times?.intervals ?? []).flatMap((own) =>
      (own ?? []).flatMap(({ start, end }) =>
        [start, ...(isBounded(end) ? [neighbourDay(end, 1)] : [])].filter(isBounded),
      ),
    ),
  )
}

/** Whether a day is no open side of an interval. */
const isBounded = (day: string): boolean => day > '0001' && day < '9999'

/** More months than these are shown as years. */
const maxMonths = 240

function computeMonthHistogram(
  key: DateFilterKey,
  dates: readonly (string | undefined)[],
  counted: MonthHistogram['counts'] = 'statements',
): MonthHistogram | undefined {
  const [from, to] = counted === 'statements' ? ['1900', '2100'] : ['0001', '3000']
  const days = dates.filter((day) => day !== undefined && day > from && day < to).toSorted() as string[]
  if (new Set(days.map((day) => day.slice(0, 7))).size < 2) return undefined
  const [first, last] = [firstMonth(days), days.at(-1)!.slice(0, 7)]
  const idLength = monthNumber(last) - monthNumber(first) > maxMonths ? 4 : 7
  const ids =
    idLength === 7 ? monthsBetween(first, last) : yearsBetween(Number(first.slice(0, 4)), Number(last.slice(0, 4)))
  const counts = new Map<string, number>()
  for (const day of days) counts.set(day.slice(0, idLength), (counts.get(day.slice(0, idLength)) ?? 0) + 1)
  const earlier = days.filter((day) => day.slice(0, idLength) < ids[0]!).length
  const months = ids.map((id, index) => ({ id, count: (counts.get(id) ?? 0) + (index === 0 ? earlier : 0) }))
  const maxCount = Math.max(...months.map(({ count }) => count))
  return { key, months, maxCount, days: [...new Set(days)], counts: counted }
}

/** The month of the second percentile, so that a single old date does not squeeze all others into a corner. */
const firstMonth = (days: readonly string[]): string => days[Math.floor(days.length * 0.02)]!.slice(0, 7)

const monthNumber = (id: string): number => 12 * Number(id.slice(0, 4)) + Number(id.slice(5, 7))

const yearsBetween = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(4, '0'))

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
  if (months[0]?.id.length === 4) return yearTicks(months, maxTicks, format)
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

/** Possible distances between ticks in years. */
const yearStrides = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

function yearTicks(years: readonly MonthCount[], maxTicks: number, format: Formatter): MonthTick[] {
  const stride = yearStrides.find((each) => years.length / each <= maxTicks) ?? 1000
  return years.flatMap(({ id }, monthIndex) =>
    Number(id) % stride === 0 && monthIndex <= years.length * (1 - freeEnd)
      ? [{ monthIndex, text: format.date(id) }]
      : [],
  )
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
