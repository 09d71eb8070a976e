import type { AttributeValue } from '../../model/records'
import type { GraphCollector } from './graphCollector'
import type { ColumnBuilder } from './columnBuilder'
import type { RecordCells, GraphRecords } from './graphRecords'

/** Puts records into a collector; for readers of formats with small files. */
export function collectRecords(collector: GraphCollector, { title, nodes, edges }: GraphRecords): void {
  collector.title ??= title
  const kindsOfNodes = columnKindsOf(nodes.map(({ cells }) => cells))
  const kindsOfEdges = columnKindsOf(edges.map(({ cells }) => cells))
  for (const { id, label, x, y, cells } of nodes) {
    const row = collector.addNode(collector.codeOfId(id))
    if (label !== undefined) collector.setLabel(row, label)
    if (x !== undefined && y !== undefined) collector.setPosition(row, x, y)
    for (const [name, cell] of Object.entries(cells)) {
      const builder = collector.nodes.column(name, kindsOfNodes.get(name))
      if (collector.mayWrite(builder, row)) putCell(builder, row, cell)
    }
  }
  for (const { id, source, target, direction, label, cells } of edges) {
    const row = collector.addEdge(collector.codeOfId(source), collector.codeOfId(target), direction)
    if (id !== undefined) collector.edgeIds.setText(row, id)
    if (label !== undefined) collector.edgeLabels.setText(row, label)
    for (const [name, cell] of Object.entries(cells))
      putCell(collector.edges.column(name, kindsOfEdges.get(name)), row, cell)
  }
}

/** Writes a cell of any kind into a column. */
function putCell(builder: ColumnBuilder, row: number, cell: AttributeValue): void {
  if (typeof cell === 'number') builder.setNumber(row, cell)
  else if (Array.isArray(cell)) builder.setList(row, cell)
  else builder.setText(row, String(cell))
}

/** The kind of each column: number if all cells are numbers, list if any is a list, else text. */
function columnKindsOf(rows: readonly RecordCells[]): Map<string, 'text' | 'number' | 'list'> {
  const kinds = new Map<string, 'text' | 'number' | 'list'>()
  for (const cells of rows)
    for (const [name, cell] of Object.entries(cells)) {
      const kind = typeof cell === 'number' ? 'number' : Array.isArray(cell) ? 'list' : 'text'
      const before = kinds.get(name)
      if (before === undefined) kinds.set(name, kind)
      else if (before !== kind && before !== 'list') kinds.set(name, kind === 'list' ? 'list' : 'text')
    }
  return kinds
}
