import type { Texts } from '../../messages/texts.en'
import type { FilterClause, Filter, FilterStep } from '../../analysis/filter/filter'
import { negateClause, filterStep, termForKey } from '../../analysis/filter/filter'
import { dependsOnPart } from '../../analysis/filter/evaluateClause'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import type { Graph } from '../../model/graph'
import { visibleAfterEachStep } from '../view/filterResult'
import { clauseSentence, clauseSummary, type ClausePart } from './filterSentence'

/** One step of the filter, with the counts of what is visible after it. */
export interface FilterStepRow {
  /** Index in the filter. */
  readonly index: number
  readonly sentence: readonly ClausePart[]
  readonly off: boolean
  /** Whether the step asks the whole graph, not what the steps above leave. */
  readonly whole: boolean
  readonly nodeCount: number
  readonly edgeCount: number
  /** Share of all nodes that are visible after the step, from 0 to 1. */
  readonly nodeShare: number
}

/** The steps of a filter as sentences, with the counts after each. */
export function filterStepRows(graph: Graph, filter: Filter, texts: Texts): readonly FilterStepRow[] {
  const after = visibleAfterEachStep(graph, filter)
  return filter.map(({ clause, off, whole = false }, index): FilterStepRow => {
    const { nodeCount, edgeCount } = after[index + 1]!
    const nodeShare = nodeCount / Math.max(1, graph.nodes.count)
    return { index, sentence: clauseSentence(graph, clause, texts), off, whole, nodeCount, edgeCount, nodeShare }
  })
}

/** Index of the first step after which no node is visible; undefined if some are, or if the graph has none. */
export function indexOfEmptyingStep(graph: Graph, filter: Filter): number | undefined {
  const stage = visibleAfterEachStep(graph, filter).findIndex(({ nodeCount }) => nodeCount === 0)
  return stage > 0 ? stage - 1 : undefined
}

/** The whole filter in a few words, for a narrow window: "Energy, not Denied". Empty if no step is on. */
export const shortFilterText = (graph: Graph, filter: Filter, texts: Texts): string =>
  filter
    .filter(({ off }) => !off)
    .map(({ clause }) => clauseSummary(graph, clause, texts))
    .join(texts.filter.stepSeparator)

/** Switches a step off, or on again. */
export const toggleStep = (filter: Filter, index: number): Filter =>
  filter.map((each, at) => (at === index ? { ...each, off: !each.off } : each))

export const removeStep = (filter: Filter, index: number): Filter => filter.toSpliced(index, 1)

/** Moves a step to another place, between 0 and the last; the steps between make room. */
export function moveStep(filter: Filter, from: number, to: number): Filter {
  const step = filter[from]
  return step ? filter.toSpliced(from, 1).toSpliced(to, 0, step) : filter
}

/** Whether what a step leaves may depend on the steps above it, so that asking the whole graph may differ. */
export const canAskWholeGraph = (graph: Graph, filter: Filter, index: number): boolean =>
  index > 0 && filter[index] !== undefined && dependsOnPart(graph, filter[index].clause, true)

/** Lets a step ask the whole graph, or again what the steps above it leave. */
export const toggleWhole = (filter: Filter, index: number): Filter =>
  filter.map(({ whole, ...step }, at): FilterStep => {
    if (at !== index) return whole ? { ...step, whole } : step
    return whole ? step : { ...step, whole: true }
  })

/** Negates a step. */
export const negateStep = (filter: Filter, index: number): Filter =>
  filter.map((each, at) => (at === index ? { ...each, clause: negateClause(each.clause) } : each))

/** Joins a step with the one above it by "or". The first step stays as it is. */
export function joinStepWithPrevious(filter: Filter, index: number): Filter {
  const [above, own] = [filter[index - 1], filter[index]]
  if (!above || !own) return filter
  const joined = filterStep(anyOf(above.clause, own.clause))
  return filter.toSpliced(index - 1, 2, above.whole && own.whole ? { ...joined, whole: true } : joined)
}

/** Adds a condition: as a separate step (`and`), or as an alternative to the last step (`or`). */
export function addFilterCondition(filter: Filter, clause: FilterClause, how: 'and' | 'or'): Filter {
  const last = filter.at(-1)
  if (how === 'and' || !last) return [...filter, filterStep(clause)]
  return [...filter.slice(0, -1), { ...last, clause: anyOf(last.clause, clause) }]
}

/** Splits a group into separate steps, which then narrow one after the other. */
export function ungroupStep(filter: Filter, index: number): Filter {
  const own = filter[index]
  if (!own || (own.clause.kind !== 'or' && own.clause.kind !== 'and')) return filter
  return filter.toSpliced(index, 1, ...own.clause.clauses.map((clause): FilterStep => ({ ...own, clause })))
}

/** Joins two clauses by "or", without nesting. */
function anyOf(one: FilterClause, other: FilterClause): FilterClause {
  const parts = (clause: FilterClause): readonly FilterClause[] => (clause.kind === 'or' ? clause.clauses : [clause])
  return { kind: 'or', clauses: [...parts(one), ...parts(other)] }
}

/** The reach of a step in hops, if it is a single, including condition on nodes; undefined for other steps. */
export function reachOfStep(graph: Graph, filter: Filter, index: number): number | undefined {
  const own = filter[index]
  if (own?.clause.kind !== 'term' || filterKeyNamed(graph, own.clause.key)?.of !== 'node') return undefined
  return termForKey(own, own.clause.key)?.term.reach
}

/** Sets the reach of a step, in hops. */
export const setStepReach = (filter: Filter, index: number, reach: number): Filter =>
  filter.map((each, at) =>
    at === index && each.clause.kind === 'term' ? { ...each, clause: { ...each.clause, reach } } : each,
  )
