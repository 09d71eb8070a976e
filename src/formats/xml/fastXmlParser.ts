import { afterDeclaration, afterSpace, characterLength, plainInText } from './xmlCharacters'
import { afterComment, Contents } from './elementTextStack'
import { deepest, type XmlReader } from './xmlHandler'
import { alike, TagScan, UNSURE } from './xmlTagParser'

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
export function scanXml(bytes: Uint8Array, reader: XmlReader): boolean {
  return new Scan(bytes, reader).run()
}

class Scan {
  readonly #bytes: Uint8Array
  readonly #reader: XmlReader
  readonly #tags: TagScan
  readonly #contents: Contents
  /** Names of the open elements, where they stand; and their numbers. */
  readonly #nameFrom = new Int32Array(deepest + 1)
  readonly #nameTo = new Int32Array(deepest + 1)
  readonly #element = new Int16Array(deepest + 1)
  #depth = 0
  #rooted = false

  constructor(bytes: Uint8Array, reader: XmlReader) {
    this.#bytes = bytes
    this.#reader = reader
    this.#tags = new TagScan(bytes, reader)
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
      const at = afterSpace(bytes, from)
      return at >= bytes.length || bytes[at] === LT ? at : UNSURE
    }
    for (let at = from; at < bytes.length;) {
      let byte = bytes[at]!
      while (plainInText[byte] === 1) byte = bytes[++at]!
      if (at >= bytes.length) return UNSURE
      if (byte === LT) {
        this.#contents.add(from, at)
        return at
      } else {
        if (byte === AMPERSAND || byte === CR) return this.#contents.decoded(from)
        const length = byte === GT ? this.#isPlainGreater(at) : characterLength(bytes, at)
        if (length === 0) return UNSURE
        at += length
      }
    }
    return UNSURE
  }

  /** 1 where a > may stand in text as it is: not at the end of what looks like a CDATA section. */
  #isPlainGreater(at: number): number {
    return this.#bytes[at - 1] === 0x5d && this.#bytes[at - 2] === 0x5d ? 0 : 1
  }

  #opening(from: number): number {
    const bytes = this.#bytes
    if (this.#depth === deepest || (this.#depth === 0 && this.#rooted)) return UNSURE
    const nameTo = this.#tags.name(from)
    if (nameTo < 0) return UNSURE
    const element = this.#tags.element
    const at = this.#tags.attributes(nameTo)
    if (at < 0) return UNSURE
    this.#rooted = true
    if (element >= 0) this.#reader.open(element, this.#tags.tag)
    if (bytes[at] === SLASH) {
      if (bytes[at + 1] !== GT) return UNSURE
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
    if (at >= bytes.length || !alike(bytes, this.#nameFrom[depth]!, from, at - from)) return UNSURE
    at = afterSpace(bytes, at)
    if (bytes[at] !== GT) return UNSURE
    const element = this.#element[depth]!
    if (element >= 0) this.#reader.close(element, this.#contents.text())
    this.#contents.close()
    this.#depth--
    return at + 1
  }
}
