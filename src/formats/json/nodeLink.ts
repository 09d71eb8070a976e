import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import type { EdgeEndField } from './recordIdCodes'
import { collectJson, jsonFieldAt, mayBeGraphJson, type JsonGraphDialect } from './collectJson'
import { edgeListIn, endNamesOf } from './edgeEndNames'
import { directionFieldIn } from './jsonDirections'
import { jsonOutlineOf } from './jsonOutline'
import type { JsonField, JsonRecords } from './jsonRecords'
import { JSON_KIND_NUMBER } from './jsonScanner'
import { JsonValueReader } from './jsonValueReader'

const idNames = ['id', '_id', 'key', 'name', 'label']
/** Objects in a record that only hold its attributes, which need no prefix. */
const attributeObjects = ['properties', 'attributes', 'data']

/** Whether the head begins with a list of records that have two ends. */
const mayBeEdgeRecords = ({ head }: InputFile): boolean =>
  /^\ufeff?\s*\[\s*\{[^{}]*"(source|from|src|subject|start|head|_from)\w*"\s*:/i.test(head)

/** Whether a file has nodes and links, as pages with d3 use them, or nodes and edges, as vis-network does. */
export function isNodeLink(file: InputFile): boolean {
  const mayBeList = mayBeEdgeRecords(file)
  if (!mayBeList && !mayBeGraphJson(file)) return false
  const { lists } = jsonOutlineOf(file)
  if (mayBeList) return endNamesOf(lists.get('')) !== undefined
  const nodes = lists.get('nodes')
  const links = edgeListIn(lists)
  if (!nodes) return endNamesOf(links) !== undefined
  if (nodes.count === nodes.nonRecordCount) return false
  if (!links || links.count === 0) return idNames.some((name) => jsonFieldAt(nodes, name))
  return endNamesOf(links) !== undefined
}

/**
 * Reads nodes and links of d3-force (d3js.org/d3-force/link: ends are ids, indexes, or the nodes themselves), nodes and
 * edges of vis-network (`from`, `to`), and what resembles them: other names of the list of edges and of the ends, or
 * a list of edges alone. Their y grows downwards. Records in other lists are reported as left out.
 */
export function collectNodeLink(file: InputFile, collector: GraphCollector): void {
  const { lists, rest } = jsonOutlineOf(file)
  const nodes = lists.get('nodes')
  const edges = lists.get('') ?? edgeListIn(lists)
  const id = idNames.map((name) => jsonFieldAt(nodes, name)).find((field) => field && field.offsets.length > 0)
  const [source, target] = (endNamesOf(edges) ?? []).map((name) => jsonFieldAt(edges, name))
  const byIndex = nodes !== undefined && source !== undefined && (id === undefined || areIndexes(nodes, source, id))
  if (byIndex) collector.guesses.push(message('files', 'linkEndsAreIndexes'))
  const edgeId = jsonFieldAt(edges, 'id')
  collectJson(collector, {
    title: rest['title'] ?? rest['name'],
    nodes,
    edges,
    unfold: attributeObjects,
    node: nodeFieldsOf(nodes, id),
    edge: {
      id: edgeId,
      source: endsIn(source, id, byIndex),
      target: endsIn(target, id, byIndex),
      direction: 'directed',
      ownDirection: directionFieldIn(edges),
      cells: edges?.root,
      structure: [edgeId, source, target, ...innerOf(source), ...innerOf(target)],
    },
  })
  reportOtherLists(collector, jsonOutlineOf(file), [nodes, edges])
}

const nodeFieldsOf = (nodes: JsonRecords | undefined, id: JsonField | undefined): JsonGraphDialect['node'] => ({
  id,
  cells: nodes?.root,
  structure: id && ['id', '_id', 'key'].includes(id.name) ? [id] : [],
  x: jsonFieldAt(nodes, 'x') ?? jsonFieldAt(nodes, 'position', 'x'),
  y: jsonFieldAt(nodes, 'y') ?? jsonFieldAt(nodes, 'position', 'y'),
  downwards: true,
})

/** Reports the lists of records that are neither the nodes nor the edges. */
function reportOtherLists(
  collector: GraphCollector,
  { lists, rest }: ReturnType<typeof jsonOutlineOf>,
  used: readonly (JsonRecords | undefined)[],
): void {
  for (const [name, list] of lists) if (!used.includes(list)) reportLeftOut(collector, name, list.count)
  for (const [name, value] of Object.entries(rest))
    if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null))
      reportLeftOut(collector, name, value.length)
}

/** Reports the records of a list that are no nodes and no edges here. */
function reportLeftOut(collector: GraphCollector, list: string, count: number): void {
  for (let at = 0; at < count; at++)
    collector.repair('left out', `"${list.slice(0, 80)}"`, message('formats', 'jsonRecordsLeftOut'))
}

const innerOf = (field: JsonField | undefined): readonly JsonField[] => field?.fields ?? []

/** The fields of an end: its value, or the id of the node that a simulation has put in its place. */
function endsIn(
  field: JsonField | undefined,
  id: JsonField | undefined,
  byIndex: boolean,
): (EdgeEndField | undefined)[] {
  const inner = field?.field(id?.name ?? 'index') ?? field?.field('id')
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
