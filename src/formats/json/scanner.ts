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
export const OPEN_LIST = 0x5b
export const CLOSE_LIST = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d

const decoder = new TextDecoder()
const escapes = new Set(Array.from('"\\/bfnrt', (letter) => letter.charCodeAt(0)))
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const isHex = (byte: number | undefined): boolean =>
  isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)

const words: Readonly<Record<number, readonly [readonly number[], number]>> = {
  0x74: [Array.from('true', (letter) => letter.charCodeAt(0)), TEXT],
  0x66: [Array.from('false', (letter) => letter.charCodeAt(0)), TEXT],
  0x6e: [Array.from('null', (letter) => letter.charCodeAt(0)), NOTHING],
}

/** Walks over JSON as bytes of UTF-8: each method begins at `at` and leaves it behind what it has read. Throws NotJson. */
export class JsonBytes {
  at = 0

  constructor(readonly bytes: Uint8Array) {}

  /** Goes over white space, and gives the byte behind it; 0 at the end. */
  space(): number {
    const { bytes } = this
    let { at } = this
    let byte = bytes[at]
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
    if (byte === 0x2d || isDigit(byte)) return this.number()
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) return this.#nested(byte)
    return this.#word(byte)
  }

  string(): number {
    const { bytes } = this
    const start = this.at + 1
    let at = start
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) {
      if (byte === undefined || byte < 0x20) throw new NotJson()
      if (byte === BACKSLASH) at = this.#escape(at + 1)
    }
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

  /** The value that begins at a place, as the engine reads it. */
  parsed(from: number): unknown {
    this.at = from
    this.value()
    return JSON.parse(decoder.decode(this.bytes.subarray(from, this.at))) as unknown
  }

  #escape(at: number): number {
    const { bytes } = this
    if (bytes[at] !== 0x75) {
      if (!escapes.has(bytes[at]!)) throw new NotJson()
      return at
    }
    for (let digit = 1; digit <= 4; digit++) if (!isHex(bytes[at + digit])) throw new NotJson()
    return at + 4
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

const nothingIn = (bracket: number): number => (bracket === OPEN_LIST ? EMPTY_LIST : NOTHING)

function digits(bytes: Uint8Array, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  if (at === from) throw new NotJson()
  return at
}
