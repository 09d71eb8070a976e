import { spanOf } from '../../model/date'
import type { Graph } from '../../model/graph'
import { lensed, supportOf, type Support } from '../../model/statementLens'
import { textAt } from '../../model/columns'
import type { Clause } from './filter'
import { termsOf } from './filter'

/** What a filter can ask of single statements, before edges and figures are made of those that count. */
export interface EvidenceKey {
  /** One byte a statement, 1 where it counts. */
  readonly statements: (graph: Graph, among: readonly string[]) => Uint8Array
  /** Whether what no statement speaks of, as in foreign files, stays: time takes nothing away from it. */
  readonly bareStays: boolean
  /** What is wrong with a value, in words. */
  readonly fault?: (value: string) => string | undefined
}

const eachStatement = (graph: Graph, counts: (row: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: graph.statements.count }, (_, row) => (counts(row) ? 1 : 0))

const ofSources =
  (value: (graph: Graph, source: number) => string) =>
  (graph: Graph, among: readonly string[]): Uint8Array => {
    const counts = graph.sources.map((_, source) => among.includes(value(graph, source)))
    return eachStatement(graph, (row) => counts[graph.statements.source[row]!]!)
  }

const notDate = (value: string): string | undefined =>
  spanOf(value) ? undefined : `"${value}" is no date such as 2026-02-17, 2026-02 or 2026`

/** Statements of sources that were certainly published by the end of a date; of several dates the latest counts. */
function known(graph: Graph, among: readonly string[]): Uint8Array {
  const end = latest(among)
  const counts = graph.sources.map(({ date }) => end !== undefined && (spanOf(date ?? '')?.end ?? '9') <= end)
  return eachStatement(graph, (row) => counts[graph.statements.source[row]!]!)
}

/** Statements that hold by a date: begun by its end, and not over before its start. What has no date always holds. */
function held(graph: Graph, among: readonly string[]): Uint8Array {
  const moments = among.flatMap((each) => spanOf(each) ?? [])
  return eachStatement(graph, (row) => {
    const text = textAt(graph.statements.date, row)
    const span = spanOf(text)
    if (!span) return true
    const ends = text.includes('/')
    return moments.some((moment) => span.start <= moment.end && (!ends || moment.start <= span.end))
  })
}

const latest = (among: readonly string[]): string | undefined =>
  among
    .flatMap((each) => spanOf(each)?.end ?? [])
    .sort()
    .at(-1)

/** The keys that ask statements, by id. */
export const evidenceKeys: Readonly<Record<string, EvidenceKey>> = {
  source: { statements: ofSources(({ sources }, at) => sources[at]!.id), bareStays: false },
  publisher: { statements: ofSources(({ sources }, at) => sources[at]!.publisher ?? 'none'), bareStays: false },
  class: { statements: ofSources(({ sources }, at) => sources[at]!.reliability ?? 'none'), bareStays: false },
  known: { statements: known, bareStays: true, fault: notDate },
  held: { statements: held, bareStays: true, fault: notDate },
}

/** Whether a clause asks statements and nothing else; such a step is a lens, and lenses add up statement by statement. */
export const isLens = (clause: Clause): boolean =>
  termsOf(clause).every(({ on, reach }) => reach === 0 && on in evidenceKeys)

/** The statements that a lens lets count, and whether what nobody speaks of stays. */
export function lensMask(graph: Graph, clause: Clause, wanted = true): { mask: Uint8Array; bareStays: boolean } {
  switch (clause.kind) {
    case 'term': {
      const key = evidenceKeys[clause.on]!
      const mask = key.statements(graph, clause.among)
      return wanted ? { mask, bareStays: key.bareStays } : { mask: mask.map((each) => 1 - each), bareStays: true }
    }
    case 'not':
      return lensMask(graph, clause.clause, !wanted)
    case 'and':
    case 'or': {
      const both = (clause.kind === 'and') === wanted
      return clause.clauses
        .map((each) => lensMask(graph, each, wanted))
        .reduce((one, other) => ({
          mask: one.mask.map((each, row) => (both ? each & other.mask[row]! : each | other.mask[row]!)),
          bareStays: both ? one.bareStays && other.bareStays : one.bareStays || other.bareStays,
        }))
    }
  }
}

/** The rows that keep support under a lens; what never had any stays or goes as the lens says. */
export function supported(graph: Graph, mask: Uint8Array, bareStays: boolean): { left: Graph; support: Support } {
  const left = lensed(graph, mask)
  const [before, now] = [supportOf(graph), supportOf(left)]
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
