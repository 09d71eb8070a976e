import { ByteTable } from '../collect/utf8StringTable'
import type { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import type { End } from './recordIdCodes'
import { collectJson, fieldAt, mayBeJson } from './collectJson'
import { isObject, outlineOf } from './jsonOutline'
import type { Field, Records } from './jsonRecords'
import { NUMBER, TEXT } from './jsonScanner'
import { Values } from './jsonValueReader'

/** networkx says beside the lists what kind of graph it is; its links are called edges since version 3.4. */
export function isNetworkx(file: FileIn): boolean {
  if (!mayBeJson(file)) return false
  const { lists, rest } = outlineOf(file)
  return (
    lists.has('nodes') && (lists.has('links') || lists.has('edges')) && ('multigraph' in rest || 'directed' in rest)
  )
}

/**
 * Reads node-link data of networkx (networkx.org, readwrite.json_graph.node_link_data). Keys of edges that are texts, each
 * once, are ids; keys that are always 0 say nothing.
 */
export function collectNetworkx(file: FileIn, collector: Collector): void {
  const { lists, rest } = outlineOf(file)
  const nodes = lists.get('nodes')
  const edges = lists.get('links') ?? lists.get('edges')
  const about = isObject(rest['graph']) ? rest['graph'] : {}
  const [source, target, key] = ['source', 'target', 'key'].map((name) => fieldAt(edges, name))
  const { id, empty } = edges && key ? keyOf(edges, key) : {}
  const edgeId = fieldAt(edges, 'id') ?? id
  collectJson(collector, {
    title: about['title'] ?? about['name'],
    nodes,
    edges,
    node: {
      id: fieldAt(nodes, 'id'),
      cells: nodes?.root,
      structure: [fieldAt(nodes, 'id')],
      x: fieldAt(nodes, 'x'),
      y: fieldAt(nodes, 'y'),
      downwards: false,
    },
    edge: {
      id: edgeId,
      source: endsIn(source),
      target: endsIn(target),
      directed: rest['directed'] !== false,
      cells: edges?.root,
      structure: [source, target, edgeId, empty],
    },
  })
}

const endsIn = (field: Field | undefined): (End | undefined)[] => [field && { field, byPlace: false }]

/** What the keys of edges are: ids, or nothing. */
const keyOf = (edges: Records, key: Field) => ({
  id: areIds(edges, key) ? key : undefined,
  empty: areZeros(edges, key) ? key : undefined,
})

function areIds({ json, count }: Records, key: Field): boolean {
  if (key.kinds !== TEXT || key.starts.length !== count) return false
  const values = new Values(json)
  const seen = new ByteTable()
  for (let at = 0; at < count; at++) {
    const start = key.starts.at(at)
    if (start === 0) return false
    values.text(start)
    if (seen.code(values.source, values.from, values.to) !== at) return false
  }
  return count > 0
}

function areZeros({ json }: Records, key: Field): boolean {
  if (key.kinds !== NUMBER) return false
  const values = new Values(json)
  for (let at = 0; at < key.starts.length; at++) {
    const start = key.starts.at(at)
    if (start !== 0 && values.number(start) !== 0) return false
  }
  return true
}
