import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { CsvCellReader } from '../../src/formats/csv/csvCellReader'
import { scanCsv } from '../../src/formats/csv/scanCsv'
import { FileFault } from '../../src/formats/io/fileFault'
import { readFiles } from '../../src/formats/readFiles'
import type { Graph } from '../../src/model/graph'
import type { ImportOptions, ImportReport } from '../../src/model/importReport'
import { edgeRecordAt, nodeRecordAt } from '../../src/model/rowRecords'
import { inEnglish } from '../text'

const encoder = new TextEncoder()
const bytes = (text: string) => encoder.encode(text)
const read = (
  files: Readonly<Record<string, string>>,
  choices?: ImportOptions,
): Promise<{ graph: Graph; report: ImportReport }> =>
  readFiles(
    Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) })),
    choices,
  )
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`
const nodes = ({ nodes: table, ...graph }: Graph) =>
  Array.from({ length: table.count }, (_, row) => nodeRecordAt({ nodes: table, ...graph }, row))
const edges = (graph: Graph) =>
  Array.from({ length: graph.edges.count }, (_, row) => {
    const { source, target, predicate } = edgeRecordAt(graph, row)
    return `${source} ${predicate} ${target}`
  })

/** A table as our scanner sees it; undefined where it refuses it. */
function scanned(text: string, separator: string): string[][] | undefined {
  const table = scanCsv(bytes(text), { separator: separator.charCodeAt(0), quote: 0x22 })
  if (typeof table === 'string') return undefined
  const cells = new CsvCellReader(table)
  return Array.from({ length: table.rows }, (_, row) =>
    Array.from({ length: table.columns }, (__, column) => cells.text(row, column)),
  )
}

describe('the CSV scanner', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      '',
      '"',
      '""',
      'a"b',
      'a,b',
      'x;y',
      'tab\there',
      'two\nlines',
      'two\r\nlines',
      ' space ',
      '=1+1',
      '\r',
    ),
  )
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
    // A row of one empty cell is a blank line.
    .filter((rows) => rows.every((row) => row.length > 1 || row[0] !== ''))

  it('finds the cells that were written, however they are quoted', () =>
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, delimiter, newline, all) => {
          const text = Papa.unparse(rows, { delimiter, newline, quotes: all })
          expect(scanned(text, delimiter)).toEqual(rows)
        },
      ),
    ))
  it('agrees with Papa Parse on everything that it accepts', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' '), maxLength: 40 }), (text) => {
        const ours = scanned(text, ',')
        // A row of one empty cell in quotes is a blank line for papaparse.
        if (ours === undefined || ours.length === 0 || text.includes('""')) return
        const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true })
        const columns = data[0]!.length
        expect(ours).toEqual(data.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? '')))
      }),
      { numRuns: 2000 },
    ))
})

describe('a table', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('separated by a %s is read, with quotes, line ends of Windows and a mark', async (_, separator) => {
    const text = ['source,target,relation', 'Ann,"Bob ""B"" Brown",knows', '"Ann","line one\nline two",owns', ''].join(
      '\r\n',
    )
    const { graph } = await read({ 'x.txt': `\ufeff${text.replaceAll(',', separator)}` })
    expect(edges(graph)).toEqual(['Ann knows Bob "B" Brown', 'Ann owns line one\nline two'])
  })
  it('of nodes and a table of edges make one graph', async () => {
    const { graph, report } = await read({
      'people.csv': lines(
        'id,name,group,age,lat,lon',
        '1,Ann,staff,31,35.7,139.7',
        '2,Bob,staff,,,',
        '3,Cid,guest,40,51.5,-0.1',
      ),
      'ties.csv': lines('from,to,relation,weight,since', '1,2,knows,0.5,2020-01-02', '2,3,knows,2,2021'),
    })
    expect(nodes(graph)).toMatchObject([
      { id: '1', label: 'Ann', type: 'staff', coordinates: [35.7, 139.7], attributes: { age: 31 } },
      { id: '2', label: 'Bob', type: 'staff' },
      { id: '3', label: 'Cid', type: 'guest', coordinates: [51.5, -0.1], attributes: { age: 40 } },
    ])
    expect(edges(graph)).toEqual(['1 knows 2', '2 knows 3'])
    expect(edgeRecordAt(graph, 0).attributes).toEqual({ weight: 0.5, since: '2020-01-02' })
    expect(report.guesses.map(inEnglish)).toContain(
      'people.csv: each row is a node; “id” is the ID, “name” is the name, “group” is the type.',
    )
    expect(report).toMatchObject({ typedNodes: 3, edgesWithPredicate: 2, datedItems: 2, repairs: [] })
  })
  it('from Gephi has undirected edges', async () => {
    const { graph } = await read({
      'nodes.csv': lines('Id,Label,modularity_class', 'a,A,1', 'b,B,2'),
      'edges.csv': lines('Source,Target,Type,Id,Label,Weight', 'a,b,Undirected,0,,1.0', 'b,a,Undirected,1,,2.0'),
    })
    expect(graph.schema.predicates).toMatchObject([{ id: 'related-to', symmetric: true }])
    expect(edgeRecordAt(graph, 1)).toMatchObject({ id: '1', attributes: { weight: 2 } })
    expect(graph.nodes.count).toBe(2)
  })
  it('for the import of Neo4j keeps id spaces separate', async () => {
    const { graph } = await read({
      'movies.csv': lines(
        'movieId:ID(Movie),title,year:int,tags:string[],:LABEL',
        '1,Solaris,1972,slow;space,Movie',
        '2,Stalker,1979,slow,Movie',
      ),
      'actors.csv': lines('personId:ID(Person),name:string,:LABEL', '1,Donatas,Actor'),
      'roles.csv': lines(':START_ID(Person),role,:END_ID(Movie),:TYPE', '1,Kris,1,ACTED_IN', '1,Stalker,2,ACTED_IN'),
    })
    expect(nodes(graph)).toMatchObject([
      {
        id: 'Movie:1',
        label: 'Solaris',
        type: 'movie',
        attributes: { movieId: 1, year: 1972, tags: ['slow', 'space'] },
      },
      { id: 'Movie:2', label: 'Stalker' },
      { id: 'Person:1', label: 'Donatas', type: 'actor' },
    ])
    expect(edges(graph)).toEqual(['Person:1 acted-in Movie:1', 'Person:1 acted-in Movie:2'])
    expect(edgeRecordAt(graph, 0).attributes).toEqual({ role: 'Kris' })
  })
  it.each([
    ['pairs', 'ann,bob\nbob,cid\ncid,ann\n', ['ann related-to bob', 'bob related-to cid', 'cid related-to ann']],
    ['pairs with a space behind the comma', 'ann, bob\nbob, cid\n', ['ann related-to bob', 'bob related-to cid']],
    ['a published edge list', '# Nodes: 3\n# From To\n1 2\n2 3\n', ['1 related-to 2', '2 related-to 3']],
    ['a published edge list with tabs', '# From\tTo\n# more\n1\t2\n2\t3\n', ['1 related-to 2', '2 related-to 3']],
    [
      'triples',
      'ann,likes,bob\nbob,likes,cid\ncid,hates,dan\nann,hates,eve\n',
      ['ann likes bob', 'bob likes cid', 'cid hates dan', 'ann hates eve'],
    ],
    ['weights', 'a,b,1\nb,c,2\nc,a,1\n', ['a related-to b', 'b related-to c', 'c related-to a']],
  ])('without a header, of %s, is read', async (_, text, expected) => {
    const { graph } = await read({ 'list.txt': text })
    expect(edges(graph)).toEqual(expected)
  })
  it('of distinct rows is read as nodes, with the first distinct column as ids', async () => {
    const { graph } = await read({ 'x.csv': lines('country,code,people', 'Chad,TD,18', 'Peru,PE,34', 'Mali,ML,23') })
    expect(nodes(graph)).toMatchObject([
      { id: 'Chad', attributes: { code: 'TD', people: 18 } },
      { id: 'Peru' },
      { id: 'Mali' },
    ])
  })
})

describe('columns', () => {
  const column = async (cells: readonly string[], separator = ',') => {
    const { graph, report } = await read({
      'nodes.csv': lines(
        `id${separator}c${separator}d`,
        ...cells.map((cell, row) => `${row}${separator}${cell}${separator}`),
      ),
    })
    return { cells: nodes(graph).map(({ attributes }) => attributes?.['c']), report }
  }
  it('are numbers if all their cells are', async () => {
    expect((await column(['1', '', ' 2.5 ', '-1e3'])).cells).toEqual([1, undefined, 2.5, -1000])
    expect((await column(['1', '2', 'three'])).cells).toEqual(['1', '2', 'three'])
  })
  it('are not numbers if that would lose something', async () => {
    expect((await column(['007', '12', '013'])).cells).toEqual(['007', '12', '013'])
    expect((await column(['12345678901234567890', '1'])).cells).toEqual(['12345678901234567890', '1'])
    expect((await column(['0x10', '1'])).cells).toEqual(['0x10', '1'])
  })
  it('may have decimal commas if semicolons separate cells, which is reported', async () => {
    const { cells, report } = await column(['1,5', '1.234,25', '7'], ';')
    expect(cells).toEqual([1.5, 1234.25, 7])
    expect(report.guesses.map(inEnglish).join()).toContain('“c” has numbers with a decimal comma')
  })
  it('are lists only on strong evidence, which is reported', async () => {
    const { cells, report } = await column(['red|blue', 'red', 'blue|red', 'red|blue', 'blue'])
    expect(cells[2]).toEqual(['blue', 'red'])
    expect(report.guesses.map(inEnglish).join()).toContain('“c” holds lists, separated by “|”')
    expect((await column(['One sentence; another.', 'A third; and more.', 'x', 'y'])).cells[0]).toBe(
      'One sentence; another.',
    )
  })
  it('of dates stay text', async () => {
    expect((await column(['2020-01', '2021-02-03'])).cells).toEqual(['2020-01', '2021-02-03'])
  })
})

describe('options', () => {
  const file = { 'x.csv': lines('a,b,c', 'ann,bob,7', 'bob,cid,8') }
  it('set what rows and columns are', async () => {
    const { graph } = await read(file, {
      tables: { 'x.csv': { rows: 'nodes', header: true, columns: { a: 'id', b: 'label', c: 'skip' } } },
    })
    expect(nodes(graph)).toMatchObject([
      { id: 'ann', label: 'bob' },
      { id: 'bob', label: 'cid' },
    ])
    expect(graph.nodes.attributes.size).toBe(0)
  })
  it('set that there is no header', async () => {
    const { graph } = await read(file, {
      tables: {
        'x.csv': {
          rows: 'edges',
          header: false,
          columns: { 'column 1': 'source', 'column 2': 'target', 'column 3': 'relation' },
        },
      },
    })
    expect(edges(graph)).toEqual(['a c b', 'ann 7 bob', 'bob 8 cid'])
  })
  it('set the kind of a column', async () => {
    const { graph } = await read({ 'nodes.csv': lines('id,size', 'a,1', 'b,2') }, { kinds: { 'node:size': 'text' } })
    expect(nodes(graph)[1]!.attributes).toEqual({ size: '2' })
  })
  it('skip a file', async () => {
    const { graph } = await read(
      { ...file, 'y.csv': lines('id,label', 'q,Q') },
      { tables: { 'y.csv': { rows: 'skip' } } },
    )
    expect(nodes(graph).map(({ id }) => id)).not.toContain('q')
  })
})

describe('a table with faults', () => {
  it('reports rows that are too short or too long, with their lines', async () => {
    const { graph, report } = await read({ 'e.csv': lines('source,target,note', 'a,b', '"c\nd",e,f', 'g,h,i,j') })
    expect(edges(graph)).toHaveLength(3)
    expect(report.repairs).toMatchObject([{ kind: 'uneven rows', count: 2 }])
    expect(report.repairs[0]!.examples.map(inEnglish)).toEqual([
      'e.csv, line 2: 2 cells instead of 3',
      'e.csv, line 5: 4 cells instead of 3',
    ])
  })
  it('reports rows without an id or an end', async () => {
    const { graph, report } = await read({
      'e.csv': lines('source,target', 'a,b', ',b', 'a, '),
      'n.csv': lines('id,label', ',X'),
    })
    expect([graph.nodes.count, graph.edges.count]).toEqual([2, 1])
    expect(report.repairs).toMatchObject([{ kind: 'left out', count: 3 }])
  })
  it('reports mismatched quotation marks', async () => {
    const { graph, report } = await read({ 'e.csv': lines('source,target', 'a,"b" c', 'd,e') })
    expect(graph.edges.count).toBeGreaterThan(0)
    expect(report.repairs.map(({ kind }) => kind)).toContain('broken quotes')
  })
  it('is rejected if most rows are far shorter than the header', async () => {
    const text = `${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join()}\n${'a,b\n'.repeat(20_000)}`
    await expect(read({ 'x.csv': text })).rejects.toThrow('readFaults.mostRowsShort')
  })
  it('never hangs or breaks, wherever it is cut off or a byte is changed', () => {
    const whole = bytes('id;name;"long ""text"""\r\n1;"Ånn\r\nB";x\r\n2;Bob;"y;z"\r\n')
    return fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const spoilt = cut ? whole.slice(0, at) : whole.map((each, index) => (index === at ? byte : each))
        await readFiles([{ name: 'x.csv', bytes: spoilt }]).catch((error: unknown) => {
          if (!(error instanceof FileFault)) throw error
        })
      }),
      { numRuns: 300 },
    )
  })
  it.each(['Dear all, this is a letter.\nIt has no table in it.\n', 'hello', 'a\nb\nc\n'])(
    '%j is not a table',
    (text) => expect(read({ 'x.txt': text })).rejects.toThrow('readFaults.unrecognisedFormat'),
  )
})
