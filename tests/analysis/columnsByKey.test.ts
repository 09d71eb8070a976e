import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { withKeysOfColumns } from '../../src/analysis/filter/columnsByKey'
import { setFacetChoice } from '../../src/analysis/filter/filter'
import { parseFilter, printFilter } from '../../src/analysis/filter/filterSyntax'
import { invalidFilterPart, unmatchedFilterValues } from '../../src/analysis/filter/filterValidation'
import { textsEn } from '../../src/messages/texts.en'
import { categoryColumn, type Column } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { facetForKey } from '../../src/scene/filter/facets'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

/** A graph of as many nodes as there are values, without statements. */
const graphWith = (columns: Readonly<Record<string, readonly string[]>>): Graph => {
  const count = Object.values(columns)[0]!.length
  const graph = graphOf(...Array.from({ length: count }, (_, index) => `n${index}:idea`))
  const attributes = new Map(
    Object.entries(columns).map(([name, values]): [string, Column] => [name, categoryColumn(values)]),
  )
  return { ...graph, nodes: { ...graph.nodes, attributes } }
}
const read = (graph: Graph, text: string) => {
  const parsed = parseFilter(text)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  return withKeysOfColumns(graph, parsed.filter)
}

describe('a column that is called like a key', () => {
  const graph = graphWith({
    sector: ['a', 'b', 'a'],
    Status: ['x', 'y', 'y'],
    type: ['p', 'q', 'q'],
    weight: ['1', '2', '2'],
  })
  it.each([
    ['sector:a', '@sector:a', 2],
    ['-(status:y or weight:1)', '-(@Status:y or @weight:1)', 0],
    ['@STATUS:x', '@Status:x', 1],
    ['type:idea', 'type:idea', 3],
    ['@type:q', '@type:q', 2],
  ])('is meant by %s where the key means nothing', (text, meant, nodes) => {
    const filter = read(graph, text)
    expect(printFilter(filter)).toBe(meant)
    expect(applyFilter(graph, filter).nodeCount).toBe(nodes)
  })
  it('is named when the key means something but has no such value', () =>
    expect(unmatchedFilterValues(graph, read(graph, 'type:q'))).toMatchObject([{ key: 'type', columnKey: '@type' }]))
})

describe('an unknown key', () => {
  const graph = graphWith({ population: ['1'] })
  const reason = (text: string) => inEnglish(invalidFilterPart(graph, read(graph, text))!.reason)
  it.each([
    ['statsu:denied', 'unknown property “statsu”; did you mean “status”?'],
    ['populaton:1', 'unknown property “populaton”; did you mean “population”?'],
    ['@popluation:1', 'this graph has no column “popluation”; did you mean “population”?'],
    ['@zzz:1', 'this graph has no column “zzz”'],
  ])('%s is answered with the nearest', (text, expected) => expect(reason(text)).toBe(expected))
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('such as %s is no key', (key) => {
    const parsed = parseFilter(`${key === '__proto__' ? '"@__proto__"' : key}:x`)
    if ('fault' in parsed) throw new Error('fault')
    expect(invalidFilterPart(graph, parsed.filter)).toBeDefined()
    expect(applyFilter(graph, parsed.filter).nodeCount).toBe(0)
  })
})

/** Names and values as foreign files have them. */
const anyText = fc.oneof(
  fc.constantFrom(
    'a:b',
    'a, b',
    '"x"',
    'back\\slash',
    '日本 語',
    'or',
    'not',
    '-5',
    '(x)',
    'a+1',
    'two\nlines',
    '\t',
    'é',
    '@',
    '..',
  ),
  fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
)

it('a click in the facet of any column makes a term that is read back and leaves as many rows as the facet said', () =>
  fc.assert(
    fc.property(anyText, fc.array(anyText, { minLength: 2, maxLength: 5 }), fc.nat(), (name, values, pick) => {
      const graph = graphWith({ [name]: values })
      const key = `@${name}`
      const { rows } = facetForKey(graph, [], key, textsEn)
      const row = rows[pick % rows.length]
      // Texts that are all dates or numbers have a range in place of a list.
      fc.pre(row !== undefined)
      const filter = setFacetChoice([], key, row!.value, 'wanted')
      const again = parseFilter(printFilter(filter))
      expect(again).toEqual({ filter })
      expect(printFilter(filter)).not.toMatch(/[\n\r\t]/)
      expect(applyFilter(graph, read(graph, printFilter(filter))).nodeCount).toBe(row!.count)
    }),
  ))
