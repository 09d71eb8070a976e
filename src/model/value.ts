import type { Quantity } from './records'

/** Inclusive bounds of a value in its own unit; infinite on an open side. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * The interval that an amount claims, as numbers in running text are understood: half a unit of its last digit to either
 * side, so 33.3 claims 33.25 to 33.35. With `about` it is half a unit of the second significant digit, or of the last if there
 * are fewer: about 33bn claims 32.5bn to 33.5bn. Whole numbers below a million are exact.
 */
export function claimedInterval({ amount, low, high, about }: Quantity): Interval {
  if (amount === undefined) return { low: low ?? -Infinity, high: high ?? Infinity }
  const half = about ? Math.max(lastPlaceValue(amount), secondPlaceValue(amount)) / 2 : exactPlaceValue(amount) / 2
  return { low: low ?? amount - half, high: high ?? amount + half }
}

/** Whether two intervals share a value. */
export const intervalsOverlap = (one: Interval, other: Interval): boolean =>
  one.low <= other.high && other.low <= one.high

/** Whole numbers of things and days are exact; fractions are rounded at their last digit. */
const exactPlaceValue = (amount: number): number =>
  Number.isInteger(amount) && Math.abs(amount) < 1e6 ? 0 : lastPlaceValue(amount)

/** The place value of the last digit that is not a trailing zero: 33_300_000_000 has 100_000_000, 9.2 has 0.1. */
function lastPlaceValue(amount: number): number {
  if (amount === 0) return 1
  const [digits, exponent] = amount.toExponential().split('e')
  const decimals = digits!.split('.')[1]?.length ?? 0
  return 10 ** (Number(exponent) - decimals)
}

/** The place value of the second significant digit: 33e9 has 1e9. */
const secondPlaceValue = (amount: number): number =>
  amount === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(amount))) - 1)
