import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { rowsThereOn, rowTimesOf } from '../../model/rowTimes'
import type { FilterClause, FilterTerm } from './filter'
import { intersectRowMasks, type RowRestriction } from './masks'
import { statementFilterKeys } from './statementFilterKeys'

/**
 * The rows without statements that a lens lets pass by the times that a file gives them (`held`); undefined for a table
 * without times. Keys about sources let them pass or not as they do without times.
 */
export function rowsInTime(graph: Graph, clause: FilterClause, wanted = true): RowRestriction {
  const times = rowTimesOf(graph)
  const evaluate = (of: 'nodes' | 'edges'): Uint8Array | undefined =>
    times[of] &&
    maskOf(clause, wanted, {
      count: graph[of].count,
      held: ({ values }) =>
        rowsThereOn(
          times[of],
          values.flatMap((value) => parseDateSpan(value) ?? []),
        )!,
      isTimed: (row) => times[of]!.intervals[row] !== undefined,
    })
  return { nodes: evaluate('nodes'), edges: evaluate('edges') }
}

interface TimedTable {
  readonly count: number
  readonly held: (term: FilterTerm) => Uint8Array
  readonly isTimed: (row: number) => boolean
}

function maskOf(clause: FilterClause, wanted: boolean, table: TimedTable): Uint8Array {
  switch (clause.kind) {
    case 'term': {
      if (clause.key === 'held') {
        const there = table.held(clause)
        return wanted ? there : there.map((each, row) => (table.isTimed(row) ? 1 - each : 1))
      }
      const passes = !wanted || statementFilterKeys[clause.key]!.keepsUnsourced
      return new Uint8Array(table.count).fill(passes ? 1 : 0)
    }
    case 'not':
      return maskOf(clause.clause, !wanted, table)
    case 'and':
    case 'or': {
      const masks = clause.clauses.map((each) => maskOf(each, wanted, table))
      return masks.reduce((one, other) =>
        (clause.kind === 'and') === wanted
          ? intersectRowMasks(one, other)!
          : one.map((each, row) => each | other[row]!),
      )
    }
  }
}
