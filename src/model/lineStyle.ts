import type { Agreement } from './agreement'
import type { Status } from './enumerations'

/**
 * How an edge is drawn: statuses in five groups, from the surest. `not` is what is denied, or said with negative
 * polarity; `bare` is an edge that no statement carries.
 */
export const lineStyles = ['sure', 'likely', 'said', 'unclear', 'not', 'bare'] as const
export type LineStyle = (typeof lineStyles)[number]

const ofStatus: Readonly<Record<Status, LineStyle>> = {
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
export const lineStyleOfStatus = (status: Status, negative = false): LineStyle => (negative ? 'not' : ofStatus[status])

/** The group of an edge, by the surest of its statements. */
export const lineStyleOfAgreement = ({ status, negative }: Agreement): LineStyle =>
  status === undefined ? 'bare' : lineStyleOfStatus(status, negative)
