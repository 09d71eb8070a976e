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

/** The bytes behind `<!` at the beginning of a CDATA section. */
const cdataStart = [0x5b, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5b]

/**
 * Parses XML in one pass over its bytes, without making strings of tags or values, and checks that it is well-formed. It
 * supports the plain XML of graph files. Returns false if it met something else (a document type, another encoding, a
 * reference to an entity, anything that is not well-formed): then the events so far are void, and the strict parser
 * has to read the file.
 */
export function parseXmlFast(bytes: Uint8Array, handler: XmlHandler): boolean {
  return new FastParser(bytes, handler).run()
}

class FastParser {
  readonly #bytes: Uint8Array
  readonly #handler: XmlHandler
  readonly #tags: XmlTagParser
  readonly #texts: ElementTextStack
  /** By depth: the range of the element's name, and its number. */
  readonly #nameFrom = new Int32Array(maxXmlDepth + 1)
  readonly #nameTo = new Int32Array(maxXmlDepth + 1)
  readonly #element = new Int16Array(maxXmlDepth + 1)
  #depth = 0
  #hasRoot = false

  constructor(bytes: Uint8Array, handler: XmlHandler) {
    this.#bytes = bytes
    this.#handler = handler
    this.#tags = new XmlTagParser(bytes, handler)
    this.#texts = new ElementTextStack(bytes)
  }

  run(): boolean {
    const bytes = this.#bytes
    let at = skipXmlDeclaration(bytes)
    while (at >= 0) {
      at = this.#parseText(at)
      if (at < 0) return false
      if (at >= bytes.length) {
        if (this.#depth > 0 || !this.#hasRoot) return false
        this.#handler.endDocument()
        return true
      }
      const next = bytes[at + 1]
      if (next === SLASH) at = this.#parseEndTag(at + 2)
      else if (next === BANG) at = this.#parseMarkup(at + 2)
      else at = next === QUESTION ? FAST_PARSER_GAVE_UP : this.#parseStartTag(at + 1)
    }
    return false
  }

  /** Parses text up to the next tag; outside of the root only white space is allowed. */
  #parseText(from: number): number {
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
        this.#texts.append(from, at)
        return at
      } else {
        if (byte === AMPERSAND || byte === CR) return this.#texts.decodeUntilTag(from)
        const length = byte === GT ? this.#greaterThanLength(at) : xmlCharacterLength(bytes, at)
        if (length === 0) return FAST_PARSER_GAVE_UP
        at += length
      }
    }
    return FAST_PARSER_GAVE_UP
  }

  /** 1 if a > is allowed in text; 0 behind ]], which would end a CDATA section. */
  #greaterThanLength(at: number): number {
    return this.#bytes[at - 1] === 0x5d && this.#bytes[at - 2] === 0x5d ? 0 : 1
  }

  #parseStartTag(from: number): number {
    const bytes = this.#bytes
    if (this.#depth === maxXmlDepth || (this.#depth === 0 && this.#hasRoot)) return FAST_PARSER_GAVE_UP
    const nameTo = this.#tags.parseName(from)
    if (nameTo < 0) return FAST_PARSER_GAVE_UP
    const element = this.#tags.element
    const at = this.#tags.parseAttributes(nameTo)
    if (at < 0) return FAST_PARSER_GAVE_UP
    this.#hasRoot = true
    if (element >= 0) this.#handler.openElement(element, this.#tags.tag)
    if (bytes[at] === SLASH) {
      if (bytes[at + 1] !== GT) return FAST_PARSER_GAVE_UP
      if (element >= 0) this.#handler.closeElement(element, this.#texts.empty)
      return at + 2
    }
    const depth = ++this.#depth
    this.#nameFrom[depth] = from
    this.#nameTo[depth] = nameTo
    this.#element[depth] = element
    this.#texts.open(element >= 0 && this.#handler.wantsText[element] === 1)
    return at + 1
  }

  /** Parses a comment or a CDATA section, and gives up at any other declaration. */
  #parseMarkup(from: number): number {
    const bytes = this.#bytes
    if (bytes[from] === DASH && bytes[from + 1] === DASH) return skipXmlComment(bytes, from + 2)
    if (this.#depth === 0) return FAST_PARSER_GAVE_UP
    for (let at = 0; at < cdataStart.length; at++) if (bytes[from + at] !== cdataStart[at]) return FAST_PARSER_GAVE_UP
    return this.#texts.readCdata(from + cdataStart.length)
  }

  #parseEndTag(from: number): number {
    const bytes = this.#bytes
    const depth = this.#depth
    if (depth === 0) return FAST_PARSER_GAVE_UP
    let at = from + this.#nameTo[depth]! - this.#nameFrom[depth]!
    if (at >= bytes.length || !equalByteRanges(bytes, this.#nameFrom[depth]!, from, at - from))
      return FAST_PARSER_GAVE_UP
    at = skipXmlWhitespace(bytes, at)
    if (bytes[at] !== GT) return FAST_PARSER_GAVE_UP
    const element = this.#element[depth]!
    if (element >= 0) this.#handler.closeElement(element, this.#texts.text())
    this.#texts.close()
    this.#depth--
    return at + 1
  }
}
