import type { Clause, Filter, Step, Term } from '../../analysis/filter/filter'
import { not, step, termOf } from '../../analysis/filter/filter'
import type { FilterKey } from '../../analysis/filter/filterKey'
import { keyNamed } from '../../analysis/filter/filterKeys'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import type { Graph } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { nameIn } from '../text/valueLabels'
import { stages } from '../view/filterResult'

/** A piece of a step's sentence; `joint` are the small words that hold it together. */
export interface Word {
  readonly text: string
  readonly role: 'plain' | 'joint'
}

/** One step of the filter, with what is left after it. */
export interface StepRow {
  /** Place in the filter, from 0. */
  readonly at: number
  readonly words: readonly Word[]
  readonly off: boolean
  readonly nodes: number
  readonly edges: number
  /** Nodes left of all, from 0 to 1. */
  readonly share: number
}

/** The steps of a filter in words, in the language of the view's labels. */
export function stepRows(graph: Graph, filter: Filter, language: Language): readonly StepRow[] {
  const after = stages(graph, filter)
  return filter.map(({ clause, off }, at) => {
    const { nodeCount, edgeCount } = after[at + 1]!
    const share = nodeCount / Math.max(1, graph.nodes.count)
    return { at, words: clauseWords(graph, clause, language), off, nodes: nodeCount, edges: edgeCount, share }
  })
}

/** The step, counted from 0, after which nothing is left; undefined where something is, or where nothing ever was. */
export function emptyAfter(graph: Graph, filter: Filter): number | undefined {
  const at = stages(graph, filter).findIndex(({ nodeCount }) => nodeCount === 0)
  return at > 0 ? at - 1 : undefined
}

/** A clause as a sentence: "Sector is Energy or Finance, and 1 step around". */
export const clauseWords = (graph: Graph, clause: Clause, language: Language): readonly Word[] =>
  clausePieces(graph, clause, language, false)

function clausePieces(graph: Graph, clause: Clause, language: Language, inner: boolean): readonly Word[] {
  switch (clause.kind) {
    case 'term':
      return termPieces(graph, clause, language)
    case 'not':
      return [joint('not '), ...clausePieces(graph, clause.clause, language, true)]
    case 'and':
    case 'or': {
      const pieces = clause.clauses.flatMap((each, index) => [
        ...(index > 0 ? [joint(` ${clause.kind} `)] : []),
        ...clausePieces(graph, each, language, true),
      ])
      return inner ? [joint('('), ...pieces, joint(')')] : pieces
    }
  }
}

/** So many values are named; of more, the rest is counted. */
const namedValues = 3

function termPieces(graph: Graph, { on, among, reach }: Term, language: Language): readonly Word[] {
  const key = keyNamed(graph, on)
  const names = among.map((value) => wordsFor(graph, on, value, language))
  const named = names.length > namedValues + 1 ? names.slice(0, namedValues) : names
  const rest = names.length - named.length
  return [
    plain(key?.label ?? on),
    joint(verbOf(key)),
    ...named.flatMap((name, index) => [...(index > 0 ? [joint(' or ')] : []), plain(name)]),
    ...(rest > 0 ? [joint(` or ${rest} more`)] : []),
    ...(reach > 0 ? [joint(`, and ${reach} ${reach === 1 ? 'step' : 'steps'} around`)] : []),
  ]
}

/** The key of names says its verb itself: "Name contains". */
const verbOf = (key: FilterKey | undefined): string =>
  key?.kind !== 'texts' ? ' is ' : key.id === 'text' ? ' ' : ' contains '

const wordsFor = (graph: Graph, on: string, value: string, language: Language): string =>
  keyNamed(graph, on)?.kind === 'texts' && value !== NO_VALUE ? `“${value}”` : nameIn(graph, language, on, value)

const plain = (text: string): Word => ({ text, role: 'plain' })
const joint = (text: string): Word => ({ text, role: 'joint' })

export const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join('')

/** The whole filter in a few words, for a narrow window: "Energy, not Denied". Empty where no step is on. */
export function filterInShort(graph: Graph, filter: Filter, language: Language): string {
  return filter
    .filter(({ off }) => !off)
    .map(({ clause }) => clauseInShort(graph, clause, language))
    .join(', ')
}

function clauseInShort(graph: Graph, clause: Clause, language: Language): string {
  switch (clause.kind) {
    case 'term': {
      const values = clause.among.map((value) => nameIn(graph, language, clause.on, value))
      const few = values.length > 2 ? `${values[0]} or ${values.length - 1} more` : values.join(' or ')
      return clause.reach > 0 ? `${few} and around` : few
    }
    case 'not':
      return `not ${clauseInShort(graph, clause.clause, language)}`
    case 'and':
    case 'or':
      return clause.clauses.map((each) => clauseInShort(graph, each, language)).join(` ${clause.kind} `)
  }
}

/** Switches a step off, or on again. */
export const switched = (filter: Filter, at: number): Filter =>
  filter.map((each, index) => (index === at ? { ...each, off: !each.off } : each))

export const removed = (filter: Filter, at: number): Filter => filter.toSpliced(at, 1)

/** Makes of a step its opposite. */
export const negated = (filter: Filter, at: number): Filter =>
  filter.map((each, index) => (index === at ? { ...each, clause: not(each.clause) } : each))

/** Joins a step with the one above it into one step, of which either will do. The first step has none above it. */
export function joined(filter: Filter, at: number): Filter {
  const [above, own] = [filter[at - 1], filter[at]]
  if (!above || !own) return filter
  return filter.toSpliced(at - 1, 2, step(either(above.clause, own.clause)))
}

/** Adds a condition: as a step of its own, or as another way to pass the last step. */
export function extended(filter: Filter, clause: Clause, how: 'and' | 'or'): Filter {
  const last = filter.at(-1)
  if (how === 'and' || !last) return [...filter, step(clause)]
  return [...filter.slice(0, -1), { ...last, clause: either(last.clause, clause) }]
}

/** Takes a group apart into steps of its own; they then narrow one after the other. */
export function separated(filter: Filter, at: number): Filter {
  const own = filter[at]
  if (!own || (own.clause.kind !== 'or' && own.clause.kind !== 'and')) return filter
  return filter.toSpliced(at, 1, ...own.clause.clauses.map((clause): Step => ({ clause, off: own.off })))
}

/** "Or" within "or" is one "or". */
function either(one: Clause, other: Clause): Clause {
  const parts = (clause: Clause): readonly Clause[] => (clause.kind === 'or' ? clause.clauses : [clause])
  return { kind: 'or', clauses: [...parts(one), ...parts(other)] }
}

/** Steps around that a step keeps, where it asks for one thing of nodes and wants it; undefined elsewhere. */
export function reachAt(graph: Graph, filter: Filter, at: number): number | undefined {
  const own = filter[at]
  if (own?.clause.kind !== 'term' || keyNamed(graph, own.clause.on)?.of !== 'node') return undefined
  return termOf(own, own.clause.on)?.term.reach
}

/** Sets how many steps around its nodes a step keeps. */
export const reaching = (filter: Filter, at: number, reach: number): Filter =>
  filter.map((each, index) =>
    index === at && each.clause.kind === 'term' ? { ...each, clause: { ...each.clause, reach } } : each,
  )
