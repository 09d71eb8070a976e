import { english, plural, pluralForm } from './englishFormatter'

/** The money panel: its table, what is unknown, and the flow diagram. */
export const moneyEn = {
  heading: 'Money',
  explanation:
    'Amounts in the current filter. A part is not added to its total, and an amount given by several sources counts once; where sources differ, you see the range. Amounts in brackets are included in another row. Currencies are not converted. Select an amount to see its statements.',
  noAmounts: 'This file has no amounts of money.',
  groupBy: 'Group by',
  groupings: { project: 'By project', sector: 'By sector', source: 'By source' },
  /** The head of the table's first column. */
  rowHeaders: { project: 'Project', sector: 'Sector', source: 'Source' },
  amountKind: 'Kind of amount',
  amountKindOption: ({ kind, count }: { kind: string; count: number }) => `${kind} (${english.integer(count)})`,
  columns: {
    estimated: 'Estimated or reported',
    expected: 'Expected',
    announced: 'Announced',
    committed: 'Committed',
    disbursed: 'Paid out',
  },
  /** The head of a column before a missing amount, on a phone. */
  columnPrefix: ({ column }: { column: string }) => `${column}:`,
  noSector: 'No sector given',
  sourceName: ({ publisher, title }: { publisher: string; title: string }) => `${publisher}: ${title}`,
  total: 'Total',
  subtotal: 'Subtotal',
  notStated: 'not stated',
  countedInWhole: ({ amount }: { amount: string }) => `(${amount})`,
  countedInWholeHint: 'Included in another row, and not added to the total',
  unknownHeading: 'Unknown amounts',
  nodesWithoutAmount: ({ kind, count }: { kind: string; count: number }) =>
    `${plural(count, 'node')} of the same types ${pluralForm(count, 'has', 'have')} no ${kind.toLowerCase()}`,
  flow: 'Money flow',
  flowHeading: 'From funders to projects',
  flowLoading: 'Drawing the flow…',
  noFlow: 'No statement in the current filter says who funds what.',
  flowExplanation:
    'The wider the band, the larger the amount. A thin dashed line means that the amount is not stated, or that it is counted in another band.',
  flowDiagram: ({ count }: { count: number }) => `Money flow diagram with ${plural(count, 'band')}`,
  /** A band in words: "Government of Japan to JBIC: amount not stated". */
  flowBand: ({ from, to, amount, note }: { from: string; to: string; amount: string; note: string | undefined }) =>
    `${from} to ${to}: ${amount}${note === undefined ? '' : `, ${note}`}`,
  amountNotStated: 'amount not stated',
  countedInFlowTo: ({ whole }: { whole: string }) => `counted in the flow to ${whole}`,
  countedInFlowFrom: ({ funders }: { funders: readonly string[] }) =>
    `counted in the flow from ${english.list(funders)}`,
  inAdditionTo: ({ funders }: { funders: readonly string[] }) =>
    `in addition to the flow from ${english.list(funders)}`,
  otherCurrencies: ({ flows }: { flows: readonly string[] }) => `Not drawn, in other currencies: ${flows.join('; ')}.`,
}

export type MoneyMessages = typeof moneyEn
