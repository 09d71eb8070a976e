import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeAgreements, figureAgreements, compareStatements } from '../../src/model/agreement'
import { buildGraph } from '../../src/model/buildGraph'
import { dateSpansOverlap, parseDateSpan, isWithinDateSpan } from '../../src/model/date'
import type { Graph } from '../../src/model/graph'
import { keepStatements, graphBeforeLens, statementSupportOf } from '../../src/model/statementLens'
import type { Dispute, Source, Statement, StatementValue } from '../../src/model/records'
import { statementStatuses } from '../../src/model/enumerations'
import { graphOf, schema } from '../sample'

const sources: readonly Source[] = [
  { id: 'one', title: 'One', kind: 'news', date: '2026-02-10' },
  { id: 'two', title: 'Two', kind: 'news', date: '2026-02-20' },
  { id: 'three', title: 'Three', kind: 'news', date: '2026-03' },
  { id: 'copy', title: 'Copy of one', kind: 'news', origin: 'one' },
  { id: 'relay', title: 'Copy of the copy', kind: 'news', origin: 'copy' },
]

const nodes = ['plant', 'jbic', 'bank'].map((id) => ({ id, type: 'project', label: id }))

type Claim = Partial<Statement> & { readonly value?: StatementValue }

/** A graph about one figure or edge of the plant: each line is a statement, numbered s0, s1 ... */
function about(given: readonly Claim[], disputes: readonly Dispute[] = []): Graph {
  const statements = given.map((each, at): Statement => ({
    id: `s${at}`,
    subject: 'plant',
    predicate: each.object ? 'led-by' : 'cost',
    status: 'reported',
    source: 'one',
    ...each,
  }))
  return buildGraph({ about: { id: 'sample', title: 'Sample' }, schema, nodes, statements, sources, disputes })
}

const usd = (amount: number, about?: true): StatementValue => ({ amount, unit: 'USD', ...(about && { about }) })
const figure = (...given: Claim[]) => figureAgreements(about(given))[0]!

describe('a verdict', () => {
  it('is that claims overlap if a number is rounded, and contradict each other if it is not', () => {
    expect(figure({ value: usd(33e9, true) }, { value: usd(33.3e9), source: 'two' })).toMatchObject({
      verdict: 'varies',
      corroboration: 2,
    })
    expect(figure({ value: usd(33e9) }, { value: usd(36e9), source: 'two' }).verdict).toBe('contested')
  })

  it('is not contested for claims about different times: the later supersedes', () => {
    const given = [
      { value: usd(30e9), date: '2025' },
      { value: usd(36e9), date: '2026-02', source: 'two' },
    ]
    expect(figure(...given).verdict).toBe('changed')
    expect(figure(given[0]!, { ...given[1]!, date: '2025-06' }).verdict).toBe('contested')
  })

  it('is changed if a fact was published after the expectation', () => {
    const hope: Claim = { value: usd(30e9), status: 'expected', source: 'one' }
    expect(figure(hope, { value: usd(36e9), status: 'announced', source: 'two' }).verdict).toBe('changed')
    expect(figure({ ...hope, source: 'two' }, { value: usd(36e9), status: 'announced', source: 'one' }).verdict).toBe(
      'contested',
    )
  })

  it('compares across currencies only by a rate from a statement', () => {
    const yen = { amount: 5.2e12, unit: 'JPY' }
    const rate: Claim = { subject: 'jbic', predicate: 'size', value: { amount: 156, unit: 'JPY/USD' } }
    const given: Claim[] = [{ value: usd(33.3e9) }, { value: yen, source: 'two' }]
    expect(figureAgreements(about(given))[0]).toMatchObject({ verdict: 'varies', corroboration: 1 })
    expect(figureAgreements(about([...given, rate]))[0]).toMatchObject({ verdict: 'varies', corroboration: 2 })
    const far: Claim = { ...rate, value: { amount: 110, unit: 'JPY/USD' } }
    expect(figureAgreements(about([...given, far]))[0]!.verdict).toBe('contested')
  })

  it('is contested for different objects of a predicate that allows one, unless denied or unclear', () => {
    const led = (...given: Claim[]) => edgeAgreements(about(given)).map(({ verdict }) => verdict)
    expect(led({ object: 'jbic' }, { object: 'bank', source: 'two' })).toEqual(['contested', 'contested'])
    expect(led({ object: 'jbic' }, { object: 'bank', source: 'two', polarity: 'negative' })).toEqual([
      'single',
      'single',
    ])
    expect(led({ object: 'jbic' }, { object: 'bank', source: 'two', status: 'unclear' })).toEqual(['single', 'single'])
    expect(led({ object: 'jbic', date: '2024' }, { object: 'bank', source: 'two', date: '2025' })).toEqual([
      'single',
      'single',
    ])
  })

  it('is contested by a denial, by status or by polarity', () => {
    const verdictOf = (...given: Claim[]) => edgeAgreements(about(given))[0]!.verdict
    expect(verdictOf({ object: 'jbic' }, { object: 'jbic', polarity: 'negative', source: 'two' })).toBe('contested')
    expect(verdictOf({ object: 'jbic' }, { object: 'jbic', status: 'denied', source: 'two' })).toBe('contested')
    expect(verdictOf({ object: 'jbic' }, { object: 'jbic', status: 'unclear', source: 'two' })).not.toBe('contested')
  })

  it('does not compare texts that people say', () => {
    const words = (text: string, source = 'one'): Claim => ({ predicate: 'says', value: { text }, source })
    expect(figure(words('Yes'), words('No', 'two'))).toMatchObject({ verdict: 'single', corroboration: 1 })
    expect(figure(words('Yes'), words('yes', 'two'))).toMatchObject({ verdict: 'agreed', corroboration: 2 })
  })
})

describe('a dispute', () => {
  const days = (amount: number, unit: string, source: string): Claim => ({
    predicate: 'size',
    value: { amount, unit },
    source,
  })
  const given = [days(45, 'day', 'one'), days(45, 'business day', 'two'), days(45, 'day', 'three')]
  const dispute = (kind: Dispute['kind'], ...sides: string[][]): Dispute => ({
    id: 'quarrel',
    kind,
    title: 'Quarrel',
    sides: sides.map((statements, at) => ({ says: `side ${at}`, statements })),
    reading: 'Open.',
  })

  it('contests statements whose values do not contradict each other', () => {
    expect(figureAgreements(about(given))[0]!.verdict).toBe('varies')
    expect(figureAgreements(about(given, [dispute('conflict', ['s0', 's2'], ['s1'])]))[0]!.verdict).toBe('contested')
    expect(figureAgreements(about(given, [dispute('change', ['s0', 's2'], ['s1'])]))[0]!.verdict).toBe('changed')
  })

  it('ends a contradiction of values that it explains', () => {
    const costs: Claim[] = [{ value: usd(33e9) }, { value: usd(40e9), source: 'two' }]
    expect(figureAgreements(about(costs))[0]!.verdict).toBe('contested')
    expect(figureAgreements(about(costs, [dispute('rounding', ['s0', 's1'])]))[0]!.verdict).toBe('varies')
    expect(figureAgreements(about(costs, [dispute('scope', ['s0'], ['s1'])]))[0]!.verdict).toBe('varies')
  })

  it('spans edges and figures, and ends once a side has no statement left', () => {
    const two: Claim[] = [
      { predicate: 'knows', object: 'jbic' },
      { predicate: 'knows', object: 'bank', source: 'two' },
    ]
    const graph = about(two, [dispute('conflict', ['s0'], ['s1'])])
    expect(edgeAgreements(graph).map(({ verdict }) => verdict)).toEqual(['contested', 'contested'])
    expect(edgeAgreements(keepStatements(graph, Uint8Array.of(1, 0))).map(({ verdict }) => verdict)).toEqual([
      'single',
      'bare',
    ])
  })
})

const aValue = fc.oneof(
  fc.record({ amount: fc.integer({ min: 28, max: 38 }).map((each) => each * 1e9), unit: fc.constant('USD') }),
  fc.record({ amount: fc.integer({ min: 28, max: 38 }), about: fc.constant(true as const), unit: fc.constant('GW') }),
  fc.constant({ unknown: true as const }),
)
const aClaim: fc.Arbitrary<Claim> = fc.record(
  {
    value: aValue,
    status: fc.constantFrom(...statementStatuses),
    source: fc.constantFrom(...sources.map(({ id }) => id)),
    date: fc.constantFrom('2025', '2026-02', '2026-02-17'),
    polarity: fc.constant('negative' as const),
  },
  { requiredKeys: ['value', 'status', 'source'] },
)
const claims = fc.array(aClaim, { minLength: 1, maxLength: 7 })
const plain = (given: readonly Claim[]) => figureAgreements(about(given))[0]!

describe('agreement', () => {
  it('does not depend on the order of statements', () =>
    fc.assert(
      fc.property(claims, (given) => {
        expect(plain(given.toReversed())).toEqual(plain(given))
      }),
    ))

  it('never has less corroboration with one more statement', () =>
    fc.assert(
      fc.property(claims, aClaim, (given, more) => {
        expect(plain([...given, more]).corroboration).toBeGreaterThanOrEqual(plain(given).corroboration)
      }),
    ))

  it('is not changed by a reprint', () =>
    fc.assert(
      fc.property(claims, fc.nat(), fc.constantFrom('copy', 'relay'), (claimed, at, source) => {
        const given = claimed.map((each) => ({ ...each, source: 'one' }))
        const reprinted = { ...given[at % given.length]!, source }
        const { verdict, corroboration } = plain(given)
        const after = plain([...given, reprinted])
        expect(after.corroboration).toBe(corroboration)
        expect(after.verdict).toBe(verdict)
      }),
    ))

  it('compares two statements the same way in either order', () =>
    fc.assert(
      fc.property(claims, (given) => {
        const graph = about(given)
        for (let one = 0; one < given.length; one++)
          for (let other = 0; other < given.length; other++)
            expect(compareStatements(graph, one, other)).toBe(compareStatements(graph, other, one))
      }),
    ))
})

describe('a lens', () => {
  const graph = graphOf('ann knows bob reported paper', 'ann knows bob reported note', 'bob cost 33 estimated note')

  it('that keeps all statements returns the graph itself', () =>
    expect(keepStatements(graph, Uint8Array.of(1, 1, 1))).toBe(graph))

  it('keeps rows, and leaves edges without other statements unsupported', () => {
    const left = keepStatements(graph, Uint8Array.of(1, 0, 0))
    expect(left.nodes).toBe(graph.nodes)
    expect([...statementSupportOf(left).edges, ...statementSupportOf(left).figures]).toEqual([1, 0])
    expect(edgeAgreements(left)[0]).toMatchObject({ corroboration: 1, verdict: 'single' })
    expect(graphBeforeLens(left)).toBe(graph)
    expect(graphBeforeLens(keepStatements(left, Uint8Array.of(0)))).toBe(graph)
  })
})

describe('a date', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-02~', '2026-02-01', '2026-02-28'],
    ['2026-02-09/2026-02-15', '2026-02-09', '2026-02-15'],
    ['../2029-01-19', '0000-01-01', '2029-01-19'],
    ['2025-12/..', '2025-12-01', '9999-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
  ])('%s means the days from %s to %s', (text, start, end) => expect(parseDateSpan(text)).toEqual({ start, end }))

  it.each(['', 'soon', '2026-2', '2026/2027/2028'])('%s means no days', (text) =>
    expect(parseDateSpan(text)).toBeUndefined(),
  )

  it('overlaps a span that contains it', () => {
    const [month, day, later] = ['2026-02', '2026-02-17', '2026-03'].map((each) => parseDateSpan(each)!)
    expect([
      dateSpansOverlap(month!, day!),
      isWithinDateSpan(day!, month!),
      dateSpansOverlap(month!, later!),
      isWithinDateSpan(month!, day!),
    ]).toEqual([true, true, false, false])
  })
})
