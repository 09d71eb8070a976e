import type { Quantity, StatementValue } from './records'

/** Bounds between which a value lies, both included, in its own unit; infinite where a side is open. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * What an amount claims, read as numbers are read in running text: half a unit of the last digit that is given, to
 * either side. 33.3 claims 33.25 to 33.35. Where the source says "about", the claim is as wide as half a unit of the
 * second digit, or of the last one where there are fewer: about 33bn claims 32.5bn to 33.5bn.
 */
export function claimedInterval({ amount, low, high, about }: Quantity): Interval {
  if (amount === undefined) return { low: low ?? -Infinity, high: high ?? Infinity }
  const half = about ? Math.max(lastPlace(amount), roundPlace(amount)) / 2 : exactPlace(amount) / 2
  return { low: low ?? amount - half, high: high ?? amount + half }
}

/** Whether two claims can both hold. */
export const intervalsOverlap = (one: Interval, other: Interval): boolean =>
  one.low <= other.high && other.low <= one.high

/** Whole numbers of things and days are exact; fractions are rounded at their last digit. */
const exactPlace = (amount: number): number =>
  Number.isInteger(amount) && Math.abs(amount) < 1e6 ? 0 : lastPlace(amount)

/** The place value of the last digit that is not a trailing zero: 33_300_000_000 has 100_000_000, 9.2 has 0.1. */
function lastPlace(amount: number): number {
  if (amount === 0) return 1
  const [digits, exponent] = amount.toExponential().split('e')
  const decimals = digits!.split('.')[1]?.length ?? 0
  return 10 ** (Number(exponent) - decimals)
}

const roundPlace = (amount: number): number => (amount === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(amount))) - 1))

const scales: readonly (readonly [number, string])[] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'mn'],
]

/** An amount as people write it: 33bn, 600mn, 9.2. Four significant digits, no grouping needed below ten thousand. */
export function formatCompactNumber(amount: number): string {
  const size = Math.abs(amount)
  for (const [scale, name] of scales) if (size >= scale) return trimmed(amount / scale) + name
  return size >= 10_000 ? groupThousands(Math.round(amount)) : trimmed(amount)
}

/** A whole number with its thousands set apart: "1,204". The browser's own way loads tables of languages, which costs the first view 15 ms. */
export const groupThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

const trimmed = (amount: number): string => String(Number(amount.toPrecision(4)))

const currency = /^[A-Z]{3}$/

/** A unit after its amount: "%" closes up, other units stand apart; a currency stands before. */
function withUnit(text: string, unit: string, many: boolean): string {
  if (currency.test(unit)) return `${unit} ${text}`
  if (unit === '%') return `${text}%`
  const countable = /^[a-z ]+$/.test(unit) && many && !unit.endsWith('s')
  return `${text} ${countable ? plural(unit) : unit}`
}

const plural = (noun: string): string => (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`)

/** A quantity in words: "about USD 33bn", "just over 1%", "at most 45 days", "USD 3bn to 4bn". */
export function formatQuantity({ amount, low, high, about, unit }: Quantity): string {
  const say = (value: number) => withUnit(formatCompactNumber(value), unit, Math.abs(value) !== 1)
  if (low !== undefined && high !== undefined) {
    const range = withUnit(`${formatCompactNumber(low)} to ${formatCompactNumber(high)}`, unit, true)
    return about ? `about ${range}` : range
  }
  if (amount !== undefined) return about ? `about ${say(amount)}` : say(amount)
  if (low !== undefined) return `${about ? 'just over' : 'at least'} ${say(low)}`
  return high === undefined ? 'not stated' : `${about ? 'just under' : 'at most'} ${say(high)}`
}

/** What a value says, in words. Unknown reads "not stated", never blank and never zero. */
export function formatStatementValue(value: StatementValue, readDate: (edtf: string) => string): string {
  if ('unit' in value) return formatQuantity(value)
  if ('date' in value) return readDate(value.date)
  return 'text' in value ? value.text : 'not stated'
}
