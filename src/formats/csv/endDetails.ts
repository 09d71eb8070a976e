import type { ColumnRole } from '../../model/importReport'
import type { GraphCollector } from '../collect/graphCollector'
import type { CsvCellReader } from './csvCellReader'

const NO_ROW = 0xffffffff

/** Roles of columns in a table of edges that say something of their ends. */
export const endDetailRoles: readonly ColumnRole[] = ['sourceType', 'targetType', 'sourceLabel', 'targetLabel']

/** Gives the ends of edges their types and labels; `rows` are the edges by row of the table, `columnOf` gives the column of a role. */
export function collectEndDetails(
  collector: GraphCollector,
  cells: CsvCellReader,
  rows: Uint32Array,
  columnOf: (role: ColumnRole) => number | undefined,
): void {
  const columns = endDetailRoles.flatMap((role) => {
    const column = columnOf(role)
    return column === undefined ? [] : [[role, column] as const]
  })
  if (columns.length === 0) return
  for (const edge of rows)
    if (edge !== NO_ROW) {
      collector.ensureNode(collector.source.at(edge))
      collector.ensureNode(collector.target.at(edge))
    }
  for (const [role, column] of columns) {
    const ends = role.startsWith('source') ? collector.source : collector.target
    const isType = role.endsWith('Type')
    const builder = isType ? collector.nodes.column((collector.declaredColumns.type ??= 'type')) : collector.labels
    rows.forEach((edge, row) => {
      if (edge === NO_ROW || !cells.read(row, column) || !cells.trim()) return
      const node = collector.ensureNode(ends.at(edge))
      if (!builder.has(node)) builder.setBytes(node, cells.source, cells.from, cells.to)
    })
  }
}

/** Gives nodes the type of their table, and adds an edge for each cell that is the id of another table's row. */
export function collectReferences(
  collector: GraphCollector,
  { names, file }: { readonly names: readonly string[]; readonly file: string },
  rows: Uint32Array,
  codeAt: (row: number, column: number) => number | undefined,
): void {
  const { references, type } = collector.tableRelations.get(file)!
  if (type !== undefined) {
    const types = collector.nodes.column((collector.declaredColumns.type ??= 'type'))
    for (const row of rows) if (row !== NO_ROW && !types.has(row)) types.setText(row, type)
  }
  for (const name of references.keys()) {
    const column = names.indexOf(name)
    const relations = collector.edges.column((collector.declaredColumns.predicate ??= 'relation'))
    rows.forEach((node, row) => {
      const target = node === NO_ROW ? undefined : codeAt(row, column)
      if (target !== undefined)
        relations.setText(collector.addEdge(collector.codeOfRow.at(node), target, 'directed'), name)
    })
  }
}

/** What stands before the ids of a column, so that ids of different tables differ; '' for nothing. */
export function idPrefix(collector: GraphCollector, file: string, name: string, isOwnId: boolean): string {
  const relations = collector.tableRelations.get(file)
  return isOwnId ? (relations?.prefix ?? '') : (relations?.references.get(name)?.prefix ?? '')
}
