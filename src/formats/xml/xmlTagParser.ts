import {
  skipXmlWhitespace,
  xmlCharacterLength,
  xmlByteClasses,
  XML_NAME_CHARACTER,
  XML_NAME_START,
  plainAttributeBytes,
  XML_WHITESPACE,
} from './xmlCharacters'
import { decodeAttributeValue } from './elementTextStack'
import { NextNameCache } from './nextNameCache'
import { extendNameHash, XmlTagAttributes, type XmlHandler } from './xmlHandler'

const GT = 0x3e
const SLASH = 0x2f
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const AMPERSAND = 0x26
const COLON = 0x3a

/** Maximum number of unknown attributes in one tag; tags with more are left to the strict parser. */
const maxUnknown = 100

/** Returned instead of an offset for input that the fast parser leaves to the strict one. */
export const FAST_PARSER_GAVE_UP = -1

/** Whether two ranges of the same bytes are equal. */
export function equalByteRanges(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false
  return true
}

/** Parses the inside of a tag: the name of the element, and its attributes. */
export class XmlTagParser {
  readonly tag: XmlTagAttributes
  /** The number of the last element; -1 if its name is unknown. */
  element = -1
  readonly #bytes: Uint8Array
  readonly #handler: XmlHandler
  /** Of the name that `#parseAnyName` read last: the start of its local part, the hash of that part, and whether its prefix is `xml`. */
  #localStart = 0
  #hash = 0
  #hasXmlPrefix = false
  /** The ranges of unknown attribute names in this tag, to find duplicates. */
  readonly #unknownNames = new Int32Array(2 * maxUnknown)
  #unknownLength = 0
  /**
   * The names that followed last time, which are compared before a lookup: after each element the two elements that came
   * next (often one of the same name, and at the end another), and after each attribute (an unknown one, or the name
   * of an element) the next attribute up to its opening quote.
   */
  readonly #elementAfter: NextNameCache
  readonly #attributeAfter: NextNameCache
  #lastAttribute = -1

  constructor(bytes: Uint8Array, handler: XmlHandler) {
    const [elementCount, attributeCount] = [handler.elements.all.length, handler.attributes.all.length]
    this.#bytes = bytes
    this.#handler = handler
    this.tag = new XmlTagAttributes(bytes, attributeCount)
    this.#elementAfter = new NextNameCache(bytes, 2 * (elementCount + 1))
    this.#attributeAfter = new NextNameCache(bytes, attributeCount + elementCount + 2)
  }

  /** Parses the attributes of a tag. Returns the offset of the / or > that ends it, or -1 to give up. */
  parseAttributes(from: number): number {
    const bytes = this.#bytes
    const unknown = this.#handler.attributes.all.length
    this.tag.reset()
    this.#unknownLength = 0
    let last = unknown + this.element + 2
    for (let at = from; at >= 0;) {
      const next = skipXmlWhitespace(bytes, at)
      const byte = bytes[next]
      if (byte === GT || byte === SLASH) return next
      if (next === at || next >= bytes.length) return FAST_PARSER_GAVE_UP
      at = this.#parseAttribute(next, last)
      last = this.#lastAttribute < 0 ? unknown : this.#lastAttribute
    }
    return FAST_PARSER_GAVE_UP
  }

  /** Parses the name of an element and sets `element`. Returns the offset behind the name, or -1 to give up. */
  parseName(from: number): number {
    const after = 2 * (this.element + 1)
    let end = this.#matchExpected(after, from)
    if (end < 0) end = this.#matchExpected(after + 1, from)
    if (end >= 0) return end
    const at = this.#parseAnyName(from)
    if (at < 0) return FAST_PARSER_GAVE_UP
    this.element = this.#handler.elements.find(this.#bytes, this.#localStart, at, this.#hash)
    this.#elementAfter.copy(after, after + 1)
    this.#elementAfter.learn(after, this.element, from, at)
    return at
  }

  /** The end of a remembered name if it is at `from`; -1 if another is. */
  #matchExpected(after: number, from: number): number {
    const end = this.#elementAfter.matchEnd(after, from)
    if (end < 0 || xmlByteClasses[this.#bytes[end]!]! & XML_NAME_CHARACTER) return FAST_PARSER_GAVE_UP
    this.element = this.#elementAfter.nameNumber(after)
    return end
  }

  #parseAttribute(from: number, last: number): number {
    const valueFrom = this.#attributeAfter.matchEnd(last, from)
    if (valueFrom < 0) return this.#parseUnexpectedAttribute(from, last)
    const attribute = (this.#lastAttribute = this.#attributeAfter.nameNumber(last))
    return this.tag.has(attribute)
      ? FAST_PARSER_GAVE_UP
      : this.#parseValue(valueFrom, this.#bytes[valueFrom - 1]!, attribute)
  }

  /** Parses an attribute that is not the one that followed last time. */
  #parseUnexpectedAttribute(from: number, last: number): number {
    const bytes = this.#bytes
    const nameTo = this.#parseAnyName(from)
    if (nameTo < 0) return FAST_PARSER_GAVE_UP
    const attribute = this.#hasXmlPrefix
      ? -1
      : this.#handler.attributes.find(bytes, this.#localStart, nameTo, this.#hash)
    if (attribute < 0 ? this.#isDuplicate(from, nameTo) : this.tag.has(attribute)) return FAST_PARSER_GAVE_UP
    const equals = skipXmlWhitespace(bytes, nameTo)
    const at = skipXmlWhitespace(bytes, equals + 1)
    const quote = bytes[at]!
    if (bytes[equals] !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) return FAST_PARSER_GAVE_UP
    if (attribute >= 0) this.#attributeAfter.learn(last, attribute, from, at + 1)
    this.#lastAttribute = attribute
    return this.#parseValue(at + 1, quote, attribute)
  }

  /** Whether an unknown name is a duplicate in this tag. */
  #isDuplicate(from: number, to: number): boolean {
    const names = this.#unknownNames
    const length = this.#unknownLength
    for (let at = 0; at < length; at += 2)
      if (names[at + 1]! - names[at]! === to - from && equalByteRanges(this.#bytes, names[at]!, from, to - from))
        return true
    if (length === names.length) return true
    names[length] = from
    names[length + 1] = to
    this.#unknownLength += 2
    return false
  }

  #parseValue(from: number, quote: number, attribute: number): number {
    const bytes = this.#bytes
    for (let at = from; at < bytes.length;) {
      let byte = bytes[at]!
      while (plainAttributeBytes[byte] === 1) byte = bytes[++at]!
      if (byte === quote) {
        if (attribute >= 0) this.tag.setRange(attribute, from, at)
        return at + 1
      } else {
        if (byte === AMPERSAND || xmlByteClasses[byte]! & XML_WHITESPACE)
          return decodeAttributeValue(this.tag, from, quote, attribute)
        const length = byte === QUOTE || byte === APOSTROPHE ? 1 : xmlCharacterLength(bytes, at)
        if (length === 0) return FAST_PARSER_GAVE_UP
        at += length
      }
    }
    return FAST_PARSER_GAVE_UP
  }

  /** Parses an ASCII name. Returns the offset behind it, or -1 to give up. */
  #parseAnyName(from: number): number {
    const bytes = this.#bytes
    if (from >= bytes.length || !(xmlByteClasses[bytes[from]!]! & XML_NAME_START)) return FAST_PARSER_GAVE_UP
    let hash = 0
    let at = from
    this.#localStart = from
    this.#hasXmlPrefix = false
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (!(xmlByteClasses[byte]! & XML_NAME_CHARACTER)) break
      hash = extendNameHash(hash, byte)
      if (byte !== COLON) continue
      if (this.#localStart > from) return FAST_PARSER_GAVE_UP
      this.#localStart = at + 1
      this.#hasXmlPrefix =
        at - from === 3 && bytes[from] === 0x78 && bytes[from + 1] === 0x6d && bytes[from + 2] === 0x6c
      hash = 0
    }
    this.#hash = hash
    return at
  }
}
