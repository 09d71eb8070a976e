import { categoryAt } from './columns'
import type { Graph } from './graph'
import { memoizeByGraph } from './graph'
import type { Quantity } from './records'
import { statementValueAt } from './rowRecords'
import { claimedInterval, type Interval } from './value'

/** Exchange rates from statements, by unit: "JPY/USD" is yen for a dollar. Several rates of one unit form one interval. */
export type RatesByCurrencyPair = ReadonlyMap<string, Interval>

/** The exchange rates in a graph's statements, the only ones by which amounts are compared across currencies. */
export const exchangeRatesOf = memoizeByGraph((graph: Graph): RatesByCurrencyPair => {
  const rates = new Map<string, Interval>()
  for (let row = 0; row < graph.statements.count; row++) {
    const unit = categoryAt(graph.statements.value.unit, row)
    if (!unit || !/^[A-Z]{3}\/[A-Z]{3}$/.test(unit)) continue
    const claim = claimedInterval(statementValueAt(graph, row) as Quantity)
    const { low, high } = rates.get(unit) ?? claim
    rates.set(unit, { low: Math.min(low, claim.low), high: Math.max(high, claim.high) })
  }
  return rates
})

/** The interval that an amount claims in another currency; undefined if no statement gives a rate between the two. */
export function convertCurrency(quantity: Quantity, unit: string, rates: RatesByCurrencyPair): Interval | undefined {
  const claim = claimedInterval(quantity)
  const direct = rates.get(`${unit}/${quantity.unit}`)
  if (direct) return { low: claim.low * direct.low, high: claim.high * direct.high }
  const inverse = rates.get(`${quantity.unit}/${unit}`)
  return inverse && { low: claim.low / inverse.high, high: claim.high / inverse.low }
}
