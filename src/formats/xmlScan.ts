import { afterDeclaration, characterLength, IN_TEXT, IN_VALUE, kinds, NAME, NAME_START, SPACE } from './xmlBytes'
import { afterComment, Contents, decodedValue } from './xmlContents'
import { deepest, nextHash, Tag, type XmlReader } from './xmlReader'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const AMPERSAND = 0x26
const COLON = 0x3a
const BANG = 0x21
const QUESTION = 0x3f
const DASH = 0x2d

/** What follows `<!` where a CDATA section begins. */
const section = [0x5b, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5b]

/** Where reading stands after it gave up. */
const UNSURE = -1

/**
 * Reads XML in one pass over its bytes, without a string of a tag or a value. It knows the plain XML that graph files
 * are made of, and checks that it is well-formed. False where it met something that it is not sure about (a document
 * type, another encoding, a reference to an entity, whatever is not well-formed): then nothing that was told counts, and
 * a full parser has to say what it is.
 */
export function scanXml(bytes: Uint8Array, reader: XmlReader): boolean {
  return new Scan(bytes, reader).run()
}

class Scan {
  readonly #bytes: Uint8Array
  readonly #reader: XmlReader
  readonly #tag: Tag
  readonly #contents: Contents
  /** Names of the open elements, where they stand; and their numbers. */
  readonly #nameFrom = new Float64Array(deepest + 1)
  readonly #nameTo = new Float64Array(deepest + 1)
  readonly #element = new Int16Array(deepest + 1)
  #depth = 0
  #rooted = false
  /** What `#name` read last: where its local part begins, that part's hash, and whether its prefix is `xml`. */
  #local = 0
  #hash = 0
  #reserved = false
  /** Names of attributes in this tag that are not known, to tell one that stands there twice. */
  readonly #others: number[] = []

  constructor(bytes: Uint8Array, reader: XmlReader) {
    this.#bytes = bytes
    this.#reader = reader
    this.#tag = new Tag(bytes, reader.attributes.all.length)
    this.#contents = new Contents(bytes)
  }

  run(): boolean {
    const bytes = this.#bytes
    let at = afterDeclaration(bytes)
    while (at >= 0) {
      at = this.#text(at)
      if (at < 0) return false
      if (at >= bytes.length) {
        if (this.#depth > 0 || !this.#rooted) return false
        this.#reader.end()
        return true
      }
      const next = bytes[at + 1]
      if (next === SLASH) at = this.#closing(at + 2)
      else if (next === BANG) at = this.#special(at + 2)
      else at = next === QUESTION ? UNSURE : this.#opening(at + 1)
    }
    return false
  }

  /** Text up to the next tag; outside of the root only space may stand. */
  #text(from: number): number {
    const bytes = this.#bytes
    if (this.#depth === 0) {
      let at = from
      while (at < bytes.length && kinds[bytes[at]!]! & SPACE) at++
      return at >= bytes.length || bytes[at] === LT ? at : UNSURE
    }
    let at = from
    while (at < bytes.length) {
      while (at < bytes.length && (kinds[bytes[at]!]! & IN_TEXT) === 0) at++
      const byte = bytes[at]!
      if (byte === LT) {
        this.#contents.add(from, at)
        return at
      }
      if (byte >= 0x80) {
        const length = characterLength(bytes, at)
        if (length === 0) return UNSURE
        at += length
      } else if (byte === GT && !(bytes[at - 1] === 0x5d && bytes[at - 2] === 0x5d)) at++
      else return byte === AMPERSAND || byte === 0x0d ? this.#contents.decoded(from) : UNSURE
    }
    return UNSURE
  }

  /** The name at `at`, ASCII alone; gives the place after it. */
  #name(from: number): number {
    const bytes = this.#bytes
    if (from >= bytes.length || !(kinds[bytes[from]!]! & NAME_START)) return UNSURE
    let hash = 0
    let at = from
    this.#local = from
    this.#reserved = false
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (!(kinds[byte]! & NAME)) break
      hash = nextHash(hash, byte)
      if (byte !== COLON) continue
      if (this.#local > from) return UNSURE
      this.#local = at + 1
      this.#reserved = at - from === 3 && bytes[from] === 0x78 && bytes[from + 1] === 0x6d && bytes[from + 2] === 0x6c
      hash = 0
    }
    this.#hash = hash
    return at
  }

  #opening(from: number): number {
    const bytes = this.#bytes
    let at = this.#name(from)
    if (at < 0 || this.#depth === deepest || (this.#depth === 0 && this.#rooted)) return UNSURE
    const element = this.#reader.elements.find(bytes, this.#local, at, this.#hash)
    const nameTo = at
    this.#tag.begin()
    this.#others.length = 0
    for (;;) {
      const before = at
      while (at < bytes.length && kinds[bytes[at]!]! & SPACE) at++
      const byte = bytes[at]
      if (byte === GT || byte === SLASH) break
      if (at === before || at >= bytes.length) return UNSURE
      at = this.#attribute(at)
      if (at < 0) return UNSURE
    }
    this.#rooted = true
    const empty = bytes[at] === SLASH
    if (empty && bytes[at + 1] !== GT) return UNSURE
    if (element >= 0) this.#reader.open(element, this.#tag)
    if (empty) {
      if (element >= 0) this.#reader.close(element, this.#contents.none)
      return at + 2
    }
    const depth = ++this.#depth
    this.#nameFrom[depth] = from
    this.#nameTo[depth] = nameTo
    this.#element[depth] = element
    this.#contents.open(element >= 0 && this.#reader.wanted[element] === 1)
    return at + 1
  }

  #attribute(from: number): number {
    const bytes = this.#bytes
    let at = this.#name(from)
    if (at < 0) return UNSURE
    const attribute = this.#reserved ? -1 : this.#reader.attributes.find(bytes, this.#local, at, this.#hash)
    if (attribute < 0 ? this.#repeated(from, at) : this.#tag.has(attribute)) return UNSURE
    while (at < bytes.length && kinds[bytes[at]!]! & SPACE) at++
    if (bytes[at] !== EQUALS) return UNSURE
    at++
    while (at < bytes.length && kinds[bytes[at]!]! & SPACE) at++
    const quote = bytes[at]!
    return quote === QUOTE || quote === APOSTROPHE ? this.#value(at + 1, quote, attribute) : UNSURE
  }

  /** Whether a name that is not known stands in this tag for the second time. */
  #repeated(from: number, to: number): boolean {
    const others = this.#others
    for (let at = 0; at < others.length; at += 2) if (this.#same(others[at]!, others[at + 1]!, from, to)) return true
    others.push(from, to)
    return others.length > 200
  }

  #same(from: number, to: number, ...[other, end]: [number, number]): boolean {
    if (to - from !== end - other) return false
    for (let at = from, there = other; at < to; at++, there++) if (this.#bytes[at] !== this.#bytes[there]) return false
    return true
  }

  #value(from: number, quote: number, attribute: number): number {
    const bytes = this.#bytes
    let at = from
    while (at < bytes.length) {
      while (at < bytes.length && (kinds[bytes[at]!]! & IN_VALUE) === 0) at++
      const byte = bytes[at]!
      if (byte === quote) {
        if (attribute >= 0) this.#tag.put(attribute, from, at)
        return at + 1
      }
      if (byte >= 0x80) {
        const length = characterLength(bytes, at)
        if (length === 0) return UNSURE
        at += length
      } else if (byte === QUOTE || byte === APOSTROPHE) at++
      else return byte === AMPERSAND || kinds[byte]! & SPACE ? decodedValue(this.#tag, from, quote, attribute) : UNSURE
    }
    return UNSURE
  }

  /** A comment, or text in a CDATA section; any other declaration is not for here. */
  #special(from: number): number {
    const bytes = this.#bytes
    if (bytes[from] === DASH && bytes[from + 1] === DASH) return afterComment(bytes, from + 2)
    if (this.#depth === 0) return UNSURE
    for (let at = 0; at < section.length; at++) if (bytes[from + at] !== section[at]) return UNSURE
    return this.#contents.section(from + section.length)
  }

  #closing(from: number): number {
    const bytes = this.#bytes
    const depth = this.#depth
    if (depth === 0) return UNSURE
    let at = from + this.#nameTo[depth]! - this.#nameFrom[depth]!
    if (at >= bytes.length || !this.#same(this.#nameFrom[depth]!, this.#nameTo[depth]!, from, at)) return UNSURE
    while (at < bytes.length && kinds[bytes[at]!]! & SPACE) at++
    if (bytes[at] !== GT) return UNSURE
    const element = this.#element[depth]!
    if (element >= 0) this.#reader.close(element, this.#contents.text())
    this.#contents.close()
    this.#depth--
    return at + 1
  }
}
