/** How sure a statement is, from the surest to the least; the order is the order of every list, legend and facet. */
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

/** Whether a statement says that something holds, or that it does not. */
export const polarities = ['positive', 'negative'] as const

/** What a figure's predicate measures; it decides which value a statement may carry. */
export const valueKinds = ['money', 'quantity', 'share', 'date', 'duration', 'count', 'text'] as const
export type ValueKind = (typeof valueKinds)[number]

/** How far a kind of document can be relied on, from the most to the least. */
export const reliabilities = ['official', 'wire', 'newspaper', 'institute', 'trade', 'weak'] as const
export type Reliability = (typeof reliabilities)[number]
