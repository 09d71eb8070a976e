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

/** By byte: 1 if a cell with it must be quoted: comma, quotation mark, line ends. */
const needsQuoting = new Uint8Array(256)
for (const letter of ',"\r\n') needsQuoting[letter.charCodeAt(0)] = 1

/** Writes a text as a cell: quoted if necessary, with an apostrophe before what spreadsheets would take for a formula. */
function writeCsvText(to: ByteWriter, source: Uint8Array, from: number, end: number): void {
  if (from === end) return
  const isGuarded = startsLikeFormula(source, from, end) && !isNumber(source, from, end)
  if (!needsQuotes(source, from, end)) {
    if (isGuarded) to.byte(APOSTROPHE)
    return to.bytes(source, from, end)
  }
  to.byte(QUOTE)
  if (isGuarded) to.byte(APOSTROPHE)
  to.bytes(source, from, end, quotes)
  to.byte(QUOTE)
}

function needsQuotes(source: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (needsQuoting[source[at]!] === 1) return true
  return source[from] === SPACE || source[end - 1] === SPACE
}

const isNumber = (source: Uint8Array, from: number, end: number): boolean =>
  source[from] !== APOSTROPHE && Number.isFinite(Number(decoder.decode(source.subarray(from, end))))

export const writeCsvString = (to: ByteWriter, text: string): void => {
  const bytes = encoder.encode(text)
  writeCsvText(to, bytes, 0, bytes.length)
}

/** Writes a cell of any kind; items of lists are separated by "; ". */
export function writeCsvCell(to: ByteWriter, cell: ExportCellValue | boolean | undefined): void {
  if (typeof cell === 'number') to.number(cell)
  else if (cell !== undefined) writeCsvString(to, typeof cell === 'object' ? listToCsvCell(cell) : String(cell))
}

/** Writes the cell of a row, or nothing if there is none. */
export type CsvCellWriter = (to: ByteWriter, row: number) => void

export const csvTextColumnWriter =
  ({ bytes, offsets }: TextColumn): CsvCellWriter =>
  (to, row) =>
    writeCsvText(to, bytes, offsets[row]!, offsets[row + 1]!)

/** A writer for the cells of a column. The texts of a dictionary are escaped only once. */
export function csvCellWriter(graph: Graph, { column, cell }: ExportColumn): CsvCellWriter {
  switch (column?.kind) {
    case undefined:
      return (to, row) => writeCsvCell(to, cell(graph, row))
    case 'category':
      return categoryWriter(column.codes, column.dictionary)
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

function categoryWriter(codes: Uint32Array, dictionary: readonly string[]): CsvCellWriter {
  const write = preEscapedCsvTextWriter(textColumn(dictionary))
  return (to, row) => {
    if (codes[row] !== NONE) write(to, codes[row]!)
  }
}

/** A writer for texts that are written many times each: their cells are escaped only once. */
export function preEscapedCsvTextWriter({ bytes: texts, offsets: textOffsets }: TextColumn): CsvCellWriter {
  const cells = new ByteWriter(texts.length)
  const offsets = new Uint32Array(textOffsets.length)
  for (let row = 0; row + 1 < textOffsets.length; row++) {
    writeCsvText(cells, texts, textOffsets[row]!, textOffsets[row + 1]!)
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
