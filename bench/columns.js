import { sectors, relations, sampleGraph } from './graphs.js'
import { buildGraph } from '../src/model/buildGraph'
import { numberColumn, textColumn } from '../src/model/columns'

/** A graph of Kizuna with the nodes and edges of a sample, made as its columns: sector, year and score of nodes, weight of edges. */
export function columnGraph(nodes, edges, seed) {
  const sample = sampleGraph(nodes, edges, seed)
  const schema = {
    families: [],
    types: sectors.map((id) => ({ id, family: '', label: id })),
    predicates: relations.map((id) => ({ id, label: id, inverse: `${id} (from)`, from: ['any'], to: ['any'] })),
  }
  const empty = buildGraph({ about: { id: 'sample', title: 'Sample' }, schema, nodes: [] })
  const category = (codes, dictionary) => ({ kind: 'category', codes: Uint32Array.from(codes), dictionary })
  const ids = (letter, count) => textColumn(Array.from({ length: count }, (_, row) => `${letter}${row}`))
  return {
    ...empty,
    nodes: {
      count: nodes,
      id: ids('n', nodes),
      type: category(sample.type, sectors),
      label: textColumn(sample.labels()),
      x: sample.x,
      y: sample.y,
      attributes: new Map([
        ['sector', category(sample.type, sectors)],
        ['year', numberColumn([...sample.year])],
        ['score', numberColumn([...sample.score])],
      ]),
    },
    edges: {
      count: edges,
      id: ids('e', edges),
      source: sample.source,
      target: sample.target,
      predicate: category(sample.relation, relations),
      attributes: new Map([['weight', numberColumn([...sample.weight])]]),
    },
  }
}
