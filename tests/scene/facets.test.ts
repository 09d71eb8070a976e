import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visible } from '../../src/analysis/filter/applyFilter'
import type { Filter } from '../../src/analysis/filter/filter'
import { choose, not, step, term } from '../../src/analysis/filter/filter'
import { buildGraph } from '../../src/model/buildGraph'
import type { FacetRow } from '../../src/scene/filter/facets'
import { facetOf, facets, firstRows } from '../../src/scene/filter/facets'
import { chooseFamily, chooseType, familyChoice, typeChoice } from '../../src/scene/filter/typeChoice'
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
  facetOf(graph, filter, on).rows.find((each) => each.value === value)

const keys = ['sector', 'status', 'source', 'place', 'predicate'] as const
const anyFilter = fc.array(
  fc
    .record({ on: fc.constantFrom(...keys, 'type'), pick: fc.nat(5), wanted: fc.boolean(), off: fc.boolean() })
    .map(({ on, pick, wanted, off }) => {
      const { rows } = facetOf(graph, [], on)
      const clause = term(on, [rows[pick % rows.length]!.value])
      return step(wanted ? clause : not(clause), off)
    }),
  { maxLength: 4 },
)

describe('a facet', () => {
  it('is not narrowed by its own steps', () =>
    fc.assert(
      fc.property(anyFilter, fc.constantFrom(...keys), fc.nat(5), (filter, on, pick) => {
        const before = facetOf(graph, filter, on).rows
        const { value } = before[pick % before.length]!
        const after = facetOf(graph, choose(filter, on, value, 'wanted'), on).rows
        expect(after.map(({ count }) => count)).toEqual(before.map(({ count }) => count))
      }),
    ))

  it('never counts more in what is left than in all, and all where nothing is filtered', () =>
    fc.assert(
      fc.property(anyFilter, (filter) => {
        for (const { rows, most } of facets(graph, filter))
          for (const { count, total } of rows) {
            expect(count).toBeLessThanOrEqual(total)
            expect(total).toBeLessThanOrEqual(most)
          }
        for (const { rows } of facets(graph, [])) for (const { count, total } of rows) expect(count).toBe(total)
      }),
    ))

  it('counts as many nodes as choosing the value alone leaves', () => {
    for (const { value, count } of facetOf(graph, [], 'sector').rows)
      expect(visible(graph, choose([], 'sector', value, 'wanted')).nodeCount).toBe(count)
  })

  it('says how many belong nowhere, last and always', () => {
    expect(facetOf(graph, [], 'sector').rows.at(-1)).toMatchObject({ value: 'none', label: 'None stated', count: 2 })
    const facet = {
      ...facetOf(graph, [], 'sector'),
      rows: Array.from({ length: 12 }, () => row([], 'sector', 'none')!),
    }
    expect(firstRows(facet)).toHaveLength(12)
  })

  it('counts edges and figures of a status together, from the surest', () => {
    const facet = facetOf(graph, [], 'status')
    expect(facet.counted).toBe('edges and figures')
    expect(facet.rows.map(({ value }) => value)).toEqual([
      'confirmed',
      'announced',
      'expected',
      'estimated',
      'reported',
    ])
    expect(row([], 'status', 'estimated')).toMatchObject({ count: 1, total: 1 })
  })

  it('knows what is wanted and what is ruled out', () => {
    expect(row(choose([], 'place', 'ohio', 'wanted'), 'place', 'ohio')?.choice).toBe('wanted')
    expect(row(choose([], 'place', 'ohio', 'ruled out'), 'place', 'ohio')?.choice).toBe('ruled out')
  })

  it('is left out where there is nothing to choose from', () => {
    const bare = buildGraph({
      about: { id: 'x', title: 'X' },
      schema,
      nodes: [{ id: 'a', type: 'actor', label: 'A' }],
    })
    expect(facets(bare, []).map(({ on }) => on)).toEqual(['family'])
  })

  it('stands for a column of few values of an opened file, be they words or numbers', () => {
    const nodes = ['red', 'blue', 'red'].map((colour, at) => ({
      id: `n${at}`,
      type: 'actor',
      label: `n${at}`,
      attributes: { colour, level: at % 2, weight: at },
    }))
    const opened = buildGraph({ about: { id: 'x', title: 'X' }, schema: { ...schema, families: [] }, nodes })
    const found = facets(opened, [])
    expect(found.map(({ on }) => on)).toEqual(['type', '@colour', '@level', '@weight'])
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
  const left = (filter: Filter) => types.filter((_, at) => visible(typed, filter).nodes[at])
  const act = fc.oneof(
    fc.record({ on: fc.constant('family' as const), value: fc.constantFrom('actor', 'project') }),
    fc.record({ on: fc.constant('type' as const), value: fc.constantFrom(...types) }),
  )
  const want = (filter: Filter, { on, value }: { on: 'family' | 'type'; value: string }) =>
    on === 'family' ? chooseFamily(typed, filter, value, 'wanted') : chooseType(typed, filter, value, 'wanted')

  it('never narrow each other to nothing: what was wanted last is shown', () =>
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 6 }), (acts) => {
        const filter = acts.reduce(want, [])
        const { on, value } = acts.at(-1)!
        const wanted = on === 'type' ? [value] : kinds.types.filter((each) => each.family === value).map(({ id }) => id)
        expect(left(filter)).toEqual(expect.arrayContaining(wanted))
      }),
    ))

  it('show what their boxes say', () =>
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 6 }), (acts) => {
        const filter = acts.reduce(want, [])
        expect(left(filter)).toEqual(types.filter((type) => typeChoice(typed, filter, type) === 'wanted'))
      }),
    ))

  it('narrow a wanted family to one of its types, and widen back', () => {
    const actors = chooseFamily(typed, [], 'actor', 'wanted')
    const people = chooseType(typed, actors, 'person', 'wanted')
    expect(left(people)).toEqual(['person'])
    expect(familyChoice(typed, people, 'actor')).toBe('some')
    expect(left(chooseFamily(typed, people, 'actor', 'wanted'))).toEqual(['person', 'bank'])
    expect(chooseFamily(typed, actors, 'actor', 'free')).toEqual([])
  })

  it('stand in one facet, types below their family', () => {
    const [facet] = facets(typed, chooseFamily(typed, [], 'actor', 'wanted'))
    expect(facet?.rows.map(({ value, count, choice }) => [value, count, choice])).toEqual([
      ['actor', 2, 'wanted'],
      ['project', 2, 'free'],
    ])
    expect(facet?.rows[0]?.rows.map(({ value, choice }) => [value, choice])).toEqual([
      ['person', 'wanted'],
      ['bank', 'wanted'],
    ])
  })
})
