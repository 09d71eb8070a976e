import type { Column } from '../../model/columns'
import { cellAt, NONE, type NumberColumn } from '../../model/columns'
import type { AttributeColumns, Graph } from '../../model/graph'

/** The value of a cell. */
export type ExportCellValue = string | number | readonly string[]

/** A typed column of nodes or edges in an exported file. */
export interface ExportColumn {
  readonly id: string
  readonly type: 'string' | 'double' | 'integer' | 'long' | 'boolean' | 'iri' | 'liststring'
  /** The cell of a row; undefined if there is none. */
  readonly cell: (graph: Graph, row: number) => ExportCellValue | undefined
  /** The column with the cells; undefined if they are computed. */
  readonly column?: Column
}

function typeOf(column: Column): ExportColumn['type'] {
  if (column.kind === 'list') return 'liststring'
  if (column.kind === 'number') return column.datatype === 'decimal' ? 'double' : numberTypeOf(column)
  return column.datatype === 'boolean' || column.datatype === 'iri' ? column.datatype : 'string'
}

/** The smallest type that holds all numbers of a column. Numbers beyond 64 bits are doubles with more digits. */
function numberTypeOf({ values, digits }: NumberColumn): 'double' | 'integer' | 'long' {
  let size = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (Number.isNaN(value)) continue
    if (!Number.isInteger(value)) return 'double'
    if (Math.abs(value) > size) size = Math.abs(value)
  }
  for (const text of digits?.values() ?? []) if (!/^-?\d{1,18}$/.test(text)) size = Infinity
  if (size < 2 ** 31) return 'integer'
  return size < (digits ? 2 ** 63 : 2 ** 53) ? 'long' : 'double'
}

/** A column of the graph as a column of a file, under another name or type if given. */
export const exportColumn = (
  id: string,
  column: Column,
  type: ExportColumn['type'] = typeOf(column),
): ExportColumn => ({
  id,
  type,
  column,
  cell: (_, row) => cellAt(column, row),
})

/** The attributes of a graph as columns of a file. */
export const exportColumnsFromMap = (columns: AttributeColumns): ExportColumn[] =>
  [...columns].map(([id, column]) => exportColumn(id, column))

/** Whether a row has a cell. */
export function hasCell(column: Column, row: number): boolean {
  switch (column.kind) {
    case 'number':
      return !Number.isNaN(column.values[row])
    case 'category':
      return column.codes[row] !== NONE
    case 'text':
    case 'list':
      return column.offsets[row + 1]! > column.offsets[row]!
  }
}

/** A list as one text: items joined by a bar. In items, bars and the separators of other programs are escaped. */
export const listToText = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\|,;[\]]/g, '\\$&')).join('|')

/** Parses such a list, and also the bracketed and comma-separated lists that other programs write. */
export function listFromText(text: string): string[] {
  const content = /^\[(.*[^\\])?\]$/s.exec(text) ? text.slice(1, -1) : text
  const characters = [...content.matchAll(/\\([\\|,;[\]])|[^]/gu)]
  const unescaped = characters.filter(([, escaped]) => escaped === undefined).map(([character]) => character)
  const separator = unescaped.includes('|')
    ? '|'
    : unescaped.find((character) => character === ',' || character === ';')
  const parts = ['']
  for (const [character, escaped] of characters) {
    if (escaped === undefined && character === separator) parts.push('')
    else parts[parts.length - 1] += escaped ?? character
  }
  return parts.map((each) => each.trim()).filter((each) => each !== '')
}
