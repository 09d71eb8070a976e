import type { Column, Datatype } from '../../model/columns'
import { meaningOf, NONE } from '../../model/columns'
import { listFromText } from '../io/exportColumn'
import { Utf8StringTable } from './utf8StringTable'
import { booleanColumn } from './booleanTexts'
import { isBeyondDoubles, losesDigits } from './exactDigits'
import { growableCodes, growableCounts, growableDoubles } from './growableArray'
import { parseNumberBytes, parseNumberText } from './parseNumber'

/** The kind of cells that a column of a file has. */
export type ColumnBuilderKind = 'text' | 'number' | 'list'

/** Cells that do not fit the kind of the column. */
interface UnreadableCells {
  readonly count: number
  /** The first of them, as in the file. */
  readonly example: string
}

/** A column of numbers, or of texts as codes of a table. Missing cells, and those from `length` on, are NaN or NONE. */
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
 * A column while it is read. Cells come in any order of rows, as bytes, texts, numbers or lists. Each distinct text is
 * stored once, so that a million equal cells take four million bytes.
 */
export class ColumnBuilder {
  table = new Utf8StringTable()
  readonly codes = growableCodes()
  readonly numbers = growableDoubles()
  /** For lists: index of the row's first item in `#items`, plus one; 0 if there is no cell. */
  readonly #starts = growableCounts()
  readonly #lengths = growableCounts()
  readonly #items = growableCodes()
  /** What the file declares or shows the cells to be. */
  datatype: Datatype | undefined
  /** The language of the texts, as a tag of BCP 47. */
  language: string | undefined
  /** The file has values of several types here, which are told apart no more. */
  isMixed = false
  /** By row, the digits of numbers that a double cannot hold. */
  readonly digits = new Map<number, string>()
  #unreadableCount = 0
  #example = ''

  readonly kind: ColumnBuilderKind

  constructor(
    readonly name: string,
    declared: ColumnBuilderKind,
    /** The kind that the person who opened the file chose. */
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
    return this.#unreadableCount === 0 ? undefined : { count: this.#unreadableCount, example: this.#example }
  }

  has(row: number): boolean {
    if (this.kind === 'number') return !Number.isNaN(this.numbers.at(row))
    return this.kind === 'list' ? this.#starts.at(row) > 0 : this.codes.at(row) !== NONE
  }

  /** Whether nothing has been written yet. */
  get isEmpty(): boolean {
    return this.table.size + this.codes.length + this.numbers.length + this.#starts.length + this.#unreadableCount === 0
  }

  /** Takes over the buffers of a whole column without copying them. */
  adoptBuffers({ table, codes, numbers, length }: ColumnBuffers): void {
    if (this.kind === 'number') [this.numbers.values, this.numbers.length] = [numbers, length]
    else [this.table, this.codes.values, this.codes.length] = [table, codes, length]
  }

  /** Keeps the digits of a number that a double cannot hold. */
  keepDigits(row: number, text: string): void {
    if (this.kind === 'number' && this.has(row)) this.digits.set(row, text)
  }

  /** Sets a cell from UTF-8. */
  setBytes(row: number, source: Uint8Array, from: number, to: number): void {
    if (this.kind === 'text') this.codes.set(row, this.table.codeOfBytes(source, from, to))
    else if (this.kind === 'number') {
      this.#setNumber(row, parseNumberBytes(source, from, to), () => decoder.decode(source.subarray(from, to)))
      if (isBeyondDoubles(source, from, to)) this.keepDigits(row, decoder.decode(source.subarray(from, to)))
    } else this.setList(row, listFromText(decoder.decode(source.subarray(from, to))))
  }

  setText(row: number, text: string): void {
    if (this.kind === 'number') {
      this.#setNumber(row, parseNumberText(text), () => text)
      if (text.length > 15 && losesDigits(text)) this.keepDigits(row, text.trim())
    } else if (this.kind === 'list') this.setList(row, listFromText(text))
    else {
      const bytes = encoder.encode(text)
      this.codes.set(row, this.table.codeOfBytes(bytes, 0, bytes.length))
    }
  }

  setNumber(row: number, value: number): void {
    if (this.kind === 'number') this.#setNumber(row, value, () => String(value))
    else this.setText(row, String(value))
  }

  setList(row: number, items: readonly string[]): void {
    if (this.kind !== 'list') return this.setText(row, items.join('; '))
    this.#starts.set(row, this.#items.length + 1)
    this.#lengths.set(row, items.length)
    for (const item of items) this.#items.push(this.table.codeOfText(item))
  }

  #setNumber(row: number, value: number, text: () => string): void {
    if (Number.isFinite(value)) return this.numbers.set(row, value)
    const original = text()
    if (original.trim() === '') return
    if (this.#unreadableCount++ === 0) this.#example = original.slice(0, 80)
  }

  /** The cell as text; undefined if there is none. */
  textAt(row: number): string | undefined {
    if (!this.has(row)) return undefined
    if (this.kind === 'number') return this.digits.get(row) ?? String(this.numbers.at(row))
    if (this.kind === 'text') return this.table.text(this.codes.at(row))
    return Array.from({ length: this.#lengths.at(row) }, (_, at) =>
      this.table.text(this.#items.at(this.#starts.at(row) - 1 + at)),
    ).join('; ')
  }

  /** Number of distinct texts. */
  get distinctCount(): number {
    return this.table.size
  }

  /** The finished column with the given number of rows. Texts become categories if they repeat. */
  toColumn(rows: number): Column {
    if (this.kind === 'number') return this.#numberColumn(rows)
    if (this.kind === 'list') return this.#listColumn(rows)
    const codes = this.codes.toTypedArray(rows)
    const booleans = this.datatype === 'boolean' ? booleanColumn(codes, this.table.texts()) : undefined
    if (booleans && this.chosenKind !== 'text') return booleans
    const repeats = this.distinctCount <= Math.max(12, presentCodes(codes) / 4)
    if (this.chosenKind === 'category' || (repeats && this.chosenKind !== 'text'))
      return { ...this.#meaning(), kind: 'category', codes, dictionary: this.table.texts() }
    return { ...this.#meaning(), ...this.table.columnOfCodes(codes) }
  }

  /** What is known about the cells. */
  #meaning() {
    const { datatype, language } = this
    return meaningOf({ ...(datatype && datatype !== 'boolean' && { datatype }), ...(language && { language }) })
  }

  #numberColumn(rows: number): Column {
    const values = this.numbers.toTypedArray(rows)
    const { datatype } = this
    const isNumeric = datatype === 'integer' || datatype === 'decimal'
    return {
      ...(isNumeric && { datatype }),
      kind: 'number',
      values,
      ...(this.digits.size > 0 && { digits: this.digits }),
    }
  }

  #listColumn(rows: number): Column {
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

function presentCodes(codes: Uint32Array): number {
  let count = 0
  for (const code of codes) if (code !== NONE) count++
  return count
}
