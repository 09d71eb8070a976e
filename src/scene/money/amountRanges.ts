import { compareStatements } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph, statementsByEdge } from '../../model/graph'
import type { Quantity } from '../../model/records'

/** An amount or a range in one currency, with the statements that it was computed from. */
export interface AmountRange {
  readonly unit: string
  /** 0 where only an upper bound is given. */
  readonly low: number
  /** Infinity where only a lower bound is given. */
  readonly high: number
  readonly about: boolean
  /** Ids of the statements. */
  readonly statements: readonly string[]
}

/** An amount that a statement gives. */
export interface StatedAmount {
  /** The statement's row. */
  readonly row: number
  readonly quantity: Quantity
}

/** The rows of those statements that are positive and not superseded by a later one. */
export function currentStatements(graph: Graph, statements: Uint32Array): number[] {
  const rows = Array.from(statements).filter((row) => graph.statements.negative[row] === 0)
  return rows.filter(
    (row) =>
      !rows.some(
        (other) => compareStatements(graph, row, other) === 'later' && startDay(graph, other) > startDay(graph, row),
      ),
  )
}

/** The first ISO day on which a statement holds, else on which its source was published; empty if neither has a date. */
const startDay = (graph: Graph, row: number): string => {
  const source = graph.sources[graph.statements.source[row]!]!
  return parseDateSpan(textAt(graph.statements.date, row))?.start ?? parseDateSpan(source.date ?? '')?.start ?? ''
}

/** For each node row the rows of every node that it is part of, directly or indirectly, by positive `part-of` statements. */
export const wholesByPart = memoizeByGraph((graph): ReadonlyMap<number, ReadonlySet<number>> => {
  const direct = new Map<number, Set<number>>()
  for (let edge = 0; edge < graph.edges.count; edge++) {
    if (categoryAt(graph.edges.predicate, edge) !== 'part-of') continue
    const isAsserted = Array.from(rowsOfGroup(statementsByEdge(graph), edge)).some(
      (row) => !graph.statements.negative[row],
    )
    const part = graph.edges.source[edge]!
    if (isAsserted) direct.set(part, (direct.get(part) ?? new Set()).add(graph.edges.target[edge]!))
  }
  const wholes = new Map<number, Set<number>>()
  for (const part of direct.keys()) {
    const all = new Set<number>()
    const pending = [...direct.get(part)!]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (all.has(next) || next === part) continue
      all.add(next)
      pending.push(...(direct.get(next) ?? []))
    }
    wholes.set(part, all)
  }
  return wholes
})

/** The amounts that statements give for one node, as one range for each currency: an amount that two sources give counts once. */
export function rangePerCurrency(graph: Graph, amounts: readonly StatedAmount[]): AmountRange[] {
  const units = [...new Set(amounts.map(({ quantity }) => quantity.unit))]
  return units.map((unit) => {
    const own = amounts.filter(({ quantity }) => quantity.unit === unit)
    // If any statement gives an amount, open bounds ("at most", "at least") of other statements are ignored.
    const bounded = own.filter(({ quantity }) => isBounded(quantity))
    const ends = (bounded.length > 0 ? bounded : own).map(({ quantity: { amount, low, high } }) => ({
      low: amount ?? low ?? 0,
      high: amount ?? high ?? Infinity,
    }))
    return {
      unit,
      low: Math.min(...ends.map(({ low }) => low)),
      high: Math.max(...ends.map(({ high }) => high)),
      about: own.some(({ quantity: { about } }) => about === true),
      statements: own.map(({ row }) => textAt(graph.statements.id, row)),
    }
  })
}

const isBounded = ({ amount, low, high }: Quantity): boolean =>
  amount !== undefined || (low !== undefined && high !== undefined)

/** The sum of ranges for each currency, by code. */
export function sumRangesByCurrency(parts: readonly AmountRange[]): AmountRange[] {
  const units = [...new Set(parts.map(({ unit }) => unit))].sort()
  return units.map((unit) => {
    const own = parts.filter((each) => each.unit === unit)
    return {
      unit,
      low: sum(own.map(({ low }) => low)),
      high: sum(own.map(({ high }) => high)),
      about: own.some(({ about }) => about),
      statements: own.flatMap(({ statements }) => statements),
    }
  })
}

/** Adds from the smallest, so that the order of statements does not change the sum, and drops what rounding leaves behind. */
const sum = (amounts: readonly number[]): number =>
  Number(
    amounts
      .toSorted((one, other) => one - other)
      .reduce((total, each) => total + each, 0)
      .toPrecision(12),
  )

/** A range as the quantity that formatters take: open ends are left out. */
export const quantityOfRange = ({ unit, low, high, about }: AmountRange): Quantity => ({
  ...(low === high ? { amount: low } : { ...(low > 0 && { low }), ...(high < Infinity && { high }) }),
  unit,
  about,
})
