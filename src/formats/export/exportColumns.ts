import { exportColumn, hasCell, exportColumnsFromMap, type ExportColumn } from '../io/exportColumn'
import type { Subgraph } from '../format'
import { edgeAgreements, figureAgreements } from '../../model/agreement'
import { formatDate } from '../../model/date'
import { disputesMentioning } from '../../model/disputes'
import { categoryAt, rowsOfGroup, NONE, type CategoryColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { figuresByNode, statementsByEdge, statementsByFigure } from '../../model/graph'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { predicatesById, nodeTypesById, statementValueAt } from '../../model/rowRecords'
import type { Predicate } from '../../model/schema'
import { formatStatementValue } from '../../model/value'
import { isRelationPredicate } from '../../model/predicates'
import { edgeEvidenceText } from './evidenceText'

/** What Kizuna knows of a node, in the order in which files list it; what the graph has no column of is left out. */
function ownNodeAttributes(graph: Graph): ExportColumn[] {
  const { type, attributes } = graph.nodes
  const types = nodeTypesById(graph)
  const named = (id: string, name: string, kind: ExportColumn['type']): ExportColumn[] => {
    const column = attributes.get(name)
    return column ? [exportColumn(id, column, kind)] : []
  }
  return [
    exportColumn('type', type),
    exportColumn(
      'type_label',
      withRenamedCategories(type, (id) => types.get(id)?.label),
    ),
    exportColumn(
      'family',
      withRenamedCategories(type, (id) => types.get(id)?.family || undefined),
    ),
    ...named('ja', 'ja', 'string'),
    ...named('kana', 'kana', 'string'),
    ...named('acronym', 'acronym', 'string'),
    ...named('family_name', 'family', 'string'),
    ...named('given_name', 'given', 'string'),
    ...named('aliases', 'aliases', 'liststring'),
    ...named('summary', 'summary', 'string'),
    ...named('wikidata', 'wikidata', 'string'),
    ...named('latitude', 'latitude', 'double'),
    ...named('longitude', 'longitude', 'double'),
    ...(graph.figures.count === 0 ? [] : [figures]),
  ]
}

const figures: ExportColumn = { id: 'figures', type: 'liststring', cell: figureLines }

/** The same rows with other texts; a text that becomes none leaves its rows empty. */
function withRenamedCategories(
  { codes, dictionary }: CategoryColumn,
  rename: (text: string) => string | undefined,
): CategoryColumn {
  const texts = dictionary.map(rename)
  const known = texts.map((text) => text ?? '')
  if (!texts.includes(undefined)) return { kind: 'category', codes, dictionary: known }
  const own = codes.map((code) => (code === NONE || texts[code] === undefined ? NONE : code))
  return { kind: 'category', codes: own, dictionary: known }
}

const statementCount = (graph: Graph, row: number) => rowsOfGroup(statementsByEdge(graph), row).length
const agreed = (graph: Graph, row: number) => edgeAgreements(graph)[row]!

/** What Kizuna knows of an edge: of its predicate, and of the statements behind it. */
function ownEdgeAttributes(graph: Graph): ExportColumn[] {
  const { predicate } = graph.edges
  const predicates = predicatesById(graph)
  const symmetric = new Set(graph.schema.predicates.filter(isSymmetric).map(({ id }) => id))
  return [
    exportColumn('predicate', predicate),
    exportColumn(
      'predicate_label',
      withRenamedCategories(predicate, (id) => predicates.get(id)?.label),
    ),
    // Said in a column, and not by an undirected edge: many readers refuse files that mix both kinds.
    exportColumn(
      'symmetric',
      withRenamedCategories(predicate, (id) => (symmetric.has(id) ? 'true' : undefined)),
    ),
    ...(graph.statements.count === 0 ? [] : evidence),
  ]
}

const isSymmetric = (predicate: Predicate): boolean => isRelationPredicate(predicate) && predicate.symmetric === true

const evidence: readonly ExportColumn[] = [
  { id: 'status', type: 'string', cell: (graph, row) => agreed(graph, row).status },
  {
    id: 'polarity',
    type: 'string',
    cell: (graph, row) =>
      statementCount(graph, row) === 0 ? undefined : agreed(graph, row).negative ? 'negative' : 'positive',
  },
  { id: 'line', type: 'string', cell: (graph, row) => lineStyleOfAgreement(agreed(graph, row)) },
  { id: 'corroboration', type: 'integer', cell: (graph, row) => agreed(graph, row).corroboration },
  { id: 'conflict', type: 'string', cell: (graph, row) => agreed(graph, row).verdict },
  { id: 'statements', type: 'integer', cell: statementCount },
  { id: 'sources', type: 'liststring', cell: sourceIds },
  { id: 'disputes', type: 'liststring', cell: disputeIds },
  { id: 'evidence', type: 'string', cell: (graph, row) => edgeEvidenceText(graph, row) || undefined },
]

function sourceIds(graph: Graph, row: number): string[] | undefined {
  const rows = rowsOfGroup(statementsByEdge(graph), row)
  const ids = Array.from(rows, (statement) => graph.sources[graph.statements.source[statement]!]!.id)
  return ids.length > 0 ? [...new Set(ids)] : undefined
}

function disputeIds(graph: Graph, row: number): string[] | undefined {
  const ids = disputesMentioning(graph, rowsOfGroup(statementsByEdge(graph), row)).map(({ id }) => id)
  return ids.length > 0 ? ids : undefined
}

/** A node's figures, one line each: "Cost: about USD 33bn; USD 33.3bn (announced; varies; 9 origins)". */
function figureLines(graph: Graph, row: number): string[] | undefined {
  const lines = Array.from(rowsOfGroup(figuresByNode(graph), row)).flatMap((figure) => {
    const statements = rowsOfGroup(statementsByFigure(graph), figure)
    if (statements.length === 0) return []
    const { status, verdict, corroboration } = figureAgreements(graph)[figure]!
    const predicate = categoryAt(graph.figures.predicate, figure) ?? ''
    const values = Array.from(statements, (each) => statementValueAt(graph, each)).flatMap((value) =>
      value ? [formatStatementValue(value, formatDate)] : [],
    )
    const label = predicatesById(graph).get(predicate)?.label ?? predicate
    const origins = `${corroboration} ${corroboration === 1 ? 'origin' : 'origins'}`
    return [`${label}: ${[...new Set(values)].join('; ')} (${[status, verdict, origins].filter(Boolean).join('; ')})`]
  })
  return lines.length > 0 ? lines : undefined
}

interface ExportColumns {
  readonly nodes: readonly ExportColumn[]
  readonly edges: readonly ExportColumn[]
}

/** The columns of a part that have a cell at all: what Kizuna knows, then the columns that an opened file brought. */
export function exportColumnsOf({ graph, nodes, edges }: Subgraph): ExportColumns {
  const used = (all: readonly ExportColumn[], mask: Uint8Array) => all.filter((each) => isUsed(each, graph, mask))
  const foreign = (columns: Graph['nodes']['attributes'], own: readonly string[]) =>
    exportColumnsFromMap(columns).filter(({ id }) => !own.includes(id))
  const taken = [...edgeNames, ...(graph.statements.count === 0 ? [] : evidence.map(({ id }) => id))]
  return {
    nodes: used([...ownNodeAttributes(graph), ...foreign(graph.nodes.attributes, nodeNames)], nodes),
    edges: used([...ownEdgeAttributes(graph), ...foreign(graph.edges.attributes, taken)], edges),
  }
}

function isUsed({ column, cell }: ExportColumn, graph: Graph, mask: Uint8Array): boolean {
  for (let row = 0; row < mask.length; row++)
    if (mask[row] === 1 && (column ? hasCell(column, row) : cell(graph, row) !== undefined)) return true
  return false
}

/** Columns that are written as Kizuna's own, some of them under another name. */
const nodeNames =
  'type,type_label,family,ja,kana,acronym,family_name,given_name,given,aliases,summary,wikidata,latitude,longitude,figures'.split(
    ',',
  )
const edgeNames = ['predicate', 'predicate_label', 'symmetric']

/** The labels of edges for programs that draw one. */
export function edgeLabelColumn(graph: Graph): CategoryColumn {
  const predicates = predicatesById(graph)
  const { codes, dictionary } = withRenamedCategories(graph.edges.predicate, (id) => predicates.get(id)?.label ?? id)
  return {
    kind: 'category',
    codes: codes.map((code) => (code === NONE ? dictionary.length : code)),
    dictionary: [...dictionary, ''],
  }
}

/** The label of one edge. */
export const predicateLabelOfEdge = (graph: Graph, row: number): string => {
  const predicate = categoryAt(graph.edges.predicate, row) ?? ''
  return predicatesById(graph).get(predicate)?.label ?? predicate
}
