import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { categoryAt, textAt } from '../../model/columns'
import { formatDate, parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { originSourceId } from '../../model/originSource'
import { nodeRecordAt } from '../../model/rowRecords'
import {
  agreementOfEdgeOrFigure,
  edgeOrFigureOfStatement,
  statedEdgesAndFigures,
  selectionOfEdgeOrFigure,
  statementsOfEdgeOrFigure,
  titleOfEdgeOrFigure,
  type EdgeOrFigure,
} from '../edgeOrFigure'
import { pluralize } from '../../model/pluralize'
import { expectationRows, expectationStatusOf, expectationStatuses, type ExpectationStatus } from './expectations'
import { sentenceText, statementSentence } from '../text/sentences'
import type { Selection } from '../view/view'

/** The lists of issues, of what is unclear, in the order in which they stand. */
export const issueLists = [
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
type IssueListId = (typeof issueLists)[number]['id']

/** One issue of a list: what it is about, and what choosing it selects. */
export interface Issue {
  readonly id: string
  readonly title: string
  /** A few words more: who says so, by when, how it was read. */
  readonly detail: string
  readonly expectationStatus?: ExpectationStatus
  /** What it is about is contested. */
  readonly isContested: boolean
  /** ISO day by which the row is sorted within its status. */
  readonly sortDate: string
  readonly selection: Selection
}

/** The issues of one list. `today` is an ISO day: what should have come about by then and is not told of is due. */
export function issuesInList(graph: Graph, list: IssueListId, { today, texts }: IssueOptions): Issue[] {
  switch (list) {
    case 'expectations':
      return expectationIssues(graph, { today, texts })
    case 'open':
      return openQuestionIssues(graph, texts)
    default:
      return statedEdgesAndFigures(graph)
        .filter((edgeOrFigure) => isInList(graph, list, edgeOrFigure))
        .map((edgeOrFigure) => issueOf(graph, edgeOrFigure, texts))
  }
}

interface IssueOptions {
  readonly today: string
  readonly texts: Texts
}

/** Lists of edges and figures, and how many of each they have. */
const edgeAndFigureCounts = memoizeByGraph(
  (graph): ReadonlyMap<IssueListId, { readonly edges: number; readonly figures: number }> => {
    const edgesAndFigures = statedEdgesAndFigures(graph)
    return new Map(
      (['contested', 'superseded', 'single', 'undated', 'unsourced'] as const).map((list) => {
        const own = edgesAndFigures.filter((edgeOrFigure) => isInList(graph, list, edgeOrFigure))
        const edges = own.filter(({ kind }) => kind === 'edge').length
        return [list, { edges, figures: own.length - edges }]
      }),
    )
  },
)

/** How many issues each list has. */
export const issueCounts = memoizeByGraph((graph): Readonly<Record<IssueListId, number>> => {
  const count = (list: IssueListId) => {
    const { edges, figures } = edgeAndFigureCounts(graph).get(list)!
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

/** What a list of edges and figures counts, "41 edges and 19 figures"; nothing for the others. */
export function edgeAndFigureCountText(graph: Graph, list: IssueListId): string {
  const counts = edgeAndFigureCounts(graph).get(list)
  return counts ? `${pluralize(counts.edges, 'edge')} and ${pluralize(counts.figures, 'figure')}` : ''
}

function isInList(graph: Graph, list: IssueListId, edgeOrFigure: EdgeOrFigure): boolean {
  const { verdict, corroboration } = agreementOfEdgeOrFigure(graph, edgeOrFigure)
  switch (list) {
    case 'contested':
      return verdict === 'contested'
    case 'superseded':
      return verdict === 'changed'
    case 'single':
      return (
        corroboration === 1 &&
        (verdict === 'single' || hasOneOrigin(graph, edgeOrFigure)) &&
        !isEditors(graph, edgeOrFigure)
      )
    case 'undated':
      return statementsOfEdgeOrFigure(graph, edgeOrFigure).every(
        (row) => textAt(graph.statements.date, row) === '' && !sourceOf(graph, row).date,
      )
    case 'unsourced':
      return corroboration === 0 || isEditors(graph, edgeOrFigure)
    default:
      return false
  }
}

const isContested = (graph: Graph, edgeOrFigure: EdgeOrFigure): boolean =>
  agreementOfEdgeOrFigure(graph, edgeOrFigure).verdict === 'contested'

const sourceOf = ({ sources, statements }: Graph, row: number) => sources[statements.source[row]!]!

/** One document alone, or its reprints, whether or not it is of one mind. */
const hasOneOrigin = (graph: Graph, edgeOrFigure: EdgeOrFigure): boolean =>
  new Set(Array.from(statementsOfEdgeOrFigure(graph, edgeOrFigure), (row) => originSourceId(graph, row))).size === 1

/** Nobody but the editors of the data set says so. */
const isEditors = (graph: Graph, edgeOrFigure: EdgeOrFigure): boolean =>
  statementsOfEdgeOrFigure(graph, edgeOrFigure).every((row) => sourceOf(graph, row).id === graph.about.editors)

function issueOf(graph: Graph, edgeOrFigure: EdgeOrFigure, texts: Texts): Issue {
  const statements = statementsOfEdgeOrFigure(graph, edgeOrFigure)
  const titles = [
    ...new Set(Array.from(statements, (row) => sourceOf(graph, row).publisher ?? sourceOf(graph, row).title)),
  ]
  const more = titles.length > 2 ? ` and ${titles.length - 2} more` : ''
  const selection = selectionOfEdgeOrFigure(graph, edgeOrFigure)
  return {
    id: selection.figure ?? selection.edges[0]!,
    title: titleOfEdgeOrFigure(graph, edgeOrFigure, texts),
    detail: titles.slice(0, 2).join(', ') + more,
    isContested: isContested(graph, edgeOrFigure),
    sortDate: '',
    selection,
  }
}

const questionRows = memoizeByGraph((graph): readonly number[] =>
  Array.from({ length: graph.nodes.count }, (_, row) => row).filter(
    (row) => categoryAt(graph.nodes.type, row) === 'open-question',
  ),
)

/** Statements that something is unclear, but for those that are about a question that is listed itself. */
const unclearRows = memoizeByGraph((graph): readonly number[] => {
  const questions = new Set(questionRows(graph))
  return Array.from({ length: graph.statements.count }, (_, row) => row).filter((row) => {
    if (statementStatusAt(graph, row) !== 'unclear') return false
    const { kind, row: at } = edgeOrFigureOfStatement(graph, row)
    const ends = kind === 'edge' ? [graph.edges.source[at]!, graph.edges.target[at]!] : [graph.figures.subject[at]!]
    return ends.every((end) => !questions.has(end))
  })
})

const openQuestionIssues = (graph: Graph, texts: Texts): Issue[] => [
  ...questionRows(graph).map((row): Issue => {
    const node = nodeRecordAt(graph, row)
    return {
      id: node.id,
      title: labelInLanguage(texts.language, node),
      detail: node.summary ?? '',
      isContested: false,
      sortDate: '',
      selection: { nodes: [node.id], edges: [] },
    }
  }),
  ...unclearRows(graph).map((row): Issue => {
    const said = sentenceText(statementSentence(graph, row, texts))
    return {
      id: textAt(graph.statements.id, row),
      title: said,
      detail: [textAt(graph.statements.note, row), sourceOf(graph, row).publisher].filter(Boolean).join(' '),
      isContested: isContested(graph, edgeOrFigureOfStatement(graph, row)),
      sortDate: '',
      selection: selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)),
    }
  }),
]

function expectationIssues(graph: Graph, { today, texts }: IssueOptions): Issue[] {
  const rows = expectationRows(graph).map((row): Issue => {
    const { due, outcomes } = graph.statements
    const outcome = outcomes.get(row)
    const deadline = textAt(due, row)
    const said = sourceOf(graph, row)
    const words = [
      deadline && `due ${formatDate(deadline)}`,
      outcome?.date && `settled ${formatDate(outcome.date)}`,
      outcome ? outcome.reading : said.publisher,
    ]
    return {
      id: textAt(graph.statements.id, row),
      title: sentenceText(statementSentence(graph, row, texts)),
      detail: words.filter(Boolean).join('; '),
      expectationStatus: expectationStatusOf(graph, row, today),
      isContested: isContested(graph, edgeOrFigureOfStatement(graph, row)),
      sortDate: parseDateSpan(outcome?.date ?? deadline)?.end ?? '9999',
      selection: selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)),
    }
  })
  const place = ({ expectationStatus }: Issue) => expectationStatuses.indexOf(expectationStatus!)
  return rows.toSorted(
    (one, other) =>
      place(one) - place(other) || (one.sortDate < other.sortDate ? -1 : one.sortDate > other.sortDate ? 1 : 0),
  )
}
