const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Hash of a name, byte by byte. */
export const extendNameHash = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0

/** The names that a reader of XML knows, each with a number; found by their bytes. */
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

  /** The number of the name that these bytes are; -1 where it is none that is known. */
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

/** The number of each of some names. */
export const indexByName = <Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name, number) => [name, number])) as Record<Name, number>

/** A stretch of UTF-8. */
export interface ByteRange {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

export const decodeByteRange = ({ bytes, from, to }: ByteRange): string => decoder.decode(bytes.subarray(from, to))

/**
 * The attributes of the tag that is being read, by their number: stretches of the file itself, or, where something in
 * them was escaped, of a block beside it. They hold until the next tag.
 */
export class XmlTagAttributes {
  /** Where values stand that were decoded. */
  decodedBlock = new Uint8Array(1 << 10)
  decodedLength = 0
  readonly #froms: Int32Array
  readonly #tos: Int32Array
  readonly #beside: Uint8Array
  /** Which tag an attribute was last seen in. */
  readonly #seen: Int32Array
  #turn = 0
  /** The highest number among the attributes of this tag. */
  highestAttribute = -1

  constructor(
    public file: Uint8Array,
    attributes: number,
  ) {
    this.#froms = new Int32Array(attributes)
    this.#tos = new Int32Array(attributes)
    this.#beside = new Uint8Array(attributes)
    this.#seen = new Int32Array(attributes)
  }

  reset(): void {
    this.#turn++
    this.decodedLength = 0
    this.highestAttribute = -1
  }

  setRange(attribute: number, from: number, to: number): void {
    this.#set(attribute, from, to)
    this.#beside[attribute] = 0
  }

  /** A value that ends where the block is filled up to. */
  setDecoded(attribute: number, from: number): void {
    this.#set(attribute, from, this.decodedLength)
    this.#beside[attribute] = 1
  }

  setText(attribute: number, text: string): void {
    const from = this.decodedLength
    this.reserve(text.length * 3)
    this.decodedLength += encoder.encodeInto(text, this.decodedBlock.subarray(from)).written
    this.setDecoded(attribute, from)
  }

  /** Makes room in the block for so many bytes more. */
  reserve(more: number): void {
    if (this.decodedLength + more <= this.decodedBlock.length) return
    const larger = new Uint8Array((this.decodedLength + more) * 2)
    larger.set(this.decodedBlock)
    this.decodedBlock = larger
  }

  has(attribute: number): boolean {
    return this.#seen[attribute] === this.#turn
  }

  bytes(attribute: number): Uint8Array {
    return this.#beside[attribute] === 1 ? this.decodedBlock : this.file
  }

  from(attribute: number): number {
    return this.#froms[attribute]!
  }

  to(attribute: number): number {
    return this.#tos[attribute]!
  }

  range(attribute: number): ByteRange | undefined {
    if (!this.has(attribute)) return undefined
    return { bytes: this.bytes(attribute), from: this.from(attribute), to: this.to(attribute) }
  }

  text(attribute: number): string | undefined {
    const stretch = this.range(attribute)
    return stretch && decodeByteRange(stretch)
  }

  #set(attribute: number, from: number, to: number): void {
    this.#froms[attribute] = from
    this.#tos[attribute] = to
    this.#seen[attribute] = this.#turn
    if (attribute > this.highestAttribute) this.highestAttribute = attribute
  }
}

/**
 * What listens while XML is read, whoever reads it: elements and attributes by number, unknown ones not at all, names
 * without their prefix (attributes of the prefix `xml` are unknown). Listeners may throw an `InvalidGraphXmlError`.
 */
export interface XmlHandler {
  readonly elements: XmlNameTable
  readonly attributes: XmlNameTable
  /** By number: 1 for elements whose text is wanted. */
  readonly wantsText: Uint8Array
  readonly openElement: (element: number, tag: XmlTagAttributes) => void
  /** The text that stands in the element itself; empty where it is not wanted. */
  readonly closeElement: (element: number, text: ByteRange) => void
  /** Once, after the last tag. */
  readonly endDocument: () => void
}

/** Something that the XML allows and the format does not, noticed while reading. */
export class InvalidGraphXmlError extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message)
  }
}

/** Deeper than any graph file needs. */
export const maxXmlDepth = 200
