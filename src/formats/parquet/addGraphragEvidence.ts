import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { withRelationStatements, type EdgeMention } from '../collect/withRelationStatements'
import type { InputFile } from '../io/inputFile'
import { firstOwnValue, idTextOf, type JsonObject } from '../json/jsonCells'
import { parquetTableKind, type ParquetTableKind } from './graphragTables'
import { readParquetRows } from './parquetRows'

/**
 * Adds what GraphRAG found its relationships in: each text unit of a relationship is a statement of its document, with the
 * number of the text unit as locator. The text itself is not copied.
 */
export function addGraphragEvidence(files: readonly InputFile[], graph: Graph): Graph {
  const tables = new Map<ParquetTableKind, readonly JsonObject[]>()
  for (const file of files) {
    const rows = readParquetRows(file)
    const kind = parquetTableKind(rows)
    tables.set(kind, [...(tables.get(kind) ?? []), ...rows])
  }
  const units = byId(tables.get('textUnits'))
  const documents = byId(tables.get('documents'))
  const edgeOf = edgeRowByEnds(graph)
  const mentions = (tables.get('relationships') ?? []).flatMap((row) => {
    const edge = edgeOf(idTextOf(row['source']), idTextOf(row['target']))
    return edge === undefined ? [] : mentionsOf(row, edge, units)
  })
  return withRelationStatements(
    graph,
    mentions,
    new Map([...documents].map(([id, row]) => [id, { title: idTextOf(row['title']) ?? id, ...dateOf(row) }])),
  )
}

function mentionsOf(row: JsonObject, edge: number, units: ReadonlyMap<string, JsonObject>): EdgeMention[] {
  return listOf(row['text_unit_ids']).flatMap((unitId) => {
    const unit = units.get(unitId) ?? {}
    const number = idTextOf(unit['human_readable_id'])
    const locator = number === undefined ? `text unit ${unitId.slice(0, 12)}` : `text unit ${number}`
    const documents = listOf(firstOwnValue(unit, ['document_ids', 'document_id']))
    return (documents.length > 0 ? documents : ['text units']).map((document) => ({ edge, document, locator }))
  })
}

const listOf = (value: unknown): string[] => [value].flat().flatMap((each) => idTextOf(each) ?? [])

const byId = (rows: readonly JsonObject[] = []): Map<string, JsonObject> =>
  new Map(rows.flatMap((row) => (idTextOf(row['id']) === undefined ? [] : [[idTextOf(row['id'])!, row] as const])))

/** The day of a document, if it has one. */
function dateOf(row: JsonObject): { readonly date?: string } {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(String(row['creation_date'] ?? ''))?.[0]
  return date === undefined ? {} : { date }
}

function edgeRowByEnds({ nodes, edges }: Graph) {
  const rows = new Map<string, number>()
  for (let row = edges.count - 1; row >= 0; row--) {
    const ends = [edges.source[row]!, edges.target[row]!].map((node) => textAt(nodes.id, node))
    rows.set(JSON.stringify(ends), row)
  }
  return (source: string | undefined, target: string | undefined) => rows.get(JSON.stringify([source, target]))
}
