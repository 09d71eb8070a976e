import { categoryAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { nodeTypesById } from '../../model/rowRecords'
import { exportColumnsOf, predicateLabelOfEdge } from '../export/exportColumns'
import type { ExportColumn, ExportCellValue } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'

/** Rows that one statement brings in. */
const batch = 500

/**
 * Writes a part as a Cypher script (openCypher 9; Neo4j 4.4 and later): nodes and edges are merged by their id, so that
 * running it twice changes nothing; labels are types, relationship types are predicates.
 */
export function writeCypher(part: Subgraph, recipe: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part)
  const said = [provenanceSentence(recipe), ...citationsOfSubgraph(part)].map(
    (line) => `// ${line.replace(/\s+/g, ' ')}`,
  )
  const nodes = grouped(rows.nodes, (row) => typeName(graph, row))
  const edges = grouped(rows.edges, (row) => categoryAt(graph.edges.predicate, row) ?? 'related to')
  return [
    ...said,
    'CREATE CONSTRAINT kizuna_id IF NOT EXISTS FOR (n:Kizuna) REQUIRE n.id IS UNIQUE;',
    ...nodes.map(
      ([type, some]) =>
        `UNWIND [\n${some.map((row) => `  ${nodeRow(graph, row, attributes.nodes)}`).join(',\n')}\n] AS row\n` +
        `MERGE (n:Kizuna {id: row.id}) SET n:${name(type)}, n += row.properties;`,
    ),
    ...edges.map(
      ([predicate, some]) =>
        `UNWIND [\n${some.map((row) => `  ${edgeRow(graph, row, attributes.edges)}`).join(',\n')}\n] AS row\n` +
        'MATCH (a:Kizuna {id: row.source}), (b:Kizuna {id: row.target})\n' +
        `MERGE (a)-[r:${name(predicate.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '_'))} {id: row.id}]->(b) SET r += row.properties;`,
    ),
    '',
  ].join('\n')
}

const typeName = (graph: Graph, row: number): string => {
  const type = categoryAt(graph.nodes.type, row) ?? 'node'
  return nodeTypesById(graph).get(type)?.label ?? type
}

/** Rows by a word, in batches. */
function grouped(rows: Iterable<number>, word: (row: number) => string): [string, number[]][] {
  const groups = new Map<string, number[][]>()
  for (const row of rows) {
    const key = word(row)
    const own = groups.get(key) ?? [[]]
    groups.set(key, own)
    if (own.at(-1)!.length === batch) own.push([])
    own.at(-1)!.push(row)
  }
  return [...groups].flatMap(([key, some]) => some.map((each): [string, number[]] => [key, each]))
}

function nodeRow(graph: Graph, row: number, attributes: readonly ExportColumn[]): string {
  const { id, label, x, y } = graph.nodes
  const placed = Number.isFinite(x[row]) && Number.isFinite(y[row])
  const place: Record<string, number> = placed ? { x: x[row]!, y: y[row]! } : {}
  return map({
    id: textAt(id, row),
    properties: { label: textAt(label, row), ...cells(graph, row, attributes), ...place },
  })
}

const edgeRow = (graph: Graph, row: number, attributes: readonly ExportColumn[]): string =>
  map({
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

function literal(value: Literal): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (typeof value === 'string') return text(value)
  return Array.isArray(value)
    ? `[${(value as readonly string[]).map(text).join(', ')}]`
    : map(value as { readonly [key: string]: Literal })
}

const map = (entries: { readonly [key: string]: Literal }): string =>
  `{${Object.entries(entries)
    .map(([key, value]) => `${name(key)}: ${literal(value)}`)
    .join(', ')}}`

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const text = (value: string): string => `'${value.toWellFormed().replace(/[\\'\n\r\t]/g, (sign) => escapes[sign]!)}'`

/** A label, type or key; in backticks where it is no plain name. */
const name = (word: string): string =>
  /^[A-Za-z]\w*$/.test(word) ? word : `\`${word.replaceAll('`', '``') || 'none'}\``
