import { textsEn } from '../../src/messages/texts.en'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { filterStep, filterTerm, type Filter } from '../../src/analysis/filter/filter'
import { parseRange } from '../../src/analysis/filter/numericRange'
import { printFilter } from '../../src/analysis/filter/filterSyntax'
import { buildGraph } from '../../src/model/buildGraph'
import type { Graph } from '../../src/model/graph'
import { facetDefinitions } from '../../src/scene/filter/facetDefinitions'
import { facetForKey, facetRowsMatching } from '../../src/scene/filter/facets'
import { rangeHandleText, histogramFacet, filterWithRange } from '../../src/scene/filter/histogramFacet'
import { textOfClauseParts } from '../../src/scene/filter/filterSentence'
import { filterStepRows } from '../../src/scene/filter/filterStepRows'
import { schema } from '../sample'

type Cells = Record<string, string | number>

function withCells(cells: readonly Cells[]): Graph {
  const types = ['actor', 'idea']
  const nodes = cells.map((attributes, at) => ({ id: `n${at}`, type: types[at % 2]!, label: `n${at}`, attributes }))
  const edges = cells
    .slice(1)
    .map((_, at) => ({ id: `e${at}`, source: 'n0', target: `n${at + 1}`, predicate: 'knows' }))
  return buildGraph({ about: { id: 'x', title: 'X' }, schema, nodes, edges })
}
const number = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(0, 1e308, -1e308, 5e-324),
)
const columns = fc.array(fc.option(number, { nil: undefined }), { minLength: 1, maxLength: 40 }).map((scores) => ({
  scores,
  graph: withCells(scores.map((score): Cells => (score === undefined ? {} : { score }))),
}))
const actors: Filter = [filterStep(filterTerm('type', ['actor']))]

describe('a histogram', () => {
  it('counts every number once, and those that have none', () =>
    fc.assert(
      fc.property(columns, ({ scores, graph }) => {
        const histogram = histogramFacet(graph, [], '@score', textsEn)
        fc.pre(histogram !== undefined)
        const numbers = scores.filter((score) => score !== undefined)
        const { bins, missingRow, maxBinTotal } = histogram!
        expect(bins.reduce((sum, { total }) => sum + total, 0)).toBe(numbers.length)
        expect(missingRow?.total ?? 0).toBe(scores.length - numbers.length)
        expect(bins.length).toBeLessThanOrEqual(31)
        expect(Math.max(...bins.map(({ total }) => total))).toBe(maxBinTotal)
        for (const { count, total } of bins) expect(count).toBe(total)
      }),
    ))

  it('puts each number between the bounds of its bar', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (scores) => {
        const { bins } = histogramFacet(withCells(scores.map((score) => ({ score }))), [], '@score', textsEn)!
        for (const { low, high, total } of bins)
          expect(scores.filter((score) => low <= score && score < high)).toHaveLength(total)
      }),
    ))

  it('still shows what its own range hides, and counts what passes the other steps', () =>
    fc.assert(
      fc.property(columns, ({ graph }) => {
        fc.pre(histogramFacet(graph, [], '@score', textsEn) !== undefined)
        const own = filterWithRange(actors, '@score', '3', '5')
        expect(histogramFacet(graph, own, '@score', textsEn)!.bins).toEqual(
          histogramFacet(graph, actors, '@score', textsEn)!.bins,
        )
        const { bins, missingRow } = histogramFacet(graph, actors, '@score', textsEn)!
        const counted = bins.reduce((sum, { count }) => sum + count, missingRow?.count ?? 0)
        expect(counted).toBe(applyFilter(graph, actors).nodeCount)
      }),
    ))

  it('has handles that reach every number, at positions that a range can express', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (scores) => {
        const histogram = histogramFacet(withCells(scores.map((score) => ({ score }))), [], '@score', textsEn)!
        expect(histogram.sliderMin).toBeLessThanOrEqual(Math.min(...scores))
        expect(histogram.sliderMax).toBeGreaterThanOrEqual(Math.max(...scores))
        expect(parseRange(rangeHandleText(histogram.sliderMin + histogram.sliderStep, histogram))).toBeDefined()
      }),
    ))
})

describe('the range of a facet', () => {
  it('is one step, together with "none", and is removed with its last bound', () => {
    const one = filterWithRange(actors, '@score', '3', '')
    expect(printFilter(one)).toBe('type:actor @score:3..')
    expect(printFilter(filterWithRange(one, '@score', '3', '10'))).toBe('type:actor @score:3..10')
    expect(printFilter(filterWithRange(one, '@score', '7', '7'))).toBe('type:actor @score:7')
    const withNone = [...actors, filterStep(filterTerm('@score', ['3..', 'none']))]
    expect(printFilter(filterWithRange(withNone, '@score', '4', ''))).toBe('type:actor @score:4..,none')
    expect(printFilter(filterWithRange(withNone, '@score', '', ''))).toBe('type:actor @score:none')
    expect(filterWithRange(one, '@score', '', '')).toEqual(actors)
  })

  it('is read back as written', () => {
    const graph = withCells(Array.from({ length: 20 }, (_, score) => ({ score })))
    const ends = (from: string, to: string) => {
      const histogram = histogramFacet(graph, filterWithRange([], '@score', from, to), '@score', textsEn)!
      return [histogram.fromText, histogram.toText]
    }
    for (const [from, to] of [
      ['3', '10'],
      ['3', ''],
      ['', '10'],
      ['7', '7'],
      ['', ''],
    ] as const)
      expect(ends(from, to)).toEqual([from, to])
  })

  it('reads as a sentence', () => {
    const graph = withCells(Array.from({ length: 20 }, (_, score) => ({ score, note: `All different ${score}` })))
    const sentences = (filter: Filter) =>
      filterStepRows(graph, filter, textsEn).map(({ sentence }) => textOfClauseParts(sentence))
    expect(sentences(filterWithRange([], '@score', '3', '10'))).toEqual(['score is 3 to 10'])
    expect(sentences(filterWithRange([], 'degree', '3', ''))).toEqual(['Degree is at least 3'])
    expect(sentences([filterStep(filterTerm('core', ['2']))])).toEqual(['Core is at least 2'])
    expect(sentences([filterStep(filterTerm('@note', ['different']))])).toEqual(['note contains “different”'])
  })
})

describe('the facets of a file', () => {
  const days = Array.from({ length: 60 }, (_, at): Cells => ({
    score: at,
    level: at % 3,
    on: `2026-0${1 + (at % 3)}-${10 + (at % 17)}`,
    city: `City ${at % 12}`,
    tint: `t${at % 4}`,
    note: `All different ${at}`,
  }))
  const graph = withCells(days)

  it('are lists, ranges or texts by what a column holds, without those of statements if there are none', () =>
    expect(facetDefinitions(graph).map(({ key, shape }) => `${key} ${shape}`)).toEqual([
      'family rows',
      'predicate rows',
      'degree range',
      '@score range',
      '@level rows',
      '@on range',
      '@city rows',
      '@tint rows',
      '@note texts',
    ]))

  it('find a value by a part of its label, those that begin with it first', () => {
    const { rows } = facetForKey(graph, [], '@city', textsEn)
    const like = (text: string) => facetRowsMatching(rows, text).map(({ value }) => value)
    expect(like('CITY 1')).toEqual(['City 1', 'City 10', 'City 11'])
    expect(like('1')).toEqual(['City 1', 'City 10', 'City 11'])
    const { rows: tints } = facetForKey(
      withCells([{ tint: 'a b' }, { tint: 'b' }, { tint: 'a b' }, { tint: 'c' }]),
      [],
      '@tint',
      textsEn,
    )
    expect(facetRowsMatching(tints, 'b').map(({ value }) => value)).toEqual(['b', 'a b'])
    expect(facetRowsMatching(rows, 'nowhere')).toEqual([])
  })
})
