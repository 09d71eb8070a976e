import type { CategoryColumn, Column, ListColumn, NumberColumn, RowGroups, TextColumn } from './columns'
import { groupRowsByKey } from './columns'
import type { DatasetInfo, Dispute, Outcome, Source } from './records'
import { RowIndex } from './rowIndex'
import type { Schema } from './schema'

/** Further columns by name, which not every graph has. */
export type AttributeColumns = ReadonlyMap<string, Column>

export interface NodeTable {
  readonly count: number
  readonly id: TextColumn
  readonly type: CategoryColumn
  readonly label: TextColumn
  /** Position in layout units, y upwards; NaN if unknown. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** Names, summary, coordinates, and the columns of foreign files. */
  readonly attributes: AttributeColumns
}

export interface EdgeTable {
  readonly count: number
  readonly id: TextColumn
  /** Rows of the node table. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly predicate: CategoryColumn
  /** Index into `edgeDirections`. */
  readonly direction: Uint8Array
  readonly attributes: AttributeColumns
}

export interface FigureTable {
  readonly count: number
  readonly id: TextColumn
  /** Row of the node table. */
  readonly subject: Uint32Array
  readonly predicate: CategoryColumn
}

/** The values of statements. Cells that do not apply to a value's kind are NaN, NONE or empty. */
export interface ValueColumns {
  readonly kind: CategoryColumn
  readonly amount: NumberColumn
  readonly low: NumberColumn
  readonly high: NumberColumn
  /** 1 if the source rounds. */
  readonly about: Uint8Array
  readonly unit: CategoryColumn
  /** A text, or a date in EDTF. */
  readonly text: TextColumn
}

export interface StatementTable {
  readonly count: number
  readonly id: TextColumn
  /** Row of the edge or figure that the statement belongs to; the other of the two is NONE. */
  readonly edge: Uint32Array
  readonly figure: Uint32Array
  readonly status: CategoryColumn
  /** 1 if the polarity is negative. */
  readonly negative: Uint8Array
  /** Row of the node that asserts it; NONE if that is the source's author. */
  readonly by: Uint32Array
  /** Index into `sources`. */
  readonly source: Uint32Array
  readonly date: TextColumn
  readonly locator: TextColumn
  readonly note: TextColumn
  readonly value: ValueColumns
  readonly formula: TextColumn
  /** Ids of the statements that a derived value is computed from. */
  readonly inputs: ListColumn
  /** The date by which it should happen, as EDTF. */
  readonly due: TextColumn
  /** Outcomes by row, for the few statements that have one. */
  readonly outcomes: ReadonlyMap<number, Outcome>
  /** Ids of the research notes that it was made from. */
  readonly research: ListColumn
}

/**
 * The graph: immutable and columnar. A file with a million edges and a data set full of evidence have the same shape; in the
 * former the tables of figures, statements and sources are empty. `rowRecords.ts` gives rows as records.
 */
export interface Graph {
  readonly about: DatasetInfo
  readonly schema: Schema
  readonly nodes: NodeTable
  readonly edges: EdgeTable
  readonly figures: FigureTable
  readonly statements: StatementTable
  readonly sources: readonly Source[]
  readonly disputes: readonly Dispute[]
}

/** A computation that runs once per key; `prime` sets a result that was computed elsewhere, such as in a worker. */
export interface Memoized<Key, Result> {
  (key: Key): Result
  readonly prime: (key: Key, result: Result) => void
}

/** Memoises per graph, for as long as the graph lives: how indexes are built on demand over an immutable graph. */
export const memoizeByGraph = <Result>(compute: (graph: Graph) => Result): Memoized<Graph, Result> =>
  memoizeByPart((graph) => graph, compute)

/**
 * Memoises per part of a graph. Graphs that share the part, such as before and after adding a column, share the result. The
 * result must depend on nothing but that part.
 */
export function memoizeByPart<Part extends object, Result>(
  part: (graph: Graph) => Part,
  compute: (graph: Graph) => Result,
): Memoized<Graph, Result> {
  const results = new WeakMap<Part, Result>()
  const memoized = (graph: Graph): Result => {
    const key = part(graph)
    let result = results.get(key)
    if (result === undefined) results.set(key, (result = compute(graph)))
    return result
  }
  return Object.assign(memoized, { prime: (graph: Graph, result: Result) => void results.set(part(graph), result) })
}

/** Row of each node by its id. */
export const nodeRowIndex = memoizeByPart(
  ({ nodes }) => nodes.id,
  ({ nodes }) => new RowIndex(nodes.id),
)
/** Row of each edge by its id. */
export const edgeRowIndex = memoizeByPart(
  ({ edges }) => edges.id,
  ({ edges }) => new RowIndex(edges.id),
)
/** Row of each figure by its id. */
export const figureRowIndex = memoizeByPart(
  ({ figures }) => figures.id,
  ({ figures }) => new RowIndex(figures.id),
)
/** Row of each statement by its id. */
export const statementRowIndex = memoizeByPart(
  ({ statements }) => statements.id,
  ({ statements }) => new RowIndex(statements.id),
)

/** Edge rows by source row. */
export const outgoingEdges = memoizeByPart(
  ({ edges }) => edges.source,
  (graph) => groupRowsByKey(graph.edges.source, graph.nodes.count),
)
/** Edge rows by target row. */
export const incomingEdges = memoizeByPart(
  ({ edges }) => edges.target,
  (graph) => groupRowsByKey(graph.edges.target, graph.nodes.count),
)
/** Figure rows by the row of their subject. */
export const figuresByNode = memoizeByPart(
  ({ figures }) => figures.subject,
  (graph) => groupRowsByKey(graph.figures.subject, graph.nodes.count),
)
/** Statement rows by edge row. */
export const statementsByEdge = memoizeByGraph((graph) => groupRowsByKey(graph.statements.edge, graph.edges.count))
/** Statement rows by figure row. */
export const statementsByFigure = memoizeByGraph((graph) =>
  groupRowsByKey(graph.statements.figure, graph.figures.count),
)

interface Adjacency extends RowGroups {
  /** The node at the other end of the edge `rows[i]`. */
  readonly neighbours: Uint32Array
}

/** For each node its edges in both directions and the nodes at their other ends; a loop is listed twice. */
export const adjacency = memoizeByPart(
  ({ edges }) => edges.source,
  (graph): Adjacency => {
    const { source, target, count } = graph.edges
    const offsets = new Uint32Array(graph.nodes.count + 1)
    for (let edge = 0; edge < count; edge++) {
      offsets[source[edge]! + 1]!++
      offsets[target[edge]! + 1]!++
    }
    for (let node = 0; node < graph.nodes.count; node++) offsets[node + 1]! += offsets[node]!
    const next = offsets.slice()
    const rows = new Uint32Array(count * 2)
    const neighbours = new Uint32Array(count * 2)
    const put = (node: number, edge: number, other: number) => {
      const at = next[node]!++
      rows[at] = edge
      neighbours[at] = other
    }
    for (let edge = 0; edge < count; edge++) put(source[edge]!, edge, target[edge]!)
    for (let edge = 0; edge < count; edge++) put(target[edge]!, edge, source[edge]!)
    return { offsets, rows, neighbours }
  },
)

/** Number of edges at each node, by row; a loop counts twice. */
export const degrees = memoizeByPart(
  ({ edges }) => edges.source,
  (graph): Uint32Array => {
    const { offsets } = adjacency(graph)
    const degree = new Uint32Array(graph.nodes.count)
    for (let row = 0; row < degree.length; row++) degree[row] = offsets[row + 1]! - offsets[row]!
    return degree
  },
)

/** The indexes that every view needs, as plain data: a worker builds them and sends them with the graph. */
export interface GraphIndexes {
  readonly nodes: Uint32Array
  readonly edges: Uint32Array
  readonly adjacency: Adjacency
  readonly degrees: Uint32Array
}

/** The indexes of a graph, to be sent with it. */
export const graphIndexesOf = (graph: Graph): GraphIndexes => ({
  nodes: nodeRowIndex(graph).slots,
  edges: edgeRowIndex(graph).slots,
  adjacency: adjacency(graph),
  degrees: degrees(graph),
})

/** Sets the indexes that were sent with a graph, so that they are not computed again. */
export function adoptGraphIndexes(graph: Graph, indexes: GraphIndexes): void {
  nodeRowIndex.prime(graph, new RowIndex(graph.nodes.id, indexes.nodes))
  edgeRowIndex.prime(graph, new RowIndex(graph.edges.id, indexes.edges))
  adjacency.prime(graph, indexes.adjacency)
  degrees.prime(graph, indexes.degrees)
}
