import fc from 'fast-check'
import { UndirectedGraph, MultiGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { initialViewOf } from '../../src/app/initialView'
import { filterStep, filterTerm } from '../../src/analysis/filter/filter'
import { FileFault } from '../../src/formats/io/fileFault'
import type { ExportProvenance } from '../../src/formats/format'
import { readFiles } from '../../src/formats/readFiles'
import { jsonFaultOffset } from '../../src/formats/io/jsonFaultOffset'
import { NONE, textAt } from '../../src/model/columns'
import { nodeRowIndex, type Graph } from '../../src/model/graph'
import { edgeRecordAt, nodeRecordAt, statementRecordAt } from '../../src/model/rowRecords'
import { aGraph, printable } from '../arbitraries'
import { graphOf } from '../sample'
import { inEnglish } from '../text'
import { readGraph, wholeGraph, writeAs } from './readAndWrite'

const recipe: ExportProvenance = {
  dataset: { id: 'sample', title: 'Sample' },
  filter: 'sector:energy',
  scope: 'shown',
  date: '2026-02-20',
}
const encoder = new TextEncoder()
const written = (id: string, graph: Graph) => writeAs(id, wholeGraph(graph), recipe)
const again = (id: string, graph: Graph) => readGraph(written(id, graph), `sample.${id}`)
const rows = <Row>(count: number, at: (row: number) => Row) => Array.from({ length: count }, (_, row) => at(row))

/** A Kizuna JSON file that a test makes invalid. */
interface Loose {
  kizuna: number
  nodes: { label: unknown }[]
  edges: { target: string }[]
  sources: unknown[]
}

const faultOf = async (bytes: Uint8Array, name: string): Promise<FileFault> => {
  try {
    await readGraph(bytes, name)
  } catch (error) {
    if (error instanceof FileFault) return error
    throw error
  }
  throw new Error('the file was read')
}

describe('Kizuna JSON', () => {
  it('loses nothing', () =>
    fc.assert(
      fc.asyncProperty(aGraph(), async (graph) => {
        expect(await again('json', graph)).toEqual(graph)
      }),
    ))

  it('carries a part with its evidence, and those who assert it from outside', async () => {
    const graph = graphOf(
      'plant:project knows pipe:project',
      'plant in-sector energy:sector',
      'ann knows bob',
      'plant cost 33 expected note',
    )
    const { nodes, edges } = applyFilter(graph, [filterStep(filterTerm('sector', ['energy']))])
    const text = new TextDecoder().decode(writeAs('json', { graph, nodes, edges }, recipe))
    const file = JSON.parse(text) as Record<string, { id: string }[]>
    expect(file['nodes']!.map(({ id }) => id)).toEqual(['plant', 'energy'])
    expect(file['edges']!.map(({ id }) => id)).toEqual(['plant--in-sector--energy'])
    expect(file['statements']!.map(({ id }) => id)).toEqual(['s1', 's3'])
    expect(file['sources']!.map(({ id }) => id)).toEqual(['paper', 'note'])
    const part = await readGraph(encoder.encode(text), 'part.json')
    expect(part.statements.count).toBe(2)
    expect(part.about.view).toBeUndefined()
  })

  it('opens a part as it was taken: who only asserts something is left out of the first view', async () => {
    const whole = graphOf('plant in-sector energy:sector', 'ann knows bob')
    const by = Uint32Array.of(nodeRowIndex(whole).get('ann')!, NONE)
    const about = { ...whole.about, view: { filter: 'origins:2' } }
    const graph = { ...whole, about, statements: { ...whole.statements, by } }
    const { nodes, edges } = applyFilter(graph, [filterStep(filterTerm('sector', ['energy']))])
    const back = await readGraph(writeAs('json', { graph, nodes, edges }, recipe), 'part.json')
    expect(back.about).toMatchObject({ asserters: ['ann'] })
    const first = initialViewOf(back)
    const seen = applyFilter(back, first.filter)
    expect([seen.nodeCount, seen.edgeCount]).toEqual([2, 1])
  })

  it.each([
    ['a node twice', (file: Loose) => file.nodes.push(file.nodes[0]!), 'duplicate node id "ann"'],
    ['an edge to nowhere', (file: Loose) => (file.edges[0]!.target = 'nobody'), 'unknown node "nobody"'],
    ['a statement without its source', (file: Loose) => (file.sources = []), 'unknown source "paper"'],
    ['a statement that no edge lists', (file: Loose) => (file.edges = []), 'which is missing from the file'],
    ['another version', (file: Loose) => (file.kizuna = 2), 'version 2'],
    ['a field of another type', (file: Loose) => (file.nodes[0]!.label = 7), 'nodes.0.label'],
  ])('rejects %s with a reason', async (_, spoil, what) => {
    const file = JSON.parse(new TextDecoder().decode(written('json', graphOf('ann knows bob')))) as Loose
    spoil(file)
    expect(inEnglish((await faultOf(encoder.encode(JSON.stringify(file)), 'bad.json')).what)).toContain(what)
  })
})

describe.each(['gexf', 'graphml'])('%s', (id) => {
  it('keeps nodes with names, types and positions, and edges with ends and predicates', () =>
    fc.assert(
      fc.asyncProperty(aGraph(printable), async (graph) => {
        const back = await again(id, graph)
        const node = (from: Graph) => (row: number) => {
          const { id: own, type, label, x, y, ja, summary, aliases, coordinates } = nodeRecordAt(from, row)
          return {
            own,
            type,
            label,
            ...(x !== undefined && y !== undefined && { x, y }),
            ja,
            summary,
            aliases,
            coordinates,
          }
        }
        const edge = (from: Graph) => (row: number) => {
          const { id: own, source, target, predicate } = edgeRecordAt(from, row)
          return { own, source, target, predicate }
        }
        expect(rows(back.nodes.count, node(back))).toEqual(rows(graph.nodes.count, node(graph)))
        expect(rows(back.edges.count, edge(back))).toEqual(rows(graph.edges.count, edge(graph)))
      }),
    ))
  it('carries the evidence of each edge, the recipe and the sources as text', () => {
    const text = new TextDecoder().decode(written(id, graphOf('ann knows bob expected note')))
    expect(text).toContain('expected; says Note; Note')
    expect(text).toContain('filter sector:energy; exported 2026-02-20')
  })
})

describe('csv', () => {
  it('is the same zip twice, and its cells are no formulas', async () => {
    const { unzipSync } = await import('fflate')
    const graph = graphOf('=cmd() knows bob expected paper', 'bob cost -5')
    const zip = written('csv', graph)
    expect(zip).toEqual(written('csv', graph))
    const files = unzipSync(zip)
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'nodes.csv',
      'edges.csv',
      'figures.csv',
      'statements.csv',
      'sources.csv',
      'disputes.csv',
      'predicates.csv',
    ])
    expect(new TextDecoder().decode(files['nodes.csv'])).toContain("'=cmd()")
    expect(new TextDecoder().decode(files['statements.csv'])).toContain(',-5,')
    const lines = new TextDecoder().decode(files['statements.csv']).trim().split('\r\n')
    expect(lines).toHaveLength(1 + graph.statements.count)
  })
})

describe('independent readers', () => {
  const graph = graphOf('ann knows bob expected paper', 'bob knows ann', 'plant:project in-sector energy:sector')
  it('graphology-graphml reads the same nodes and edges', async () => {
    const { parse } = await import('graphology-graphml')
    const read = (parse as unknown as (kind: typeof MultiGraph, text: string) => MultiGraph)(
      MultiGraph,
      new TextDecoder().decode(written('graphml', graph)),
    )
    expect([read.order, read.size]).toEqual([graph.nodes.count, graph.edges.count])
    expect(read.getNodeAttribute('plant', 'family')).toBe('project')
  })
  it.each(['gexf', 'gexf12'])('graphology-gexf reads the same nodes and edges of %s', async (id) => {
    const { parse } = await import('graphology-gexf')
    const read = (parse as unknown as (kind: typeof MultiGraph, text: string) => MultiGraph)(
      MultiGraph,
      new TextDecoder().decode(written(id, graph)),
    )
    expect([read.order, read.size]).toEqual([graph.nodes.count, graph.edges.count])
    expect(read.getNodeAttributes('plant')).toMatchObject({ family: 'project', label: 'plant' })
  })
  it('graphology writes GEXF that is read here', async () => {
    const { write } = await import('graphology-gexf')
    const made = new UndirectedGraph()
    made.addNode('a', { label: 'A', kind: 'x', score: 3 })
    made.addNode('b', { label: 'B', kind: 'y', score: 4 })
    made.addEdge('a', 'b', { weight: 2 })
    const read = await readGraph(encoder.encode((write as (graph: unknown) => string)(made)), 'made.gexf')
    expect([read.nodes.count, read.edges.count]).toEqual([2, 1])
    expect(nodeRecordAt(read, 1)).toMatchObject({ id: 'b', label: 'B', type: 'y', attributes: { score: 4 } })
    expect(edgeRecordAt(read, 0).attributes).toMatchObject({ weight: 2 })
  })
})

describe('a bad file', () => {
  const text = (content: string) => encoder.encode(content)
  const bomb = `<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]><graphml><graph><node id="&b;"/></graph></graphml>`
  it.each([
    ['empty', new Uint8Array(), 'the file is empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'a PNG image'],
    ['other text', text('hello'), 'unrecognised format'],
    ['other JSON', text('{"a": 1}'), 'without a list of nodes or edges that Kizuna knows; it has "a"'],
    ['broken JSON', text('{"kizuna": 1,\n "nodes": [}'), 'invalid JSON'],
    ['not UTF-8', Uint8Array.of(0x3c, 0xff, 0xfe, 0x41), 'not valid UTF-8'],
    ['an entity bomb', text(bomb), 'declares entities'],
    ['deep nesting', text(`<gexf>${'<a>'.repeat(300)}`), 'nested more than'],
    ['a GEXF cut off', text('<gexf><graph><nodes><node id="1"/>\n<node id="'), 'ends too early'],
    ['a GEXF without a graph', text('<gexf></gexf>'), 'no <gexf> element that contains a <graph>'],
    ['a node without an id', text('<graphml><graph>\n<node/></graph></graphml>'), 'has no attribute "id"'],
  ])('%s is rejected with a reason', async (_, bytes, what) => {
    const fault = await faultOf(bytes, 'bad.json')
    expect(inEnglish(fault.what)).toContain(what)
    expect(fault.file).toBe('bad.json')
    expect(inEnglish(fault.remedy)).not.toBe('')
  })
  it('is shown with its position', async () => {
    const fault = await faultOf(text('<gexf><graph><nodes>\n<node id="1"/>\n<node id="2'), 'cut.gexf')
    expect(fault).toMatchObject({ line: 3, column: 12 })
    expect(fault.excerpt!.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(fault.message).toMatch(/^cut\.gexf:3:12 /)
  })
})

describe('a file with faults that can be repaired', () => {
  const file = (content: string) => [
    { name: 'x.gexf', bytes: encoder.encode(`<gexf><graph>${content}</graph></gexf>`) },
  ]
  const twice = file('<nodes><node id="1" label="One"/><node id="1" label="Two"/><node id="2"/></nodes>')
  const dangling = file(
    '<nodes><node id="a"/></nodes><edges><edge source="a" target="b"/><edge source="a" target="a"/></edges>',
  )
  const labels = ({ nodes }: Graph) =>
    rows(nodes.count, (row) => `${textAt(nodes.id, row)}: ${textAt(nodes.label, row)}`)

  it('merges duplicate nodes and reports it', async () => {
    const { graph, report } = await readFiles(twice)
    expect(labels(graph)).toEqual(['1: One', '2: 2'])
    expect(report.repairs).toMatchObject([{ kind: 'duplicate nodes', count: 1, examples: ['1'] }])
  })
  it('keeps duplicate nodes as separate nodes on request', async () => {
    const { graph } = await readFiles(twice, { duplicates: 'apart' })
    expect(labels(graph)).toEqual(['1: One', '1 (2): Two', '2: 2'])
  })
  it('adds the missing end of an edge and reports it', async () => {
    const { graph, report } = await readFiles(dangling)
    expect(labels(graph)).toEqual(['a: a', 'b: b'])
    expect(rows(graph.edges.count, (row) => textAt(graph.edges.id, row))).toEqual(['a--b', 'a--a'])
    expect(report.repairs).toMatchObject([{ kind: 'dangling edges', count: 1, examples: [expect.anything()] }])
  })
  it('leaves an edge without its end out on request', async () => {
    const { graph } = await readFiles(dangling, { dangling: 'drop' })
    expect([graph.nodes.count, graph.edges.count]).toEqual([1, 1])
    expect(edgeRecordAt(graph, 0)).toMatchObject({ id: 'a--a', source: 'a', target: 'a' })
  })
  it('joins files by the ids of their nodes', async () => {
    const { graph } = await readFiles([...twice, ...dangling])
    expect([graph.nodes.count, graph.edges.count]).toEqual([4, 2])
  })
  it('opens what is packed by gzip or zip', async () => {
    const { gzipSync, zipSync } = await import('fflate')
    const { bytes } = twice[0]!
    for (const packed of [gzipSync(bytes), zipSync({ 'README.txt': encoder.encode('hello'), 'a/x.gexf': bytes })])
      expect((await readFiles([{ name: 'x', bytes: packed }])).graph.nodes.count).toBe(2)
    expect(inEnglish((await faultOf(gzipSync(bytes).slice(0, 40), 'x.gz')).what)).toContain('stops before its end')
  })
})

describe('foreign files', () => {
  it('keep parallel edges and loops, make missing ids, and read types from what is there', async () => {
    const read = await readGraph(
      encoder.encode(
        '<graphml><key id="k" for="node" attr.name="Category" attr.type="string"/><key id="w" for="edge" attr.name="weight" attr.type="double"/>' +
          '<graph edgedefault="directed"><node id="a"><data key="k">Big Bank</data></node><node id="b"/>' +
          '<edge source="a" target="b"><data key="w">0</data></edge><edge source="a" target="b"/><edge source="a" target="a"/></graph></graphml>',
      ),
      'foreign.graphml',
    )
    expect(rows(read.nodes.count, (row) => nodeRecordAt(read, row).type)).toEqual(['big-bank', 'node'])
    expect(read.schema.types.map(({ label }) => label)).toEqual(['Big Bank', 'node'])
    expect(rows(read.edges.count, (row) => textAt(read.edges.id, row))).toEqual(['a--b', 'a--b--2', 'a--a'])
    expect(edgeRecordAt(read, 0).attributes).toEqual({ weight: 0 })
    expect(read.statements.count).toBe(0)
  })
  it('are read with nested nodes, defaults and positions', async () => {
    const read = await readGraph(
      encoder.encode(
        '<gexf xmlns:viz="v" version="1.2"><graph><attributes class="node"><attribute id="0" title="size" type="integer"><default>5</default></attribute></attributes>' +
          '<nodes><node id="p" label="Parent"><viz:position x="1" y="2"/><nodes><node id="c"><attvalues><attvalue for="0" value="x"/></attvalues></node></nodes></node></nodes></graph></gexf>',
      ),
      'nested.gexf',
    )
    const nodes = rows(read.nodes.count, (row) => nodeRecordAt(read, row))
    expect(nodes.find(({ id }) => id === 'c')!.attributes).toEqual({ parent: 'p', size: 5 })
    expect(nodes.find(({ id }) => id === 'p')).toMatchObject({ label: 'Parent', x: 1, y: 2, attributes: { size: 5 } })
  })
  it('never run anything: a script in a label is text', async () => {
    const read = await readGraph(
      encoder.encode('<gexf><graph><nodes><node id="1" label="&lt;script&gt;"/></nodes></graph></gexf>'),
      'x.gexf',
    )
    expect(nodeRecordAt(read, 0).label).toBe('<script>')
  })
})

it('gives back a statement as it was', async () => {
  const graph = graphOf('ann knows bob -expected note 2026')
  expect(statementRecordAt(await again('json', graph), 0)).toEqual(statementRecordAt(graph, 0))
})

describe('the place of a fault in JSON', () => {
  it('is the end of a truncated text', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
        const text = JSON.stringify({ a: [value] })
        expect(jsonFaultOffset(text.slice(0, at % text.length))).toBe(at % text.length)
      }),
    ))
  it.each([
    ['{"a": [}', 7],
    ['{"a" 1}', 5],
    ['{"a": 1 "b": 2}', 8],
    ['[1, 2,]', 6],
    ['[01]', 2],
    ['{} {}', 3],
    ['{a: 1}', 1],
  ])('%s', (text, at) => expect(jsonFaultOffset(text)).toBe(at))
})
