import { textAt } from './columns'
import type { Graph } from './graph'
import { memoizeByGraph, statementRowById } from './graph'
import type { Dispute, DisputeKind } from './records'
import type { Comparison } from './comparison'

interface Taken {
  readonly dispute: Dispute
  readonly side: number
}

/** For each statement that takes a side, the disputes and its side in them. */
const sidesTaken = memoizeByGraph((graph): ReadonlyMap<number, readonly Taken[]> => {
  const taken = new Map<number, Taken[]>()
  for (const dispute of graph.disputes)
    dispute.sides.forEach((each, side) => {
      for (const id of each.statements) {
        const row = statementRowById(graph).get(id)
        if (row !== undefined) taken.set(row, [...(taken.get(row) ?? []), { dispute, side }])
      }
    })
  return taken
})

/** The disputes in which any of the statements takes a side against another that is still there. */
export function openDisputesOf(graph: Graph, statements: Iterable<number>): Dispute[] {
  const found = new Set<Dispute>()
  for (const row of statements)
    for (const { dispute } of sidesTaken(graph).get(row) ?? []) if (isOpen(graph, dispute)) found.add(dispute)
  return [...found]
}

/** For each statement that is mentioned, by id, the places in `disputes` of those that do. */
const mentions = memoizeByGraph((graph): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>()
  graph.disputes.forEach(({ sides, also = [] }, at) => {
    for (const id of new Set([...also, ...sides.flatMap((side) => side.statements)]))
      found.set(id, [...(found.get(id) ?? []), at])
  })
  return found
})

/** The disputes that mention any of the statements, whether they take a side or not, in their own order. */
export function disputesMentioning(graph: Graph, statements: Iterable<number>): Dispute[] {
  if (graph.disputes.length === 0) return []
  const found = new Set<number>()
  for (const row of statements)
    for (const at of mentions(graph).get(textAt(graph.statements.id, row)) ?? []) found.add(at)
  return [...found].sort((one, other) => one - other).map((at) => graph.disputes[at]!)
}

/** A quarrel needs two sides that have a statement left; switching off the sources of all but one ends it. */
const isOpen = (graph: Graph, { sides }: Dispute): boolean =>
  sides.filter((side) => side.statements.some((id) => statementRowById(graph).has(id))).length > 1

const standOf: Readonly<Record<DisputeKind, Comparison>> = {
  conflict: 'apart',
  rounding: 'near',
  scope: 'near',
  change: 'later',
}

/**
 * How two statements stand, given how their values compare: a dispute that names both says so. What it calls a
 * conflict is one between its sides; what it calls rounding, scope or change is none, wherever the two stand in it.
 */
export function comparisonUnderDisputes(graph: Graph, one: number, other: number, stand: Comparison): Comparison {
  const taken = sidesTaken(graph)
  const others = taken.get(other)
  if (!others) return stand
  for (const { dispute, side } of taken.get(one) ?? []) {
    const opposite = others.find((each) => each.dispute === dispute)
    if (!opposite) continue
    if (opposite.side !== side) return standOf[dispute.kind]
    if (stand === 'apart' && dispute.kind !== 'conflict') return standOf[dispute.kind]
  }
  return stand
}
