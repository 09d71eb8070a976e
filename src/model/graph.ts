import type { CategoryColumn, Column, Groups, ListColumn, NumberColumn, TextColumn } from './columns'
import { groupBy, textAt } from './columns'
import type { About, Dispute, Outcome, Source } from './records'
import type { Schema } from './schema'

/** Columns that only some graphs have, by name. */
export type Attributes = ReadonlyMap<string, Column>

export interface NodeTable {
  readonly count: number
  readonly id: TextColumn
  readonly type: CategoryColumn
  readonly label: TextColumn
  /** Position in units of the layout, y upwards; NaN where none is known. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** Names, summary, coordinates and whatever a foreign file brought. */
  readonly attributes: Attributes
}

export interface EdgeTable {
  readonly count: number
  readonly id: TextColumn
  /** Rows of the node table. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly predicate: CategoryColumn
  readonly attributes: Attributes
}

export interface FigureTable {
  readonly count: number
  readonly id: TextColumn
  /** Row of the node table. */
  readonly subject: Uint32Array
  readonly predicate: CategoryColumn
}

/** What the statements with a value say; the columns that do not apply to a value's kind are NaN, NONE or empty. */
export interface ValueColumns {
  readonly kind: CategoryColumn
  readonly amount: NumberColumn
  readonly low: NumberColumn
  readonly high: NumberColumn
  /** 1 where the source rounds. */
  readonly about: Uint8Array
  readonly unit: CategoryColumn
  /** The words of a text, or the EDTF of a date. */
  readonly text: TextColumn
}

export interface StatementTable {
  readonly count: number
  readonly id: TextColumn
  /** Row of the edge, or of the figure, that the statement is part of; the other one is NONE. */
  readonly edge: Uint32Array
  readonly figure: Uint32Array
  readonly status: CategoryColumn
  /** 1 where the polarity is negative. */
  readonly negative: Uint8Array
  /** Row of the node that asserts it; NONE where that is the source's author. */
  readonly by: Uint32Array
  /** Index into `sources`. */
  readonly source: Uint32Array
  readonly date: TextColumn
  readonly locator: TextColumn
  readonly note: TextColumn
  readonly value: ValueColumns
  readonly formula: TextColumn
  /** Ids of the statements that a derived value was computed from. */
  readonly inputs: ListColumn
  /** By when it should have come about, as EDTF. */
  readonly due: TextColumn
  /** What became of it, for the few rows of which that is told. */
  readonly outcomes: ReadonlyMap<number, Outcome>
  /** Ids of the research notes that it was made from. */
  readonly research: ListColumn
}

/**
 * The graph: immutable and columnar. A million-edge file and a data set full of evidence have the same shape; in the
 * former the tables of figures, statements and sources are empty. Rows are handed out as records by `rows.ts`.
 */
export interface Graph {
  readonly about: About
  readonly schema: Schema
  readonly nodes: NodeTable
  readonly edges: EdgeTable
  readonly figures: FigureTable
  readonly statements: StatementTable
  readonly sources: readonly Source[]
  readonly disputes: readonly Dispute[]
}

/** Computes once for each graph and forgets with it: how indexes are built on demand over an immutable graph. */
export function perGraph<Result>(compute: (graph: Graph) => Result): (graph: Graph) => Result {
  const known = new WeakMap<Graph, Result>()
  return (graph) => {
    let result = known.get(graph)
    if (result === undefined) known.set(graph, (result = compute(graph)))
    return result
  }
}

const index = (column: TextColumn, count: number): ReadonlyMap<string, number> => {
  const rows = new Map<string, number>()
  for (let row = 0; row < count; row++) rows.set(textAt(column, row), row)
  return rows
}

/** Row of each node by its id. */
export const nodeRows = perGraph((graph) => index(graph.nodes.id, graph.nodes.count))
/** Row of each edge by its id. */
export const edgeRows = perGraph((graph) => index(graph.edges.id, graph.edges.count))
/** Row of each figure by its id. */
export const figureRows = perGraph((graph) => index(graph.figures.id, graph.figures.count))
/** Row of each statement by its id. */
export const statementRows = perGraph((graph) => index(graph.statements.id, graph.statements.count))

/** Edge rows by the row of their source, of their target, and statement and figure rows by what they belong to. */
export const edgesOut = perGraph((graph) => groupBy(graph.edges.source, graph.nodes.count))
export const edgesIn = perGraph((graph) => groupBy(graph.edges.target, graph.nodes.count))
export const figuresOf = perGraph((graph) => groupBy(graph.figures.subject, graph.nodes.count))
export const statementsOfEdge = perGraph((graph) => groupBy(graph.statements.edge, graph.edges.count))
export const statementsOfFigure = perGraph((graph) => groupBy(graph.statements.figure, graph.figures.count))

export interface Adjacency extends Groups {
  /** The node at the other end of the edge `rows[i]`. */
  readonly neighbours: Uint32Array
}

/** Both directions at once: for each node its edges and the nodes at their other ends. A loop stands twice. */
export const adjacency = perGraph((graph): Adjacency => {
  const { source, target, count } = graph.edges
  const ends = new Uint32Array(count * 2)
  ends.set(source)
  ends.set(target, count)
  const { offsets, rows: halves } = groupBy(ends, graph.nodes.count)
  const rows = halves.map((half) => half % count)
  const neighbours = halves.map((half) => (half < count ? target[half]! : source[half - count]!))
  return { offsets, rows, neighbours }
})

/** Number of edges at each node. */
export const degrees = perGraph((graph) => {
  const { offsets } = adjacency(graph)
  return Uint32Array.from({ length: graph.nodes.count }, (_, row) => offsets[row + 1]! - offsets[row]!)
})
