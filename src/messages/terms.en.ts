import { plural } from './englishFormatter'

/** The words of the data model that several views share, and the patterns of its sentences. */
export const termsEn = {
  statuses: {
    confirmed: 'Confirmed',
    announced: 'Announced',
    expected: 'Expected',
    estimated: 'Estimated',
    reported: 'Reported',
    judgement: 'Judgement',
    conditional: 'Conditional',
    unclear: 'Unclear',
    denied: 'Denied',
  },
  lineStyles: {
    sure: 'Confirmed, announced',
    likely: 'Expected, estimated',
    said: 'Reported, judged, conditional',
    unclear: 'Unclear',
    not: 'Denied or negative',
    bare: 'No source given',
  },
  verdicts: {
    single: 'One independent source',
    agreed: 'Agreed',
    varies: 'Varies',
    changed: 'Changed over time',
    contested: 'Contested',
    bare: 'No source given',
  },
  reliabilities: {
    official: 'Official',
    wire: 'News agency',
    newspaper: 'Newspaper',
    institute: 'Research institute',
    trade: 'Trade press',
    weak: 'Weak source',
  },
  polarities: { positive: 'Positive', negative: 'Negative' },
  disputeKinds: {
    conflict: 'Conflict',
    rounding: 'Rounding',
    change: 'Change over time',
    scope: 'Different scope',
  },
  outcomeKinds: {
    fulfilled: 'Fulfilled',
    partly: 'Partly fulfilled',
    delayed: 'Delayed',
    superseded: 'Superseded',
    contradicted: 'Contradicted',
    open: 'Open',
  },
  expectationStatuses: {
    due: 'Overdue',
    open: 'Open',
    delayed: 'Delayed',
    contradicted: 'Contradicted',
    superseded: 'Superseded',
    partly: 'Partly fulfilled',
    fulfilled: 'Fulfilled',
  },
  /** What a filter key's "none" is called; `other` for every key that is not named here. */
  noValues: {
    sector: 'No sector given',
    place: 'No place given',
    status: 'No source given',
    source: 'No source given',
    polarity: 'No source given',
    origins: 'No source given',
    class: 'Not classified',
    publisher: 'No publisher given',
    other: 'None',
  },
  sourceCountOrMore: ({ count }: { count: number }) => `${plural(count, 'independent source')} or more`,
  /** A status in running text, with what a negative polarity adds. */
  statusInText: ({ status, negative }: { status: string; negative: boolean }) =>
    negative ? `${status.toLowerCase()}, negative` : status.toLowerCase(),
  /** "Cost of Ohio gas plant"; in pieces, since the node is a link. */
  figureOf: <Piece>({ figure, node }: { figure: string; node: Piece }): readonly (string | Piece)[] => [
    `${figure} of `,
    node,
  ],
  /** A denied relation whose predicate has no negative words. */
  deniedRelation: ({ words }: { words: string }) => `${words} (denied)`,
  /** The denial after the second node, for Japanese readings without negative words. */
  deniedRelationEnding: '',
  negatedValue: ({ value }: { value: string }) => `not ${value}`,
  /** What separates the title of a figure, or a relation, from its value. */
  valueSeparator: ': ',
  listSeparator: ', ',
  noValueStated: 'not stated',
}

export type TermsMessages = typeof termsEn
