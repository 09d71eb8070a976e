import type { CategoryColumn, Column, TextColumn } from './columns'
import { cellAt, NONE } from './columns'
import type { Graph } from './graph'

/** The value of a cell; undefined if it is empty. */
export type CellValue = string | number | readonly string[] | undefined

/** A change of one cell or of a whole column, with the value before and after. Rows keep their indexes. */
export type GraphChange =
  | {
      readonly of: 'node' | 'edge'
      readonly row: number
      /** `label` and `type` of a node, `predicate` of an edge, or the name of an attribute. */
      readonly field: string
      readonly cell: readonly [before: CellValue, after: CellValue]
    }
  | {
      readonly of: 'node' | 'edge'
      readonly field: string
      readonly column: readonly [before: Column | undefined, after: Column | undefined]
    }

/** Changes in the order in which they apply. */
export type GraphDiff = readonly GraphChange[]

/** The diff that undoes a diff. */
export const invertDiff = (diff: GraphDiff): GraphDiff =>
  diff.toReversed().map((change): GraphChange => {
    if ('cell' in change) return { ...change, cell: [change.cell[1], change.cell[0]] }
    return { ...change, column: [change.column[1], change.column[0]] }
  })

/** The change of one cell to a new value (`after`). */
export const cellChange = (
  graph: Graph,
  of: 'node' | 'edge',
  row: number,
  [field, after]: readonly [string, CellValue],
): GraphChange => ({
  of,
  row,
  field,
  cell: [cellOf(graph, of, row, field), after],
})

function cellOf(graph: Graph, of: 'node' | 'edge', row: number, field: string): CellValue {
  const column = columnOf(graph, of, field)
  return column && cellAt(column, row)
}

function columnOf({ nodes, edges }: Graph, of: 'node' | 'edge', field: string): Column | undefined {
  if (of === 'node' && (field === 'label' || field === 'type')) return nodes[field]
  if (of === 'edge' && field === 'predicate') return edges.predicate
  return (of === 'node' ? nodes : edges).attributes.get(field)
}

/** The graph after a diff. Columns that the diff does not change are shared with the graph before it, as are the indexes over them. */
export const applyDiff = (graph: Graph, diff: GraphDiff): Graph => diff.reduce(applyChange, graph)

function applyChange(graph: Graph, change: GraphChange): Graph {
  const { of, field } = change
  if ('column' in change) return withColumn(graph, of, field, change.column[1])
  const before = columnOf(graph, of, field)
  return withColumn(graph, of, field, before && withCell(before, change.row, change.cell[1]))
}

function withColumn(graph: Graph, of: 'node' | 'edge', field: string, column: Column | undefined): Graph {
  const table = of === 'node' ? graph.nodes : graph.edges
  const tableFields = of === 'node' ? ['label', 'type'] : ['predicate']
  if (tableFields.includes(field)) return withTable(graph, of, { ...table, [field]: column })
  const attributes = new Map(table.attributes)
  if (column) attributes.set(field, column)
  else attributes.delete(field)
  return withTable(graph, of, { ...table, attributes })
}

const withTable = (graph: Graph, of: 'node' | 'edge', table: Graph['nodes'] | Graph['edges']): Graph =>
  of === 'node' ? { ...graph, nodes: table as Graph['nodes'] } : { ...graph, edges: table as Graph['edges'] }

/** A column with another value in one row. Copies the whole typed array: faster than reading through an overlay. */
function withCell(column: Column, row: number, cell: CellValue): Column {
  switch (column.kind) {
    case 'number': {
      const values = column.values.slice()
      values[row] = typeof cell === 'number' ? cell : NaN
      return { kind: 'number', values }
    }
    case 'text':
      return withText(column, row, cell === undefined ? '' : String(cell))
    case 'category':
      return withCode(column, row, cell)
    case 'list': {
      const items = Array.isArray(cell) ? (cell as readonly string[]) : cell === undefined ? [] : [String(cell)]
      return withList(column, row, items)
    }
  }
}

function withCode({ codes, dictionary }: CategoryColumn, row: number, cell: CellValue): CategoryColumn {
  const changed = codes.slice()
  if (cell === undefined) changed[row] = NONE
  const code = cell === undefined ? 0 : dictionary.indexOf(String(cell))
  if (cell !== undefined) changed[row] = code < 0 ? dictionary.length : code
  return { kind: 'category', codes: changed, dictionary: code < 0 ? [...dictionary, String(cell)] : dictionary }
}

function withText({ bytes, offsets }: TextColumn, row: number, text: string): TextColumn {
  const written = new TextEncoder().encode(text)
  const [from, to] = [offsets[row]!, offsets[row + 1]!]
  const changed = new Uint8Array(bytes.length - (to - from) + written.length)
  changed.set(bytes.subarray(0, from))
  changed.set(written, from)
  changed.set(bytes.subarray(to), from + written.length)
  return { kind: 'text', bytes: changed, offsets: shiftOffsets(offsets, row, written.length - (to - from)) }
}

function withList(column: Extract<Column, { kind: 'list' }>, row: number, items: readonly string[]): Column {
  const { codes, offsets } = column
  const dictionary = [...column.dictionary]
  const written = items.map((item) => {
    const code = dictionary.indexOf(item)
    return code < 0 ? dictionary.push(item) - 1 : code
  })
  const [from, to] = [offsets[row]!, offsets[row + 1]!]
  const changed = new Uint32Array(codes.length - (to - from) + written.length)
  changed.set(codes.subarray(0, from))
  changed.set(written, from)
  changed.set(codes.subarray(to), from + written.length)
  return { kind: 'list', codes: changed, offsets: shiftOffsets(offsets, row, written.length - (to - from)), dictionary }
}

/** Offsets after a row's length has changed by `by`. */
function shiftOffsets(offsets: Uint32Array, row: number, by: number): Uint32Array {
  const changed = offsets.slice()
  if (by !== 0) for (let at = row + 1; at < changed.length; at++) changed[at]! += by
  return changed
}
