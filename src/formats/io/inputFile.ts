import { FileFault, textPositionAt } from './fileFault'
import { jsonFaultOffset } from './jsonFaultOffset'

const headLength = 1 << 16
/** So many bytes at a time are checked to be UTF-8, without a text of the whole. */
const checkedLength = 1 << 16
/** The byte-order mark in UTF-8. */
const mark = [0xef, 0xbb, 0xbf]

/** A file that is being opened, unpacked: its bytes, and what they are as text and JSON once somebody asks. */
export class InputFile {
  #text: string | undefined
  #json: { readonly value: unknown } | undefined
  #head: string | undefined
  #utf8: Uint8Array | undefined

  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
  ) {}

  /** The beginning as text, for telling the format; whatever is no UTF-8 in it is replaced. */
  get head(): string {
    this.#head ??= new TextDecoder(this.#encoding()).decode(this.bytes.subarray(0, headLength))
    return this.#head
  }

  /** Whether the bytes are UTF-8 without a mark before them, so that they can be read as they are. */
  get isPlainUtf8(): boolean {
    return this.#encoding() === 'utf-8' && this.bytes[0] !== 0xef
  }

  /** The whole as UTF-8 without a mark before it. Throws a FileFault where the text is broken. */
  get utf8(): Uint8Array {
    if (this.#utf8) return this.#utf8
    if (this.#encoding() !== 'utf-8') return (this.#utf8 = new TextEncoder().encode(this.text))
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      for (let from = 0, to = 0; from < this.bytes.length; from = to) {
        to = Math.min(from + checkedLength, this.bytes.length)
        // Up to the beginning of a character: a piece that is whole is checked fastest.
        for (let back = 0; back < 3 && (this.bytes[to]! & 0xc0) === 0x80; back++) to--
        if (!isAscii(this.bytes, from, to)) decoder.decode(this.bytes.subarray(from, to))
      }
    } catch {
      void this.text
    }
    return (this.#utf8 = this.bytes.subarray(mark.every((byte, at) => this.bytes[at] === byte) ? mark.length : 0))
  }

  /** The whole as text. Throws a FileFault where it is not UTF-8 (or UTF-16 with its mark). */
  get text(): string {
    if (this.#text !== undefined) return this.#text
    try {
      this.#text = new TextDecoder(this.#encoding(), { fatal: true }).decode(this.bytes)
    } catch {
      throw new FileFault(this.name, `the text is not valid UTF-8${this.#badByte()}`, 'Save the file in UTF-8.')
    }
    return this.#text
  }

  /** The whole as JSON. Throws a FileFault with the place where it is none. */
  get json(): unknown {
    if (this.#json) return this.#json.value
    const { text } = this
    try {
      this.#json = { value: JSON.parse(text) }
    } catch {
      const at = jsonFaultOffset(text)
      throw new FileFault(
        this.name,
        at >= text.trimEnd().length ? 'the JSON stops before its end' : 'this is not valid JSON',
        'Save it again from the program that wrote it.',
        textPositionAt(text, at),
      )
    }
    return this.#json.value
  }

  #encoding(): string {
    const [first, second] = this.bytes
    if (first === 0xff && second === 0xfe) return 'utf-16le'
    return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  }

  /** Where the first piece that is no UTF-8 stands, in words. */
  #badByte(): string {
    const at = new TextDecoder(this.#encoding()).decode(this.bytes).indexOf('\ufffd')
    if (at < 0) return ''
    const line = new TextDecoder(this.#encoding()).decode(this.bytes).slice(0, at).split('\n').length
    return ` (line ${line})`
  }
}

/** Whether bytes are all below 0x80: four at a time, where they begin at a whole word. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  const start = bytes.byteOffset + from
  const whole = start % 4 === 0 ? (to - from) >> 2 : 0
  const words = new Uint32Array(bytes.buffer, whole > 0 ? start : 0, whole)
  for (let at = 0; at < whole; at++) if ((words[at]! & 0x80808080) !== 0) return false
  for (let at = from + whole * 4; at < to; at++) if (bytes[at]! >= 0x80) return false
  return true
}
