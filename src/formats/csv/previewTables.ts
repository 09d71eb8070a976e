import type { ImportOptions, TableOptions, TablePreview } from '../../model/importReport'
import { missingRoleNotes, columnRolesOf, tableOptionsFor } from '../../model/tableOptions'
import type { InputFile } from '../io/inputFile'
import { CsvCellReader } from './csvCellReader'
import { withDoubledQuotes, type CsvDialect } from './csvDialect'
import { guessTableRoles } from './guessTableRoles'
import { kizunaTableKindOf } from './kizunaTable'
import { isCsvFile } from './read'
import { scanCsv } from './scanCsv'
import { choiceOrShape, csvDialectOfFile, maxStatementBytes } from './csvTable'

/** Number of rows that are shown, and that roles are guessed from. */
const shownRows = 20
const sampledRows = 200
const encoder = new TextEncoder()

/**
 * Previews of the files that are tables, for choosing the roles of columns. Reads only the beginning of each file. What the
 * person chose of encoding, separator and quotation marks is applied; roles are guessed again.
 */
export const previewTables = (files: readonly InputFile[], tables?: ImportOptions['tables']): TablePreview[] =>
  files.filter(isCsvFile).flatMap((file) => previewOfTable(file, tableOptionsFor(tables, file.name)) ?? [])

export function previewOfTable(file: InputFile, choice?: TableOptions): TablePreview | undefined {
  const dialect = csvDialectOfFile(file, choice)
  if (!dialect) return undefined
  const rows = firstRows(file, dialect)
  const mayBeStatements = file.bytes.length <= maxStatementBytes
  const guess = guessTableRoles({ name: file.name, rows, mayBeStatements }, choiceOrShape(undefined, dialect))
  const options: TableOptions = { rows: guess.rows, header: guess.header, columns: guess.columns }
  const named = { name: file.name, header: guess.names }
  const { quote } = dialect.delimiters
  return {
    ...named,
    own: kizunaTableKindOf(file) !== undefined,
    separator: dialect.separator,
    quote: quote === 0 ? '' : quote === 0x27 ? "'" : '"',
    escape: dialect.escape,
    encoding: file.encoding,
    encodingFrom:
      file.chosenEncoding !== undefined
        ? 'choice'
        : file.guessedEncoding !== undefined
          ? 'guess'
          : file.isPlainUtf8
            ? 'default'
            : 'mark',
    rows: rows.slice(guess.header ? 1 : 0).slice(0, shownRows),
    guess: options,
    columns: columnRolesOf(named, options),
    gaps: missingRoleNotes(named, options),
  }
}

/** The cells of the first rows. The last row of a long file may be cut off, so it is left out. */
function firstRows(file: InputFile, { delimiters, startOffset, escape }: CsvDialect): string[][] {
  const given = encoder.encode(file.head).subarray(startOffset)
  const bytes = escape === 'backslash' ? withDoubledQuotes(given, delimiters) : given
  const scanned = scanCsv(bytes, delimiters, sampledRows)
  const table = typeof scanned === 'string' ? scanCsv(bytes, { ...delimiters, quote: 0 }, sampledRows) : scanned
  if (typeof table === 'string') return []
  const cells = new CsvCellReader(table)
  const complete = table.rows < sampledRows && file.bytes.length > bytes.length ? table.rows - 1 : table.rows
  return Array.from({ length: complete }, (_, row) =>
    Array.from({ length: table.columns }, (__, column) => cells.text(row, column)),
  )
}
