import type { Column } from '../../model/columns'
import { NONE } from '../../model/columns'
import { splitList } from '../io/exportColumn'
import { ByteTable } from './utf8StringTable'
import { codes, counts, doubles } from './growableArray'
import { numberIn, numberOf } from './parseNumber'

/** What a column of a file holds. */
export type Kind = 'text' | 'number' | 'list'

/** Values that a column could not take. */
export interface Unread {
  readonly count: number
  /** The first of them, as it stands in the file. */
  readonly example: string
}

/** A column of numbers, or of texts as codes of a table; NaN or NONE stand where there is none, and behind `length`. */
export interface Taken {
  readonly table: ByteTable
  readonly codes: Uint32Array<ArrayBuffer>
  readonly numbers: Float64Array<ArrayBuffer>
  /** One more than the last row that has a cell. */
  readonly length: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * A column as it is read: cells come in any order of rows, as bytes, texts, numbers or lists. Texts are kept once and
 * counted by code, so that a million equal cells weigh four million bytes.
 */
export class Sink {
  table = new ByteTable()
  readonly codes = codes()
  readonly numbers = doubles()
  /** For lists: where the items of a row begin in `items`, plus one; 0 where there is none. */
  readonly #starts = counts()
  readonly #lengths = counts()
  readonly #items = codes()
  #unread = 0
  #example = ''

  readonly kind: Kind

  constructor(
    readonly name: string,
    declared: Kind,
    /** What the person who opened the file chose for it. */
    readonly chosen?: 'category' | 'text' | 'number' | 'list' | 'skip',
  ) {
    this.kind =
      chosen === 'number' || chosen === 'list' ? chosen : chosen === undefined || chosen === 'skip' ? declared : 'text'
  }

  get unread(): Unread | undefined {
    return this.#unread === 0 ? undefined : { count: this.#unread, example: this.#example }
  }

  has(row: number): boolean {
    if (this.kind === 'number') return !Number.isNaN(this.numbers.at(row))
    return this.kind === 'list' ? this.#starts.at(row) > 0 : this.codes.at(row) !== NONE
  }

  /** Whether nothing was written to it yet. */
  get untouched(): boolean {
    return this.table.size + this.codes.length + this.numbers.length + this.#starts.length + this.#unread === 0
  }

  /** Takes a whole column over, with the memory that it stands in. */
  take({ table, codes: texts, numbers, length }: Taken): void {
    if (this.kind === 'number') [this.numbers.values, this.numbers.length] = [numbers, length]
    else [this.table, this.codes.values, this.codes.length] = [table, texts, length]
  }

  /** The cell as UTF-8. */
  bytes(row: number, source: Uint8Array, from: number, to: number): void {
    if (this.kind === 'text') this.codes.set(row, this.table.code(source, from, to))
    else if (this.kind === 'number')
      this.#number(row, numberIn(source, from, to), () => decoder.decode(source.subarray(from, to)))
    else this.list(row, splitList(decoder.decode(source.subarray(from, to))))
  }

  text(row: number, text: string): void {
    if (this.kind === 'number') this.#number(row, numberOf(text), () => text)
    else if (this.kind === 'list') this.list(row, splitList(text))
    else {
      const bytes = encoder.encode(text)
      this.codes.set(row, this.table.code(bytes, 0, bytes.length))
    }
  }

  number(row: number, value: number): void {
    if (this.kind === 'number') this.#number(row, value, () => String(value))
    else this.text(row, String(value))
  }

  list(row: number, items: readonly string[]): void {
    if (this.kind !== 'list') return this.text(row, items.join('; '))
    this.#starts.set(row, this.#items.length + 1)
    this.#lengths.set(row, items.length)
    for (const item of items) this.#items.push(this.table.codeOf(item))
  }

  #number(row: number, value: number, text: () => string): void {
    if (Number.isFinite(value)) return this.numbers.set(row, value)
    const written = text()
    if (written.trim() === '') return
    if (this.#unread++ === 0) this.#example = written.slice(0, 80)
  }

  /** The cell as text; undefined where there is none. */
  textAt(row: number): string | undefined {
    if (!this.has(row)) return undefined
    if (this.kind === 'number') return String(this.numbers.at(row))
    if (this.kind === 'text') return this.table.text(this.codes.at(row))
    return Array.from({ length: this.#lengths.at(row) }, (_, at) =>
      this.table.text(this.#items.at(this.#starts.at(row) - 1 + at)),
    ).join('; ')
  }

  /** Number of different texts. */
  get different(): number {
    return this.table.size
  }

  /** The column with so many rows: categories where values repeat, else text. */
  column(rows: number): Column {
    if (this.kind === 'number') return { kind: 'number', values: this.numbers.taken(rows) }
    if (this.kind === 'list') return this.#lists(rows)
    const taken = this.codes.taken(rows)
    const few = this.different <= Math.max(12, present(taken) / 4)
    if (this.chosen === 'category' || (few && this.chosen !== 'text'))
      return { kind: 'category', codes: taken, dictionary: this.table.texts() }
    return this.table.columnOf(taken)
  }

  #lists(rows: number): Column {
    const offsets = new Uint32Array(rows + 1)
    for (let row = 0; row < rows; row++) offsets[row + 1] = offsets[row]! + this.#lengths.at(row)
    const flat = new Uint32Array(offsets[rows]!)
    for (let row = 0; row < rows; row++) {
      const start = this.#starts.at(row) - 1
      for (let at = 0; at < this.#lengths.at(row); at++) flat[offsets[row]! + at] = this.#items.at(start + at)
    }
    return { kind: 'list', codes: flat, offsets, dictionary: this.table.texts() }
  }
}

function present(taken: Uint32Array): number {
  let count = 0
  for (const code of taken) if (code !== NONE) count++
  return count
}
