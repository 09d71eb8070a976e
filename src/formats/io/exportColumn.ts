import type { Column } from '../../model/columns'
import { cellAt, NONE } from '../../model/columns'
import type { AttributeColumns, Graph } from '../../model/graph'

/** What stands in a cell. */
export type ExportCellValue = string | number | readonly string[]

/** A column of a file of nodes or edges that has typed columns. */
export interface ExportColumn {
  readonly id: string
  readonly type: 'string' | 'double' | 'integer' | 'liststring'
  /** The cell of a row; undefined where there is none. */
  readonly cell: (graph: Graph, row: number) => ExportCellValue | undefined
  /** The column that the cells stand in; undefined where they are computed. */
  readonly column?: Column
}

const typeOf = (column: Column): ExportColumn['type'] =>
  column.kind === 'number' ? 'double' : column.kind === 'list' ? 'liststring' : 'string'

/** A column under a name; it may be called another type than it is. */
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

/** The columns that an opened file brought, as attributes. */
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

/** A list in a single text: items joined by a bar; bars and what other programs separate by are escaped inside of them. */
export const listToText = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\|,;[\]]/g, '\\$&')).join('|')

/** Reads such a list; also the bracketed and comma-separated lists that other programs write. */
export function listFromText(text: string): string[] {
  const inner = /^\[(.*[^\\])?\]$/s.exec(text) ? text.slice(1, -1) : text
  const letters = [...inner.matchAll(/\\([\\|,;[\]])|[^]/gu)]
  const plain = letters.filter(([, escaped]) => escaped === undefined).map(([letter]) => letter)
  const separator = plain.includes('|') ? '|' : plain.find((letter) => letter === ',' || letter === ';')
  const parts = ['']
  for (const [letter, escaped] of letters) {
    if (escaped === undefined && letter === separator) parts.push('')
    else parts[parts.length - 1] += escaped ?? letter
  }
  return parts.map((each) => each.trim()).filter((each) => each !== '')
}
