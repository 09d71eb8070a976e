import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Subgraph, ExportProvenance } from '../../src/formats/format'
import { writeGexf, writeGexf12 } from '../../src/formats/gexf/write'
import { writeGraphml } from '../../src/formats/graphml/write'
import { readGraph } from './readAndWrite'
import type { Graph } from '../../src/model/graph'
import { aGraph, hostile } from '../arbitraries'
import { gexfText, graphmlText } from './xmlStrings'

const decoder = new TextDecoder()
const recipe: ExportProvenance = {
  dataset: { id: 'sample', title: 'Sample <&> co', version: '2' },
  filter: 'sector:energy',
  scope: 'shown',
  date: '2026-02-20',
}
const aPart: fc.Arbitrary<Subgraph> = fc
  .tuple(aGraph(), fc.array(fc.boolean()), fc.boolean())
  .map(([graph, shown, all]) => {
    const nodes = Uint8Array.from({ length: graph.nodes.count }, (_, row) => (all || shown[row] !== false ? 1 : 0))
    const { source, target } = graph.edges
    const edges = Uint8Array.from({ length: graph.edges.count }, (_, row) =>
      nodes[source[row]!] === 1 && nodes[target[row]!] === 1 ? 1 : 0,
    )
    return { graph, nodes, edges }
  })

/** A file of a graph whose columns are of every kind. */
const anOpenedFile: fc.Arbitrary<string> = fc
  .array(fc.record({ name: hostile, kind: hostile, list: fc.array(hostile), x: fc.float(), score: fc.double() }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((rows) => {
    const nodes = rows.map(({ name, kind, list, x, score }, row) => ({
      key: `n${row}`,
      attributes: { name, kind, list, x: Number.isFinite(x) ? x : 0, y: 1, score: Number.isFinite(score) ? score : 1 },
    }))
    const edges = rows.map(({ name }, row) => ({ source: `n${row}`, target: 'n0', attributes: { said: name } }))
    return JSON.stringify({ attributes: {}, options: { type: 'directed', multi: true }, nodes, edges })
  })
const whole = (graph: Graph): Subgraph => ({
  graph,
  nodes: new Uint8Array(graph.nodes.count).fill(1),
  edges: new Uint8Array(graph.edges.count).fill(1),
})

describe.each([
  ['GEXF 1.3', writeGexf, (part: Subgraph) => gexfText(part, recipe, '1.3')],
  ['GEXF 1.2', writeGexf12, (part: Subgraph) => gexfText(part, recipe, '1.2')],
  ['GraphML', writeGraphml, (part: Subgraph) => graphmlText(part, recipe)],
] as const)('the writer of %s', (_, write, text) => {
  it('writes the bytes that strings would give', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(aPart, anOpenedFile), async (given) => {
        const part =
          typeof given === 'string' ? whole(await readGraph(new TextEncoder().encode(given), 'x.json')) : given
        expect(decoder.decode(write(part, recipe))).toBe(text(part))
      }),
      { numRuns: 60 },
    ))
})
