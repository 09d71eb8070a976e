import { describe, expect, it } from 'vitest'
import { caseFile, jsonCase, readCases, textCase } from './casesReader'

const ida = {
  type: 'node',
  id: '0',
  labels: ['Person', 'Author'],
  properties: { name: 'Ida', born: 1970, alive: true },
}
const loom = { type: 'node', id: '1', labels: ['Book'], properties: { title: 'Loom', tags: ['a', 'b'] } }
const wrote = {
  id: '0',
  type: 'relationship',
  label: 'WROTE',
  properties: { since: 1999 },
  start: { id: '0', labels: ['Person', 'Author'] },
  end: { id: '1', labels: ['Book'] },
}

describe('Neo4j JSON', () => {
  it('reads JSON lines of APOC', async () => {
    const found = await readCases(caseFile('neo4j-apoc.jsonl.json'))
    expect(found).toMatchObject({
      format: 'Neo4j JSON',
      labels: ['Ida', 'Loom'],
      types: ['Person', 'Book'],
      sentences: ['Ida WROTE Loom'],
    })
    expect(found.edgeColumn('since')).toEqual([1999])
  })
  it.each([
    ['ARRAY_JSON', [ida, loom, wrote]],
    ['JSON', { nodes: [ida, loom], rels: [wrote] }],
    ['JSON_ID_AS_KEYS', { nodes: { '0': ida, '1': loom }, rels: { '0': wrote } }],
  ])('reads %s of APOC', async (_, value) => {
    const found = await readCases(jsonCase(value))
    expect(found).toMatchObject({
      format: 'Neo4j JSON',
      labels: ['Ida', 'Loom'],
      types: ['Person', 'Book'],
      sentences: ['Ida WROTE Loom'],
    })
    expect(found.nodeColumn('labels')).toEqual([['Person', 'Author'], ['Book']])
    expect(found.nodeColumn('title')).toEqual([undefined, 'Loom'])
    expect(found.nodeColumn('tags')).toEqual([undefined, ['a', 'b']])
    expect(found.said).toContain('1 node has several labels: the first is the type, all are in the column “labels”.')
  })
  it('takes the ends of a relationship as nodes where they stand nowhere else', async () => {
    const found = await readCases(
      textCase('rels.jsonl', `${JSON.stringify(wrote)}\n${JSON.stringify({ ...wrote, id: '7' })}\n`),
    )
    expect(found).toMatchObject({ types: ['Person', 'Book'], sentences: ['0 WROTE 1', '0 WROTE 1'] })
    expect(found.edges.map(({ id }) => id)).toEqual(['0', '7'])
  })
  it('reads results of the HTTP API, where nodes are repeated', async () => {
    const nodes = [
      { id: '4', elementId: '4:x:4', labels: ['Person'], properties: { name: 'Ida' } },
      { id: '5', elementId: '4:x:5', labels: ['Book'], properties: { name: 'Loom' } },
    ]
    const relationships = [
      {
        id: '9',
        elementId: '5:x:9',
        type: 'WROTE',
        startNode: '4',
        endNode: '5',
        startNodeElementId: '4:x:4',
        properties: {},
      },
    ]
    const row = { graph: { nodes, relationships } }
    const found = await readCases(jsonCase({ results: [{ columns: ['p'], data: [row, row] }], errors: [] }))
    expect(found).toMatchObject({ labels: ['Ida', 'Loom'], sentences: ['Ida WROTE Loom'], format: 'Neo4j JSON' })
  })
  it('reads results of Neo4j Browser and drivers, with paths and integers in two halves', async () => {
    const start = {
      identity: { low: 0, high: 0 },
      labels: ['Person'],
      properties: { name: 'Ida', born: { low: 1970, high: 0 } },
      elementId: '4:x:0',
    }
    const end = { identity: { low: 1, high: 0 }, labels: ['Book'], properties: { name: 'Loom' }, elementId: '4:x:1' }
    const relationship = {
      identity: { low: 3, high: 0 },
      start: { low: 0, high: 0 },
      end: { low: 1, high: 0 },
      type: 'WROTE',
      properties: {},
    }
    const path = { start, end, segments: [{ start, relationship, end }], length: 1 }
    const found = await readCases(jsonCase([{ p: path }, { p: path }]))
    expect(found).toMatchObject({ labels: ['Ida', 'Loom'], sentences: ['Ida WROTE Loom'] })
    expect(found.nodeColumn('born')).toEqual([1970, undefined])
  })
  it('reads typed results of the Query API', async () => {
    const node = (id: string, label: string, name: string) => ({
      $type: 'Node',
      _value: {
        _element_id: id,
        _labels: [label],
        _properties: { name: { $type: 'String', _value: name }, n: { $type: 'Integer', _value: '3' } },
      },
    })
    const edge = {
      $type: 'Relationship',
      _value: {
        _element_id: 'r',
        _start_node_element_id: 'a',
        _end_node_element_id: 'b',
        _type: 'WROTE',
        _properties: {},
      },
    }
    const values = [[node('a', 'Person', 'Ida'), edge, node('b', 'Book', 'Loom')]]
    const found = await readCases(jsonCase({ data: { fields: ['n', 'r', 'm'], values } }))
    expect(found).toMatchObject({ labels: ['Ida', 'Loom'], sentences: ['Ida WROTE Loom'] })
    expect(found.nodeColumn('n')).toEqual([3, 3])
  })
  it('counts what stands among the relationships and is none', async () => {
    const found = await readCases(jsonCase({ nodes: [ida, loom], rels: [wrote, { weight: 3 }] }))
    expect(found.said).toContain('1 {"weight":3}: Records that are neither nodes nor edges here were left out.')
  })
  it('keeps the tables of neo4j-admin as they were', async () => {
    const found = await readCases(caseFile('neo4j-nodes.csv'), caseFile('neo4j-rels.csv'))
    expect(found).toMatchObject({ labels: ['Ida', 'Loom'], sentences: ['Ida WROTE Loom'] })
  })
})

describe('Arrows', () => {
  it('reads captions, labels, places and relationships', async () => {
    const found = await readCases(caseFile('arrows.json'))
    expect(found).toMatchObject({
      format: 'Arrows',
      labels: ['Ida', 'Loom'],
      types: ['Person', 'Book'],
      sentences: ['Ida WROTE Loom'],
      places: [
        [0, 0],
        [200, 0],
      ],
    })
    expect(found.nodeColumn('born')).toEqual(['1970', undefined])
  })
  it('turns y upwards, keeps properties called type, and styles of single items', async () => {
    const node = (id: string, y: number) => ({
      id,
      position: { x: 1, y },
      caption: '',
      labels: [],
      properties: { type: 'x', name: id },
      style: { 'node-color': '#f00' },
    })
    const found = await readCases(
      jsonCase({
        graph: {
          nodes: [node('a', 30), node('b', 50)],
          relationships: [{ id: 'e', fromId: 'a', toId: 'b', type: '', properties: {} }, { id: 'lost' }],
        },
      }),
    )
    expect(found).toMatchObject({
      labels: ['a', 'b'],
      places: [
        [1, -30],
        [1, -50],
      ],
    })
    expect(found.nodeColumn('style.node-color')).toEqual(['#f00', '#f00'])
    expect(found.said).toContain('1 edge 2')
  })
})

describe('Cytoscape JSON', () => {
  it('reads elements without the object around them', async () => {
    const found = await readCases(caseFile('cytoscape-elements-without-wrapper.json'))
    expect(found).toMatchObject({ format: 'Cytoscape JSON', labels: ['Alpha', 'Beta'], sentences: ['Alpha pp Beta'] })
  })
  it('leaves files of vis-network alone', async () => {
    const found = await readCases(caseFile('visjs.json'))
    expect(found).toMatchObject({ format: 'Node-link JSON' })
    expect(found.sentences).toHaveLength(12)
    expect(found.sentences[0]).toBe('N0 reads N1')
  })
})

describe('Node-link JSON', () => {
  it.each([
    ['relationships', 'startNode', 'endNode'],
    ['relations', 'subject', 'object'],
    ['edges', 'start', 'end'],
    ['links', 'from_id', 'to_id'],
    ['edges', 'src', 'dst'],
    ['relationships', 'source', 'target'],
  ])('reads %s from %s to %s', async (list, from, to) => {
    const edge = { [from]: 'a', [to]: 'b', type: 'knows' }
    const found = await readCases(jsonCase({ nodes: [{ id: 'a' }, { id: 'b' }], [list]: [edge] }))
    expect(found).toMatchObject({ format: 'Node-link JSON', sentences: ['a knows b'] })
    expect(found.columns).toEqual([])
  })
  it('reads the fields of nested properties as columns of their own', async () => {
    const nodes = [
      { id: 'a', properties: { name: 'Ida', age: 4 }, age: 5 },
      { id: 'b', properties: { name: 'Jon', age: 6 }, age: 7 },
    ]
    const edges = [{ source: 'a', target: 'b', data: { since: 1999 } }]
    const found = await readCases(jsonCase({ nodes, edges }))
    expect(found.labels).toEqual(['Ida', 'Jon'])
    expect(found.nodeColumn('age')).toEqual([4, 6])
    expect(found.nodeColumn('age (2)')).toEqual([5, 7])
    expect(found.edgeColumn('since')).toEqual([1999])
  })
  it('reads a list of edges alone, and ends that are objects', async () => {
    expect(
      await readCases(
        jsonCase([
          { source: 'a', target: 'b' },
          { source: 'b', target: 'c' },
        ]),
      ),
    ).toMatchObject({ labels: ['a', 'b', 'c'] })
    expect(await readCases(jsonCase({ links: [{ from: 'a', to: 'b' }] }))).toMatchObject({ labels: ['a', 'b'] })
    const ends = { source: { id: 'a', name: 'A' }, target: { id: 'b' } }
    expect((await readCases(jsonCase({ nodes: [{ id: 'a' }, { id: 'b' }], links: [ends] }))).edges).toMatchObject([
      { source: 'a', target: 'b' },
    ])
  })
  it('counts records in lists that it does not read', async () => {
    const nodes = [{ id: 'a' }, { id: 'b' }]
    const found = await readCases(
      jsonCase({ nodes, links: [{ source: 'a', target: 'b' }], relations: [{ x: 1 }], groups: [{ id: 1 }, { id: 2 }] }),
    )
    expect(found.said).toContain(
      '3 "relations", "groups", "groups": Records that are neither nodes nor edges here were left out.',
    )
  })
})
