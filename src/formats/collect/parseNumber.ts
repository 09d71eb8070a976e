const decoder = new TextDecoder()
/** The powers of ten that doubles represent exactly. */
export const powersOfTen = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

/**
 * Parses a decimal number from bytes: the same result as `Number` of the trimmed text, but NaN for a blank text. Up to 15
 * digits and powers of ten up to 22 are exact in one division (Clinger, PLDI 1990). Up to 18 digits, as other programs
 * write positions, need one more step (`correctlyRoundedQuotient`). Anything else is left to the engine.
 */
export function parseNumberBytes(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  const negative = bytes[at] === 0x2d
  if (negative) at++
  const first = at
  let high = 0
  let low = 0
  let digits = 0
  let point = -1
  for (; at < to; at++) {
    const digit = bytes[at]! - 0x30
    if (digit >= 0 && digit <= 9) {
      if (digits < 9) high = high * 10 + digit
      else low = low * 10 + digit
      if (high > 0) digits++
    } else if (bytes[at] === 0x2e && point < 0) point = at
    else return parseWithEngine(bytes, from, to)
  }
  // Neither an empty text nor a single point is a number.
  const value = digitCount(first, to, point) === 0 ? NaN : decimal(high, low, digits, decimalsBehind(point, to))
  if (Number.isNaN(value)) return parseWithEngine(bytes, from, to)
  return negative ? -value : value
}

const decimalsBehind = (point: number, to: number): number => (point < 0 ? 0 : to - point - 1)
const digitCount = (first: number, to: number, point: number): number => to - first - (point < 0 ? 0 : 1)

/**
 * The number with `high` as its first nine of `digits` digits, `low` as the others, and `decimals` digits behind the
 * point. NaN if it cannot be rounded correctly this way.
 */
function decimal(high: number, low: number, digits: number, decimals: number): number {
  if (digits > 18 || decimals > 22) return NaN
  const whole = digits > 9 ? high * powersOfTen[digits - 9]! : high
  return digits > 15
    ? correctlyRoundedQuotient(whole, low, powersOfTen[decimals]!)
    : (whole + low) / powersOfTen[decimals]!
}

/** Splits a double into halves whose products are exact (Dekker, Numerische Mathematik 18, 1971). */
const splitter = 2 ** 27 + 1

/**
 * The double nearest to (whole + low) / power, from the quotient and its remainder, both in double-double precision (the
 * two-sum of Knuth, the two-product of Dekker). NaN if the result is too close to the middle between two doubles to decide.
 */
export function correctlyRoundedQuotient(whole: number, low: number, power: number): number {
  const sum = whole + low
  const lost = whole - (sum - (sum - whole)) + (low - (sum - whole))
  const quotient = sum / power
  const one = splitter * quotient
  const other = splitter * power
  const quotientHigh = one - (one - quotient)
  const powerHigh = other - (other - power)
  const quotientLow = quotient - quotientHigh
  const powerLow = power - powerHigh
  const product = quotient * power
  const error =
    quotientHigh * powerHigh - product + quotientHigh * powerLow + quotientLow * powerHigh + quotientLow * powerLow
  const rest = (sum - product - error + lost) / power
  const value = quotient + rest
  const left = rest - (value - quotient)
  return value + left * 1.001 === value ? value : NaN
}

function parseWithEngine(bytes: Uint8Array, from: number, to: number): number {
  return parseNumberText(decoder.decode(bytes.subarray(from, to)))
}

/** The finite number that a text represents; NaN if it is blank or anything else. */
export function parseNumberText(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : NaN
}
