import { textAt } from './columns'
import type { Comparison } from './comparison'
import type { Graph } from './graph'
import { memoizeByGraph, statementRowIndex } from './graph'
import type { Dispute, DisputeKind } from './records'

/** A side of a dispute, as an index into `sides`. */
interface DisputePosition {
  readonly dispute: Dispute
  readonly side: number
}

/** For each statement on a side of a dispute, by row: the disputes and its side in each. */
const positionsByStatement = memoizeByGraph((graph): ReadonlyMap<number, readonly DisputePosition[]> => {
  const positions = new Map<number, DisputePosition[]>()
  for (const dispute of graph.disputes)
    dispute.sides.forEach((each, side) => {
      for (const id of each.statements) {
        const row = statementRowIndex(graph).get(id)
        if (row !== undefined) positions.set(row, [...(positions.get(row) ?? []), { dispute, side }])
      }
    })
  return positions
})

/** The open disputes in which any of the statements (rows) is on a side. */
export function openDisputesOfStatements(graph: Graph, statements: Iterable<number>): Dispute[] {
  const found = new Set<Dispute>()
  for (const row of statements)
    for (const { dispute } of positionsByStatement(graph).get(row) ?? []) if (isOpen(graph, dispute)) found.add(dispute)
  return [...found]
}

/** For each statement that disputes mention, by id: the indexes of these in `disputes`. */
const disputesByStatement = memoizeByGraph((graph): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>()
  graph.disputes.forEach(({ sides, also = [] }, at) => {
    for (const id of new Set([...also, ...sides.flatMap((side) => side.statements)]))
      found.set(id, [...(found.get(id) ?? []), at])
  })
  return found
})

/** The disputes that mention any of the statements (rows), on a side or not, in the data set's order. */
export function disputesMentioning(graph: Graph, statements: Iterable<number>): Dispute[] {
  if (graph.disputes.length === 0) return []
  const found = new Set<number>()
  for (const row of statements)
    for (const at of disputesByStatement(graph).get(textAt(graph.statements.id, row)) ?? []) found.add(at)
  return [...found].sort((one, other) => one - other).map((at) => graph.disputes[at]!)
}

/** Whether at least two sides have a statement in the graph; hiding the sources of all but one side ends a dispute. */
const isOpen = (graph: Graph, { sides }: Dispute): boolean =>
  sides.filter((side) => side.statements.some((id) => statementRowIndex(graph).has(id))).length > 1

const comparisonByKind: Readonly<Record<DisputeKind, Comparison>> = {
  conflict: 'apart',
  rounding: 'near',
  scope: 'near',
  change: 'later',
}

/**
 * How two statements (rows) compare, given how their values compare: a dispute that names both overrules the values. A
 * conflict sets statements on different sides apart. Rounding, scope and change are never conflicts, also within one side.
 */
export function comparisonUnderDisputes(graph: Graph, one: number, other: number, byValue: Comparison): Comparison {
  const positions = positionsByStatement(graph)
  const others = positions.get(other)
  if (!others) return byValue
  for (const { dispute, side } of positions.get(one) ?? []) {
    const opposite = others.find((each) => each.dispute === dispute)
    if (!opposite) continue
    if (opposite.side !== side) return comparisonByKind[dispute.kind]
    if (byValue === 'apart' && dispute.kind !== 'conflict') return comparisonByKind[dispute.kind]
  }
  return byValue
}
