import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportProvenance } from '../../src/formats/format'
import { writeGexf, writeGexf12 } from '../../src/formats/gexf/write'
import { buildAttributeColumns } from '../../src/model/buildGraph'
import type { Graph } from '../../src/model/graph'
import type { AttributeValue } from '../../src/model/records'
import { edgeRecordAt, nodeRecordAt } from '../../src/model/rowRecords'
import { aGraph, printable } from '../arbitraries'
import { readGraph, wholeGraph } from './readAndWrite'

const recipe: ExportProvenance = { dataset: { id: 's', title: 'S' }, filter: '', scope: 'shown', date: '' }
const encoder = new TextEncoder()
const decoder = new TextDecoder()
const read = (bytes: Uint8Array) => readGraph(bytes, 'x.gexf')
const write = (graph: Graph) => writeGexf(wholeGraph(graph), recipe)

type Cells = Readonly<Record<string, AttributeValue>>
const rowsOf = (graph: Graph, of: 'nodes' | 'edges'): Cells[] =>
  Array.from({ length: graph[of].count }, (_, row) =>
    of === 'nodes' ? (nodeRecordAt(graph, row).attributes ?? {}) : (edgeRecordAt(graph, row).attributes ?? {}),
  )
const names = ['color', 'size', 'shape', 'thickness', 'viz color', 'viz size', 'kept']
const visualsIn = (rows: readonly Cells[]) =>
  rows.map((cells) => Object.fromEntries(Object.entries(cells).filter(([name]) => names.includes(name))))

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const colour = fc.oneof({ weight: 12, arbitrary: hex }, fc.constantFrom('red', '#FFF', '#FF00AA'))
const amount = fc.oneof({ weight: 12, arbitrary: fc.double({ min: 0, max: 1e9, noNaN: true }) }, fc.constant(-1))
const nodeCells = fc.record(
  {
    color: colour,
    size: amount.map((value) => value + 0),
    shape: fc.oneof({ weight: 12, arbitrary: fc.constantFrom('disc', 'image') }, fc.constant('ellipse')),
    thickness: fc.constant(2),
    'viz color': hex,
    'viz size': fc.integer({ min: 0 }),
    kept: printable.filter((text) => text.trim() !== ''),
  },
  { requiredKeys: [] },
)
const edgeCells = fc.record(
  { color: colour, thickness: amount, shape: fc.constantFrom('solid', 'dotted'), size: fc.constant(3) },
  { requiredKeys: [] },
)
const rows = (cells: fc.Arbitrary<Cells>, count: number) => fc.array(cells, { minLength: count, maxLength: count })

/** A graph with columns that may be visual properties, and columns that only have such names. */
const withVisualColumns: fc.Arbitrary<Graph> = fc
  .tuple(aGraph(printable), rows(nodeCells, 6), rows(edgeCells, 12))
  .map(([graph, nodes, edges]) => ({
    ...graph,
    nodes: { ...graph.nodes, attributes: buildAttributeColumns(nodes.slice(0, graph.nodes.count)) },
    edges: { ...graph.edges, attributes: buildAttributeColumns(edges.slice(0, graph.edges.count)) },
  }))

describe('visual properties in GEXF', () => {
  it('are read back as the same columns, also beside columns with similar names', () =>
    fc.assert(
      fc.asyncProperty(withVisualColumns, fc.constantFrom(writeGexf, writeGexf12), async (graph, writer) => {
        const back = await read(writer(wholeGraph(graph), recipe))
        for (const of of ['nodes', 'edges'] as const)
          expect(visualsIn(rowsOf(back, of))).toEqual(visualsIn(rowsOf(graph, of)))
      }),
      { numRuns: 300 },
    ))
  it('are written in the same bytes after each reading', () =>
    fc.assert(
      fc.asyncProperty(withVisualColumns, async (graph) => {
        const once = write(await read(write(graph)))
        expect(decoder.decode(write(await read(once)))).toBe(decoder.decode(once))
      }),
    ))

  const node = (id: string, inside: string) => `<node id="${id}" label="${id}">${inside}</node>`
  const file = (nodes: string, edges = '', declared = '') =>
    `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph>${declared}<nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`
  const again = async (text: string) => decoder.decode(write(await read(encoder.encode(text))))
  const elements = (text: string) => [...text.matchAll(/<viz:[^>]*>/g)].map(([element]) => element)

  it('of Gephi are written as they were read', async () => {
    const one = '<viz:color r="235" g="81" b="72"/><viz:size value="28.685715"/><viz:position x="-266.5" y="299.25"/>'
    const edge = '<edge source="a" target="b"><viz:color r="1" g="2" b="3"/><viz:thickness value="3"/></edge>'
    const out = await again(file(node('a', one) + node('b', '<viz:shape value="square"/>'), edge))
    expect(elements(out).sort()).toEqual([...elements(one), '<viz:shape value="square"/>', ...elements(edge)].sort())
    expect(out).not.toMatch(/<attribute id="(color|size|shape|thickness)"/)
  })
  it('give no colour to a node without one', async () => {
    const out = await again(file(node('a', '<viz:color hex="#EB5148"/>') + node('b', '')))
    expect(elements(out)).toEqual(['<viz:color r="235" g="81" b="72"/>'])
  })
  it('are the colours of families if nodes have none, and these are not read back', async () => {
    const out = await again(file(node('a', '') + node('b', '')))
    expect(elements(out)).toHaveLength(2)
    expect(rowsOf(await read(encoder.encode(out)), 'nodes')).toEqual([{}, {}])
  })
  it('do not include a size without colours, which is a value', async () => {
    const declared = '<attributes class="node"><attribute id="0" title="size" type="double"/></attributes>'
    const size = '<attvalues><attvalue for="0" value="50000"/></attvalues>'
    const out = await again(file(node('a', size), '', declared))
    expect(out).toContain('<attvalue for="size" value="50000"/>')
    expect(out).not.toContain('viz:size')
  })
  it('do not include values that the format does not have: a negative size, an unknown shape', async () => {
    const out = await again(
      file(node('a', '<viz:color hex="#000000"/><viz:size value="-1"/><viz:shape value="roundrectangle"/>')),
    )
    expect(elements(out)).toEqual(['<viz:color r="0" g="0" b="0"/>'])
    expect(out).toContain('<attvalue for="size" value="-1"/><attvalue for="shape" value="roundrectangle"/>')
  })
  it('are kept beside a declared column of the same name', async () => {
    const declared = '<attributes class="node"><attribute id="0" title="color" type="string"/></attributes>'
    const own = '<attvalues><attvalue for="0" value="green"/></attvalues><viz:color r="1" g="2" b="3"/>'
    const out = await again(file(node('a', own), '', declared))
    expect(out).toContain('<attvalue for="color" value="green"/>')
    expect(elements(out)).toEqual(['<viz:color r="1" g="2" b="3"/>'])
  })
})
