import { parseTimeSpan } from './timeSpan'
import type { IntervalColumn, NumericRange } from './intervalColumn'
import { NO_VALUE } from './rowValues'

/** How numbers of a key are written. */
export interface RangeSyntax {
  readonly dates?: boolean
  /** A number alone asks for as many or more. */
  readonly atLeast?: boolean
  /** Words that stand for a number. */
  readonly words?: ReadonlyMap<string, number>
}

const number = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** One end of a range: a number, or the first and last moment of a date. */
function endOf(text: string, { dates, words }: RangeSyntax): NumericRange | undefined {
  const known = words?.get(text)
  if (known !== undefined) return { low: known, high: known }
  if (dates) return parseTimeSpan(text)
  return number.test(text) ? { low: Number(text), high: Number(text) } : undefined
}

/** Whether a number alone asks for as many or more. */
const isLeast = (text: string, { atLeast, words }: RangeSyntax): boolean => atLeast === true && !words?.has(text)

const upwards = (end: NumericRange | undefined): NumericRange | undefined => end && { low: end.low, high: Infinity }

/**
 * Reads what a filter asks of numbers: `3..10`, `5..`, `..5` or `7`, bounds included; of dates `2026-02..2026-03-15`.
 * Undefined where it is none of these, or ends before it begins.
 */
export function parseRange(text: string, scale: RangeSyntax = {}): NumericRange | undefined {
  const dots = text.indexOf('..')
  if (dots < 0) return isLeast(text, scale) ? upwards(endOf(text, scale)) : endOf(text, scale)
  const [first, last] = [text.slice(0, dots), text.slice(dots + 2)]
  const low = first === '' ? -Infinity : endOf(first, scale)?.low
  const high = last === '' ? Infinity : endOf(last, scale)?.high
  return low === undefined || high === undefined || low > high ? undefined : { low, high }
}

/** Writes a number so that `parseRange` reads the same one; minus zero is zero. */
export const printNumber = (value: number): string => String(value + 0).replace('e+', 'e')

/** Writes a range of numbers so that `parseRange` reads the same one. */
export function printRange({ low, high }: NumericRange): string {
  if (low === high) return printNumber(low)
  return `${low === -Infinity ? '' : printNumber(low)}..${high === Infinity ? '' : printNumber(high)}`
}

/** What is wrong with a value that is asked of numbers, in words; undefined where nothing is. */
export function rangeFault(value: string, scale: RangeSyntax): string | undefined {
  if (value === NO_VALUE || parseRange(value, scale)) return undefined
  const [first, last] = value.split('..')
  if (last && first && endOf(first, scale) && endOf(last, scale)) return `${value} ends before it begins`
  return scale.dates
    ? `"${value}" is no date or time from one to another, such as 2026-02..2026-03-15, 2026.. or none`
    : `"${value}" is no number or range, such as 7, 3..10, 5.., ..5 or none`
}

/** A range in words: "3 to 10", "at least 5", "at most 5", "7". The value itself where it is none. */
export function describeRange(value: string, scale: RangeSyntax): string {
  const dots = value.indexOf('..')
  if (!parseRange(value, scale)) return value
  if (dots < 0) return isLeast(value, scale) ? `at least ${value}` : value
  const [first, last] = [value.slice(0, dots), value.slice(dots + 2)]
  if (first === '' && last === '') return 'any'
  if (first === '') return scale.dates ? `until ${last}` : `at most ${last}`
  if (last === '') return scale.dates ? `from ${first}` : `at least ${first}`
  return `${first} to ${last}`
}

/** One byte a row, 1 where its number lies in one of the ranges; rows without one where these are wanted (`none`). */
export function rowsInRanges(numbers: IntervalColumn, values: readonly string[], scale: RangeSyntax): Uint8Array {
  const rows = new Uint8Array(numbers.low.length)
  for (const value of values) {
    const range = parseRange(value, scale)
    if (range) markWithin(numbers, range, rows)
    else if (value === NO_VALUE)
      for (let row = 0; row < rows.length; row++) rows[row]! |= Number(numbers.low[row] !== numbers.low[row])
  }
  return rows
}

/** NaN is in no range, since it compares with nothing. A date is in a range that it shares a moment with. */
function markWithin({ low, high }: IntervalColumn, range: NumericRange, rows: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) if (low[row]! <= range.high && high[row]! >= range.low) rows[row] = 1
}
