import { categoryAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { nodeTypesById } from '../../model/rowRecords'
import { exportColumnsOf, predicateLabelOfEdge } from '../export/exportColumns'
import type { ExportColumn, ExportCellValue } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'

/** Maximum number of rows of one statement. */
const batchSize = 500

/**
 * Writes a Cypher script (openCypher 9; Neo4j 4.4 and later): nodes and edges are merged by id, so that running it twice
 * changes nothing. Labels are types, and relationship types are predicates.
 */
export function writeCypher(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part)
  const comments = [provenanceSentence(provenance), ...citationsOfSubgraph(part)].map(
    (line) => `// ${line.replace(/\s+/g, ' ')}`,
  )
  const nodes = batchesByKey(rows.nodes, (row) => typeName(graph, row))
  const edges = batchesByKey(rows.edges, (row) => categoryAt(graph.edges.predicate, row) ?? 'related to')
  return [
    ...comments,
    'CREATE CONSTRAINT kizuna_id IF NOT EXISTS FOR (n:Kizuna) REQUIRE n.id IS UNIQUE;',
    ...nodes.map(
      ([type, batch]) =>
        `UNWIND [\n${batch.map((row) => `  ${nodeRow(graph, row, attributes.nodes)}`).join(',\n')}\n] AS row\n` +
        `MERGE (n:Kizuna {id: row.id}) SET n:${nameText(type)}, n += row.properties;`,
    ),
    ...edges.map(
      ([predicate, batch]) =>
        `UNWIND [\n${batch.map((row) => `  ${edgeRow(graph, row, attributes.edges)}`).join(',\n')}\n] AS row\n` +
        'MATCH (a:Kizuna {id: row.source}), (b:Kizuna {id: row.target})\n' +
        `MERGE (a)-[r:${nameText(predicate.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '_'))} {id: row.id}]->(b) SET r += row.properties;`,
    ),
    '',
  ].join('\n')
}

const typeName = (graph: Graph, row: number): string => {
  const type = categoryAt(graph.nodes.type, row) ?? 'node'
  return nodeTypesById(graph).get(type)?.label ?? type
}

/** The rows of each key, in batches. */
function batchesByKey(rows: Iterable<number>, keyAt: (row: number) => string): [string, number[]][] {
  const groups = new Map<string, number[][]>()
  for (const row of rows) {
    const key = keyAt(row)
    const batches = groups.get(key) ?? [[]]
    groups.set(key, batches)
    if (batches.at(-1)!.length === batchSize) batches.push([])
    batches.at(-1)!.push(row)
  }
  return [...groups].flatMap(([key, batches]) => batches.map((batch): [string, number[]] => [key, batch]))
}

function nodeRow(graph: Graph, row: number, attributes: readonly ExportColumn[]): string {
  const { id, label, x, y } = graph.nodes
  const hasPosition = Number.isFinite(x[row]) && Number.isFinite(y[row])
  const position: Record<string, number> = hasPosition ? { x: x[row]!, y: y[row]! } : {}
  return mapText({
    id: textAt(id, row),
    properties: { label: textAt(label, row), ...cells(graph, row, attributes), ...position },
  })
}

const edgeRow = (graph: Graph, row: number, attributes: readonly ExportColumn[]): string =>
  mapText({
    id: textAt(graph.edges.id, row),
    source: textAt(graph.nodes.id, graph.edges.source[row]!),
    target: textAt(graph.nodes.id, graph.edges.target[row]!),
    properties: { label: predicateLabelOfEdge(graph, row), ...cells(graph, row, attributes) },
  })

const cells = (graph: Graph, row: number, attributes: readonly ExportColumn[]): Record<string, ExportCellValue> =>
  Object.fromEntries(
    attributes.flatMap(({ id, cell }): [string, ExportCellValue][] => {
      const value = cell(graph, row)
      return value === undefined || id === 'id' || id === 'label' ? [] : [[id, value]]
    }),
  )

type Literal = ExportCellValue | { readonly [key: string]: Literal }

function literalText(value: Literal): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (typeof value === 'string') return quoted(value)
  return Array.isArray(value)
    ? `[${(value as readonly string[]).map(quoted).join(', ')}]`
    : mapText(value as { readonly [key: string]: Literal })
}

const mapText = (entries: { readonly [key: string]: Literal }): string =>
  `{${Object.entries(entries)
    .map(([key, value]) => `${nameText(key)}: ${literalText(value)}`)
    .join(', ')}}`

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const quoted = (value: string): string =>
  `'${value.toWellFormed().replace(/[\\'\n\r\t]/g, (character) => escapes[character]!)}'`

/** A label, type or key, in backticks unless it is a plain name. */
const nameText = (name: string): string =>
  /^[A-Za-z]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``') || 'none'}\``
