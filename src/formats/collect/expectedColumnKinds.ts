import type { Column } from '../../model/columns'
import { cellAt, listColumn, numberColumn } from '../../model/columns'
import { listFromText } from '../io/exportColumn'
import { parseNumberText } from './parseNumber'

const texts = new Set(['family', 'given', 'ja', 'kana', 'acronym', 'summary', 'summary_ja', 'wikidata'])
const numbers = new Set(['latitude', 'longitude'])

/**
 * Columns whose name has a meaning must be of the right kind. Aliases are split into a list; a column `family` of numbers
 * is not a family name, and is renamed "family (column)".
 */
export function withExpectedKind([name, column]: [string, Column]): [string, Column] {
  const textual = column.kind === 'text' || column.kind === 'category'
  if (name === 'aliases' && column.kind !== 'list') return [name, textual ? splitIntoLists(column) : column]
  if (numbers.has(name) && textual) return withNumbers(name, column)
  const fits = texts.has(name) ? textual : numbers.has(name) ? column.kind === 'number' : true
  return [fits ? name : `${name} (column)`, column]
}

/** Latitudes or longitudes from a format without numbers. Renamed if any cell is not a number. */
function withNumbers(name: string, column: Column): [string, Column] {
  const cells = Array.from({ length: rowCountOf(column) }, (_, row) => cellAt(column, row))
  const values = cells.map((cell) => (cell === undefined ? undefined : parseNumberText(String(cell))))
  return values.some(Number.isNaN) ? [`${name} (column)`, column] : [name, numberColumn(values)]
}

const splitIntoLists = (column: Column): Column =>
  listColumn(
    Array.from({ length: rowCountOf(column) }, (_, row) => {
      const cell = cellAt(column, row)
      return cell === undefined ? undefined : listFromText(String(cell))
    }),
  )

const rowCountOf = (column: Column): number =>
  column.kind === 'category'
    ? column.codes.length
    : column.kind === 'number'
      ? column.values.length
      : column.offsets.length - 1
