import { isWithinDateSpan, parseDateSpan } from './date'
import type { RatesByCurrencyPair } from './exchangeRates'
import { convertCurrency } from './exchangeRates'
import type { Quantity, StatementValue } from './records'
import { claimedInterval, intervalsOverlap } from './value'

/**
 * How two statements compare. `same`: equal claims; `near`: different claims that can both be true; `unlike`: different
 * units or forms that cannot be compared; `later`: the later one supersedes the other; `apart`: they contradict each other;
 * `aside`: they do not bear on each other.
 */
export type Comparison = 'same' | 'near' | 'unlike' | 'later' | 'apart' | 'aside'

/** Compares two values of one figure as claims in their own units; two currencies only by an exchange rate from a statement. */
export function compareStatementValues(
  left: StatementValue,
  right: StatementValue,
  rates: RatesByCurrencyPair,
): Comparison {
  if ('unknown' in left || 'unknown' in right) return 'aside'
  if (JSON.stringify(left) === JSON.stringify(right)) return 'same'
  if ('unit' in left && 'unit' in right) return compareQuantities(left, right, rates)
  if ('date' in left && 'date' in right) return compareDates(left.date, right.date)
  if ('text' in left && 'text' in right) return left.text.toLowerCase() === right.text.toLowerCase() ? 'same' : 'unlike'
  return 'unlike'
}

function compareQuantities(left: Quantity, right: Quantity, rates: RatesByCurrencyPair): Comparison {
  const claim = left.unit === right.unit ? claimedInterval(left) : convertCurrency(left, right.unit, rates)
  if (!claim) return 'unlike'
  return intervalsOverlap(claim, claimedInterval(right)) ? 'near' : 'apart'
}

/** Dates are compatible if the days that one can mean include those of the other, such as a month and a day in it. */
function compareDates(left: string, right: string): Comparison {
  const [one, other] = [parseDateSpan(left), parseDateSpan(right)]
  if (!one || !other) return 'unlike'
  return isWithinDateSpan(one, other) || isWithinDateSpan(other, one) ? 'near' : 'apart'
}
