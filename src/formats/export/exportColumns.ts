import { exportColumn, hasCell, exportColumnsFromMap, type ExportColumn } from '../io/exportColumn'
import type { Subgraph } from '../format'
import { edgeAgreements, figureAgreements } from '../../model/agreement'
import { english } from '../../messages/englishFormatter'
import { disputesMentioning } from '../../model/disputes'
import { categoryAt, rowsOfGroup, NONE, type CategoryColumn } from '../../model/columns'
import type { EdgeDirection } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import { figuresByNode, statementsByEdge, statementsByFigure } from '../../model/graph'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { predicatesById, nodeTypesById, statementValueAt } from '../../model/rowRecords'
import { directionColumn } from './edgeDirections'
import { edgeEvidenceText } from './evidenceText'

/** Kizuna's own columns of nodes, in the order of files. Columns that the graph lacks are left out. */
function ownNodeColumns(graph: Graph): ExportColumn[] {
  const { type, attributes } = graph.nodes
  const types = nodeTypesById(graph)
  const ifPresent = (id: string, name: string, kind: ExportColumn['type']): ExportColumn[] => {
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
    ...ifPresent('ja', 'ja', 'string'),
    ...ifPresent('kana', 'kana', 'string'),
    ...ifPresent('acronym', 'acronym', 'string'),
    ...ifPresent('family_name', 'family', 'string'),
    ...ifPresent('given_name', 'given', 'string'),
    ...ifPresent('aliases', 'aliases', 'liststring'),
    ...ifPresent('summary', 'summary', 'string'),
    ...ifPresent('wikidata', 'wikidata', 'string'),
    ...ifPresent('latitude', 'latitude', 'double'),
    ...ifPresent('longitude', 'longitude', 'double'),
    ...(graph.figures.count === 0 ? [] : [figures]),
  ]
}

const figures: ExportColumn = { id: 'figures', type: 'liststring', cell: figureLines }

/** The column with renamed categories; rows of a category that becomes undefined are empty. */
function withRenamedCategories(
  { codes, dictionary }: CategoryColumn,
  rename: (text: string) => string | undefined,
): CategoryColumn {
  const texts = dictionary.map(rename)
  const renamed = texts.map((text) => text ?? '')
  if (!texts.includes(undefined)) return { kind: 'category', codes, dictionary: renamed }
  const remaining = codes.map((code) => (code === NONE || texts[code] === undefined ? NONE : code))
  return { kind: 'category', codes: remaining, dictionary: renamed }
}

const statementCount = (graph: Graph, row: number) => rowsOfGroup(statementsByEdge(graph), row).length
const agreementAt = (graph: Graph, row: number) => edgeAgreements(graph)[row]!

/** Kizuna's own columns of edges: from the predicate, and from the statements. */
function ownEdgeColumns(graph: Graph, said: readonly EdgeDirection[]): ExportColumn[] {
  const { predicate } = graph.edges
  const predicates = predicatesById(graph)
  return [
    exportColumn('predicate', predicate),
    exportColumn(
      'predicate_label',
      withRenamedCategories(predicate, (id) => predicates.get(id)?.label),
    ),
    directionColumn(graph, said),
    ...(graph.statements.count === 0 ? [] : evidenceColumns),
  ]
}

const evidenceColumns: readonly ExportColumn[] = [
  { id: 'status', type: 'string', cell: (graph, row) => agreementAt(graph, row).status },
  {
    id: 'polarity',
    type: 'string',
    cell: (graph, row) =>
      statementCount(graph, row) === 0 ? undefined : agreementAt(graph, row).negative ? 'negative' : 'positive',
  },
  { id: 'line', type: 'string', cell: (graph, row) => lineStyleOfAgreement(agreementAt(graph, row)) },
  { id: 'corroboration', type: 'integer', cell: (graph, row) => agreementAt(graph, row).corroboration },
  { id: 'conflict', type: 'string', cell: (graph, row) => agreementAt(graph, row).verdict },
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

/** The figures of a node, one line each: "Cost: about USD 33bn; USD 33.3bn (announced; varies; 9 origins)". */
function figureLines(graph: Graph, row: number): string[] | undefined {
  const lines = Array.from(rowsOfGroup(figuresByNode(graph), row)).flatMap((figure) => {
    const statements = rowsOfGroup(statementsByFigure(graph), figure)
    if (statements.length === 0) return []
    const { status, verdict, corroboration } = figureAgreements(graph)[figure]!
    const predicate = categoryAt(graph.figures.predicate, figure) ?? ''
    const values = Array.from(statements, (each) => statementValueAt(graph, each)).flatMap((value) =>
      value ? [english.value(value)] : [],
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

/**
 * The columns of a part that have at least one cell: Kizuna's own, then the attributes of an opened file.
 * @param said the directions of edges that the format says itself; the others become a column
 */
export function exportColumnsOf({ graph, nodes, edges }: Subgraph, said: readonly EdgeDirection[] = []): ExportColumns {
  const used = (all: readonly ExportColumn[], mask: Uint8Array) => all.filter((each) => isUsed(each, graph, mask))
  const others = (columns: Graph['nodes']['attributes'], ownNames: readonly string[]) =>
    exportColumnsFromMap(columns).filter(({ id }) => !ownNames.includes(id))
  const ownEdgeNames = [...edgeNames, ...(graph.statements.count === 0 ? [] : evidenceColumns.map(({ id }) => id))]
  return {
    nodes: used([...ownNodeColumns(graph), ...others(graph.nodes.attributes, nodeNames)], nodes),
    edges: used([...ownEdgeColumns(graph, said), ...others(graph.edges.attributes, ownEdgeNames)], edges),
  }
}

function isUsed({ column, cell }: ExportColumn, graph: Graph, mask: Uint8Array): boolean {
  for (let row = 0; row < mask.length; row++)
    if (mask[row] === 1 && (column ? hasCell(column, row) : cell(graph, row) !== undefined)) return true
  return false
}

/** Attributes that are written as Kizuna's own columns, some of them under another name. */
const nodeNames =
  'type,type_label,family,ja,kana,acronym,family_name,given_name,given,aliases,summary,wikidata,latitude,longitude,figures'.split(
    ',',
  )
const edgeNames = ['predicate', 'predicate_label']

/** The labels of edges, for programs that draw them; empty for an edge without a predicate. */
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
