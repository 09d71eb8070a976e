import { categoryAt, rowsOfGroup, NONE, textAt } from './columns'
import { dateSpansOverlap, parseDateSpan } from './date'
import { openDisputesOf, comparisonUnderDisputes } from './disputes'
import type { Graph } from './graph'
import { memoizeByGraph, statementsByEdge, statementsByFigure } from './graph'
import { originSourceId } from './originSource'
import { isRelationPredicate } from './predicates'
import { exchangeRatesOf } from './exchangeRates'
import type { StatementValue } from './records'
import { predicatesById, statementValueAt } from './rowRecords'
import { compareStatementValues, type Comparison } from './comparison'
import type { Status } from './enumerations'
import { statuses } from './enumerations'

/**
 * How the statements behind an edge or figure stand to each other: nobody says it (a foreign file), one origin says it,
 * several agree, they differ in rounding, unit or scope, later ones supersede earlier ones, or they cannot all hold.
 */
export const verdicts = ['bare', 'single', 'agreed', 'varies', 'changed', 'contested'] as const
type Verdict = (typeof verdicts)[number]

/** What the statements behind one edge or figure amount to. */
export interface Agreement {
  /** The surest status among them; undefined where there are none. */
  readonly status: Status | undefined
  /** All of them deny. */
  readonly negative: boolean
  /** Number of independent origins of the strongest group that agrees; a reprint counts as what it reprints, a computed value not at all. */
  readonly corroboration: number
  readonly verdict: Verdict
}

const none: Agreement = { status: undefined, negative: false, corroboration: 0, verdict: 'bare' }

/** One agreement an edge, by row. */
export const edgeAgreements = memoizeByGraph((graph): readonly Agreement[] => {
  if (graph.statements.count === 0) return Array<Agreement>(graph.edges.count).fill(none)
  const groups = statementsByEdge(graph)
  const rivals = rivalEdges(graph)
  return Array.from({ length: graph.edges.count }, (_, edge) => {
    const agreement = agreementOf(graph, rowsOfGroup(groups, edge))
    return rivals.has(edge) ? { ...agreement, verdict: 'contested' as const } : agreement
  })
})

/** What the statements behind an edge amount to. In a file without statements nothing is computed of any edge. */
export const edgeAgreementAt = (graph: Graph, edge: number): Agreement =>
  graph.statements.count === 0 ? none : edgeAgreements(graph)[edge]!

/** One agreement a figure, by row. */
export const figureAgreements = memoizeByGraph((graph): readonly Agreement[] => {
  const groups = statementsByFigure(graph)
  return Array.from({ length: graph.figures.count }, (_, figure) => agreementOf(graph, rowsOfGroup(groups, figure)))
})

/** What a set of statements about the same edge or figure amounts to. */
function agreementOf(graph: Graph, statements: Uint32Array): Agreement {
  if (statements.length === 0) return none
  const { status, negative } = graph.statements
  const comparisons = comparisonsAmong(graph, statements)
  const corroboration = corroborationOf(graph, statements, comparisons)
  return {
    status: statuses[Math.min(...Array.from(statements, (row) => status.codes[row]!))],
    negative: statements.every((row) => negative[row] === 1),
    corroboration,
    verdict: verdictOf(graph, statements, { comparisons, corroboration }),
  }
}

/** The sources that statements go back to, following reprints to what they reprint; computed values go back to none. */
function originsOf(graph: Graph, statements: Iterable<number>): Set<string> {
  const origins = new Set<string>()
  for (const row of statements) if (!isDerivedStatement(graph, row)) origins.add(originSourceId(graph, row))
  return origins
}

export const isDerivedStatement = ({ statements }: Graph, row: number): boolean =>
  textAt(statements.formula, row) !== ''

/** How the statements of each pair compare: `comparisons[i][j]` for j < i. */
type Comparisons = readonly (readonly Comparison[])[]

const comparisonsAmong = (graph: Graph, statements: Uint32Array): Comparisons =>
  Array.from(statements, (one, index) =>
    Array.from(statements.subarray(0, index), (other) => compareStatements(graph, one, other)),
  )

/**
 * Independent origins of the strongest group: for each statement, those that say the same or meet it. More statements
 * can only add to a group, so that an agreeing one never lowers the number.
 */
function corroborationOf(graph: Graph, statements: Uint32Array, comparisons: Comparisons): number {
  const agree = (one: number, other: number) => {
    const comparison = one === other ? 'same' : comparisons[Math.max(one, other)]![Math.min(one, other)]!
    return comparison === 'same' || comparison === 'near'
  }
  const groups = Array.from(statements, (_, one) => statements.filter((__, other) => agree(one, other)))
  return Math.max(...groups.map((group) => originsOf(graph, group).size))
}

function verdictOf(
  graph: Graph,
  statements: Uint32Array,
  { comparisons, corroboration }: { comparisons: Comparisons; corroboration: number },
): Verdict {
  const found = new Set(comparisons.flat())
  const kinds = new Set(
    allowsSeveral(graph, statements[0]!) ? [] : openDisputesOf(graph, statements).map(({ kind }) => kind),
  )
  if (found.has('apart') || kinds.has('conflict')) return 'contested'
  if (found.has('later') || kinds.has('change')) return 'changed'
  if (found.has('near') || found.has('unlike')) return 'varies'
  return corroboration > 1 ? 'agreed' : 'single'
}

/** How two statements about the same edge or figure compare. */
export function compareStatements(graph: Graph, one: number, other: number): Comparison {
  const comparison = compareWithoutDisputes(graph, one, other)
  return comparisonUnderDisputes(graph, one, other, comparison)
}

function compareWithoutDisputes(graph: Graph, one: number, other: number): Comparison {
  if (statementStatusAt(graph, one) === 'unclear' || statementStatusAt(graph, other) === 'unclear') return 'aside'
  if (denies(graph, one) !== denies(graph, other)) return compareIncompatible(graph, one, other)
  const left = statementValueAt(graph, one)
  const right = statementValueAt(graph, other)
  if (!left || !right) return 'same'
  const comparison = compareFigureValues(graph, one, left, right)
  return comparison === 'apart' ? compareIncompatible(graph, one, other) : comparison
}

/** Whether a statement says that something is not so, by its polarity or as a denial. */
const denies = (graph: Graph, row: number): boolean =>
  graph.statements.negative[row] === 1 || statementStatusAt(graph, row) === 'denied'

/** Values of a figure that allows several at a time are the same or have nothing to do with each other. */
function compareFigureValues(graph: Graph, statement: number, left: StatementValue, right: StatementValue): Comparison {
  const comparison = compareStatementValues(left, right, exchangeRatesOf(graph))
  return comparison === 'same' || !allowsSeveral(graph, statement) ? comparison : 'aside'
}

/**
 * Whether a statement is about a figure that may have several values at a time, such as what an actor says: then only
 * two of its own statements can contradict each other, and one that contradicts another figure does not mark all of them.
 */
function allowsSeveral(graph: Graph, statement: number): boolean {
  const figure = graph.statements.figure[statement]!
  if (figure === NONE) return false
  return predicatesById(graph).get(categoryAt(graph.figures.predicate, figure) ?? '')?.single !== true
}

/** Two claims that cannot both hold: at different times they follow one another, and a fact overtakes what was expected before. */
function compareIncompatible(graph: Graph, one: number, other: number): Comparison {
  const { date } = graph.statements
  const [first, second] = [parseDateSpan(textAt(date, one)), parseDateSpan(textAt(date, other))]
  if (first && second && !dateSpansOverlap(first, second)) return 'later'
  return overtakes(graph, one, other) || overtakes(graph, other, one) ? 'later' : 'apart'
}

const facts: ReadonlySet<Status> = new Set(['confirmed', 'announced'])
const hopes: ReadonlySet<Status> = new Set(['expected', 'conditional'])

function overtakes(graph: Graph, fact: number, hope: number): boolean {
  if (!facts.has(statementStatusAt(graph, fact)) || !hopes.has(statementStatusAt(graph, hope))) return false
  const [later, earlier] = [published(graph, fact), published(graph, hope)]
  return later !== undefined && earlier !== undefined && earlier.end < later.start
}

const published = ({ sources, statements }: Graph, row: number) =>
  parseDateSpan(sources[statements.source[row]!]!.date ?? '')

/** Edges that contradict another one: different objects, at one time, of a predicate that allows a subject only one. */
const rivalEdges = memoizeByGraph((graph): ReadonlySet<number> => {
  const single = new Set(
    graph.schema.predicates.filter((each) => isRelationPredicate(each) && each.single).map(({ id }) => id),
  )
  if (single.size === 0) return new Set()
  const bySubject = new Map<string, number[]>()
  const { source, predicate, count } = graph.edges
  for (let edge = 0; edge < count; edge++) {
    const name = categoryAt(predicate, edge) ?? ''
    if (!single.has(name)) continue
    const key = `${source[edge]} ${name}`
    bySubject.set(key, [...(bySubject.get(key) ?? []), edge])
  }
  return new Set([...bySubject.values()].flatMap((edges) => edges.filter((edge) => hasRival(graph, edge, edges))))
})

function hasRival(graph: Graph, edge: number, edges: readonly number[]): boolean {
  const groups = statementsByEdge(graph)
  const claims = (of: number) =>
    Array.from(rowsOfGroup(groups, of)).filter(
      (row) => !denies(graph, row) && statementStatusAt(graph, row) !== 'unclear',
    )
  return edges.some(
    (other) =>
      other !== edge &&
      graph.edges.target[other] !== graph.edges.target[edge] &&
      claims(edge).some((one) => claims(other).some((row) => compareIncompatible(graph, one, row) === 'apart')),
  )
}

/** The status of a statement. */
export const statementStatusAt = (graph: Graph, statement: number): Status =>
  categoryAt(graph.statements.status, statement) as Status
