import { NONE, textColumn, type ListColumn, type TextColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { ByteWriter, createByteEscaper } from '../io/byteWriter'
import type { ExportColumn, ExportCellValue } from '../io/exportColumn'
import { startsLikeFormula, listToCsvCell } from './kizunaTable'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const quotes = createByteEscaper({ '"': '""' })
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SPACE = 0x20

/** 1 where a cell that holds the byte has to stand in quotes: comma, quote, line ends. */
const quoted = new Uint8Array(256)
for (const letter of ',"\r\n') quoted[letter.charCodeAt(0)] = 1

/** Writes a text as a cell: in quotes where it needs them, with an apostrophe before what a spreadsheet would compute. */
function writeCsvText(to: ByteWriter, source: Uint8Array, from: number, end: number): void {
  if (from === end) return
  const guarded = startsLikeFormula(source, from, end) && !isNumber(source, from, end)
  if (!needsQuotes(source, from, end)) {
    if (guarded) to.byte(APOSTROPHE)
    return to.bytes(source, from, end)
  }
  to.byte(QUOTE)
  if (guarded) to.byte(APOSTROPHE)
  to.bytes(source, from, end, quotes)
  to.byte(QUOTE)
}

function needsQuotes(source: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (quoted[source[at]!] === 1) return true
  return source[from] === SPACE || source[end - 1] === SPACE
}

const isNumber = (source: Uint8Array, from: number, end: number): boolean =>
  source[from] !== APOSTROPHE && Number.isFinite(Number(decoder.decode(source.subarray(from, end))))

export const writeCsvString = (to: ByteWriter, text: string): void => {
  const bytes = encoder.encode(text)
  writeCsvText(to, bytes, 0, bytes.length)
}

/** Writes any cell; lists as items with "; " between them. */
export function writeCsvCell(to: ByteWriter, cell: ExportCellValue | boolean | undefined): void {
  if (typeof cell === 'number') to.number(cell)
  else if (cell !== undefined) writeCsvString(to, typeof cell === 'object' ? listToCsvCell(cell) : String(cell))
}

/** Writes the cell of a row, and nothing where there is none. */
export type CsvCellWriter = (to: ByteWriter, row: number) => void

export const csvTextColumnWriter =
  ({ bytes, offsets }: TextColumn): CsvCellWriter =>
  (to, row) =>
    writeCsvText(to, bytes, offsets[row]!, offsets[row + 1]!)

/** A writer for the cells of a column; the texts of a dictionary are made ready once. */
export function csvCellWriter(graph: Graph, { column, cell }: ExportColumn): CsvCellWriter {
  switch (column?.kind) {
    case undefined:
      return (to, row) => writeCsvCell(to, cell(graph, row))
    case 'category':
      return coded(column.codes, column.dictionary)
    case 'number':
      return (to, row) => {
        const value = column.values[row]!
        if (!Number.isNaN(value)) to.number(value)
      }
    case 'text':
      return csvTextColumnWriter(column)
    case 'list':
      return listWriter(column)
  }
}

function coded(codes: Uint32Array, dictionary: readonly string[]): CsvCellWriter {
  const write = preEscapedCsvTextWriter(textColumn(dictionary))
  return (to, row) => {
    if (codes[row] !== NONE) write(to, codes[row]!)
  }
}

/** A writer for texts that are written many times each: what stands in their cells is made ready once. */
export function preEscapedCsvTextWriter({ bytes: texts, offsets: places }: TextColumn): CsvCellWriter {
  const cells = new ByteWriter(texts.length)
  const offsets = new Uint32Array(places.length)
  for (let row = 0; row + 1 < places.length; row++) {
    writeCsvText(cells, texts, places[row]!, places[row + 1]!)
    offsets[row + 1] = cells.length
  }
  const bytes = cells.writtenBytes()
  return (to, row) => to.bytes(bytes, offsets[row]!, offsets[row + 1]!)
}

const listWriter =
  ({ codes, offsets, dictionary }: ListColumn): CsvCellWriter =>
  (to, row) => {
    const items = Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code) => dictionary[code]!)
    if (items.length > 0) writeCsvString(to, listToCsvCell(items))
  }
