import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../src/formats/readFiles'
import { message } from '../../src/messages/message'
import { categoryAt, textAt } from '../../src/model/columns'
import { describeRepair, type ImportOptions, type ColumnRoleReport } from '../../src/model/importReport'
import { edgeRecordAt, nodeRecordAt, nodeTypesById } from '../../src/model/rowRecords'
import { timeColumns } from '../../src/scene/layouts/timeColumns'
import { graphOf } from '../sample'
import { inEnglish } from '../text'
import { writeAs } from './readAndWrite'

const encoder = new TextEncoder()

interface Cells {
  readonly [name: string]: string | number
}

const json = (nodes: readonly Cells[], links: readonly object[] = []): Record<string, string> => ({
  'x.json': JSON.stringify({ nodes: nodes.map((cells, id) => ({ id: `n${id}`, ...cells })), links }),
})

const table = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => `${cells.join(',')}\n`).join('')

const csv = (nodes: readonly Cells[]): Record<string, string> => ({
  'x.csv': table([['id', ...Object.keys(nodes[0]!)], ...nodes.map((cells, id) => [`n${id}`, ...Object.values(cells)])]),
})

const gexf = (nodes: readonly Cells[]): Record<string, string> => {
  const names = Object.keys(nodes[0]!)
  const declared = names.map((name, at) => `<attribute id="${at}" title="${name}" type="string"/>`)
  const rows = nodes.map(
    (cells, id) =>
      `<node id="n${id}"><attvalues>${names.map((name, at) => `<attvalue for="${at}" value="${cells[name]}"/>`).join('')}</attvalues></node>`,
  )
  return {
    'x.gexf': `<gexf><graph><attributes class="node">${declared.join('')}</attributes><nodes>${rows.join('')}</nodes></graph></gexf>`,
  }
}

async function read(files: Record<string, string>, choices?: ImportOptions) {
  const named = Object.entries(files).map(([name, text]) => ({ name, bytes: encoder.encode(text) }))
  const { graph, report } = await readFiles(named, choices)
  const types = nodeTypesById(graph)
  return {
    graph,
    report,
    types: Array.from({ length: graph.nodes.count }, (_, row) => types.get(nodeRecordAt(graph, row).type)!.label),
    labels: Array.from({ length: graph.nodes.count }, (_, row) => textAt(graph.nodes.label, row)),
    relations: Array.from({ length: graph.edges.count }, (_, row) => categoryAt(graph.edges.predicate, row)),
    role: (role: ColumnRoleReport['role']) => report.roles!.find((each) => each.role === role)!,
  }
}

const formatsWithTypes = [
  ['node-link JSON', json],
  ['a table', csv],
  ['GEXF', gexf],
] as const

/** Columns of words, some of which mean a type by their names; every column has at least two values. */
const someNodes = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('type', 'group', 'country', 'Kind', 'year', 'cluster', 'colour'), {
      minLength: 2,
      maxLength: 5,
    }),
    fc.array(fc.array(fc.constantFrom('ash', 'beech', 'cedar', 'elm'), { minLength: 5, maxLength: 5 }), {
      minLength: 6,
      maxLength: 12,
    }),
  )
  .map(([names, rows]): Cells[] =>
    rows.map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]!]))),
  )

describe('the column of types', () => {
  it.each(formatsWithTypes)('of %s can be any column that is offered, and gives the type of every node', (_, write) =>
    fc.assert(
      fc.asyncProperty(someNodes, async (nodes) => {
        const first = await read(write(nodes))
        const { guess, columns } = first.role('type')
        expect(new Set(columns)).toEqual(new Set(Object.keys(nodes[0]!)))
        for (const type of columns) {
          const { types, report } = await read(write(nodes), { type })
          expect(types).toEqual(nodes.map((cells) => cells[type]))
          expect(report.roles).toEqual(first.report.roles)
          expect(report.guesses.map(({ id }) => id)).not.toContain('typesFromColumn')
          // What gives no type any more is a column like others.
          expect(report.columns.map(({ name }) => name).sort()).toEqual(
            Object.keys(nodes[0]!)
              .filter((name) => name !== type)
              .sort(),
          )
        }
        if (guess !== undefined) expect((await read(write(nodes), { type: guess })).graph).toEqual(first.graph)
        else expect(new Set(first.types)).toEqual(new Set(['node']))
        const none = await read(write(nodes), { type: '' })
        expect(new Set(none.types)).toEqual(new Set(['node']))
        expect(none.report.typedNodes).toBe(0)
      }),
      { numRuns: 15 },
    ),
  )
  const people = (name: string, values: readonly (string | number)[], rest: Cells = {}) =>
    json(values.map((value) => ({ [name]: value, ...rest })))
  it.each(['group', 'community', 'cluster', 'Community'])(
    'is one called %s if there is no better one',
    async (name) => {
      const { types, role } = await read(people(name, [1, 1, 2, 2]))
      expect(types).toEqual(['1', '1', '2', '2'])
      expect(role('type')).toMatchObject({ guess: name, own: false })
    },
  )
  it('is a column with a better name if there is one', async () => {
    const { role } = await read(people('group', [1, 1, 2, 2], { class: 'person' }))
    expect(role('type').guess).toBe('class')
  })
  it.each([
    ['one community holds all', [1, 1, 1]],
    ['every community has one node', ['a', 'b', 'c', 'd']],
  ])('is none where %s', async (_, values) => {
    const { types, role } = await read(people('group', values))
    expect(role('type').guess).toBeUndefined()
    expect(new Set(types)).toEqual(new Set(['node']))
  })
  it('is not offered if it holds measurements, names or lists', async () => {
    const nodes = Array.from({ length: 400 }, (_, at) => ({
      score: at / 8,
      name: `n${at}`,
      year: 2000 + (at % 9),
      tags: [`${at % 2}`, 'b'],
    }))
    const { role } = await read(json(nodes as unknown as Cells[]))
    expect(role('type').columns).toEqual(['year'])
  })
  it('keeps its name in a table, even if another one is chosen', async () => {
    const files = { 'people.csv': table([['id', 'group', 'country'], ['a', 'x', 'JP'], ['b', 'y', 'US'], ['c', 'x', 'JP']]) } // prettier-ignore
    const { role, types } = await read(files)
    expect([role('type').guess, types]).toEqual(['group', ['x', 'y', 'x']])
    const other = await read(files, { type: 'country' })
    expect(other.types).toEqual(['JP', 'US', 'JP'])
    expect(nodeRecordAt(other.graph, 1).attributes).toEqual({ group: 'y' })
  })
  it('is one column if two tables name it differently', async () => {
    const { types, report } = await read({
      'a.csv': table([['id', 'name', 'group'], ['a', 'A', 'x'], ['b', 'B', 'y']]), // prettier-ignore
      'b.csv': table([['id', 'name', 'kind'], ['c', 'C', 'x'], ['d', 'D', 'y']]), // prettier-ignore
    })
    expect(types).toEqual(['x', 'y', 'x', 'y'])
    expect(report.columns).toEqual([])
  })
})

describe('the column of relations', () => {
  const nodes: Cells[] = [{}, {}, {}]
  const links = [
    { source: 'n0', target: 'n1', relation: 'knows', since: 1990 },
    { source: 'n1', target: 'n2', relation: 'owns', since: 1991 },
  ]
  it('is the chosen one, or none if that is chosen', async () => {
    const { role, relations } = await read(json(nodes, links))
    expect(role('predicate')).toEqual({
      role: 'predicate',
      guess: 'relation',
      own: false,
      columns: ['relation', 'since'],
    })
    expect(relations).toEqual(['knows', 'owns'])
    expect((await read(json(nodes, links), { predicate: 'since' })).relations).toEqual(['1990', '1991'])
    expect((await read(json(nodes, links), { predicate: '' })).relations).toEqual(['related-to', 'related-to'])
  })
  it('in a table keeps its name', async () => {
    const files = { 'ties.csv': table([['source', 'target', 'relation', 'since'], ['a', 'b', 'knows', 'may'], ['b', 'c', 'owns', 'june']]) } // prettier-ignore
    expect((await read(files)).role('predicate').guess).toBe('relation')
    expect((await read(files, { predicate: 'since' })).relations).toEqual(['may', 'june'])
  })
  it('can be the label of edges instead of another column', async () => {
    const gml = 'graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 label "L" kind "K" ] ]'
    const { role, relations } = await read({ 'x.gml': gml })
    expect(relations).toEqual(['k'])
    expect(role('predicate')).toMatchObject({ guess: 'kind', columns: ['label', 'kind'] })
    expect((await read({ 'x.gml': gml }, { predicate: 'label' })).relations).toEqual(['l'])
  })
})

describe('the column of labels', () => {
  const dot = 'digraph { a [label="Ann", age=30]; b [age=40]; a -> b }'
  it('is optional if the file has labels', async () => {
    const { role, labels } = await read({ 'x.dot': dot })
    expect([role('label'), labels]).toEqual([{ role: 'label', own: true, columns: ['age'] }, ['Ann', 'b']])
  })
  it('is the chosen one; without any, ids are the labels', async () => {
    expect((await read({ 'x.dot': dot }, { label: 'age' })).labels).toEqual(['30', '40'])
    expect((await read({ 'x.dot': dot }, { label: '' })).labels).toEqual(['a', 'b'])
  })
})

describe('a report', () => {
  it('of a lossless format offers nothing to choose', async () => {
    const graph = graphOf('ann knows bob')
    const part = { graph, nodes: new Uint8Array([1, 1]), edges: new Uint8Array([1]) }
    const recipe = { dataset: { id: 's', title: 'S' }, filter: '', scope: 'shown', date: '' } as const
    const bytes = writeAs('json', part, recipe)
    expect((await readFiles([{ name: 's.json', bytes }])).report.roles).toBeUndefined()
  })
  it('uses the names of columns in the file, so that their kinds can be chosen', async () => {
    const files = json([{ latitude: 'far north' }, { latitude: '5' }])
    const { report } = await read(files)
    expect(report.columns).toMatchObject([{ name: 'latitude', kind: 'category' }])
    const { report: again } = await read(files, { kinds: { 'node:latitude': 'number' } })
    expect(again.columns).toMatchObject([{ kind: 'number', present: 1, unparsed: { count: 1, example: 'far north' } }])
  })
  it('keeps columns with names of JavaScript properties', async () => {
    const { graph } = await read(json([{ constructor: 'x' }, { constructor: 'y' }]))
    expect(nodeRecordAt(graph, 1).attributes).toEqual({ constructor: 'y' })
  })
  it('uses singular and plural', async () => {
    const one = { kind: 'dangling edges', examples: [], how: message('files', 'danglingEndsAdded') } as const
    const counted = [1, 2].map((count) => inEnglish(describeRepair({ ...one, count })))
    expect(counted).toEqual(['1 dangling edge', '2 dangling edges'])
    expect(inEnglish(describeRepair({ ...one, kind: 'left out', count: 1 }))).toBe('1 ignored')
    const placed = json([{ x: 1, y: 2 }, { x: 1, y: 3 }, {}] as Cells[])
    expect((await read(placed)).report.gaps.map(inEnglish).join()).toContain('1 node has no position')
    expect(edgeRecordAt((await read(json([{}], [{ source: 'n0', target: 'q' }]))).graph, 0)).toMatchObject({
      target: 'q',
    })
  })
})

describe('labels of edges', () => {
  const edges = (cells: readonly string[]) => ({
    'x.gexf':
      '<gexf><graph><attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes>' +
      '<nodes><node id="a"/><node id="b"/></nodes><edges>' +
      cells
        .map(
          (cell) =>
            `<edge source="a" target="b" label="${cell}"><attvalues><attvalue for="0" value="owns"/></attvalues></edge>`,
        )
        .join('') +
      '</edges></graph></gexf>',
  })
  const labels = async (cells: readonly string[], choices?: ImportOptions) => {
    const { graph } = await read(edges(cells), choices)
    return cells.map((_, row) => edgeRecordAt(graph, row).attributes?.['edge_label'])
  }

  it('stay a column if another one names the relation', async () => {
    expect(await labels(['since spring', 'in part', 'owns'])).toEqual(['since spring', 'in part', 'owns'])
  })
  it('become no column if they repeat the relation or are skipped', async () => {
    expect(await labels(['owns', 'owns'])).toEqual([undefined, undefined])
    expect(await labels(['in part'], { kinds: { 'edge:edge_label': 'skip' } })).toEqual([undefined])
  })
  it('are read back from every format with columns of edges', async () => {
    const { graph } = await read(edges(['since spring', 'in part']))
    const part = { graph, nodes: Uint8Array.of(1, 1), edges: Uint8Array.of(1, 1) }
    const recipe = { dataset: graph.about, filter: '', scope: 'shown', date: '' } as const
    for (const format of ['gexf', 'graphml', 'graphology', 'gml', 'json']) {
      const bytes = writeAs(format, part, recipe)
      const again = await readFiles([{ name: `x.${format}`, bytes }])
      const cells = [0, 1].map((row) => edgeRecordAt(again.graph, row).attributes?.['edge_label'])
      expect([format, ...cells]).toEqual([format, 'since spring', 'in part'])
    }
  })
})

it('reports that the layout by time is not available exactly if it is not', async () => {
  const dot = (year: string) => ({ 'x.dot': `digraph { a [year="${year}"]; b [year="${year}"]; a -> b }` })
  for (const [files, expected] of [
    [dot('1999'), false],
    [dot('soon'), true],
    [json([{ seen: '2020-03' }]), false],
    [json([{ level: 3 }]), false],
    [json([{ latitude: 3 }]), true],
  ] as const) {
    const { graph, report } = await read(files)
    const saysSo = report.gaps.some(({ id }) => id === 'noDatesOnNodes')
    expect([files, saysSo, timeColumns(graph).length === 0]).toEqual([files, expected, expected])
  }
})
