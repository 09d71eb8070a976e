import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { initialViewOf } from '../../src/app/initialView'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedDamerauDistance, formatDatasetFault, didYouMean } from '../../src/formats/dataset/datasetFault'
import { hashFiles } from '../../src/formats/dataset/hashFiles'
import { readDataset } from '../../src/formats/dataset/read'
import { readDatasetFolder } from '../../src/cli/readDatasetFolder'
import { jsonSchemas } from '../../src/cli/schemaCommand'
import { figureRowIndex, statementRowIndex } from '../../src/model/graph'
import { StatementValue } from '../../src/model/records'
import { statementRecordAt } from '../../src/model/rowRecords'
import { statementStatuses } from '../../src/model/enumerations'

const files: Readonly<Record<string, string>> = {
  'dataset.yaml': 'id: small\ntitle: Small\neditors: editors\n',
  'schema.yaml': `families: [{ id: actor, label: Actor }, { id: project, label: Project }]
types: [{ id: bank, family: actor, label: Bank }, { id: plant, family: project, label: Plant }]
predicates:
  - { id: finances, label: finances, inverse: is financed by, from: [actor], to: [project] }
  - { id: cost, label: Cost, from: [project], value: money }
  - { id: built, label: Built, from: [project], value: date }
  - { id: share, label: Share, from: [project], value: share }
`,
  'nodes/all.yaml': `- { id: jbic, type: bank, label: JBIC }
- { id: ohio, type: plant, label: Ohio }
`,
  'sources/paper.yaml': `id: paper
title: Paper
kind: news
parts: [{ id: B1, label: Paragraph 1 }]
statements:
  - { id: p-1, subject: jbic, predicate: finances, object: ohio, status: expected, locator: B1.1 }
  - { id: p-2, subject: ohio, predicate: cost, value: { amount: 33, unit: USD }, status: estimated, date: 2026-02~, locator: B1.2 }
  - { id: p-3, subject: ohio, predicate: built, value: { date: 2026-02-17 }, status: announced, locator: B1 }
`,
  'sources/editors.yaml': `id: editors
title: Editors
kind: dataset
statements:
  - { id: e-1, subject: ohio, predicate: share, formula: p-2 / (p-2 + p-2), unit: '%', status: estimated }
`,
}

/** The small data set with some texts replaced by others. */
type Change = readonly [file: string, from: string, to: string]
const read = (...changes: readonly Change[]) => {
  const changed = new Map(Object.entries(files))
  for (const [file, from, to] of changes) {
    expect(changed.get(file)).toContain(from)
    changed.set(file, changed.get(file)!.replace(from, to))
  }
  return readDataset(changed)
}
const faultsOf = (...changes: readonly Change[]) => {
  const result = read(...changes)
  return 'faults' in result ? result.faults.map(formatDatasetFault) : []
}

describe('a data set', () => {
  it('is read, with computed values and a version', () => {
    const result = read()
    if ('faults' in result) throw new Error(result.faults.map(formatDatasetFault).join('\n'))
    const { graph } = result
    expect([graph.nodes.count, graph.edges.count, graph.figures.count, graph.statements.count]).toEqual([2, 1, 3, 4])
    expect(statementRecordAt(graph, statementRowIndex(graph).get('e-1')!)).toMatchObject({
      value: { amount: 50, unit: '%' },
      derived: { formula: 'p-2 / (p-2 + p-2)', inputs: ['p-2'] },
      source: 'editors',
    })
    expect(graph.about.version).toMatch(/^[0-9a-f]{16}$/)
  })

  it('reports all of five different faults, each with its position and the nearest valid name', () => {
    const faults = faultsOf(
      ['sources/paper.yaml', 'subject: jbic', 'subject: jbci'],
      ['sources/paper.yaml', 'predicate: cost', 'predicate: costs'],
      ['sources/paper.yaml', 'status: announced', 'status: anounced'],
      ['nodes/all.yaml', 'label: Ohio', 'label: Ohio, sumary: x'],
      ['sources/paper.yaml', 'date: 2026-02~', "date: 'some day'"],
    )
    expect(faults).toEqual([
      'nodes/all.yaml:2:49 unknown field "sumary"; did you mean "summary"?',
      'sources/paper.yaml:6:25 subject: unknown node "jbci"; did you mean "jbic"?',
      'sources/paper.yaml:7:42 unknown predicate "costs"; did you mean "cost"?',
      'sources/paper.yaml:7:108 invalid EDTF date "some day"; write it like 2026-02-17, 2026-02~ or 2026-02-09/2026-02-15',
      expect.stringMatching(
        /^sources\/paper\.yaml:8:86 invalid status "anounced"; expected .*; did you mean "announced"\?$/,
      ),
    ])
  })

  it('reports all three faults of one statement', () => {
    const faults = faultsOf(
      ['sources/paper.yaml', 'status: expected', 'status: judgment'],
      ['sources/paper.yaml', 'predicate: finances', 'predicate: financs'],
      ['sources/paper.yaml', 'object: ohio', 'object: ohoi'],
    )
    expect(faults).toEqual([
      'sources/paper.yaml:6:42 unknown predicate "financs"; did you mean "finances"?',
      'sources/paper.yaml:6:59 object: unknown node "ohoi"; did you mean "ohio"?',
      expect.stringMatching(
        /^sources\/paper\.yaml:6:73 invalid status "judgment"; expected .*; did you mean "judgement"\?$/,
      ),
    ])
  })

  const slips: readonly Change[] = [
    ['sources/paper.yaml', 'id: p-2', 'id: P 2'],
    ['sources/paper.yaml', 'subject: ohio, predicate: cost', 'subject: ohoi, predicate: cost'],
    ['sources/paper.yaml', 'unit: USD', 'unit: dollars'],
    ['sources/paper.yaml', 'predicate: finances', 'predicate: financs'],
    ['sources/paper.yaml', 'date: 2026-02~', "date: 'some day'"],
    ['sources/paper.yaml', 'locator: B1.2', 'locator: C1.2'],
    ['sources/paper.yaml', 'status: estimated, date', 'colour: red, status: estimated, date'],
    ['sources/paper.yaml', 'kind: news', 'kinds: news'],
    ['sources/editors.yaml', 'p-2 / (p-2 + p-2), unit', 'p-2 / (p-2 + p-2), value: 7, unit'],
    ['nodes/all.yaml', 'type: plant, label: Ohio', 'type: plnt, label: 7'],
  ]
  it('with several faults reports those of each, wherever they are', () => {
    const whats = (...changes: readonly Change[]) => faultsOf(...changes).map((text) => text.replace(/^\S+ /, ''))
    const alone = new Map(slips.map((each) => [each, whats(each)]))
    fc.assert(
      fc.property(fc.subarray([...slips]), (some) => {
        expect(whats(...some).sort()).toEqual(some.flatMap((each) => alone.get(each)!).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('reports what a missing or wrong field must be', () => {
    expect(faultsOf(['sources/paper.yaml', ', status: expected', ''])).toEqual([
      expect.stringContaining('"status" is missing; expected confirmed, '),
    ])
    expect(faultsOf(['sources/paper.yaml', 'status: expected', 'status: { a: 1 }'])).toEqual([
      expect.stringContaining('invalid status "{"a":1}"; expected confirmed, '),
    ])
  })

  describe('with a malformed value', () => {
    const given = '{ amount: 33, unit: USD }'
    it.each([
      ['{ amount: 33bn, unit: USD }', 'sources/paper.yaml:7:65 "value.amount" must be a number, not "33bn"'],
      ['{ amont: 33, unit: USD }', 'sources/paper.yaml:7:64 unknown field "value.amont"; did you mean "amount"?'],
      [
        '{ amount: 33, unit: USD, colour: red }',
        'sources/paper.yaml:7:88 unknown field "value.colour"; expected amount, low, high, about, unit',
      ],
      ['{ amount: 33 }', 'sources/paper.yaml:7:55 "value.unit" is missing'],
      ['{ date: 2026 }', 'sources/paper.yaml:7:63 "value.date" must be text, not 2026; put it in quotes'],
      ['{ unknown: yes }', 'sources/paper.yaml:7:66 invalid value.unknown "yes"; expected true'],
      [
        '33',
        'sources/paper.yaml:7:55 "value" must be one of { amount, low, high, about, unit }, { date }, { text }, { unknown }, not 33',
      ],
      [
        '{}',
        'sources/paper.yaml:7:55 "value" must be one of { amount, low, high, about, unit }, { date }, { text }, { unknown }, not {}',
      ],
    ])('%s: %s', (value, fault) => {
      expect(faultsOf(['sources/paper.yaml', given, value])).toEqual([fault])
    })
    it('reports file, line and field of every fault, whatever the value', () => {
      const scalar = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string({ unit: 'grapheme-ascii' }))
      const key = fc.constantFrom('amount', 'low', 'high', 'about', 'unit', 'date', 'text', 'unknown', 'amuont', 'x')
      const value = fc.oneof(scalar, fc.array(scalar), fc.dictionary(key, fc.oneof(scalar, fc.array(scalar))))
      fc.assert(
        fc.property(value, (malformed) => {
          fc.pre(!StatementValue.safeParse(malformed).success)
          const faults = faultsOf(['sources/paper.yaml', given, JSON.stringify(malformed).replaceAll('$', '$$$$')])
          expect(faults.length).toBeGreaterThan(0)
          for (const fault of faults) expect(fault).toMatch(/^sources\/paper\.yaml:7:\d+ .*\bvalue\b/)
        }),
      )
    })
  })

  it.each([
    ['schema.yaml', 'label: Cost', 'labl: Cost', ['unknown field "predicates.1.labl"; did you mean "label"?']],
    ['schema.yaml', 'value: money', 'value: mony', ['did you mean "money"']],
    ['schema.yaml', 'id: bank, family: actor', 'id: bank, family: An Actor', ['an id is lower-case letters']],
    ['nodes/all.yaml', 'label: Ohio', 'label: 7', ['"label" must be text, not 7; put it in quotes']],
    ['sources/paper.yaml', 'parts: [{ id', 'parts: [{ ids', ['unknown field "parts.0.ids"; did you mean "id"?']],
  ])('%s with %s as %s names the field', (file, from, to, whats) => {
    const faults = faultsOf([file, from, to])
    for (const what of whats) expect(faults).toContainEqual(expect.stringContaining(what))
  })

  it('reports references to unknown records once, and not to malformed ones', () => {
    const disputes =
      '- { id: d, kind: quarel, title: T, reading: R, sides: [{ says: a, statements: [p-1] }, { says: b, statements: [p-9] }] }\n'
    const read = readDataset(
      new Map([
        ...Object.entries(files),
        ['disputes.yaml', disputes],
        ['sources/paper.yaml', files['sources/paper.yaml']!.replace('status: expected', 'status: expcted')],
      ]),
    )
    expect('faults' in read && read.faults.map(({ what }) => what)).toEqual([
      expect.stringContaining('invalid kind "quarel"; expected '),
      'unknown statement "p-9"; did you mean "p-2"?',
      expect.stringContaining('did you mean "expected"'),
    ])
  })

  it.each([
    ['nodes/all.yaml', 'type: bank', 'type: bnk', 'unknown type "bnk"; did you mean "bank"?'],
    ['nodes/all.yaml', 'id: ohio', 'id: jbic', 'duplicate node id "jbic", first used at nodes/all.yaml:1'],
    [
      'sources/paper.yaml',
      'object: ohio',
      'object: jbic',
      'object "jbic" is of type bank, but "finances" takes project',
    ],
    ['sources/paper.yaml', 'object: ohio, ', '', '"finances" is a relation: "object" is missing'],
    ['sources/paper.yaml', 'unit: USD', 'unit: dollars', 'invalid currency code "dollars"'],
    [
      'sources/paper.yaml',
      'value: { date: 2026-02-17 }',
      'value: { text: soon }',
      'invalid value of "built": expected { date }',
    ],
    ['sources/paper.yaml', 'locator: B1.1', 'locator: C1.1', 'locator: unknown part "C1" of the source'],
    [
      'sources/paper.yaml',
      '[{ id: B1, label: Paragraph 1 }]',
      '[{ id: B1, label: x }, { id: B2, label: y }]',
      'part "B2" has no statement',
    ],
    ['sources/editors.yaml', 'p-2 / (p-2 + p-2)', 'p-2 / (p-2 + p-9)', 'formula: unknown statement "p-9"'],
    ['sources/editors.yaml', 'p-2 / (p-2 + p-2)', 'e-1 + p-2', 'depends on itself'],
    ['schema.yaml', 'from: [actor]', 'from: [actr]', 'unknown type or family "actr"; did you mean "actor"?'],
    ['schema.yaml', 'id: share, label: Share', 'id: cost, label: Share', 'duplicate id "cost"'],
    [
      'dataset.yaml',
      'editors: editors',
      'editors: editor',
      'editors: unknown source "editor"; did you mean "editors"?',
    ],
    ['dataset.yaml', 'title: Small', 'title: [', 'dataset.yaml:'],
    ['sources/paper.yaml', 'id: p-2', 'id: P 2', 'an id is lower-case letters'],
  ])('%s with %s as %s: %s', (file, from, to, what) => {
    expect(faultsOf([file, from, to])).toContainEqual(expect.stringContaining(what))
  })

  it('reports missing and unknown files', () => {
    const missing = readDataset(new Map(Object.entries(files).filter(([name]) => name !== 'schema.yaml')))
    expect('faults' in missing && missing.faults.map(formatDatasetFault)).toContainEqual(
      'schema.yaml:1:1 the file is missing',
    )
    const odd = readDataset(new Map([...Object.entries(files), ['node/x.yaml', 'x']]))
    expect('faults' in odd && odd.faults[0]!.what).toContain('unknown file')
  })
})

describe('the bundled data set', () => {
  const bundled = readDatasetFolder('graph-data/us-japan-investment')
  it('has a negative form for every predicate that is denied', () => {
    if ('faults' in bundled) throw new Error('faults')
    const { graph } = bundled
    const denied = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row)).filter(
      ({ polarity, object }) => polarity === 'negative' && object !== undefined,
    )
    expect(denied.length).toBeGreaterThan(20)
    for (const { predicate } of denied) {
      const declared = graph.schema.predicates.find(({ id }) => id === predicate)
      expect(declared).toMatchObject({
        negative: expect.any(String) as string,
        inverse_negative: expect.any(String) as string,
      })
    }
  })
  it('begins with a filter of today that leaves what it left before filters had a version', () => {
    if ('faults' in bundled) throw new Error('faults')
    const { graph } = bundled
    const without = { ...graph, about: { ...graph.about, view: { ...graph.about.view, filter_version: 1 as const } } }
    expect(graph.about.view!.filter_version).toBe(2)
    expect(applyFilter(graph, initialViewOf(graph).filter)).toEqual(applyFilter(graph, initialViewOf(without).filter))
  })
  it('has no fault', () => expect('faults' in bundled ? bundled.faults.map(formatDatasetFault) : []).toEqual([]))
  it('models every paragraph of its document, with several of each status and with negatives', () => {
    if ('faults' in bundled) throw new Error('faults')
    const { graph } = bundled
    const said = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row))
    const parts = new Set(said.map(({ locator }) => locator?.split('.')[0]))
    for (const part of ['K1', 'K2', 'K3', 'K4', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7']) expect(parts).toContain(part)
    for (const status of statementStatuses)
      expect(said.filter((each) => each.status === status).length, status).toBeGreaterThan(1)
    expect(said.filter(({ polarity }) => polarity === 'negative').length).toBeGreaterThan(5)
  })
  it('has shared figures of both parties, and marks computed ones', () => {
    if ('faults' in bundled) throw new Error('faults')
    const { graph } = bundled
    const said = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row))
    const three = said.filter(
      ({ value, source }) =>
        source === 'japan-foresight-2026-02-18' && value && 'unit' in value && value.amount === 3e9,
    )
    expect([...new Set(three.map(({ subject }) => subject))]).toEqual(['two-other-projects'])
    expect(figureRowIndex(graph).has('georgia-diamond-plant--share-of-tranche')).toBe(true)
    for (const each of said.filter(({ derived }) => derived)) expect(each.source).toBe(graph.about.editors)
  })
  it.each([...jsonSchemas()])('%s is up to date (npx kizuna schema graph-data/schemas)', (name, text) =>
    expect(readFileSync(`graph-data/schemas/${name}`, 'utf8')).toBe(text),
  )
})

describe('similar names', () => {
  it('have a distance of the number of letters to change', () => {
    expect(boundedDamerauDistance('jbci', 'jbic', 9)).toBe(1)
    expect(boundedDamerauDistance('kitten', 'sitting', 9)).toBe(3)
  })
  it('are symmetric, and equal at distance 0', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        expect(boundedDamerauDistance(one, other, 99)).toBe(boundedDamerauDistance(other, one, 99))
        expect(boundedDamerauDistance(one, one, 99)).toBe(0)
      }),
    ))
  it('are not made up', () => expect(didYouMean('zebra', ['jbic', 'ohio'])).toBe(''))
})

it('the version changes with any character of any file', () => {
  const one = new Map([
    ['a', 'x'],
    ['b', 'y'],
  ])
  expect(hashFiles(one)).toBe(hashFiles(new Map([...one].reverse())))
  expect(hashFiles(one)).not.toBe(
    hashFiles(
      new Map([
        ['a', 'xb'],
        ['', 'y'],
      ]),
    ),
  )
  expect(hashFiles(new Map())).toBe('cbf29ce484222325')
})
