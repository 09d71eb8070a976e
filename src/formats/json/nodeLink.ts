import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import type { EdgeEndField } from './recordIdCodes'
import { collectJson, jsonFieldAt, mayBeGraphJson } from './collectJson'
import { jsonOutlineOf } from './jsonOutline'
import type { JsonField, JsonRecords } from './jsonRecords'
import { JSON_NUMBER } from './jsonScanner'
import { JsonValueReader } from './jsonValueReader'

const idNames = ['id', 'key', 'name', 'label']

/** Nodes with links, or nodes with edges, as pages made with d3 and vis-network have them. */
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
 * Reads nodes and links as d3-force has them (d3js.org/d3-force/link: ends are ids, places in the list, or the nodes
 * themselves) and nodes and edges as vis-network has them (`from`, `to`). Places grow downwards there.
 */
export function collectNodeLink(file: InputFile, collector: GraphCollector): void {
  const { lists, rest } = jsonOutlineOf(file)
  const nodes = lists.get('nodes')
  const edges = lists.get('links') ?? lists.get('edges')
  const id = idNames.map((name) => jsonFieldAt(nodes, name)).find((field) => field && field.offsets.length > 0)
  const names = jsonFieldAt(edges, 'source') ? ['source', 'target'] : ['from', 'to']
  const [source, target] = names.map((name) => jsonFieldAt(edges, name))
  const byIndex = source !== undefined && (id === undefined || arePlaces(nodes!, source, id))
  if (byIndex) collector.guesses.push('The ends of links are places in the list of nodes.')
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

/** Where an end stands: as it is, or in the node that a simulation has put there. */
function endsIn(
  field: JsonField | undefined,
  id: JsonField | undefined,
  byIndex: boolean,
): (EdgeEndField | undefined)[] {
  const own = field?.field(id?.name ?? 'index')
  return [field && { field, byIndex }, own && { field: own, byIndex: id === undefined }]
}

/** Whether ends that are whole numbers count nodes: all are places in the list, and one of them is no node's id. */
function arePlaces(nodes: JsonRecords, ends: JsonField, id: JsonField): boolean {
  if (ends.kinds !== JSON_NUMBER) return false
  const values = new JsonValueReader(nodes.json)
  const ids = new Set<string>()
  for (let at = 0; at < nodes.count; at++) if (id.offsets.at(at) !== 0) ids.add(values.string(id.offsets.at(at)))
  let strange = false
  for (let at = 0; at < ends.offsets.length; at++) {
    const start = ends.offsets.at(at)
    if (start === 0) continue
    const place = values.number(start)
    if (!Number.isInteger(place) || place < 0 || place >= nodes.count) return false
    strange ||= !ids.has(String(place))
  }
  return strange
}
