import type { ColumnBuilders } from '../collect/graphCollector'
import type { ColumnBuilder } from '../collect/columnBuilder'
import type { JsonField } from './jsonRecords'
import { isBeyondDoubles } from '../collect/exactDigits'
import {
  JSON_KIND_BOOLEAN,
  JSON_KIND_EMPTY_STRING,
  JSON_KIND_LIST,
  JSON_KIND_NULL,
  JSON_KIND_NUMBER,
  JSON_KIND_TEXT,
} from './jsonScanner'
import type { JsonValueReader } from './jsonValueReader'

/** The row of a record that was left out. */
export const NO_ROW = 0xffffffff

export const isNumberField = (field: JsonField | undefined): field is JsonField => field?.kinds === JSON_KIND_NUMBER

const kindOf = ({ kinds }: JsonField) =>
  kinds & JSON_KIND_LIST ? 'list' : (kinds & ~JSON_KIND_EMPTY_STRING) === JSON_KIND_NUMBER ? 'number' : 'text'

/** The columns that the fields of records are written to. */
export interface ColumnTarget {
  readonly builders: ColumnBuilders
  readonly values: JsonValueReader
  /** Rows by record. */
  readonly rows: Uint32Array
  /** Names of objects whose fields need no prefix. */
  readonly unfold?: readonly string[] | undefined
}

/** Writes the fields of records as columns, except `without`. Fields of nested objects are named "object.field". */
export function writeFieldsAsColumns(
  fields: readonly JsonField[],
  without: ReadonlySet<JsonField>,
  columns: ColumnTarget,
): void {
  const taken = new Set<string>()
  const write = (field: JsonField, prefix: string): void => {
    if (without.has(field)) return
    let name = prefix + field.name
    for (let suffix = 2; taken.has(name); suffix++) name = `${prefix}${field.name} (${suffix})`
    if ((field.kinds & ~JSON_KIND_EMPTY_STRING) !== JSON_KIND_NULL) {
      taken.add(name)
      writeField(field, name, columns)
    }
    const isUnfolded = prefix === '' && columns.unfold?.includes(field.name) === true
    for (const inner of field.fields) write(inner, isUnfolded ? '' : `${prefix}${field.name}.`)
  }
  for (const field of fields) write(field, '')
}

/**
 * Hands the captured values of a field over to a column without copying them. Only if the column is empty and of the same
 * kind, and the row of each record is its index; returns whether it did.
 */
export function tryTakeOverValues({ captured }: JsonField, builder: ColumnBuilder, rows: Uint32Array): boolean {
  const { kind, shared } = captured
  if (
    kind === JSON_KIND_NULL ||
    shared ||
    !builder.isEmpty ||
    builder.kind !== (kind === JSON_KIND_NUMBER ? 'number' : 'text')
  )
    return false
  for (let record = 0; record < rows.length; record++) if (rows[record] !== record) return false
  builder.adoptBuffers(captured.release())
  return true
}

/** Types that are told apart in a file, and not in a column. */
const scalarTypes = [JSON_KIND_BOOLEAN, JSON_KIND_NUMBER, JSON_KIND_TEXT]

function noteTypes({ kinds }: JsonField, builder: ColumnBuilder): void {
  const found = scalarTypes.filter((type) => (kinds & type) !== 0)
  if (found.length > 1) builder.isMixed = true
  else if (found[0] === JSON_KIND_BOOLEAN && (kinds & JSON_KIND_LIST) === 0) builder.datatype ??= 'boolean'
}

/** Writes a field as a column. Existing cells, of a duplicate record or another file, are not overwritten. */
function writeField(field: JsonField, name: string, { builders, values, rows }: ColumnTarget): void {
  const starts = field.offsets.values.subarray(0, field.offsets.length)
  if (starts.every((start, record) => start === 0 || rows[record] === NO_ROW)) return
  const builder = builders.column(name, kindOf(field))
  noteTypes(field, builder)
  const keepDigits = builder.kind === 'number' ? digitsKeeper(field, builder, { values, rows }) : undefined
  if (tryTakeOverValues(field, builder, rows)) return keepDigits?.()
  const write = writerFor(field, builder)
  for (let record = 0; record < starts.length; record++) {
    const start = starts[record]!
    const row = rows[record]!
    if (start !== 0 && row !== NO_ROW && !builder.has(row)) write(builder, row, start, values)
  }
  keepDigits?.()
}

/** Keeps the digits of numbers that doubles cannot hold, once the column is written. Undefined if there are none. */
function digitsKeeper(
  { offsets, captured }: JsonField,
  builder: ColumnBuilder,
  { values, rows }: Pick<ColumnTarget, 'values' | 'rows'>,
): (() => void) | undefined {
  const { numbers, length, kind } = captured
  if (kind === JSON_KIND_NUMBER && values.json.longNumberCount === 0) {
    let hasLarge = false
    for (let at = 0; at < length && !hasLarge; at++) hasLarge = Math.abs(numbers[at]!) > Number.MAX_SAFE_INTEGER
    if (!hasLarge) return undefined
  }
  const { length: count } = offsets
  const starts = offsets.values.slice(0, count)
  return () => {
    for (let record = 0; record < count; record++) {
      const [start, row] = [starts[record]!, rows[record]!]
      if (start === 0 || row === NO_ROW || !values.isNumber(start)) continue
      values.findTextAsWritten(start)
      if (isBeyondDoubles(values.source, values.from, values.to)) builder.keepDigits(row, values.foundText)
    }
  }
}

const writerFor = ({ kinds }: JsonField, { kind }: ColumnBuilder): Write =>
  kind === 'number' ? writeNumber : kinds & JSON_KIND_LIST ? writeItems : writeText

type Write = (builder: ColumnBuilder, row: number, ...[start, values]: [number, JsonValueReader]) => void

const writeNumber: Write = (builder, row, start, values) => {
  const value = values.isNumber(start) ? values.number(start) : NaN
  if (!Number.isNaN(value)) builder.setNumber(row, value)
  else writeText(builder, row, start, values)
}

const writeText: Write = (builder, row, start, values) => {
  values.findTextAsWritten(start)
  if (values.to > values.from) builder.setBytes(row, values.source, values.from, values.to)
}

const writeItems: Write = (builder, row, start, values) => {
  const value = values.parsed(start)
  const items = (Array.isArray(value) ? value : [value]).map((item) =>
    typeof item === 'object' ? JSON.stringify(item) : String(item),
  )
  if (items.length > 1 || items[0] !== '') builder.setList(row, items)
}
