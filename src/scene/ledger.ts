import { isComputed, statusAt } from '../model/agreement'
import { categoryAt, textAt } from '../model/columns'
import { readableDate, spanOf } from '../model/date'
import type { Graph } from '../model/graph'
import { perGraph } from '../model/graph'
import type { Language } from '../model/names'
import { labelIn } from '../model/names'
import type { OutcomeKind } from '../model/records'
import { nodeAt } from '../model/rows'
import { agreementBehind, bundleOf, bundlesOf, selectionOf, statementsBehind, titleOf, type Bundle } from './bundles'
import { plainText, statementSentence } from './sentences'
import type { Selection } from './view'

/** The worklists of what is unclear, in the order in which they stand. */
export const ledgerLists = [
  { id: 'contested', label: 'Contested', what: 'Edges and figures whose statements cannot all hold.' },
  {
    id: 'expectations',
    label: 'Expectations',
    what: 'What was expected, planned, warned of or due, and what became of it.',
  },
  { id: 'open', label: 'Open questions', what: 'Questions that documents leave open, and what they say is unclear.' },
  { id: 'superseded', label: 'Superseded', what: 'Edges and figures of which later statements say something else.' },
  { id: 'single', label: 'One origin', what: 'Claims for which one document alone stands.' },
  { id: 'undated', label: 'Undated', what: 'Claims of which neither the statements nor their documents give a date.' },
  {
    id: 'unsourced',
    label: 'Without a document',
    what: 'What only the editors of the data set say, or what is computed.',
  },
] as const
export type LedgerId = (typeof ledgerLists)[number]['id']

/** How an expectation stands today. */
export const standings = ['due', 'open', 'delayed', 'contradicted', 'superseded', 'partly', 'fulfilled'] as const
export type Standing = (typeof standings)[number]

/** What a standing is called. */
export const standingNames: Readonly<Record<Standing, string>> = {
  due: 'Due',
  open: 'Open',
  delayed: 'Delayed',
  contradicted: 'Contradicted',
  superseded: 'Superseded',
  partly: 'Partly fulfilled',
  fulfilled: 'Fulfilled',
}

/** One row of a worklist: what it is about, and what choosing it selects. */
export interface LedgerRow {
  readonly id: string
  readonly title: string
  /** A few words more: who says so, by when, how it was read. */
  readonly detail: string
  readonly standing?: Standing
  /** ISO day by which the row is sorted within its standing. */
  readonly date: string
  readonly selection: Selection
}

/** The rows of one worklist. `today` is an ISO day: what should have come about by then and is not told of is due. */
export function ledgerRows(graph: Graph, list: LedgerId, { today, language }: Asking): LedgerRow[] {
  switch (list) {
    case 'expectations':
      return expectationsOf(graph, { today, language })
    case 'open':
      return openQuestions(graph, language)
    default:
      return bundlesOf(graph)
        .filter((bundle) => isIn(graph, list, bundle))
        .map((bundle) => rowOf(graph, bundle, language))
  }
}

export interface Asking {
  readonly today: string
  readonly language: Language
}

/** How many rows each worklist has. */
export const ledgerCounts = perGraph((graph): Readonly<Record<LedgerId, number>> => {
  const bundles = bundlesOf(graph)
  const count = (list: LedgerId) => bundles.filter((bundle) => isIn(graph, list, bundle)).length
  return {
    contested: count('contested'),
    expectations: expectationRows(graph).length,
    open: questionRows(graph).length + unclearRows(graph).length,
    superseded: count('superseded'),
    single: count('single'),
    undated: count('undated'),
    unsourced: count('unsourced'),
  }
})

function isIn(graph: Graph, list: LedgerId, bundle: Bundle): boolean {
  const { verdict, corroboration } = agreementBehind(graph, bundle)
  switch (list) {
    case 'contested':
      return verdict === 'contested'
    case 'superseded':
      return verdict === 'changed'
    case 'single':
      return corroboration === 1 && verdict === 'single' && !isEditors(graph, bundle)
    case 'undated':
      return statementsBehind(graph, bundle).every(
        (row) => textAt(graph.statements.date, row) === '' && !sourceOf(graph, row).date,
      )
    case 'unsourced':
      return corroboration === 0 || isEditors(graph, bundle)
    default:
      return false
  }
}

const sourceOf = ({ sources, statements }: Graph, row: number) => sources[statements.source[row]!]!

/** Nobody but the editors of the data set says so. */
const isEditors = (graph: Graph, bundle: Bundle): boolean =>
  statementsBehind(graph, bundle).every((row) => sourceOf(graph, row).id === graph.about.editors)

function rowOf(graph: Graph, bundle: Bundle, language: Language): LedgerRow {
  const statements = statementsBehind(graph, bundle)
  const titles = [
    ...new Set(Array.from(statements, (row) => sourceOf(graph, row).publisher ?? sourceOf(graph, row).title)),
  ]
  const more = titles.length > 2 ? ` and ${titles.length - 2} more` : ''
  const selection = selectionOf(graph, bundle)
  return {
    id: selection.figure ?? selection.edges[0]!,
    title: titleOf(graph, bundle, language),
    detail: titles.slice(0, 2).join(', ') + more,
    date: '',
    selection,
  }
}

const questionRows = perGraph((graph): readonly number[] =>
  Array.from({ length: graph.nodes.count }, (_, row) => row).filter(
    (row) => categoryAt(graph.nodes.type, row) === 'open-question',
  ),
)

/** Statements that something is unclear, but for those that are about a question that is listed itself. */
const unclearRows = perGraph((graph): readonly number[] => {
  const questions = new Set(questionRows(graph))
  return Array.from({ length: graph.statements.count }, (_, row) => row).filter((row) => {
    if (statusAt(graph, row) !== 'unclear') return false
    const { kind, row: at } = bundleOf(graph, row)
    const ends = kind === 'edge' ? [graph.edges.source[at]!, graph.edges.target[at]!] : [graph.figures.subject[at]!]
    return ends.every((end) => !questions.has(end))
  })
})

const openQuestions = (graph: Graph, language: Language): LedgerRow[] => [
  ...questionRows(graph).map((row): LedgerRow => {
    const node = nodeAt(graph, row)
    return {
      id: node.id,
      title: labelIn(language, node),
      detail: node.summary ?? '',
      date: '',
      selection: { nodes: [node.id], edges: [] },
    }
  }),
  ...unclearRows(graph).map((row): LedgerRow => {
    const said = plainText(statementSentence(graph, row, language))
    return {
      id: textAt(graph.statements.id, row),
      title: said,
      detail: [textAt(graph.statements.note, row), sourceOf(graph, row).publisher].filter(Boolean).join(' '),
      date: '',
      selection: selectionOf(graph, bundleOf(graph, row)),
    }
  }),
]

const hopes: ReadonlySet<string> = new Set(['expected', 'conditional'])

/** Statements that expect something, or of which it is told what became of them or by when they are due. */
const expectationRows = perGraph((graph): readonly number[] =>
  Array.from({ length: graph.statements.count }, (_, row) => row).filter(
    (row) =>
      !isComputed(graph, row) &&
      (hopes.has(statusAt(graph, row)) ||
        graph.statements.outcomes.has(row) ||
        textAt(graph.statements.due, row) !== ''),
  ),
)

/** How an expectation stands on a day: what its outcome says, else due once its deadline is past. */
export function standingOf(graph: Graph, row: number, today: string): Standing {
  const outcome = graph.statements.outcomes.get(row)
  if (outcome && outcome.kind !== 'open') return standingOfKind[outcome.kind]
  const due = spanOf(textAt(graph.statements.due, row))
  return due && due.end < today ? 'due' : 'open'
}

const standingOfKind: Readonly<Record<Exclude<OutcomeKind, 'open'>, Standing>> = {
  fulfilled: 'fulfilled',
  partly: 'partly',
  delayed: 'delayed',
  superseded: 'superseded',
  contradicted: 'contradicted',
}

function expectationsOf(graph: Graph, { today, language }: Asking): LedgerRow[] {
  const rows = expectationRows(graph).map((row): LedgerRow => {
    const { due, outcomes } = graph.statements
    const outcome = outcomes.get(row)
    const deadline = textAt(due, row)
    const said = sourceOf(graph, row)
    const words = [
      deadline && `due ${readableDate(deadline)}`,
      outcome?.date && `settled ${readableDate(outcome.date)}`,
      outcome ? outcome.reading : said.publisher,
    ]
    return {
      id: textAt(graph.statements.id, row),
      title: plainText(statementSentence(graph, row, language)),
      detail: words.filter(Boolean).join('; '),
      standing: standingOf(graph, row, today),
      date: spanOf(outcome?.date ?? deadline)?.end ?? '9999',
      selection: selectionOf(graph, bundleOf(graph, row)),
    }
  })
  const place = ({ standing }: LedgerRow) => standings.indexOf(standing!)
  return rows.toSorted(
    (one, other) => place(one) - place(other) || (one.date < other.date ? -1 : one.date > other.date ? 1 : 0),
  )
}
