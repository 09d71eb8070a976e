import { message } from '../../messages/message'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { CsvCellReader } from './csvCellReader'
import { startsLikeFormula, listFromCsvCell } from './kizunaTable'
import { scanCsv } from './scanCsv'

const COMMA = 0x2c
const QUOTE = 0x22
const APOSTROPHE = 0x27
const decoder = new TextDecoder()

/** A row of one of Kizuna's own tables: cells by column name. */
export interface KizunaTableRow {
  /** Row number as in a spreadsheet: the header is row 1. */
  readonly row: number
  /** The text of a cell; undefined if the cell is empty or the column is missing. */
  readonly text: (column: string) => string | undefined
  /** A cell as a number; text that is not a number is returned as it is, for the schema to reject. */
  readonly number: (column: string) => number | string | undefined
  readonly list: (column: string) => string[] | undefined
}

/** The rows of one of Kizuna's own tables. Throws a FileFault if its quotation marks do not match. */
export function readKizunaTableRows(file: InputFile): KizunaTableRow[] {
  const scanned = scanCsv(file.utf8, { separator: COMMA, quote: QUOTE })
  if (typeof scanned === 'string')
    throw new FileFault(file.name, message('readFaults', 'brokenQuotes'), message('readFaults', 'exportTablesAgain'))
  const cells = new CsvCellReader(scanned)
  const columns = new Map(Array.from({ length: scanned.columns }, (_, column) => [cells.text(0, column), column]))
  return Array.from({ length: Math.max(0, scanned.rows - 1) }, (_, at): KizunaTableRow => {
    const text = (name: string) => {
      const column = columns.get(name)
      return column === undefined ? undefined : unguardedText(cells, at + 1, column)
    }
    return {
      row: at + 2,
      text,
      number: (name) => {
        const cell = text(name)
        const value = Number(cell)
        return cell === undefined || Number.isNaN(value) || cell.trim() === '' ? cell : value
      },
      list: (name) => {
        const cell = text(name)
        return cell === undefined ? undefined : listFromCsvCell(cell)
      },
    }
  })
}

/** The text of a cell without the apostrophe that keeps spreadsheets from evaluating it as a formula. */
function unguardedText(cells: CsvCellReader, row: number, column: number): string | undefined {
  if (!cells.read(row, column)) return undefined
  const { source, from, to } = cells
  const guarded = source[from] === APOSTROPHE && startsLikeFormula(source, from, to)
  return decoder.decode(source.subarray(guarded ? from + 1 : from, to))
}
