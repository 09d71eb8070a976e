import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputFile } from '../../src/formats/io/inputFile'
import { FileFault } from '../../src/formats/io/fileFault'
import type { ExportProvenance } from '../../src/formats/format'
import { isJsonObject, jsonOutlineOf } from '../../src/formats/json/jsonOutline'
import { readKizunaWithoutStatements } from '../../src/formats/kizuna/readWithoutStatements'
import { readKizunaRecords } from '../../src/formats/kizuna/read'
import { writeKizunaJson } from '../../src/formats/kizuna/write'
import { readFiles } from '../../src/formats/readFiles'
import { buildGraph } from '../../src/model/buildGraph'
import type { Graph } from '../../src/model/graph'
import type { ImportReport } from '../../src/model/importReport'
import { edgeRecordAt, nodeRecordAt } from '../../src/model/rowRecords'
import { aGraph } from '../arbitraries'
import { schema } from '../sample'
import { inEnglish } from '../text'

const encoder = new TextEncoder()
/** For machines that do other things too. */
const patience = 60_000
const file = (text: string) => new InputFile('x.json', encoder.encode(text))
const read = (content: unknown): Promise<{ graph: Graph; report: ImportReport }> =>
  readFiles([{ name: 'x', bytes: encoder.encode(typeof content === 'string' ? content : JSON.stringify(content)) }])
const nodes = (graph: Graph) => Array.from({ length: graph.nodes.count }, (_, row) => nodeRecordAt(graph, row))
const edges = (graph: Graph) =>
  Array.from({ length: graph.edges.count }, (_, row) => {
    const { source, target, predicate } = edgeRecordAt(graph, row)
    return `${source} ${predicate} ${target}`
  })

describe('the JSON outline', () => {
  const outlined = (text: string): unknown => {
    try {
      return jsonOutlineOf(file(text)).rest
    } catch (error) {
      if (error instanceof FileFault) return 'rejected'
      throw error
    }
  }
  const parsed = (text: string): unknown => {
    try {
      const value = JSON.parse(text) as unknown
      return isJsonObject(value) ? value : {}
    } catch {
      return 'rejected'
    }
  }
  it('has the values that JSON.parse has', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, space) => {
        const text = JSON.stringify({ a: value, b: [value, { c: value }] }, null, space)
        expect(JSON.parse(JSON.stringify(outlined(text)))).toEqual(JSON.parse(text))
      }),
    ))
  it('rejects exactly what JSON.parse rejects', () =>
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', '0', '-', '\\', 'e', 'n', ' '),
        (value, at, put) => {
          const whole = JSON.stringify({ nodes: [value, { a: value }], rest: value })
          const place = at % whole.length
          for (const text of [whole.slice(0, place), whole.slice(0, place) + put + whole.slice(place + 1)])
            expect(outlined(text) === 'rejected').toBe(parsed(text) === 'rejected')
        },
      ),
      { numRuns: 1000 },
    ))
  it.each([
    '01',
    '1.',
    '.5',
    '+1',
    '1e',
    '-',
    'tru',
    'Nan',
    '"\\x"',
    '"\\u12g4"',
    '"a\nb"',
    '[1,]',
    '[,]',
    '{"a"}',
    '{"a":1,}',
    '[] []',
    '',
  ])('%j', (text) =>
    expect(outlined(`{"nodes": ${text}}`) === 'rejected').toBe(parsed(`{"nodes": ${text}}`) === 'rejected'),
  )
  it('can be nested a hundred thousand levels deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(jsonOutlineOf(file(`{"nodes": [{"a": ${deep}}]}`)).lists.get('nodes')!.count).toBe(1)
    expect(outlined(`{"nodes": [{"a": ${deep.slice(1)}}]}`)).toBe('rejected')
  })
})

describe('graphology JSON', () => {
  it('is read with attributes of every kind', async () => {
    const { graph, report } = await read({
      attributes: { name: 'A graph' },
      options: { type: 'mixed', multi: true, allowSelfLoops: true },
      nodes: [
        {
          key: 'a',
          attributes: {
            label: 'Ånn "x"',
            x: 1,
            y: -2.5,
            size: 3,
            tags: ['p', 'q'],
            on: true,
            deep: { b: 1, c: { d: [1] } },
            no: null,
          },
        },
        { key: 'b', attributes: { label: 'Bob', x: 3, y: 4, size: 'big', tags: [], mix: [{ a: 1 }] } },
        { key: 'c' },
      ],
      edges: [
        { key: 'e1', source: 'a', target: 'b', attributes: { relation: 'owns', weight: 2 } },
        { key: 'e2', source: 'b', target: 'c', undirected: true, attributes: { relation: 'knows' } },
      ],
    })
    expect(graph.about.title).toBe('A graph')
    expect(nodes(graph)).toMatchObject([
      {
        id: 'a',
        label: 'Ånn "x"',
        x: 1,
        y: -2.5,
        attributes: { size: '3', tags: ['p', 'q'], on: 'true', 'deep.b': 1, 'deep.c': '{"d":[1]}' },
      },
      { id: 'b', label: 'Bob', attributes: { size: 'big', mix: '[{"a":1}]' } },
      { id: 'c', label: 'c' },
    ])
    expect(edges(graph)).toEqual(['a owns b', 'b knows c'])
    expect(edgeRecordAt(graph, 0)).toMatchObject({ id: 'e1', attributes: { weight: 2 } })
    expect(graph.schema.predicates.map(({ id, ...rest }) => [id, 'symmetric' in rest])).toEqual([
      ['owns', false],
      ['knows', true],
    ])
    expect(report.format).toBe('graphology JSON')
  })
  it('reports records that are left out', async () => {
    const { graph, report } = await read({
      options: { multi: true },
      nodes: [{ key: 'a' }, 7, { key: ['b'] }],
      edges: [{ key: 'e', source: 'a' }, null],
    })
    expect([graph.nodes.count, graph.edges.count]).toEqual([1, 0])
    expect(report.repairs).toMatchObject([{ kind: 'left out', count: 4 }])
    expect(report.repairs[0]!.examples.map(inEnglish)).toEqual(['node 2', 'node 3', 'edge 1', 'edge 2'])
  })
  it('with ever new keys does not fill the memory, which is reported', async () => {
    const records = Array.from({ length: 3000 }, (_, at) => ({ key: `n${at}`, attributes: { [`k${at}`]: at } }))
    const { graph, report } = await read({ nodes: records, edges: [] })
    expect(graph.nodes.count).toBe(3000)
    expect(graph.nodes.attributes.size).toBeLessThanOrEqual(1000)
    expect(report.repairs.map(({ kind }) => kind)).toEqual(['left out'])
  })
})

describe('Cytoscape JSON', () => {
  const a = { data: { id: 'a', name: 'Ann', SUID: 1 }, position: { x: 10, y: 20 } }
  const b = { data: { id: 'b', name: 'Bob' }, position: { x: 0, y: -5 } }
  const e = { data: { id: 'e', source: 'a', target: 'b', interaction: 'pp', weight: 1 } }
  it.each([
    ['of Cytoscape desktop', { data: { name: 'Net' }, elements: { nodes: [a, b], edges: [e] } }],
    ['as a list of elements', { elements: [a, b, e] }],
    ['as nothing but elements', [a, e, b]],
  ])('%s is read, with places turned upwards', async (_, content) => {
    const { graph, report } = await read(content)
    expect(nodes(graph)).toMatchObject([
      { id: 'a', label: 'Ann', x: 10, y: -20 },
      { id: 'b', label: 'Bob', x: 0, y: 5 },
    ])
    expect(edges(graph)).toEqual(['a pp b'])
    expect(edgeRecordAt(graph, 0)).toMatchObject({ id: 'e', attributes: { weight: 1 } })
    expect([...graph.nodes.attributes.keys()]).toEqual([])
    expect(report.format).toBe('Cytoscape JSON')
  })
})

describe('node-link JSON', () => {
  it('of networkx is read, with numbers as ids', async () => {
    const { graph, report } = await read({
      directed: false,
      multigraph: true,
      graph: { name: 'Karate' },
      nodes: [
        { club: 'Hi', id: 0 },
        { club: 'Officer', id: 1 },
      ],
      links: [
        { weight: 4, source: 0, target: 1, key: 0 },
        { weight: 5, source: 0, target: 1, key: 0 },
      ],
    })
    expect(report.format).toBe('networkx JSON')
    expect(graph.about.title).toBe('Karate')
    expect(nodes(graph)).toMatchObject([{ id: '0', attributes: { club: 'Hi' } }, { id: '1' }])
    expect(edges(graph)).toEqual(['0 related-to 1', '0 related-to 1'])
    expect(edgeRecordAt(graph, 1).attributes).toEqual({ weight: 5 })
    expect(graph.schema.predicates[0]).toMatchObject({ symmetric: true })
  })
  it('of d3 is read by ids', async () => {
    const { graph } = await read({
      nodes: [
        { id: 'Myriel', group: 1, x: 1, y: 2 },
        { id: 'Napoleon', group: 1, x: 3, y: 4 },
      ],
      links: [{ source: 'Napoleon', target: 'Myriel', value: 1 }],
    })
    expect(edges(graph)).toEqual(['Napoleon related-to Myriel'])
    expect(nodes(graph)[0]).toMatchObject({ x: 1, y: -2, attributes: { group: 1 } })
  })
  it('of d3 is read by indexes, which is reported', async () => {
    const { graph, report } = await read({
      nodes: [{ name: 'Myriel' }, { name: 'Napoleon' }],
      links: [{ source: 1, target: 0, value: 1 }],
    })
    expect(edges(graph)).toEqual(['Napoleon related-to Myriel'])
    expect(report.guesses.map(inEnglish)).toContain('Links refer to nodes by their index in the list.')
  })
  it('of d3 is read after a simulation has replaced ends by nodes', async () => {
    const ends = [
      { id: 'a', index: 0 },
      { id: 'b', index: 1 },
    ]
    const { graph } = await read({ nodes: ends, links: [{ source: ends[1], target: ends[0], index: 0 }] })
    expect(edges(graph)).toEqual(['b related-to a'])
  })
  it('of vis-network is read', async () => {
    const { graph } = await read({
      nodes: [
        { id: 1, label: 'One' },
        { id: 2, label: 'Two' },
      ],
      edges: [{ from: 1, to: 2, label: 'likes' }],
    })
    expect(edges(graph)).toEqual(['1 likes 2'])
    expect(nodes(graph)[1]).toMatchObject({ id: '2', label: 'Two' })
  })
  it.each([
    ['cut off', '{"nodes": [{"id": 1}, {"id"', 'readFaults.endsTooEarly'],
    ['broken', '{"nodes": [{"id": 1}}, "links": []}', 'readFaults.invalidJson'],
    ['of something else', '{"nodes": 7, "links": "x"}', 'readFaults.unknownJson'],
  ])('that is %s is rejected', async (_, text, what) => {
    await expect(read(text)).rejects.toThrow(what)
  })
})

describe('large Kizuna JSON without evidence', () => {
  const recipe: ExportProvenance = { dataset: { id: 's', title: 'S' }, filter: '', scope: 'shown', date: '' }
  const written = (graph: Graph): string => {
    const [of, all] = [graph.nodes.count, graph.edges.count].map((count) => new Uint8Array(count).fill(1))
    return new TextDecoder().decode(writeKizunaJson({ graph, nodes: of!, edges: all! }, recipe))
  }
  it('has a line for each node with its record', () =>
    fc.assert(
      fc.property(aGraph(), (graph) => {
        const lines = written(graph).split('\n')
        const first = lines.indexOf('"nodes": [') + 1
        const records = lines.slice(first, first + graph.nodes.count).map((line) => line.replace(/,$/, ''))
        expect(records).toEqual(nodes(graph).map((node) => JSON.stringify(node)))
      }),
    ))
  it('gives back a graph of another program, whatever the names of its columns', async () => {
    const { graph } = await read({
      options: { multi: true },
      nodes: [
        {
          key: 'a',
          attributes: { wikidata: 'zz', aliases: 'x', family: 7, latitude: 100, longitude: 2, summary: ['s'] },
        },
        { key: '', attributes: {} },
      ],
      edges: [{ source: 'a', target: 'a' }],
    })
    expect(graph.nodes.count).toBe(1)
    const { graph: back } = await read(written(graph))
    expect(nodes(back)).toEqual(nodes(graph))
    expect(back.schema).toEqual(graph.schema)
  })
  const bare = aGraph().chain((graph) =>
    fc
      .array(
        fc.dictionary(
          fc.constantFrom('a', 'b', 'c d'),
          fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { minLength: 1, maxLength: 2 })),
        ),
        { maxLength: 6 },
      )
      .map((cells) =>
        buildGraph({
          about: graph.about,
          schema,
          nodes: nodes(graph).map((node, at) => ({ ...node, ...(cells[at] && { attributes: cells[at] }) })),
          edges: Array.from({ length: graph.edges.count }, (_, row) => edgeRecordAt(graph, row)),
        }),
      ),
  )
  it('is read to the same graph as record by record', () =>
    fc.assert(
      fc.property(bare, (graph) => {
        const text = written(graph)
        const quick = readKizunaWithoutStatements(file(text))
        if (quick)
          expect({ ...quick.graph, about: graph.about }).toEqual({
            ...readKizunaRecords(file(text)),
            about: graph.about,
          })
        else expect(text).toMatch(/"[^"]+":(\[\]|\{\})/)
      }),
    ))
  it(
    'is read record by record if any value does not fit',
    () =>
      fc.assert(
        fc.property(
          bare,
          fc.nat(),
          fc.constantFrom('null', '7', '"x"', '[]', '{}', '[1]', 'true', '""'),
          (graph, at, other) => {
            const text = written(graph)
            const values = [...text.matchAll(/(?<=":\s?)("(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|\[\])(?=[,}])/g)]
            const value = values[at % values.length]!
            const spoilt = text.slice(0, value.index) + other + text.slice(value.index + value[0].length)
            const quick = readKizunaWithoutStatements(file(spoilt))
            if (quick) expect(quick.graph.nodes).toEqual(readKizunaRecords(file(spoilt)).nodes)
          },
        ),
        { numRuns: 200 },
      ),
    patience,
  )
})

describe('the bytes of a file', () => {
  it('are accepted if they are UTF-8 and rejected if not, wherever chunks begin', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.nat(6),
        fc.nat(3),
        fc.option(fc.nat(255)),
        (text, shift, offset, byte) => {
          const part = encoder.encode(text)
          const bytes = new Uint8Array(offset + 2 ** 16 + 64).fill(0x61)
          // The encoding of JSON is never guessed.
          bytes[offset] = 0x7b
          const at = offset + 2 ** 16 - 3 + shift
          bytes.set(part, at)
          if (byte !== null && part.length > 0) bytes[at] = byte
          const whole = bytes.subarray(offset)
          const read = (decode: () => unknown) => {
            try {
              decode()
              return true
            } catch {
              return false
            }
          }
          const taken = read(() => new InputFile('x', whole).utf8)
          expect(taken).toBe(read(() => new TextDecoder('utf-8', { fatal: true }).decode(whole)))
        },
      ),
      { numRuns: 500 },
    ))
})
