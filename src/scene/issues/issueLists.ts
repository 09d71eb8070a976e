import { statusAt } from '../../model/agreement'
import { categoryAt, textAt } from '../../model/columns'
import { readableDate, spanOf } from '../../model/date'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { labelIn } from '../../model/nodeNames'
import { originOf } from '../../model/originSource'
import { nodeAt } from '../../model/rowRecords'
import { agreementBehind, bundleOf, bundlesOf, selectionOf, statementsBehind, titleOf, type Bundle } from '../edgeOrFigure'
import { counted } from '../../model/pluralize'
import { expectationRows, standingOf, standings, type Standing } from './expectations'
import { plainText, statementSentence } from '../text/sentences'
import type { Selection } from '../view/view'

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

/** One row of a worklist: what it is about, and what choosing it selects. */
export interface LedgerRow {
  readonly id: string
  readonly title: string
  /** A few words more: who says so, by when, how it was read. */
  readonly detail: string
  readonly standing?: Standing
  /** What it is about is contested. */
  readonly contested: boolean
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

/** Worklists of edges and figures, and how many of each they have. */
const bundleCounts = perGraph((graph): ReadonlyMap<LedgerId, { readonly edges: number; readonly figures: number }> => {
  const bundles = bundlesOf(graph)
  return new Map(
    (['contested', 'superseded', 'single', 'undated', 'unsourced'] as const).map((list) => {
      const own = bundles.filter((bundle) => isIn(graph, list, bundle))
      const edges = own.filter(({ kind }) => kind === 'edge').length
      return [list, { edges, figures: own.length - edges }]
    }),
  )
})

/** How many rows each worklist has. */
export const ledgerCounts = perGraph((graph): Readonly<Record<LedgerId, number>> => {
  const count = (list: LedgerId) => {
    const { edges, figures } = bundleCounts(graph).get(list)!
    return edges + figures
  }
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

/** What a worklist of edges and figures counts, "41 edges and 19 figures"; nothing for the others. */
export function ledgerKinds(graph: Graph, list: LedgerId): string {
  const counts = bundleCounts(graph).get(list)
  return counts ? `${counted(counts.edges, 'edge')} and ${counted(counts.figures, 'figure')}` : ''
}

function isIn(graph: Graph, list: LedgerId, bundle: Bundle): boolean {
  const { verdict, corroboration } = agreementBehind(graph, bundle)
  switch (list) {
    case 'contested':
      return verdict === 'contested'
    case 'superseded':
      return verdict === 'changed'
    case 'single':
      return corroboration === 1 && (verdict === 'single' || hasOneOrigin(graph, bundle)) && !isEditors(graph, bundle)
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

const isContested = (graph: Graph, bundle: Bundle): boolean => agreementBehind(graph, bundle).verdict === 'contested'

const sourceOf = ({ sources, statements }: Graph, row: number) => sources[statements.source[row]!]!

/** One document alone, or its reprints, whether or not it is of one mind. */
const hasOneOrigin = (graph: Graph, bundle: Bundle): boolean =>
  new Set(Array.from(statementsBehind(graph, bundle), (row) => originOf(graph, row))).size === 1

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
    contested: isContested(graph, bundle),
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
      contested: false,
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
      contested: isContested(graph, bundleOf(graph, row)),
      date: '',
      selection: selectionOf(graph, bundleOf(graph, row)),
    }
  }),
]

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
      contested: isContested(graph, bundleOf(graph, row)),
      date: spanOf(outcome?.date ?? deadline)?.end ?? '9999',
      selection: selectionOf(graph, bundleOf(graph, row)),
    }
  })
  const place = ({ standing }: LedgerRow) => standings.indexOf(standing!)
  return rows.toSorted(
    (one, other) => place(one) - place(other) || (one.date < other.date ? -1 : one.date > other.date ? 1 : 0),
  )
}
