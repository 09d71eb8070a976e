import { numberIn } from '../collect/parseNumber'
import { afterCharacter, afterEscape } from './skipJsonCharacter'
import { Decimals } from './jsonNumberReader'
import { specialIn, type Stretch } from './wordPattern'

/** The bytes are no JSON (RFC 8259). Whoever catches it lets the engine parse the text, which tells the place. */
export class NotJson extends Error {}

/** What a value is, as bits, so that a column can say what it has met. `TEXT` is also true and false, and lists and objects that stay JSON. */
export const NOTHING = 0
export const NUMBER = 1
export const TEXT = 2
/** A list of texts, numbers and truth values alone. */
export const LIST = 4
export const EMPTY = 8
export const EMPTY_LIST = 16

export const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const BACKSLASH = 0x5c
const MINUS = 0x2d
const ZERO = 0x30
export const OPEN_LIST = 0x5b
export const CLOSE_LIST = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d

const decoder = new TextDecoder()
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
/** Whether numbers begin with this byte. */
export const isNumber = (byte: number): boolean => byte === MINUS || (byte >= ZERO && byte <= 0x39)

const words: Readonly<Record<number, readonly [readonly number[], number]>> = {
  0x74: [Array.from('true', (letter) => letter.charCodeAt(0)), TEXT],
  0x66: [Array.from('false', (letter) => letter.charCodeAt(0)), TEXT],
  0x6e: [Array.from('null', (letter) => letter.charCodeAt(0)), NOTHING],
}

/**
 * Walks over JSON as bytes: each method begins at `at` and leaves it behind what it has read. Throws NotJson, also where
 * a string is no UTF-8.
 */
export class JsonBytes {
  at = 0
  /** Whether the string that was gone over last has a backslash in it. */
  escaped = false
  readonly #view: DataView
  readonly #decimals: Decimals
  /** Where the last four bytes begin. */
  readonly #lastWord: number

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#decimals = new Decimals(bytes, this.#view)
    this.#lastWord = bytes.length - 4
  }

  /** Goes over a stretch of bytes, if it stands here; whether it does. */
  passes({ words, length, last }: Stretch): boolean {
    const { at } = this
    const end = at + length - 4
    if (end > this.#lastWord) return false
    const view = this.#view
    for (let word = 0, from = at; word < words.length; word++, from += 4)
      if (view.getInt32(from, true) !== words[word]) return false
    if (view.getInt32(end, true) !== last) return false
    this.at = end + 4
    return true
  }

  /** Goes over white space, and gives the byte behind it; 0 at the end. */
  space(): number {
    const { bytes } = this
    let { at } = this
    let byte = bytes[at]
    if (byte! > 0x20) return byte!
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at]
    this.at = at
    return byte ?? 0
  }

  /** After an item of a list or an object: whether another follows. */
  more(close: number): boolean {
    const byte = this.space()
    this.at++
    if (byte === COMMA) return true
    if (byte === close) return false
    throw new NotJson()
  }

  /** Goes over an opening bracket; whether something is in it. */
  opened(close: number): boolean {
    this.at++
    if (this.space() !== close) return true
    this.at++
    return false
  }

  colon(): void {
    if (this.space() !== COLON) throw new NotJson()
    this.at++
  }

  /** Goes over a value, and says what it is. */
  value(): number {
    const byte = this.space()
    if (byte === QUOTE) return this.string()
    if (isNumber(byte)) return this.number()
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) return this.#nested(byte)
    return this.#word(byte)
  }

  string(): number {
    const { bytes } = this
    const start = this.at + 1
    let at = start
    this.escaped = false
    for (at = this.#plain(at); bytes[at] !== QUOTE; at = this.#plain(at)) at = this.#special(at)
    this.at = at + 1
    return at === start ? EMPTY : TEXT
  }

  number(): number {
    const { bytes } = this
    let { at } = this
    if (bytes[at] === 0x2d) at++
    if (bytes[at] === 0x30) at++
    else at = digits(bytes, at)
    if (bytes[at] === 0x2e) at = digits(bytes, at + 1)
    if (bytes[at] === 0x65 || bytes[at] === 0x45) {
      const sign = bytes[at + 1]
      at = digits(bytes, sign === 0x2b || sign === 0x2d ? at + 2 : at + 1)
    }
    this.at = at
    return NUMBER
  }

  /** Goes over a number, and gives it; NaN where it is too large for one. */
  decimal(): number {
    const from = this.at
    const value = this.#decimals.read(from)
    if (Number.isNaN(value)) {
      this.number()
      return numberIn(this.bytes, from, this.at)
    }
    this.at = this.#decimals.end
    return value
  }

  /** The value that begins at a place, as the engine reads it. */
  parsed(from: number): unknown {
    this.at = from
    this.value()
    return JSON.parse(decoder.decode(this.bytes.subarray(from, this.at))) as unknown
  }

  /** The first place from here where something special stands in a string. */
  #plain(from: number): number {
    const view = this.#view
    let at = from
    for (; at <= this.#lastWord; at += 4) {
      const special = specialIn(view.getInt32(at, true))
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
    let end = escape ? afterEscape(bytes, at) : afterCharacter(bytes, at)
    while (end > 0 && bytes[end]! >= 0x80) end = afterCharacter(bytes, end)
    if (end === 0) throw new NotJson()
    return end
  }

  #word(byte: number): number {
    const [letters, kind] = words[byte] ?? []
    if (!letters || letters.some((letter, index) => this.bytes[this.at + index] !== letter)) throw new NotJson()
    this.at += letters.length
    return kind!
  }

  /** A list or an object with all that is in it, however deep, without a call for each. */
  #nested(outermost: number): number {
    const closing: number[] = []
    let flat = outermost === OPEN_LIST
    for (;;) {
      const byte = this.space()
      const nests = byte === OPEN_LIST || byte === OPEN_OBJECT
      if (nests && this.#entered(closing, byte)) {
        flat &&= closing.length === 1
        continue
      }
      if (nests && closing.length === 0) return nothingIn(outermost)
      if (nests || this.value() === NOTHING) flat = false
      if (!this.#next(closing)) return flat ? LIST : TEXT
    }
  }

  /** Goes over an opening bracket, and over the first key behind it; whether something is in it. */
  #entered(closing: number[], byte: number): boolean {
    const close = byte === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT
    if (!this.opened(close)) return false
    closing.push(close)
    if (close === CLOSE_OBJECT) this.#key()
    return true
  }

  /** Goes over brackets that close, and over the comma and key behind them; false where the outermost has closed. */
  #next(closing: number[]): boolean {
    while (!this.more(closing.at(-1)!)) {
      closing.pop()
      if (closing.length === 0) return false
    }
    if (closing.at(-1) === CLOSE_OBJECT) this.#key()
    return true
  }

  #key(): void {
    if (this.space() !== QUOTE) throw new NotJson()
    this.string()
    this.colon()
  }
}

const isPlain = (byte: number): boolean => byte >= 0x20 && byte < 0x80 && byte !== QUOTE && byte !== BACKSLASH
const nothingIn = (bracket: number): number => (bracket === OPEN_LIST ? EMPTY_LIST : NOTHING)

function digits(bytes: Uint8Array, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  if (at === from) throw new NotJson()
  return at
}
