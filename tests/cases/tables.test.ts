import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFiles, type NamedBytes } from '../../src/formats/readFiles'
import type { ImportOptions } from '../../src/model/importReport'
import { inEnglish } from '../text'
import { edgeRecordAt, statementRecordAt } from '../../src/model/rowRecords'
import { summaryOf } from '../samples/summary'

/** Tables in other encodings and dialects, matrices, several tables, and tables whose rows are statements. */
const caseFile = (name: string): NamedBytes => ({
  name: name.replace(/^.*\//, ''),
  bytes: new Uint8Array(readFileSync(`tests/cases/${name}`)),
})
const outcomeOf = async (files: readonly NamedBytes[], options?: ImportOptions) => {
  const result = await readFiles(files, options)
  const { graph } = result
  const { firstNodes, firstEdges, types, relations } = summaryOf(result, files[0]!.name)
  const edges = firstEdges.map((text) => text.replace(/^.*?: /, ''))
  const cells = Array.from({ length: graph.edges.count }, (_, row) => edgeRecordAt(graph, row).attributes ?? {})
  const guesses = result.report.guesses.map(inEnglish)
  return { graph, nodes: firstNodes, edges, types, relations, cells, guesses, report: result.report }
}
const readCase = (name: string, options?: ImportOptions) => outcomeOf([caseFile(name)], options)
const textFile = (text: string, name = 'x.csv'): NamedBytes => ({ name, bytes: new TextEncoder().encode(text) })

/** Encodings, with a table in hexadecimal and its nodes. */
const encodedTexts: readonly (readonly [string, string, readonly string[]])[] = [
  ['windows-1252', '566f6e2c416e0a4bf66c6e2c4dfc6c6c65720a4dfc6c6c65722c576569df0a', ['Köln', 'Müller', 'Weiß']],
  ['windows-1250', '6f642c646f0aa3f3649f2c4b72616bf3770a4b72616bf3772c476461f1736b0a', ['Łódź', 'Kraków', 'Gdańsk']],
  ['koi8-r', 'efd42cebcfcdd50aedcfd3cbd7c12cefcdd3cb0aefcdd3cb2cf4d7c5d2d80a', ['Москва', 'Омск', 'Тверь']],
  [
    'euc-jp',
    'bdd02cc0e80aa5c8a5e8a5bf2ca5c7a5f3a5bda1bc0aa5c7a5f3a5bda1bc2cc5ecb5fec5c5cecf0a',
    ['トヨタ', 'デンソー', '東京電力'],
  ],
  ['gbk', 'c0b4d4b42cc4bfb1ea0ab1b1bea92cc9cfbaa30ac9cfbaa32cb9e3d6dd0a', ['北京', '上海', '广州']],
]

describe('encodings', () => {
  it('of Windows-1251 and Shift_JIS are guessed, and said in the report', async () => {
    const cyrillic = await readCase('cyrillic-windows-1251.csv')
    expect(cyrillic.nodes).toEqual(['Москва', 'Омск', 'Тверь'])
    expect(cyrillic.cells).toEqual([{ weight: 3 }, { weight: 4 }])
    expect(cyrillic.guesses[0]).toContain('windows-1251')
    const japanese = await readCase('japanese-shift-jis.csv')
    expect(japanese.nodes).toEqual(['東京', '大阪', '名古屋'])
    expect(japanese.cells).toEqual([{ 種類: '鉄道' }, { 種類: '道路' }])
    expect(japanese.guesses[0]).toContain('shift_jis')
  })
  it('of UTF-16 without its mark is known by its zero bytes, with it is said by the file', async () => {
    expect((await readCase('utf16-nobom.csv')).edges).toEqual(['a | related to | b'])
    const marked = await readCase('excel-unicode-text.txt')
    expect(marked.nodes).toEqual(['Zoë', 'José', 'Ann'])
    expect(marked.guesses.join()).not.toContain('UTF-8')
  })
  it.each(encodedTexts)('of %s are guessed from a few words', async (encoding, hex, names) => {
    const bytes = new Uint8Array(Buffer.from(hex, 'hex'))
    expect(new TextDecoder(encoding).decode(bytes)).toContain(names[0])
    const { nodes, guesses } = await outcomeOf([{ name: 'x.csv', bytes }])
    expect(nodes).toEqual(names)
    expect(guesses[0]).toContain(encoding)
  })
  it('can be chosen for a table or for all files', async () => {
    const bytes = new Uint8Array(Buffer.from('736f757263652c7461726765740a4de96c2c4ce96f0a', 'hex'))
    const file = { name: 'x.csv', bytes }
    expect((await outcomeOf([file])).nodes).toEqual(['Mél', 'Léo'])
    expect((await outcomeOf([file], { encoding: 'windows-1251' })).nodes).toEqual(['Mйl', 'Lйo'])
    const tables = { 'x.csv': { rows: 'edges' as const, encoding: 'windows-1251' } }
    expect((await outcomeOf([file], { tables })).nodes).toEqual(['Mйl', 'Lйo'])
  })
  it('beyond the head of a long file are found as well', async () => {
    const long = `source,target\n${'Ann,Bea\n'.repeat(20_000)}`
    const bytes = Buffer.concat([Buffer.from(long), Buffer.from('4bf66c6e2c426f6e6e0a', 'hex')])
    const { graph, guesses } = await outcomeOf([{ name: 'x.csv', bytes: new Uint8Array(bytes) }])
    expect(graph.nodes.count).toBe(4)
    expect(guesses[0]).toContain('windows-1252')
  })
  it('are not guessed of UTF-8 with a broken byte', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('source,target\nZoë,José\nMüller,'), 0xc3, 0x0a])
    await expect(readFiles([{ name: 'x.csv', bytes }])).rejects.toThrow()
  })
})

describe('dialects', () => {
  it('with quotation marks after backslashes', async () => {
    const { nodes } = await readCase('backslash-quotes.csv')
    expect(nodes).toEqual(['Mika "Anchor" Sato', 'Port Office', 'Lima', 'Oslo'])
  })
  it('of MySQL escape the backslash as well; without quotation marks it stays', async () => {
    const file = textFile('"source","target"\n"a \\"x\\" b","c:\\\\d"\n"c:\\\\d","e"\n')
    expect((await outcomeOf([file])).nodes).toEqual(['a "x" b', 'c:\\d', 'e'])
    const paths = textFile('source,target\nc:\\a,c:\\b\nc:\\b,c:\\c\n')
    expect((await outcomeOf([paths])).nodes).toEqual(['c:\\a', 'c:\\b', 'c:\\c'])
  })
  it('with a first line that names the separator', async () => {
    const { nodes, cells } = await outcomeOf([textFile('sep=;\r\nsource;target;weight\r\na,1;b;1,5\r\nb;c;2\r\n')])
    expect(nodes).toEqual(['a,1', 'b', 'c'])
    expect(cells).toEqual([{ weight: 1.5 }, { weight: 2 }])
  })
  it('can be chosen', async () => {
    const tables = {
      'x.csv': { rows: 'edges' as const, header: true, separator: '|' as const, columns: { a: 'source', b: 'target' } },
    }
    const { nodes } = await outcomeOf([textFile('a|b\n1,2|3,4\n3,4|5,6\n')], { tables } as ImportOptions)
    expect(nodes).toEqual(['1,2', '3,4', '5,6'])
  })
})

describe('matrices and lists', () => {
  it('of a symmetric matrix are edges without direction, with weights', async () => {
    const { nodes, edges, cells, relations } = await readCase('adjacency-matrix.csv')
    expect(nodes).toEqual(['Ann', 'Bea', 'Cid'])
    expect(edges).toEqual(['Ann | related to | Bea', 'Ann | related to | Cid'])
    expect(cells).toEqual([{ weight: 2 }, { weight: 1 }])
    expect(Object.keys(relations)).toEqual(['related to (symmetric)'])
  })
  it('of another matrix go from row to column', async () => {
    const { edges, cells } = await outcomeOf([textFile(',A,B,C\nA,0,1,\nB,,1.5,0\nC,2,,\n')])
    expect(edges).toEqual(['A | related to | B', 'B | related to | B', 'C | related to | A'])
    expect(cells).toEqual([{ weight: 1 }, { weight: 1.5 }, { weight: 2 }])
  })
  it('of adjacency lists lead from the first cell to the others', async () => {
    const { nodes, edges } = await readCase('adjacency-list.csv')
    expect(nodes).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(edges).toHaveLength(6)
    const both = await outcomeOf([textFile('a,b,c\nb,a\nc,a\n')])
    expect(both.edges).toEqual(['a | related to | b', 'a | related to | c'])
  })
})

describe('several tables', () => {
  it('with the same ids for different things stay apart, and refer to each other', async () => {
    const files = ['two-tables-same-ids/products.csv', 'two-tables-same-ids/categories.csv'].map(caseFile)
    for (const given of [files, files.toReversed()]) {
      const { graph, edges, types, guesses } = await outcomeOf(given)
      expect(graph.nodes.count).toBe(4)
      expect(types).toEqual({ products: 2, categories: 2 })
      expect(edges).toEqual(['products:1 | categoryID | categories:1', 'products:2 | categoryID | categories:2'])
      expect(guesses.join()).toContain('same IDs for different things')
    }
  })
  it('of nodes and edges are joined by ids as they are', async () => {
    const nodes = textFile('id,label\n1,Ann\n2,Bea\n', 'nodes.csv')
    const edges = textFile('source,target\n1,2\n', 'edges.csv')
    expect((await outcomeOf([nodes, edges])).nodes).toEqual(['1 | Ann', '2 | Bea'])
  })
  it('about the same things are joined', async () => {
    const one = textFile('id,label\n1,Ann\n2,Bea\n', 'people.csv')
    const more = textFile('id,age\n1,30\n2,40\n', 'ages.csv')
    expect((await outcomeOf([one, more])).graph.nodes.count).toBe(2)
  })
  it('are joined by texts that are ids of another', async () => {
    const people = textFile(
      'code,fullname,firm\np-1,Ann Ash,acme\np-2,Bea Birch,brik\np-3,Cid Cole,acme\n',
      'people.csv',
    )
    const firms = textFile('code,title\nacme,Acme Inc.\nbrik,Brik Ltd.\n', 'firms.csv')
    const { edges } = await outcomeOf([people, firms])
    expect(edges).toEqual(['p-1 | firm | acme', 'p-2 | firm | brik', 'p-3 | firm | acme'])
  })
})

describe('rows that are statements', () => {
  it('have ends with types, amounts, dates and sources', async () => {
    const { graph, types, relations, guesses } = await readCase('payments.csv')
    expect([graph.nodes.count, graph.edges.count, graph.statements.count]).toEqual([60, 108, 110])
    expect(types).toEqual({ Person: 25, Firma: 33, Behörde: 2 })
    expect(relations).toEqual({ Geschäftsführer: 21, Anteil: 15, Zahlung: 55, Beratung: 17 })
    expect(graph.sources.map(({ title }) => title).toSorted()).toEqual([
      'Handelsregister',
      'Kontoauszug S. 14',
      'Leak 2023, p. 7',
      'payments.csv',
    ])
    const sums = new Map<string, number>()
    const statements = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row))
    for (const { value } of statements)
      if (value && 'unit' in value) sums.set(value.unit, (sums.get(value.unit) ?? 0) + value.amount!)
    expect([...sums.keys()]).toEqual(['EUR'])
    expect(statements[1]).toMatchObject({
      subject: 'Person 17',
      object: 'Ministry of Transport',
      value: { amount: 300000, unit: 'EUR' },
      date: '2022-11-13',
      source: 'kontoauszug-s-14',
      note: 'unklar?',
    })
    expect(guesses.join()).toContain('33 amounts without a currency, such as “12500”')
    expect(guesses.join()).toContain('7 dates such as “4/6/2022” were read with the day first')
  })
  it('have no currency where the person says so', async () => {
    const columns = { Von: 'source', An: 'target', Betrag: 'amount' } as const
    const tables = { 'payments.csv': { rows: 'edges' as const, columns, currency: '' } }
    const { graph } = await readCase('payments.csv', { tables })
    const units = new Set(
      Array.from(graph.statements.value.unit.codes, (code) => graph.statements.value.unit.dictionary[code]),
    )
    expect(units).toEqual(new Set([undefined, 'EUR', '']))
  })
  it('keep their evidence in Kizuna JSON and back', async () => {
    const { graph } = await readCase('payments.csv')
    const { writeKizunaJson } = await import('../../src/formats/kizuna/write')
    const part = { graph, nodes: new Uint8Array(60).fill(1), edges: new Uint8Array(108).fill(1) }
    const provenance = { dataset: { id: 'x', title: 'x' }, filter: '', scope: 'shown', date: '2026-12-01' } as const
    const written = writeKizunaJson(part, provenance)
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
    const again = (await readFiles([{ name: 'x.json', bytes }])).graph
    expect([again.edges.count, again.statements.count, again.sources.length]).toEqual([108, 110, 4])
  })
})
