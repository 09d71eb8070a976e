import type { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import { collectJson, fieldAt, mayBeJson } from './collectJson'
import { isObject, outlineOf } from './jsonOutline'

/** What graphology's `export` gives: nodes with a key, and their attributes in an object of their own. */
export function isGraphology(file: FileIn): boolean {
  if (!mayBeJson(file)) return false
  const { lists, rest } = outlineOf(file)
  const nodes = lists.get('nodes')
  if (!nodes || !lists.has('edges')) return false
  if (nodes.count === 0) return isObject(rest['options']) && 'multi' in rest['options']
  return fieldAt(nodes, 'key') !== undefined && fieldAt(nodes, 'id') === undefined
}

/** Reads graphology's serialised JSON (graphology.github.io, Serialization). */
export function collectGraphology(file: FileIn, collector: Collector): void {
  const { lists, rest } = outlineOf(file)
  const [nodes, edges] = [lists.get('nodes'), lists.get('edges')]
  const about = isObject(rest['attributes']) ? rest['attributes'] : {}
  const options = isObject(rest['options']) ? rest['options'] : {}
  const end = (name: string) => {
    const field = fieldAt(edges, name)
    return [field && { field, byPlace: false }]
  }
  collectJson(collector, {
    title: about['title'] ?? about['name'],
    nodes,
    edges,
    node: {
      id: fieldAt(nodes, 'key'),
      cells: fieldAt(nodes, 'attributes'),
      structure: [],
      x: fieldAt(nodes, 'attributes', 'x'),
      y: fieldAt(nodes, 'attributes', 'y'),
      downwards: false,
    },
    edge: {
      id: fieldAt(edges, 'key'),
      source: end('source'),
      target: end('target'),
      directed: options['type'] !== 'undirected',
      undirected: fieldAt(edges, 'undirected'),
      cells: fieldAt(edges, 'attributes'),
      structure: [],
    },
  })
}
