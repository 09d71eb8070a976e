import type { Filter } from '../../analysis/filter/filter'
import { step, term, termOf } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { readableDate, spanOf } from '../../model/date'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import { originalOf } from '../../model/statementLens'

/** The two clocks: when documents were published, and when what they say holds. */
export type Clock = 'known' | 'held'

/** What the clocks are called. */
export const clockNames: Readonly<Record<Clock, string>> = { known: 'As known on', held: 'As of' }

/** One month of a clock with the number of statements that fall into it, by day where a day is given. */
export interface Month {
  /** "2026-02" */
  readonly id: string
  readonly count: number
}

/** A clock's months from the first to the last, none left out, and the days at which something happens. */
export interface ClockFace {
  readonly clock: Clock
  readonly months: readonly Month[]
  readonly most: number
  /** ISO days in order, each once: where playing stops. */
  readonly days: readonly string[]
}

const faces: Readonly<Record<Clock, (graph: Graph) => ClockFace | undefined>> = {
  known: perGraph((graph) =>
    faceOf(
      'known',
      Array.from(graph.statements.source, (source) => spanOf(graph.sources[source]!.date ?? '')?.end),
    ),
  ),
  held: perGraph((graph) =>
    faceOf(
      'held',
      Array.from({ length: graph.statements.count }, (_, row) => spanOf(textAt(graph.statements.date, row))?.start),
    ),
  ),
}

/** A clock of a graph; undefined where fewer than two months have anything. */
export const faceIn = (graph: Graph, clock: Clock): ClockFace | undefined => faces[clock](originalOf(graph))

function faceOf(clock: Clock, given: readonly (string | undefined)[]): ClockFace | undefined {
  const days = given.filter((day) => day !== undefined && day > '1900' && day < '2100').toSorted() as string[]
  const counts = new Map<string, number>()
  for (const day of days) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1)
  if (counts.size < 2) return undefined
  const ids = monthsBetween(startOf(days), days.at(-1)!.slice(0, 7))
  const early = days.filter((day) => day.slice(0, 7) < ids[0]!).length
  const months = ids.map((id, at) => ({ id, count: (counts.get(id) ?? 0) + (at === 0 ? early : 0) }))
  return { clock, months, most: Math.max(...months.map(({ count }) => count)), days: [...new Set(days)] }
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

/** A word below a clock's bars, at a month. */
export interface Tick {
  /** Place of its month among the months. */
  readonly at: number
  /** "Apr", "2026" for a January, "Sep 2025" where nothing before it says the year. */
  readonly text: string
}

/** Months between the words of a scale: parts of a year, then years. */
const strides = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]

/** So much of the strip is left free at its end, so that no word runs over it. */
const tail = 0.1

/**
 * The words below a clock's bars: at equal distances, January among them, at most `most`, and none so near the end that it
 * would run over it.
 */
export function ticksOf(months: readonly Month[], most: number): Tick[] {
  const stride = strides.find((each) => months.length / each <= most) ?? strides.at(-1)!
  const inStride = months.flatMap(({ id }, at) => {
    const [year, month] = id.split('-').map(Number) as [number, number]
    return (year * 12 + month - 1) % stride === 0 ? [at] : []
  })
  const places = inStride.filter((at, index) => index === 0 || at <= months.length * (1 - tail))
  return places.map((at, index): Tick => {
    const [month, year] = readableDate(months[at]!.id).split(' ') as [string, string]
    if (month === 'Jan') return { at, text: year }
    return { at, text: index === 0 ? `${month} ${year}` : month }
  })
}

/** The date at which a clock stands in a filter; undefined where it is not set. */
export const clockTime = (filter: Filter, clock: Clock): string | undefined =>
  filter.flatMap((each) => (each.off ? [] : (termOf(each, clock)?.term.among ?? []))).at(-1)

/** The filter with a clock set to a date, or let go; the step keeps its place. */
export function atTime(filter: Filter, clock: Clock, date: string | undefined): Filter {
  const at = filter.findIndex((each) => termOf(each, clock)?.wanted)
  const rest = filter.filter((each, index) => index === at || !termOf(each, clock))
  if (date === undefined) return rest.filter((each) => !termOf(each, clock))
  const own = step(term(clock, [date]))
  return at < 0 ? [...rest, own] : rest.map((each) => (termOf(each, clock) ? own : each))
}

/** Where playing goes from a date: the next day on which something happens, none after the last. */
export const nextDay = ({ days }: ClockFace, date: string | undefined): string | undefined =>
  days.find((day) => date === undefined || day > (spanOf(date)?.end ?? date))

/** "As known on 17 Feb 2026" */
export const clockText = (clock: Clock, date: string): string => `${clockNames[clock]} ${readableDate(date)}`
