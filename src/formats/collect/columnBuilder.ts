import type { Column } from '../../model/columns'
import { NONE } from '../../model/columns'
import { listFromText } from '../io/exportColumn'
import { Utf8StringTable } from './utf8StringTable'
import { growableCodes, growableCounts, growableDoubles } from './growableArray'
import { parseNumberBytes, parseNumberText } from './parseNumber'

/** What a column of a file holds. */
export type ColumnBuilderKind = 'text' | 'number' | 'list'

/** Values that a column could not take. */
interface UnreadableCells {
  readonly count: number
  /** The first of them, as it stands in the file. */
  readonly example: string
}

/** A column of numbers, or of texts as codes of a table; NaN or NONE stand where there is none, and behind `length`. */
export interface ColumnBuffers {
  readonly table: Utf8StringTable
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
export class ColumnBuilder {
  table = new Utf8StringTable()
  readonly codes = growableCodes()
  readonly numbers = growableDoubles()
  /** For lists: where the items of a row begin in `items`, plus one; 0 where there is none. */
  readonly #starts = growableCounts()
  readonly #lengths = growableCounts()
  readonly #items = growableCodes()
  #unread = 0
  #example = ''

  readonly kind: ColumnBuilderKind

  constructor(
    readonly name: string,
    declared: ColumnBuilderKind,
    /** What the person who opened the file chose for it. */
    readonly chosenKind?: 'category' | 'text' | 'number' | 'list' | 'skip',
  ) {
    this.kind =
      chosenKind === 'number' || chosenKind === 'list'
        ? chosenKind
        : chosenKind === undefined || chosenKind === 'skip'
          ? declared
          : 'text'
  }

  get unreadable(): UnreadableCells | undefined {
    return this.#unread === 0 ? undefined : { count: this.#unread, example: this.#example }
  }

  has(row: number): boolean {
    if (this.kind === 'number') return !Number.isNaN(this.numbers.at(row))
    return this.kind === 'list' ? this.#starts.at(row) > 0 : this.codes.at(row) !== NONE
  }

  /** Whether nothing was written to it yet. */
  get isEmpty(): boolean {
    return this.table.size + this.codes.length + this.numbers.length + this.#starts.length + this.#unread === 0
  }

  /** Takes a whole column over, with the memory that it stands in. */
  adoptBuffers({ table, codes: texts, numbers, length }: ColumnBuffers): void {
    if (this.kind === 'number') [this.numbers.values, this.numbers.length] = [numbers, length]
    else [this.table, this.codes.values, this.codes.length] = [table, texts, length]
  }

  /** The cell as UTF-8. */
  setBytes(row: number, source: Uint8Array, from: number, to: number): void {
    if (this.kind === 'text') this.codes.set(row, this.table.codeOfBytes(source, from, to))
    else if (this.kind === 'number')
      this.#number(row, parseNumberBytes(source, from, to), () => decoder.decode(source.subarray(from, to)))
    else this.setList(row, listFromText(decoder.decode(source.subarray(from, to))))
  }

  setText(row: number, text: string): void {
    if (this.kind === 'number') this.#number(row, parseNumberText(text), () => text)
    else if (this.kind === 'list') this.setList(row, listFromText(text))
    else {
      const bytes = encoder.encode(text)
      this.codes.set(row, this.table.codeOfBytes(bytes, 0, bytes.length))
    }
  }

  setNumber(row: number, value: number): void {
    if (this.kind === 'number') this.#number(row, value, () => String(value))
    else this.setText(row, String(value))
  }

  setList(row: number, items: readonly string[]): void {
    if (this.kind !== 'list') return this.setText(row, items.join('; '))
    this.#starts.set(row, this.#items.length + 1)
    this.#lengths.set(row, items.length)
    for (const item of items) this.#items.push(this.table.codeOfText(item))
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
  get distinctCount(): number {
    return this.table.size
  }

  /** The column with so many rows: categories where values repeat, else text. */
  toColumn(rows: number): Column {
    if (this.kind === 'number') return { kind: 'number', values: this.numbers.toTypedArray(rows) }
    if (this.kind === 'list') return this.#lists(rows)
    const taken = this.codes.toTypedArray(rows)
    const few = this.distinctCount <= Math.max(12, present(taken) / 4)
    if (this.chosenKind === 'category' || (few && this.chosenKind !== 'text'))
      return { kind: 'category', codes: taken, dictionary: this.table.texts() }
    return this.table.columnOfCodes(taken)
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
