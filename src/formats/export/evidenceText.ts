import { rowsOfGroup, NONE, textAt } from '../../model/columns'
import { english } from '../../messages/englishFormatter'
import type { Graph } from '../../model/graph'
import { nodeRowIndex, statementsByEdge } from '../../model/graph'
import type { Source } from '../../model/records'
import { statementRecordAt } from '../../model/rowRecords'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from './subgraphRows'

/** The name of who asserts a statement: the node that it is attributed to, else the author or publisher of its source. */
export function asserterName(graph: Graph, row: number): string {
  const by = graph.statements.by[row]!
  return by === NONE ? authorOf(graph, graph.sources[graph.statements.source[row]!]!) : textAt(graph.nodes.label, by)
}

function authorOf(graph: Graph, { author, publisher, title }: Source): string {
  const row = nodeRowIndex(graph).get(author ?? '')
  return row === undefined ? (author ?? publisher ?? title) : textAt(graph.nodes.label, row)
}

/** A statement in one line: value, status, asserter, date, document with locator, formula and note. In English. */
function statementEvidenceLine(graph: Graph, row: number): string {
  const { status, polarity, value, date, locator, note, derived } = statementRecordAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const facts = [
    value && english.value(value),
    polarity === 'negative' ? `${status}, negative` : status,
    `says ${asserterName(graph, row)}`,
    date && `for ${english.date(date)}`,
    `${source.title}${locator ? `, ${locator}` : ''}${source.date ? ` (${english.date(source.date)})` : ''}`,
    derived && `computed: ${derived.formula}`,
    note,
  ]
  return facts.filter(Boolean).join('; ')
}

/** The statements behind an edge, one line each. */
export const edgeEvidenceText = (graph: Graph, edge: number): string =>
  Array.from(rowsOfGroup(statementsByEdge(graph), edge), (row) => statementEvidenceLine(graph, row)).join('\n')

/** A source as a reference: author, title, publisher, date, address. */
export function citationText(graph: Graph, source: Source): string {
  const author = authorOf(graph, source)
  const names = [author, source.title, source.publisher === author ? undefined : source.publisher]
  return [...names, source.date && english.date(source.date), source.url].filter(Boolean).join('. ')
}

/** The sources of a part, as references. */
export const citationsOfSubgraph = (part: Subgraph): string[] =>
  rowsOfSubgraph(part).sources.map((row) => citationText(part.graph, part.graph.sources[row]!))

/** How an export was made, as an English sentence. */
export function provenanceSentence({ dataset, filter, scope, date }: ExportProvenance): string {
  const version = dataset.version ? `, version ${dataset.version}` : ''
  const what = scope === 'selected' ? 'the selected part' : filter ? `filter ${filter}` : 'everything'
  return `${dataset.title}${version}; ${what}${date && `; exported ${date}`} with Kizuna`
}
