import type { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import { collectJson, fieldAt, mayBeJson, type Dialect } from './collectJson'
import { isObject, outlineOf } from './jsonOutline'
import type { Records } from './jsonRecords'

/** A list of elements, as Cytoscape.js also takes them, or an object with elements. */
export function isCytoscape(file: FileIn): boolean {
  if (!mayBeJson(file) && !/^\s*\[\s*\{[^]*?"data"\s*:\s*\{/.test(file.head)) return false
  const { lists } = outlineOf(file)
  const nodes = lists.get('elements.nodes')
  if (nodes) return nodes.count === 0 || fieldAt(nodes, 'data', 'id') !== undefined
  return fieldAt(lists.get('elements') ?? lists.get(''), 'data', 'id') !== undefined
}

/**
 * Reads Cytoscape JSON: .cyjs of Cytoscape desktop and `cy.json()` of Cytoscape.js (js.cytoscape.org, Notation). Places
 * grow downwards there; `parent` stays a column. What only repeats the id or the name (`shared_name`, `SUID`) is left.
 */
export function collectCytoscape(file: FileIn, collector: Collector): void {
  const { lists, rest } = outlineOf(file)
  const about = isObject(rest['data']) ? rest['data'] : {}
  const mixed = lists.get('elements') ?? lists.get('')
  const nodes = lists.get('elements.nodes') ?? mixed
  const edges = lists.get('elements.edges') ?? mixed
  const isEdge = mixed && fieldAt(mixed, 'data', 'source')
  collectJson(collector, {
    title: about['title'] ?? about['name'],
    nodes,
    edges,
    taken: mixed && {
      node: (at) => (isEdge?.starts.at(at) ?? 0) === 0,
      edge: (at) => (isEdge?.starts.at(at) ?? 0) !== 0,
    },
    node: nodeOf(nodes),
    edge: edgeOf(edges),
  })
}

const nodeOf = (nodes: Records | undefined): Dialect['node'] => ({
  id: fieldAt(nodes, 'data', 'id'),
  cells: fieldAt(nodes, 'data'),
  structure: ['id', 'SUID', 'shared_name', 'source', 'target'].map((name) => fieldAt(nodes, 'data', name)),
  x: fieldAt(nodes, 'position', 'x'),
  y: fieldAt(nodes, 'position', 'y'),
  downwards: true,
})

function edgeOf(edges: Records | undefined): Dialect['edge'] {
  const end = (name: string) => {
    const field = fieldAt(edges, 'data', name)
    return field ? [{ field, byPlace: false }] : []
  }
  const structure = ['id', 'source', 'target', 'SUID', 'shared_name', 'shared_interaction']
  return {
    id: fieldAt(edges, 'data', 'id'),
    source: end('source'),
    target: end('target'),
    directed: true,
    cells: fieldAt(edges, 'data'),
    structure: structure.map((name) => fieldAt(edges, 'data', name)),
  }
}
