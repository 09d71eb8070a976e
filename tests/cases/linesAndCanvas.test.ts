import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { GraphReadResult } from '../../src/formats/collect/graphFromCollector'
import { FileFault } from '../../src/formats/io/fileFault'
import { readFiles } from '../../src/formats/readFiles'
import { edgeRecordAt } from '../../src/model/rowRecords'
import { summaryOf } from '../samples/summary'

/** Files of lines (SIF, GDF, edge lists, Matrix Market, TGF), JSON Canvas and STIX: ids, ends, relations, columns, report. */
const readCase = (name: string) =>
  readFiles([{ name, bytes: new Uint8Array(readFileSync(`tests/cases/${name}`)) }]).then(outcomeOf(name))
const readText = (text: string, name: string) =>
  readFiles([{ name, bytes: new TextEncoder().encode(text) }]).then(outcomeOf(name))

const outcomeOf = (name: string) => (result: GraphReadResult) => {
  const { graph } = result
  const { format, firstNodes, firstEdges, nodeColumns, edgeColumns, relations, types, repairs, guesses } = summaryOf(
    result,
    name,
  )
  const edges = firstEdges.map((text) => text.replace(/^.*?: /, ''))
  const cells = Array.from({ length: graph.edges.count }, (_, row) => edgeRecordAt(graph, row).attributes ?? {})
  return { format, nodes: firstNodes, edges, nodeColumns, edgeColumns, relations, types, repairs, guesses, cells }
}

const faultOf = async (text: string, name: string): Promise<FileFault> => {
  const fault: unknown = await readText(text, name).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(FileFault)
  return fault as FileFault
}

describe('Cytoscape SIF', () => {
  it('has interactions of any kind between tabs', async () => {
    const { format, edges } = await readCase('sif-tab-distinct-interactions.sif')
    expect(format).toBe('Cytoscape SIF')
    expect(edges).toEqual(['6804 | GR:1 | 33114', '6804 | GR:2 | 35801', '8520 | GR:3 | 31405'])
  })
  it('has several targets a line, nodes alone, and spaces in names if tabs separate', async () => {
    const { nodes, edges } = await readText('Old mill\tsells to\tDam\tShop\r\nTower\r\n', 'x.sif')
    expect(nodes).toEqual(['Old mill', 'Dam', 'Shop', 'Tower'])
    expect(edges).toEqual(['Old mill | sells to | Dam', 'Old mill | sells to | Shop'])
  })
  it('is known by its interactions without the extension', async () => {
    expect((await readText('a pp b c\nb pd d\ne\n', 'x.txt')).format).toBe('Cytoscape SIF')
    expect((await readText('a\tknows\tb\nb\tknows\tc\n', 'x.txt').catch(() => undefined))?.format).not.toBe(
      'Cytoscape SIF',
    )
  })
})

describe('an edge list by spaces', () => {
  it('has two ids a line', async () => {
    const { format, nodes, edges, guesses } = await readCase('edge-list-spaces.txt')
    expect([format, nodes]).toEqual(['Edge list', ['a', 'b', 'c']])
    expect(edges).toEqual(['a | related to | b', 'b | related to | c', 'c | related to | a'])
    expect(guesses).toContain('edgeListDirected')
  })
  it('has weights, comments and any number of spaces', async () => {
    const { nodes, edges, cells, edgeColumns } = await readText(
      '# made by hand\n a   b 2.5\n\n% more\nb c   1e3\n',
      'x.txt',
    )
    expect([nodes.length, edges.length]).toEqual([3, 2])
    expect(edgeColumns).toEqual(['weight: number, 2 values'])
    expect(cells).toEqual([{ weight: 2.5 }, { weight: 1000 }])
  })
  it('says in the comments of KONECT and others that it is undirected, or of two modes', async () => {
    const symmetric = await readText('% sym weighted\n1 2 4 1089\n2 3 5 1090\n', 'out.x')
    expect(symmetric.relations).toEqual({ 'related to (symmetric)': 2 })
    expect(symmetric.edgeColumns).toEqual(['weight: number, 2 values', 'time: number, 2 values'])
    expect((await readText('% asym\n1 2\n2 3\n', 'out.x')).relations).toEqual({ 'related to': 2 })
    expect((await readText('% bip\n1\t1\n2\t1\n', 'out.x')).types).toEqual({ left: 2, right: 1 })
  })
  it('may begin with names of its columns', async () => {
    const { nodes, cells } = await readText('source target km\na b 3\nb c 4\n', 'x.edgelist')
    expect([nodes, cells]).toEqual([
      ['a', 'b', 'c'],
      [{ km: 3 }, { km: 4 }],
    ])
  })
  it('is not what a letter or a table is', async () => {
    for (const text of ['Dear all,\nhello there\n', 'one two three\nfour five six\n', 'hello world\n'])
      expect(
        await readText(text, 'x.txt').then(
          ({ format }) => format,
          () => '',
        ),
      ).not.toBe('Edge list')
    expect((await readText('a, b\nc, d\n', 'x.txt')).format).toBe('CSV')
  })
})

describe('Matrix Market', () => {
  it('has a line of sizes that is no edge', async () => {
    const { format, nodes, edges, relations } = await readCase('matrix-market.mtx')
    expect([format, nodes]).toEqual(['Matrix Market', ['1', '2', '3']])
    expect(edges).toEqual(['2 | related to | 1', '3 | related to | 2'])
    expect(relations).toEqual({ 'related to (symmetric)': 2 })
  })
  it('is directed if it is general, with weights', async () => {
    const { relations, cells } = await readText(
      '%%MatrixMarket matrix coordinate integer general\n% x\n2 2 2\n1 2 7\n2 1 8\n',
      'x.mtx',
    )
    expect([relations, cells]).toEqual([{ 'related to': 2 }, [{ weight: 7 }, { weight: 8 }]])
  })
  it('keeps rows and columns apart if it is not square', async () => {
    const { types, edges } = await readText('%%MatrixMarket matrix coordinate pattern general\n2 3 1\n1 3\n', 'x.mtx')
    expect([types, edges]).toEqual([{ row: 2, column: 3 }, ['row 1 | related to | column 3']])
  })
  it.each([
    ['general', '1\n0\n2\n3\n', ['1 | related to | 1', '1 | related to | 2', '2 | related to | 2']],
    ['symmetric', '1\n2\n0\n', ['1 | related to | 1', '2 | related to | 1']],
    ['skew-symmetric', '4\n', ['2 | related to | 1']],
  ])('may be a %s array', async (symmetry, values, edges) => {
    expect((await readText(`%%MatrixMarket matrix array real ${symmetry}\n2 2\n${values}`, 'x.mtx')).edges).toEqual(
      edges,
    )
  })
  it('is refused if it is cut off, longer than declared, or has places outside', async () => {
    const head = '%%MatrixMarket matrix coordinate pattern general\n2 2 1\n'
    expect((await faultOf(head, 'x.mtx')).what.id).toBe('endsTooEarly')
    expect(await faultOf(`${head}1 2\n2 1\n`, 'x.mtx')).toMatchObject({ line: 4, what: { id: 'matrixTooManyEntries' } })
    expect(await faultOf(`${head}1 3\n`, 'x.mtx')).toMatchObject({ line: 3, what: { id: 'matrixPlace' } })
    expect((await faultOf(head.replace('2 2 1', '9e9 9e9 0'), 'x.mtx')).what.id).toBe('matrixSizes')
  })
})

describe('GDF', () => {
  it('has typed columns, quoted cells, presets, and directed edges where it says so', async () => {
    const text = `nodedef> name VARCHAR(32), label VARCHAR(32), open BOOLEAN default 'true', size DECIMAL(10,2)
a,'It''s, "here"',false,2.5
b,"Say \\"so\\"",,
edgedef> node1,node2,directed BOOLEAN,weight DOUBLE,label VARCHAR
a,b,true,3,sells
b,a,false,4,knows
a,c
`
    const { format, nodes, edges, relations, nodeColumns, cells, repairs } = await readText(text, 'x.gdf')
    expect([format, nodes]).toEqual(['GDF', ['a | It\'s, "here"', 'b | Say "so"', 'c']])
    expect(edges).toEqual(['a | sells | b', 'b | knows | a', 'a | related to | c'])
    expect(relations).toEqual({ sells: 1, 'knows (symmetric)': 1, 'related to (symmetric)': 1 })
    expect(nodeColumns).toEqual(['open: category, 2 values', 'size: number, 1 values'])
    expect(cells.slice(0, 2)).toEqual([{ weight: 3 }, { weight: 4 }])
    expect(repairs.join(' ')).toContain('uneven rows')
  })
  it('is refused if it does not say where edges end', async () =>
    expect(await faultOf('nodedef>name\na\nedgedef>node1\na\n', 'x.gdf')).toMatchObject({
      line: 3,
      what: { id: 'gdfColumnMissing', args: { column: 'node2' } },
    }))
})

describe('the Trivial Graph Format', () => {
  it('has labels of nodes and edges', async () => {
    const { nodes, edges } = await readCase('trivial.tgf')
    expect([nodes, edges]).toEqual([['1 | Ann', '2 | Bea'], ['1 | knows | 2']])
  })
})

describe('JSON Canvas', () => {
  it('has cards with places and arrows with labels', async () => {
    const { format, nodes, edges, types, nodeColumns } = await readCase('obsidian.canvas')
    expect(format).toBe('JSON Canvas')
    expect(nodes).toEqual(['1 | Idea | (100, -30)', '2 | Note.md | (400, -30)'])
    expect([edges, types]).toEqual([['1 | leads to | 2'], { text: 1, file: 1 }])
    expect(nodeColumns).toContain('file: category, 1 values')
  })
  it('may have no edges, arrows at the other end, and incomplete items', async () => {
    const card = (id: string) => ({ id, type: 'text', text: `# ${id}\nmore`, x: 1, y: 2, width: 4, height: 2 })
    const alone = await readText(JSON.stringify({ nodes: [card('a')], edges: [] }), 'x.canvas')
    expect([alone.format, alone.nodes]).toEqual(['JSON Canvas', ['a | (3, -3)']])
    const edges = [
      { id: 'e', fromNode: 'a', toNode: 'b', fromEnd: 'arrow', toEnd: 'none', label: 'back' },
      { id: 'f', fromNode: 'a', toNode: 'b', toEnd: 'none', label: 'line' },
      { id: 'g', fromNode: 'a' },
    ]
    const whole = await readText(JSON.stringify({ nodes: [card('a'), card('b'), {}], edges }), 'x.canvas')
    expect(whole.edges).toEqual(['b | back | a', 'a | line | b'])
    expect(whole.relations).toEqual({ back: 1, 'line (symmetric)': 1 })
    expect(whole.repairs).toHaveLength(1)
    expect(whole.repairs[0]).toMatch(/^2 left out/)
  })
})

describe('STIX', () => {
  it('has objects with their types, and relationships', async () => {
    const { format, nodes, edges, types } = await readCase('stix-bundle.json')
    expect(format).toBe('STIX 2.1')
    expect(nodes.map((text) => text.split(' | ')[1])).toEqual(['Grey Heron', 'Reed'])
    expect(edges).toHaveLength(1)
    expect(edges[0]).toMatch(/^threat-actor--.* \| uses \| malware--/)
    expect(types).toEqual({ 'threat-actor': 1, malware: 1 })
  })
  it('keeps author, confidence and dates as columns, and the last version of an object', async () => {
    const objects = [
      { type: 'malware', id: 'malware--1', name: 'Old', modified: '2026-01-01T00:00:00Z' },
      { type: 'malware', id: 'malware--1', name: 'New', modified: '2026-02-01T00:00:00Z', confidence: 80 },
      {
        type: 'report',
        id: 'report--2',
        name: 'Report',
        object_refs: ['malware--1', 'tool--9'],
        created_by_ref: 'identity--3',
      },
      { type: 'identity', id: 'identity--3', name: 'Author' },
      { type: 'marking-definition', id: 'marking-definition--4' },
      {
        type: 'relationship',
        id: 'relationship--5',
        relationship_type: 'related-to',
        source_ref: 'malware--1',
        target_ref: 'identity--3',
        created_by_ref: 'identity--3',
        confidence: 30,
        start_time: '2026-01-01',
      },
    ]
    const { nodes, edges, nodeColumns, edgeColumns, cells, repairs } = await readText(
      JSON.stringify({ objects, id: 'bundle--0', type: 'bundle' }),
      'x.json',
    )
    expect(nodes).toEqual(['malware--1 | New', 'report--2 | Report', 'identity--3 | Author'])
    expect(edges).toEqual(['malware--1 | related-to | identity--3', 'report--2 | object | malware--1'])
    expect(nodeColumns).toContain('created_by_ref: category, 1 values')
    expect(nodeColumns).toContain('object_refs: list, 1 values')
    expect(edgeColumns).toContain('confidence: number, 1 values')
    expect(cells[0]).toEqual({ created_by_ref: 'identity--3', confidence: 30, start_time: '2026-01-01' })
    expect(repairs).toEqual(['2 left out (malware--1, marking-definition--4): stixLeftOut'])
  })
})
