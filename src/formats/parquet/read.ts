import { message } from '../../messages/message'
import { collectRecords } from '../collect/collectRecords'
import type { GraphCollector } from '../collect/graphCollector'
import type { ImportedEdge, ImportedNode } from '../collect/graphRecords'
import type { InputFile } from '../io/inputFile'
import { firstOwnValue, idTextOf, jsonCellsOf, type JsonObject } from '../json/jsonCells'
import { endColumnsOf, parquetTableKind } from './graphragTables'
import { loadParquetRows } from './parquetRows'

/** Columns of thousands of numbers, which describe an entity to a program only. */
const embeddings = ['graph_embedding', 'description_embedding', 'text_embedding', 'embedding', 'vector']

/**
 * Reads a table in Parquet. Those of GraphRAG are opened together: entities are nodes by their titles, relationships edges
 * without direction; text units and documents become statements and sources (`addGraphragEvidence`). Of other programs,
 * a table with two ends is one of edges, any other one of nodes.
 */
export async function collectParquet(file: InputFile, collector: GraphCollector): Promise<void> {
  const rows = await loadParquetRows(file)
  const kind = parquetTableKind(rows)
  const leaveOut = (example: string) => collector.repair('left out', example, message('formats', 'parquetLeftOut'))
  const [nodes, edges]: [ImportedNode[], ImportedEdge[]] = [[], []]
  if (kind === 'entities') nodes.push(...rows.flatMap(entityNode))
  else if (kind === 'relationships' || kind === 'links') edges.push(...linksOf(rows, kind === 'links'))
  else if (kind === 'things') nodes.push(...rows.flatMap(thingNode))
  else if (kind === 'other') for (let at = 0; at < rows.length; at++) leaveOut(file.name)
  for (const name of embeddings) if (rows.some((row) => Array.isArray(row[name]))) leaveOut(name)
  if (kind === 'entities') collector.declaredColumns.type = 'type'
  collectRecords(collector, { name: file.name, nodes, edges })
}

function entityNode(row: JsonObject): ImportedNode[] {
  const title = idTextOf(firstOwnValue(row, ['title', 'name']))
  if (title === undefined) return []
  const { x, y } = row
  const isPlaced = typeof x === 'number' && typeof y === 'number' && (x !== 0 || y !== 0)
  const { id, ...cells } = jsonCellsOf(row, new Set(['title', 'name', 'x', 'y', ...embeddings]))
  return [
    {
      id: title,
      label: title,
      ...(isPlaced && { x, y }),
      cells: { ...cells, ...(id !== undefined && { entity_id: id }) },
    },
  ]
}

/** The rows of a table of edges. Several rows of GraphRAG about the same two entities are one edge. */
function linksOf(rows: readonly JsonObject[], isForeign: boolean): ImportedEdge[] {
  const [from, to] = endColumnsOf(rows[0] ?? {})
  const seen = new Set<string>()
  return rows.flatMap((row): ImportedEdge[] => {
    const [source, target] = [idTextOf(row[from]), idTextOf(row[to])]
    if (source === undefined || target === undefined) return []
    const key = JSON.stringify([source, target])
    if (!isForeign && seen.has(key)) return []
    seen.add(key)
    if (isForeign) return [{ source, target, direction: 'directed', cells: jsonCellsOf(row, new Set([from, to])) }]
    const { id, ...cells } = jsonCellsOf(row, new Set([from, to, ...embeddings]))
    return [
      {
        source,
        target,
        direction: 'undirected',
        cells: { ...cells, ...(id !== undefined && { relationship_id: id }) },
      },
    ]
  })
}

function thingNode(row: JsonObject, at: number): ImportedNode[] {
  const id = idTextOf(firstOwnValue(row, ['id', 'key', 'name', 'title'])) ?? String(at + 1)
  const label = idTextOf(firstOwnValue(row, ['label', 'name', 'title']))
  return [{ id, label, cells: jsonCellsOf(row, new Set(['id', 'key', 'label', 'name'])) }]
}
