import type { CategoryColumn, TextColumn } from '../../model/columns'
import { NONE, textAt } from '../../model/columns'
import type { IntervalColumn } from './intervalColumn'

/** A time from its first to its last millisecond, counted from 1970 in UTC. */
interface TimeSpan {
  readonly low: number
  readonly high: number
}

const time = String.raw`(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?`
const iso = new RegExp(String.raw`^(\d{4})(?:-(\d{2})(?:-(\d{2})${time})?)?$`)
const day = 86_400_000

/**
 * What a date or time in ISO 8601 can mean: "2026-02" all of that month, "2026-02-17T12:30" that minute. A time without
 * a zone is taken as UTC. Undefined where the text is none.
 */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const match = iso.exec(text)
  if (!match) return undefined
  const [year, month, date] = match.slice(1, 4).map((part) => (part === undefined ? 0 : Number(part)))
  if (match[2] === undefined) return { low: dayOf(year!, 1, 1), high: dayOf(year! + 1, 1, 1) - 1 }
  if (month! < 1 || month! > 12) return undefined
  const next = dayOf(year!, month! + 1, 1)
  if (match[3] === undefined) return { low: dayOf(year!, month!, 1), high: next - 1 }
  const start = dayOf(year!, month!, date!)
  if (date! < 1 || start >= next) return undefined
  return match[4] === undefined ? { low: start, high: start + day - 1 } : timeOf(start, match.slice(4))
}

/** A time of a day, as hour, minute, second, fraction and zone. */
function timeOf(
  start: number,
  [hour, minute, second, fraction, zone]: readonly (string | undefined)[],
): TimeSpan | undefined {
  const ahead = zoneOf(zone)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60 || ahead === undefined) return undefined
  const low = start + (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second ?? 0) * 1000 - ahead
  if (second === undefined) return { low, high: low + 59_999 }
  if (fraction === undefined) return { low, high: low + 999 }
  const exact = low + Math.floor(Number(`0.${fraction}`) * 1000)
  return { low: exact, high: exact }
}

/** Milliseconds of a day's beginning; months and days beyond the last count on. */
function dayOf(year: number, month: number, date: number): number {
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, date)
  return moment.getTime()
}

/** Milliseconds that a zone is ahead of UTC; undefined where there is no such zone. */
function zoneOf(text: string | undefined): number | undefined {
  if (text === undefined || text === 'Z') return 0
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', '') || 0)]
  if (hours > 14 || minutes > 59) return undefined
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** So many texts are read in one part: some milliseconds. */
const atOnce = 4096

/** A column of texts as times, where every text that there is is one, and there is one; undefined otherwise. In parts. */
export function* timeSpansOfTextColumn(column: TextColumn): Generator<void, IntervalColumn | undefined> {
  const count = column.offsets.length - 1
  const times = { low: new Float64Array(count).fill(NaN), high: new Float64Array(count).fill(NaN) }
  let any = false
  for (let row = 0; row < count; row++) {
    if (row % atOnce === atOnce - 1) yield
    if (column.offsets[row] === column.offsets[row + 1]) continue
    any = true
    const found = timeAt(column, row)
    if (!found) return undefined
    times.low[row] = found.low
    times.high[row] = found.high
  }
  return any ? times : undefined
}

function timeAt(column: TextColumn, row: number): TimeSpan | undefined {
  const plain = plainDay(column, row)
  return plain === plain ? { low: plain, high: plain + day - 1 } : parseTimeSpan(textAt(column, row))
}

/** A column of few different texts as times, on the same terms. In parts. */
export function* timeSpansOfCategoryColumn({
  codes,
  dictionary,
}: CategoryColumn): Generator<void, IntervalColumn | undefined> {
  const used = new Uint8Array(dictionary.length)
  for (const code of codes) if (code !== NONE) used[code] = 1
  const low = new Float64Array(dictionary.length)
  const high = new Float64Array(dictionary.length)
  for (let code = 0; code < dictionary.length; code++) {
    if (code % atOnce === atOnce - 1) yield
    if (used[code] === 0) continue
    const found = parseTimeSpan(dictionary[code]!)
    if (!found) return undefined
    low[code] = found.low
    high[code] = found.high
  }
  return used.includes(1) ? { low: byCode(codes, low), high: byCode(codes, high) } : undefined
}

function byCode(codes: Uint32Array, values: Float64Array): Float64Array {
  const of = new Float64Array(codes.length)
  for (let row = 0; row < of.length; row++) of[row] = codes[row] === NONE ? NaN : values[codes[row]!]!
  return of
}

/** 2026-02-17 read from its bytes, as most dates are written: its first millisecond; NaN where it is written otherwise, or is none. */
function plainDay({ bytes, offsets }: TextColumn, row: number): number {
  const at = offsets[row]!
  if (offsets[row + 1]! - at !== 10 || bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return NaN
  const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2)
  const month = twoDigits(bytes, at + 5)
  const date = twoDigits(bytes, at + 8)
  // The last days of a month are left to the one that knows the calendar.
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= 28 ? daysFrom(year, month, date) * day : NaN
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at]! - 48, bytes[at + 1]! - 48]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

/** Days from 1970 in the Gregorian calendar, whose years begin in March for the count (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function daysFrom(year: number, month: number, date: number): number {
  const own = month <= 2 ? year - 1 : year
  const era = Math.floor(own / 400)
  const ofEra = own - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}
