import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvTables } from '../../src/formats/csv/write'
import { FileFault } from '../../src/formats/io/fileFault'
import { readFiles } from '../../src/formats/readFiles'
import { hasNoStatements, statementRecordAt } from '../../src/model/rowRecords'
import { statementRowIndex, type Graph } from '../../src/model/graph'
import type { ImportOptions } from '../../src/model/importReport'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

const graph: Graph = {
  ...graphOf('ann knows bob expected paper', 'bob knows ann -reported note', 'bob cost 33 estimated paper 2026-02~'),
  disputes: [
    {
      id: 'quarrel',
      kind: 'conflict',
      title: 'Who knows whom',
      reading: 'They differ.',
      sides: [
        { says: 'Ann', statements: ['s0'] },
        { says: 'Bob', statements: ['s1'] },
      ],
    },
  ],
}
const recipe = { dataset: { id: 's', title: 'S' }, filter: '', scope: 'shown', date: '' } as const
const part = {
  graph,
  nodes: new Uint8Array(graph.nodes.count).fill(1),
  edges: new Uint8Array(graph.edges.count).fill(1),
}
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()
const tables: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(csvTables(part, recipe)).flatMap(([name, bytes]) =>
    name === 'README.txt' ? [] : [[name, decoder.decode(bytes)] as const],
  ),
)

/** Reads the tables with some texts replaced by others. */
type Change = readonly [file: string, from: string, to: string]
const read = (changes: readonly Change[], choices?: ImportOptions) => {
  const files = { ...tables }
  for (const [file, from, to] of changes) {
    expect(files[file]).toContain(from)
    files[file] = files[file]!.replace(from, to)
  }
  const given = Object.entries(files).map(([name, text]) => ({ name, bytes: encoder.encode(text) }))
  return readFiles(given, choices)
}
const statement = (of: Graph, id: string) => statementRecordAt(of, statementRowIndex(of).get(id)!)
const line = (file: string, start: string) => new RegExp(`^${start}.*\r\n`, 'm').exec(tables[file]!)![0]

describe('evidence in tables', () => {
  it('is read back, and the report says so', async () => {
    const { graph: back, report } = await read([])
    expect(statement(back, 's2')).toEqual(statement(graph, 's2'))
    expect(back.disputes).toEqual(graph.disputes)
    expect(back.nodes.attributes.has('figures')).toBe(false)
    expect(report).toMatchObject({ repairs: [], sourcedItems: 2, nodes: 2, edges: 2 })
    expect(report.gaps.map(({ id }) => id)).not.toContain('noSources')
    expect(report.gaps.map(({ id }) => id)).not.toContain('noStatements')
  })
  it('is left out if its table is skipped', async () => {
    const skip = { rows: 'skip', header: true, columns: {} } as const
    const names = ['statements.csv', 'disputes.csv', 'sources.csv']
    const { graph: bare } = await read([], { tables: Object.fromEntries(names.map((name) => [name, skip])) })
    expect([bare.statements.count, bare.sources.length, bare.edges.count]).toEqual([0, 0, 2])
  })
  it('reflects changes in a spreadsheet: a changed cell, a removed row, an added column', async () => {
    const { graph: back } = await read([
      ['statements.csv', 'expected', 'confirmed'],
      ['statements.csv', line('statements.csv', 's1'), ''],
      ['disputes.csv', line('disputes.csv', '.*,s1,'), ''],
      ['sources.csv', ',editors\r\n', ',editors,mine\r\n'],
    ])
    expect(statement(back, 's0').status).toBe('confirmed')
    expect([hasNoStatements(back, 0), hasNoStatements(back, 1)]).toEqual([false, true])
  })
  it('without kinds of values is read by its units', async () => {
    const { graph: back } = await read([
      ['statements.csv', ',value_kind,value_exact,', ',k,e,'],
      [
        'statements.csv',
        line('statements.csv', 's2'),
        `${line('statements.csv', 's2')}s3,bob,says,,soon,,,,,,,,reported,,,,,paper\r\n`,
      ],
    ])
    expect(statement(back, 's2').value).toEqual({ amount: 33, unit: 'USD' })
    expect(statement(back, 's3')).toMatchObject({ predicate: 'says', value: { text: 'soon' } })
  })

  const twice = (file: string, start: string): Change => [file, line(file, start), line(file, start).repeat(2)]
  it.each<[Change, string]>([
    [['statements.csv', 's0,ann', 's0,eve'], 'statements.csv: row 2: statement "s0" refers to unknown node "eve"'],
    [
      ['statements.csv', 's1,bob,knows,ann', 's1,bob,knows,eve'],
      'statements.csv: row 3: statement "s1" refers to unknown node "eve"',
    ],
    [
      ['statements.csv', 's1,bob,knows', 's1,bob,loves'],
      'row 3: statement "s1" refers to unknown edge "bob--loves--ann"',
    ],
    [
      ['statements.csv', 'negative,,Note,,note', 'negative,,Note,,nota'],
      'statements.csv: row 3: statement "s1" refers to unknown source "nota"',
    ],
    [['statements.csv', 'expected', 'expcted'], 'statements.csv: row 2: "status" must be '],
    [['statements.csv', 's0,ann', 'S 0,ann'], 'statements.csv: row 2: "id" must be an id of lower-case letters'],
    [
      ['statements.csv', 's1,bob,knows,ann', 's1,bob,knows,'],
      'row 3: statement "s1" has neither an object nor a value',
    ],
    [['statements.csv', ',33,', ',many,'], 'statements.csv: row 4: "value.amount" must be a number'],
    [twice('statements.csv', 's0'), 'statements.csv: row 3: duplicate statement id "s0"'],
    [twice('sources.csv', 'note'), 'duplicate source id "note"'],
    [['sources.csv', 'note,Note,,,,', 'note,Note,,,,javascript:alert(1)'], '"url" is invalid'],
    [['disputes.csv', ',s1,', ',s7,'], 'disputes.csv: row 2: dispute "quarrel" refers to unknown statement "s7"'],
    [['disputes.csv', 'conflict', 'quarrel'], 'disputes.csv: row 2: "kind" must be '],
    [['predicates.csv', 'knows,knows', 'knows it,knows'], 'predicates.csv: row 2: '],
    [
      ['edges.csv', line('edges.csv', 'ann--knows--bob'), ''],
      'row 2: statement "s0" refers to unknown edge "ann--knows--bob"',
    ],
  ])('%j is rejected with its file and row', async (change, what) => {
    const refused = await read([change]).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FileFault)
    const { file, what: fault, remedy } = refused as FileFault
    expect(`${file}: ${inEnglish(fault)}`).toContain(what)
    expect(inEnglish(remedy)).toContain('Correct the row')
  })
  it('is rejected or read, and never breaks, whatever byte is changed', () => {
    const names = Object.keys(tables)
    return fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        async (name, place, byte, cut) => {
          const given = Object.entries(tables).map(([each, text]) => {
            const bytes = encoder.encode(text)
            if (each !== name) return { name: each, bytes }
            const at = place % bytes.length
            return {
              name: each,
              bytes: cut ? bytes.slice(0, at) : bytes.map((old, index) => (index === at ? byte : old)),
            }
          })
          await readFiles(given).catch((error: unknown) => {
            if (!(error instanceof FileFault)) throw error
          })
        },
      ),
      { numRuns: 300 },
    )
  })
})
