import { rowsOfGroup, NONE, textAt } from '../../model/columns'
import { formatDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { nodeRowById, statementsByEdge } from '../../model/graph'
import type { Source } from '../../model/records'
import { statementRecordAt } from '../../model/rowRecords'
import { formatStatementValue } from '../../model/value'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from './subgraphRows'

/** Who asserts a statement: the node that it is attributed to, else the source's author or publisher. */
export function asserterName(graph: Graph, row: number): string {
  const by = graph.statements.by[row]!
  return by === NONE ? authorOf(graph, graph.sources[graph.statements.source[row]!]!) : textAt(graph.nodes.label, by)
}

function authorOf(graph: Graph, { author, publisher, title }: Source): string {
  const row = nodeRowById(graph).get(author ?? '')
  return row === undefined ? (author ?? publisher ?? title) : textAt(graph.nodes.label, row)
}

/** One statement's answers in a line: how sure, who, when, in what document and where in it, with what nuance. */
function statementEvidenceLine(graph: Graph, row: number): string {
  const { status, polarity, value, date, locator, note, derived } = statementRecordAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const facts = [
    value && formatStatementValue(value, formatDate),
    polarity === 'negative' ? `${status}, negative` : status,
    `says ${asserterName(graph, row)}`,
    date && `for ${formatDate(date)}`,
    `${source.title}${locator ? `, ${locator}` : ''}${source.date ? ` (${formatDate(source.date)})` : ''}`,
    derived && `computed: ${derived.formula}`,
    note,
  ]
  return facts.filter(Boolean).join('; ')
}

/** The statements behind an edge, one line each. */
export const edgeEvidenceText = (graph: Graph, edge: number): string =>
  Array.from(rowsOfGroup(statementsByEdge(graph), edge), (row) => statementEvidenceLine(graph, row)).join('\n')

/** A source as a reference: author or publisher, title, date, address. */
export function citationText(graph: Graph, source: Source): string {
  const author = authorOf(graph, source)
  const said = [author, source.title, source.publisher === author ? undefined : source.publisher]
  return [...said, source.date && formatDate(source.date), source.url].filter(Boolean).join('. ')
}

/** The sources of a part, as references. */
export const citationsOfSubgraph = (part: Subgraph): string[] =>
  rowsOfSubgraph(part).sources.map((row) => citationText(part.graph, part.graph.sources[row]!))

/** How an export was made, in words. */
export function provenanceSentence({ dataset, filter, scope, date }: ExportProvenance): string {
  const version = dataset.version ? `, version ${dataset.version}` : ''
  const what = scope === 'selected' ? 'the selected part' : filter ? `filter ${filter}` : 'everything'
  return `${dataset.title}${version}; ${what}${date && `; exported ${date}`} with Kizuna`
}
