import type { Texts } from '../../messages/texts.en'
import type { FilterClause, Filter, FilterStep, FilterTerm } from '../../analysis/filter/filter'
import { negateClause, filterStep, termForKey } from '../../analysis/filter/filter'
import type { FilterKey } from '../../analysis/filter/filterKey'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import type { Graph } from '../../model/graph'
import { valueLabel } from '../text/valueLabels'
import { visibleAfterEachStep } from '../view/filterResult'

/** A piece of a step's sentence; `joint` are the small words that hold it together. */
interface ClausePart {
  readonly text: string
  readonly role: 'plain' | 'joint'
}

/** One step of the filter, with what is left after it. */
export interface FilterStepRow {
  /** Place in the filter, from 0. */
  readonly index: number
  readonly sentence: readonly ClausePart[]
  readonly off: boolean
  readonly nodeCount: number
  readonly edgeCount: number
  /** Nodes left of all, from 0 to 1. */
  readonly nodeShare: number
}

/** The steps of a filter in words, in the language of the view's labels. */
export function filterStepRows(graph: Graph, filter: Filter, texts: Texts): readonly FilterStepRow[] {
  const after = visibleAfterEachStep(graph, filter)
  return filter.map(({ clause, off }, index): FilterStepRow => {
    const { nodeCount, edgeCount } = after[index + 1]!
    const nodeShare = nodeCount / Math.max(1, graph.nodes.count)
    return { index, sentence: clauseSentence(graph, clause, texts), off, nodeCount, edgeCount, nodeShare }
  })
}

/** The step, counted from 0, after which nothing is left; undefined where something is, or where nothing ever was. */
export function indexOfEmptyingStep(graph: Graph, filter: Filter): number | undefined {
  const at = visibleAfterEachStep(graph, filter).findIndex(({ nodeCount }) => nodeCount === 0)
  return at > 0 ? at - 1 : undefined
}

/** A clause as a sentence: "Sector is Energy or Finance, and 1 step around". */
export const clauseSentence = (graph: Graph, clause: FilterClause, texts: Texts): readonly ClausePart[] =>
  clauseParts(graph, clause, texts, false)

function clauseParts(graph: Graph, clause: FilterClause, texts: Texts, inner: boolean): readonly ClausePart[] {
  switch (clause.kind) {
    case 'term':
      return termParts(graph, clause, texts)
    case 'not':
      return [joint('not '), ...clauseParts(graph, clause.clause, texts, true)]
    case 'and':
    case 'or': {
      const parts = clause.clauses.flatMap((each, index) => [
        ...(index > 0 ? [joint(` ${clause.kind} `)] : []),
        ...clauseParts(graph, each, texts, true),
      ])
      return inner ? [joint('('), ...parts, joint(')')] : parts
    }
  }
}

/** So many values are named; of more, the rest is counted. */
const maxNamedValues = 3

function termParts(graph: Graph, { key, values, reach }: FilterTerm, texts: Texts): readonly ClausePart[] {
  const filterKey = filterKeyNamed(graph, key)
  const names = values.map((value) => labelFor(graph, key, value, texts))
  const named = names.length > maxNamedValues + 1 ? names.slice(0, maxNamedValues) : names
  const rest = names.length - named.length
  return [
    plain(filterKey?.label ?? key),
    joint(verbOf(filterKey)),
    ...named.flatMap((name, index) => [...(index > 0 ? [joint(' or ')] : []), plain(name)]),
    ...(rest > 0 ? [joint(` or ${rest} more`)] : []),
    ...(reach > 0 ? [joint(`, and ${reach} ${reach === 1 ? 'step' : 'steps'} around`)] : []),
  ]
}

/** The key of names says its verb itself: "Name contains". */
const verbOf = (filterKey: FilterKey | undefined): string =>
  filterKey?.kind !== 'texts' ? ' is ' : filterKey.id === 'text' ? ' ' : ' contains '

const labelFor = (graph: Graph, key: string, value: string, texts: Texts): string =>
  filterKeyNamed(graph, key)?.kind === 'texts' && value !== NO_VALUE
    ? `“${value}”`
    : valueLabel(graph, texts, key, value)

const plain = (text: string): ClausePart => ({ text, role: 'plain' })
const joint = (text: string): ClausePart => ({ text, role: 'joint' })

export const clauseText = (sentence: readonly ClausePart[]): string => sentence.map(({ text }) => text).join('')

/** The whole filter in a few words, for a narrow window: "Energy, not Denied". Empty where no step is on. */
export function filterSummary(graph: Graph, filter: Filter, texts: Texts): string {
  return filter
    .filter(({ off }) => !off)
    .map(({ clause }) => clauseSummary(graph, clause, texts))
    .join(', ')
}

function clauseSummary(graph: Graph, clause: FilterClause, texts: Texts): string {
  switch (clause.kind) {
    case 'term': {
      const values = clause.values.map((value) => valueLabel(graph, texts, clause.key, value))
      const few = values.length > 2 ? `${values[0]} or ${values.length - 1} more` : values.join(' or ')
      return clause.reach > 0 ? `${few} and around` : few
    }
    case 'not':
      return `not ${clauseSummary(graph, clause.clause, texts)}`
    case 'and':
    case 'or':
      return clause.clauses.map((each) => clauseSummary(graph, each, texts)).join(` ${clause.kind} `)
  }
}

/** Switches a step off, or on again. */
export const toggleStep = (filter: Filter, at: number): Filter =>
  filter.map((each, index) => (index === at ? { ...each, off: !each.off } : each))

export const removeStep = (filter: Filter, at: number): Filter => filter.toSpliced(at, 1)

/** Makes of a step its opposite. */
export const negateStep = (filter: Filter, at: number): Filter =>
  filter.map((each, index) => (index === at ? { ...each, clause: negateClause(each.clause) } : each))

/** Joins a step with the one above it into one step, of which either will do. The first step has none above it. */
export function joinStepWithPrevious(filter: Filter, at: number): Filter {
  const [above, own] = [filter[at - 1], filter[at]]
  if (!above || !own) return filter
  return filter.toSpliced(at - 1, 2, filterStep(either(above.clause, own.clause)))
}

/** Adds a condition: as a step of its own, or as another way to pass the last step. */
export function addFilterCondition(filter: Filter, clause: FilterClause, how: 'and' | 'or'): Filter {
  const last = filter.at(-1)
  if (how === 'and' || !last) return [...filter, filterStep(clause)]
  return [...filter.slice(0, -1), { ...last, clause: either(last.clause, clause) }]
}

/** Takes a group apart into steps of its own; they then narrow one after the other. */
export function ungroupStep(filter: Filter, at: number): Filter {
  const own = filter[at]
  if (!own || (own.clause.kind !== 'or' && own.clause.kind !== 'and')) return filter
  return filter.toSpliced(at, 1, ...own.clause.clauses.map((clause): FilterStep => ({ clause, off: own.off })))
}

/** "Or" within "or" is one "or". */
function either(one: FilterClause, other: FilterClause): FilterClause {
  const parts = (clause: FilterClause): readonly FilterClause[] => (clause.kind === 'or' ? clause.clauses : [clause])
  return { kind: 'or', clauses: [...parts(one), ...parts(other)] }
}

/** Steps around that a step keeps, where it asks for one thing of nodes and wants it; undefined elsewhere. */
export function reachOfStep(graph: Graph, filter: Filter, at: number): number | undefined {
  const own = filter[at]
  if (own?.clause.kind !== 'term' || filterKeyNamed(graph, own.clause.key)?.of !== 'node') return undefined
  return termForKey(own, own.clause.key)?.term.reach
}

/** Sets how many steps around its nodes a step keeps. */
export const setStepReach = (filter: Filter, at: number, reach: number): Filter =>
  filter.map((each, index) =>
    index === at && each.clause.kind === 'term' ? { ...each, clause: { ...each.clause, reach } } : each,
  )
