import Papa from 'papaparse'
import type { TableOptions } from '../../model/importReport'
import type { GraphCollector } from '../collect/graphCollector'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { CsvCellReader } from './csvCellReader'
import { detectCsvDialect, singleColumnDialect, type CsvDialect } from './csvDialect'
import { guessTableRoles, type TableGuess } from './guessTableRoles'
import { kizunaTableChoice, kizunaTableKindOf, type KizunaTableKind } from './kizunaTable'
import { scanCsv, type ScannedCsv } from './scanCsv'

const encoder = new TextEncoder()
const sampledRows = 200
const isTableName = ({ name }: InputFile): boolean => /\.(csv|tsv|tab)$/i.test(name)

/** How Kizuna writes its own tables. */
const ownDialect: CsvDialect = {
  separator: ',',
  delimiters: { separator: 0x2c, quote: 0x22 },
  startOffset: 0,
  skippedLines: 0,
}

/** How a file that may be a table is written; undefined where it is none. */
export function csvDialectOfFile(file: InputFile): CsvDialect | undefined {
  const { head } = file
  const own = kizunaTableKindOf(file)
  if (own !== undefined && own !== 'empty') return ownDialect
  if (head.includes('\0') || /^\s*[<{[]/.test(head) || head.trim() === '') return undefined
  const lines = withLines(head)
  return detectCsvDialect(lines) ?? (isTableName(file) ? singleColumnDialect(lines) : undefined)
}

/** Old programs end lines with CR alone. */
const withLines = (text: string): string =>
  text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text

/** A table that was scanned, with what its rows and columns are. */
export interface CsvTable {
  readonly cells: CsvCellReader
  readonly dialect: CsvDialect
  readonly guess: TableGuess
  readonly own: KizunaTableKind | undefined
}

/** Scans a table; what is no well-formed table is read by papaparse first, and said. */
export function readCsvTable(file: InputFile, choice: TableOptions | undefined, collector?: GraphCollector): CsvTable {
  const dialect = csvDialectOfFile(file)!
  const own = kizunaTableKindOf(file)
  const scanned = scannedOf(file, dialect, collector)
  const cells = new CsvCellReader(scanned)
  const first = Math.min(scanned.rows, sampledRows)
  const rows = Array.from({ length: first }, (_, row) =>
    Array.from({ length: scanned.columns }, (__, column) => cells.text(row, column)),
  )
  return {
    cells,
    dialect,
    own,
    guess: guessTableRoles({ name: file.name, rows }, own === undefined ? choice : kizunaTableChoice(own)),
  }
}

function scannedOf(file: InputFile, { delimiters, startOffset }: CsvDialect, collector?: GraphCollector): ScannedCsv {
  const bytes = bytesOf(file).subarray(startOffset)
  const scanned = scanCsv(bytes, delimiters)
  if (scanned === 'room')
    throw new FileFault(
      file.name,
      'most rows have far fewer cells than the first one',
      'Make all rows equally long, or choose another file.',
    )
  if (scanned !== 'quotes') return scanned
  const again = scanCsv(withRepairedQuotes(file, { delimiters, startOffset }, collector), delimiters)
  if (typeof again === 'string') throw new FileFault(file.name, 'its quotes are broken', 'Save the table again.')
  return again
}

function bytesOf(file: InputFile): Uint8Array {
  const { utf8 } = file
  if (!file.head.includes('\r') || file.head.includes('\n')) return utf8
  return utf8.map((byte) => (byte === 0x0d ? 0x0a : byte))
}

/** A table whose quotes are broken, as papaparse takes it, written again with quotes that are whole. */
function withRepairedQuotes(
  file: InputFile,
  { delimiters, startOffset }: Pick<CsvDialect, 'delimiters' | 'startOffset'>,
  collector?: GraphCollector,
): Uint8Array {
  const delimiter = String.fromCharCode(delimiters.separator)
  const quoteChar = String.fromCharCode(delimiters.quote)
  const text = new TextDecoder().decode(bytesOf(file).subarray(startOffset))
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, quoteChar, skipEmptyLines: true })
  const how = 'Quotes were taken as they stand there.'
  for (const { row = 0, message } of errors) collector?.repair('broken quotes', `row ${row + 1}: ${message}`, how)
  return encoder.encode(Papa.unparse(data, { delimiter, quoteChar, newline: '\n' }))
}
