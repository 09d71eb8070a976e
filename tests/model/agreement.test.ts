import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeAgreements, figureAgreements, compareStatements } from '../../src/model/agreement'
import { buildGraph } from '../../src/model/buildGraph'
import { dateSpansOverlap, parseDateSpan, isWithinDateSpan } from '../../src/model/date'
import type { Graph } from '../../src/model/graph'
import { keepStatements, graphBeforeLens, statementSupportOf } from '../../src/model/statementLens'
import type { Dispute, Source, Statement, StatementValue } from '../../src/model/records'
import { statuses } from '../../src/model/enumerations'
import { graphOf, schema } from '../sample'

const sources: readonly Source[] = [
  { id: 'one', title: 'One', kind: 'news', date: '2026-02-10' },
  { id: 'two', title: 'Two', kind: 'news', date: '2026-02-20' },
  { id: 'three', title: 'Three', kind: 'news', date: '2026-03' },
  { id: 'copy', title: 'Copy of one', kind: 'news', origin: 'one' },
  { id: 'relay', title: 'Copy of the copy', kind: 'news', origin: 'copy' },
]

const nodes = ['plant', 'jbic', 'bank'].map((id) => ({ id, type: 'project', label: id }))

type Said = Partial<Statement> & { readonly value?: StatementValue }

/** A graph about one figure or edge of the plant: each line is a statement, numbered s0, s1 ... */
function about(said: readonly Said[], disputes: readonly Dispute[] = []): Graph {
  const statements = said.map((each, at): Statement => ({
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
const figure = (...said: Said[]) => figureAgreements(about(said))[0]!

describe('a verdict', () => {
  it('meets where a number is rounded, and parts where it is not', () => {
    expect(figure({ value: usd(33e9, true) }, { value: usd(33.3e9), source: 'two' })).toMatchObject({
      verdict: 'varies',
      corroboration: 2,
    })
    expect(figure({ value: usd(33e9) }, { value: usd(36e9), source: 'two' }).verdict).toBe('contested')
  })

  it('does not contest what holds at different times: the later supersedes', () => {
    const said = [
      { value: usd(30e9), date: '2025' },
      { value: usd(36e9), date: '2026-02', source: 'two' },
    ]
    expect(figure(...said).verdict).toBe('changed')
    expect(figure(said[0]!, { ...said[1]!, date: '2025-06' }).verdict).toBe('contested')
  })

  it('takes a fact for the end of what was expected before it', () => {
    const hope: Said = { value: usd(30e9), status: 'expected', source: 'one' }
    expect(figure(hope, { value: usd(36e9), status: 'announced', source: 'two' }).verdict).toBe('changed')
    expect(figure({ ...hope, source: 'two' }, { value: usd(36e9), status: 'announced', source: 'one' }).verdict).toBe(
      'contested',
    )
  })

  it('compares across currencies by a rate that a statement gives, and else not', () => {
    const yen = { amount: 5.2e12, unit: 'JPY' }
    const rate: Said = { subject: 'jbic', predicate: 'size', value: { amount: 156, unit: 'JPY/USD' } }
    const said: Said[] = [{ value: usd(33.3e9) }, { value: yen, source: 'two' }]
    expect(figureAgreements(about(said))[0]).toMatchObject({ verdict: 'varies', corroboration: 1 })
    expect(figureAgreements(about([...said, rate]))[0]).toMatchObject({ verdict: 'varies', corroboration: 2 })
    const far: Said = { ...rate, value: { amount: 110, unit: 'JPY/USD' } }
    expect(figureAgreements(about([...said, far]))[0]!.verdict).toBe('contested')
  })

  it('contests different objects of a predicate that allows one, and not what is denied or unclear', () => {
    const led = (...said: Said[]) => edgeAgreements(about(said)).map(({ verdict }) => verdict)
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

  it('contests yes and no, however the no is said', () => {
    const verdictOf = (...said: Said[]) => edgeAgreements(about(said))[0]!.verdict
    expect(verdictOf({ object: 'jbic' }, { object: 'jbic', polarity: 'negative', source: 'two' })).toBe('contested')
    expect(verdictOf({ object: 'jbic' }, { object: 'jbic', status: 'denied', source: 'two' })).toBe('contested')
    expect(verdictOf({ object: 'jbic' }, { object: 'jbic', status: 'unclear', source: 'two' })).not.toBe('contested')
  })

  it('leaves what people say in words uncompared', () => {
    const words = (text: string, source = 'one'): Said => ({ predicate: 'says', value: { text }, source })
    expect(figure(words('Yes'), words('No', 'two'))).toMatchObject({ verdict: 'single', corroboration: 1 })
    expect(figure(words('Yes'), words('yes', 'two'))).toMatchObject({ verdict: 'agreed', corroboration: 2 })
  })
})

describe('a dispute', () => {
  const days = (amount: number, unit: string, source: string): Said => ({
    predicate: 'size',
    value: { amount, unit },
    source,
  })
  const said = [days(45, 'day', 'one'), days(45, 'business day', 'two'), days(45, 'day', 'three')]
  const dispute = (kind: Dispute['kind'], ...sides: string[][]): Dispute => ({
    id: 'quarrel',
    kind,
    title: 'Quarrel',
    sides: sides.map((statements, at) => ({ says: `side ${at}`, statements })),
    reading: 'Open.',
  })

  it('tells what arithmetic cannot see', () => {
    expect(figureAgreements(about(said))[0]!.verdict).toBe('varies')
    expect(figureAgreements(about(said, [dispute('conflict', ['s0', 's2'], ['s1'])]))[0]!.verdict).toBe('contested')
    expect(figureAgreements(about(said, [dispute('change', ['s0', 's2'], ['s1'])]))[0]!.verdict).toBe('changed')
  })

  it('calms what arithmetic takes for a conflict', () => {
    const costs: Said[] = [{ value: usd(33e9) }, { value: usd(40e9), source: 'two' }]
    expect(figureAgreements(about(costs))[0]!.verdict).toBe('contested')
    expect(figureAgreements(about(costs, [dispute('rounding', ['s0', 's1'])]))[0]!.verdict).toBe('varies')
    expect(figureAgreements(about(costs, [dispute('scope', ['s0'], ['s1'])]))[0]!.verdict).toBe('varies')
  })

  it('goes across edges and figures, and ends when one side has nobody left', () => {
    const two: Said[] = [
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
const aClaim: fc.Arbitrary<Said> = fc.record(
  {
    value: aValue,
    status: fc.constantFrom(...statuses),
    source: fc.constantFrom(...sources.map(({ id }) => id)),
    date: fc.constantFrom('2025', '2026-02', '2026-02-17'),
    polarity: fc.constant('negative' as const),
  },
  { requiredKeys: ['value', 'status', 'source'] },
)
const claims = fc.array(aClaim, { minLength: 1, maxLength: 7 })
const plain = (said: readonly Said[]) => figureAgreements(about(said))[0]!

describe('agreement', () => {
  it('is the same in whatever order statements stand', () =>
    fc.assert(
      fc.property(claims, (said) => {
        expect(plain(said.toReversed())).toEqual(plain(said))
      }),
    ))

  it('never loses corroboration by one more statement that agrees, or by any other', () =>
    fc.assert(
      fc.property(claims, aClaim, (said, more) => {
        expect(plain([...said, more]).corroboration).toBeGreaterThanOrEqual(plain(said).corroboration)
      }),
    ))

  it('is not changed by a reprint of what is said already', () =>
    fc.assert(
      fc.property(claims, fc.nat(), fc.constantFrom('copy', 'relay'), (said, at, source) => {
        const given = said.map((each) => ({ ...each, source: 'one' }))
        const reprinted = { ...given[at % given.length]!, source }
        const { verdict, corroboration } = plain(given)
        const after = plain([...given, reprinted])
        expect(after.corroboration).toBe(corroboration)
        expect(after.verdict).toBe(verdict)
      }),
    ))

  it('stands the same way between two statements from either side', () =>
    fc.assert(
      fc.property(claims, (said) => {
        const graph = about(said)
        for (let one = 0; one < said.length; one++)
          for (let other = 0; other < said.length; other++)
            expect(compareStatements(graph, one, other)).toBe(compareStatements(graph, other, one))
      }),
    ))
})

describe('a lens', () => {
  const graph = graphOf('ann knows bob reported paper', 'ann knows bob reported note', 'bob cost 33 estimated note')

  it('with everything counting is the graph itself', () =>
    expect(keepStatements(graph, Uint8Array.of(1, 1, 1))).toBe(graph))

  it('leaves rows where they are, and takes support from what nobody else speaks of', () => {
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

  it.each(['', 'soon', '2026-2', '2026/2027/2028'])('%s means none', (text) =>
    expect(parseDateSpan(text)).toBeUndefined(),
  )

  it('overlaps what it lies in', () => {
    const [month, day, later] = ['2026-02', '2026-02-17', '2026-03'].map((each) => parseDateSpan(each)!)
    expect([
      dateSpansOverlap(month!, day!),
      isWithinDateSpan(day!, month!),
      dateSpansOverlap(month!, later!),
      isWithinDateSpan(month!, day!),
    ]).toEqual([true, true, false, false])
  })
})
