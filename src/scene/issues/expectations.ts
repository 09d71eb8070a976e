import { isDerivedStatement, statementStatusAt } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import type { ExpectationOutcomeKind } from '../../model/records'

/** What has become of an expectation, the most pressing first. */
export const expectationStatuses = [
  'due',
  'open',
  'delayed',
  'contradicted',
  'superseded',
  'partly',
  'fulfilled',
] as const
export type ExpectationStatus = (typeof expectationStatuses)[number]

/** Statement statuses that make a statement an expectation. */
const expectantStatuses: ReadonlySet<string> = new Set(['expected', 'conditional'])

/** Rows of the statements that expect something, or that have an outcome or a due date; derived statements are left out. */
export const expectationStatementRows = memoizeByGraph((graph): readonly number[] =>
  Array.from({ length: graph.statements.count }, (_, row) => row).filter(
    (row) =>
      !isDerivedStatement(graph, row) &&
      (expectantStatuses.has(statementStatusAt(graph, row)) ||
        graph.statements.outcomes.has(row) ||
        textAt(graph.statements.due, row) !== ''),
  ),
)

/** The status of an expectation on an ISO day: its outcome if it has one, else `due` once the deadline has passed. */
export function expectationStatusOf(graph: Graph, row: number, today: string): ExpectationStatus {
  const outcome = graph.statements.outcomes.get(row)
  if (outcome && outcome.kind !== 'open') return statusOfOutcome[outcome.kind]
  const due = parseDateSpan(textAt(graph.statements.due, row))
  return due && due.end < today ? 'due' : 'open'
}

const statusOfOutcome: Readonly<Record<Exclude<ExpectationOutcomeKind, 'open'>, ExpectationStatus>> = {
  fulfilled: 'fulfilled',
  partly: 'partly',
  delayed: 'delayed',
  superseded: 'superseded',
  contradicted: 'contradicted',
}
