import type { Column } from '../../model/columns'
import { cellAt, NONE } from '../../model/columns'
import type { AttributeColumns, Graph } from '../../model/graph'

/** The value of a cell. */
export type ExportCellValue = string | number | readonly string[]

/** A typed column of nodes or edges in an exported file. */
export interface ExportColumn {
  readonly id: string
  readonly type: 'string' | 'double' | 'integer' | 'liststring'
  /** The cell of a row; undefined if there is none. */
  readonly cell: (graph: Graph, row: number) => ExportCellValue | undefined
  /** The column with the cells; undefined if they are computed. */
  readonly column?: Column
}

const typeOf = (column: Column): ExportColumn['type'] =>
  column.kind === 'number' ? 'double' : column.kind === 'list' ? 'liststring' : 'string'

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
