import { message, type Message } from '../../messages/message'
import { parseTimeSpan } from './timeSpan'
import type { IntervalColumn, NumericRange } from './intervalColumn'
import { NO_VALUE } from './rowValues'

/** How the ranges of a key are written. */
export interface RangeSyntax {
  readonly dates?: boolean
  /** Whether a single number means that number or more. */
  readonly atLeast?: boolean
  /** Whether `largest` is a value: what it means is `largest` of the key. */
  readonly largest?: boolean
}

const numberPattern = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** One bound of a range: a number, or the first and last millisecond of a date. */
function parseBound(text: string, { dates }: RangeSyntax): NumericRange | undefined {
  if (dates) return parseTimeSpan(text)
  return numberPattern.test(text) ? { low: Number(text), high: Number(text) } : undefined
}

/** The value of keys with `RangeSyntax.largest` that is no number. */
export const LARGEST = 'largest'

const isLargest = (text: string, { largest }: RangeSyntax): boolean => largest === true && text === LARGEST

/**
 * Parses a range as a filter writes it: `3..10`, `5..`, `..5` or `7`, bounds included; for dates `2026-02..2026-03-15`.
 * Undefined if the text is none of these, or the range ends before it begins.
 */
export function parseRange(text: string, scale: RangeSyntax = {}): NumericRange | undefined {
  const dots = text.indexOf('..')
  if (dots < 0) {
    const bound = parseBound(text, scale)
    return bound && scale.atLeast ? { low: bound.low, high: Infinity } : bound
  }
  const [first, last] = [text.slice(0, dots), text.slice(dots + 2)]
  const low = first === '' ? -Infinity : parseBound(first, scale)?.low
  const high = last === '' ? Infinity : parseBound(last, scale)?.high
  return low === undefined || high === undefined || low > high ? undefined : { low, high }
}

/** Prints a number so that `parseRange` reads the same one; minus zero becomes zero. */
export const printNumber = (value: number): string => String(value + 0).replace('e+', 'e')

/** Prints a range of numbers so that `parseRange` reads the same one. */
export function printRange({ low, high }: NumericRange): string {
  if (low === high) return printNumber(low)
  return `${low === -Infinity ? '' : printNumber(low)}..${high === Infinity ? '' : printNumber(high)}`
}

/** Returns what is wrong with a range; undefined if it is valid. */
export function rangeFault(value: string, scale: RangeSyntax): Message | undefined {
  if (value === NO_VALUE || isLargest(value, scale) || parseRange(value, scale)) return undefined
  const [first, last] = value.split('..')
  if (last && first && parseBound(first, scale) && parseBound(last, scale))
    return message('filter', 'rangeEndsBeforeItBegins', { value })
  return message('filter', scale.dates ? 'invalidDateRange' : 'invalidRange', { value })
}

/** Describes a range: "3 to 10", "at least 5", "at most 5". Undefined if the value reads best as it is: a number, or no range. */
export function describeRange(value: string, scale: RangeSyntax): Message | undefined {
  const dots = value.indexOf('..')
  if (isLargest(value, scale)) return message('filter', 'largest')
  if (!parseRange(value, scale)) return undefined
  if (dots < 0) return describeSingleValue(value, scale)
  const [from, to] = [value.slice(0, dots), value.slice(dots + 2)]
  if (from === '' && to === '') return message('filter', 'anyValue')
  if (from === '') return message('filter', scale.dates ? 'untilDate' : 'atMost', { to })
  if (to === '') return message('filter', scale.dates ? 'fromDate' : 'atLeast', { from })
  return message('filter', scale.dates ? 'betweenDates' : 'between', { from, to })
}

function describeSingleValue(value: string, scale: RangeSyntax): Message | undefined {
  if (scale.atLeast) return message('filter', 'atLeast', { from: value })
  return scale.dates ? message('filter', 'onDate', { date: value }) : undefined
}

/** One byte a row, 1 if its number is in one of the ranges; `NO_VALUE` matches rows without a number. */
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

/** NaN is in no range, since it compares with nothing. A date is in a range if they overlap. */
function markWithin({ low, high }: IntervalColumn, range: NumericRange, rows: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) if (low[row]! <= range.high && high[row]! >= range.low) rows[row] = 1
}
