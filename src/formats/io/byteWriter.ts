import type { TextColumn } from '../../model/columns'

const encoder = new TextEncoder()

/** The replacement of a piece of text, and the length of that piece in bytes. */
export interface ByteReplacement {
  readonly bytes: Uint8Array
  readonly length: number
}

/** The escaping rules of a format, over UTF-8. */
export interface ByteEscaper {
  /** By byte: 1 if a piece that starts with it may have to be replaced. */
  readonly candidates: Uint8Array
  /** The replacement of the piece that starts at `at`; undefined if it stays as it is. */
  readonly replacementAt: (bytes: Uint8Array, at: number) => ByteReplacement | undefined
  /** Maximum number of bytes that one byte can become. */
  readonly maxExpansion: number
}

/** An escaper that replaces single ASCII characters by texts. */
export function createByteEscaper(replaced: Readonly<Record<string, string>>): ByteEscaper {
  const candidates = new Uint8Array(256)
  const replacements: (ByteReplacement | undefined)[] = []
  let maxExpansion = 1
  for (const [letter, text] of Object.entries(replaced)) {
    const byte = letter.charCodeAt(0)
    candidates[byte] = 1
    replacements[byte] = { bytes: encoder.encode(text), length: 1 }
    maxExpansion = Math.max(maxExpansion, replacements[byte].bytes.length)
  }
  return { candidates, maxExpansion, replacementAt: (bytes, at) => replacements[bytes[at]!] }
}

/** Ranges up to this length are copied faster by a loop than by `TypedArray.set`. */
const maxLoopLength = 56

/** Copies bytes four at a time. */
function copy(
  source: Uint8Array,
  start: number,
  length: number,
  { into, at }: { readonly into: Uint8Array; readonly at: number },
): void {
  let from = start
  let to = at
  for (const last = start + length - 3; from < last; from += 4, to += 4) {
    into[to] = source[from]!
    into[to + 1] = source[from + 1]!
    into[to + 2] = source[from + 2]!
    into[to + 3] = source[from + 3]!
  }
  for (const end = start + length; from < end; from++, to++) into[to] = source[from]!
}

/** Maximum length of a number as text. */
const maxNumberLength = 32

/** For reading the bits of a double. */
const bits = new Float64Array(1)
const halves = new Uint32Array(bits.buffer)

/**
 * A cache of the texts of numbers with many digits: finding the shortest text of a double is slow, and the values of a
 * column tend to repeat.
 */
class NumberTextCache {
  readonly #values = new Float64Array(1024)
  readonly #texts = new Uint8Array(1024 * maxNumberLength)
  /** 0 for a free slot. */
  readonly #lengths = new Uint8Array(1024)

  /** Writes a number as `String` does; returns the offset after it. */
  write(value: number, into: Uint8Array, at: number): number {
    bits[0] = value
    const slot = Math.imul(halves[0]! ^ Math.imul(halves[1]!, 0x9e3779b1), 0x85ebca6b) >>> 22
    const from = slot * maxNumberLength
    if (this.#values[slot] !== value || this.#lengths[slot] === 0) {
      const text = String(value)
      for (let index = 0; index < text.length; index++) this.#texts[from + index] = text.charCodeAt(index)
      this.#values[slot] = value
      this.#lengths[slot] = text.length
    }
    const length = this.#lengths[slot]!
    for (let index = 0; index < length; index++) into[at + index] = this.#texts[from + index]!
    return at + length
  }
}
const powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

/**
 * A file while it is written: UTF-8 in one growing buffer. Texts of columns are copied as bytes, so that no string is made
 * of a cell.
 */
export class ByteWriter {
  #bytes: Uint8Array
  #numberTexts: NumberTextCache | undefined
  length = 0

  constructor(capacity = 1 << 16) {
    this.#bytes = new Uint8Array(Math.max(64, capacity))
  }

  /** The written bytes, without a copy. */
  writtenBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  /** Grows once for a known number of further bytes. */
  reserve(more: number): void {
    if (this.length + more > this.#bytes.length) this.#grow(this.length + more)
  }

  /** Writes a text without escaping. Lone surrogates become U+FFFD. */
  text(text: string): void {
    this.#ensure(text.length * 3)
    const bytes = this.#bytes
    let to = this.length
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= 0x80) {
        this.length = to + encoder.encodeInto(text.slice(at), bytes.subarray(to)).written
        return
      }
      bytes[to++] = code
    }
    this.length = to
  }

  byte(byte: number): void {
    this.#ensure(1)
    this.#bytes[this.length++] = byte
  }

  /** Writes a range of bytes, escaped if there is an escaper. */
  bytes(source: Uint8Array, from: number, to: number, escaper?: ByteEscaper): void {
    if (escaper) return this.#escaped(source, { from, to }, escaper)
    const length = to - from
    this.#ensure(length)
    if (length > maxLoopLength) this.#bytes.set(source.subarray(from, to), this.length)
    else copy(source, from, length, { into: this.#bytes, at: this.length })
    this.length += length
  }

  /** Writes bytes without escaping. */
  raw(source: Uint8Array): void {
    this.bytes(source, 0, source.length)
  }

  /** Writes the text of a row, escaped if there is an escaper. */
  cell(column: TextColumn, row: number, escaper?: ByteEscaper): void {
    this.bytes(column.bytes, column.offsets[row]!, column.offsets[row + 1]!, escaper)
  }

  /** Writes a number as `String` does. Whole numbers and those with few decimals are written digit by digit. */
  number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < 1e15) return this.#digits(value, 0)
    const size = Math.abs(value)
    if (size >= 1e-3 && size < 1e10)
      for (let decimals = 1; decimals < 5; decimals++) {
        // With so few digits no other text of that length is the same number, so this is the text that `String` gives.
        const whole = Math.round(value * powers[decimals]!)
        if (whole / powers[decimals]! === value) return this.#digits(whole, decimals)
      }
    this.#shortestText(value)
  }

  /** Writes a number of single precision with the fewest decimals that identify it. */
  float(value: number): void {
    const size = Math.abs(value)
    if (size < 1e7)
      for (let decimals = 0; decimals < powers.length; decimals++) {
        const whole = Math.round(size * powers[decimals]!)
        if (Math.fround(whole / powers[decimals]!) === size) return this.#digits(value < 0 ? -whole : whole, decimals)
      }
    this.#shortestText(value)
  }

  #shortestText(value: number): void {
    this.#ensure(maxNumberLength)
    this.#numberTexts ??= new NumberTextCache()
    this.length = this.#numberTexts.write(value, this.#bytes, this.length)
  }

  /** Writes a whole number with a point before its last `decimals` digits. */
  #digits(whole: number, decimals: number): void {
    this.#ensure(maxNumberLength)
    if (whole < 0) this.#bytes[this.length++] = 0x2d
    let left = Math.abs(whole)
    let count = 1
    for (let more = left; more >= 10; more = Math.floor(more / 10)) count++
    count = Math.max(count, decimals + 1)
    const end = this.length + count + (decimals > 0 ? 1 : 0)
    const point = decimals > 0 ? end - decimals - 1 : -1
    for (let at = end - 1; at >= this.length; at--) {
      if (at === point) {
        this.#bytes[at] = 0x2e
        continue
      }
      const rest = Math.floor(left / 10)
      this.#bytes[at] = 0x30 + left - rest * 10
      left = rest
    }
    this.length = end
  }

  #escaped(
    source: Uint8Array,
    { from, to }: { from: number; to: number },
    { candidates, replacementAt, maxExpansion }: ByteEscaper,
  ): void {
    this.#ensure((to - from) * maxExpansion)
    const bytes = this.#bytes
    let written = this.length
    for (let at = from; at < to; at++) {
      const byte = source[at]!
      const found = candidates[byte] ? replacementAt(source, at) : undefined
      if (!found) {
        bytes[written++] = byte
        continue
      }
      bytes.set(found.bytes, written)
      written += found.bytes.length
      at += found.length - 1
    }
    this.length = written
  }

  #ensure(more: number): void {
    if (this.length + more > this.#bytes.length) this.#grow(Math.max(this.length + more, this.#bytes.length * 2))
  }

  #grow(capacity: number): void {
    const larger = new Uint8Array(capacity)
    larger.set(this.writtenBytes())
    this.#bytes = larger
  }
}
