import type { TextColumn } from '../../model/columns'

const encoder = new TextEncoder()

/** Bytes that stand for a piece of text, and how many bytes long that piece is. */
export interface ByteReplacement {
  readonly bytes: Uint8Array
  readonly length: number
}

/** How a format escapes text, as a rule over UTF-8. */
export interface ByteEscaper {
  /** By byte: 1 where a piece that begins with it may have to be escaped. */
  readonly candidates: Uint8Array
  /** What stands for the piece that begins at `at`; undefined where it stays as it is. */
  readonly replacementAt: (bytes: Uint8Array, at: number) => ByteReplacement | undefined
  /** The most bytes that one byte can become. */
  readonly maxExpansion: number
}

/** An escaper that replaces single ASCII characters by texts. */
export function createByteEscaper(replaced: Readonly<Record<string, string>>): ByteEscaper {
  const candidates = new Uint8Array(256)
  const by: (ByteReplacement | undefined)[] = []
  let maxExpansion = 1
  for (const [letter, text] of Object.entries(replaced)) {
    const byte = letter.charCodeAt(0)
    candidates[byte] = 1
    by[byte] = { bytes: encoder.encode(text), length: 1 }
    maxExpansion = Math.max(maxExpansion, by[byte].bytes.length)
  }
  return { candidates, maxExpansion, replacementAt: (bytes, at) => by[bytes[at]!] }
}

/** Shorter pieces are copied faster by a loop than by the engine. */
const longestLoop = 56

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

const longestNumber = 32

/** The bits of a number, to find it by. */
const bits = new Float64Array(1)
const halves = new Uint32Array(bits.buffer)

/**
 * Numbers of many digits that were written lately, with their digits: finding the fewest digits that stand for a number
 * takes long, and values of a column tend to come again.
 */
class LateNumbers {
  readonly #values = new Float64Array(1024)
  readonly #texts = new Uint8Array(1024 * longestNumber)
  /** 0 where nothing is kept yet. */
  readonly #lengths = new Uint8Array(1024)

  /** Writes a number as `String` does; gives the place after it. */
  write(value: number, into: Uint8Array, at: number): number {
    bits[0] = value
    const slot = Math.imul(halves[0]! ^ Math.imul(halves[1]!, 0x9e3779b1), 0x85ebca6b) >>> 22
    const from = slot * longestNumber
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
 * A file as it is written: UTF-8 in one block that grows. Texts of columns are copied from bytes to bytes, so that no
 * string is made of a cell.
 */
export class ByteWriter {
  #bytes: Uint8Array
  #late: LateNumbers | undefined
  length = 0

  constructor(room = 1 << 16) {
    this.#bytes = new Uint8Array(Math.max(64, room))
  }

  /** What was written, without a copy. */
  writtenBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  /** Makes room at once for so many bytes more, where they can be foretold. */
  reserve(more: number): void {
    if (this.length + more > this.#bytes.length) this.#grow(this.length + more)
  }

  /** A text as it is; halves of a character become U+FFFD. */
  text(text: string): void {
    this.#need(text.length * 3)
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
    this.#need(1)
    this.#bytes[this.length++] = byte
  }

  /** Bytes from a block, escaped where there is an escaper. */
  bytes(source: Uint8Array, from: number, to: number, escaper?: ByteEscaper): void {
    if (escaper) return this.#escaped(source, { from, to }, escaper)
    const length = to - from
    this.#need(length)
    if (length > longestLoop) this.#bytes.set(source.subarray(from, to), this.length)
    else copy(source, from, length, { into: this.#bytes, at: this.length })
    this.length += length
  }

  /** A whole block of bytes as it is. */
  raw(source: Uint8Array): void {
    this.bytes(source, 0, source.length)
  }

  /** The text of a row, escaped where there is an escaper. */
  cell(column: TextColumn, row: number, escaper?: ByteEscaper): void {
    this.bytes(column.bytes, column.offsets[row]!, column.offsets[row + 1]!, escaper)
  }

  /** A number as `String` writes it. Whole numbers, and those with few decimals, are written digit by digit. */
  number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < 1e15) return this.#digits(value, 0)
    const size = Math.abs(value)
    if (size >= 1e-3 && size < 1e10)
      for (let decimals = 1; decimals < 5; decimals++) {
        // Where so few digits stand for the very same number, no shorter or other ones do: they are what `String` gives.
        const whole = Math.round(value * powers[decimals]!)
        if (whole / powers[decimals]! === value) return this.#digits(whole, decimals)
      }
    this.#long(value)
  }

  /** A number of single precision with the fewest decimals that give it back. */
  float(value: number): void {
    const size = Math.abs(value)
    if (size < 1e7)
      for (let decimals = 0; decimals < powers.length; decimals++) {
        const whole = Math.round(size * powers[decimals]!)
        if (Math.fround(whole / powers[decimals]!) === size) return this.#digits(value < 0 ? -whole : whole, decimals)
      }
    this.#long(value)
  }

  #long(value: number): void {
    this.#need(longestNumber)
    this.#late ??= new LateNumbers()
    this.length = this.#late.write(value, this.#bytes, this.length)
  }

  /** A whole number with a point before its last digits. */
  #digits(whole: number, decimals: number): void {
    this.#need(longestNumber)
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
    this.#need((to - from) * maxExpansion)
    const bytes = this.#bytes
    let own = this.length
    for (let at = from; at < to; at++) {
      const byte = source[at]!
      const found = candidates[byte] ? replacementAt(source, at) : undefined
      if (!found) {
        bytes[own++] = byte
        continue
      }
      bytes.set(found.bytes, own)
      own += found.bytes.length
      at += found.length - 1
    }
    this.length = own
  }

  #need(more: number): void {
    if (this.length + more > this.#bytes.length) this.#grow(Math.max(this.length + more, this.#bytes.length * 2))
  }

  #grow(room: number): void {
    const larger = new Uint8Array(room)
    larger.set(this.writtenBytes())
    this.#bytes = larger
  }
}
