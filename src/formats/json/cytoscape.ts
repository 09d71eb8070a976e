import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { collectJson, jsonFieldAt, mayBeGraphJson, type JsonGraphDialect } from './collectJson'
import { isJsonObject, jsonOutlineOf } from './jsonOutline'
import type { JsonRecords } from './jsonRecords'

/** Whether a file has a list of elements, as Cytoscape.js also accepts, an object with elements, or nodes and edges without it. */
export function isCytoscape(file: InputFile): boolean {
  if (!mayBeGraphJson(file) && !/^\s*\[\s*\{[^]*?"data"\s*:\s*\{/.test(file.head)) return false
  const { lists } = jsonOutlineOf(file)
  const nodes = lists.get('elements.nodes') ?? (jsonFieldAt(lists.get('nodes'), 'data') && lists.get('nodes'))
  if (nodes) return nodes.count === 0 || jsonFieldAt(nodes, 'data', 'id') !== undefined
  return jsonFieldAt(lists.get('elements') ?? lists.get(''), 'data', 'id') !== undefined
}

/**
 * Reads Cytoscape JSON: .cyjs of Cytoscape desktop and `cy.json()` of Cytoscape.js (js.cytoscape.org, Notation). Its y
 * grows downwards. `parent` stays a column; fields that repeat the id or the name (`SUID`,
 * `shared_name`, which is the label if there is no name) are left out. The object `elements` may be missing.
 */
export function collectCytoscape(file: InputFile, collector: GraphCollector): void {
  const { lists, rest } = jsonOutlineOf(file)
  const about = isJsonObject(rest['data']) ? rest['data'] : {}
  const mixed = lists.get('elements') ?? lists.get('')
  const nodes = lists.get('elements.nodes') ?? mixed ?? lists.get('nodes')
  const edges = lists.get('elements.edges') ?? mixed ?? lists.get('edges')
  const isEdge = mixed && jsonFieldAt(mixed, 'data', 'source')
  collectJson(collector, {
    title: about['title'] ?? about['name'],
    nodes,
    edges,
    includes: mixed && {
      node: (at) => (isEdge?.offsets.at(at) ?? 0) === 0,
      edge: (at) => (isEdge?.offsets.at(at) ?? 0) !== 0,
    },
    node: nodeOf(nodes),
    edge: edgeOf(edges),
  })
}

const nodeOf = (nodes: JsonRecords | undefined): JsonGraphDialect['node'] => ({
  id: jsonFieldAt(nodes, 'data', 'id'),
  cells: jsonFieldAt(nodes, 'data'),
  structure: ['id', 'SUID', 'shared_name', 'source', 'target'].map((name) => jsonFieldAt(nodes, 'data', name)),
  x: jsonFieldAt(nodes, 'position', 'x'),
  y: jsonFieldAt(nodes, 'position', 'y'),
  downwards: true,
})

function edgeOf(edges: JsonRecords | undefined): JsonGraphDialect['edge'] {
  const end = (name: string) => {
    const field = jsonFieldAt(edges, 'data', name)
    return field ? [{ field, byIndex: false }] : []
  }
  const structure = ['id', 'source', 'target', 'SUID', 'shared_name', 'shared_interaction']
  return {
    id: jsonFieldAt(edges, 'data', 'id'),
    source: end('source'),
    target: end('target'),
    direction: 'directed',
    cells: jsonFieldAt(edges, 'data'),
    structure: structure.map((name) => jsonFieldAt(edges, 'data', name)),
  }
}
