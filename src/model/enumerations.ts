/** How sure a statement is, surest first; lists, legends and facets use this order. */
export const statementStatuses = [
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
export type Status = (typeof statementStatuses)[number]

/** Whether a statement affirms or denies its claim. */
export const statementPolarities = ['positive', 'negative'] as const

/** What a figure's predicate measures, which determines the values that its statements can have. */
export const valueKinds = ['money', 'quantity', 'share', 'date', 'duration', 'count', 'text'] as const
export type ValueKind = (typeof valueKinds)[number]

/** How reliable a kind of document is, most reliable first. */
export const sourceReliabilities = ['official', 'wire', 'newspaper', 'institute', 'trade', 'weak'] as const
export type Reliability = (typeof sourceReliabilities)[number]

/** Whether an edge points at its target, at neither end, or at both. In columns a direction is its index here. */
export const edgeDirections = ['directed', 'undirected', 'mutual'] as const
export type EdgeDirection = (typeof edgeDirections)[number]
