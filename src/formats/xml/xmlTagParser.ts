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

/** More unknown attributes in one tag are left to the full parser. */
const mostOthers = 100

/** Where reading stands after it gave up. */
export const FAST_PARSER_GAVE_UP = -1

/** Whether two stretches of the same bytes are alike. */
export function equalByteRanges(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false
  return true
}

/** Reads what stands in a tag: the name of the element, and its attributes. */
export class XmlTagParser {
  readonly tag: XmlTagAttributes
  /** The element that was named last; -1 where it is none that is known. */
  element = -1
  readonly #bytes: Uint8Array
  readonly #reader: XmlHandler
  /** What `#name` read last: where its local part begins, that part's hash, and whether its prefix is `xml`. */
  #local = 0
  #hash = 0
  #reserved = false
  /** Names of attributes in this tag that are not known, to tell one that stands there twice. */
  readonly #others = new Int32Array(2 * mostOthers)
  #othersCount = 0
  /**
   * What followed last time, to be compared before anything is looked up: after each element the names of the two that came
   * next (often one of its own kind, and in the end another), after each attribute (or an unknown one, or the name of
   * each element) the next attribute with its quote.
   */
  readonly #elementAfter: NextNameCache
  readonly #attributeAfter: NextNameCache
  #lastAttribute = -1

  constructor(bytes: Uint8Array, reader: XmlHandler) {
    const [elements, parseAttributes] = [reader.elements.all.length, reader.attributes.all.length]
    this.#bytes = bytes
    this.#reader = reader
    this.tag = new XmlTagAttributes(bytes, parseAttributes)
    this.#elementAfter = new NextNameCache(bytes, 2 * (elements + 1))
    this.#attributeAfter = new NextNameCache(bytes, parseAttributes + elements + 2)
  }

  /** Reads the attributes of a tag; gives the place of what ends it. */
  attributes(from: number): number {
    const bytes = this.#bytes
    const unknown = this.#reader.attributes.all.length
    this.tag.reset()
    this.#othersCount = 0
    let last = unknown + this.element + 2
    for (let at = from; at >= 0;) {
      const next = skipXmlWhitespace(bytes, at)
      const byte = bytes[next]
      if (byte === GT || byte === SLASH) return next
      if (next === at || next >= bytes.length) return FAST_PARSER_GAVE_UP
      at = this.#attribute(next, last)
      last = this.#lastAttribute < 0 ? unknown : this.#lastAttribute
    }
    return FAST_PARSER_GAVE_UP
  }

  /** The name of an element, and which it is. */
  parseName(from: number): number {
    const after = 2 * (this.element + 1)
    let known = this.#expected(after, from)
    if (known < 0) known = this.#expected(after + 1, from)
    if (known >= 0) return known
    const at = this.#name(from)
    if (at < 0) return FAST_PARSER_GAVE_UP
    this.element = this.#reader.elements.find(this.#bytes, this.#local, at, this.#hash)
    this.#elementAfter.copy(after, after + 1)
    this.#elementAfter.learn(after, this.element, from, at)
    return at
  }

  /** Where the name ends that was learnt under a number, if it is the one that stands here. */
  #expected(after: number, from: number): number {
    const known = this.#elementAfter.matchEnd(after, from)
    if (known < 0 || xmlByteClasses[this.#bytes[known]!]! & XML_NAME_CHARACTER) return FAST_PARSER_GAVE_UP
    this.element = this.#elementAfter.nameNumber(after)
    return known
  }

  #attribute(from: number, last: number): number {
    const known = this.#attributeAfter.matchEnd(last, from)
    if (known < 0) return this.#otherAttribute(from, last)
    const attribute = (this.#lastAttribute = this.#attributeAfter.nameNumber(last))
    return this.tag.has(attribute) ? FAST_PARSER_GAVE_UP : this.#value(known, this.#bytes[known - 1]!, attribute)
  }

  /** An attribute that is not the one which followed last time. */
  #otherAttribute(from: number, last: number): number {
    const bytes = this.#bytes
    const nameTo = this.#name(from)
    if (nameTo < 0) return FAST_PARSER_GAVE_UP
    const attribute = this.#reserved ? -1 : this.#reader.attributes.find(bytes, this.#local, nameTo, this.#hash)
    if (attribute < 0 ? this.#repeated(from, nameTo) : this.tag.has(attribute)) return FAST_PARSER_GAVE_UP
    const equals = skipXmlWhitespace(bytes, nameTo)
    const at = skipXmlWhitespace(bytes, equals + 1)
    const quote = bytes[at]!
    if (bytes[equals] !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) return FAST_PARSER_GAVE_UP
    if (attribute >= 0) this.#attributeAfter.learn(last, attribute, from, at + 1)
    this.#lastAttribute = attribute
    return this.#value(at + 1, quote, attribute)
  }

  /** Whether a name that is not known stands in this tag for the second time. */
  #repeated(from: number, to: number): boolean {
    const others = this.#others
    const count = this.#othersCount
    for (let at = 0; at < count; at += 2)
      if (others[at + 1]! - others[at]! === to - from && equalByteRanges(this.#bytes, others[at]!, from, to - from))
        return true
    if (count === others.length) return true
    others[count] = from
    others[count + 1] = to
    this.#othersCount += 2
    return false
  }

  #value(from: number, quote: number, attribute: number): number {
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

  /** The name at `at`, ASCII alone; gives the place after it. */
  #name(from: number): number {
    const bytes = this.#bytes
    if (from >= bytes.length || !(xmlByteClasses[bytes[from]!]! & XML_NAME_START)) return FAST_PARSER_GAVE_UP
    let hash = 0
    let at = from
    this.#local = from
    this.#reserved = false
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (!(xmlByteClasses[byte]! & XML_NAME_CHARACTER)) break
      hash = extendNameHash(hash, byte)
      if (byte !== COLON) continue
      if (this.#local > from) return FAST_PARSER_GAVE_UP
      this.#local = at + 1
      this.#reserved = at - from === 3 && bytes[from] === 0x78 && bytes[from + 1] === 0x6d && bytes[from + 2] === 0x6c
      hash = 0
    }
    this.#hash = hash
    return at
  }
}
