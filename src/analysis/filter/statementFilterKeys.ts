import { message, type Message } from '../../messages/message'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { keepStatements, statementSupportOf, type StatementSupport } from '../../model/statementLens'
import { textAt } from '../../model/columns'
import type { FilterClause } from './filter'
import { termsInClause } from './filter'

/** A filter key evaluated on single statements, before edges and figures are derived from those that pass. */
interface StatementFilterKey {
  /** One byte a statement, 1 if it passes. */
  readonly statements: (graph: Graph, values: readonly string[]) => Uint8Array
  /** Whether rows without statements, as in foreign files, pass: a date does not remove them. */
  readonly keepsUnsourced: boolean
  /** Returns what is wrong with a value; undefined if it is valid. */
  readonly fault?: (value: string) => Message | undefined
}

const maskStatements = (graph: Graph, passes: (row: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: graph.statements.count }, (_, row) => (passes(row) ? 1 : 0))

const bySource =
  (value: (graph: Graph, source: number) => string) =>
  (graph: Graph, values: readonly string[]): Uint8Array => {
    const passes = graph.sources.map((_, source) => values.includes(value(graph, source)))
    return maskStatements(graph, (row) => passes[graph.statements.source[row]!]!)
  }

const dateFault = (value: string): Message | undefined =>
  parseDateSpan(value) ? undefined : message('filter', 'invalidDate', { value })

/** Statements of sources that were certainly published by the end of a date; of several dates, the latest applies. */
function publishedBy(graph: Graph, values: readonly string[]): Uint8Array {
  const end = latest(values)
  const passes = graph.sources.map(({ date }) => end !== undefined && (parseDateSpan(date ?? '')?.end ?? '9') <= end)
  return maskStatements(graph, (row) => passes[graph.statements.source[row]!]!)
}

/** Statements that are valid on a date: begun by its end, and not over before its start. Undated statements always are. */
function validOn(graph: Graph, values: readonly string[]): Uint8Array {
  const spans = values.flatMap((each) => parseDateSpan(each) ?? [])
  return maskStatements(graph, (row) => {
    const text = textAt(graph.statements.date, row)
    const span = parseDateSpan(text)
    if (!span) return true
    const ends = text.includes('/')
    return spans.some((asked) => span.start <= asked.end && (!ends || asked.start <= span.end))
  })
}

const latest = (values: readonly string[]): string | undefined =>
  values
    .flatMap((each) => parseDateSpan(each)?.end ?? [])
    .sort()
    .at(-1)

/** The keys that filter statements, by id. */
export const statementFilterKeys: Readonly<Record<string, StatementFilterKey>> = {
  source: { statements: bySource(({ sources }, at) => sources[at]!.id), keepsUnsourced: false },
  publisher: { statements: bySource(({ sources }, at) => sources[at]!.publisher ?? 'none'), keepsUnsourced: false },
  class: { statements: bySource(({ sources }, at) => sources[at]!.reliability ?? 'none'), keepsUnsourced: false },
  known: { statements: publishedBy, keepsUnsourced: true, fault: dateFault },
  held: { statements: validOn, keepsUnsourced: true, fault: dateFault },
}

/** Whether a key filters statements. */
export const isStatementFilterKey = (key: string): boolean => Object.hasOwn(statementFilterKeys, key)

/** Whether a clause filters statements only. Such a step is a lens; lenses are intersected statement by statement. */
export const isLensClause = (clause: FilterClause): boolean =>
  termsInClause(clause).every(({ key, reach }) => reach === 0 && isStatementFilterKey(key))

/** The statements that pass a lens (one byte each), and whether rows without statements pass. */
export function statementMask(
  graph: Graph,
  clause: FilterClause,
  wanted = true,
): { mask: Uint8Array; keepsUnsourced: boolean } {
  switch (clause.kind) {
    case 'term': {
      const key = statementFilterKeys[clause.key]!
      const mask = key.statements(graph, clause.values)
      return wanted
        ? { mask, keepsUnsourced: key.keepsUnsourced }
        : { mask: mask.map((each) => 1 - each), keepsUnsourced: true }
    }
    case 'not':
      return statementMask(graph, clause.clause, !wanted)
    case 'and':
    case 'or': {
      const intersect = (clause.kind === 'and') === wanted
      return clause.clauses
        .map((each) => statementMask(graph, each, wanted))
        .reduce((one, other) => ({
          mask: one.mask.map((each, row) => (intersect ? each & other.mask[row]! : each | other.mask[row]!)),
          keepsUnsourced: intersect
            ? one.keepsUnsourced && other.keepsUnsourced
            : one.keepsUnsourced || other.keepsUnsourced,
        }))
    }
  }
}

/** Rows without statements that pass, one byte each; undefined for a table whose rows all do, or none does. */
export interface UnsourcedRows {
  readonly nodes: Uint8Array | undefined
  readonly edges: Uint8Array | undefined
}

/**
 * The graph with the statements that pass, and the rows that keep at least one; rows that never had one pass with
 * `keepsUnsourced`, but for those that a lens on times lets pass one by one.
 */
export function applyStatementMask(
  graph: Graph,
  mask: Uint8Array,
  keepsUnsourced: boolean,
  inTime?: UnsourcedRows,
): { lensed: Graph; support: StatementSupport } {
  const lensed = keepStatements(graph, mask)
  const [before, now] = [statementSupportOf(graph), statementSupportOf(lensed)]
  const unsourced = keepsUnsourced ? 1 : 0
  return {
    lensed,
    support: {
      nodes: supportedRows(now.nodes, before.nodes, inTime?.nodes ?? unsourced),
      edges: supportedRows(now.edges, before.edges, inTime?.edges ?? unsourced),
      figures: supportedRows(now.figures, before.figures, unsourced),
    },
  }
}

function supportedRows(now: Uint8Array, before: Uint8Array, unsourced: number | Uint8Array): Uint8Array {
  const rows = new Uint8Array(now.length)
  for (let row = 0; row < rows.length; row++)
    rows[row] = before[row] === 1 ? now[row]! : typeof unsourced === 'number' ? unsourced : unsourced[row]!
  return rows
}
