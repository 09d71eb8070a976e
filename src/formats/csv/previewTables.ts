import type { TableChoice, TablePreview } from '../../model/importReport'
import { gapsIn, roleWords, rolesIn } from '../../model/tableOptions'
import type { FileIn } from '../io/inputFile'
import { CellReader } from './csvCellReader'
import { guessTable, type Guess } from './guessTableRoles'
import { ownTable } from './kizunaTable'
import { isTable } from './read'
import { scan } from './scanCsv'
import { tableDialect } from './csvTable'

const shownRows = 8
const sampledRows = 200
const encoder = new TextEncoder()

/** What a person is shown of each file that is a table, before it is read. Only the beginning of a file is looked at. */
export const previewTables = (files: readonly FileIn[]): TablePreview[] => files.filter(isTable).flatMap(preview)

function preview(file: FileIn): TablePreview[] {
  const dialect = tableDialect(file)
  if (!dialect) return []
  const rows = firstRows(file, dialect)
  const guess = guessTable({ name: file.name, rows })
  const choice: TableChoice = { rows: guess.rows, header: guess.header, columns: guess.columns }
  const shown = { name: file.name, header: guess.names }
  return [
    {
      ...shown,
      own: ownTable(file) !== undefined,
      separator: dialect.separator,
      rows: rows.slice(guess.header ? 1 : 0).slice(0, shownRows),
      guess: choice,
      columns: wordsFor(guess, choice),
      gaps: gapsIn(shown, choice),
    },
  ]
}

/** The first rows as texts; the last one of a long file may have been cut, and is left out. */
function firstRows(file: FileIn, { marks, from }: NonNullable<ReturnType<typeof tableDialect>>): string[][] {
  const bytes = encoder.encode(file.head).subarray(from)
  const scanned = scan(bytes, marks, sampledRows)
  const table = typeof scanned === 'string' ? scan(bytes, { ...marks, quote: 0 }, sampledRows) : scanned
  if (typeof table === 'string') return []
  const cells = new CellReader(table)
  const whole = table.rows < sampledRows && file.bytes.length > bytes.length ? table.rows - 1 : table.rows
  return Array.from({ length: whole }, (_, row) =>
    Array.from({ length: table.columns }, (__, column) => cells.text(row, column)),
  )
}

const wordsFor = ({ names }: Guess, choice: TableChoice): string[] =>
  rolesIn({ header: names }, choice).map((role) => roleWords[role])
