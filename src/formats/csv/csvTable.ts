import Papa from 'papaparse'
import { message } from '../../messages/message'
import type { TableOptions } from '../../model/importReport'
import type { GraphCollector } from '../collect/graphCollector'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { CsvCellReader } from './csvCellReader'
import {
  detectCsvDialect,
  singleColumnDialect,
  withDoubledQuotes,
  type ChosenDialect,
  type CsvDialect,
} from './csvDialect'
import { guessTableRoles, type TableGuess } from './guessTableRoles'
import { adjacencyLines, isAdjacencyList } from './adjacencyTables'
import { kizunaTableChoice, kizunaTableKindOf, type KizunaTableKind } from './kizunaTable'
import { scanCsv, type ScannedCsv } from './scanCsv'

const encoder = new TextEncoder()
/** Number of rows that roles are guessed from. */
const sampledRows = 200
/** Maximum size in bytes of a table whose rows are taken for statements unless the person says so. */
export const maxStatementBytes = 1 << 24
const isTableName = ({ name }: InputFile): boolean => /\.(csv|tsv|tab)$/i.test(name)

/** The dialect of the tables that Kizuna writes. */
const ownDialect: CsvDialect = {
  separator: ',',
  delimiters: { separator: 0x2c, quote: 0x22 },
  escape: 'doubled',
  startOffset: 0,
  skippedLines: 0,
}

/** The dialect of a file; undefined if it is not a table. */
export function csvDialectOfFile(file: InputFile, choice?: ChosenDialect): CsvDialect | undefined {
  const { head } = file
  const own = kizunaTableKindOf(file)
  if (own !== undefined && own !== 'empty') return ownDialect
  if (head.includes('\0') || /^\s*[<{[]/.test(head) || head.trim() === '') return undefined
  const text = withLineFeeds(head)
  const detected = detectCsvDialect(text, choice)
  if (choice?.separator !== undefined) return detected
  return detected ?? listsDialect(text) ?? (isTableName(file) ? singleColumnDialect(text) : undefined)
}

/** The dialect of adjacency lists: lines of different lengths. */
function listsDialect(head: string): CsvDialect | undefined {
  const lines = head.length < 50_000 ? head : head.slice(0, head.lastIndexOf('\n'))
  const separator = ([',', '\t', ';', '|'] as const).find((each) => isAdjacencyList(adjacencyLines(lines, each)))
  return separator && { ...singleColumnDialect(head), separator, isLists: true }
}

/** How a table is read if the person chose nothing: adjacency lists are known by their dialect. */
export const choiceOrShape = (choice: TableOptions | undefined, dialect: CsvDialect): TableOptions | undefined =>
  choice ?? (dialect.isLists ? { rows: 'lists' } : undefined)

/** Some old programs end lines with CR alone. */
const withLineFeeds = (text: string): string =>
  text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text

/** A scanned table, with the guessed or chosen meaning of its rows and columns. */
export interface CsvTable {
  readonly cells: CsvCellReader
  readonly dialect: CsvDialect
  readonly guess: TableGuess
  /** What the person chose. */
  readonly choice: TableOptions | undefined
  readonly own: KizunaTableKind | undefined
}

/** Scans a table. One with mismatched quotation marks is parsed by Papa Parse first, and reported to the collector. */
export function readCsvTable(file: InputFile, choice: TableOptions | undefined, collector?: GraphCollector): CsvTable {
  const dialect = csvDialectOfFile(file, choice)!
  const own = kizunaTableKindOf(file)
  const scanned = scanFile(file, dialect, collector)
  const cells = new CsvCellReader(scanned)
  const first = Math.min(scanned.rows, sampledRows)
  const rows = Array.from({ length: first }, (_, row) =>
    Array.from({ length: scanned.columns }, (__, column) => cells.text(row, column)),
  )
  return {
    cells,
    dialect,
    own,
    choice,
    guess: guessTableRoles(
      { name: file.name, rows, mayBeStatements: file.bytes.length <= maxStatementBytes },
      own === undefined ? choiceOrShape(choice, dialect) : kizunaTableChoice(own),
    ),
  }
}

function scanFile(file: InputFile, dialect: CsvDialect, collector?: GraphCollector): ScannedCsv {
  const { delimiters, startOffset, escape } = dialect
  const given = bytesOf(file).subarray(startOffset)
  const bytes = escape === 'backslash' ? withDoubledQuotes(given, delimiters) : given
  const scanned = scanCsv(bytes, delimiters)
  if (scanned === 'room')
    throw new FileFault(file.name, message('readFaults', 'mostRowsShort'), message('readFaults', 'evenRows'))
  if (scanned !== 'quotes') return scanned
  const again = scanCsv(withRepairedQuotes(file, { delimiters, startOffset }, collector), delimiters)
  if (typeof again === 'string')
    throw new FileFault(file.name, message('readFaults', 'brokenQuotes'), message('readFaults', 'exportAgain'))
  return again
}

function bytesOf(file: InputFile): Uint8Array {
  const { utf8 } = file
  if (!file.head.includes('\r') || file.head.includes('\n')) return utf8
  return utf8.map((byte) => (byte === 0x0d ? 0x0a : byte))
}

/** A table with mismatched quotation marks, as Papa Parse reads it, written again with correct ones. */
function withRepairedQuotes(
  file: InputFile,
  { delimiters, startOffset }: Pick<CsvDialect, 'delimiters' | 'startOffset'>,
  collector?: GraphCollector,
): Uint8Array {
  const delimiter = String.fromCharCode(delimiters.separator)
  const quoteChar = String.fromCharCode(delimiters.quote)
  const text = new TextDecoder().decode(bytesOf(file).subarray(startOffset))
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, quoteChar, skipEmptyLines: true })
  for (const { row = 0, code } of errors) {
    const detail = message('readFaults', code === 'MissingQuotes' ? 'unclosedQuote' : 'textAfterQuote')
    const example = message('files', 'exampleQuote', { row: row + 1, detail })
    collector?.repair('broken quotes', example, message('files', 'quotesKept'))
  }
  return encoder.encode(Papa.unparse(data, { delimiter, quoteChar, newline: '\n' }))
}
