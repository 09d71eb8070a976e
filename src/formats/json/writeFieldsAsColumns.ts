import type { Sinks } from '../collect/graphCollector'
import type { Sink } from '../collect/columnBuilder'
import type { Field } from './jsonRecords'
import { EMPTY, LIST, NOTHING, NUMBER } from './jsonScanner'
import type { Values } from './jsonValueReader'

/** The row of a record that was left out. */
export const NO_ROW = 0xffffffff

export const holdsNumbers = (field: Field | undefined): field is Field => field?.kinds === NUMBER

const kindOf = ({ kinds }: Field) => (kinds & LIST ? 'list' : (kinds & ~EMPTY) === NUMBER ? 'number' : 'text')

/** Where attributes of records go. */
export interface Columns {
  readonly sinks: Sinks
  readonly values: Values
  /** Rows by record. */
  readonly rows: Uint32Array
}

/** Writes the fields of records as columns, but for some; fields of objects are called "object.field". */
export function writeFields(fields: readonly Field[], without: ReadonlySet<Field>, columns: Columns): void {
  const taken = new Set<string>()
  const write = (field: Field, before: string): void => {
    if (without.has(field)) return
    let name = before + field.name
    for (let turn = 2; taken.has(name); turn++) name = `${before}${field.name} (${turn})`
    if ((field.kinds & ~EMPTY) !== NOTHING) {
      taken.add(name)
      writeField(field, name, columns)
    }
    for (const inner of field.fields) write(inner, `${before}${field.name}.`)
  }
  for (const field of fields) write(field, '')
}

/**
 * Whether a column, with nothing in it so far, has taken a field's values over as they are: where every record of the list
 * is the row of its own number, and the column keeps them as they were read.
 */
export function takenOver({ cells }: Field, sink: Sink, rows: Uint32Array): boolean {
  const { kind, shared } = cells
  if (kind === NOTHING || shared || !sink.untouched || sink.kind !== (kind === NUMBER ? 'number' : 'text')) return false
  for (let record = 0; record < rows.length; record++) if (rows[record] !== record) return false
  sink.take(cells.leave())
  return true
}

/** Cells that are there already, of a record that stands there twice or of another file, stay as they are. */
function writeField(field: Field, name: string, { sinks, values, rows }: Columns): void {
  const starts = field.starts.values.subarray(0, field.starts.length)
  if (starts.every((start, record) => start === 0 || rows[record] === NO_ROW)) return
  const sink = sinks.named(name, kindOf(field))
  if (takenOver(field, sink, rows)) return
  const write = sink.kind === 'number' ? writeNumber : field.kinds & LIST ? writeItems : writeText
  for (let record = 0; record < starts.length; record++) {
    const start = starts[record]!
    const row = rows[record]!
    if (start !== 0 && row !== NO_ROW && !sink.has(row)) write(sink, row, start, values)
  }
}

type Write = (sink: Sink, row: number, ...[start, values]: [number, Values]) => void

const writeNumber: Write = (sink, row, start, values) => {
  if (values.isNumber(start)) sink.number(row, values.number(start))
  else writeText(sink, row, start, values)
}

const writeText: Write = (sink, row, start, values) => {
  values.text(start)
  if (values.to > values.from) sink.bytes(row, values.source, values.from, values.to)
}

const writeItems: Write = (sink, row, start, values) => {
  const value = values.parsed(start)
  const items = (Array.isArray(value) ? value : [value]).map((item) =>
    typeof item === 'object' ? JSON.stringify(item) : String(item),
  )
  if (items.length > 1 || items[0] !== '') sink.list(row, items)
}
