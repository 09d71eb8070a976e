import type { Column } from '../model/columns'
import { cellAt } from '../model/columns'
import type { Attributes, Graph } from '../model/graph'

/** What stands in a cell. */
export type Cell = string | number | readonly string[]

/** A column of a file of nodes or edges that has typed columns. */
export interface Attribute {
  readonly id: string
  readonly type: 'string' | 'double' | 'integer' | 'liststring'
  /** The cell of a row; undefined where there is none. */
  readonly cell: (graph: Graph, row: number) => Cell | undefined
}

const typeOf = (column: Column): Attribute['type'] =>
  column.kind === 'number' ? 'double' : column.kind === 'list' ? 'liststring' : 'string'

/** The columns that an opened file brought, as attributes. */
export const keysOfColumns = (columns: Attributes): Attribute[] =>
  [...columns].map(([id, column]) => ({
    id,
    type: typeOf(column),
    cell: (_: Graph, row: number) => cellAt(column, row),
  }))

/** A list in a single text, as GEXF writes it: items joined by a bar, bars and backslashes inside them escaped. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\|]/g, '\\$&')).join('|')

/** Reads such a list; also the bracketed and comma-separated lists that other programs write. */
export function splitList(text: string): string[] {
  const inner = /^\[(.*)\]$/s.exec(text)?.[1] ?? text
  const separator = inner.includes('|') ? '|' : /[,;]/.exec(inner)?.[0]
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < inner.length; at++) {
    const letter = inner[at]!
    if (letter === '\\' && /[\\|]/.test(inner[at + 1] ?? '')) part += inner[++at]!
    else if (letter === separator) {
      parts.push(part)
      part = ''
    } else part += letter
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '')
}
