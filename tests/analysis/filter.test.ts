import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VisibleRows } from '../../src/analysis/filter/applyFilter'
import { applyFilter, applyFilterByStep, inducedSubgraphMasks } from '../../src/analysis/filter/applyFilter'
import { invalidFilterPart } from '../../src/analysis/filter/filterValidation'
import type { FilterClause, Filter } from '../../src/analysis/filter/filter'
import {
  facetChoiceOf,
  setFacetChoice,
  negateClause,
  facetReach,
  filterStep,
  filterTerm,
  withFacetReach,
  withoutKey,
} from '../../src/analysis/filter/filter'
import { parseFilter, printFilter } from '../../src/analysis/filter/filterSyntax'
import { textAt } from '../../src/model/columns'
import { nodeRowIndex, type Graph } from '../../src/model/graph'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

const sample = graphOf(
  'trump knows plant:project announced paper',
  'trump knows pipe:project expected note',
  'bank knows plant unclear paper',
  'plant in-sector energy:sector confirmed note',
  'pipe in-sector energy -reported paper',
  'bank in-sector finance:sector confirmed note',
  'plant located-in ohio:place confirmed paper',
  'plant cost 33 estimated paper',
  'pipe cost 3 expected note',
  'lone:idea',
)

const read = (text: string): Filter => {
  const parsed = parseFilter(text)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  return parsed.filter
}
const names = ({ id, count }: Graph['nodes'] | Graph['edges'], mask: Uint8Array) =>
  Array.from({ length: count }, (_, row) => textAt(id, row)).filter((_, row) => mask[row])
const nodesOf = (text: string, graph: Graph = sample) => names(graph.nodes, applyFilter(graph, read(text)).nodes).sort()
const edgesOf = (text: string) => names(sample.edges, applyFilter(sample, read(text)).edges)

const word = fc.oneof(
  fc.constantFrom('energy', 'finance', 'plant', 'paper', 'expected', 'project', 'none', 'ohio'),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
)
const aTerm: fc.Arbitrary<FilterClause> = fc
  .tuple(
    fc.constantFrom(
      'sector',
      'status',
      'type',
      'family',
      'source',
      'predicate',
      'node',
      'text',
      'line',
      '@score',
      '@Colour group',
      '@"quoted\\"',
      '@a:b',
    ),
    fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    fc.nat({ max: 3 }),
  )
  .map(([on, among, reach]) => filterTerm(on, among, reach))
const aClause: fc.Arbitrary<FilterClause> = fc.letrec<{ clause: FilterClause }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small' },
    aTerm,
    tie('clause').map((clause): FilterClause => negateClause(clause)),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('clause'), { minLength: 2, maxLength: 3 }))
      .map(([kind, clauses]): FilterClause => ({ kind: kind as 'and' | 'or', clauses })),
  ),
})).clause
const aFilter: fc.Arbitrary<Filter> = fc.array(
  fc.tuple(aClause, fc.boolean()).map(([clause, off]) => filterStep(clause, off)),
  { maxLength: 4 },
)

const within = (part: Uint8Array, whole: Uint8Array) => part.every((shown, row) => !shown || whole[row] === 1)
const equal = (one: VisibleRows, other: VisibleRows): void => {
  expect(one).toEqual(other)
}

describe('a filter', () => {
  it('means the same after it was written and read', () =>
    fc.assert(
      fc.property(aFilter, (filter) =>
        equal(applyFilter(sample, read(printFilter(filter))), applyFilter(sample, filter)),
      ),
    ))

  it('is written the same after it was read', () =>
    fc.assert(
      fc.property(aFilter, (filter) => {
        expect(printFilter(read(printFilter(filter)))).toBe(printFilter(filter))
      }),
    ))

  it('narrows with every step', () =>
    fc.assert(
      fc.property(aFilter, (filter) => {
        const stages = applyFilterByStep(sample, filter)
        stages.slice(1).forEach((stage, index) => {
          expect(within(stage.nodes, stages[index]!.nodes)).toBe(true)
          expect(within(stage.edges, stages[index]!.edges)).toBe(true)
        })
      }),
    ))

  it('shows an edge only with both its ends', () =>
    fc.assert(
      fc.property(aFilter, (filter) => {
        const { nodes, edges } = applyFilter(sample, filter)
        edges.forEach((shown, row) => {
          const ends = nodes[sample.edges.source[row]!]! & nodes[sample.edges.target[row]!]!
          expect(shown & ~ends).toBe(0)
        })
      }),
    ))

  it('with a step that is off is the filter without it', () =>
    fc.assert(
      fc.property(aFilter, aClause, (filter, clause) =>
        equal(applyFilter(sample, [...filter, filterStep(clause, true)]), applyFilter(sample, filter)),
      ),
    ))

  it('on nodes, and its negation, divide the nodes between them', () =>
    fc.assert(
      fc.property(fc.constantFrom('energy', 'finance', 'none'), fc.nat({ max: 2 }), (value, reach) => {
        const kept = applyFilter(sample, [filterStep(filterTerm('sector', [value], reach))]).nodes
        const rest = applyFilter(sample, [filterStep(negateClause(filterTerm('sector', [value], reach)))]).nodes
        expect(kept.map((shown, row) => shown + rest[row]!)).toEqual(new Uint8Array(kept.length).fill(1))
      }),
    ))
})

describe('the text of a filter', () => {
  it('keeps a sector with its members and the edges among them', () => {
    expect(nodesOf('sector:energy')).toEqual(['energy', 'plant'])
    expect(edgesOf('sector:energy')).toEqual(['plant--in-sector--energy'])
  })
  it('adds what is one step around with +1', () =>
    expect(nodesOf('sector:energy+1')).toEqual(['bank', 'energy', 'ohio', 'pipe', 'plant', 'trump']))
  it('ignores denied memberships', () => expect(nodesOf('sector:energy')).not.toContain('pipe'))
  it('finds nodes without a sector', () => expect(nodesOf('sector:none')).toEqual(['pipe', 'trump']))
  it('takes a status from edges and from figures', () => {
    expect(nodesOf('status:expected')).toEqual(['pipe', 'trump'])
    expect(nodesOf('status:estimated')).toEqual(['plant'])
    expect(edgesOf('status:expected')).toEqual(['trump--knows--pipe'])
  })
  it('excludes an edge and keeps its ends', () => {
    expect(nodesOf('-status:unclear')).toHaveLength(sample.nodes.count)
    expect(edgesOf('-status:unclear')).not.toContain('bank--knows--plant')
  })
  it('reads the id of a family as all of its types', () => {
    const { nodes } = sample
    const typed = {
      ...sample,
      schema: {
        ...sample.schema,
        types: sample.schema.types.map((type) => (type.id === 'project' ? { ...type, id: 'power-plant' } : type)),
      },
    }
    const dictionary = nodes.type.dictionary.map((type) => (type === 'project' ? 'power-plant' : type))
    const graph: Graph = { ...typed, nodes: { ...nodes, type: { ...nodes.type, dictionary } } }
    expect(nodesOf('type:project', graph)).toEqual(['pipe', 'plant'])
    expect(nodesOf('type:power-plant', graph)).toEqual(['pipe', 'plant'])
  })
  it.each([
    ['place:ohio or sector:finance', '(place:ohio or sector:finance)'],
    ['sector:energy family:project or place:ohio', '((sector:energy family:project) or place:ohio)'],
    ['a or b or c', '(text:a or text:b or text:c)'],
    ['not sector:energy', '-sector:energy'],
    ['not (sector:energy or place:ohio)', '-(sector:energy or place:ohio)'],
    ['text:"or" text:"not"', 'text:"or" text:"not"'],
  ])('reads %s as %s', (text, same) => {
    expect(read(text)).toEqual(read(same))
    expect(printFilter(read(text))).toBe(same)
  })
  it('joins conditions by juxtaposition, commas and "or"', () => {
    expect(nodesOf('family:project sector:energy')).toEqual(['plant'])
    expect(nodesOf('family:sector,place')).toEqual(['energy', 'finance', 'ohio'])
    expect(nodesOf('(family:place or text:bank)')).toEqual(['bank', 'ohio'])
  })
  it('matches names by a bare word, ignoring case and diacritics', () => expect(nodesOf('OHĪO')).toEqual(['ohio']))
  it.each([
    ['sector:', 7, 'missing after sector:'],
    ['sector:energy+', 14, 'number of steps'],
    ['(type:project', 13, 'closing parenthesis'],
    ['text:"open', 10, 'closing quotation mark'],
    ['off(type:project', 16, 'off( )'],
    ['a )', 2, 'a condition'],
  ])('reports what is wrong with %s, and where', (text, at, what) => {
    const parsed = parseFilter(text)
    if (!('fault' in parsed)) throw new Error('no fault')
    expect(parsed.fault.at).toBe(at)
    expect(inEnglish(parsed.fault.what)).toContain(what)
  })
  it('is checked against the keys of the graph', () => {
    expect(inEnglish(invalidFilterPart(sample, read('sectr:energy'))!.reason)).toContain('sectr')
    expect(invalidFilterPart(sample, read('(@nothing:1 or type:project)'))?.part).toBe('@nothing:')
    expect(invalidFilterPart(sample, read('-type:project'))).toBeUndefined()
  })
})

describe('a facet', () => {
  it('includes, excludes and frees a value without touching other steps', () =>
    fc.assert(
      fc.property(aFilter, word, fc.constantFrom('wanted', 'ruled out', 'free'), (filter, value, choice) => {
        const chosen = setFacetChoice(filter, 'sector', value, choice as 'wanted')
        expect(facetChoiceOf(chosen, 'sector', value)).toBe(choice)
        expect(withoutKey(chosen, 'sector')).toEqual(withoutKey(filter, 'sector'))
      }),
    ))
  it('puts its values into one step, and removes the step with its last value', () => {
    const both = setFacetChoice(setFacetChoice([], 'sector', 'energy', 'wanted'), 'sector', 'finance', 'wanted')
    expect(printFilter(both)).toBe('sector:energy,finance')
    expect(setFacetChoice(setFacetChoice(both, 'sector', 'energy', 'free'), 'sector', 'finance', 'free')).toEqual([])
  })
  it('keeps its reach when a value is added', () => {
    const near = withFacetReach(setFacetChoice([], 'sector', 'energy', 'wanted'), 'sector', 1)
    expect(printFilter(setFacetChoice(near, 'sector', 'finance', 'wanted'))).toBe('sector:energy,finance+1')
    expect(facetReach(near, 'sector')).toBe(1)
  })
})

describe('an induced subgraph', () => {
  it('holds the chosen nodes, the edges among them, and the ends of chosen edges', () => {
    const part = inducedSubgraphMasks(
      sample,
      [nodeRowIndex(sample).get('trump')!, nodeRowIndex(sample).get('plant')!],
      ['bank--in-sector--finance'],
    )
    expect(names(sample.nodes, part.nodes).sort()).toEqual(['bank', 'finance', 'plant', 'trump'])
    expect(names(sample.edges, part.edges)).toEqual(
      expect.arrayContaining(['trump--knows--plant', 'bank--in-sector--finance']) as string[],
    )
  })
})
