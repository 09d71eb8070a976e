import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { invalidFilterPart } from '../../src/analysis/filter/filterValidation'
import { filterStep, filterTerm, type Filter } from '../../src/analysis/filter/filter'
import { parseTimeSpan, timeSpansOfCategoryColumn, timeSpansOfTextColumn } from '../../src/analysis/filter/timeSpan'
import {
  printNumber,
  rangeFault,
  parseRange,
  printRange,
  describeRange,
  type RangeSyntax,
} from '../../src/analysis/filter/numericRange'
import { parseFilter, printFilter } from '../../src/analysis/filter/filterSyntax'
import { buildGraph } from '../../src/model/buildGraph'
import { categoryColumn, textAt, textColumn } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { foldCaseAndDiacritics } from '../../src/model/nodeNames'
import { schema } from '../sample'
import { inEnglish } from '../text'

/** The return value of a generator. */
function finished<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}

type Cells = Record<string, string | number | string[]>

/** Nodes n0, n1 ... with these cells, and edges between neighbours with the same cells. */
function withCells(cells: readonly Cells[]): Graph {
  const nodes = cells.map((attributes, at) => ({ id: `n${at}`, type: 'actor', label: `Node ${at}`, attributes }))
  const edges = cells.slice(1).map((attributes, at) => ({
    id: `e${at}`,
    source: `n${at}`,
    target: `n${at + 1}`,
    predicate: 'knows',
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`of ${name}`, value])),
  }))
  return buildGraph({ about: { id: 'x', title: 'X' }, schema, nodes, edges })
}

function read(text: string): Filter {
  const parsed = parseFilter(text)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  return parsed.filter
}
const left = (graph: Graph, text: string): string[] => {
  const { nodes } = applyFilter(graph, read(text))
  return Array.from({ length: graph.nodes.count }, (_, row) => textAt(graph.nodes.id, row)).filter(
    (_, row) => nodes[row],
  )
}

const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
const end = fc.option(number, { nil: undefined })
const bounds = fc
  .tuple(end, end)
  .map(([low = -Infinity, high = Infinity]) => ({ low: Math.min(low, high) + 0, high: Math.max(low, high) + 0 }))

describe('a range of numbers', () => {
  it('means the same after it was written and read', () =>
    fc.assert(
      fc.property(bounds, (range) => {
        expect(parseRange(printRange(range))).toEqual(range)
      }),
    ))

  it('means the same within the text of a filter', () =>
    fc.assert(
      fc.property(fc.uniqueArray(bounds.map(printRange), { minLength: 1, maxLength: 3 }), (values) => {
        const filter = [filterStep(filterTerm('@score', values))]
        expect(read(printFilter(filter))).toEqual(filter)
      }),
    ))

  it('keeps what a plain loop over the numbers keeps, with both bounds', () =>
    fc.assert(
      fc.property(
        fc.array(end, { minLength: 1, maxLength: 8 }),
        fc.array(bounds, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        (scores, ranges, missing) => {
          fc.pre(scores.some((score) => score !== undefined))
          const graph = withCells(scores.map((score): Cells => (score === undefined ? {} : { score })))
          const values = [...ranges.map(printRange), ...(missing ? ['none'] : [])]
          const kept = scores.flatMap((score, at) => {
            const lies = score !== undefined && ranges.some(({ low, high }) => low <= score && score <= high)
            return lies || (missing && score === undefined) ? [`n${at}`] : []
          })
          expect(left(graph, printFilter([filterStep(filterTerm('@score', values))]))).toEqual(kept)
        },
      ),
    ))

  it('applies to edges as well, and keeps their ends', () => {
    const graph = withCells([{ weight: 0 }, { weight: 1 }, { weight: 2 }, { weight: 3 }])
    expect(left(graph, '"@of weight":2..')).toEqual(['n1', 'n2', 'n3'])
    expect(applyFilter(graph, read('-"@of weight":2..')).edgeCount).toBe(1)
  })

  it('distinguishes zero, an empty text and a missing value', () => {
    const graph = withCells([{ score: 0, note: 'a' }, { note: '' }, { score: 5 }])
    expect(left(graph, '@score:0')).toEqual(['n0'])
    expect(left(graph, '@score:none')).toEqual(['n1'])
    expect(left(graph, '@score:..')).toEqual(['n0', 'n2'])
    expect(left(graph, '-@score:none')).toEqual(['n0', 'n2'])
  })

  it.each([
    ['3..10', '3 to 10'],
    ['5..', 'at least 5'],
    ['..5', 'at most 5'],
    ['7', '7'],
    ['..', 'any value'],
    ['-3..-.5', '-3 to -.5'],
    ['1e3', '1e3'],
  ])('%s reads as "%s"', (text, words) => {
    expect(inEnglish(describeRange(text, {}) ?? text)).toBe(words)
    expect(rangeFault(text, {})).toBeUndefined()
  })

  it.each(['abc', '3..x', '10..3', '1,000', 'NaN', 'Infinity', '0x10', '1e', '--3', '3...', ''])(
    'is not %s',
    (text) => {
      expect(parseRange(text)).toBeUndefined()
      expect(inEnglish(rangeFault(text, {})!)).toContain(text)
    },
  )

  it('writes numbers without a plus, which has its own meaning in a filter', () => {
    expect(printNumber(1e21)).toBe('1e21')
    expect(printNumber(-0)).toBe('0')
  })

  it('that cannot be parsed is a fault of the filter, at its position', () => {
    const graph = withCells([{ score: 1 }, { score: 2 }])
    expect(invalidFilterPart(graph, read('@score:high'))).toMatchObject({ part: 'high' })
    expect(inEnglish(invalidFilterPart(graph, read('degree:5..3'))!.reason)).toContain('ends before it begins')
    expect(invalidFilterPart(graph, read('@score:1..,none'))).toBeUndefined()
  })
})

const dates: RangeSyntax = { dates: true }
const dayArbitrary = fc.date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })

describe('dates', () => {
  it('are spans from their first to their last millisecond', () => {
    const at = (text: string) => Date.parse(text)
    expect(parseTimeSpan('2026-02')).toEqual({ low: at('2026-02-01'), high: at('2026-03-01') - 1 })
    expect(parseTimeSpan('2024-02-29')).toEqual({ low: at('2024-02-29'), high: at('2024-03-01') - 1 })
    expect(parseTimeSpan('2026')).toEqual({ low: at('2026-01-01'), high: at('2027-01-01') - 1 })
    expect(parseTimeSpan('2026-02-17T12:30')).toEqual({
      low: at('2026-02-17T12:30Z'),
      high: at('2026-02-17T12:31Z') - 1,
    })
    expect(parseTimeSpan('0050-06-01')?.low).toBe(at('0050-06-01'))
  })

  it('with a time are read as the engine reads them', () =>
    fc.assert(
      fc.property(dayArbitrary, fc.constantFrom('Z', '+09:00', '-0330', '+01'), (date, zone) => {
        const text = `${date.toISOString().slice(0, -1)}${zone}`
        const whole = zone.length === 3 ? `${zone}:00` : zone.replace(/^(...)(\d\d)$/, '$1:$2')
        const read = Date.parse(`${date.toISOString().slice(0, -1)}${whole}`)
        expect(parseTimeSpan(text)).toEqual({ low: read, high: read })
      }),
    ))

  it.each([
    '2026-13',
    '2026-02-30',
    '2026-2-1',
    '20260217',
    '2026-02-17T25:00',
    '2026-02-17T12:30+99:00',
    'May 2026',
    '',
  ])('are not %s', (text) => expect(parseTimeSpan(text)).toBeUndefined())

  it('of a long column are read in slices', () => {
    const texts = Array.from({ length: 10_000 }, (_, row) =>
      row % 3 === 0 ? '2026-02-17' : `2026-02-17T12:${10 + (row % 50)}`,
    )
    const parts = [...timeSpansOfTextColumn(textColumn(texts))]
    expect(parts.length).toBeGreaterThan(1)
    const categories = categoryColumn(texts.map((_, row) => `${1000 + (row % 9000)}`))
    for (const [times, all] of [
      [finished(timeSpansOfTextColumn(textColumn(texts))), texts],
      [finished(timeSpansOfCategoryColumn(categories)), texts.map((_, row) => `${1000 + (row % 9000)}`)],
    ] as const)
      expect(Array.from(times!.low)).toEqual(all.map((text) => parseTimeSpan(text)!.low))
    expect(finished(timeSpansOfTextColumn(textColumn([...texts, 'soon'])))).toBeUndefined()
    expect(finished(timeSpansOfCategoryColumn(categoryColumn(['2026', undefined, 'soon'])))).toBeUndefined()
    expect(Array.from(finished(timeSpansOfCategoryColumn(categoryColumn(['2026', undefined])))!.high)).toEqual([
      parseTimeSpan('2026')!.high,
      NaN,
    ])
  })

  it('of a column are read the same one by one and as a column', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(dayArbitrary, fc.constantFrom(4, 7, 10, 16, 24, 0))), (dates) => {
        const texts = dates.map(([date, length]) => date.toISOString().slice(0, length))
        const times = finished(timeSpansOfTextColumn(textColumn(texts)))
        expect(times === undefined).toBe(texts.every((text) => text === ''))
        if (!times) return
        expect(Array.from(times.low)).toEqual(texts.map((text) => parseTimeSpan(text)?.low ?? NaN))
        expect(Array.from(times.high)).toEqual(texts.map((text) => parseTimeSpan(text)?.high ?? NaN))
      }),
    ))

  it('make a column a date column; a single text that is not a date makes it a text column', () => {
    const days = Array.from({ length: 20 }, (_, at): Cells => ({ on: `2026-01-${String(at + 10)}` }))
    const graph = withCells([...days, {}])
    expect(left(graph, '@on:2026-01-12..2026-01-13')).toEqual(['n2', 'n3'])
    expect(left(graph, '@on:2026-01-28..')).toEqual(['n18', 'n19'])
    expect(left(graph, '@on:2025')).toEqual([])
    expect(left(graph, '@on:none')).toEqual(['n20'])
    const mixed = withCells([...days, { on: 'unknown' }])
    expect(left(mixed, '@on:01-1')).toHaveLength(10)
  })

  it('are in a range that they overlap', () => {
    const range = parseRange('2026-02..2026-03', dates)!
    expect(parseRange('2026-02-15', dates)!.low).toBeGreaterThan(range.low)
    const graph = withCells([{ on: '2026' }, { on: '2026-03' }, { on: '2026-04-01' }])
    expect(left(graph, '@on:2026-02..2026-03')).toEqual(['n0', 'n1'])
  })
})

describe('columns of words', () => {
  const word = fc.constantFrom('red', 'blue', 'Bläu', 'none', 'a, b', '3..5')

  it('are matched by their codes as a plain loop matches their values', () =>
    fc.assert(
      fc.property(fc.array(fc.option(word, { nil: undefined }), { minLength: 1 }), word, word, (words, one, other) => {
        const graph = withCells(words.map((colour): Cells => (colour === undefined ? {} : { colour })))
        fc.pre(graph.nodes.attributes.has('colour'))
        const kept = words.flatMap((own, at) => ([one, other].includes(own ?? 'none') ? [`n${at}`] : []))
        expect(left(graph, printFilter([filterStep(filterTerm('@colour', [one, other]))]))).toEqual(kept)
      }),
    ))

  it('that are all different are matched by what they contain', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 20, maxLength: 20 }),
        fc.nat(19),
        (texts, at) => {
          fc.pre(new Set(texts).size > 12)
          const graph = withCells(texts.map((note, row) => ({ note: `${note} ${row}` })))
          const part = texts[at]!.replaceAll('\n', ' ')
          const kept = texts.flatMap((text, row) =>
            foldCaseAndDiacritics(`${text} ${row}`).replaceAll('\n', ' ').includes(foldCaseAndDiacritics(part))
              ? [`n${row}`]
              : [],
          )
          expect(left(graph, printFilter([filterStep(filterTerm('@note', [part]))]))).toEqual(kept)
        },
      ),
    ))

  it('that are lists have each of their values', () => {
    const graph = withCells([{ tags: ['a', 'b'] }, { tags: ['b'] }, {}])
    expect(left(graph, '@tags:b')).toEqual(['n0', 'n1'])
    expect(left(graph, '@tags:none')).toEqual(['n2'])
  })
})

describe('numbers of the network', () => {
  const line = (edges: readonly (readonly [number, number])[], count: number): Graph =>
    buildGraph({
      about: { id: 'x', title: 'X' },
      schema,
      nodes: Array.from({ length: count }, (_, at) => ({ id: `n${at}`, type: 'actor', label: `n${at}` })),
      edges: edges.map(([source, target], at) => ({
        id: `e${at}`,
        source: `n${source}`,
        target: `n${target}`,
        predicate: 'knows',
      })),
    })
  // A square with one diagonal, a pair, and one alone.
  const graph = line(
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
      [0, 2],
      [4, 5],
    ],
    7,
  )

  it('are the degrees of nodes', () => {
    expect(left(graph, 'degree:3..')).toEqual(['n0', 'n2'])
    expect(left(graph, 'degree:0')).toEqual(['n6'])
    expect(left(graph, 'degree:1..2')).toEqual(['n1', 'n3', 'n4', 'n5'])
  })
  it('are the sizes of their components, and the ranks of these from the largest', () => {
    expect(left(graph, 'component:largest')).toEqual(['n0', 'n1', 'n2', 'n3'])
    expect(left(graph, 'component:4')).toEqual(left(graph, 'component:largest'))
    expect(left(graph, 'component:1..2')).toEqual(['n4', 'n5', 'n6'])
    expect(left(graph, 'component-rank:1')).toEqual(left(graph, 'component:largest'))
    expect(left(graph, 'component-rank:2..')).toEqual(['n4', 'n5', 'n6'])
  })
  it('are their cores: a number means at least that core', () => {
    expect(left(graph, 'core:2')).toEqual(['n0', 'n1', 'n2', 'n3'])
    expect(left(graph, 'core:1')).toHaveLength(6)
    expect(left(graph, 'core:..1')).toEqual(['n4', 'n5', 'n6'])
  })
})
