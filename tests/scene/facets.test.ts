import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import type { Filter } from '../../src/analysis/filter/filter'
import { setFacetChoice, negateClause, filterStep, filterTerm } from '../../src/analysis/filter/filter'
import { buildGraph } from '../../src/model/buildGraph'
import type { FacetRow } from '../../src/scene/filter/facets'
import { facetForKey, countedFacets, initialFacetRows } from '../../src/scene/filter/facets'
import { setFamilyChoice, setTypeChoice, familyChoice, typeChoice } from '../../src/scene/filter/typeChoice'
import { textsEn } from '../../src/messages/texts.en'
import { graphOf, schema } from '../sample'

const graph = graphOf(
  'ann:actor knows bob:actor expected paper',
  'ann in-sector energy:sector confirmed note',
  'plant:project in-sector energy announced paper',
  'plant located-in ohio:place reported paper',
  'mine:project located-in ohio reported note',
  'plant cost 33 estimated note',
)

const row = (filter: Filter, on: string, value: string): FacetRow | undefined =>
  facetForKey(graph, filter, on, textsEn).rows.find((each) => each.value === value)

const keys = ['sector', 'status', 'source', 'place', 'predicate'] as const
const anyFilter = fc.array(
  fc
    .record({ on: fc.constantFrom(...keys, 'type'), pick: fc.nat(5), wanted: fc.boolean(), off: fc.boolean() })
    .map(({ on, pick, wanted, off }) => {
      const { rows } = facetForKey(graph, [], on, textsEn)
      const clause = filterTerm(on, [rows[pick % rows.length]!.value])
      return filterStep(wanted ? clause : negateClause(clause), off)
    }),
  { maxLength: 4 },
)

describe('a facet', () => {
  it('is not narrowed by its own steps', () =>
    fc.assert(
      fc.property(anyFilter, fc.constantFrom(...keys), fc.nat(5), (filter, on, pick) => {
        const before = facetForKey(graph, filter, on, textsEn).rows
        const { value } = before[pick % before.length]!
        const after = facetForKey(graph, setFacetChoice(filter, on, value, 'wanted'), on, textsEn).rows
        expect(after.map(({ count }) => count)).toEqual(before.map(({ count }) => count))
      }),
    ))

  it('never counts more than the total, and the total without a filter', () =>
    fc.assert(
      fc.property(anyFilter, (filter) => {
        for (const { rows, maxTotal } of countedFacets(graph, filter, textsEn))
          for (const { count, total } of rows) {
            expect(count).toBeLessThanOrEqual(total)
            expect(total).toBeLessThanOrEqual(maxTotal)
          }
        for (const { rows } of countedFacets(graph, [], textsEn))
          for (const { count, total } of rows) expect(count).toBe(total)
      }),
    ))

  it('counts the nodes that choosing the value alone shows', () => {
    for (const { value, count } of facetForKey(graph, [], 'sector', textsEn).rows)
      expect(applyFilter(graph, setFacetChoice([], 'sector', value, 'wanted')).nodeCount).toBe(count)
  })

  it('counts the nodes that belong nowhere, last and always', () => {
    expect(facetForKey(graph, [], 'sector', textsEn).rows.at(-1)).toMatchObject({
      value: 'none',
      label: 'No sector given',
      count: 2,
    })
    const facet = {
      ...facetForKey(graph, [], 'sector', textsEn),
      rows: Array.from({ length: 12 }, () => row([], 'sector', 'none')!),
    }
    expect(initialFacetRows(facet)).toHaveLength(12)
  })

  it('counts edges and figures of a status together, from the most certain', () => {
    const facet = facetForKey(graph, [], 'status', textsEn)
    expect(facet.countedRows).toBe('edgesAndFigures')
    expect(facet.rows.map(({ value }) => value)).toEqual([
      'confirmed',
      'announced',
      'expected',
      'estimated',
      'reported',
    ])
    expect(row([], 'status', 'estimated')).toMatchObject({ count: 1, total: 1 })
  })

  it('marks included and excluded values', () => {
    expect(row(setFacetChoice([], 'place', 'ohio', 'wanted'), 'place', 'ohio')?.choice).toBe('wanted')
    expect(row(setFacetChoice([], 'place', 'ohio', 'ruled out'), 'place', 'ohio')?.choice).toBe('ruled out')
  })

  it('is left out if there is nothing to choose from', () => {
    const bare = buildGraph({
      about: { id: 'x', title: 'X' },
      schema,
      nodes: [{ id: 'a', type: 'actor', label: 'A' }],
    })
    expect(countedFacets(bare, [], textsEn).map(({ key }) => key)).toEqual(['family'])
  })

  it('is made for a column with few values of an opened file, words or numbers', () => {
    const nodes = ['red', 'blue', 'red'].map((colour, at) => ({
      id: `n${at}`,
      type: 'actor',
      label: `n${at}`,
      attributes: { colour, level: at % 2, weight: at },
    }))
    const opened = buildGraph({ about: { id: 'x', title: 'X' }, schema: { ...schema, families: [] }, nodes })
    const found = countedFacets(opened, [], textsEn)
    expect(found.map(({ key }) => key)).toEqual(['type', '@colour', '@level', '@weight'])
    expect(found[1]!.rows.map(({ value, count }) => [value, count])).toEqual([
      ['red', 2],
      ['blue', 1],
    ])
  })
})

describe('families and types', () => {
  const kinds = {
    ...schema,
    types: [
      { id: 'person', family: 'actor', label: 'Person' },
      { id: 'bank', family: 'actor', label: 'Bank' },
      { id: 'plant', family: 'project', label: 'Plant' },
      { id: 'mine', family: 'project', label: 'Mine' },
    ],
  }
  const nodes = kinds.types.map(({ id }) => ({ id: `a-${id}`, type: id, label: id }))
  const typed = buildGraph({ about: { id: 'x', title: 'X' }, schema: kinds, nodes })
  const types = kinds.types.map(({ id }) => id)
  const left = (filter: Filter) => types.filter((_, at) => applyFilter(typed, filter).nodes[at])
  const act = fc.oneof(
    fc.record({ on: fc.constant('family' as const), value: fc.constantFrom('actor', 'project') }),
    fc.record({ on: fc.constant('type' as const), value: fc.constantFrom(...types) }),
  )
  const want = (filter: Filter, { on, value }: { on: 'family' | 'type'; value: string }) =>
    on === 'family' ? setFamilyChoice(typed, filter, value, 'wanted') : setTypeChoice(typed, filter, value, 'wanted')

  it('never exclude each other: the last included value is visible', () =>
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 6 }), (acts) => {
        const filter = acts.reduce(want, [])
        const { on, value } = acts.at(-1)!
        const wanted = on === 'type' ? [value] : kinds.types.filter((each) => each.family === value).map(({ id }) => id)
        expect(left(filter)).toEqual(expect.arrayContaining(wanted))
      }),
    ))

  it('show the types whose boxes are checked', () =>
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 6 }), (acts) => {
        const filter = acts.reduce(want, [])
        expect(left(filter)).toEqual(types.filter((type) => typeChoice(typed, filter, type) === 'wanted'))
      }),
    ))

  it('narrow an included family to one of its types, and widen back', () => {
    const actors = setFamilyChoice(typed, [], 'actor', 'wanted')
    const people = setTypeChoice(typed, actors, 'person', 'wanted')
    expect(left(people)).toEqual(['person'])
    expect(familyChoice(typed, people, 'actor')).toBe('some')
    expect(left(setFamilyChoice(typed, people, 'actor', 'wanted'))).toEqual(['person', 'bank'])
    expect(setFamilyChoice(typed, actors, 'actor', 'free')).toEqual([])
  })

  it('form one facet, types below their family', () => {
    const [facet] = countedFacets(typed, setFamilyChoice(typed, [], 'actor', 'wanted'), textsEn)
    expect(facet?.rows.map(({ value, count, choice }) => [value, count, choice])).toEqual([
      ['actor', 2, 'wanted'],
      ['project', 2, 'free'],
    ])
    expect(facet?.rows[0]?.children.map(({ value, choice }) => [value, choice])).toEqual([
      ['person', 'wanted'],
      ['bank', 'wanted'],
    ])
  })
})
