import type { TextColumn } from './columns'
import { NONE } from './columns'

/**
 * A hash of 32 bits: multiplied as in FNV-1a (Fowler, Noll and Vo; draft-eastlake-fnv), but by four bytes at a time, and mixed
 * after each so that low bits depend on all.
 */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ (to - from)
  let at = from
  for (const last = to - 3; at < last; at += 4)
    hash = mixed(hash, bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
  let rest = 0
  for (; at < to; at++) rest = (rest << 8) | bytes[at]!
  return mixed(hash, rest) >>> 0
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** Whether two stretches of bytes are the same; `length` is that of both. */
function sameBytes(
  one: Uint8Array,
  oneFrom: number,
  other: { bytes: Uint8Array; from: number },
  length: number,
): boolean {
  for (let at = 0; at < length; at++) if (one[oneFrom + at] !== other.bytes[other.from + at]) return false
  return true
}

const encoder = new TextEncoder()

/** Slots of a hash table for so many rows: a power of two, at most half full. */
export const hashTableSize = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, rows * 2)))

/**
 * Rows by the text that they hold, as a hash table of row numbers over the column's own bytes (open addressing, linear
 * probing): no string is made of any row. Where rows hold the same text, the first answers.
 */
export class RowIndex {
  readonly #column: TextColumn
  readonly slots: Uint32Array

  constructor(column: TextColumn, slots: Uint32Array = filled(column)) {
    this.#column = column
    this.slots = slots
  }

  /** The row of a text; undefined where there is none. */
  get(text: string): number | undefined {
    const bytes = encoder.encode(text)
    const mask = this.slots.length - 1
    for (let slot = hashBytes(bytes, 0, bytes.length) & mask; ; slot = (slot + 1) & mask) {
      const row = this.slots[slot]!
      if (row === NONE) return undefined
      if (holds(this.#column, row, bytes, 0, bytes.length)) return row
    }
  }

  has(text: string): boolean {
    return this.get(text) !== undefined
  }
}

/** Whether a row of the column holds these bytes. */
function holds(
  { bytes, offsets }: TextColumn,
  row: number,
  wanted: Uint8Array,
  ...[from, to]: [number, number]
): boolean {
  const start = offsets[row]!
  return offsets[row + 1]! - start === to - from && sameBytes(wanted, from, { bytes, from: start }, to - from)
}

function filled(column: TextColumn): Uint32Array {
  const count = column.offsets.length - 1
  const slots = new Uint32Array(hashTableSize(count)).fill(NONE)
  const mask = slots.length - 1
  for (let row = 0; row < count; row++) {
    const [from, to] = [column.offsets[row]!, column.offsets[row + 1]!]
    let slot = hashBytes(column.bytes, from, to) & mask
    while (slots[slot] !== NONE && !holds(column, slots[slot]!, column.bytes, from, to)) slot = (slot + 1) & mask
    if (slots[slot] === NONE) slots[slot] = row
  }
  return slots
}
