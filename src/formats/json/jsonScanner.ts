import { parseNumberBytes } from '../collect/parseNumber'
import { skipUtf8Character, skipJsonEscape } from './skipJsonCharacter'
import { JsonNumberReader } from './jsonNumberReader'
import { specialByteMask, type WordPattern } from './wordPattern'

/** The bytes are not valid JSON (RFC 8259). Whoever catches it calls `InputFile.json`, which finds the position. */
export class InvalidJsonError extends Error {}

/**
 * Kinds of values as bits, so that a field can hold the set of its kinds. `JSON_KIND_TEXT` also stands for lists and objects
 * that are kept as JSON.
 */
export const JSON_KIND_NULL = 0
export const JSON_KIND_NUMBER = 1
export const JSON_KIND_TEXT = 2
/** A list of nothing but texts, numbers and booleans. */
export const JSON_KIND_LIST = 4
export const JSON_KIND_EMPTY_STRING = 8
export const JSON_KIND_EMPTY_LIST = 16
export const JSON_KIND_BOOLEAN = 32

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
/** Whether a byte can start a number. */
export const startsJsonNumber = (byte: number): boolean => byte === MINUS || (byte >= ZERO && byte <= 0x39)

const literals: Readonly<Record<number, readonly [readonly number[], number]>> = {
  0x74: [Array.from('true', (letter) => letter.charCodeAt(0)), JSON_KIND_BOOLEAN],
  0x66: [Array.from('false', (letter) => letter.charCodeAt(0)), JSON_KIND_BOOLEAN],
  0x6e: [Array.from('null', (letter) => letter.charCodeAt(0)), JSON_KIND_NULL],
}

/**
 * Scans JSON as bytes. Each method starts at `offset` and moves it behind what it has read. Throws an InvalidJsonError,
 * also for strings with invalid UTF-8.
 */
export class JsonScanner {
  offset = 0
  /** Whether the last skipped string contains an escape. */
  escaped = false
  /** How many numbers were read that have an exponent or more than 18 digits. */
  longNumberCount = 0
  readonly #view: DataView
  readonly #decimals: JsonNumberReader
  /** Offset of the last four bytes. */
  readonly #lastWord: number

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#decimals = new JsonNumberReader(bytes, this.#view)
    this.#lastWord = bytes.length - 4
  }

  /** Skips a pattern of bytes if it is at the offset; returns whether it is. */
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

  /** Skips white space and returns the byte after it; 0 at the end. */
  skipSpace(): number {
    const { bytes } = this
    let { offset: at } = this
    let byte = bytes[at]
    if (byte! > 0x20) return byte!
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at]
    this.offset = at
    return byte ?? 0
  }

  /** After an item of a list or an object: skips the comma or the closing bracket; whether another item follows. */
  hasNextItem(close: number): boolean {
    const byte = this.skipSpace()
    this.offset++
    if (byte === COMMA) return true
    if (byte === close) return false
    throw new InvalidJsonError()
  }

  /** Skips an opening bracket, and the closing one if nothing is between them; whether there are items. */
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

  /** Skips a value and returns its kind. */
  skipValue(): number {
    const byte = this.skipSpace()
    if (byte === QUOTE_BYTE) return this.skipString()
    if (startsJsonNumber(byte)) return this.skipNumber()
    if (byte === OPEN_BRACKET_BYTE || byte === OPEN_BRACE_BYTE) return this.#nested(byte)
    return this.#literal(byte)
  }

  skipString(): number {
    const { bytes } = this
    const start = this.offset + 1
    let at = start
    this.escaped = false
    for (at = this.#skipPlain(at); bytes[at] !== QUOTE_BYTE; at = this.#skipPlain(at)) at = this.#skipSpecial(at)
    this.offset = at + 1
    return at === start ? JSON_KIND_EMPTY_STRING : JSON_KIND_TEXT
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
    return JSON_KIND_NUMBER
  }

  /** Reads a number; NaN if it is beyond the range of doubles. */
  readNumber(): number {
    const from = this.offset
    const value = this.#decimals.read(from)
    if (Number.isNaN(value)) {
      this.longNumberCount++
      this.skipNumber()
      return parseNumberBytes(this.bytes, from, this.offset)
    }
    this.offset = this.#decimals.end
    return value
  }

  /** Parses the value at an offset with JSON.parse. */
  parseAt(from: number): unknown {
    this.offset = from
    this.skipValue()
    return JSON.parse(decoder.decode(this.bytes.subarray(from, this.offset))) as unknown
  }

  /** Offset of the next byte of a string that ends it or needs a check. */
  #skipPlain(from: number): number {
    const view = this.#view
    let at = from
    for (; at <= this.#lastWord; at += 4) {
      const special = specialByteMask(view.getInt32(at, true))
      if (special !== 0) return at + ((31 - Math.clz32(special & -special)) >> 3)
    }
    while (at < this.bytes.length && isPlain(this.bytes[at]!)) at++
    return at
  }

  /** Skips an escape or characters of several bytes; returns the offset after them. */
  #skipSpecial(at: number): number {
    const { bytes } = this
    const escape = bytes[at] === BACKSLASH
    if (escape) this.escaped = true
    let end = escape ? skipJsonEscape(bytes, at) : skipUtf8Character(bytes, at)
    while (end > 0 && bytes[end]! >= 0x80) end = skipUtf8Character(bytes, end)
    if (end === 0) throw new InvalidJsonError()
    return end
  }

  #literal(byte: number): number {
    const [letters, kind] = literals[byte] ?? []
    if (!letters || letters.some((letter, index) => this.bytes[this.offset + index] !== letter))
      throw new InvalidJsonError()
    this.offset += letters.length
    return kind!
  }

  /** Skips a list or an object of any depth without recursion. */
  #nested(outermost: number): number {
    const closing: number[] = []
    let isFlat = outermost === OPEN_BRACKET_BYTE
    for (;;) {
      const byte = this.skipSpace()
      const opens = byte === OPEN_BRACKET_BYTE || byte === OPEN_BRACE_BYTE
      if (opens && this.#entered(closing, byte)) {
        isFlat &&= closing.length === 1
        continue
      }
      if (opens && closing.length === 0) return emptyKind(outermost)
      if (opens || this.skipValue() === JSON_KIND_NULL) isFlat = false
      if (!this.#next(closing)) return isFlat ? JSON_KIND_LIST : JSON_KIND_TEXT
    }
  }

  /** Skips an opening bracket and the first key after it; whether there are items. */
  #entered(closing: number[], byte: number): boolean {
    const close = byte === OPEN_BRACKET_BYTE ? CLOSE_BRACKET_BYTE : CLOSE_BRACE_BYTE
    if (!this.enterUnlessEmpty(close)) return false
    closing.push(close)
    if (close === CLOSE_BRACE_BYTE) this.#key()
    return true
  }

  /** Skips closing brackets, and the comma and key after them; false if the outermost has closed. */
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
const emptyKind = (bracket: number): number => (bracket === OPEN_BRACKET_BYTE ? JSON_KIND_EMPTY_LIST : JSON_KIND_NULL)

function digits(bytes: Uint8Array, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  if (at === from) throw new InvalidJsonError()
  return at
}
