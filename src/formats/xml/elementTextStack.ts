import {
  xmlCharacterLength,
  xmlByteClasses,
  writeUtf8Character,
  parseCharacterReference,
  XML_WHITESPACE,
} from './xmlCharacters'
import { maxXmlDepth, type ByteRange, type XmlTagAttributes } from './xmlHandler'

const AMPERSAND = 0x26
const CR = 0x0d
const LF = 0x0a
const LT = 0x3c
const GT = 0x3e
const BRACKET = 0x5d
const UNSURE = -1

/**
 * Reads a value with references or line ends in it, from its begin to its quote, into the block of the tag: each space
 * character becomes a space (XML 1.0, 3.3.3). Gives the place after the quote, -1 where something is uncertain.
 */
export function decodeAttributeValue(
  tag: XmlTagAttributes,
  from: number,
  ...[quote, attribute]: [number, number]
): number {
  const bytes = tag.file
  const start = tag.decodedLength
  for (let at = from; at < bytes.length;) {
    tag.reserve(8)
    const byte = bytes[at]!
    if (byte === quote) {
      if (attribute >= 0) tag.setDecoded(attribute, start)
      return at + 1
    }
    if (byte === AMPERSAND) {
      const reference = parseCharacterReference(bytes, at)
      if (!reference) return UNSURE
      tag.decodedLength = writeUtf8Character(tag.decodedBlock, tag.decodedLength, reference.code)
      at = reference.end
    } else if (xmlByteClasses[byte]! & XML_WHITESPACE) {
      tag.decodedBlock[tag.decodedLength++] = 0x20
      at += byte === CR && bytes[at + 1] === LF ? 2 : 1
    } else {
      const length = plainLength(bytes, at)
      if (length === 0 || byte === LT) return UNSURE
      for (let end = at + length; at < end; at++) tag.decodedBlock[tag.decodedLength++] = bytes[at]!
    }
  }
  return UNSURE
}

/** Bytes of the character at a place; 0 where XML cannot hold it. */
function plainLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  if (byte >= 0x80) return xmlCharacterLength(bytes, at)
  return byte >= 0x20 || xmlByteClasses[byte]! & XML_WHITESPACE ? 1 : 0
}

/** The text of the open elements, each its own: a stretch of the file, or put together in a block where it is in pieces. */
export class ElementTextStack {
  readonly empty: ByteRange
  readonly #bytes: Uint8Array
  #block = new Uint8Array(1 << 10)
  #used = 0
  #depth = 0
  /** By depth: whether the text is wanted, where it stands, and what of the block was used before. */
  readonly #wanted = new Uint8Array(maxXmlDepth + 1)
  readonly #beside = new Uint8Array(maxXmlDepth + 1)
  readonly #from = new Int32Array(maxXmlDepth + 1)
  readonly #to = new Int32Array(maxXmlDepth + 1)
  readonly #before = new Int32Array(maxXmlDepth + 1)

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.empty = { bytes, from: 0, to: 0 }
  }

  open(wanted: boolean): void {
    const depth = ++this.#depth
    this.#wanted[depth] = wanted ? 1 : 0
    this.#beside[depth] = 0
    this.#from[depth] = this.#to[depth] = 0
    this.#before[depth] = this.#used
  }

  close(): void {
    this.#used = this.#before[this.#depth--]!
  }

  text(): ByteRange {
    const depth = this.#depth
    if (this.#wanted[depth] === 0) return this.empty
    const bytes = this.#beside[depth] === 1 ? this.#block : this.#bytes
    return { bytes, from: this.#from[depth]!, to: this.#to[depth]! }
  }

  /** Text of the open element that stands in the file as it is meant. */
  append(from: number, to: number): void {
    const depth = this.#depth
    if (from === to || this.#wanted[depth] === 0) return
    if (this.#to[depth] === this.#from[depth]) {
      this.#beside[depth] = 0
      this.#from[depth] = from
      this.#to[depth] = to
    } else {
      this.#aside()
      this.#copy(this.#bytes, from, to)
      this.#to[depth] = this.#used
    }
  }

  /** Text with references or line ends that become one, up to the next tag; gives the place of that, -1 where uncertain. */
  decodeUntilTag(from: number): number {
    const bytes = this.#bytes
    this.#aside()
    for (let at = from; at < bytes.length;) {
      this.#room(8)
      const byte = bytes[at]!
      if (byte === LT) {
        this.#to[this.#depth] = this.#used
        return at
      }
      if (byte === AMPERSAND) {
        const reference = parseCharacterReference(bytes, at)
        if (!reference) return UNSURE
        this.#used = writeUtf8Character(this.#block, this.#used, reference.code)
        at = reference.end
      } else if (byte === CR) at = this.#lineEnd(at)
      else {
        const length =
          byte === GT && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET ? 0 : plainLength(bytes, at)
        if (length === 0) return UNSURE
        for (let end = at + length; at < end; at++) this.#block[this.#used++] = bytes[at]!
      }
    }
    return UNSURE
  }

  /** Text in which nothing is escaped, from here to the end of its section: the place after that, -1 where uncertain. */
  readCdata(from: number): number {
    const bytes = this.#bytes
    this.#aside()
    for (let at = from; at + 2 < bytes.length;) {
      this.#room(8)
      if (bytes[at] === BRACKET && bytes[at + 1] === BRACKET && bytes[at + 2] === GT) {
        this.#to[this.#depth] = this.#used
        return at + 3
      }
      if (bytes[at] === CR) at = this.#lineEnd(at)
      else {
        const length = plainLength(bytes, at)
        if (length === 0) return UNSURE
        for (let end = at + length; at < end; at++) this.#block[this.#used++] = bytes[at]!
      }
    }
    return UNSURE
  }

  /** A line ends in one character, however the file writes it (XML 1.0, 2.11). */
  #lineEnd(at: number): number {
    this.#block[this.#used++] = LF
    return at + (this.#bytes[at + 1] === LF ? 2 : 1)
  }

  /** Moves what the open element has so far to the end of the block, where more can be put to it. */
  #aside(): void {
    const depth = this.#depth
    const from = this.#used
    if (this.#beside[depth] === 1 && this.#to[depth] === from) return
    const [bytes, start, end] = [
      this.#beside[depth] === 1 ? this.#block : this.#bytes,
      this.#from[depth]!,
      this.#to[depth]!,
    ]
    this.#copy(bytes, start, end)
    this.#beside[depth] = 1
    this.#from[depth] = from
    this.#to[depth] = this.#used
  }

  #copy(source: Uint8Array, from: number, to: number): void {
    this.#room(to - from)
    this.#block.set(source.subarray(from, to), this.#used)
    this.#used += to - from
  }

  #room(more: number): void {
    if (this.#used + more <= this.#block.length) return
    const larger = new Uint8Array((this.#used + more) * 2)
    larger.set(this.#block)
    this.#block = larger
  }
}

/** The end of a comment whose text begins at `from`; -1 where it has none, or holds what a comment cannot. */
export function skipXmlComment(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length;) {
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d) return bytes[at + 2] === GT ? at + 3 : UNSURE
    const length = plainLength(bytes, at)
    if (length === 0) return UNSURE
    at += length
  }
  return UNSURE
}
