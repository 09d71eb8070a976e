import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { keepStatements, statementSupportOf, type StatementSupport } from '../../model/statementLens'
import { textAt } from '../../model/columns'
import type { FilterClause } from './filter'
import { termsInClause } from './filter'

/** What a filter can ask of single statements, before edges and figures are made of those that count. */
interface StatementFilterKey {
  /** One byte a statement, 1 where it counts. */
  readonly statements: (graph: Graph, values: readonly string[]) => Uint8Array
  /** Whether what no statement speaks of, as in foreign files, stays: time takes nothing away from it. */
  readonly bareStays: boolean
  /** What is wrong with a value, in words. */
  readonly fault?: (value: string) => string | undefined
}

const eachStatement = (graph: Graph, counts: (row: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: graph.statements.count }, (_, row) => (counts(row) ? 1 : 0))

const ofSources =
  (value: (graph: Graph, source: number) => string) =>
  (graph: Graph, values: readonly string[]): Uint8Array => {
    const counts = graph.sources.map((_, source) => values.includes(value(graph, source)))
    return eachStatement(graph, (row) => counts[graph.statements.source[row]!]!)
  }

const notDate = (value: string): string | undefined =>
  parseDateSpan(value) ? undefined : `"${value}" is no date such as 2026-02-17, 2026-02 or 2026`

/** Statements of sources that were certainly published by the end of a date; of several dates the latest counts. */
function known(graph: Graph, values: readonly string[]): Uint8Array {
  const end = latest(values)
  const counts = graph.sources.map(({ date }) => end !== undefined && (parseDateSpan(date ?? '')?.end ?? '9') <= end)
  return eachStatement(graph, (row) => counts[graph.statements.source[row]!]!)
}

/** Statements that hold by a date: begun by its end, and not over before its start. What has no date always holds. */
function held(graph: Graph, values: readonly string[]): Uint8Array {
  const moments = values.flatMap((each) => parseDateSpan(each) ?? [])
  return eachStatement(graph, (row) => {
    const text = textAt(graph.statements.date, row)
    const span = parseDateSpan(text)
    if (!span) return true
    const ends = text.includes('/')
    return moments.some((moment) => span.start <= moment.end && (!ends || moment.start <= span.end))
  })
}

const latest = (values: readonly string[]): string | undefined =>
  values
    .flatMap((each) => parseDateSpan(each)?.end ?? [])
    .sort()
    .at(-1)

/** The keys that ask statements, by id. */
export const statementFilterKeys: Readonly<Record<string, StatementFilterKey>> = {
  source: { statements: ofSources(({ sources }, at) => sources[at]!.id), bareStays: false },
  publisher: { statements: ofSources(({ sources }, at) => sources[at]!.publisher ?? 'none'), bareStays: false },
  class: { statements: ofSources(({ sources }, at) => sources[at]!.reliability ?? 'none'), bareStays: false },
  known: { statements: known, bareStays: true, fault: notDate },
  held: { statements: held, bareStays: true, fault: notDate },
}

/** Whether a clause asks statements and nothing else; such a step is a lens, and lenses add up statement by statement. */
export const isLensClause = (clause: FilterClause): boolean =>
  termsInClause(clause).every(({ key, reach }) => reach === 0 && key in statementFilterKeys)

/** The statements that a lens lets count, and whether what nobody speaks of stays. */
export function statementMask(
  graph: Graph,
  clause: FilterClause,
  wanted = true,
): { mask: Uint8Array; bareStays: boolean } {
  switch (clause.kind) {
    case 'term': {
      const key = statementFilterKeys[clause.key]!
      const mask = key.statements(graph, clause.values)
      return wanted ? { mask, bareStays: key.bareStays } : { mask: mask.map((each) => 1 - each), bareStays: true }
    }
    case 'not':
      return statementMask(graph, clause.clause, !wanted)
    case 'and':
    case 'or': {
      const both = (clause.kind === 'and') === wanted
      return clause.clauses
        .map((each) => statementMask(graph, each, wanted))
        .reduce((one, other) => ({
          mask: one.mask.map((each, row) => (both ? each & other.mask[row]! : each | other.mask[row]!)),
          bareStays: both ? one.bareStays && other.bareStays : one.bareStays || other.bareStays,
        }))
    }
  }
}

/** The rows that keep support under a lens; what never had any stays or goes as the lens says. */
export function applyStatementMask(
  graph: Graph,
  mask: Uint8Array,
  bareStays: boolean,
): { left: Graph; support: StatementSupport } {
  const left = keepStatements(graph, mask)
  const [before, now] = [statementSupportOf(graph), statementSupportOf(left)]
  const bare = bareStays ? 1 : 0
  return {
    left,
    support: {
      nodes: staying(now.nodes, before.nodes, bare),
      edges: staying(now.edges, before.edges, bare),
      figures: staying(now.figures, before.figures, bare),
    },
  }
}

function staying(now: Uint8Array, before: Uint8Array, bare: number): Uint8Array {
  const rows = new Uint8Array(now.length)
  for (let row = 0; row < rows.length; row++) rows[row] = before[row] === 1 ? now[row]! : bare
  return rows
}
