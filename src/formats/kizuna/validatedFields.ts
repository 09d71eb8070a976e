import type { CategoryColumn, Column, TextColumn } from '../../model/columns'
import { listColumn, NONE } from '../../model/columns'
import { Utf8StringTable } from '../collect/utf8StringTable'
import { ByteWriter } from '../io/byteWriter'
import type { CapturedFieldValues } from '../json/capturedFieldValues'
import type { JsonField, JsonRecords } from '../json/jsonRecords'
import { JSON_KIND_BOOLEAN, JSON_KIND_LIST, JSON_KIND_NUMBER, JSON_KIND_TEXT } from '../json/jsonScanner'
import { JsonValueReader } from '../json/jsonValueReader'

/** The records do not fit the fast path, and have to be read one by one. */
export class FastPathRefusedError extends Error {}

type EachText = (row: number, source: Uint8Array, range: readonly [number, number]) => void

/** The fields of Kizuna's records as columns. Throws a FastPathRefusedError for anything that does not fit the schema. */
export class ValidatedFields {
  readonly #values: JsonValueReader

  constructor(
    readonly records: JsonRecords,
    names: readonly string[],
  ) {
    this.#values = new JsonValueReader(records.json)
    const { root, nonRecordCount, droppedKeys } = records
    if (nonRecordCount > 0 || droppedKeys.size > 0) throw new FastPathRefusedError()
    for (const field of root.fields)
      if (!names.includes(field.name) || field.nullCount > 0 || (field.name !== 'attributes' && field.objectCount > 0))
        throw new FastPathRefusedError()
  }

  has(name: string): boolean {
    return this.#field(name) !== undefined
  }

  /** Calls `each` with the text of every row; each row must have one. */
  eachText(name: string, each: EachText): void {
    const field = this.#field(name)
    if (this.records.count === 0) return
    if (!field || field.emptyListCount > 0) throw new FastPathRefusedError()
    for (let row = 0; row < this.records.count; row++) {
      const start = field.offsets.at(row)
      if (start === 0 || !this.#values.isText(start)) throw new FastPathRefusedError()
      this.#values.findText(start)
      each(row, this.#values.source, [this.#values.from, this.#values.to])
    }
  }

  /** The texts of all rows that were captured during the scan; undefined if they were not, or a row has none. */
  captured(name: string): { readonly table: Utf8StringTable; readonly codes: Uint32Array } | undefined {
    const field = this.#field(name)
    const { count } = this.records
    if (!field || field.captured.kind !== JSON_KIND_TEXT || field.emptyListCount > 0) return undefined
    const codes = field.captured.codes.subarray(0, count)
    return codes.length === count && !codes.includes(NONE) ? { table: field.captured.table, codes } : undefined
  }

  text(name: string): TextColumn {
    const captured = this.captured(name)
    if (captured) return captured.table.columnOfCodes(captured.codes)
    const to = new ByteWriter()
    const offsets = new Uint32Array(this.records.count + 1)
    this.eachText(name, (row, source, [from, end]) => {
      to.bytes(source, from, end)
      offsets[row + 1] = to.length
    })
    return { kind: 'text', bytes: to.writtenBytes().slice(), offsets }
  }

  /** The texts of a field that not all records have; each must match the pattern. */
  optionalText(name: string, pattern?: RegExp): TextColumn | undefined {
    const field = this.#field(name)
    if (!field) return undefined
    if (field.emptyListCount > 0) throw new FastPathRefusedError()
    return textsOf(field, this.records.count, (start) => {
      if (!this.#values.isText(start)) throw new FastPathRefusedError()
      if (pattern && !pattern.test(this.#values.string(start))) throw new FastPathRefusedError()
      this.#values.findText(start)
      return this.#values
    })
  }

  /** The categories of a field; `expected` are the first entries of the dictionary. */
  category(name: string, expected: readonly string[]): CategoryColumn {
    const table = new Utf8StringTable()
    for (const each of expected) table.codeOfText(each)
    const captured = this.captured(name)
    if (captured) return { kind: 'category', codes: translateCodes(captured, table), dictionary: table.texts() }
    const codes = new Uint32Array(this.records.count)
    this.eachText(name, (row, source, [from, to]) => (codes[row] = table.codeOfBytes(source, from, to)))
    return { kind: 'category', codes, dictionary: table.texts() }
  }

  /** The parsed values of a field that not all records have. */
  optional<Value>(name: string, is: (value: unknown) => value is Value): (Value | undefined)[] | undefined {
    const field = this.#field(name)
    if (!field) return undefined
    if (field.emptyListCount > 0) throw new FastPathRefusedError()
    return Array.from({ length: this.records.count }, (_, row) => {
      const start = field.offsets.at(row)
      const value = start === 0 ? undefined : this.#values.parsed(start)
      if (value !== undefined && !is(value)) throw new FastPathRefusedError()
      return value
    })
  }

  /** The positions of nodes on one axis; NaN if a record has none. */
  positions(name: string): Float32Array {
    const positions = new Float32Array(this.records.count).fill(NaN)
    const field = this.#field(name)
    if (!field) return positions
    if (field.kinds !== JSON_KIND_NUMBER || field.emptyListCount > 0) throw new FastPathRefusedError()
    positions.set(this.#numbers(field))
    return positions
  }

  /** Checks that every record has a number. */
  requireNumbers(name: string): void {
    const field = this.#field(name)
    if (this.records.count === 0) return
    if (!field || field.kinds !== JSON_KIND_NUMBER || field.emptyListCount > 0 || !this.#isInAllRecords(field))
      throw new FastPathRefusedError()
  }

  /** Checks that every record has an empty list. */
  requireEmptyLists(name: string): void {
    if ((this.#field(name)?.emptyListCount ?? 0) !== this.records.count || this.#field(name)?.kinds)
      throw new FastPathRefusedError()
  }

  /** The attributes, as `attributeColumns` makes them of records. */
  attributes(): Map<string, Column> {
    const container = this.#field('attributes')
    if (container && (container.kinds !== 0 || container.emptyListCount > 0)) throw new FastPathRefusedError()
    return new Map((container?.fields ?? []).map((field) => [field.name, this.#attributeColumn(field)]))
  }

  #attributeColumn(field: JsonField): Column {
    const { count } = this.records
    if (field.nullCount > 0 || field.emptyListCount > 0 || field.objectCount > 0) throw new FastPathRefusedError()
    if (field.kinds === JSON_KIND_NUMBER) return { kind: 'number', values: this.#numbers(field) }
    if (field.kinds & JSON_KIND_LIST) return listColumn(this.#lists(field))
    const { captured } = field
    if (field.kinds === JSON_KIND_TEXT && captured.kind === JSON_KIND_TEXT && !captured.shared)
      return columnOf(
        captured.table,
        Uint32Array.from({ length: count }, (_, row) => captured.codeAt(row)),
      )
    const table = new Utf8StringTable()
    const codes = new Uint32Array(count).fill(NONE)
    for (let row = 0; row < field.offsets.length; row++) {
      const start = field.offsets.at(row)
      if (start === 0) continue
      this.#findScalar(start)
      codes[row] = table.codeOfBytes(this.#values.source, this.#values.from, this.#values.to)
    }
    return withDatatype(columnOf(table, codes), field.kinds)
  }

  #numbers(field: JsonField): Float64Array {
    if (field.captured.kind === JSON_KIND_NUMBER) return padded(field.captured, this.records.count)
    const values = new Float64Array(this.records.count).fill(NaN)
    for (let row = 0; row < field.offsets.length; row++)
      if (field.offsets.at(row) !== 0) values[row] = this.#number(field.offsets.at(row))
    return values
  }

  /** A number. One beyond the range of doubles is left to the slow path, which reports it. */
  #number(start: number): number {
    const value = this.#values.number(start)
    if (Number.isNaN(value)) throw new FastPathRefusedError()
    return value
  }

  #lists(field: JsonField): (string[] | undefined)[] {
    return Array.from({ length: this.records.count }, (_, row) => {
      const start = field.offsets.at(row)
      if (start === 0) return undefined
      const value = this.#values.parsed(start)
      if (!Array.isArray(value)) return [String(value)]
      if (!value.every((each) => typeof each === 'string')) throw new FastPathRefusedError()
      return value as string[]
    })
  }

  /** Finds the text of a string, number or boolean. */
  #findScalar(start: number): void {
    const byte = this.records.json.bytes[start]
    if (byte === 0x5b || byte === 0x7b) throw new FastPathRefusedError()
    this.#values.findText(start)
  }

  #field(name: string): JsonField | undefined {
    return this.records.root.field(name)
  }

  #isInAllRecords(field: JsonField): boolean {
    for (let row = 0; row < this.records.count; row++) if (field.offsets.at(row) === 0) return false
    return true
  }
}

/** Translates codes of one table to codes of another, to which missing texts are added. */
function translateCodes(
  { table, codes }: { readonly table: Utf8StringTable; readonly codes: Uint32Array },
  to: Utf8StringTable,
) {
  const translated = new Uint32Array(table.size).fill(NONE)
  return codes.map((code) =>
    translated[code] === NONE ? (translated[code] = table.codeInTable(to, code)) : translated[code]!,
  )
}

function padded({ numbers, length }: CapturedFieldValues, count: number): Float64Array {
  const values = new Float64Array(count).fill(NaN, length)
  values.set(numbers.subarray(0, length))
  return values
}

/** The column as one of booleans, if all its values are. */
const withDatatype = (column: Column, kinds: number): Column =>
  kinds === JSON_KIND_BOOLEAN && column.kind === 'category' ? { ...column, datatype: 'boolean' } : column

/** Texts as categories if they repeat, else as text. */
function columnOf(table: Utf8StringTable, codes: Uint32Array): Column {
  let present = 0
  for (const code of codes) if (code !== NONE) present++
  const distinct = table.size + (present < codes.length ? 1 : 0)
  if (distinct <= Math.max(12, present / 4)) return { kind: 'category', codes, dictionary: table.texts() }
  return table.columnOfCodes(codes)
}

function textsOf(field: JsonField, count: number, find: (start: number) => JsonValueReader): TextColumn {
  const to = new ByteWriter()
  const offsets = new Uint32Array(count + 1)
  for (let row = 0; row < count; row++) {
    const start = field.offsets.at(row)
    if (start !== 0) {
      const { source, from, to: end } = find(start)
      to.bytes(source, from, end)
    }
    offsets[row + 1] = to.length
  }
  return { kind: 'text', bytes: to.writtenBytes().slice(), offsets }
}
