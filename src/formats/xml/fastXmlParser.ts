import { skipXmlDeclaration, skipXmlWhitespace, xmlCharacterLength, plainTextBytes } from './xmlCharacters'
import { skipXmlComment, ElementTextStack } from './elementTextStack'
import { maxXmlDepth, type XmlHandler } from './xmlHandler'
import { equalByteRanges, XmlTagParser, FAST_PARSER_GAVE_UP } from './xmlTagParser'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const AMPERSAND = 0x26
const CR = 0x0d
const BANG = 0x21
const QUESTION = 0x3f
const DASH = 0x2d

/** What follows `<!` where a CDATA section begins. */
const section = [0x5b, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5b]

/**
 * Reads XML in one pass over its bytes, without a string of a tag or a value. It knows the plain XML that graph files
 * are made of, and checks that it is well-formed. False where it met something that it is not sure about (a document
 * type, another encoding, a reference to an entity, whatever is not well-formed): then nothing that was told counts, and
 * a full parser has to say what it is.
 */
export function parseXmlFast(bytes: Uint8Array, reader: XmlHandler): boolean {
  return new Scan(bytes, reader).run()
}

class Scan {
  readonly #bytes: Uint8Array
  readonly #reader: XmlHandler
  readonly #tags: XmlTagParser
  readonly #contents: ElementTextStack
  /** Names of the open elements, where they stand; and their numbers. */
  readonly #nameFrom = new Int32Array(maxXmlDepth + 1)
  readonly #nameTo = new Int32Array(maxXmlDepth + 1)
  readonly #element = new Int16Array(maxXmlDepth + 1)
  #depth = 0
  #rooted = false

  constructor(bytes: Uint8Array, reader: XmlHandler) {
    this.#bytes = bytes
    this.#reader = reader
    this.#tags = new XmlTagParser(bytes, reader)
    this.#contents = new ElementTextStack(bytes)
  }

  run(): boolean {
    const bytes = this.#bytes
    let at = skipXmlDeclaration(bytes)
    while (at >= 0) {
      at = this.#text(at)
      if (at < 0) return false
      if (at >= bytes.length) {
        if (this.#depth > 0 || !this.#rooted) return false
        this.#reader.endDocument()
        return true
      }
      const next = bytes[at + 1]
      if (next === SLASH) at = this.#closing(at + 2)
      else if (next === BANG) at = this.#special(at + 2)
      else at = next === QUESTION ? FAST_PARSER_GAVE_UP : this.#opening(at + 1)
    }
    return false
  }

  /** Text up to the next tag; outside of the root only space may stand. */
  #text(from: number): number {
    const bytes = this.#bytes
    if (this.#depth === 0) {
      const at = skipXmlWhitespace(bytes, from)
      return at >= bytes.length || bytes[at] === LT ? at : FAST_PARSER_GAVE_UP
    }
    for (let at = from; at < bytes.length;) {
      let byte = bytes[at]!
      while (plainTextBytes[byte] === 1) byte = bytes[++at]!
      if (at >= bytes.length) return FAST_PARSER_GAVE_UP
      if (byte === LT) {
        this.#contents.append(from, at)
        return at
      } else {
        if (byte === AMPERSAND || byte === CR) return this.#contents.decodeUntilTag(from)
        const length = byte === GT ? this.#isPlainGreater(at) : xmlCharacterLength(bytes, at)
        if (length === 0) return FAST_PARSER_GAVE_UP
        at += length
      }
    }
    return FAST_PARSER_GAVE_UP
  }

  /** 1 where a > may stand in text as it is: not at the end of what looks like a CDATA section. */
  #isPlainGreater(at: number): number {
    return this.#bytes[at - 1] === 0x5d && this.#bytes[at - 2] === 0x5d ? 0 : 1
  }

  #opening(from: number): number {
    const bytes = this.#bytes
    if (this.#depth === maxXmlDepth || (this.#depth === 0 && this.#rooted)) return FAST_PARSER_GAVE_UP
    const nameTo = this.#tags.parseName(from)
    if (nameTo < 0) return FAST_PARSER_GAVE_UP
    const element = this.#tags.element
    const at = this.#tags.attributes(nameTo)
    if (at < 0) return FAST_PARSER_GAVE_UP
    this.#rooted = true
    if (element >= 0) this.#reader.openElement(element, this.#tags.tag)
    if (bytes[at] === SLASH) {
      if (bytes[at + 1] !== GT) return FAST_PARSER_GAVE_UP
      if (element >= 0) this.#reader.closeElement(element, this.#contents.empty)
      return at + 2
    }
    const depth = ++this.#depth
    this.#nameFrom[depth] = from
    this.#nameTo[depth] = nameTo
    this.#element[depth] = element
    this.#contents.open(element >= 0 && this.#reader.wantsText[element] === 1)
    return at + 1
  }

  /** A comment, or text in a CDATA section; any other declaration is not for here. */
  #special(from: number): number {
    const bytes = this.#bytes
    if (bytes[from] === DASH && bytes[from + 1] === DASH) return skipXmlComment(bytes, from + 2)
    if (this.#depth === 0) return FAST_PARSER_GAVE_UP
    for (let at = 0; at < section.length; at++) if (bytes[from + at] !== section[at]) return FAST_PARSER_GAVE_UP
    return this.#contents.readCdata(from + section.length)
  }

  #closing(from: number): number {
    const bytes = this.#bytes
    const depth = this.#depth
    if (depth === 0) return FAST_PARSER_GAVE_UP
    let at = from + this.#nameTo[depth]! - this.#nameFrom[depth]!
    if (at >= bytes.length || !equalByteRanges(bytes, this.#nameFrom[depth]!, from, at - from))
      return FAST_PARSER_GAVE_UP
    at = skipXmlWhitespace(bytes, at)
    if (bytes[at] !== GT) return FAST_PARSER_GAVE_UP
    const element = this.#element[depth]!
    if (element >= 0) this.#reader.closeElement(element, this.#contents.text())
    this.#contents.close()
    this.#depth--
    return at + 1
  }
}
