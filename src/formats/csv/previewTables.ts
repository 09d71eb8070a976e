import type { TableOptions, TablePreview } from '../../model/importReport'
import { missingRoleNotes, columnRoleLabels, columnRolesOf } from '../../model/tableOptions'
import type { InputFile } from '../io/inputFile'
import { CsvCellReader } from './csvCellReader'
import { guessTableRoles, type TableGuess } from './guessTableRoles'
import { kizunaTableKindOf } from './kizunaTable'
import { isCsvTable } from './read'
import { scanCsv } from './scanCsv'
import { csvDialectOfFile } from './csvTable'

const shownRows = 8
const sampledRows = 200
const encoder = new TextEncoder()

/** What a person is shown of each file that is a table, before it is read. Only the beginning of a file is looked at. */
export const previewTables = (files: readonly InputFile[]): TablePreview[] => files.filter(isCsvTable).flatMap(preview)

function preview(file: InputFile): TablePreview[] {
  const dialect = csvDialectOfFile(file)
  if (!dialect) return []
  const rows = firstRows(file, dialect)
  const guess = guessTableRoles({ name: file.name, rows })
  const choice: TableOptions = { rows: guess.rows, header: guess.header, columns: guess.columns }
  const shown = { name: file.name, header: guess.names }
  return [
    {
      ...shown,
      own: kizunaTableKindOf(file) !== undefined,
      separator: dialect.separator,
      rows: rows.slice(guess.header ? 1 : 0).slice(0, shownRows),
      guess: choice,
      columns: wordsFor(guess, choice),
      gaps: missingRoleNotes(shown, choice),
    },
  ]
}

/** The first rows as texts; the last one of a long file may have been cut, and is left out. */
function firstRows(
  file: InputFile,
  { delimiters, startOffset }: NonNullable<ReturnType<typeof csvDialectOfFile>>,
): string[][] {
  const bytes = encoder.encode(file.head).subarray(startOffset)
  const scanned = scanCsv(bytes, delimiters, sampledRows)
  const table = typeof scanned === 'string' ? scanCsv(bytes, { ...delimiters, quote: 0 }, sampledRows) : scanned
  if (typeof table === 'string') return []
  const cells = new CsvCellReader(table)
  const whole = table.rows < sampledRows && file.bytes.length > bytes.length ? table.rows - 1 : table.rows
  return Array.from({ length: whole }, (_, row) =>
    Array.from({ length: table.columns }, (__, column) => cells.text(row, column)),
  )
}

const wordsFor = ({ names }: TableGuess, choice: TableOptions): string[] =>
  columnRolesOf({ header: names }, choice).map((role) => columnRoleLabels[role])
