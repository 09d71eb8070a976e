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
/** Returned instead of an offset for input that the fast parser leaves to the strict one. */
const GAVE_UP = -1

/**
 * Decodes an attribute value with references or line ends into the block of the tag. Each white-space character becomes a
 * space (XML 1.0, 3.3.3). Returns the offset behind the closing quote, or -1 to give up.
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
      if (!reference) return GAVE_UP
      tag.decodedLength = writeUtf8Character(tag.decodedBlock, tag.decodedLength, reference.code)
      at = reference.end
    } else if (xmlByteClasses[byte]! & XML_WHITESPACE) {
      tag.decodedBlock[tag.decodedLength++] = 0x20
      at += byte === CR && bytes[at + 1] === LF ? 2 : 1
    } else {
      const length = characterLength(bytes, at)
      if (length === 0 || byte === LT) return GAVE_UP
      for (let end = at + length; at < end; at++) tag.decodedBlock[tag.decodedLength++] = bytes[at]!
    }
  }
  return GAVE_UP
}

/** Length in bytes of the character at an offset; 0 if XML does not allow it. */
function characterLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  if (byte >= 0x80) return xmlCharacterLength(bytes, at)
  return byte >= 0x20 || xmlByteClasses[byte]! & XML_WHITESPACE ? 1 : 0
}

/** The text directly in each open element: a range of the file, or of a block in which its pieces are joined. */
export class ElementTextStack {
  readonly empty: ByteRange
  readonly #bytes: Uint8Array
  #block = new Uint8Array(1 << 10)
  #blockLength = 0
  #depth = 0
  /** By depth: whether the text is needed, whether it is in the block, its range, and the length of the block before it. */
  readonly #isWanted = new Uint8Array(maxXmlDepth + 1)
  readonly #isInBlock = new Uint8Array(maxXmlDepth + 1)
  readonly #from = new Int32Array(maxXmlDepth + 1)
  readonly #to = new Int32Array(maxXmlDepth + 1)
  readonly #lengthBefore = new Int32Array(maxXmlDepth + 1)

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.empty = { bytes, from: 0, to: 0 }
  }

  open(wanted: boolean): void {
    const depth = ++this.#depth
    this.#isWanted[depth] = wanted ? 1 : 0
    this.#isInBlock[depth] = 0
    this.#from[depth] = this.#to[depth] = 0
    this.#lengthBefore[depth] = this.#blockLength
  }

  close(): void {
    this.#blockLength = this.#lengthBefore[this.#depth--]!
  }

  text(): ByteRange {
    const depth = this.#depth
    if (this.#isWanted[depth] === 0) return this.empty
    const bytes = this.#isInBlock[depth] === 1 ? this.#block : this.#bytes
    return { bytes, from: this.#from[depth]!, to: this.#to[depth]! }
  }

  /** Appends a range of the file without escapes to the text of the open element. */
  append(from: number, to: number): void {
    const depth = this.#depth
    if (from === to || this.#isWanted[depth] === 0) return
    if (this.#to[depth] === this.#from[depth]) {
      this.#isInBlock[depth] = 0
      this.#from[depth] = from
      this.#to[depth] = to
    } else {
      this.#moveToBlock()
      this.#copy(this.#bytes, from, to)
      this.#to[depth] = this.#blockLength
    }
  }

  /** Decodes text with references or line ends up to the next tag. Returns the offset of the tag, or -1 to give up. */
  decodeUntilTag(from: number): number {
    const bytes = this.#bytes
    this.#moveToBlock()
    for (let at = from; at < bytes.length;) {
      this.#reserve(8)
      const byte = bytes[at]!
      if (byte === LT) {
        this.#to[this.#depth] = this.#blockLength
        return at
      }
      if (byte === AMPERSAND) {
        const reference = parseCharacterReference(bytes, at)
        if (!reference) return GAVE_UP
        this.#blockLength = writeUtf8Character(this.#block, this.#blockLength, reference.code)
        at = reference.end
      } else if (byte === CR) at = this.#appendLineEnd(at)
      else {
        const length =
          byte === GT && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET ? 0 : characterLength(bytes, at)
        if (length === 0) return GAVE_UP
        for (let end = at + length; at < end; at++) this.#block[this.#blockLength++] = bytes[at]!
      }
    }
    return GAVE_UP
  }

  /** Appends the text of a CDATA section. Returns the offset behind the section, or -1 to give up. */
  readCdata(from: number): number {
    const bytes = this.#bytes
    this.#moveToBlock()
    for (let at = from; at + 2 < bytes.length;) {
      this.#reserve(8)
      if (bytes[at] === BRACKET && bytes[at + 1] === BRACKET && bytes[at + 2] === GT) {
        this.#to[this.#depth] = this.#blockLength
        return at + 3
      }
      if (bytes[at] === CR) at = this.#appendLineEnd(at)
      else {
        const length = characterLength(bytes, at)
        if (length === 0) return GAVE_UP
        for (let end = at + length; at < end; at++) this.#block[this.#blockLength++] = bytes[at]!
      }
    }
    return GAVE_UP
  }

  /** Appends a line end, which is always a line feed (XML 1.0, 2.11). Returns the offset behind it. */
  #appendLineEnd(at: number): number {
    this.#block[this.#blockLength++] = LF
    return at + (this.#bytes[at + 1] === LF ? 2 : 1)
  }

  /** Moves the text of the open element to the end of the block, so that more can be appended. */
  #moveToBlock(): void {
    const depth = this.#depth
    const from = this.#blockLength
    if (this.#isInBlock[depth] === 1 && this.#to[depth] === from) return
    const [bytes, start, end] = [
      this.#isInBlock[depth] === 1 ? this.#block : this.#bytes,
      this.#from[depth]!,
      this.#to[depth]!,
    ]
    this.#copy(bytes, start, end)
    this.#isInBlock[depth] = 1
    this.#from[depth] = from
    this.#to[depth] = this.#blockLength
  }

  #copy(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from)
    this.#block.set(source.subarray(from, to), this.#blockLength)
    this.#blockLength += to - from
  }

  #reserve(more: number): void {
    if (this.#blockLength + more <= this.#block.length) return
    const larger = new Uint8Array((this.#blockLength + more) * 2)
    larger.set(this.#block)
    this.#block = larger
  }
}

/** The offset behind a comment whose text begins at `from`; -1 if it is not closed, or not well-formed. */
export function skipXmlComment(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length;) {
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d) return bytes[at + 2] === GT ? at + 3 : GAVE_UP
    const length = characterLength(bytes, at)
    if (length === 0) return GAVE_UP
    at += length
  }
  return GAVE_UP
}
