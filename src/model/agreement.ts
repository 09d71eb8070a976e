import { categoryAt, NONE, rowsOfGroup, textAt } from './columns'
import { compareStatementValues, type Comparison } from './comparison'
import { dateSpansOverlap, parseDateSpan } from './date'
import { comparisonUnderDisputes, openDisputesOfStatements } from './disputes'
import type { Status } from './enumerations'
import { statementStatuses } from './enumerations'
import { exchangeRatesOf } from './exchangeRates'
import type { Graph } from './graph'
import { memoizeByGraph, statementsByEdge, statementsByFigure } from './graph'
import { originSourceId } from './originSource'
import { isRelationPredicate } from './predicates'
import type { StatementValue } from './records'
import { predicatesById, statementValueAt } from './rowRecords'

/**
 * How the statements behind an edge or figure relate to each other. `bare`: there are none (foreign files); `single`: one
 * origin; `agreed`: several origins agree; `varies`: they differ in rounding, unit or scope; `changed`: later ones supersede
 * earlier ones; `contested`: they contradict each other.
 */
export const agreementVerdicts = ['bare', 'single', 'agreed', 'varies', 'changed', 'contested'] as const
type Verdict = (typeof agreementVerdicts)[number]

/** Summary of the statements behind one edge or figure. */
export interface Agreement {
  /** The surest status among them; undefined if there are none. */
  readonly status: Status | undefined
  /** All of them are negative. */
  readonly negative: boolean
  /**
   * Number of independent origins in the largest group of statements that agree. A reprint counts as the source that it
   * reprints, and a computed value not at all.
   */
  readonly corroboration: number
  readonly verdict: Verdict
}

const none: Agreement = { status: undefined, negative: false, corroboration: 0, verdict: 'bare' }

/** The agreement of each edge, by row. */
export const edgeAgreements = memoizeByGraph((graph): readonly Agreement[] => {
  if (graph.statements.count === 0) return Array<Agreement>(graph.edges.count).fill(none)
  const groups = statementsByEdge(graph)
  const contradicting = contradictingEdges(graph)
  return Array.from({ length: graph.edges.count }, (_, edge) => {
    const agreement = agreementOf(graph, rowsOfGroup(groups, edge))
    return contradicting.has(edge) ? { ...agreement, verdict: 'contested' as const } : agreement
  })
})

/** The agreement of one edge; computes nothing in a graph without statements. */
export const edgeAgreementAt = (graph: Graph, edge: number): Agreement =>
  graph.statements.count === 0 ? none : edgeAgreements(graph)[edge]!

/** The agreement of each figure, by row. */
export const figureAgreements = memoizeByGraph((graph): readonly Agreement[] => {
  const groups = statementsByFigure(graph)
  return Array.from({ length: graph.figures.count }, (_, figure) => agreementOf(graph, rowsOfGroup(groups, figure)))
})

/** The agreement of a set of statements about the same edge or figure. */
function agreementOf(graph: Graph, statements: Uint32Array): Agreement {
  if (statements.length === 0) return none
  const { status, negative } = graph.statements
  const comparisons = comparisonsAmong(graph, statements)
  const corroboration = corroborationOf(graph, statements, comparisons)
  return {
    status: statementStatuses[Math.min(...Array.from(statements, (row) => status.codes[row]!))],
    negative: statements.every((row) => negative[row] === 1),
    corroboration,
    verdict: verdictOf(graph, statements, { comparisons, corroboration }),
  }
}

/** The ids of the original sources of statements, following reprints; computed values have none. */
function originsOf(graph: Graph, statements: Iterable<number>): Set<string> {
  const origins = new Set<string>()
  for (const row of statements) if (!isDerivedStatement(graph, row)) origins.add(originSourceId(graph, row))
  return origins
}

/** Whether a statement's value is computed from other statements. */
export const isDerivedStatement = ({ statements }: Graph, row: number): boolean =>
  textAt(statements.formula, row) !== ''

/** How the statements of each pair compare: `comparisons[i][j]` for j < i. */
type Comparisons = readonly (readonly Comparison[])[]

const comparisonsAmong = (graph: Graph, statements: Uint32Array): Comparisons =>
  Array.from(statements, (one, index) =>
    Array.from(statements.subarray(0, index), (other) => compareStatements(graph, one, other)),
  )

/**
 * Number of independent origins in the largest group, where each statement's group is the statements with the same or an
 * overlapping claim. Further statements only add to groups, so an agreeing statement never lowers the number.
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
  const disputeKinds = new Set(
    allowsSeveral(graph, statements[0]!) ? [] : openDisputesOfStatements(graph, statements).map(({ kind }) => kind),
  )
  if (found.has('apart') || disputeKinds.has('conflict')) return 'contested'
  if (found.has('later') || disputeKinds.has('change')) return 'changed'
  if (found.has('near') || found.has('unlike')) return 'varies'
  return corroboration > 1 ? 'agreed' : 'single'
}

/** How two statements about the same edge or figure compare, with recorded disputes taken into account. */
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

/** Whether a statement denies its claim, by its polarity or its status. */
const denies = (graph: Graph, row: number): boolean =>
  graph.statements.negative[row] === 1 || statementStatusAt(graph, row) === 'denied'

/** Compares values; different values of a figure that allows several at a time are unrelated. */
function compareFigureValues(graph: Graph, statement: number, left: StatementValue, right: StatementValue): Comparison {
  const comparison = compareStatementValues(left, right, exchangeRatesOf(graph))
  return comparison === 'same' || !allowsSeveral(graph, statement) ? comparison : 'aside'
}

/**
 * Whether a statement is about a figure that can have several values at a time, such as what an actor says. Such a figure
 * is contested only if two of its own statements contradict each other, not if one of them contradicts another figure.
 */
function allowsSeveral(graph: Graph, statement: number): boolean {
  const figure = graph.statements.figure[statement]!
  if (figure === NONE) return false
  return predicatesById(graph).get(categoryAt(graph.figures.predicate, figure) ?? '')?.single !== true
}

/** Compares incompatible claims: for different dates the later one supersedes, and so does a fact published after an expectation. */
function compareIncompatible(graph: Graph, one: number, other: number): Comparison {
  const { date } = graph.statements
  const [first, second] = [parseDateSpan(textAt(date, one)), parseDateSpan(textAt(date, other))]
  if (first && second && !dateSpansOverlap(first, second)) return 'later'
  return supersedes(graph, one, other) || supersedes(graph, other, one) ? 'later' : 'apart'
}

const factStatuses: ReadonlySet<Status> = new Set(['confirmed', 'announced'])
const expectantStatuses: ReadonlySet<Status> = new Set(['expected', 'conditional'])

/** Whether a fact was published after an expectation. */
function supersedes(graph: Graph, fact: number, expectation: number): boolean {
  if (!factStatuses.has(statementStatusAt(graph, fact))) return false
  if (!expectantStatuses.has(statementStatusAt(graph, expectation))) return false
  const [later, earlier] = [publicationSpan(graph, fact), publicationSpan(graph, expectation)]
  return later !== undefined && earlier !== undefined && earlier.end < later.start
}

const publicationSpan = ({ sources, statements }: Graph, row: number) =>
  parseDateSpan(sources[statements.source[row]!]!.date ?? '')

/** Rows of edges that contradict another edge: different objects at one time of a predicate that allows only one. */
const contradictingEdges = memoizeByGraph((graph): ReadonlySet<number> => {
  const singlePredicates = new Set(
    graph.schema.predicates.filter((each) => isRelationPredicate(each) && each.single).map(({ id }) => id),
  )
  if (singlePredicates.size === 0) return new Set()
  const bySubject = new Map<string, number[]>()
  const { source, predicate, count } = graph.edges
  for (let edge = 0; edge < count; edge++) {
    const name = categoryAt(predicate, edge) ?? ''
    if (!singlePredicates.has(name)) continue
    const key = `${source[edge]} ${name}`
    bySubject.set(key, [...(bySubject.get(key) ?? []), edge])
  }
  return new Set([...bySubject.values()].flatMap((edges) => edges.filter((edge) => contradictsAny(graph, edge, edges))))
})

/** Whether a claim of an edge is incompatible with one of the other edges, which have the same subject and predicate. */
function contradictsAny(graph: Graph, edge: number, edges: readonly number[]): boolean {
  const groups = statementsByEdge(graph)
  const claimsOf = (row: number) =>
    Array.from(rowsOfGroup(groups, row)).filter(
      (statement) => !denies(graph, statement) && statementStatusAt(graph, statement) !== 'unclear',
    )
  return edges.some(
    (other) =>
      other !== edge &&
      graph.edges.target[other] !== graph.edges.target[edge] &&
      claimsOf(edge).some((one) => claimsOf(other).some((row) => compareIncompatible(graph, one, row) === 'apart')),
  )
}

/** The status of a statement. */
export const statementStatusAt = (graph: Graph, statement: number): Status =>
  categoryAt(graph.statements.status, statement) as Status
