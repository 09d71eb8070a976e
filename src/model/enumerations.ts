/** How sure a statement is, surest first; lists, legends and facets use this order. */
export const statuses = [
  'confirmed',
  'announced',
  'expected',
  'estimated',
  'reported',
  'judgement',
  'conditional',
  'unclear',
  'denied',
] as const
export type Status = (typeof statuses)[number]

/** Whether a statement affirms or denies its claim. */
export const polarities = ['positive', 'negative'] as const

/** What a figure's predicate measures, which determines the values that its statements can have. */
export const valueKinds = ['money', 'quantity', 'share', 'date', 'duration', 'count', 'text'] as const
export type ValueKind = (typeof valueKinds)[number]

/** How reliable a kind of document is, most reliable first. */
export const reliabilities = ['official', 'wire', 'newspaper', 'institute', 'trade', 'weak'] as const
export type Reliability = (typeof reliabilities)[number]
