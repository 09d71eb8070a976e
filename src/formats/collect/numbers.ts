const decoder = new TextDecoder()
const powers = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

/**
 * The number that these bytes write in decimal, NaN where they write none; the same as `Number` of the trimmed text, but
 * no text at all is none. Up to 15 digits and powers of ten up to 22 are exact in one division (Clinger, PLDI 1990);
 * everything else is left to the engine.
 */
export function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  const negative = bytes[at] === 0x2d
  if (negative) at++
  let whole = 0
  let digits = 0
  let decimals = 0
  let point = false
  for (; at < to; at++) {
    const digit = bytes[at]! - 0x30
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit
      digits++
      if (point) decimals++
    } else if (bytes[at] === 0x2e && !point) point = true
    else return slowly(bytes, from, to)
  }
  if (digits === 0 || digits > 15 || decimals > 22) return slowly(bytes, from, to)
  const value = whole / powers[decimals]!
  return negative ? -value : value
}

function slowly(bytes: Uint8Array, from: number, to: number): number {
  return numberOf(decoder.decode(bytes.subarray(from, to)))
}

/** The number that a text writes; NaN where it is blank or writes none. Infinity is none either. */
export function numberOf(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : NaN
}
