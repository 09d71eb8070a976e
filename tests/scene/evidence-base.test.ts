import { clocksEn } from '../../src/messages/clocks.en'
import { clocksJa } from '../../src/messages/clocks.ja'
import { english } from '../../src/messages/englishFormatter'
import { exportsEn } from '../../src/messages/exports.en'
import { issuesEn } from '../../src/messages/issues.en'
import { japanese } from '../../src/messages/japaneseFormatter'
import { moneyEn } from '../../src/messages/money.en'
import { moneyJa } from '../../src/messages/money.ja'
import { textsEn } from '../../src/messages/texts.en'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { invalidFilterPart } from '../../src/analysis/filter/filterValidation'
import type { Filter } from '../../src/analysis/filter/filter'
import { setFacetChoice } from '../../src/analysis/filter/filter'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { buildGraph } from '../../src/model/buildGraph'
import { edgeAgreements } from '../../src/model/agreement'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import type { Source, Statement } from '../../src/model/records'
import { markdownBrief } from '../../src/scene/export/markdownBrief'
import { statedEdgesAndFigures } from '../../src/scene/edgeOrFigure'
import {
  filterAtDate,
  dateInFilter,
  monthHistogramOf,
  nextDayWithStatements,
  monthTicks,
} from '../../src/scene/clocks/monthHistogram'
import { expectationStatusOf } from '../../src/scene/issues/expectations'
import { moneyFlow } from '../../src/scene/money/moneyFlow'
import { issueCounts, edgeAndFigureCountsOfList, issueLists, issuesInList } from '../../src/scene/issues/issueLists'
import { quantityOfRange, type AmountRange } from '../../src/scene/money/amountRanges'
import { moneyColumns, moneyPage } from '../../src/scene/money/moneyPage'
import { alignPartsToParagraphs, splitParagraphs, passageAt } from '../../src/scene/sources/passages'
import { disputeDetailsAbout, claimsOfSide } from '../../src/scene/inspector/disputeDetails'
import { lensedGraph, visibleRows } from '../../src/scene/view/filterResult'
import {
  supportLostBySourceLens,
  sourceLensGroups,
  sourceRows,
  statementsInReadingOrder,
} from '../../src/scene/sources/sources'
import { textsJa } from '../../src/messages/texts.ja'
import { schema } from '../sample'
import { inEnglish } from '../text'

const sources: readonly Source[] = [
  { id: 'early', title: 'Early', publisher: 'Daily', kind: 'news', date: '2026-02-10', reliability: 'newspaper' },
  { id: 'late', title: 'Late', publisher: 'Daily', kind: 'news', date: '2026-03', reliability: 'newspaper' },
  { id: 'weak', title: 'Weak', publisher: 'Blog', kind: 'blog', reliability: 'weak' },
  { id: 'copy', title: 'Copy', publisher: 'Mirror', kind: 'news', date: '2026-02-11', origin: 'early' },
]

interface Given {
  readonly subject: string
  readonly predicate: string
  readonly object?: string
  readonly usd?: number
  readonly source: string
  readonly date?: string
  readonly rest?: Partial<Statement>
}

const types: Readonly<Record<string, string>> = { oil: 'sector', ohio: 'place', bank: 'actor', japan: 'actor' }

function graphWith(given: readonly Given[]): Graph {
  const names = [...new Set(given.flatMap(({ subject, object }) => [subject, object ?? subject]))]
  return buildGraph({
    about: { id: 'sample', title: 'Sample' },
    schema: {
      ...schema,
      predicates: [
        ...schema.predicates,
        {
          id: 'finances',
          label: 'finances',
          inverse: 'is financed by',
          from: ['actor'],
          to: ['project'],
          amount: 'money',
        },
        { id: 'paid', label: 'Paid', from: ['project'], value: 'money', stage: 'disbursed' },
      ],
    },
    nodes: names.map((id) => ({ id, type: types[id] ?? 'project', label: id })),
    sources,
    statements: given.map(({ usd, rest, ...each }, at): Statement => ({
      id: `s${at}`,
      status: 'announced',
      ...each,
      ...(usd !== undefined && { value: { amount: usd, unit: 'USD' } }),
      ...rest,
    })),
  })
}

const filterOf = (text: string): Filter => {
  const read = parseFilter(text)
  if ('fault' in read) throw new Error(inEnglish(read.fault.what))
  return read.filter
}
const names = (graph: Graph, filter: string): string[] => {
  const { nodes } = applyFilter(graph, filterOf(filter))
  return [...nodes.keys()].filter((row) => nodes[row] === 1).map((row) => textAt(graph.nodes.id, row))
}

const small = graphWith([
  { subject: 'plant', predicate: 'knows', object: 'port', source: 'early', date: '2026-02' },
  { subject: 'plant', predicate: 'knows', object: 'port', source: 'weak' },
  { subject: 'port', predicate: 'knows', object: 'mill', source: 'weak', date: '2026-02-09/2026-02-15' },
  { subject: 'mill', predicate: 'cost', usd: 5, source: 'late', date: '2026-03-01' },
])

describe('a filter on statements', () => {
  it('removes statements, and what only they support', () => {
    expect(names(small, '-source:weak')).toEqual(['plant', 'port', 'mill'])
    expect(applyFilter(small, filterOf('-source:weak')).edgeCount).toBe(1)
    expect(names(small, '-source:weak -source:late')).toEqual(['plant', 'port'])
    expect(names(small, '-class:newspaper')).toEqual(['plant', 'port', 'mill'])
    expect(names(small, '-publisher:Daily')).toEqual(['plant', 'port', 'mill'])
    expect(names(small, 'source:late')).toEqual(['mill'])
    expect(names(small, '(source:late or source:early)')).toEqual(['plant', 'port', 'mill'])
  })

  it('applies to each statement: an early one and one of an excluded source do not support an edge together', () => {
    expect(applyFilter(small, filterOf('known:2026-02-17')).edgeCount).toBe(1)
    expect(applyFilter(small, filterOf('known:2026-02-17 -source:early')).edgeCount).toBe(0)
  })

  it('changes the agreement of what is left', () => {
    expect(edgeAgreements(lensedGraph(small, []))[0]).toMatchObject({ corroboration: 2, verdict: 'agreed' })
    expect(edgeAgreements(lensedGraph(small, filterOf('-class:weak')))[0]).toMatchObject({
      corroboration: 1,
      verdict: 'single',
    })
  })

  it('is applied before the other steps', () => {
    expect(applyFilter(small, filterOf('verdict:agreed')).edgeCount).toBe(1)
    expect(applyFilter(small, filterOf('-source:weak verdict:agreed')).edgeCount).toBe(0)
  })

  it('rejects an invalid date with a reason', () => {
    expect(inEnglish(invalidFilterPart(small, filterOf('known:soon'))!.reason)).toContain('date')
    expect(invalidFilterPart(small, filterOf('known:2026-02'))).toBeUndefined()
  })

  const aGiven: fc.Arbitrary<Given> = fc.record(
    {
      subject: fc.constantFrom('a', 'b', 'c'),
      predicate: fc.constant('knows'),
      object: fc.constantFrom('d', 'e', 'f'),
      source: fc.constantFrom(...sources.map(({ id }) => id)),
      date: fc.constantFrom('2025', '2026-02', '2026-02-12', '2026-01/2026-02', '../2026-03'),
    },
    { requiredKeys: ['subject', 'predicate', 'object', 'source'] },
  )
  const aGraph = fc.array(aGiven, { minLength: 1, maxLength: 10 }).map(graphWith)

  it('is monotone in time: what was known on a day was known on every later one', () =>
    fc.assert(
      fc.property(aGraph, fc.tuple(fc.nat(500), fc.nat(500)), (graph, [one, other]) => {
        const day = (after: number) => new Date(Date.UTC(2025, 6, 1 + after)).toISOString().slice(0, 10)
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map(day)
        const [before, after] = [early, late].map((each) => applyFilter(graph, filterOf(`known:${each}`)))
        before!.nodes.forEach((on, row) => expect(after!.nodes[row]! >= on).toBe(true))
        before!.edges.forEach((on, row) => expect(after!.edges[row]! >= on).toBe(true))
      }),
    ))

  it('restores the same view when a source is excluded and included again', () =>
    fc.assert(
      fc.property(aGraph, fc.constantFrom(...sources.map(({ id }) => id)), (graph, id) => {
        const filter = filterOf('known:2026-06')
        const off = setFacetChoice(filter, 'source', id, 'ruled out')
        const on = setFacetChoice(off, 'source', id, 'free')
        expect(on).toEqual(filter)
        expect(visibleRows(graph, on)).toEqual(visibleRows(graph, filter))
        expect(lensedGraph(graph, on).statements).toEqual(lensedGraph(graph, filter).statements)
      }),
    ))
})

describe('sources', () => {
  const rows = sourceRows(small, [], { order: 'date' })
  it('are listed with what only they support, those without a date last', () =>
    expect(
      rows.map(({ source, statementCount, soleSupportCount }) => [source.id, statementCount, soleSupportCount]),
    ).toEqual([
      ['late', 1, 1],
      ['early', 1, 0],
      ['weak', 2, 1],
    ]))

  it('are searched and sorted', () => {
    const ids = (words: string, order: 'class' | 'only' = 'class') =>
      sourceRows(small, [], { words, order }).map(({ source }) => source.id)
    expect(ids('daily')).toEqual(['late', 'early'])
    expect(ids('nothing')).toEqual([])
  })

  it('report what loses its support when they are excluded', () => {
    const lost = supportLostBySourceLens(small, filterOf('-class:newspaper'))
    expect(lost).toEqual({ nodes: 0, edges: 0, figures: 1, statements: 2 })
    expect(supportLostBySourceLens(small, filterOf('sector:oil'))).toBeUndefined()
    expect(supportLostBySourceLens(small, filterOf('-source:weak -source:early'))).toEqual({
      nodes: 2,
      edges: 2,
      figures: 0,
      statements: 3,
    })
  })

  it('are excluded with their class or publisher', () => {
    const off = sourceRows(small, filterOf('-publisher:Daily'), { order: 'date' })
    expect(off.map(({ isOn }) => isOn)).toEqual([false, false, true])
    expect(
      sourceLensGroups(small, [], textsEn).publishers.map(({ value, sourceCount }) => [value, sourceCount]),
    ).toEqual([['Daily', 2]])
  })

  it('have their statements in the order of locators', () => {
    const said = ['P10.1', 'P2', undefined, 'P2.3', 'P2.1'].map((locator, at): Given => ({
      subject: 'a',
      predicate: 'knows',
      object: `b${at}`,
      source: 'early',
      rest: locator === undefined ? {} : { locator },
    }))
    expect(statementsInReadingOrder(graphWith(said), 0)).toEqual([1, 4, 3, 0, 2])
  })
})

describe('open issues', () => {
  const on = (today: string) => ({ today, texts: textsEn, issues: issuesEn })
  const graph = graphWith([
    { subject: 'plant', predicate: 'cost', usd: 33, source: 'early' },
    { subject: 'plant', predicate: 'cost', usd: 40, source: 'late' },
    {
      subject: 'port',
      predicate: 'knows',
      object: 'mill',
      source: 'early',
      rest: { status: 'expected', due: '2026-03-19' },
    },
    {
      subject: 'mill',
      predicate: 'knows',
      object: 'plant',
      source: 'early',
      rest: {
        status: 'expected',
        outcome: { kind: 'delayed', statements: ['s1'], date: '2026-05-01', reading: 'It came later.' },
      },
    },
    { subject: 'mill', predicate: 'knows', object: 'ohio', source: 'weak', rest: { status: 'unclear' } },
  ])

  it('are counted for each list', () => {
    const counts = issueCounts(graph)
    for (const list of issueLists) expect(issuesInList(graph, list, on('2026-04-01'))).toHaveLength(counts[list])
    expect(counts).toMatchObject({ contested: 1, expectations: 2, open: 1, undated: 1, single: 3 })
  })

  it('have counts of edges and figures, and are marked if contested', () => {
    expect(edgeAndFigureCountsOfList(graph, 'contested')).toEqual({ edges: 0, figures: 1 })
    expect(edgeAndFigureCountsOfList(graph, 'open')).toBeUndefined()
    const disputed = graphWith([
      { subject: 'plant', predicate: 'cost', usd: 33, source: 'early' },
      { subject: 'plant', predicate: 'cost', usd: 40, source: 'copy' },
      { subject: 'port', predicate: 'cost', usd: 7, source: 'late' },
    ])
    const rows = issuesInList(disputed, 'single', on('2026-04-01'))
    expect(rows.map(({ id, isContested }) => [id, isContested])).toEqual([
      ['plant--cost', true],
      ['port--cost', false],
    ])
  })

  it('give the status of an expectation on a day', () => {
    const statuses = (today: string) =>
      issuesInList(graph, 'expectations', on(today)).map((row) => row.expectationStatus)
    expect(statuses('2026-03-19')).toEqual(['open', 'delayed'])
    expect(statuses('2026-03-20')).toEqual(['due', 'delayed'])
    expect(expectationStatusOf(graph, 3, '2020-01-01')).toBe('delayed')
  })

  it('list the sides of a dispute', () => {
    const [cost] = statedEdgesAndFigures(graph).filter(({ kind }) => kind === 'figure')
    const [dispute] = disputeDetailsAbout(graph, cost!, textsEn)
    expect(dispute!.sides.map(({ claim }) => claim)).toEqual(['USD 33', 'USD 40'])
    expect(dispute!.sides.map(({ statements }) => statements[0]!.claimText)).toEqual(['USD 33', 'USD 40'])
  })
})

it('a side of a dispute lists each claim once, and each asserter once with all sources', () => {
  const graph = graphWith([
    { subject: 'plant', predicate: 'cost', usd: 33, source: 'early' },
    { subject: 'plant', predicate: 'cost', usd: 40, source: 'late' },
    { subject: 'plant', predicate: 'cost', usd: 33, source: 'late', rest: { by: 'japan' } },
    { subject: 'japan', predicate: 'finances', object: 'plant', source: 'late' },
    { subject: 'plant', predicate: 'cost', usd: 33, source: 'weak', rest: { by: 'japan' } },
  ])
  const [cost] = statedEdgesAndFigures(graph).filter(({ kind }) => kind === 'figure')
  const [side] = disputeDetailsAbout(graph, cost!, textsEn)[0]!.sides
  expect(side!.statements).toHaveLength(3)
  const claims = claimsOfSide(side!)
  expect(claims.map(({ claimText }) => claimText)).toEqual([undefined])
  expect(
    claims[0]!.asserterGroups.map(({ asserter, evidence }) => [asserter.name, evidence.map(({ source }) => source.id)]),
  ).toEqual([
    ['Daily', ['early']],
    ['japan', ['late', 'weak']],
  ])
})

describe('the months of a date key', () => {
  const wording = { format: english, clocks: clocksEn }

  it('include every month between the first and the last', () => {
    expect(monthHistogramOf(small, 'known')!.months.map(({ id, count }) => [id, count])).toEqual([
      ['2026-02', 1],
      ['2026-03', 1],
    ])
    expect(nextDayWithStatements(monthHistogramOf(small, 'known')!, '2026-02-10')).toBe('2026-03-31')
    expect(nextDayWithStatements(monthHistogramOf(small, 'known')!, '2026-03')).toBeUndefined()
  })

  it('have ticks at equal distances, of which the first has a year', () => {
    const months = (first: number, count: number) =>
      Array.from({ length: count }, (_, at) => {
        const month = first + at
        return { id: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, count: 1 }
      })
    const texts = (first: number, count: number) =>
      monthTicks(months(first, count), { maxTicks: 6, ...wording }).map(({ text }) => text)
    expect(texts(2025 * 12 + 6, 18)).toEqual(['Jul 2025', 'Oct', '2026', 'Apr', 'Jul', 'Oct'])
    expect(texts(2025 * 12 + 11, 3)).toEqual(['Dec 2025', '2026', 'Feb'])
    expect(texts(2001 * 12 + 3, 200)).toEqual(['2005', '2010', '2015'])
    const inJapanese = { maxTicks: 6, format: japanese, clocks: clocksJa }
    expect(monthTicks(months(2025 * 12 + 6, 18), inJapanese).map(({ text }) => text)).toEqual([
      '2025年7月',
      '10月',
      '2026年',
      '4月',
      '7月',
      '10月',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 1900 * 12, max: 2090 * 12 }), fc.integer({ min: 2, max: 600 }), (first, count) => {
        const ticks = monthTicks(months(first, count), { maxTicks: 6, ...wording })
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks[0]!.text).toMatch(/\d{4}$/)
        const gaps = ticks.slice(1).map(({ monthIndex }, index) => monthIndex - ticks[index]!.monthIndex)
        expect(new Set(gaps).size).toBeLessThanOrEqual(1)
        for (const { monthIndex } of ticks.slice(1)) expect(monthIndex / count).toBeLessThanOrEqual(0.9)
      }),
    )
  })

  it('are set as one step of the filter, and cleared', () => {
    const filter = filterOf('sector:oil')
    const set = filterAtDate(filter, 'known', '2026-02-17')
    expect(dateInFilter(set, 'known')).toBe('2026-02-17')
    expect(dateInFilter(filterAtDate(set, 'known', '2026-03'), 'known')).toBe('2026-03')
    expect(filterAtDate(set, 'known', '2026-03')).toHaveLength(2)
    expect(filterAtDate(set, 'known', undefined)).toEqual(filter)
    expect(dateInFilter(set, 'held')).toBeUndefined()
  })
})

describe('money', () => {
  const allNodes = (graph: Graph) => new Uint8Array(graph.nodes.count).fill(1)
  const inWords = (sums: readonly AmountRange[]) => sums.map((sum) => english.quantity(quantityOfRange(sum)))
  const said: readonly Given[] = [
    { subject: 'plant', predicate: 'cost', usd: 33e9, source: 'early' },
    { subject: 'plant', predicate: 'cost', usd: 33.3e9, source: 'late' },
    { subject: 'port', predicate: 'cost', usd: 2e9, source: 'early' },
    { subject: 'mill', predicate: 'cost', usd: 1e9, source: 'early', rest: { status: 'expected' } },
    { subject: 'round', predicate: 'cost', usd: 36e9, source: 'early' },
    { subject: 'plant', predicate: 'part-of', object: 'round', source: 'early' },
    { subject: 'port', predicate: 'part-of', object: 'round', source: 'early' },
    { subject: 'plant', predicate: 'in-sector', object: 'oil', source: 'early' },
    { subject: 'port', predicate: 'paid', usd: 5e8, source: 'late' },
    { subject: 'dock', predicate: 'knows', object: 'port', source: 'early' },
  ]
  const page = (given: readonly Given[], grouping: 'project' | 'sector' | 'source' = 'project') => {
    const graph = graphWith(given)
    return moneyPage(graph, { grouping, texts: textsEn, money: moneyEn, nodes: allNodes(graph) })
  }
  const texts = (given: readonly Given[], grouping: 'project' | 'sector' | 'source' = 'project') =>
    page(given, grouping).groups.map(({ label, sums }) => [label, inWords(sums.announced)])

  it('sums announced, expected and paid amounts separately, and never adds a part to its whole', () => {
    const { total, groups } = page(said)
    expect(inWords(total.announced)).toEqual(['USD 36bn'])
    expect(inWords(total.expected)).toEqual(['USD 1bn'])
    expect(inWords(total.disbursed)).toEqual(['USD 500mn'])
    expect(groups[0]!.lines.find(({ node }) => node === 'plant')).toMatchObject({
      columnsCountedInWhole: ['announced'],
    })
  })

  it('counts an amount of two sources once, as a range if they differ', () =>
    expect(texts(said.filter(({ subject }) => subject !== 'round'))).toEqual([['', ['USD 35bn to 35.3bn']]]))

  it('groups by sector and by source', () => {
    expect(texts(said, 'sector')).toContainEqual(['oil', ['USD 33bn to 33.3bn']])
    expect(texts(said, 'source')).toContainEqual(['Daily: Late', ['USD 33.3bn']])
  })

  it('lists the nodes without an amount', () => expect(page(said).labelsWithoutAmount).toEqual(['dock']))

  it('has the same sums for every order of statements', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...said], { minLength: said.length }), (shuffled) => {
        const [one, other] = [page(said).total, page(shuffled).total]
        for (const column of moneyColumns) expect(inWords(one[column])).toEqual(inWords(other[column]))
      }),
    ))

  it('flows from funders to projects, as far as statements say so', () => {
    const graph = graphWith([
      ...said,
      { subject: 'bank', predicate: 'finances', object: 'round', source: 'early', usd: 4e9 },
      { subject: 'japan', predicate: 'finances', object: 'round', source: 'early' },
      { subject: 'japan', predicate: 'finances', object: 'dock', source: 'early', rest: { polarity: 'negative' } },
    ])
    const { links } = moneyFlow(graph, allNodes(graph), textsEn, moneyEn)
    expect(links.map(({ from, to, amountText }) => [from, to, amountText])).toEqual([
      ['round', 'plant', 'USD 33bn to 33.3bn'],
      ['round', 'port', 'USD 2bn'],
      ['bank', 'round', 'USD 4bn'],
      ['japan', 'round', 'amount not stated'],
    ])
  })

  const flowIn = (given: readonly Given[]) => {
    const graph = graphWith(given)
    const { links } = moneyFlow(graph, allNodes(graph), textsEn, moneyEn)
    return links.map(({ from, to, amount, countedElsewhere }) => [from, to, amount, countedElsewhere])
  }
  const whole: readonly Given[] = [
    { subject: 'plant', predicate: 'part-of', object: 'round', source: 'early' },
    { subject: 'plant', predicate: 'cost', source: 'early', usd: 33e9 },
  ]

  it('counts once what a funder gives to a part directly and through its whole', () => {
    const japan: Given = { subject: 'japan', predicate: 'finances', object: 'plant', source: 'early', usd: 33.3e9 }
    expect(flowIn([...whole, japan])).toEqual([
      ['round', 'plant', undefined, 'counted in the flow from japan'],
      ['japan', 'plant', 33.3e9, undefined],
    ])
    expect(flowIn([...whole, { ...japan, usd: 3e9 }])).toEqual([
      ['round', 'plant', 30e9, 'in addition to the flow from japan'],
      ['japan', 'plant', 3e9, undefined],
    ])
    const toRound: Given = { ...japan, object: 'round', usd: 50e9 }
    expect(flowIn([...whole, japan, toRound])).toEqual([
      ['round', 'plant', 33e9, undefined],
      ['japan', 'plant', undefined, 'counted in the flow to round'],
      ['japan', 'round', 50e9, undefined],
    ])
  })

  it('puts what is counted elsewhere into Japanese', () => {
    const japan: Given = { subject: 'japan', predicate: 'finances', object: 'plant', source: 'early', usd: 3e9 }
    const graph = graphWith([...whole, japan])
    const [passedOn] = moneyFlow(graph, allNodes(graph), textsJa, moneyJa).links
    expect([passedOn!.amountText, passedOn!.countedElsewhere]).toEqual(['約300億ドル', 'japanからの流れを除く'])
  })

  it('never gives a node more than its amount, nor counts a funder twice along a whole', () => {
    const stops = ['round', 'others', 'plant', 'port']
    const links = fc.uniqueArray(
      fc.record({
        one: fc.nat(3),
        other: fc.nat(3),
        payer: fc.constantFrom('', 'japan', 'bank'),
        bn: fc.integer({ min: 1, max: 50 }),
      }),
      {
        selector: ({ one, other, payer }) =>
          `${payer} ${payer ? one : Math.min(one, other)} ${payer ? '' : Math.max(one, other)}`,
      },
    )
    fc.assert(
      fc.property(links, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 }), (drawn, costs) => {
        const given = drawn.flatMap(({ one, other, payer, bn }): Given[] => {
          const [whole, part] = [Math.min(one, other), Math.max(one, other)].map((at) => stops[at]!)
          if (payer)
            return [{ subject: payer, predicate: 'finances', object: stops[one]!, source: 'early', usd: bn * 1e9 }]
          return one === other ? [] : [{ subject: part!, predicate: 'part-of', object: whole!, source: 'early' }]
        })
        const cost = stops.map((subject, at): Given => ({
          subject,
          predicate: 'cost',
          source: 'early',
          usd: costs[at]! * 1e9,
        }))
        const graph = graphWith([...cost, ...given])
        const flow = moneyFlow(graph, allNodes(graph), textsEn, moneyEn).links
        for (const [at, stop] of stops.entries()) {
          const into = flow.filter(({ to, amount }) => to === stop && amount !== undefined)
          const sum = (part: boolean) =>
            into.filter((each) => (each.isWholeToPart ?? false) === part).reduce((all, { amount }) => all + amount!, 0)
          expect(sum(true) + sum(false)).toBeLessThanOrEqual(Math.max(costs[at]! * 1e9, sum(false)))
        }
        for (const { from, to } of flow.filter(({ isWholeToPart, amount }) => !isWholeToPart && amount !== undefined))
          for (const { from: of, to: part } of flow)
            if (of === to)
              expect(flow.some((each) => each.from === from && each.to === part && each.amount !== undefined)).toBe(
                false,
              )
      }),
    )
  })

  it('passes money to a part only from its nearest whole', () => {
    const graph = graphWith([
      { subject: 'port', predicate: 'part-of', object: 'round', source: 'early' },
      { subject: 'others', predicate: 'part-of', object: 'round', source: 'early' },
      { subject: 'port', predicate: 'part-of', object: 'others', source: 'late' },
    ])
    const { links } = moneyFlow(graph, allNodes(graph), textsEn, moneyEn)
    expect(links.map(({ from, to }) => [from, to])).toEqual([
      ['round', 'others'],
      ['others', 'port'],
    ])
  })
})

describe('an attached text', () => {
  const graph = graphWith([
    { subject: 'takaichi', predicate: 'knows', object: 'trump', source: 'early', rest: { locator: 'P1.2' } },
    { subject: 'reactor', predicate: 'knows', object: 'tennessee', source: 'early', rest: { locator: 'P2' } },
    { subject: 'diamond', predicate: 'knows', object: 'georgia', source: 'early', rest: { locator: 'P4.1' } },
  ])
  const text = [
    'Headline of the day',
    'It rained. Takaichi met Trump in Washington. Nobody minded.',
    'A reactor for Tennessee was discussed.',
    'Advertisement',
    'Diamond makers look at Georgia. More on page 9.',
  ]

  it('is aligned to locators in reading order', () => {
    const found = alignPartsToParagraphs(graph, 0, splitParagraphs(text.join('\n\n')))
    expect([...found].toSorted()).toEqual([
      ['P1', 1],
      ['P2', 2],
      ['P4', 4],
    ])
  })

  it('is split at the sentence of a locator', () => {
    expect(passageAt(text[1]!, 'P1.2')).toEqual({
      before: 'It rained. ',
      sentence: 'Takaichi met Trump in Washington. ',
      after: 'Nobody minded.',
    })
    expect(passageAt(text[2]!, 'P2').sentence).toBe(text[2])
  })

  it('is split at empty lines or, if there are none, at every line', () => {
    expect(splitParagraphs('a\nb\n\n c  d \n')).toEqual(['a b', 'c d'])
    expect(splitParagraphs('a\nb')).toEqual(['a', 'b'])
    expect(splitParagraphs(' \n ')).toEqual([])
  })

  it('has a paragraph for each list item, and joins what a page break cut in two', () => {
    expect(splitParagraphs('Takeaways\n- One thing.\n- Another,\nin two lines.\n\nThen prose.')).toEqual([
      'Takeaways',
      'One thing.',
      'Another, in two lines.',
      'Then prose.',
    ])
    const long = 'It rained all day while Takaichi and Trump met in Washington for talks on'
    expect(splitParagraphs(`${long}\n\ntheir reactors. Nobody minded.\n\nheadings stay apart`)).toEqual([
      `${long} their reactors. Nobody minded.`,
      'headings stay apart',
    ])
  })
})

describe('a brief', () => {
  const graph = graphWith([
    { subject: 'plant', predicate: 'cost', usd: 33e9, source: 'early' },
    { subject: 'plant', predicate: 'cost', usd: 40e9, source: 'late' },
    { subject: 'plant', predicate: 'knows', object: '[port](evil)', source: 'early' },
    { subject: 'plant', predicate: 'knows', object: 'mill', source: 'copy', rest: { status: 'expected' } },
  ])
  const recipe = { dataset: { id: 'sample', title: 'Sample' }, filter: '', scope: 'shown' as const, date: '2026-04-01' }
  const messages = { exports: exportsEn, issues: issuesEn }
  const briefOf = (shown: Graph) =>
    markdownBrief({ graph: shown, texts: textsEn, today: '2026-04-01', ...applyFilter(shown, []) }, recipe, messages)
  const text = briefOf(graph)

  it('cites each source by a number, and lists it once', () => {
    expect(text).toContain('USD 33bn; announced, according to Daily \\[1\\]')
    expect(text.match(/^1\. /gm)).toHaveLength(1)
    expect(text).toContain('(based on Early)')
  })

  it('gives each value once, with all its sources', () => {
    const again = graphWith([
      { subject: 'plant', predicate: 'cost', usd: 33e9, source: 'early' },
      { subject: 'plant', predicate: 'cost', usd: 33e9, source: 'late' },
      { subject: 'plant', predicate: 'cost', usd: 40e9, source: 'weak', rest: { status: 'reported' } },
    ])
    expect(briefOf(again)).toContain(
      [
        '- Cost of plant: *Contested.*',
        '  - USD 33bn; announced, according to Daily \\[1\\] \\[2\\].',
        '  - USD 40bn; reported, according to Blog \\[3\\].',
      ].join('\n'),
    )
  })

  it('has sections for disputes, open issues and provenance', () => {
    expect(text).toContain('## Contested')
    expect(text).toContain('## Open issues')
    expect(text.trimEnd().endsWith('1 Apr 2026')).toBe(true)
  })

  it('escapes Markdown in texts', () => expect(text).not.toContain('[port](evil)'))
})
