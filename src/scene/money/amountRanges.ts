import { compareStatements } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph, statementsByEdge } from '../../model/graph'
import type { Quantity } from '../../model/records'
import { formatQuantity } from '../../model/value'

/** An amount or a range in one currency, with the statements that it rests on. */
export interface AmountRange {
  readonly unit: string
  /** 0 where only an upper bound is given. */
  readonly low: number
  /** Infinity where only a lower bound is given. */
  readonly high: number
  readonly about: boolean
  /** "USD 33bn to 36bn" */
  readonly text: string
  /** Ids of the statements. */
  readonly statements: readonly string[]
}

/** An amount that a statement gives. */
export interface StatedAmount {
  readonly row: number
  readonly quantity: Quantity
}

/** Statements that no later one supersedes, and that deny nothing. */
export function currentStatements(graph: Graph, statements: Uint32Array): number[] {
  const rows = Array.from(statements).filter((row) => graph.statements.negative[row] === 0)
  return rows.filter(
    (row) =>
      !rows.some(
        (other) => compareStatements(graph, row, other) === 'later' && timeOf(graph, other) > timeOf(graph, row),
      ),
  )
}

/** When a statement holds, else when its document came out. */
const timeOf = (graph: Graph, row: number): string => {
  const source = graph.sources[graph.statements.source[row]!]!
  return parseDateSpan(textAt(graph.statements.date, row))?.start ?? parseDateSpan(source.date ?? '')?.start ?? ''
}

/** Everything that a node is part of, directly and not, as statements say. */
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
    const ahead = [...direct.get(part)!]
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (all.has(next) || next === part) continue
      all.add(next)
      ahead.push(...(direct.get(next) ?? []))
    }
    wholes.set(part, all)
  }
  return wholes
})

/** What several statements say of one thing, as one range for each currency: a figure that two sources give is one figure. */
export function rangePerCurrency(graph: Graph, amounts: readonly StatedAmount[]): AmountRange[] {
  const units = [...new Set(amounts.map(({ quantity }) => quantity.unit))]
  return units.map((unit) => {
    const own = amounts.filter(({ quantity }) => quantity.unit === unit)
    // Where somebody gives an amount, "at most" and "at least" of others add nothing to it.
    const given = own.filter(({ quantity }) => isGiven(quantity))
    const ends = (given.length > 0 ? given : own).map(({ quantity: { amount, low, high } }) => ({
      low: amount ?? low ?? 0,
      high: amount ?? high ?? Infinity,
    }))
    return sum(unit, {
      low: Math.min(...ends.map(({ low }) => low)),
      high: Math.max(...ends.map(({ high }) => high)),
      about: own.some(({ quantity: { about } }) => about === true),
      statements: own.map(({ row }) => textAt(graph.statements.id, row)),
    })
  })
}

const isGiven = ({ amount, low, high }: Quantity): boolean =>
  amount !== undefined || (low !== undefined && high !== undefined)

/** Ranges of several things added up, a sum for each currency. */
export function addRanges(parts: readonly AmountRange[]): AmountRange[] {
  const units = [...new Set(parts.map(({ unit }) => unit))].sort()
  return units.map((unit) => {
    const own = parts.filter((each) => each.unit === unit)
    const total = (of: (part: AmountRange) => number) =>
      tidy(
        own
          .map(of)
          .toSorted((one, other) => one - other)
          .reduce((a, b) => a + b, 0),
      )
    return sum(unit, {
      low: total(({ low }) => low),
      high: total(({ high }) => high),
      about: own.some(({ about }) => about),
      statements: own.flatMap(({ statements }) => statements),
    })
  })
}

const tidy = (amount: number): number => Number(amount.toPrecision(12))

function sum(unit: string, { low, high, about, statements }: Omit<AmountRange, 'unit' | 'text'>): AmountRange {
  const quantity = {
    ...(low === high ? { amount: low } : { ...(low > 0 && { low }), ...(high < Infinity && { high }) }),
    unit,
    about,
  }
  return { unit, low, high, about, text: formatQuantity(quantity), statements }
}
