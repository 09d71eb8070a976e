import type { TableOptions, TablePreview } from '../../model/importReport'
import { missingRoleNotes, columnRolesOf } from '../../model/tableOptions'
import type { InputFile } from '../io/inputFile'
import { CsvCellReader } from './csvCellReader'
import { guessTableRoles } from './guessTableRoles'
import { kizunaTableKindOf } from './kizunaTable'
import { isCsvFile } from './read'
import { scanCsv } from './scanCsv'
import { csvDialectOfFile } from './csvTable'

/** Number of rows that are shown, and that roles are guessed from. */
const shownRows = 8
const sampledRows = 200
const encoder = new TextEncoder()

/** Previews of the files that are tables, for choosing the roles of columns. Reads only the beginning of each file. */
export const previewTables = (files: readonly InputFile[]): TablePreview[] => files.filter(isCsvFile).flatMap(preview)

function preview(file: InputFile): TablePreview[] {
  const dialect = csvDialectOfFile(file)
  if (!dialect) return []
  const rows = firstRows(file, dialect)
  const guess = guessTableRoles({ name: file.name, rows })
  const choice: TableOptions = { rows: guess.rows, header: guess.header, columns: guess.columns }
  const named = { name: file.name, header: guess.names }
  return [
    {
      ...named,
      own: kizunaTableKindOf(file) !== undefined,
      separator: dialect.separator,
      rows: rows.slice(guess.header ? 1 : 0).slice(0, shownRows),
      guess: choice,
      columns: columnRolesOf(named, choice),
      gaps: missingRoleNotes(named, choice),
    },
  ]
}

/** The cells of the first rows. The last row of a long file may be cut off, so it is left out. */
function firstRows(
  file: InputFile,
  { delimiters, startOffset }: NonNullable<ReturnType<typeof csvDialectOfFile>>,
): string[][] {
  const bytes = encoder.encode(file.head).subarray(startOffset)
  const scanned = scanCsv(bytes, delimiters, sampledRows)
  const table = typeof scanned === 'string' ? scanCsv(bytes, { ...delimiters, quote: 0 }, sampledRows) : scanned
  if (typeof table === 'string') return []
  const cells = new CsvCellReader(table)
  const complete = table.rows < sampledRows && file.bytes.length > bytes.length ? table.rows - 1 : table.rows
  return Array.from({ length: complete }, (_, row) =>
    Array.from({ length: table.columns }, (__, column) => cells.text(row, column)),
  )
}
