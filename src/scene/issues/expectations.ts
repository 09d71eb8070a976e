import { isDerivedStatement, statementStatusAt } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import type { OutcomeKind } from '../../model/records'

/** How an expectation stands today. */
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

/** What a status is called. */
export const expectationStatusLabels: Readonly<Record<ExpectationStatus, string>> = {
  due: 'Due',
  open: 'Open',
  delayed: 'Delayed',
  contradicted: 'Contradicted',
  superseded: 'Superseded',
  partly: 'Partly fulfilled',
  fulfilled: 'Fulfilled',
}

const expectantStatuses: ReadonlySet<string> = new Set(['expected', 'conditional'])

/** Statements that expect something, or of which it is told what became of them or by when they are due. */
export const expectationRows = memoizeByGraph((graph): readonly number[] =>
  Array.from({ length: graph.statements.count }, (_, row) => row).filter(
    (row) =>
      !isDerivedStatement(graph, row) &&
      (expectantStatuses.has(statementStatusAt(graph, row)) ||
        graph.statements.outcomes.has(row) ||
        textAt(graph.statements.due, row) !== ''),
  ),
)

/** How an expectation stands on a day: what its outcome says, else due once its deadline is past. */
export function expectationStatusOf(graph: Graph, row: number, today: string): ExpectationStatus {
  const outcome = graph.statements.outcomes.get(row)
  if (outcome && outcome.kind !== 'open') return statusOfOutcome[outcome.kind]
  const due = parseDateSpan(textAt(graph.statements.due, row))
  return due && due.end < today ? 'due' : 'open'
}

const statusOfOutcome: Readonly<Record<Exclude<OutcomeKind, 'open'>, ExpectationStatus>> = {
  fulfilled: 'fulfilled',
  partly: 'partly',
  delayed: 'delayed',
  superseded: 'superseded',
  contradicted: 'contradicted',
}
