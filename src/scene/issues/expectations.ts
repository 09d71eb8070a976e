import { isComputed, statusAt } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { spanOf } from '../../model/date'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import type { OutcomeKind } from '../../model/records'

/** How an expectation stands today. */
export const standings = ['due', 'open', 'delayed', 'contradicted', 'superseded', 'partly', 'fulfilled'] as const
export type Standing = (typeof standings)[number]

/** What a standing is called. */
export const standingNames: Readonly<Record<Standing, string>> = {
  due: 'Due',
  open: 'Open',
  delayed: 'Delayed',
  contradicted: 'Contradicted',
  superseded: 'Superseded',
  partly: 'Partly fulfilled',
  fulfilled: 'Fulfilled',
}

const hopes: ReadonlySet<string> = new Set(['expected', 'conditional'])

/** Statements that expect something, or of which it is told what became of them or by when they are due. */
export const expectationRows = perGraph((graph): readonly number[] =>
  Array.from({ length: graph.statements.count }, (_, row) => row).filter(
    (row) =>
      !isComputed(graph, row) &&
      (hopes.has(statusAt(graph, row)) ||
        graph.statements.outcomes.has(row) ||
        textAt(graph.statements.due, row) !== ''),
  ),
)

/** How an expectation stands on a day: what its outcome says, else due once its deadline is past. */
export function standingOf(graph: Graph, row: number, today: string): Standing {
  const outcome = graph.statements.outcomes.get(row)
  if (outcome && outcome.kind !== 'open') return standingOfKind[outcome.kind]
  const due = spanOf(textAt(graph.statements.due, row))
  return due && due.end < today ? 'due' : 'open'
}

const standingOfKind: Readonly<Record<Exclude<OutcomeKind, 'open'>, Standing>> = {
  fulfilled: 'fulfilled',
  partly: 'partly',
  delayed: 'delayed',
  superseded: 'superseded',
  contradicted: 'contradicted',
}
