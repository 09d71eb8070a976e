import type { Texts } from '../../messages/texts.en'
import type { ExportsMessages } from '../../messages/exports.en'
import type { IssuesMessages } from '../../messages/issues.en'
import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { figuresByNode, nodeRowIndex } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { nodeRecordAt } from '../../model/rowRecords'
import type { ExportProvenance } from '../../formats/format'
import {
  agreementOfEdgeOrFigure,
  statedEdgesAndFigures,
  isEdgeOrFigureVisible,
  statementsOfEdgeOrFigure,
  titleOfEdgeOrFigure,
  type EdgeOrFigure,
} from '../edgeOrFigure'
import { statementDetails, type Evidence } from '../inspector/statementEvidence'
import { issuesInList } from '../issues/issueLists'
import { disputeDetailsAbout, type DisputeDetails } from '../inspector/disputeDetails'
import { verdictMessage } from '../inspector/verdict'
import { citationInLanguage } from './citations'
import { provenanceInLanguage } from './exportProvenance'

/** The part of a graph that a brief is about. */
export interface BriefInput extends VisibleRows {
  readonly graph: Graph
  readonly texts: Texts
  /** ISO day that decides what is overdue. */
  readonly today: string
}

interface BriefMessages {
  readonly exports: ExportsMessages
  readonly issues: IssuesMessages
}

interface BriefContext extends BriefInput, BriefMessages {
  readonly edgesAndFigures: readonly EdgeOrFigure[]
  readonly citations: Citations
}

/**
 * A part of the graph as a Markdown report in the reader's language: relations and figures with numbered citations, disputes
 * with their sides, open issues, the sources, and how the report was made. Statements are in the order of the graph.
 */
export function markdownBrief(input: BriefInput, provenance: ExportProvenance, messages: BriefMessages): string {
  const { graph, texts } = input
  const { brief, dialog } = messages.exports
  const edgesAndFigures = statedEdgesAndFigures(graph).filter((edgeOrFigure) =>
    isEdgeOrFigureVisible(graph, input, edgeOrFigure),
  )
  const context: BriefContext = { ...input, ...messages, edgesAndFigures, citations: new Citations(graph, input.texts) }
  const counts = dialog.counts({ nodes: input.nodeCount, edges: input.edgeCount })
  const madeBy = escapeMarkdownLine(provenanceInLanguage(graph, provenance, texts, messages.exports))
  const title = labelInLanguage(texts.language, { label: graph.about.title, ja: graph.about.title_ja })
  const sections = [
    `# ${escapeMarkdownLine(title)}`,
    `${counts}${brief.separator}${madeBy}${brief.end}`,
    section(brief.statements, statementLines(context)),
    section(brief.disputes, disputeLines(context)),
    section(brief.openIssues, openIssueLines(context)),
    section(brief.sources, context.citations.list(brief)),
    `---\n\n${madeBy}`,
  ]
  return `${sections.filter(Boolean).join('\n\n')}\n`
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`

/** Text of a data set is text in Markdown too: what could be markup is escaped, and a line stays one line. */
const escapeMarkdownLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

/** Numbers sources in the order in which they are first cited. */
class Citations {
  readonly #numbers = new Map<string, number>()
  constructor(
    readonly graph: Graph,
    readonly texts: Texts,
  ) {}

  /** "[3, B4.2]" */
  cite({ source, locatorText }: Evidence): string {
    const number = this.#numbers.get(source.id) ?? this.#numbers.size + 1
    this.#numbers.set(source.id, number)
    return `\\[${number}${locatorText ? `, ${escapeMarkdownLine(locatorText)}` : ''}\\]`
  }

  /** The citations of several statements, each once. */
  citeAll(statements: readonly Evidence[]): string {
    return [...new Set(statements.map((each) => this.cite(each)))].join(' ')
  }

  list({ origin: originText }: ExportsMessages['brief']): string[] {
    const sources = new Map(this.graph.sources.map((source) => [source.id, source]))
    return [...this.#numbers].map(([id, number]) => {
      const source = sources.get(id)!
      const origin = source.origin && sources.get(source.origin)
      const citation = escapeMarkdownLine(citationInLanguage(this.graph, source, this.texts))
      return `${number}. ${citation}${origin ? originText({ title: escapeMarkdownLine(origin.title) }) : ''}`
    })
  }
}

/** Node by node: the figures of each node with their values, then its outgoing edges as sentences. */
function statementLines(context: BriefContext): string[] {
  const { graph, texts, nodes, edgesAndFigures } = context
  const edgesBySource = new Map<number, EdgeOrFigure[]>()
  for (const edgeOrFigure of edgesAndFigures)
    if (edgeOrFigure.kind === 'edge') {
      const source = graph.edges.source[edgeOrFigure.row]!
      edgesBySource.set(source, [...(edgesBySource.get(source) ?? []), edgeOrFigure])
    }
  return Array.from(nodes.keys()).flatMap((row) => {
    if (nodes[row] !== 1) return []
    const figures = Array.from(rowsOfGroup(figuresByNode(graph), row), (figure): EdgeOrFigure => ({
      kind: 'figure',
      row: figure,
    }))
    const stated = [...figures, ...(edgesBySource.get(row) ?? [])].filter(
      (each) => statementsOfEdgeOrFigure(graph, each).length > 0,
    )
    if (stated.length === 0) return []
    const label = labelInLanguage(texts.language, nodeRecordAt(graph, row))
    return [`### ${escapeMarkdownLine(label)}`, '', ...stated.map((each) => edgeOrFigureLine(context, each)), '']
  })
}

/** An edge or figure with its verdict; each value once, with all who state it. */
function edgeOrFigureLine(context: BriefContext, edgeOrFigure: EdgeOrFigure): string {
  const { graph, texts, exports } = context
  const { separator, end } = exports.brief
  const statements = Array.from(statementsOfEdgeOrFigure(graph, edgeOrFigure), (row) =>
    statementDetails(graph, row, texts),
  )
  const agreement = agreementOfEdgeOrFigure(graph, edgeOrFigure)
  const title = escapeMarkdownLine(titleOfEdgeOrFigure(graph, edgeOrFigure, texts))
  const verdict =
    agreement.verdict === 'single' ? '' : ` *${escapeMarkdownLine(verdictMessage(agreement, statements, texts).title)}*`
  const claims = groupByKey(statements, ({ value }) =>
    value ? escapeMarkdownLine(texts.format.value(value)) : '',
  ).map(([value, own]) => `${value && `${value}${separator}`}${attributions(context, own)}${end}`)
  const start = `- ${title}${texts.terms.valueSeparator}`
  if (claims.length === 1) return `${start}${claims[0]}${verdict}`
  return [`${start.trimEnd()}${verdict}`, ...claims.map((each) => `  - ${each}`)].join('\n')
}

/** "announced, according to Donald Trump [1] [2]; reported, according to Kyodo [3]": each once, with all citations. */
const attributions = ({ exports, citations }: BriefContext, statements: readonly Evidence[]): string =>
  groupByKey(statements, ({ statusText, asserter, date = '' }) =>
    escapeMarkdownLine(exports.brief.attribution({ status: statusText, name: asserter.name, date })),
  )
    .map(([text, own]) => `${text} ${citations.citeAll(own)}`)
    .join(exports.brief.separator)

/** Items by key, in the order in which keys first occur. */
function groupByKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups]
}

function disputeLines(context: BriefContext): string[] {
  const { graph, texts, exports, citations, edgesAndFigures } = context
  const { separator } = exports.brief
  const disputes = new Map<string, DisputeDetails>()
  for (const edgeOrFigure of edgesAndFigures) {
    const title = titleOfEdgeOrFigure(graph, edgeOrFigure, texts)
    for (const dispute of disputeDetailsAbout(graph, edgeOrFigure, texts))
      if (dispute.kind === 'conflict' && dispute.sides.length > 1)
        disputes.set(
          dispute.isRecorded ? dispute.id : `${dispute.id} ${title}`,
          dispute.isRecorded ? dispute : { ...dispute, title },
        )
  }
  return [...disputes.values()].flatMap(({ title, sides, reading }) => [
    `### ${escapeMarkdownLine(title)}`,
    '',
    ...sides.map(({ claim, statements }) => {
      const asserters = groupByKey(
        statements.map(({ evidence }) => evidence),
        ({ asserter }) => escapeMarkdownLine(asserter.name),
      ).map(([name, own]) => `${name} ${citations.citeAll(own)}`)
      return `- ${escapeMarkdownLine(claim)}${texts.terms.valueSeparator}${asserters.join(separator)}`
    }),
    '',
    escapeMarkdownLine(reading),
    '',
  ])
}

function openIssueLines(context: BriefContext): string[] {
  const { graph, nodes, exports, texts, edgesAndFigures } = context
  const edges = new Set(
    edgesAndFigures.filter(({ kind }) => kind === 'edge').map(({ row }) => textAt(graph.edges.id, row)),
  )
  const isVisible = (id: string) => {
    const row = nodeRowIndex(graph).get(id)
    return row !== undefined && nodes[row] === 1
  }
  const questions = issuesInList(graph, 'open', context)
  const expectations = issuesInList(graph, 'expectations', context).filter(
    ({ expectationStatus }) => expectationStatus === 'open' || expectationStatus === 'due',
  )
  return [...questions, ...expectations]
    .filter(({ selection }) => selection.nodes.some(isVisible) || selection.edges.some((id) => edges.has(id)))
    .map(({ title, details, expectationStatus }) => {
      const overdue = expectationStatus === 'due' ? exports.brief.overdue : ''
      const detail = escapeMarkdownLine(details.join(exports.brief.separator))
      return `- ${escapeMarkdownLine(title)}${overdue}${detail && `${texts.terms.valueSeparator}${detail}`}`
    })
}
