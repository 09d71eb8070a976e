import type { CategoryColumn, TextColumn } from '../../model/columns'
import { NONE, textAt } from '../../model/columns'
import type { IntervalColumn } from './intervalColumn'

/** The first and last millisecond of a time, since 1970 in UTC. */
interface TimeSpan {
  readonly low: number
  readonly high: number
}

const timePattern = String.raw`(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?`
const isoPattern = new RegExp(String.raw`^(\d{4})(?:-(\d{2})(?:-(\d{2})${timePattern})?)?$`)
const millisecondsPerDay = 86_400_000

/**
 * The span of a date or time in ISO 8601: "2026-02" is all of that month, "2026-02-17T12:30" that minute. A time without
 * a zone is read as UTC. Undefined if the text is neither.
 */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const match = isoPattern.exec(text)
  if (!match) return undefined
  const [year, month, date] = match.slice(1, 4).map((part) => (part === undefined ? 0 : Number(part)))
  if (match[2] === undefined) return { low: startOfDay(year!, 1, 1), high: startOfDay(year! + 1, 1, 1) - 1 }
  if (month! < 1 || month! > 12) return undefined
  const next = startOfDay(year!, month! + 1, 1)
  if (match[3] === undefined) return { low: startOfDay(year!, month!, 1), high: next - 1 }
  const start = startOfDay(year!, month!, date!)
  if (date! < 1 || start >= next) return undefined
  return match[4] === undefined
    ? { low: start, high: start + millisecondsPerDay - 1 }
    : timeOfDay(start, match.slice(4))
}

/** The span of a time of day; `start` is the day's first millisecond. */
function timeOfDay(
  start: number,
  [hour, minute, second, fraction, zone]: readonly (string | undefined)[],
): TimeSpan | undefined {
  const offset = zoneOffset(zone)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60 || offset === undefined) return undefined
  const low = start + (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second ?? 0) * 1000 - offset
  if (second === undefined) return { low, high: low + 59_999 }
  if (fraction === undefined) return { low, high: low + 999 }
  const exact = low + Math.floor(Number(`0.${fraction}`) * 1000)
  return { low: exact, high: exact }
}

/** First millisecond of a day; months and days past the last one carry over. */
function startOfDay(year: number, month: number, date: number): number {
  const start = new Date(0)
  start.setUTCFullYear(year, month - 1, date)
  return start.getTime()
}

/** Milliseconds that a zone is ahead of UTC; undefined if there is no such zone. */
function zoneOffset(text: string | undefined): number | undefined {
  if (text === undefined || text === 'Z') return 0
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', '') || 0)]
  if (hours > 14 || minutes > 59) return undefined
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** Number of texts read in one slice: a few milliseconds. */
const textsPerSlice = 4096

/** Reads a text column as times, in slices. Undefined unless it has a text and each of its texts is a date or time. */
export function* timeSpansOfTextColumn(column: TextColumn): Generator<void, IntervalColumn | undefined> {
  const count = column.offsets.length - 1
  const times = { low: new Float64Array(count).fill(NaN), high: new Float64Array(count).fill(NaN) }
  let any = false
  for (let row = 0; row < count; row++) {
    if (row % textsPerSlice === textsPerSlice - 1) yield
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
  return plain === plain ? { low: plain, high: plain + millisecondsPerDay - 1 } : parseTimeSpan(textAt(column, row))
}

/** Reads a category column as times, in slices. Undefined unless it has a value and each of its values is a date or time. */
export function* timeSpansOfCategoryColumn({
  codes,
  dictionary,
}: CategoryColumn): Generator<void, IntervalColumn | undefined> {
  const used = new Uint8Array(dictionary.length)
  for (const code of codes) if (code !== NONE) used[code] = 1
  const low = new Float64Array(dictionary.length)
  const high = new Float64Array(dictionary.length)
  for (let code = 0; code < dictionary.length; code++) {
    if (code % textsPerSlice === textsPerSlice - 1) yield
    if (used[code] === 0) continue
    const found = parseTimeSpan(dictionary[code]!)
    if (!found) return undefined
    low[code] = found.low
    high[code] = found.high
  }
  return used.includes(1) ? { low: expandCodes(codes, low), high: expandCodes(codes, high) } : undefined
}

function expandCodes(codes: Uint32Array, values: Float64Array): Float64Array {
  const expanded = new Float64Array(codes.length)
  for (let row = 0; row < expanded.length; row++) expanded[row] = codes[row] === NONE ? NaN : values[codes[row]!]!
  return expanded
}

/** The first millisecond of a date like 2026-02-17, read from its bytes: the usual form. NaN for any other text. */
function plainDay({ bytes, offsets }: TextColumn, row: number): number {
  const at = offsets[row]!
  if (offsets[row + 1]! - at !== 10 || bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return NaN
  const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2)
  const month = twoDigits(bytes, at + 5)
  const date = twoDigits(bytes, at + 8)
  // The last days of a month are left to `parseTimeSpan`, which checks the calendar.
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= 28
    ? daysSince1970(year, month, date) * millisecondsPerDay
    : NaN
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at]! - 48, bytes[at + 1]! - 48]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

/** Days since 1970 in the Gregorian calendar, counted in years that begin in March (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function daysSince1970(year: number, month: number, date: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}
