import { parseNumberBytes } from '../collect/parseNumber'
import { skipUtf8Character, skipJsonEscape } from './skipJsonCharacter'
import { JsonNumberReader } from './jsonNumberReader'
import { specialByteMask, type WordPattern } from './wordPattern'

/** The bytes are no JSON (RFC 8259). Whoever catches it lets the engine parse the text, which tells the place. */
export class InvalidJsonError extends Error {}

/** What a value is, as bits, so that a column can say what it has met. `JSON_TEXT` is also true and false, and lists and objects that stay JSON. */
export const JSON_NULL = 0
export const JSON_NUMBER = 1
export const JSON_TEXT = 2
/** A list of texts, numbers and truth values alone. */
export const JSON_LIST = 4
export const JSON_EMPTY_STRING = 8
export const JSON_EMPTY_LIST = 16

export const QUOTE_BYTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const BACKSLASH = 0x5c
const MINUS = 0x2d
const ZERO = 0x30
export const OPEN_BRACKET_BYTE = 0x5b
export const CLOSE_BRACKET_BYTE = 0x5d
export const OPEN_BRACE_BYTE = 0x7b
export const CLOSE_BRACE_BYTE = 0x7d

const decoder = new TextDecoder()
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
/** Whether numbers begin with this byte. */
export const startsJsonNumber = (byte: number): boolean => byte === MINUS || (byte >= ZERO && byte <= 0x39)

const words: Readonly<Record<number, readonly [readonly number[], number]>> = {
  0x74: [Array.from('true', (letter) => letter.charCodeAt(0)), JSON_TEXT],
  0x66: [Array.from('false', (letter) => letter.charCodeAt(0)), JSON_TEXT],
  0x6e: [Array.from('null', (letter) => letter.charCodeAt(0)), JSON_NULL],
}

/**
 * Walks over JSON as bytes: each method begins at `at` and leaves it behind what it has read. Throws NotJson, also where
 * a string is no UTF-8.
 */
export class JsonScanner {
  offset = 0
  /** Whether the string that was gone over last has a backslash in it. */
  escaped = false
  readonly #view: DataView
  readonly #decimals: JsonNumberReader
  /** Where the last four bytes begin. */
  readonly #lastWord: number

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#decimals = new JsonNumberReader(bytes, this.#view)
    this.#lastWord = bytes.length - 4
  }

  /** Goes over a stretch of bytes, if it stands here; whether it does. */
  skipIfMatches({ words, length, last }: WordPattern): boolean {
    const { offset: at } = this
    const end = at + length - 4
    if (end > this.#lastWord) return false
    const view = this.#view
    for (let word = 0, from = at; word < words.length; word++, from += 4)
      if (view.getInt32(from, true) !== words[word]) return false
    if (view.getInt32(end, true) !== last) return false
    this.offset = end + 4
    return true
  }

  /** Goes over white space, and gives the byte behind it; 0 at the end. */
  skipSpace(): number {
    const { bytes } = this
    let { offset: at } = this
    let byte = bytes[at]
    if (byte! > 0x20) return byte!
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at]
    this.offset = at
    return byte ?? 0
  }

  /** After an item of a list or an object: whether another follows. */
  hasNextItem(close: number): boolean {
    const byte = this.skipSpace()
    this.offset++
    if (byte === COMMA) return true
    if (byte === close) return false
    throw new InvalidJsonError()
  }

  /** Goes over an opening bracket; whether something is in it. */
  enterUnlessEmpty(close: number): boolean {
    this.offset++
    if (this.skipSpace() !== close) return true
    this.offset++
    return false
  }

  expectColon(): void {
    if (this.skipSpace() !== COLON) throw new InvalidJsonError()
    this.offset++
  }

  /** Goes over a value, and says what it is. */
  skipValue(): number {
    const byte = this.skipSpace()
    if (byte === QUOTE_BYTE) return this.skipString()
    if (startsJsonNumber(byte)) return this.skipNumber()
    if (byte === OPEN_BRACKET_BYTE || byte === OPEN_BRACE_BYTE) return this.#nested(byte)
    return this.#word(byte)
  }

  skipString(): number {
    const { bytes } = this
    const start = this.offset + 1
    let at = start
    this.escaped = false
    for (at = this.#plain(at); bytes[at] !== QUOTE_BYTE; at = this.#plain(at)) at = this.#special(at)
    this.offset = at + 1
    return at === start ? JSON_EMPTY_STRING : JSON_TEXT
  }

  skipNumber(): number {
    const { bytes } = this
    let { offset: at } = this
    if (bytes[at] === 0x2d) at++
    if (bytes[at] === 0x30) at++
    else at = digits(bytes, at)
    if (bytes[at] === 0x2e) at = digits(bytes, at + 1)
    if (bytes[at] === 0x65 || bytes[at] === 0x45) {
      const sign = bytes[at + 1]
      at = digits(bytes, sign === 0x2b || sign === 0x2d ? at + 2 : at + 1)
    }
    this.offset = at
    return JSON_NUMBER
  }

  /** Goes over a number, and gives it; NaN where it is too large for one. */
  readNumber(): number {
    const from = this.offset
    const value = this.#decimals.read(from)
    if (Number.isNaN(value)) {
      this.skipNumber()
      return parseNumberBytes(this.bytes, from, this.offset)
    }
    this.offset = this.#decimals.end
    return value
  }

  /** The value that begins at a place, as the engine reads it. */
  parseAt(from: number): unknown {
    this.offset = from
    this.skipValue()
    return JSON.parse(decoder.decode(this.bytes.subarray(from, this.offset))) as unknown
  }

  /** The first place from here where something special stands in a string. */
  #plain(from: number): number {
    const view = this.#view
    let at = from
    for (; at <= this.#lastWord; at += 4) {
      const special = specialByteMask(view.getInt32(at, true))
      if (special !== 0) return at + ((31 - Math.clz32(special & -special)) >> 3)
    }
    while (at < this.bytes.length && isPlain(this.bytes[at]!)) at++
    return at
  }

  /** Goes over what is special in a string: an escape, or characters of several bytes. */
  #special(at: number): number {
    const { bytes } = this
    const escape = bytes[at] === BACKSLASH
    if (escape) this.escaped = true
    let end = escape ? skipJsonEscape(bytes, at) : skipUtf8Character(bytes, at)
    while (end > 0 && bytes[end]! >= 0x80) end = skipUtf8Character(bytes, end)
    if (end === 0) throw new InvalidJsonError()
    return end
  }

  #word(byte: number): number {
    const [letters, kind] = words[byte] ?? []
    if (!letters || letters.some((letter, index) => this.bytes[this.offset + index] !== letter))
      throw new InvalidJsonError()
    this.offset += letters.length
    return kind!
  }

  /** A list or an object with all that is in it, however deep, without a call for each. */
  #nested(outermost: number): number {
    const closing: number[] = []
    let flat = outermost === OPEN_BRACKET_BYTE
    for (;;) {
      const byte = this.skipSpace()
      const nests = byte === OPEN_BRACKET_BYTE || byte === OPEN_BRACE_BYTE
      if (nests && this.#entered(closing, byte)) {
        flat &&= closing.length === 1
        continue
      }
      if (nests && closing.length === 0) return nothingIn(outermost)
      if (nests || this.skipValue() === JSON_NULL) flat = false
      if (!this.#next(closing)) return flat ? JSON_LIST : JSON_TEXT
    }
  }

  /** Goes over an opening bracket, and over the first key behind it; whether something is in it. */
  #entered(closing: number[], byte: number): boolean {
    const close = byte === OPEN_BRACKET_BYTE ? CLOSE_BRACKET_BYTE : CLOSE_BRACE_BYTE
    if (!this.enterUnlessEmpty(close)) return false
    closing.push(close)
    if (close === CLOSE_BRACE_BYTE) this.#key()
    return true
  }

  /** Goes over brackets that close, and over the comma and key behind them; false where the outermost has closed. */
  #next(closing: number[]): boolean {
    while (!this.hasNextItem(closing.at(-1)!)) {
      closing.pop()
      if (closing.length === 0) return false
    }
    if (closing.at(-1) === CLOSE_BRACE_BYTE) this.#key()
    return true
  }

  #key(): void {
    if (this.skipSpace() !== QUOTE_BYTE) throw new InvalidJsonError()
    this.skipString()
    this.expectColon()
  }
}

const isPlain = (byte: number): boolean => byte >= 0x20 && byte < 0x80 && byte !== QUOTE_BYTE && byte !== BACKSLASH
const nothingIn = (bracket: number): number => (bracket === OPEN_BRACKET_BYTE ? JSON_EMPTY_LIST : JSON_NULL)

function digits(bytes: Uint8Array, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  if (at === from) throw new InvalidJsonError()
  return at
}
