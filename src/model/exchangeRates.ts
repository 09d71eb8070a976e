import { categoryAt } from './columns'
import type { Graph } from './graph'
import { memoizeByGraph } from './graph'
import type { Quantity } from './records'
import { statementValueAt } from './rowRecords'
import { claimedInterval, type Interval } from './value'

/** Exchange rates that statements give, by unit: "JPY/USD" is yen for a dollar. Several rates widen each other's claim. */
export type ExchangeRates = ReadonlyMap<string, Interval>

/** The rates that the statements of a graph give. Amounts are compared across currencies by these alone. */
export const exchangeRatesOf = memoizeByGraph((graph: Graph): ExchangeRates => {
  const rates = new Map<string, Interval>()
  for (let row = 0; row < graph.statements.count; row++) {
    const unit = categoryAt(graph.statements.value.unit, row)
    if (!unit || !/^[A-Z]{3}\/[A-Z]{3}$/.test(unit)) continue
    const claim = claimedInterval(statementValueAt(graph, row) as Quantity)
    const known = rates.get(unit) ?? claim
    rates.set(unit, { low: Math.min(known.low, claim.low), high: Math.max(known.high, claim.high) })
  }
  return rates
})

/** What an amount claims in another currency; undefined where no statement gives a rate between the two. */
export function convertCurrency(quantity: Quantity, unit: string, rates: ExchangeRates): Interval | undefined {
  const claim = claimedInterval(quantity)
  const direct = rates.get(`${unit}/${quantity.unit}`)
  if (direct) return { low: claim.low * direct.low, high: claim.high * direct.high }
  const inverse = rates.get(`${quantity.unit}/${unit}`)
  return inverse && { low: claim.low / inverse.high, high: claim.high / inverse.low }
}
