import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter, applyFilterByStep } from '../../src/analysis/filter/applyFilter'
import { filterOfVersion1 } from '../../src/analysis/filter/filterVersion'
import { filterStep, filterTerm, type Filter, type FilterClause } from '../../src/analysis/filter/filter'
import { parseFilter, printFilter } from '../../src/analysis/filter/filterSyntax'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { graphOf } from '../sample'
import { naiveFilter, type NaiveGraph } from './naiveFilter'

const nodeCount = 7
const ids = Array.from({ length: nodeCount }, (_, index) => `n${index}`)
const types = ['actor', 'idea', 'place']
const predicates = ['knows', 'led-by', 'part-of']

/** The same random graph as columns and as lists. */
const aGraph: fc.Arbitrary<{ graph: Graph; naive: NaiveGraph }> = fc
  .record({
    types: fc.array(fc.constantFrom(...types), { minLength: nodeCount, maxLength: nodeCount }),
    edges: fc.uniqueArray(
      fc.record({
        source: fc.constantFrom(...ids),
        predicate: fc.constantFrom(...predicates),
        target: fc.constantFrom(...ids),
      }),
      { maxLength: 14, selector: ({ source, predicate, target }) => `${source}--${predicate}--${target}` },
    ),
    figures: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 }),
  })
  .map(({ types: typeOf, edges, figures }) => ({
    graph: graphOf(
      ...ids.map((id, index) => `${id}:${typeOf[index]}`),
      ...edges.map(({ source, predicate, target }) => `${source} ${predicate} ${target}`),
      ...figures.map((id) => `${id} cost 3`),
    ),
    naive: {
      nodes: ids.map((id, index) => ({ id, type: typeOf[index]! })),
      edges: edges.map((edge) => ({ ...edge, id: `${edge.source}--${edge.predicate}--${edge.target}` })),
      figures: figures.map((subject) => ({ subject, predicate: 'cost' })),
    },
  }))

const aRange = fc.constantFrom('0', '1', '2', '3', '1..', '2..', '3..', '..1', '..2', '1..2')
const yesOrNo = fc.constantFrom('yes', 'no')
const valuesByKey: readonly [string, fc.Arbitrary<string>][] = [
  ['node', fc.constantFrom(...ids)],
  ['type', fc.constantFrom(...types)],
  ['predicate', fc.constantFrom(...predicates, 'cost')],
  ['degree', aRange],
  ['in', aRange],
  ['out', aRange],
  ['component', fc.oneof(aRange, fc.constant('largest'))],
  ['core', fc.constantFrom('1', '2', '3')],
  ['isolated', yesOrNo],
  ['loop', yesOrNo],
  ['mutual', yesOrNo],
]
const aTerm: fc.Arbitrary<FilterClause> = fc
  .tuple(
    fc.oneof(
      ...valuesByKey.map(([key, value]) =>
        fc.tuple(fc.constant(key), fc.uniqueArray(value, { minLength: 1, maxLength: 2 })),
      ),
    ),
    fc.constantFrom(0, 0, 0, 1, 2),
  )
  .map(([[key, values], reach]) => filterTerm(key, values, reach))
const aClause: fc.Arbitrary<FilterClause> = fc.letrec<{ clause: FilterClause }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small' },
    { arbitrary: aTerm, weight: 4 },
    { arbitrary: tie('clause').map((clause): FilterClause => ({ kind: 'not', clause })), weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('clause'), { minLength: 2, maxLength: 3 }))
        .map(([kind, clauses]): FilterClause => ({ kind, clauses })),
      weight: 1,
    },
  ),
})).clause
const aFilter: fc.Arbitrary<Filter> = fc.array(
  fc.tuple(aClause, fc.nat({ max: 9 })).map(([clause, luck]) => ({
    ...filterStep(clause, luck === 0),
    ...(luck === 1 ? { whole: true as const } : {}),
  })),
  { maxLength: 4 },
)

const idsIn = ({ id, count }: Graph['nodes'] | Graph['edges'], mask: Uint8Array) =>
  Array.from({ length: count }, (_, row) => textAt(id, row)).filter((_, row) => mask[row] === 1)
const leftIn = (graph: Graph, filter: Filter) => {
  const { nodes, edges } = applyFilter(graph, filter)
  return { nodes: idsIn(graph.nodes, nodes).sort(), edges: idsIn(graph.edges, edges).sort() }
}
const idsOf = ({ nodes, edges }: NaiveGraph) => ({
  nodes: nodes.map(({ id }) => id).sort(),
  edges: edges.map(({ id }) => id).sort(),
})

describe('each step of a filter works on what the step above leaves', () => {
  it('as a slow and simple evaluator does, on random graphs', () =>
    fc.assert(
      fc.property(aGraph, aFilter, ({ graph, naive }, filter) => {
        expect(leftIn(graph, filter)).toEqual(idsOf(naiveFilter(naive, filter)))
      }),
      { numRuns: 400 },
    ))

  it('and so do the counts after each step', () =>
    fc.assert(
      fc.property(aGraph, aFilter, ({ graph, naive }, filter) => {
        const counts = applyFilterByStep(graph, filter).map(({ nodeCount: nodes, edgeCount: edges }) => [nodes, edges])
        const steps = Array.from({ length: filter.length + 1 }, (_, length) => filter.slice(0, length))
        expect(counts).toEqual(steps.map((upTo) => countsOf(naiveFilter(naive, upTo))))
      }),
    ))

  it('also after the filter was written and read', () =>
    fc.assert(
      fc.property(aGraph, aFilter, ({ graph }, filter) => {
        const parsed = parseFilter(printFilter(filter))
        expect('filter' in parsed && leftIn(graph, parsed.filter)).toEqual(leftIn(graph, filter))
      }),
    ))

  it('but those of version 1 asked the whole graph, and leave what they left', () =>
    fc.assert(
      fc.property(aGraph, aFilter, ({ graph, naive }, filter) => {
        const plain = filter.map(({ clause, off }) => filterStep(clause, off))
        const old = plain.map((step) => ({ ...step, whole: true as const }))
        const named = filterOfVersion1(plain).filter((_, index) => !hasComponentNumber(plain[index]!.clause))
        const expected = idsOf(
          naiveFilter(
            naive,
            old.filter((_, index) => !hasComponentNumber(plain[index]!.clause)),
          ),
        )
        expect(leftIn(graph, named)).toEqual(expected)
      }),
    ))
})

const countsOf = ({ nodes, edges }: NaiveGraph) => [nodes.length, edges.length]

/** Components were numbered by size in version 1; the naive evaluator knows sizes only. */
const hasComponentNumber = (clause: FilterClause): boolean =>
  clause.kind === 'term'
    ? clause.key === 'component' && clause.values.some((value) => value !== 'largest')
    : (clause.kind === 'not' ? [clause.clause] : clause.clauses).some(hasComponentNumber)
