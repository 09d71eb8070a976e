import { columnGraph } from '../columns.js'
import { writeGexf } from '../../src/formats/gexf/write'
import { writeGraphml } from '../../src/formats/graphml/write'

const recipe = { dataset: { id: 'sample', title: 'Sample' }, filter: '', scope: 'shown', date: '' }
const writers = { gexf: writeGexf, graphml: writeGraphml }

/** The whole of a sample graph. */
export function samplePart(nodes, edges) {
  const graph = columnGraph(nodes, edges, 1)
  return { graph, nodes: new Uint8Array(nodes).fill(1), edges: new Uint8Array(edges).fill(1) }
}

/** The bytes of a part in a format. */
export const written = (kind, part) => writers[kind](part, recipe)
