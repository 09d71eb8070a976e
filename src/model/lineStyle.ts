import type { Agreement } from './agreement'
import type { Status } from './enumerations'

/**
 * How an edge is drawn: statuses in five groups, surest first. `not` is for the status `denied` and for negative polarity,
 * `bare` for edges without statements.
 */
export const lineStyles = ['sure', 'likely', 'said', 'unclear', 'not', 'bare'] as const
export type LineStyle = (typeof lineStyles)[number]

const styleByStatus: Readonly<Record<Status, LineStyle>> = {
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

/** The line style of a single statement. */
export const lineStyleOfStatus = (status: Status, negative = false): LineStyle =>
  negative ? 'not' : styleByStatus[status]

/** The line style of an edge, by its surest status and its polarity. */
export const lineStyleOfAgreement = ({ status, negative }: Agreement): LineStyle =>
  status === undefined ? 'bare' : lineStyleOfStatus(status, negative)
