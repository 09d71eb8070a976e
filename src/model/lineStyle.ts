import type { Agreement } from './agreement'
import type { Status } from './enumerations'

/**
 * How an edge is drawn: statuses in five groups, from the surest. `not` is what is denied, or said with negative
 * polarity; `bare` is an edge that no statement carries.
 */
export const lines = ['sure', 'likely', 'said', 'unclear', 'not', 'bare'] as const
export type Line = (typeof lines)[number]

const ofStatus: Readonly<Record<Status, Line>> = {
  confirmed: 'sure',
  announced: 'sure',
  expected: 'likely',
  estimated: 'likely',
  reported: 'said',
  judgement: 'said',
  conditional: 'said',
  unclear: 'unclear',
  denied: 'not',
}

/** The group of a single status. */
export const lineOfStatus = (status: Status, negative = false): Line => (negative ? 'not' : ofStatus[status])

/** The group of an edge, by the surest of its statements. */
export const lineOf = ({ status, negative }: Agreement): Line =>
  status === undefined ? 'bare' : lineOfStatus(status, negative)
