import { message, type Message } from '../../messages/message'
import { FileFault, textPositionAt } from './fileFault'
import { guessEncoding, utf16WithoutMark } from './guessEncoding'
import { jsonFaultOffset } from './jsonFaultOffset'
import { limits } from './limits'
import { withoutNonFiniteTokens } from './nonFiniteJsonTokens'

/** Length in bytes of the head that formats are detected by. */
const headLength = 1 << 16
/** Bytes that are checked to be UTF-8 at a time, without decoding the whole file into a string. */
const chunkLength = 1 << 16
/** The byte-order mark in UTF-8. */
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** An unpacked file that is being opened: its bytes, and their text and JSON, decoded on first use. */
export class InputFile {
  #text: string | undefined
  #json: { readonly value: unknown } | undefined
  #head: string | undefined
  #utf8: Uint8Array | undefined
  #detected: string | undefined
  #guessed: string | undefined
  /** NaN and infinities that were replaced by null in the JSON: how many, and the first of them. */
  nonFiniteTokens: { readonly count: number; readonly example: string } | undefined

  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
    /** The encoding that the person chose, by its name in the Encoding Standard; else it is detected. */
    readonly chosenEncoding?: string,
  ) {}

  /** The encoding that was guessed, because the text is not UTF-8 and says nothing of another; undefined for other files. */
  get guessedEncoding(): string | undefined {
    void this.#encoding()
    return this.#guessed
  }

  /** The encoding that the text is read in. */
  get encoding(): string {
    return this.#encoding()
  }

  /** The beginning as text, for detecting the format; invalid UTF-8 in it is replaced. */
  get head(): string {
    this.#head ??= new TextDecoder(this.#encoding()).decode(this.bytes.subarray(0, headLength))
    return this.#head
  }

  /** Whether the file is in UTF-8 without a byte-order mark, so that its bytes can be parsed directly. */
  get isPlainUtf8(): boolean {
    return this.#encoding() === 'utf-8' && this.bytes[0] !== 0xef && !this.nonFiniteTokens
  }

  /** The whole file in UTF-8 without a byte-order mark. Throws a FileFault if the text is invalid. */
  get utf8(): Uint8Array {
    if (this.#utf8) return this.#utf8
    if (this.#encoding() !== 'utf-8') return (this.#utf8 = new TextEncoder().encode(this.text))
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      for (let from = 0, to = 0; from < this.bytes.length; from = to) {
        to = Math.min(from + chunkLength, this.bytes.length)
        // Chunks end at a character boundary, so that each can be checked on its own.
        for (let back = 0; back < 3 && (this.bytes[to]! & 0xc0) === 0x80; back++) to--
        if (!isAscii(this.bytes, from, to)) decoder.decode(this.bytes.subarray(from, to))
      }
    } catch {
      return (this.#utf8 = new TextEncoder().encode(this.text))
    }
    return (this.#utf8 = this.bytes.subarray(
      byteOrderMark.every((byte, at) => this.bytes[at] === byte) ? byteOrderMark.length : 0,
    ))
  }

  /** The whole file as text. Throws a FileFault unless it is UTF-8, or UTF-16 with a byte-order mark. */
  get text(): string {
    if (this.#text !== undefined) return this.#text
    if (this.bytes.length > limits.textBytes)
      throw new FileFault(
        this.name,
        message('readFaults', 'textTooLarge', { megabytes: Math.floor(limits.textBytes / 1e6) }),
        message('readFaults', 'splitOrOtherFormat'),
      )
    if (this.nonFiniteTokens) return (this.#text = new TextDecoder().decode(this.#utf8))
    const text = this.#decoded(this.#encoding()) ?? this.#decodedByGuess()
    if (text === undefined) throw new FileFault(this.name, this.#invalidText(), message('readFaults', 'saveAsUtf8'))
    return (this.#text = text)
  }

  /** The whole file as JSON. Throws a FileFault with the position of the first syntax error. */
  get json(): unknown {
    if (this.#json) return this.#json.value
    const { text } = this
    try {
      this.#json = { value: JSON.parse(text) }
    } catch {
      if (this.replaceNonFiniteTokens()) return this.json
      const at = jsonFaultOffset(text)
      throw new FileFault(
        this.name,
        message('readFaults', at >= text.trimEnd().length ? 'endsTooEarly' : 'invalidJson'),
        message('readFaults', 'exportAgain'),
        textPositionAt(text, at),
      )
    }
    return this.#json.value
  }

  #decoded(encoding: string): string | undefined {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(this.bytes)
    } catch {
      return undefined
    }
  }

  /** The text in another encoding than UTF-8, where bytes beyond the head show that it is not UTF-8. */
  #decodedByGuess(): string | undefined {
    if (this.chosenEncoding !== undefined || this.#encoding() !== 'utf-8' || !this.#mayBeGuessed()) return undefined
    // What stands before the first byte that is not ASCII has been read already, and is the same in each encoding.
    const from = this.bytes.findIndex((byte) => byte >= 0x80)
    const guess = guessEncoding(this.bytes.subarray(from))
    const text = guess && this.#decoded(guess)
    if (text !== undefined) this.#detected = this.#guessed = guess
    return text
  }

  /** Replaces NaN and infinities in the JSON by null, once. Returns whether there were any. */
  replaceNonFiniteTokens(): boolean {
    const replaced = this.nonFiniteTokens ? undefined : withoutNonFiniteTokens(this.utf8)
    if (!replaced) return false
    const { bytes, count, example } = replaced
    this.nonFiniteTokens = { count, example }
    this.#utf8 = bytes
    this.#text = undefined
    return true
  }

  #encoding(): string {
    return (this.#detected ??= this.chosenEncoding ?? this.#detect())
  }

  #detect(): string {
    const [first, second] = this.bytes
    if (first === 0xff && second === 0xfe) return 'utf-16le'
    if (first === 0xfe && second === 0xff) return 'utf-16be'
    const head = this.bytes.subarray(0, headLength)
    const guess = utf16WithoutMark(head) ?? (isUtf8(head) || !this.#mayBeGuessed() ? undefined : guessEncoding(head))
    this.#guessed = guess
    return guess ?? 'utf-8'
  }

  /** XML says its encoding and JSON is UTF-8; only of other texts the encoding is guessed. */
  #mayBeGuessed(): boolean {
    const first = this.bytes.find((byte) => byte > 0x20)
    return first !== 0x3c && first !== 0x7b && first !== 0x5b
  }

  /** That the text is invalid, with the line of the first invalid byte where it can be found. */
  #invalidText(): Message {
    const { chosenEncoding } = this
    if (chosenEncoding !== undefined && chosenEncoding !== 'utf-8')
      return message('readFaults', 'invalidInEncoding', { encoding: chosenEncoding })
    const text = new TextDecoder(this.#encoding()).decode(this.bytes)
    const at = text.indexOf('\ufffd')
    if (at < 0) return message('readFaults', 'invalidUtf8')
    return message('readFaults', 'invalidUtf8InLine', { line: text.slice(0, at).split('\n').length })
  }
}

/** Whether bytes are UTF-8, perhaps cut off inside of the last character. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Whether all bytes are below 0x80. Tested four at a time if the range is aligned to 32-bit words. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  const start = bytes.byteOffset + from
  const whole = start % 4 === 0 ? (to - from) >> 2 : 0
  const words = new Uint32Array(bytes.buffer, whole > 0 ? start : 0, whole)
  for (let at = 0; at < whole; at++) if ((words[at]! & 0x80808080) !== 0) return false
  for (let at = from + whole * 4; at < to; at++) if (bytes[at]! >= 0x80) return false
  return true
}
