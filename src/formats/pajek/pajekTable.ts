import type { GraphCollector } from '../collect/graphCollector'
import { parseNumberText } from '../collect/parseNumber'

/** A partition or a vector: one number for each vertex. */
export interface PajekTable {
  readonly name: string
  /** Its first line, for the report. */
  readonly heading: string
  /** Number of vertices that it declares. */
  size: number
  readonly values: string[]
}

/**
 * Puts the tables that have a value for each vertex into columns. Returns the others, which belong to another network.
 * `rowOfVertex` gives the row of each vertex in their order.
 */
export function addPajekTables(
  collector: GraphCollector,
  tables: readonly PajekTable[],
  rowOfVertex: readonly number[],
): PajekTable[] {
  return tables.filter((table) => {
    if (table.size !== rowOfVertex.length || table.values.length > table.size) return true
    const column = collector.nodes.column(unusedName(collector, table.name), kindOf(table))
    table.values.forEach((value, at) => column.setText(rowOfVertex[at]!, value))
    return false
  })
}

const kindOf = ({ values }: PajekTable) =>
  values.every((value) => !Number.isNaN(parseNumberText(value))) ? 'number' : 'text'

/** A name that no column has: two partitions may have the same one. */
function unusedName({ nodes }: GraphCollector, name: string): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name} (${number})`
    if (!nodes.all.has(tried)) return tried
  }
}
