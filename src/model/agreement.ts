import { categoryAt, groupAt, textAt } from './columns'
import type { Graph } from './graph'
import { perGraph, statementsOfEdge, statementsOfFigure } from './graph'
import type { Quantity } from './records'
import { valueAt } from './rows'
import { interval, meet } from './value'
import type { Status } from './words'
import { statuses } from './words'

/**
 * How the statements behind an edge or figure stand to each other: nobody says it (a foreign file), one origin says
 * it, several agree, their numbers differ but can all hold, or they cannot all hold.
 */
export type Verdict = 'bare' | 'single' | 'agreed' | 'varies' | 'contested'

/** What the statements behind one edge or figure amount to. */
export interface Agreement {
  /** The surest status among them; undefined where there are none. */
  readonly status: Status | undefined
  /** All of them deny. */
  readonly negative: boolean
  /** Number of independent origins; a reprint counts as what it reprints, a computed value not at all. */
  readonly corroboration: number
  readonly verdict: Verdict
}

const none: Agreement = { status: undefined, negative: false, corroboration: 0, verdict: 'bare' }

/** One agreement an edge, by row. */
export const edgeAgreements = perGraph((graph): readonly Agreement[] => {
  const groups = statementsOfEdge(graph)
  return Array.from({ length: graph.edges.count }, (_, edge) => agreementOf(graph, groupAt(groups, edge)))
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
  const surest = Math.min(...Array.from(statements, (row) => status.codes[row]!))
  const corroboration = originsOf(graph, statements).size
  return {
    status: statuses[surest],
    negative: statements.every((row) => negative[row] === 1),
    corroboration,
    verdict: verdictOf(graph, statements, corroboration),
  }
}

/** The sources that statements go back to, following reprints to what they reprint. */
export function originsOf(graph: Graph, statements: Uint32Array): Set<string> {
  const { formula, source } = graph.statements
  const said = statements.filter((row) => textAt(formula, row) === '')
  return new Set(Array.from(said, (row) => originId(graph, graph.sources[source[row]!]!.id)))
}

const sourcesById = perGraph((graph) => new Map(graph.sources.map((each) => [each.id, each])))

function originId(graph: Graph, id: string): string {
  const seen = new Set<string>()
  let at = id
  for (
    let next = sourcesById(graph).get(at)?.origin;
    next && !seen.has(next);
    next = sourcesById(graph).get(at)?.origin
  ) {
    seen.add(next)
    at = next
  }
  return at
}

/** Statements at different dates of validity do not quarrel; only those that share one (or name none) are compared. */
function verdictOf(graph: Graph, statements: Uint32Array, corroboration: number): Verdict {
  const { negative, date } = graph.statements
  const pairs = pairsOf(statements).filter(([one, other]) => textAt(date, one) === textAt(date, other))
  if (pairs.some(([one, other]) => negative[one] !== negative[other])) return 'contested'
  const stands = pairs.map(([one, other]) => compare(graph, one, other))
  if (stands.includes('apart')) return 'contested'
  if (stands.includes('near')) return 'varies'
  return corroboration > 1 ? 'agreed' : 'single'
}

function pairsOf(rows: Uint32Array): [number, number][] {
  return Array.from(rows).flatMap((one, index) =>
    Array.from(rows.subarray(index + 1), (other): [number, number] => [one, other]),
  )
}

type Stand = 'same' | 'near' | 'apart'

/** Two values of one figure: the same, near (different numbers whose ranges meet), or apart. Units are never converted. */
function compare(graph: Graph, one: number, other: number): Stand {
  const left = valueAt(graph, one)
  const right = valueAt(graph, other)
  if (!left || !right || 'unknown' in left || 'unknown' in right) return 'same'
  if (JSON.stringify(left) === JSON.stringify(right)) return 'same'
  if ('unit' in left && 'unit' in right) return compareQuantities(left, right)
  return 'date' in left && 'date' in right ? compareDates(left.date, right.date) : 'near'
}

const compareQuantities = (left: Quantity, right: Quantity): Stand =>
  left.unit !== right.unit || meet(interval(left), interval(right)) ? 'near' : 'apart'

/** A month and a day in it can both hold. */
const compareDates = (left: string, right: string): Stand =>
  left.startsWith(right) || right.startsWith(left) ? 'near' : 'apart'

/** The status of a statement. */
export const statusAt = (graph: Graph, statement: number): Status =>
  categoryAt(graph.statements.status, statement) as Status
