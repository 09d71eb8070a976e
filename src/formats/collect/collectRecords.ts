import type { Attribute } from '../../model/records'
import type { Collector } from './graphCollector'
import type { Sink } from './columnBuilder'
import type { Cells, Foreign } from './graphRecords'

/** Puts records into a collector: for readers of formats whose files are small. */
export function collectForeign(collector: Collector, { title, nodes, edges }: Foreign): void {
  collector.title ??= title
  const kindsOfNodes = kindsIn(nodes.map(({ cells }) => cells))
  const kindsOfEdges = kindsIn(edges.map(({ cells }) => cells))
  for (const { id, label, x, y, cells } of nodes) {
    const row = collector.node(collector.codeOf(id))
    if (label !== undefined) collector.labelText(row, label)
    if (x !== undefined && y !== undefined) collector.place(row, x, y)
    for (const [name, cell] of Object.entries(cells)) {
      const sink = collector.nodes.named(name, kindsOfNodes.get(name))
      if (collector.mayWrite(sink, row)) put(sink, row, cell)
    }
  }
  for (const { id, source, target, directed, label, cells } of edges) {
    const row = collector.edge(collector.codeOf(source), collector.codeOf(target), directed)
    if (id !== undefined) collector.edgeIds.text(row, id)
    if (label !== undefined) collector.edgeLabels.text(row, label)
    for (const [name, cell] of Object.entries(cells))
      put(collector.edges.named(name, kindsOfEdges.get(name)), row, cell)
  }
}

/** Puts a cell of any kind into a column. */
export function put(sink: Sink, row: number, cell: Attribute): void {
  if (typeof cell === 'number') sink.number(row, cell)
  else if (Array.isArray(cell)) sink.list(row, cell)
  else sink.text(row, String(cell))
}

/** The kind of each column: numbers where all cells are numbers, lists where any is a list, else text. */
export function kindsIn(rows: readonly Cells[]): Map<string, 'text' | 'number' | 'list'> {
  const kinds = new Map<string, 'text' | 'number' | 'list'>()
  for (const cells of rows)
    for (const [name, cell] of Object.entries(cells)) {
      const own = typeof cell === 'number' ? 'number' : Array.isArray(cell) ? 'list' : 'text'
      const known = kinds.get(name)
      if (known === undefined) kinds.set(name, own)
      else if (known !== own && known !== 'list') kinds.set(name, own === 'list' ? 'list' : 'text')
    }
  return kinds
}
