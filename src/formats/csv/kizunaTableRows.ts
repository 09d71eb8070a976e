import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { CsvCellReader } from './csvCellReader'
import { startsLikeFormula, listFromCsvCell } from './kizunaTable'
import { scanCsv } from './scanCsv'

const COMMA = 0x2c
const QUOTE = 0x22
const APOSTROPHE = 0x27
const decoder = new TextDecoder()

/** A row of one of Kizuna's own tables: its cells by the names of their columns. */
export interface KizunaTableRow {
  /** As spreadsheets count: the header is row 1. */
  readonly row: number
  /** What stands in a cell; undefined where it is empty or there is no such column. */
  readonly text: (column: string) => string | undefined
  /** A number; a text that is none stays a text, for the schema to refuse. */
  readonly number: (column: string) => number | string | undefined
  readonly list: (column: string) => string[] | undefined
}

/** The rows of one of Kizuna's own tables. Throws a FileFault where its quotes are broken. */
export function readKizunaTableRows(file: InputFile): KizunaTableRow[] {
  const scanned = scanCsv(file.utf8, { separator: COMMA, quote: QUOTE })
  if (typeof scanned === 'string')
    throw new FileFault(file.name, 'its quotes are broken', 'Export the tables again from Kizuna.')
  const cells = new CsvCellReader(scanned)
  const columns = new Map(Array.from({ length: scanned.columns }, (_, column) => [cells.text(0, column), column]))
  return Array.from({ length: Math.max(0, scanned.rows - 1) }, (_, at): KizunaTableRow => {
    const text = (name: string) => {
      const column = columns.get(name)
      return column === undefined ? undefined : ownText(cells, at + 1, column)
    }
    return {
      row: at + 2,
      text,
      number: (name) => {
        const said = text(name)
        const value = Number(said)
        return said === undefined || Number.isNaN(value) || said.trim() === '' ? said : value
      },
      list: (name) => {
        const said = text(name)
        return said === undefined ? undefined : listFromCsvCell(said)
      },
    }
  })
}

/** A cell without the apostrophe that keeps a spreadsheet from computing it. */
function ownText(cells: CsvCellReader, row: number, column: number): string | undefined {
  if (!cells.read(row, column)) return undefined
  const { source, from, to } = cells
  const guarded = source[from] === APOSTROPHE && startsLikeFormula(source, from, to)
  return decoder.decode(source.subarray(guarded ? from + 1 : from, to))
}
