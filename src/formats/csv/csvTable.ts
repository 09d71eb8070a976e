import Papa from 'papaparse'
import type { TableChoice } from '../../model/importReport'
import type { Collector } from '../collect/graphCollector'
import { FileFault } from '../io/fileFault'
import type { FileIn } from '../io/inputFile'
import { CellReader } from './csvCellReader'
import { dialectOf, oneColumn, type Dialect } from './csvDialect'
import { guessTable, type Guess } from './guessTableRoles'
import { ownChoice, ownTable, type OwnTable } from './kizunaTable'
import { scan, type Scanned } from './scanCsv'

const encoder = new TextEncoder()
const sampledRows = 200
const isTableName = ({ name }: FileIn): boolean => /\.(csv|tsv|tab)$/i.test(name)

/** How Kizuna writes its own tables. */
const ownDialect: Dialect = { separator: ',', marks: { separator: 0x2c, quote: 0x22 }, from: 0, lines: 0 }

/** How a file that may be a table is written; undefined where it is none. */
export function tableDialect(file: FileIn): Dialect | undefined {
  const { head } = file
  const own = ownTable(file)
  if (own !== undefined && own !== 'empty') return ownDialect
  if (head.includes('\0') || /^\s*[<{[]/.test(head) || head.trim() === '') return undefined
  const lines = withLines(head)
  return dialectOf(lines) ?? (isTableName(file) ? oneColumn(lines) : undefined)
}

/** Old programs end lines with CR alone. */
const withLines = (text: string): string =>
  text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text

/** A table that was scanned, with what its rows and columns are. */
export interface Table {
  readonly cells: CellReader
  readonly dialect: Dialect
  readonly guess: Guess
  readonly own: OwnTable | undefined
}

/** Scans a table; what is no well-formed table is read by papaparse first, and said. */
export function tableOf(file: FileIn, choice: TableChoice | undefined, collector?: Collector): Table {
  const dialect = tableDialect(file)!
  const own = ownTable(file)
  const scanned = scannedOf(file, dialect, collector)
  const cells = new CellReader(scanned)
  const first = Math.min(scanned.rows, sampledRows)
  const rows = Array.from({ length: first }, (_, row) =>
    Array.from({ length: scanned.columns }, (__, column) => cells.text(row, column)),
  )
  return {
    cells,
    dialect,
    own,
    guess: guessTable({ name: file.name, rows }, own === undefined ? choice : ownChoice(own)),
  }
}

function scannedOf(file: FileIn, { marks, from }: Dialect, collector?: Collector): Scanned {
  const bytes = bytesOf(file).subarray(from)
  const scanned = scan(bytes, marks)
  if (scanned === 'room')
    throw new FileFault(
      file.name,
      'most rows have far fewer cells than the first one',
      'Make all rows equally long, or choose another file.',
    )
  if (scanned !== 'quotes') return scanned
  const again = scan(mended(file, { marks, from }, collector), marks)
  if (typeof again === 'string') throw new FileFault(file.name, 'its quotes are broken', 'Save the table again.')
  return again
}

function bytesOf(file: FileIn): Uint8Array {
  const { utf8 } = file
  if (!file.head.includes('\r') || file.head.includes('\n')) return utf8
  return utf8.map((byte) => (byte === 0x0d ? 0x0a : byte))
}

/** A table whose quotes are broken, as papaparse takes it, written again with quotes that are whole. */
function mended(file: FileIn, { marks, from }: Pick<Dialect, 'marks' | 'from'>, collector?: Collector): Uint8Array {
  const delimiter = String.fromCharCode(marks.separator)
  const quoteChar = String.fromCharCode(marks.quote)
  const text = new TextDecoder().decode(bytesOf(file).subarray(from))
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, quoteChar, skipEmptyLines: true })
  const how = 'Quotes were taken as they stand there.'
  for (const { row = 0, message } of errors) collector?.mend('broken quotes', `row ${row + 1}: ${message}`, how)
  return encoder.encode(Papa.unparse(data, { delimiter, quoteChar, newline: '\n' }))
}
