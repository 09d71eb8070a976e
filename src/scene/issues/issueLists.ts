import type { IssuesMessages } from '../../messages/issues.en'
import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { categoryAt, textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { labelInLanguage, textInLanguage } from '../../model/nodeNames'
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
import {
  expectationStatementRows,
  expectationStatusOf,
  expectationStatuses,
  type ExpectationStatus,
} from './expectations'
import { sentenceText, statementSentence } from '../text/sentences'
import type { Selection } from '../view/view'

/** The lists of open issues, in the order in which the panel shows them. */
export const issueLists = ['contested', 'expectations', 'open', 'superseded', 'single', 'undated', 'unsourced'] as const
export type IssueListId = (typeof issueLists)[number]

/** One issue of a list, and what choosing it selects. */
export interface Issue {
  readonly id: string
  readonly title: string
  /** Further texts: the publishers, the due date, the outcome; each may be in another language. */
  readonly details: readonly string[]
  readonly expectationStatus?: ExpectationStatus
  /** The edge or figure that it is about is contested. */
  readonly isContested: boolean
  /** ISO day by which expectations of the same status are sorted; empty for other issues. */
  readonly sortDate: string
  readonly selection: Selection
}

/** The issues of one list. `today` is an ISO day: an expectation whose deadline was before it and that has no outcome is due. */
export function issuesInList(graph: Graph, list: IssueListId, options: IssueOptions): Issue[] {
  switch (list) {
    case 'expectations':
      return expectationIssues(graph, options)
    case 'open':
      return openQuestionIssues(graph, options)
    default:
      return statedEdgesAndFigures(graph)
        .filter((edgeOrFigure) => isInList(graph, list, edgeOrFigure))
        .map((edgeOrFigure) => issueOf(graph, edgeOrFigure, options))
  }
}

interface IssueOptions {
  readonly today: string
  readonly texts: Texts
  readonly issues: IssuesMessages
}

interface EdgeAndFigureCounts {
  readonly edges: number
  readonly figures: number
}

/** The number of edges and of figures in each list that consists of them. */
const edgeAndFigureCounts = memoizeByGraph((graph): ReadonlyMap<IssueListId, EdgeAndFigureCounts> => {
  const edgesAndFigures = statedEdgesAndFigures(graph)
  return new Map(
    (['contested', 'superseded', 'single', 'undated', 'unsourced'] as const).map((list) => {
      const own = edgesAndFigures.filter((edgeOrFigure) => isInList(graph, list, edgeOrFigure))
      const edges = own.filter(({ kind }) => kind === 'edge').length
      return [list, { edges, figures: own.length - edges }]
    }),
  )
})

/** The number of issues in each list. */
export const issueCounts = memoizeByGraph((graph): Readonly<Record<IssueListId, number>> => {
  const count = (list: IssueListId) => {
    const { edges, figures } = edgeAndFigureCounts(graph).get(list)!
    return edges + figures
  }
  return {
    contested: count('contested'),
    expectations: expectationStatementRows(graph).length,
    open: questionRows(graph).length + unclearRows(graph).length,
    superseded: count('superseded'),
    single: count('single'),
    undated: count('undated'),
    unsourced: count('unsourced'),
  }
})

/** How many of a list's issues are edges and figures; undefined for lists of other issues. */
export const edgeAndFigureCountsOfList = (graph: Graph, list: IssueListId): EdgeAndFigureCounts | undefined =>
  edgeAndFigureCounts(graph).get(list)

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

const publisherOf = (graph: Graph, row: number, texts: Texts): string => {
  const { publisher, title, title_ja } = sourceOf(graph, row)
  return publisher ?? textInLanguage(texts.language, title, title_ja)
}

const sourceOf = ({ sources, statements }: Graph, row: number) => sources[statements.source[row]!]!

/** Whether all statements come from one source and its reprints, even if they contradict each other. */
const hasOneOrigin = (graph: Graph, edgeOrFigure: EdgeOrFigure): boolean =>
  new Set(Array.from(statementsOfEdgeOrFigure(graph, edgeOrFigure), (row) => originSourceId(graph, row))).size === 1

/** Whether all statements come from the editors of the data set. */
const isEditors = (graph: Graph, edgeOrFigure: EdgeOrFigure): boolean =>
  statementsOfEdgeOrFigure(graph, edgeOrFigure).every((row) => sourceOf(graph, row).id === graph.about.editors)

/** How many publishers an issue names. */
const maxPublishers = 2

function issueOf(graph: Graph, edgeOrFigure: EdgeOrFigure, { texts, issues }: IssueOptions): Issue {
  const statements = statementsOfEdgeOrFigure(graph, edgeOrFigure)
  const publishers = [...new Set(Array.from(statements, (row) => publisherOf(graph, row, texts)))]
  const names = publishers.slice(0, maxPublishers)
  const selection = selectionOfEdgeOrFigure(graph, edgeOrFigure)
  return {
    id: selection.figure ?? selection.edges[0]!,
    title: titleOfEdgeOrFigure(graph, edgeOrFigure, texts),
    details: [issues.publishers({ names, moreCount: publishers.length - names.length })],
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

/** Rows of the statements with status `unclear`, except those about a question that is listed itself. */
const unclearRows = memoizeByGraph((graph): readonly number[] => {
  const questions = new Set(questionRows(graph))
  return Array.from({ length: graph.statements.count }, (_, row) => row).filter((row) => {
    if (statementStatusAt(graph, row) !== 'unclear') return false
    const { kind, row: own } = edgeOrFigureOfStatement(graph, row)
    const ends = kind === 'edge' ? [graph.edges.source[own]!, graph.edges.target[own]!] : [graph.figures.subject[own]!]
    return ends.every((end) => !questions.has(end))
  })
})

const openQuestionIssues = (graph: Graph, { texts }: IssueOptions): Issue[] => [
  ...questionRows(graph).map((row): Issue => {
    const node = nodeRecordAt(graph, row)
    return {
      id: node.id,
      title: labelInLanguage(texts.language, node),
      details: withoutEmpty([textInLanguage(texts.language, node.summary, node.summary_ja)]),
      isContested: false,
      sortDate: '',
      selection: { nodes: [node.id], edges: [] },
    }
  }),
  ...unclearRows(graph).map((row): Issue => {
    return {
      id: textAt(graph.statements.id, row),
      title: sentenceText(statementSentence(graph, row, texts)),
      details: withoutEmpty([textAt(graph.statements.note, row), sourceOf(graph, row).publisher]),
      isContested: isContested(graph, edgeOrFigureOfStatement(graph, row)),
      sortDate: '',
      selection: selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)),
    }
  }),
]

const withoutEmpty = (texts: readonly (string | undefined)[]): string[] =>
  texts.filter((each) => each !== undefined && each !== '') as string[]

function expectationIssues(graph: Graph, { today, texts, issues }: IssueOptions): Issue[] {
  const rows = expectationStatementRows(graph).map((row): Issue => {
    const { due, outcomes } = graph.statements
    const outcome = outcomes.get(row)
    const deadline = textAt(due, row)
    const details = [
      deadline && issues.due({ date: texts.format.date(deadline) }),
      outcome?.date && issues.settled({ date: texts.format.date(outcome.date) }),
      outcome ? outcome.reading : sourceOf(graph, row).publisher,
    ]
    return {
      id: textAt(graph.statements.id, row),
      title: sentenceText(statementSentence(graph, row, texts)),
      details: withoutEmpty(details),
      expectationStatus: expectationStatusOf(graph, row, today),
      isContested: isContested(graph, edgeOrFigureOfStatement(graph, row)),
      sortDate: parseDateSpan(outcome?.date ?? deadline)?.end ?? '9999',
      selection: selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)),
    }
  })
  const rank = ({ expectationStatus }: Issue) => expectationStatuses.indexOf(expectationStatus!)
  return rows.toSorted(
    (one, other) =>
      rank(one) - rank(other) || (one.sortDate < other.sortDate ? -1 : one.sortDate > other.sortDate ? 1 : 0),
  )
}
