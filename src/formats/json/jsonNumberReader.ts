import { correctlyRoundedQuotient, powersOfTen } from '../collect/parseNumber'

const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
/** Number of digits that a double always represents exactly. */
const exactDigits = 15

/** Reads JSON numbers, four digits at a time. */
export class JsonNumberReader {
  /** The offset after the number that was read last. */
  end = 0
  readonly #lastWord: number

  constructor(
    readonly bytes: Uint8Array,
    readonly view: DataView,
  ) {
    this.#lastWord = bytes.length - 4
  }

  /**
   * The number at an offset, identical to the result of JSON.parse. NaN if there is no valid number, and for numbers that
   * need a slower method: those with an exponent or more than 18 digits.
   */
  read(from: number): number {
    const { bytes } = this
    const sign = bytes[from] === MINUS ? -1 : 1
    const first = sign < 0 ? from + 1 : from
    // Separate variables: engines would allocate a destructured list for every number.
    let at = first
    let point = -1
    let left = exactDigits
    let value = 0
    let rest = 0
    for (;;) {
      const four = this.#fourAt(at, left)
      const digit = bytes[at]! - ZERO
      if (four >= 0) {
        value = value * 10_000 + four
        left -= 4
        at += 4
      } else if (digit >= 0 && digit <= 9) {
        if (left-- > 0) value = value * 10 + digit
        else rest = rest * 10 + digit
        at++
      } else if (digit === POINT - ZERO && point < 0) point = at++
      else break
    }
    this.end = at
    return sign * this.#size(value, rest, first, point)
  }

  #size(value: number, rest: number, first: number, point: number): number {
    if (!this.#isPlain(first, point)) return NaN
    const { end } = this
    return point < 0 ? decimal(value, rest, end - first, 0) : decimal(value, rest, end - first - 1, end - point - 1)
  }

  /** The value of the next four digits; -1 if there are fewer, or `left` is. */
  #fourAt(at: number, left: number): number {
    if (left < 4 || at > this.#lastWord) return -1
    const word = this.view.getInt32(at, true)
    if (((word & 0xf0f0f0f0) | (((word + 0x06060606) & 0xf0f0f0f0) >>> 4)) !== 0x33333333) return -1
    const digits = word & 0x0f0f0f0f
    const pairs = Math.imul(digits, 10) + (digits >>> 8)
    return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff)
  }

  /** Whether a JSON number was read: digits on both sides of a point, no leading zeros, no exponent behind it. */
  #isPlain(first: number, point: number): boolean {
    const { bytes, end } = this
    const whole = (point < 0 ? end : point) - first
    if (whole === 0 || (whole > 1 && bytes[first] === ZERO) || point === end - 1) return false
    return (bytes[end]! | 0x20) !== 0x65
  }
}

/**
 * The number with `value` as its first 15 digits and `rest` as the others, of which `decimals` are behind the point. NaN
 * if it cannot be rounded correctly this way.
 */
function decimal(value: number, rest: number, digits: number, decimals: number): number {
  if (digits <= exactDigits) return value / powersOfTen[decimals]!
  if (digits > 18) return NaN
  const more = digits - exactDigits
  const millions = Math.floor(value / 1e6)
  return correctlyRoundedQuotient(
    millions * powersOfTen[6 + more]!,
    (value - millions * 1e6) * powersOfTen[more]! + rest,
    powersOfTen[decimals]!,
  )
}
