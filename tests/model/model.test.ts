import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeAgreements, figureAgreements } from '../../src/model/agreement'
import {
  type TextColumn,
  categoryAt,
  categoryColumn,
  rowsOfGroup,
  groupRowsByKey,
  listAt,
  listColumn,
  NONE,
  pickTextRows,
  textAt,
  textColumn,
  textsAt,
} from '../../src/model/columns'
import { english } from '../../src/messages/englishFormatter'
import { adjacency, degrees, graphIndexesOf, adoptGraphIndexes, nodeRowIndex } from '../../src/model/graph'
import { RowIndex } from '../../src/model/rowIndex'
import { foldCaseAndDiacritics, allNodeNames } from '../../src/model/nodeNames'
import { statementRecordAt } from '../../src/model/rowRecords'
import { claimedInterval, intervalsOverlap } from '../../src/model/value'
import { graphOf } from '../sample'

const ids = ({ id, count }: { readonly id: TextColumn; readonly count: number }) =>
  Array.from({ length: count }, (_, row) => textAt(id, row))

describe('columns', () => {
  const texts = fc.array(fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }))
  it('return the texts that they were built from', () =>
    fc.assert(
      fc.property(texts, (values) => {
        const column = textColumn(values)
        expect(values.map((_, row) => textAt(column, row))).toEqual(values.map((value) => value ?? ''))
      }),
    ))
  it('return the texts of some rows, few or many', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii' }), { minLength: 1, maxLength: 20 }),
        fc.option(fc.constantFrom('é', '絆', '\ufeff')),
        fc.constantFrom(1, 30),
        (values, beyond, times) => {
          const all = Array.from({ length: times }, () => [...values, ...(beyond === null ? [] : [beyond])]).flat()
          const column = textColumn(all)
          const rows = [...all.keys()].filter((row) => row % 3 !== 1)
          expect(textsAt(column, rows)).toEqual(rows.map((row) => all[row]))
          expect(pickTextRows(column, Uint32Array.from(rows))).toEqual(textColumn(rows.map((row) => all[row])))
        },
      ),
    ))
  it('return the categories that they were built from', () =>
    fc.assert(
      fc.property(texts, (values) => {
        const column = categoryColumn(values, ['known'])
        expect(values.map((_, row) => categoryAt(column, row))).toEqual(values)
        expect(column.dictionary[0]).toBe('known')
      }),
    ))
  it('return the lists that they were built from', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.string())), (lists) => {
        const column = listColumn(lists)
        expect(lists.map((_, row) => listAt(column, row))).toEqual(lists)
      }),
    ))
  it('find the first row of a text, and no other text', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 3 })),
        fc.string({ maxLength: 3 }),
        (values, other) => {
          const index = new RowIndex(textColumn(values))
          for (const text of [...values, other])
            expect(index.get(text)).toBe(values.includes(text) ? values.indexOf(text) : undefined)
        },
      ),
    ))
  it('group every row with a key once, in order', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat({ max: 5 }), fc.constant(NONE))), (keys) => {
        const groups = groupRowsByKey(Uint32Array.from(keys), 6)
        for (let group = 0; group < 6; group++)
          expect([...rowsOfGroup(groups, group)]).toEqual(keys.flatMap((key, row) => (key === group ? [row] : [])))
      }),
    ))
})

describe('a graph', () => {
  const graph = graphOf(
    'ann knows bob expected paper',
    'ann knows bob reported note',
    'bob knows ann reported paper',
    'bob knows bob reported paper',
    'ann cost 33 estimated paper',
    'ann cost 34 estimated note',
  )
  it('groups statements about the same edge or figure', () => {
    expect(ids(graph.edges)).toEqual(['ann--knows--bob', 'bob--knows--ann', 'bob--knows--bob'])
    expect(ids(graph.figures)).toEqual(['ann--cost'])
  })
  it('accepts indexes that were computed elsewhere', () => {
    const other = { ...graph, nodes: { ...graph.nodes, id: { ...graph.nodes.id } } }
    adoptGraphIndexes(other, structuredClone(graphIndexesOf(graph)))
    expect(ids(other.nodes).map((id) => nodeRowIndex(other).get(id))).toEqual([...ids(other.nodes).keys()])
    expect(nodeRowIndex(other).has('nobody')).toBe(false)
  })
  it('has both ends of each edge as neighbours; a loop counts twice', () => {
    const bob = nodeRowIndex(graph).get('bob')!
    expect([...rowsOfGroup({ ...adjacency(graph), rows: adjacency(graph).neighbours }, bob)].sort()).toEqual([
      0, 0, 1, 1,
    ])
    expect([...degrees(graph)]).toEqual([2, 4])
  })
  it('returns the statements that it was built from', () =>
    expect(statementRecordAt(graph, 0)).toEqual({
      id: 's0',
      subject: 'ann',
      predicate: 'knows',
      object: 'bob',
      status: 'expected',
      source: 'paper',
    }))
})

describe('agreement', () => {
  const verdict = (...lines: string[]) => edgeAgreements(graphOf(...lines))[0]!
  const ofFigure = (...lines: string[]) => figureAgreements(graphOf(...lines))[0]!

  it('has the surest status', () =>
    expect(verdict('a knows b reported paper', 'a knows b announced note')).toMatchObject({
      status: 'announced',
      verdict: 'agreed',
    }))
  it('counts independent origins, not reprints', () =>
    expect(verdict('a knows b reported note', 'a knows b reported reprint')).toMatchObject({
      corroboration: 1,
      verdict: 'single',
    }))
  it('is contested by a denial', () =>
    expect(verdict('a knows b reported paper', 'a knows b -reported note').verdict).toBe('contested'))
  it('is not contested by a denial for another date', () =>
    expect(verdict('a knows b reported paper 2025', 'a knows b -reported note 2026').verdict).not.toBe('contested'))
  it('is negative if all statements are', () => expect(verdict('a knows b -judgement paper').negative).toBe(true))
  it('varies if numbers differ but are compatible, and is contested if they are not', () => {
    expect(ofFigure('a cost 33.3 estimated paper', 'a cost 33.27 estimated note').verdict).toBe('varies')
    expect(ofFigure('a cost 33.3 estimated paper', 'a cost 34.9 estimated note').verdict).toBe('contested')
  })
})

describe('values', () => {
  const usd = (amount: number, about = true) => ({ amount, about, unit: 'USD' })
  it('overlap for about 33bn and 33.3bn, and not for 33.3bn and 36bn', () => {
    expect(claimedInterval(usd(33e9))).toEqual({ low: 32.5e9, high: 33.5e9 })
    expect(intervalsOverlap(claimedInterval(usd(33e9)), claimedInterval(usd(33.3e9, false)))).toBe(true)
    expect(intervalsOverlap(claimedInterval(usd(33.3e9, false)), claimedInterval(usd(36e9, false)))).toBe(false)
  })
  it('contain their own amount', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.boolean(), (amount, about) => {
        const { low, high } = claimedInterval(usd(amount, about))
        expect(low <= amount && amount <= high).toBe(true)
      }),
    ))
  it.each([
    [{ amount: 33e9, about: true, unit: 'USD' }, 'about USD 33bn'],
    [{ amount: 600e6, unit: 'USD' }, 'USD 600mn'],
    [{ amount: 9.2, unit: 'GW' }, '9.2 GW'],
    [{ low: 1, about: true, unit: '%' }, 'just over 1%'],
    [{ high: 45, unit: 'day' }, 'at most 45 days'],
    [{ amount: 1, unit: 'day' }, '1 day'],
    [{ low: 3e9, high: 4e9, unit: 'USD' }, 'USD 3bn to 4bn'],
    [{ amount: 0, unit: 'USD' }, 'USD 0'],
  ])('%j reads %s', (quantity, text) => expect(english.quantity(quantity)).toBe(text))
})

describe('dates', () => {
  it.each([
    ['2026-02-17', '17 Feb 2026'],
    ['2026-02', 'Feb 2026'],
    ['2026-02~', 'about Feb 2026'],
    ['2026-02-09/2026-02-15', '9 to 15 Feb 2026'],
    ['2025-07/2025-09', 'Jul to Sep 2025'],
    ['2025-12/..', 'from Dec 2025'],
    ['../2029-01-19', 'until 19 Jan 2029'],
  ])('%s reads %s', (edtf, text) => expect(english.date(edtf)).toBe(text))
})

describe('names', () => {
  it('come in both orders, with and without diacritics, and in kana with and without the space', () =>
    expect(
      allNodeNames({
        label: 'Akazawa Ryōsei',
        family: 'Akazawa',
        given: 'Ryōsei',
        kana: 'あかざわ りょうせい',
      }),
    ).toEqual(
      expect.arrayContaining([
        'Akazawa Ryōsei',
        'Ryōsei Akazawa',
        'Akazawa Ryosei',
        'Ryosei Akazawa',
        'あかざわりょうせい',
      ]) as string[],
    ))
  it('fold to the same letters, but keep the voicing marks of kana', () => {
    expect(foldCaseAndDiacritics('RYŌSEI')).toBe('ryosei')
    expect(foldCaseAndDiacritics('ガス')).not.toBe(foldCaseAndDiacritics('カス'))
  })
})
