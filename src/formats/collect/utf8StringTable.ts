import type { TextColumn } from '../../model/columns'
import { NONE } from '../../model/columns'
import { hashBytes, hashTableSize } from '../../model/rowIndex'
import { SequentialIds } from './sequentialIds'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Numbers distinct texts in order of first appearance, and stores the bytes of each once. A hash table over UTF-8 (open
 * addressing), so that parsers never make strings of ids and repeated values.
 */
export class Utf8StringTable {
  #bytes = new Uint8Array(1 << 12)
  #offsets = new Uint32Array(1 << 8)
  /** Two numbers a slot, next to each other in memory: a code (NONE if the slot is free) and its hash. */
  #slots = new Uint32Array(0)
  size = 0
  /**
   * Whether each text so far is greater than the one before it (shorter first, then by bytes), as consecutive ids are: then
   * all are distinct, and nothing has to be looked up. The slots are filled when that ends.
   */
  #ascending = true
  /** The first texts, as far as they are consecutive ids: these are found without a lookup, and have no slots. */
  readonly #sequence = new SequentialIds()

  /** The code of a text; a new code if the text is new. */
  codeOfBytes(source: Uint8Array, from: number, to: number): number {
    const sequence = this.#sequence
    if (sequence.count > 0) {
      const index = sequence.indexOf(source, from, to)
      if (index >= 0 && index < sequence.count) return index
      if (index === sequence.count && index === this.size) {
        sequence.count++
        return this.#add(source, from, to)
      }
    }
    if (this.#ascending) {
      const order = this.#compareToLast(source, from, to)
      if (order >= 0) return order > 0 ? this.#add(source, from, to) : this.size - 1
      this.#fillSlots()
    }
    return this.#codeByHash(source, from, to)
  }

  #codeByHash(source: Uint8Array, from: number, to: number): number {
    const hash = hashBytes(source, from, to)
    const slots = this.#slots
    const mask = slots.length - 2
    let slot = (hash << 1) & mask
    for (let code = slots[slot]!; code !== NONE; code = slots[slot]!) {
      if (slots[slot + 1] === hash && this.#matches(code, source, from, to)) return code
      slot = (slot + 2) & mask
    }
    slots[slot] = this.size
    slots[slot + 1] = hash
    const code = this.#add(source, from, to)
    if (this.size * 4 > slots.length) this.#rehash()
    return code
  }

  codeOfText(text: string): number {
    const bytes = encoder.encode(text)
    return this.codeOfBytes(bytes, 0, bytes.length)
  }

  /** The code that another table has for the text of a code of this table. */
  codeInTable(other: Utf8StringTable, code: number): number {
    return other.codeOfBytes(this.#bytes, this.#offsets[code]!, this.#offsets[code + 1]!)
  }

  /** Whether a text is in the table. */
  has(source: Uint8Array, from: number, to: number): boolean {
    const { count } = this.#sequence
    const index = count > 0 ? this.#sequence.indexOf(source, from, to) : -1
    if (index >= 0 && index < count) return true
    if (this.#ascending) this.#fillSlots()
    const hash = hashBytes(source, from, to)
    const slots = this.#slots
    const mask = slots.length - 2
    for (let slot = (hash << 1) & mask; slots[slot] !== NONE; slot = (slot + 2) & mask)
      if (slots[slot + 1] === hash && this.#matches(slots[slot]!, source, from, to)) return true
    return false
  }

  /** Whether a code is that of a text; for callers that can guess it. */
  codeMatches(code: number, source: Uint8Array, ...[from, to]: [number, number]): boolean {
    return this.#matches(code, source, from, to)
  }

  text(code: number): string {
    return decoder.decode(this.bytesOf(code))
  }

  bytesOf(code: number): Uint8Array {
    return this.#bytes.subarray(this.#offsets[code], this.#offsets[code + 1])
  }

  texts(): string[] {
    return Array.from({ length: this.size }, (_, code) => this.text(code))
  }

  /** All texts as a column, by code. */
  toColumn(): TextColumn {
    return {
      kind: 'text',
      bytes: this.#bytes.slice(0, this.#offsets[this.size]),
      offsets: this.#offsets.slice(0, this.size + 1),
    }
  }

  /** A column with the texts of these codes; NONE gives an empty text. */
  columnOfCodes(codes: Uint32Array): TextColumn {
    const offsets = new Uint32Array(codes.length + 1)
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!
      offsets[row + 1] = offsets[row]! + (code === NONE ? 0 : this.#offsets[code + 1]! - this.#offsets[code]!)
    }
    const bytes = new Uint8Array(offsets[codes.length]!)
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!
      if (code === NONE) continue
      let to = offsets[row]!
      for (let at = this.#offsets[code]!; at < this.#offsets[code + 1]!; at++) bytes[to++] = this.#bytes[at]!
    }
    return { kind: 'text', bytes, offsets }
  }

  #matches(code: number, source: Uint8Array, from: number, to: number): boolean {
    const start = this.#offsets[code]!
    if (this.#offsets[code + 1]! - start !== to - from) return false
    for (let at = from, own = start; at < to; at++, own++) if (source[at] !== this.#bytes[own]) return false
    return true
  }

  #add(source: Uint8Array, from: number, to: number): number {
    const code = this.size++
    const start = this.#offsets[code]!
    const end = start + to - from
    if (end > this.#bytes.length) this.#bytes = larger(this.#bytes, Math.max(end, this.#bytes.length * 2))
    for (let at = from, own = start; at < to; at++, own++) this.#bytes[own] = source[at]!
    if (code + 2 > this.#offsets.length) this.#offsets = larger(this.#offsets, this.#offsets.length * 2)
    this.#offsets[code + 1] = end
    if (code === 0) this.#sequence.start(source, from, to)
    return code
  }

  /** Compares a text with the last one: positive if it is greater, 0 if they are equal, negative if it is less. */
  #compareToLast(source: Uint8Array, from: number, to: number): number {
    if (this.size === 0) return 1
    const start = this.#offsets[this.size - 1]!
    const lengthDifference = to - from - (this.#offsets[this.size]! - start)
    if (lengthDifference !== 0) return lengthDifference
    for (let at = from, own = start; at < to; at++, own++) {
      const difference = source[at]! - this.#bytes[own]!
      if (difference !== 0) return difference
    }
    return 0
  }

  #fillSlots(): void {
    this.#ascending = false
    const first = this.#sequence.count
    const slots = (this.#slots = new Uint32Array(hashTableSize(Math.max(256, this.size - first)) * 2).fill(NONE))
    const mask = slots.length - 2
    for (let code = first; code < this.size; code++) {
      const hash = hashBytes(this.#bytes, this.#offsets[code]!, this.#offsets[code + 1]!)
      let slot = (hash << 1) & mask
      while (slots[slot] !== NONE) slot = (slot + 2) & mask
      slots[slot] = code
      slots[slot + 1] = hash
    }
  }

  #rehash(): void {
    const before = this.#slots
    const slots = (this.#slots = new Uint32Array(hashTableSize(this.size * 2) * 2).fill(NONE))
    const mask = slots.length - 2
    for (let from = 0; from < before.length; from += 2) {
      if (before[from] === NONE) continue
      let slot = (before[from + 1]! << 1) & mask
      while (slots[slot] !== NONE) slot = (slot + 2) & mask
      slots[slot] = before[from]!
      slots[slot + 1] = before[from + 1]!
    }
  }
}

function larger<Values extends Uint8Array | Uint32Array>(values: Values, length: number): Values {
  const made = new (values.constructor as new (length: number) => Values)(length)
  made.set(values)
  return made
}
