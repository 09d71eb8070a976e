const decoder = new TextDecoder()
const POINT = 0x2e

/** A decimal number: its digits without zeros at either end, and the power of ten of the last one. */
interface SignificantDigits {
  readonly digits: string
  readonly power: number
}

function significantDigits(text: string): SignificantDigits | undefined {
  const match = /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const [, whole = '', fraction = '', exponent = '0'] = match
  const all = (whole + fraction).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  return { digits, power: digits === '' ? 0 : Number(exponent) - fraction.length + all.length - digits.length }
}

/** Maximum number of digits that programs write of a double with a fraction. */
const maxFractionDigits = 17

/**
 * Whether a number has digits that are lost in a double: a whole number that is another one then, or a fraction with more
 * digits than any double needs.
 */
export function losesDigits(text: string): boolean {
  const exact = significantDigits(text)
  const value = Number(text)
  if (!exact || exact.digits.length < 16 || !Number.isFinite(value)) return false
  if (exact.power < 0) return exact.digits.length > maxFractionDigits
  const kept = significantDigits(String(value))
  return kept?.digits !== exact.digits || kept.power !== exact.power
}

/** The same for UTF-8; texts that are too short to lose digits are not decoded. */
export function isBeyondDoubles(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 16) return false
  if (to - from < 20) for (let at = from; at < to; at++) if (bytes[at] === POINT) return false
  return losesDigits(decoder.decode(bytes.subarray(from, to)))
}
