import { groupAt, NONE, textAt } from '../../model/columns'
import { readableDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { nodeRows, statementsOfEdge } from '../../model/graph'
import type { Source } from '../../model/records'
import { statementAt } from '../../model/rowRecords'
import { readableValue } from '../../model/value'
import type { Part, Recipe } from '../format'
import { rowsOf } from './subgraphRows'

/** Who asserts a statement: the node that it is attributed to, else the source's author or publisher. */
export function asserterOf(graph: Graph, row: number): string {
  const by = graph.statements.by[row]!
  return by === NONE ? authorOf(graph, graph.sources[graph.statements.source[row]!]!) : textAt(graph.nodes.label, by)
}

function authorOf(graph: Graph, { author, publisher, title }: Source): string {
  const row = nodeRows(graph).get(author ?? '')
  return row === undefined ? (author ?? publisher ?? title) : textAt(graph.nodes.label, row)
}

/** One statement's answers in a line: how sure, who, when, in what document and where in it, with what nuance. */
export function evidenceLine(graph: Graph, row: number): string {
  const { status, polarity, value, date, locator, note, derived } = statementAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const facts = [
    value && readableValue(value, readableDate),
    polarity === 'negative' ? `${status}, negative` : status,
    `says ${asserterOf(graph, row)}`,
    date && `for ${readableDate(date)}`,
    `${source.title}${locator ? `, ${locator}` : ''}${source.date ? ` (${readableDate(source.date)})` : ''}`,
    derived && `computed: ${derived.formula}`,
    note,
  ]
  return facts.filter(Boolean).join('; ')
}

/** The statements behind an edge, one line each. */
export const edgeEvidence = (graph: Graph, edge: number): string =>
  Array.from(groupAt(statementsOfEdge(graph), edge), (row) => evidenceLine(graph, row)).join('\n')

/** A source as a reference: author or publisher, title, date, address. */
export function citation(graph: Graph, source: Source): string {
  const author = authorOf(graph, source)
  const said = [author, source.title, source.publisher === author ? undefined : source.publisher]
  return [...said, source.date && readableDate(source.date), source.url].filter(Boolean).join('. ')
}

/** The sources of a part, as references. */
export const citationsOf = (part: Part): string[] =>
  rowsOf(part).sources.map((row) => citation(part.graph, part.graph.sources[row]!))

/** How an export was made, in words. */
export function recipeText({ dataset, filter, scope, date }: Recipe): string {
  const version = dataset.version ? `, version ${dataset.version}` : ''
  const what = scope === 'selected' ? 'the selected part' : filter ? `filter ${filter}` : 'everything'
  return `${dataset.title}${version}; ${what}${date && `; exported ${date}`} with Kizuna`
}
