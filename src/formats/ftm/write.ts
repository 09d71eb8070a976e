import { NONE, categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { statementsByEdge } from '../../model/graph'
import type { Source } from '../../model/records'
import { nodeTypesById } from '../../model/rowRecords'
import { edgeEvidenceText, provenanceSentence } from '../export/evidenceText'
import { exportColumnsOf, predicateLabelOfEdge } from '../export/exportColumns'
import { rowsOfSubgraph } from '../export/subgraphRows'
import type { ExportProvenance, Subgraph } from '../format'
import type { ExportCellValue, ExportColumn } from '../io/exportColumn'
import { ftmLinks, ftmSchemaOfType } from './ftmSchemata'

type Properties = Record<string, readonly string[]>

/**
 * Writes FollowTheMoney entities, one a line (followthemoney.tech): nodes with the schema that their type means, edges as
 * the interval of their relation, else as UnknownLink with the relation as role, with documents as proof. What
 * FollowTheMoney has no property for stands beside the properties, where it carries it along, and is read back.
 */
export function writeFollowTheMoney(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const columns = exportColumnsOf(part)
  const nodeIds = new Set(rows.nodes.map((row) => textAt(graph.nodes.id, row)))
  const about = {
    id: unusedId('kizuna-export', nodeIds),
    schema: 'Note',
    caption: graph.about.title,
    properties: { name: [graph.about.title], description: [provenanceSentence(provenance)] },
    kizuna_role: 'export',
  }
  const entities = [
    about,
    ...rows.nodes.map((row) => nodeEntity(graph, row, columns.nodes)),
    ...rows.edges.map((row) => edgeEntity(graph, row, { columns: columns.edges, nodeIds })),
    ...rows.sources.map((row) => sourceEntity(graph.sources[row]!, nodeIds)),
  ]
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('')
}

/** The id, or a longer one that no node has: nodes, links and documents share their ids in FollowTheMoney. */
function unusedId(id: string, taken: ReadonlySet<string>): string {
  let unused = id
  while (taken.has(unused)) unused += '-link'
  return unused
}

const cellsOf = (graph: Graph, row: number, columns: readonly ExportColumn[]) =>
  columns.flatMap(({ id, cell }): [string, ExportCellValue][] => {
    const value = cell(graph, row)
    return value === undefined ? [] : [[id, value]]
  })

const textsOf = (value: ExportCellValue): readonly string[] => (typeof value === 'object' ? value : [String(value)])

/** Kizuna's names of columns under FollowTheMoney's. */
const propertyNames: ReadonlyMap<string, string> = new Map([
  ['aliases', 'alias'],
  ['ja', 'alias'],
  ['acronym', 'alias'],
  ['wikidata', 'wikidataId'],
  ['evidence', 'description'],
])

function propertiesOf(cells: readonly (readonly [string, ExportCellValue])[], first: Properties): Properties {
  const properties = new Map(Object.entries(first))
  for (const [name, value] of cells) {
    const key = propertyNames.get(name) ?? name
    if (!Object.hasOwn(first, key)) properties.set(key, [...(properties.get(key) ?? []), ...textsOf(value)])
  }
  return Object.fromEntries(properties)
}

function nodeEntity(graph: Graph, row: number, columns: readonly ExportColumn[]) {
  const { id, label, type, x, y } = graph.nodes
  const record = nodeTypesById(graph).get(categoryAt(type, row) ?? '')
  const cells = cellsOf(graph, row, columns)
  const isPlaced = Number.isFinite(x[row]) && Number.isFinite(y[row])
  return {
    id: textAt(id, row),
    schema: ftmSchemaOfType(record?.label ?? '', record?.family),
    caption: textAt(label, row),
    properties: propertiesOf(
      cells.filter(([name]) => !structural.has(name)),
      { name: [textAt(label, row)] },
    ),
    kizuna_columns: Object.fromEntries(cells),
    ...(isPlaced && { kizuna_position: [x[row], y[row]] }),
  }
}

/** Columns that the schema or its ends say already. */
const structural = new Set(['type', 'type_label', 'family', 'predicate', 'predicate_label', 'direction', 'sources'])

function edgeEntity(
  graph: Graph,
  row: number,
  { columns, nodeIds }: { readonly columns: readonly ExportColumn[]; readonly nodeIds: ReadonlySet<string> },
) {
  const { id, source, target } = graph.edges
  const relation = predicateLabelOfEdge(graph, row)
  const schema = ftmLinks.has(relation) ? relation : 'UnknownLink'
  const [from, to] = ftmLinks.get(schema)!
  const own = textAt(id, row)
  const linkId = unusedId(own, nodeIds)
  const cells = cellsOf(graph, row, columns)
  const documents = [
    ...new Set(Array.from(rowsOfGroup(statementsByEdge(graph), row), (at) => graph.statements.source[at]!)),
  ]
    .filter((at) => at !== NONE)
    .map((at) => graph.sources[at]!)
  return {
    id: linkId,
    schema,
    properties: propertiesOf(
      cells.filter(([name]) => !structural.has(name)),
      {
        [from]: [textAt(graph.nodes.id, source[row]!)],
        [to]: [textAt(graph.nodes.id, target[row]!)],
        ...(schema === 'UnknownLink' && relation !== '' && { role: [relation] }),
        ...(documents.length > 0 && {
          proof: documents.map((each) => unusedId(each.id, nodeIds)),
          sourceUrl: documents.flatMap(({ url }) => url ?? []),
          description: [edgeEvidenceText(graph, row)],
        }),
      },
    ),
    ...(linkId !== own && { kizuna_id: own }),
    kizuna_columns: Object.fromEntries(cells),
  }
}

function sourceEntity({ id, title, url, publisher, date, language }: Source, nodeIds: ReadonlySet<string>) {
  const list = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value])
  const all = {
    title: [title],
    sourceUrl: list(url),
    publisher: list(publisher),
    date: list(date),
    language: list(language),
  }
  return {
    id: unusedId(id, nodeIds),
    schema: 'Document',
    caption: title,
    properties: Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0)),
    kizuna_role: 'source',
  }
}
