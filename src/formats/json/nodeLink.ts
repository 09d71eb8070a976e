import type { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import type { End } from './recordIdCodes'
import { collectJson, fieldAt, mayBeJson } from './collectJson'
import { outlineOf } from './jsonOutline'
import type { Field, Records } from './jsonRecords'
import { NUMBER } from './jsonScanner'
import { Values } from './jsonValueReader'

const idNames = ['id', 'key', 'name', 'label']

/** Nodes with links, or nodes with edges, as pages made with d3 and vis-network have them. */
export function isNodeLink(file: FileIn): boolean {
  if (!mayBeJson(file)) return false
  const { lists } = outlineOf(file)
  const nodes = lists.get('nodes')
  const links = lists.get('links') ?? lists.get('edges')
  if (!nodes || nodes.count === nodes.others) return false
  if (!links || links.count === 0) return idNames.some((name) => fieldAt(nodes, name))
  return (fieldAt(links, 'source') ?? fieldAt(links, 'from')) !== undefined
}

/**
 * Reads nodes and links as d3-force has them (d3js.org/d3-force/link: ends are ids, places in the list, or the nodes
 * themselves) and nodes and edges as vis-network has them (`from`, `to`). Places grow downwards there.
 */
export function collectNodeLink(file: FileIn, collector: Collector): void {
  const { lists, rest } = outlineOf(file)
  const nodes = lists.get('nodes')
  const edges = lists.get('links') ?? lists.get('edges')
  const id = idNames.map((name) => fieldAt(nodes, name)).find((field) => field && field.starts.length > 0)
  const names = fieldAt(edges, 'source') ? ['source', 'target'] : ['from', 'to']
  const [source, target] = names.map((name) => fieldAt(edges, name))
  const byPlace = source !== undefined && (id === undefined || arePlaces(nodes!, source, id))
  if (byPlace) collector.guesses.push('The ends of links are places in the list of nodes.')
  const edgeId = fieldAt(edges, 'id')
  collectJson(collector, {
    title: rest['title'] ?? rest['name'],
    nodes,
    edges,
    node: {
      id,
      cells: nodes?.root,
      structure: id && ['id', 'key'].includes(id.name) ? [id] : [],
      x: fieldAt(nodes, 'x'),
      y: fieldAt(nodes, 'y'),
      downwards: true,
    },
    edge: {
      id: edgeId,
      source: endsIn(source, id, byPlace),
      target: endsIn(target, id, byPlace),
      directed: true,
      undirected: fieldAt(edges, 'undirected'),
      cells: edges?.root,
      structure: [edgeId, source, target, ...innerOf(source), ...innerOf(target)],
    },
  })
}

const innerOf = (field: Field | undefined): readonly Field[] => field?.fields ?? []

/** Where an end stands: as it is, or in the node that a simulation has put there. */
function endsIn(field: Field | undefined, id: Field | undefined, byPlace: boolean): (End | undefined)[] {
  const own = field?.field(id?.name ?? 'index')
  return [field && { field, byPlace }, own && { field: own, byPlace: id === undefined }]
}

/** Whether ends that are whole numbers count nodes: all are places in the list, and one of them is no node's id. */
function arePlaces(nodes: Records, ends: Field, id: Field): boolean {
  if (ends.kinds !== NUMBER) return false
  const values = new Values(nodes.json)
  const ids = new Set<string>()
  for (let at = 0; at < nodes.count; at++) if (id.starts.at(at) !== 0) ids.add(values.string(id.starts.at(at)))
  let strange = false
  for (let at = 0; at < ends.starts.length; at++) {
    const start = ends.starts.at(at)
    if (start === 0) continue
    const place = values.number(start)
    if (!Number.isInteger(place) || place < 0 || place >= nodes.count) return false
    strange ||= !ids.has(String(place))
  }
  return strange
}
