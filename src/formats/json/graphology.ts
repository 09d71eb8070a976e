import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { collectJson, jsonFieldAt, mayBeGraphJson } from './collectJson'
import { directionFieldIn } from './jsonDirections'
import { isJsonObject, jsonOutlineOf } from './jsonOutline'

/** Whether a file is a graphology export: nodes have a key, and an object with attributes. */
export function isGraphology(file: InputFile): boolean {
  if (!mayBeGraphJson(file)) return false
  const { lists, rest } = jsonOutlineOf(file)
  const nodes = lists.get('nodes')
  if (!nodes || !lists.has('edges')) return false
  if (nodes.count === 0) return isJsonObject(rest['options']) && 'multi' in rest['options']
  return jsonFieldAt(nodes, 'key') !== undefined && jsonFieldAt(nodes, 'id') === undefined
}

/** Reads graphology's serialised JSON (graphology.github.io, Serialization). */
export function collectGraphology(file: InputFile, collector: GraphCollector): void {
  const { lists, rest } = jsonOutlineOf(file)
  const [nodes, edges] = [lists.get('nodes'), lists.get('edges')]
  const about = isJsonObject(rest['attributes']) ? rest['attributes'] : {}
  const options = isJsonObject(rest['options']) ? rest['options'] : {}
  const end = (name: string) => {
    const field = jsonFieldAt(edges, name)
    return [field && { field, byIndex: false }]
  }
  collectJson(collector, {
    title: about['title'] ?? about['name'],
    nodes,
    edges,
    node: {
      id: jsonFieldAt(nodes, 'key'),
      cells: jsonFieldAt(nodes, 'attributes'),
      structure: [],
      x: jsonFieldAt(nodes, 'attributes', 'x'),
      y: jsonFieldAt(nodes, 'attributes', 'y'),
      downwards: false,
    },
    edge: {
      id: jsonFieldAt(edges, 'key'),
      source: end('source'),
      target: end('target'),
      direction: options['type'] === 'undirected' ? 'undirected' : 'directed',
      ownDirection: directionFieldIn(edges),
      cells: jsonFieldAt(edges, 'attributes'),
      structure: [],
    },
  })
}
