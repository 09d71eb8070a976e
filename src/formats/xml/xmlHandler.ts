import type { Message } from '../../messages/message'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Extends the hash of a name by a byte. */
export const extendNameHash = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0

/** The names that a handler knows, each with a number: an open-addressing hash table over their bytes. */
export class XmlNameTable {
  readonly #slots = new Int16Array(512).fill(-1)
  readonly #bytes: readonly Uint8Array[]

  constructor(readonly all: readonly string[]) {
    this.#bytes = all.map((name) => encoder.encode(name))
    this.#bytes.forEach((bytes, number) => {
      let slot = bytes.reduce(extendNameHash, 0) & 511
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & 511
      this.#slots[slot] = number
    })
  }

  /** The number of a name by its bytes and their hash; -1 if it is unknown. */
  find(source: Uint8Array, from: number, ...[to, hash]: [number, number]): number {
    for (let slot = hash & 511; ; slot = (slot + 1) & 511) {
      const number = this.#slots[slot]!
      if (number < 0 || this.#is(number, source, from, to)) return number
    }
  }

  #is(number: number, source: Uint8Array, from: number, to: number): boolean {
    const bytes = this.#bytes[number]!
    if (bytes.length !== to - from) return false
    for (let at = 0; at < bytes.length; at++) if (bytes[at] !== source[from + at]) return false
    return true
  }
}

/** The number of each name: its index in the list. */
export const indexByName = <Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name, number) => [name, number])) as Record<Name, number>

/** A range of UTF-8 bytes, `to` excluded. */
export interface ByteRange {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

export const decodeByteRange = ({ bytes, from, to }: ByteRange): string => decoder.decode(bytes.subarray(from, to))

/**
 * The attributes of the current tag by number: ranges of the file itself, or of a separate block if a value had escapes.
 * Valid until the next tag.
 */
export class XmlTagAttributes {
  /** Holds the values that had escapes, decoded. */
  decodedBlock = new Uint8Array(1 << 10)
  decodedLength = 0
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #isDecoded: Uint8Array
  /** The last tag that had the attribute, by the count of tags. */
  readonly #lastTag: Int32Array
  #tagCount = 0
  /** The highest number of an attribute of this tag; -1 if it has none. */
  highestAttribute = -1

  constructor(
    public file: Uint8Array,
    attributes: number,
  ) {
    this.#starts = new Int32Array(attributes)
    this.#ends = new Int32Array(attributes)
    this.#isDecoded = new Uint8Array(attributes)
    this.#lastTag = new Int32Array(attributes)
  }

  reset(): void {
    this.#tagCount++
    this.decodedLength = 0
    this.highestAttribute = -1
  }

  setRange(attribute: number, from: number, to: number): void {
    this.#set(attribute, from, to)
    this.#isDecoded[attribute] = 0
  }

  /** Sets a value to the range of the block from `from` to its current end. */
  setDecoded(attribute: number, from: number): void {
    this.#set(attribute, from, this.decodedLength)
    this.#isDecoded[attribute] = 1
  }

  setText(attribute: number, text: string): void {
    const from = this.decodedLength
    this.reserve(text.length * 3)
    this.decodedLength += encoder.encodeInto(text, this.decodedBlock.subarray(from)).written
    this.setDecoded(attribute, from)
  }

  /** Makes room for more bytes in the block. */
  reserve(more: number): void {
    if (this.decodedLength + more <= this.decodedBlock.length) return
    const larger = new Uint8Array((this.decodedLength + more) * 2)
    larger.set(this.decodedBlock)
    this.decodedBlock = larger
  }

  has(attribute: number): boolean {
    return this.#lastTag[attribute] === this.#tagCount
  }

  bytes(attribute: number): Uint8Array {
    return this.#isDecoded[attribute] === 1 ? this.decodedBlock : this.file
  }

  from(attribute: number): number {
    return this.#starts[attribute]!
  }

  to(attribute: number): number {
    return this.#ends[attribute]!
  }

  range(attribute: number): ByteRange | undefined {
    if (!this.has(attribute)) return undefined
    return { bytes: this.bytes(attribute), from: this.from(attribute), to: this.to(attribute) }
  }

  text(attribute: number): string | undefined {
    const range = this.range(attribute)
    return range && decodeByteRange(range)
  }

  #set(attribute: number, from: number, to: number): void {
    this.#starts[attribute] = from
    this.#ends[attribute] = to
    this.#lastTag[attribute] = this.#tagCount
    if (attribute > this.highestAttribute) this.highestAttribute = attribute
  }
}

/**
 * Receives the events of both XML parsers: elements and attributes by number, without those that it does not know. Names
 * have no prefix, and attributes with the prefix `xml` are unknown. Handlers may throw an `InvalidGraphXmlError`.
 */
export interface XmlHandler {
  readonly elements: XmlNameTable
  readonly attributes: XmlNameTable
  /** By number: 1 for elements whose text is needed. */
  readonly wantsText: Uint8Array
  readonly openElement: (element: number, tag: XmlTagAttributes) => void
  /** The text directly in the element; empty unless the element wants its text. */
  readonly closeElement: (element: number, text: ByteRange) => void
  /** Called once, after the last tag. */
  readonly endDocument: () => void
}

/** Well-formed XML that is invalid in the graph format. */
export class InvalidGraphXmlError extends Error {
  constructor(
    readonly what: Message,
    readonly remedy: Message,
  ) {
    super(what.id)
  }
}

/** Maximum depth of nesting, more than any graph file needs. */
export const maxXmlDepth = 200
