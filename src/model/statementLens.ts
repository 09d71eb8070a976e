import { NONE, pickCategoryRows, pickListRows, pickTypedArrayRows, pickTextRows } from './columns'
import { memoizeByGraph, type Graph, type StatementTable, type ValueColumns } from './graph'

const originals = new WeakMap<Graph, Graph>()

/** The graph before statements were filtered out of it; the graph itself if none were. */
export const graphBeforeLens = (graph: Graph): Graph => originals.get(graph) ?? graph

/**
 * The graph with only some of its statements (1 in the mask). Nodes, edges and figures keep their rows, so agreement and
 * corroboration follow from the remaining statements; an edge or figure that lost all support has no statements.
 */
export function keepStatements(graph: Graph, mask: Uint8Array): Graph {
  const rows = rowsInMask(mask)
  if (rows.length === graph.statements.count) return graph
  const filtered = { ...graph, statements: pickStatements(graph.statements, rows) }
  originals.set(filtered, graphBeforeLens(graph))
  return filtered
}

/** The rows that are 1 in a mask, in order. */
function rowsInMask(mask: Uint8Array): Uint32Array {
  const rows = new Uint32Array(mask.length)
  let count = 0
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) rows[count++] = row
  return rows.slice(0, count)
}

function pickStatements(table: StatementTable, rows: Uint32Array): StatementTable {
  const newRowOf = new Map(Array.from(rows, (row, at) => [row, at]))
  return {
    count: rows.length,
    id: pickTextRows(table.id, rows),
    edge: pickTypedArrayRows(table.edge, rows),
    figure: pickTypedArrayRows(table.figure, rows),
    status: pickCategoryRows(table.status, rows),
    negative: pickTypedArrayRows(table.negative, rows),
    by: pickTypedArrayRows(table.by, rows),
    source: pickTypedArrayRows(table.source, rows),
    date: pickTextRows(table.date, rows),
    locator: pickTextRows(table.locator, rows),
    note: pickTextRows(table.note, rows),
    value: pickValues(table.value, rows),
    formula: pickTextRows(table.formula, rows),
    inputs: pickListRows(table.inputs, rows),
    due: pickTextRows(table.due, rows),
    outcomes: new Map(
      [...table.outcomes].flatMap(([row, outcome]) =>
        newRowOf.has(row) ? [[newRowOf.get(row)!, outcome] as const] : [],
      ),
    ),
    research: pickListRows(table.research, rows),
  }
}

const pickValues = (value: ValueColumns, rows: Uint32Array): ValueColumns => ({
  kind: pickCategoryRows(value.kind, rows),
  amount: { kind: 'number', values: pickTypedArrayRows(value.amount.values, rows) },
  low: { kind: 'number', values: pickTypedArrayRows(value.low.values, rows) },
  high: { kind: 'number', values: pickTypedArrayRows(value.high.values, rows) },
  about: pickTypedArrayRows(value.about, rows),
  unit: pickCategoryRows(value.unit, rows),
  text: pickTextRows(value.text, rows),
})

/** Which nodes, edges and figures have a statement, one byte a row. A node has one as an end, as a subject or as an asserter. */
export interface StatementSupport {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  readonly figures: Uint8Array
}

export const statementSupportOf = memoizeByGraph(({ nodes, edges, figures, statements }): StatementSupport => {
  const support = {
    nodes: new Uint8Array(nodes.count),
    edges: new Uint8Array(edges.count),
    figures: new Uint8Array(figures.count),
  }
  for (let row = 0; row < statements.count; row++) {
    const edge = statements.edge[row]!
    const figure = statements.figure[row]!
    const by = statements.by[row]!
    if (edge !== NONE) support.edges[edge] = support.nodes[edges.source[edge]!] = support.nodes[edges.target[edge]!] = 1
    if (figure !== NONE) support.figures[figure] = support.nodes[figures.subject[figure]!] = 1
    if (by !== NONE) support.nodes[by] = 1
  }
  return support
})
