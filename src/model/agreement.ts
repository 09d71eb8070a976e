import { categoryAt, groupAt, NONE, textAt } from './columns'
import { overlap, spanOf } from './date'
import { disputesOf, disputeStand } from './disputes'
import type { Graph } from './graph'
import { perGraph, statementsOfEdge, statementsOfFigure } from './graph'
import { originOf } from './originSource'
import { isRelation } from './predicates'
import { ratesIn } from './exchangeRates'
import type { Value } from './records'
import { predicatesById, valueAt } from './rowRecords'
import { compareValues, type Stand } from './comparison'
import type { Status } from './enumerations'
import { statuses } from './enumerations'

/**
 * How the statements behind an edge or figure stand to each other: nobody says it (a foreign file), one origin says it,
 * several agree, they differ in rounding, unit or scope, later ones supersede earlier ones, or they cannot all hold.
 */
export const verdicts = ['bare', 'single', 'agreed', 'varies', 'changed', 'contested'] as const
export type Verdict = (typeof verdicts)[number]

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
export const edgeAgreements = perGraph((graph): readonly Agreement[] => {
  if (graph.statements.count === 0) return Array<Agreement>(graph.edges.count).fill(none)
  const groups = statementsOfEdge(graph)
  const rivals = rivalEdges(graph)
  return Array.from({ length: graph.edges.count }, (_, edge) => {
    const agreement = agreementOf(graph, groupAt(groups, edge))
    return rivals.has(edge) ? { ...agreement, verdict: 'contested' as const } : agreement
  })
})

/** One agreement a figure, by row. */
export const figureAgreements = perGraph((graph): readonly Agreement[] => {
  const groups = statementsOfFigure(graph)
  return Array.from({ length: graph.figures.count }, (_, figure) => agreementOf(graph, groupAt(groups, figure)))
})

/** What a set of statements about the same edge or figure amounts to. */
export function agreementOf(graph: Graph, statements: Uint32Array): Agreement {
  if (statements.length === 0) return none
  const { status, negative } = graph.statements
  const stands = standsAmong(graph, statements)
  const corroboration = corroborationOf(graph, statements, stands)
  return {
    status: statuses[Math.min(...Array.from(statements, (row) => status.codes[row]!))],
    negative: statements.every((row) => negative[row] === 1),
    corroboration,
    verdict: verdictOf(graph, statements, { stands, corroboration }),
  }
}

/** The sources that statements go back to, following reprints to what they reprint; computed values go back to none. */
export function originsOf(graph: Graph, statements: Iterable<number>): Set<string> {
  const origins = new Set<string>()
  for (const row of statements) if (!isComputed(graph, row)) origins.add(originOf(graph, row))
  return origins
}

export const isComputed = ({ statements }: Graph, row: number): boolean => textAt(statements.formula, row) !== ''

/** How each pair stands: `stands[i][j]` for j < i. */
type Stands = readonly (readonly Stand[])[]

const standsAmong = (graph: Graph, statements: Uint32Array): Stands =>
  Array.from(statements, (one, index) =>
    Array.from(statements.subarray(0, index), (other) => standBetween(graph, one, other)),
  )

/**
 * Independent origins of the strongest group: for each statement, those that say the same or meet it. More statements
 * can only add to a group, so that an agreeing one never lowers the number.
 */
function corroborationOf(graph: Graph, statements: Uint32Array, stands: Stands): number {
  const agree = (one: number, other: number) => {
    const stand = one === other ? 'same' : stands[Math.max(one, other)]![Math.min(one, other)]!
    return stand === 'same' || stand === 'near'
  }
  const groups = Array.from(statements, (_, one) => statements.filter((__, other) => agree(one, other)))
  return Math.max(...groups.map((group) => originsOf(graph, group).size))
}

function verdictOf(
  graph: Graph,
  statements: Uint32Array,
  { stands, corroboration }: { stands: Stands; corroboration: number },
): Verdict {
  const found = new Set(stands.flat())
  const kinds = new Set(
    allowsSeveral(graph, statements[0]!) ? [] : disputesOf(graph, statements).map(({ kind }) => kind),
  )
  if (found.has('apart') || kinds.has('conflict')) return 'contested'
  if (found.has('later') || kinds.has('change')) return 'changed'
  if (found.has('near') || found.has('unlike')) return 'varies'
  return corroboration > 1 ? 'agreed' : 'single'
}

/** How two statements about the same edge or figure stand to each other. */
export function standBetween(graph: Graph, one: number, other: number): Stand {
  const stand = bareStand(graph, one, other)
  return disputeStand(graph, one, other, stand)
}

function bareStand(graph: Graph, one: number, other: number): Stand {
  if (statusAt(graph, one) === 'unclear' || statusAt(graph, other) === 'unclear') return 'aside'
  if (denies(graph, one) !== denies(graph, other)) return settled(graph, one, other)
  const left = valueAt(graph, one)
  const right = valueAt(graph, other)
  if (!left || !right) return 'same'
  const stand = valueStand(graph, one, left, right)
  return stand === 'apart' ? settled(graph, one, other) : stand
}

/** Whether a statement says that something is not so, by its polarity or as a denial. */
const denies = (graph: Graph, row: number): boolean =>
  graph.statements.negative[row] === 1 || statusAt(graph, row) === 'denied'

/** Values of a figure that allows several at a time are the same or have nothing to do with each other. */
function valueStand(graph: Graph, statement: number, left: Value, right: Value): Stand {
  const stand = compareValues(left, right, ratesIn(graph))
  return stand === 'same' || !allowsSeveral(graph, statement) ? stand : 'aside'
}

/**
 * Whether a statement is about a figure that may have several values at a time, such as what an actor says: then only
 * two of its own statements can quarrel, and one that quarrels with another figure does not mark all of them.
 */
function allowsSeveral(graph: Graph, statement: number): boolean {
  const figure = graph.statements.figure[statement]!
  if (figure === NONE) return false
  return predicatesById(graph).get(categoryAt(graph.figures.predicate, figure) ?? '')?.single !== true
}

/** Two claims that cannot both hold: at different times they follow one another, and a fact overtakes what was expected before. */
function settled(graph: Graph, one: number, other: number): Stand {
  const { date } = graph.statements
  const [first, second] = [spanOf(textAt(date, one)), spanOf(textAt(date, other))]
  if (first && second && !overlap(first, second)) return 'later'
  return overtakes(graph, one, other) || overtakes(graph, other, one) ? 'later' : 'apart'
}

const facts: ReadonlySet<Status> = new Set(['confirmed', 'announced'])
const hopes: ReadonlySet<Status> = new Set(['expected', 'conditional'])

function overtakes(graph: Graph, fact: number, hope: number): boolean {
  if (!facts.has(statusAt(graph, fact)) || !hopes.has(statusAt(graph, hope))) return false
  const [later, earlier] = [published(graph, fact), published(graph, hope)]
  return later !== undefined && earlier !== undefined && earlier.end < later.start
}

const published = ({ sources, statements }: Graph, row: number) => spanOf(sources[statements.source[row]!]!.date ?? '')

/** Edges that quarrel with another one: different objects, at one time, of a predicate that allows a subject only one. */
const rivalEdges = perGraph((graph): ReadonlySet<number> => {
  const single = new Set(graph.schema.predicates.filter((each) => isRelation(each) && each.single).map(({ id }) => id))
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
  const groups = statementsOfEdge(graph)
  const claims = (of: number) =>
    Array.from(groupAt(groups, of)).filter((row) => !denies(graph, row) && statusAt(graph, row) !== 'unclear')
  return edges.some(
    (other) =>
      other !== edge &&
      graph.edges.target[other] !== graph.edges.target[edge] &&
      claims(edge).some((one) => claims(other).some((row) => settled(graph, one, row) === 'apart')),
  )
}

/** The status of a statement. */
export const statusAt = (graph: Graph, statement: number): Status =>
  categoryAt(graph.statements.status, statement) as Status

/** Every statement behind the same edge or figure as this one, itself included. */
export function besides(graph: Graph, statement: number): Uint32Array {
  const edge = graph.statements.edge[statement]!
  return edge === NONE
    ? groupAt(statementsOfFigure(graph), graph.statements.figure[statement]!)
    : groupAt(statementsOfEdge(graph), edge)
}
