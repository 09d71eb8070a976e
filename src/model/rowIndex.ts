import type { TextColumn } from './columns'
import { NONE } from './columns'

/**
 * A 32-bit hash of bytes `from` to `to` (exclusive): FNV-1a (Fowler, Noll and Vo; draft-eastlake-fnv) on four bytes at a time,
 * mixed after each step so that the low bits depend on all bytes.
 */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ (to - from)
  let at = from
  for (const last = to - 3; at < last; at += 4)
    hash = mixWord(hash, bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
  let rest = 0
  for (; at < to; at++) rest = (rest << 8) | bytes[at]!
  return mixWord(hash, rest) >>> 0
}

function mixWord(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** Whether two byte ranges of the same length are equal. */
function areEqualBytes(
  one: Uint8Array,
  oneFrom: number,
  other: { bytes: Uint8Array; from: number },
  length: number,
): boolean {
  for (let at = 0; at < length; at++) if (one[oneFrom + at] !== other.bytes[other.from + at]) return false
  return true
}

const encoder = new TextEncoder()

/** Number of slots of a hash table for `rows` entries: a power of two, at most half full. */
export const hashTableSize = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, rows * 2)))

/**
 * Finds rows by their text: a hash table of row indexes over the column's own bytes (open addressing, linear probing), so no
 * strings are created. Of rows with equal texts it finds the first.
 */
export class RowIndex {
  readonly #column: TextColumn
  readonly slots: Uint32Array

  constructor(column: TextColumn, slots: Uint32Array = slotsOf(column)) {
    this.#column = column
    this.slots = slots
  }

  /** The row of a text; undefined if there is none. */
  get(text: string): number | undefined {
    const bytes = encoder.encode(text)
    const mask = this.slots.length - 1
    for (let slot = hashBytes(bytes, 0, bytes.length) & mask; ; slot = (slot + 1) & mask) {
      const row = this.slots[slot]!
      if (row === NONE) return undefined
      if (rowEquals(this.#column, row, bytes, 0, bytes.length)) return row
    }
  }

  has(text: string): boolean {
    return this.get(text) !== undefined
  }
}

/** Whether a row of the column has exactly these bytes. */
function rowEquals(
  { bytes, offsets }: TextColumn,
  row: number,
  wanted: Uint8Array,
  ...[from, to]: [number, number]
): boolean {
  const start = offsets[row]!
  return offsets[row + 1]! - start === to - from && areEqualBytes(wanted, from, { bytes, from: start }, to - from)
}

function slotsOf(column: TextColumn): Uint32Array {
  const count = column.offsets.length - 1
  const slots = new Uint32Array(hashTableSize(count)).fill(NONE)
  const mask = slots.length - 1
  for (let row = 0; row < count; row++) {
    const [from, to] = [column.offsets[row]!, column.offsets[row + 1]!]
    let slot = hashBytes(column.bytes, from, to) & mask
    while (slots[slot] !== NONE && !rowEquals(column, slots[slot]!, column.bytes, from, to)) slot = (slot + 1) & mask
    if (slots[slot] === NONE) slots[slot] = row
  }
  return slots
}
