import { spanOf, within } from './date'
import type { Rates } from './exchangeRates'
import { converted } from './exchangeRates'
import type { Quantity, Value } from './records'
import { interval, meet } from './value'

/**
 * How two statements stand to each other: they say the same; they differ and can both hold (near); they differ in a
 * unit that nothing converts (unlike); the later one supersedes (later); they cannot both hold (apart); or they say
 * nothing of each other (aside).
 */
export type Stand = 'same' | 'near' | 'unlike' | 'later' | 'apart' | 'aside'

/** Compares what two statements say of one figure, as claims in their own unit; money in two currencies only by a stated rate. */
export function compareValues(left: Value, right: Value, rates: Rates): Stand {
  if ('unknown' in left || 'unknown' in right) return 'aside'
  if (JSON.stringify(left) === JSON.stringify(right)) return 'same'
  if ('unit' in left && 'unit' in right) return compareQuantities(left, right, rates)
  if ('date' in left && 'date' in right) return compareDates(left.date, right.date)
  if ('text' in left && 'text' in right) return left.text.toLowerCase() === right.text.toLowerCase() ? 'same' : 'unlike'
  return 'unlike'
}

function compareQuantities(left: Quantity, right: Quantity, rates: Rates): Stand {
  const claim = left.unit === right.unit ? interval(left) : converted(left, right.unit, rates)
  if (!claim) return 'unlike'
  return meet(claim, interval(right)) ? 'near' : 'apart'
}

/** A month and a day in it can both hold; so can two dates of which one is inexact and reaches the other. */
function compareDates(left: string, right: string): Stand {
  const [one, other] = [spanOf(left), spanOf(right)]
  if (!one || !other) return 'unlike'
  return within(one, other) || within(other, one) ? 'near' : 'apart'
}
