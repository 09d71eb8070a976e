import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import type { EdgeEndField } from './recordIdCodes'
import { collectJson, jsonFieldAt, mayBeGraphJson } from './collectJson'
import { jsonOutlineOf } from './jsonOutline'
import type { JsonField, JsonRecords } from './jsonRecords'
import { JSON_KIND_NUMBER } from './jsonScanner'
import { JsonValueReader } from './jsonValueReader'

const idNames = ['id', 'key', 'name', 'label']

/** Whether a file has nodes and links, as pages with d3 use them, or nodes and edges, as vis-network does. */
export function isNodeLink(file: InputFile): boolean {
  if (!mayBeGraphJson(file)) return false
  const { lists } = jsonOutlineOf(file)
  const nodes = lists.get('nodes')
  const links = lists.get('links') ?? lists.get('edges')
  if (!nodes || nodes.count === nodes.nonRecordCount) return false
  if (!links || links.count === 0) return idNames.some((name) => jsonFieldAt(nodes, name))
  return (jsonFieldAt(links, 'source') ?? jsonFieldAt(links, 'from')) !== undefined
}

/**
 * Reads nodes and links of d3-force (d3js.org/d3-force/link: ends are ids, indexes, or the nodes themselves), and nodes
 * and edges of vis-network (`from`, `to`). Their y grows downwards.
 */
export function collectNodeLink(file: InputFile, collector: GraphCollector): void {
  const { lists, rest } = jsonOutlineOf(file)
  const nodes = lists.get('nodes')
  const edges = lists.get('links') ?? lists.get('edges')
  const id = idNames.map((name) => jsonFieldAt(nodes, name)).find((field) => field && field.offsets.length > 0)
  const names = jsonFieldAt(edges, 'source') ? ['source', 'target'] : ['from', 'to']
  const [source, target] = names.map((name) => jsonFieldAt(edges, name))
  const byIndex = source !== undefined && (id === undefined || areIndexes(nodes!, source, id))
  if (byIndex) collector.guesses.push(message('files', 'linkEndsAreIndexes'))
  const edgeId = jsonFieldAt(edges, 'id')
  collectJson(collector, {
    title: rest['title'] ?? rest['name'],
    nodes,
    edges,
    node: {
      id,
      cells: nodes?.root,
      structure: id && ['id', 'key'].includes(id.name) ? [id] : [],
      x: jsonFieldAt(nodes, 'x'),
      y: jsonFieldAt(nodes, 'y'),
      downwards: true,
    },
    edge: {
      id: edgeId,
      source: endsIn(source, id, byIndex),
      target: endsIn(target, id, byIndex),
      directed: true,
      undirected: jsonFieldAt(edges, 'undirected'),
      cells: edges?.root,
      structure: [edgeId, source, target, ...innerOf(source), ...innerOf(target)],
    },
  })
}

const innerOf = (field: JsonField | undefined): readonly JsonField[] => field?.fields ?? []

/** The fields of an end: its value, or the id of the node that a simulation has put in its place. */
function endsIn(
  field: JsonField | undefined,
  id: JsonField | undefined,
  byIndex: boolean,
): (EdgeEndField | undefined)[] {
  const inner = field?.field(id?.name ?? 'index')
  return [field && { field, byIndex }, inner && { field: inner, byIndex: id === undefined }]
}

/** Whether ends are indexes of nodes: all are valid indexes, and at least one of them is not the id of a node. */
function areIndexes(nodes: JsonRecords, ends: JsonField, id: JsonField): boolean {
  if (ends.kinds !== JSON_KIND_NUMBER) return false
  const values = new JsonValueReader(nodes.json)
  const ids = new Set<string>()
  for (let at = 0; at < nodes.count; at++) if (id.offsets.at(at) !== 0) ids.add(values.string(id.offsets.at(at)))
  let someAreNotIds = false
  for (let at = 0; at < ends.offsets.length; at++) {
    const start = ends.offsets.at(at)
    if (start === 0) continue
    const index = values.number(start)
    if (!Number.isInteger(index) || index < 0 || index >= nodes.count) return false
    someAreNotIds ||= !ids.has(String(index))
  }
  return someAreNotIds
}
