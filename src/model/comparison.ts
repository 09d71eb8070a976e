import { parseDateSpan, isWithinDateSpan } from './date'
import type { ExchangeRates } from './exchangeRates'
import { convertCurrency } from './exchangeRates'
import type { Quantity, StatementValue } from './records'
import { claimedInterval, intervalsOverlap } from './value'

/**
 * How two statements stand to each other: they say the same; they differ and can both hold (near); they differ in a
 * unit that nothing converts (unlike); the later one supersedes (later); they cannot both hold (apart); or they say
 * nothing of each other (aside).
 */
export type Comparison = 'same' | 'near' | 'unlike' | 'later' | 'apart' | 'aside'

/** Compares what two statements say of one figure, as claims in their own unit; money in two currencies only by a stated rate. */
export function compareStatementValues(left: StatementValue, right: StatementValue, rates: ExchangeRates): Comparison {
  if ('unknown' in left || 'unknown' in right) return 'aside'
  if (JSON.stringify(left) === JSON.stringify(right)) return 'same'
  if ('unit' in left && 'unit' in right) return compareQuantities(left, right, rates)
  if ('date' in left && 'date' in right) return compareDates(left.date, right.date)
  if ('text' in left && 'text' in right) return left.text.toLowerCase() === right.text.toLowerCase() ? 'same' : 'unlike'
  return 'unlike'
}

function compareQuantities(left: Quantity, right: Quantity, rates: ExchangeRates): Comparison {
  const claim = left.unit === right.unit ? claimedInterval(left) : convertCurrency(left, right.unit, rates)
  if (!claim) return 'unlike'
  return intervalsOverlap(claim, claimedInterval(right)) ? 'near' : 'apart'
}

/** A month and a day in it can both hold; so can two dates of which one is inexact and reaches the other. */
function compareDates(left: string, right: string): Comparison {
  const [one, other] = [parseDateSpan(left), parseDateSpan(right)]
  if (!one || !other) return 'unlike'
  return isWithinDateSpan(one, other) || isWithinDateSpan(other, one) ? 'near' : 'apart'
}
