import { textsEn } from '../../src/messages/texts.en'
import { metricsEn } from '../../src/messages/metrics.en'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFilter, printFilter } from '../../src/analysis/filter/filterSyntax'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { categoryColumn, numberColumn, type Column } from '../../src/model/columns'
import { degrees, type Graph } from '../../src/model/graph'
import {
  filterAtLeast,
  topRankedNodes,
  metricHistogram,
  largestGroups,
  filterOnlyValue,
  readableMetricValue,
  metricScopeText,
  viewWithoutKeys,
} from '../../src/scene/metricResults'
import { encodableKeysOf } from '../../src/scene/canvas/encodingOptions'
import { defaultView } from '../../src/scene/view/view'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

const plain = graphOf('ann knows bob', 'bob knows cat', 'cat knows plant:project', 'plant in-sector energy:sector')
const withColumns = (columns: Graph['nodes']['attributes']): Graph => ({
  ...plain,
  nodes: { ...plain.nodes, attributes: new Map([...plain.nodes.attributes, ...columns]) },
})
const filterOf = (text: string) => {
  const parsed = parseFilter(text)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  return parsed.filter
}

const numbers = fc.array(
  fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN)),
  {
    minLength: plain.nodes.count,
    maxLength: plain.nodes.count,
  },
)

describe('results of metrics', () => {
  it('are listed from the highest or the lowest, ties in the order of the graph', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 6 }), fc.boolean(), (values, most, lowest) => {
        const rows = topRankedNodes(plain, { values: Float64Array.from(values), lowest }, most, textsEn).map(
          ({ row }) => row,
        )
        const expected = [...values.keys()]
          .filter((row) => !Number.isNaN(values[row]))
          .sort((one, other) => (lowest ? values[one]! - values[other]! : values[other]! - values[one]!) || one - other)
        expect(rows).toEqual(expected.slice(0, most))
      }),
    )
  })

  it('have each number once in their histogram', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const known = values.filter((value) => !Number.isNaN(value))
        const bins = metricHistogram(Float64Array.from(values), 8)
        const total = bins.reduce((sum, { count }) => sum + count, 0)
        expect(total).toBe(new Set(known.map((value) => value + 0)).size > 1 ? known.length : 0)
      }),
    )
  })

  it('are listed by their largest groups, each with its best-connected node', () => {
    const column = categoryColumn(['1', '1', '2', undefined, '1'])
    expect(largestGroups(plain, column, { maxCount: 5, texts: textsEn, degrees: degrees(plain) })).toEqual([
      { value: '1', count: 3, representativeLabel: 'bob' },
      { value: '2', count: 1, representativeLabel: 'cat' },
    ])
  })

  it('filter by a step that keeps values of at least a number, in place of an earlier step', () => {
    const graph = withColumns(new Map([['rank', numberColumn([0.1, 1e-7, 0.3, undefined, 0.2])]]))
    fc.assert(
      fc.property(fc.constantFrom(0.1, 1e-7, 0.3, 0.2, -1, 0), (least) => {
        const filter = filterAtLeast(filterOf('type:actor @rank:1..'), '@rank', least)
        expect(filter).toHaveLength(2)
        const again = filterOf(printFilter(filter))
        expect(again).toEqual(filter)
        const wanted = [0.1, 1e-7, 0.3].filter((value) => value >= least).length
        expect(applyFilter(graph, again).nodeCount).toBe(wanted)
      }),
    )
    expect(printFilter(filterOnlyValue(filterOf('@part:2'), '@part', '1'))).toBe('@part:1')
  })

  it('are removed with the colours, sizes and steps that use them; inactive steps are not in the scope', () => {
    const view = {
      ...defaultView,
      filter: filterOf('type:actor -@rank:1.. off(sector:energy)'),
      colour: '@rank',
      size: '@other',
    }
    const left = viewWithoutKeys(view, ['@rank'])
    expect(printFilter(left.filter)).toBe('type:actor off(sector:energy)')
    expect([left.colour, left.size]).toEqual([undefined, '@other'])
    expect(metricScopeText(view.filter, ['@rank'])).toBe('type:actor')
    expect(viewWithoutKeys(defaultView, ['@rank']).filter).toBe(defaultView.filter)
  })

  it('can be encoded by colours and sizes if values differ', () => {
    const graph = withColumns(
      new Map<string, Column>([
        ['rank', numberColumn([1, 2, 3, 4, 5])],
        ['same', numberColumn([1, 1, 1, 1, 1])],
        ['part', categoryColumn(['a', 'b', 'a', 'a', 'a'])],
      ]),
    )
    const { colours, sizes } = encodableKeysOf(graph)
    expect(colours).toEqual(['type', 'sector', 'place', '@rank', '@part'])
    expect(sizes).toEqual(['@rank'])
  })

  it('are readable', () =>
    expect(
      [1234567, 0.048512, 0.00000123, 12345.6, NaN, 0, -0.5].map((each) =>
        readableMetricValue(each, textsEn, metricsEn),
      ),
    ).toEqual(['1,234,567', '0.0485', '1.23e-6', '12,346', 'none', '0', '-0.5']))
})
