import { Utf8StringTable } from '../collect/utf8StringTable'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import type { EdgeEndField } from './recordIdCodes'
import { collectJson, jsonFieldAt, mayBeGraphJson } from './collectJson'
import { isJsonObject, jsonOutlineOf } from './jsonOutline'
import type { JsonField, JsonRecords } from './jsonRecords'
import { JSON_KIND_NUMBER, JSON_KIND_TEXT } from './jsonScanner'
import { JsonValueReader } from './jsonValueReader'

/** Whether a file is from networkx: it states the kind of graph beside the lists. Links are called edges since version 3.4. */
export function isNetworkx(file: InputFile): boolean {
  if (!mayBeGraphJson(file)) return false
  const { lists, rest } = jsonOutlineOf(file)
  return (
    lists.has('nodes') && (lists.has('links') || lists.has('edges')) && ('multigraph' in rest || 'directed' in rest)
  )
}

/**
 * Reads node-link data of networkx (networkx.org, readwrite.json_graph.node_link_data). Keys of edges are ids if they are
 * distinct texts, and are left out if they are all 0.
 */
export function collectNetworkx(file: InputFile, collector: GraphCollector): void {
  const { lists, rest } = jsonOutlineOf(file)
  const nodes = lists.get('nodes')
  const edges = lists.get('links') ?? lists.get('edges')
  const about = isJsonObject(rest['graph']) ? rest['graph'] : {}
  const [source, target, key] = ['source', 'target', 'key'].map((name) => jsonFieldAt(edges, name))
  const { id, empty } = edges && key ? edgeKeyRole(edges, key) : {}
  const edgeId = jsonFieldAt(edges, 'id') ?? id
  collectJson(collector, {
    title: about['title'] ?? about['name'],
    nodes,
    edges,
    node: {
      id: jsonFieldAt(nodes, 'id'),
      cells: nodes?.root,
      structure: [jsonFieldAt(nodes, 'id')],
      x: jsonFieldAt(nodes, 'x'),
      y: jsonFieldAt(nodes, 'y'),
      downwards: false,
    },
    edge: {
      id: edgeId,
      source: endsIn(source),
      target: endsIn(target),
      direction: rest['directed'] === false ? 'undirected' : 'directed',
      cells: edges?.root,
      structure: [source, target, edgeId, empty],
    },
  })
}

const endsIn = (field: JsonField | undefined): (EdgeEndField | undefined)[] => [field && { field, byIndex: false }]

/** Whether the keys of edges are ids, or say nothing. */
const edgeKeyRole = (edges: JsonRecords, key: JsonField) => ({
  id: areIds(edges, key) ? key : undefined,
  empty: areZeros(edges, key) ? key : undefined,
})

function areIds({ json, count }: JsonRecords, key: JsonField): boolean {
  if (key.kinds !== JSON_KIND_TEXT || key.offsets.length !== count) return false
  const values = new JsonValueReader(json)
  const distinct = new Utf8StringTable()
  for (let at = 0; at < count; at++) {
    const start = key.offsets.at(at)
    if (start === 0) return false
    values.findText(start)
    if (distinct.codeOfBytes(values.source, values.from, values.to) !== at) return false
  }
  return count > 0
}

function areZeros({ json }: JsonRecords, key: JsonField): boolean {
  if (key.kinds !== JSON_KIND_NUMBER) return false
  const values = new JsonValueReader(json)
  for (let at = 0; at < key.offsets.length; at++) {
    const start = key.offsets.at(at)
    if (start !== 0 && values.number(start) !== 0) return false
  }
  return true
}
