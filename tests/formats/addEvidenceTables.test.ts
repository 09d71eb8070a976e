import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvTables } from '../../src/formats/csv/write'
import { FileFault } from '../../src/formats/io/fileFault'
import { readFiles } from '../../src/formats/readFiles'
import { hasNoStatements, statementRecordAt } from '../../src/model/rowRecords'
import { statementRowById, type Graph } from '../../src/model/graph'
import type { ImportOptions } from '../../src/model/importReport'
import { graphOf } from '../sample'

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
const statement = (of: Graph, id: string) => statementRecordAt(of, statementRowById(of).get(id)!)
const line = (file: string, start: string) => new RegExp(`^${start}.*\r\n`, 'm').exec(tables[file]!)![0]

describe('evidence in tables', () => {
  it('is there again, and the report says so', async () => {
    const { graph: back, report } = await read([])
    expect(statement(back, 's2')).toEqual(statement(graph, 's2'))
    expect(back.disputes).toEqual(graph.disputes)
    expect(back.nodes.attributes.has('figures')).toBe(false)
    expect(report).toMatchObject({ repairs: [], gaps: [], sourcedItems: 2, nodes: 2, edges: 2 })
  })
  it('stays out where a person leaves the table out', async () => {
    const skip = { rows: 'skip', header: true, columns: {} } as const
    const names = ['statements.csv', 'disputes.csv', 'sources.csv']
    const { graph: bare } = await read([], { tables: Object.fromEntries(names.map((name) => [name, skip])) })
    expect([bare.statements.count, bare.sources.length, bare.edges.count]).toEqual([0, 0, 2])
  })
  it('follows what was changed in a spreadsheet: a cell, a row less, a column more', async () => {
    const { graph: back } = await read([
      ['statements.csv', 'expected', 'confirmed'],
      ['statements.csv', line('statements.csv', 's1'), ''],
      ['disputes.csv', line('disputes.csv', '.*,s1,'), ''],
      ['sources.csv', ',editors\r\n', ',editors,mine\r\n'],
    ])
    expect(statement(back, 's0').status).toBe('confirmed')
    expect([hasNoStatements(back, 0), hasNoStatements(back, 1)]).toEqual([false, true])
  })
  it('of tables that name no kinds of values is read by its units', async () => {
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
    [['statements.csv', 's0,ann', 's0,eve'], 'statements.csv: row 2: statement "s0" names "eve", which is no node'],
    [['statements.csv', 's1,bob,knows,ann', 's1,bob,knows,eve'], 'statements.csv: row 3: statement "s1" names "eve"'],
    [
      ['statements.csv', 's1,bob,knows', 's1,bob,loves'],
      'row 3: statement "s1" is about "bob--loves--ann", which is no edge',
    ],
    [
      ['statements.csv', 'negative,,Note,,note', 'negative,,Note,,nota'],
      'statements.csv: row 3: statement "s1" is from "nota", which is no source',
    ],
    [['statements.csv', 'expected', 'expcted'], 'statements.csv: row 2: "status": '],
    [['statements.csv', 's0,ann', 'S 0,ann'], 'statements.csv: row 2: "id": an id is lower-case letters'],
    [['statements.csv', 's1,bob,knows,ann', 's1,bob,knows,'], 'row 3: statement "s1" needs an object or a value'],
    [['statements.csv', ',33,', ',many,'], 'statements.csv: row 4: "value"'],
    [twice('statements.csv', 's0'), 'statements.csv: row 3: statement "s0" stands there twice'],
    [twice('sources.csv', 'note'), 'source "note" stands there twice'],
    [['sources.csv', 'note,Note,,,,', 'note,Note,,,,javascript:alert(1)'], '"url": '],
    [['disputes.csv', ',s1,', ',s7,'], 'disputes.csv: row 2: dispute "quarrel" names "s7", which is no statement'],
    [['disputes.csv', 'conflict', 'quarrel'], 'disputes.csv: row 2: "kind": '],
    [['predicates.csv', 'knows,knows', 'knows it,knows'], 'predicates.csv: row 2: '],
    [
      ['edges.csv', line('edges.csv', 'ann--knows--bob'), ''],
      'row 2: statement "s0" is about "ann--knows--bob", which is no edge',
    ],
  ])('%j is refused with its file and row', async (change, what) => {
    const refused = await read([change]).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FileFault)
    expect((refused as FileFault).message).toContain(what)
    expect((refused as FileFault).remedy).toContain('Mend the row')
  })
  it('is refused or read, and never breaks, whatever byte is changed', () => {
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
