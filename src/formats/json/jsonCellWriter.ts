import { NONE, textColumn, type CategoryColumn, type ListColumn, type TextColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { createByteEscaper, type ByteWriter, type ByteEscaper } from '../io/byteWriter'
import type { ExportColumn } from '../io/exportColumn'

const encoder = new TextEncoder()
const QUOTE = 0x22
const COMMA = 0x2c

/** Escapes like JSON.stringify: quotation marks, backslashes and control characters. */
const jsonEscaper: ByteEscaper = createByteEscaper(
  Object.fromEntries(
    Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))
      .map((letter) => [letter, JSON.stringify(letter).slice(1, -1)] as const)
      .filter(([letter, escaped]) => letter !== escaped),
  ),
)

/** Writes the key and cell of a row, or nothing if there is no cell; returns whether it wrote one. */
export type JsonCellWriter = (to: ByteWriter, row: number) => boolean

/** A writer for the texts of a column as JSON strings. */
export function jsonTextWriter({ bytes, offsets }: TextColumn): (to: ByteWriter, row: number) => void {
  const escaper = bytes.some((byte) => jsonEscaper.candidates[byte] === 1) ? jsonEscaper : undefined
  return (to, row) => {
    to.byte(QUOTE)
    to.bytes(bytes, offsets[row]!, offsets[row + 1]!, escaper)
    to.byte(QUOTE)
  }
}

/** A writer for the cells of a column under its id. The texts of a dictionary are escaped only once. */
export function jsonCellWriter(graph: Graph, { id, column, cell }: ExportColumn): JsonCellWriter {
  const key = encoder.encode(`${JSON.stringify(id)}:`)
  switch (column?.kind) {
    case undefined:
      return (to, row) => {
        const value = cell(graph, row)
        if (value === undefined) return false
        to.raw(key)
        to.text(JSON.stringify(value))
        return true
      }
    case 'category':
      return categoryWriter(column, key)
    case 'number':
      return (to, row) => {
        const value = column.values[row]!
        if (Number.isNaN(value)) return false
        to.raw(key)
        const digits = column.digits?.get(row)
        if (digits === undefined) to.number(value)
        else to.text(digits)
        return true
      }
    case 'text': {
      const write = jsonTextWriter(column)
      return (to, row) => {
        if (column.offsets[row] === column.offsets[row + 1]) return false
        to.raw(key)
        write(to, row)
        return true
      }
    }
    case 'list':
      return listWriter(column, key)
  }
}

/** Texts as JSON: booleans without quotation marks. */
function categoryWriter({ codes, dictionary, datatype }: CategoryColumn, key: Uint8Array): JsonCellWriter {
  const isBoolean = datatype === 'boolean'
  const texts = textColumn(dictionary.map((text) => (isBoolean ? text : JSON.stringify(text.toWellFormed()))))
  return (to, row) => {
    const code = codes[row]!
    if (code === NONE) return false
    to.raw(key)
    to.cell(texts, code)
    return true
  }
}

function listWriter({ codes, offsets, dictionary }: ListColumn, key: Uint8Array): JsonCellWriter {
  const texts = textColumn(dictionary.map((text) => JSON.stringify(text.toWellFormed())))
  return (to, row) => {
    const [from, end] = [offsets[row]!, offsets[row + 1]!]
    if (from === end) return false
    to.raw(key)
    to.text('[')
    for (let at = from; at < end; at++) {
      if (at > from) to.byte(COMMA)
      to.cell(texts, codes[at]!)
    }
    to.text(']')
    return true
  }
}

/** A writer for several columns: the cells that exist, separated by commas. `some` if a field comes before them. */
export function jsonCellsWriter(
  writers: readonly JsonCellWriter[],
): (to: ByteWriter, row: number, some?: boolean) => void {
  return (to, row, some = false) => {
    let more = some
    for (const write of writers) {
      const before = to.length
      if (more) to.byte(COMMA)
      if (write(to, row)) more = true
      else to.length = before
    }
  }
}
