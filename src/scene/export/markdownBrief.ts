import type { Texts } from '../../messages/texts.en'
import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { rowsOfGroup, textAt } from '../../model/columns'
import { pluralize } from '../../model/pluralize'
import { parseDateSpan, formatDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { figuresByNode } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { nodeRecordAt } from '../../model/rowRecords'
import { citationText, provenanceSentence } from '../../formats/export/evidenceText'
import type { ExportProvenance } from '../../formats/format'
import {
  agreementOfEdgeOrFigure,
  statedEdgesAndFigures,
  isEdgeOrFigureVisible,
  statementsOfEdgeOrFigure,
  titleOfEdgeOrFigure,
  type EdgeOrFigure,
} from '../edgeOrFigure'
import { evidenceOfStatement, type Evidence } from '../inspector/statementEvidence'
import { issuesInList } from '../issues/issueLists'
import { disputeDetailsAbout, type DisputeDetails } from '../inspector/disputeDetails'
import { valueText } from '../text/sentences'
import { verdictMessage } from '../inspector/verdict'

/** What a brief is made of. */
export interface BriefInput extends VisibleRows {
  readonly graph: Graph
  readonly texts: Texts
  /** ISO day by which what is due is told. */
  readonly today: string
}

/**
 * A part of the graph as a text in Markdown: what is said, in sentences with numbered citations; what is contested, with
 * its sides; what is open; the documents; and how it was made. Statements appear in the order of the graph.
 */
export function markdownBrief(input: BriefInput, provenance: ExportProvenance): string {
  const { graph, texts } = input
  const edgesAndFigures = statedEdgesAndFigures(graph).filter((edgeOrFigure) =>
    isEdgeOrFigureVisible(graph, input, edgeOrFigure),
  )
  const notes = new Citations(graph)
  const sections = [
    `# ${escapeMarkdownLine(labelInLanguage(texts.language, { label: graph.about.title, ja: graph.about.title_ja }))}`,
    `${pluralize(input.nodeCount, 'node')}, ${pluralize(input.edgeCount, 'edge')}; ${provenanceSentence(provenance)}.`,
    section('What is said', saidLines(input, edgesAndFigures, notes)),
    section('What is contested', contestedLines(input, edgesAndFigures, notes)),
    section('What is open', openLines(input, edgesAndFigures)),
  ]
  return `${[...sections, section('Documents', notes.list()), madeBy(provenance)].filter(Boolean).join('\n\n')}\n`
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`

/** Text of a data set is text in Markdown too: what could be markup is escaped, and a line stays one line. */
const escapeMarkdownLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

/** Numbers for sources in the order in which they are first named. */
class Citations {
  readonly #numbers = new Map<string, number>()
  constructor(readonly graph: Graph) {}

  /** "[3, B4.2]" */
  cite({ source, locatorText }: Evidence): string {
    const number = this.#numbers.get(source.id) ?? this.#numbers.size + 1
    this.#numbers.set(source.id, number)
    return `\\[${number}${locatorText ? `, ${escapeMarkdownLine(locatorText)}` : ''}\\]`
  }

  list(): string[] {
    const sources = new Map(this.graph.sources.map((source) => [source.id, source]))
    return [...this.#numbers].map(([id, number]) => {
      const source = sources.get(id)!
      const origin = source.origin && sources.get(source.origin)
      return `${number}. ${escapeMarkdownLine(citationText(this.graph, source))}${origin ? ` (after ${escapeMarkdownLine(origin.title)})` : ''}`
    })
  }
}

const evidence = ({ graph, texts }: BriefInput, edgeOrFigure: EdgeOrFigure): Evidence[] =>
  Array.from(statementsOfEdgeOrFigure(graph, edgeOrFigure), (row) => evidenceOfStatement(graph, row, texts))

/** Node by node, so that a reader meets each thing once: its edges as sentences, its figures with their values. */
function saidLines(input: BriefInput, edgesAndFigures: readonly EdgeOrFigure[], notes: Citations): string[] {
  const { graph, texts } = input
  const edges = new Map<number, EdgeOrFigure[]>()
  for (const edgeOrFigure of edgesAndFigures)
    if (edgeOrFigure.kind === 'edge') {
      const from = graph.edges.source[edgeOrFigure.row]!
      edges.set(from, [...(edges.get(from) ?? []), edgeOrFigure])
    }
  return Array.from(input.nodes.keys()).flatMap((row) => {
    if (input.nodes[row] !== 1) return []
    const figures = Array.from(rowsOfGroup(figuresByNode(graph), row), (figure): EdgeOrFigure => ({
      kind: 'figure',
      row: figure,
    }))
    const own = [...figures, ...(edges.get(row) ?? [])].filter(
      (each) => statementsOfEdgeOrFigure(graph, each).length > 0,
    )
    if (own.length === 0) return []
    return [
      `### ${escapeMarkdownLine(labelInLanguage(texts.language, nodeRecordAt(graph, row)))}`,
      '',
      ...own.map((each) => sentence(input, each, notes)),
      '',
    ]
  })
}

function sentence(input: BriefInput, edgeOrFigure: EdgeOrFigure, notes: Citations): string {
  const { graph, texts } = input
  const said = evidence(input, edgeOrFigure)
  const agreement = agreementOfEdgeOrFigure(graph, edgeOrFigure)
  const title = escapeMarkdownLine(titleOfEdgeOrFigure(graph, edgeOrFigure, texts))
  const verdict =
    agreement.verdict === 'single' ? '' : ` *${escapeMarkdownLine(verdictMessage(agreement, said).title)}*`
  const values = by(said, ({ value }) => (value ? escapeMarkdownLine(valueText(value)) : ''))
  const told = values.map(([value, own]) => `${value && `${value}, `}${voices(own, notes)}.`)
  if (told.length === 1) return `- ${title}: ${told[0]}${verdict}`
  return [`- ${title}:${verdict}`, ...told.map((each) => `  - ${each}`)].join('\n')
}

/** "announced, says Donald Trump [1] [2]; reported, says Kyodo [3]": each asserter once, with all its documents. */
const voices = (said: readonly Evidence[], notes: Citations): string =>
  by(said, saying)
    .map(([words, own]) => `${words} ${[...new Set(own.map((each) => notes.cite(each)))].join(' ')}`)
    .join('; ')

function saying({ statusLabel, negative, asserter, date }: Evidence): string {
  const parts = [negative ? `${statusLabel}, negative` : statusLabel, `says ${asserter.name}`, date && `for ${date}`]
  return escapeMarkdownLine(parts.filter(Boolean).join(', '))
}

/** What has the same key together, in the order in which keys are first met. */
function by<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups]
}

function contestedLines(input: BriefInput, edgesAndFigures: readonly EdgeOrFigure[], notes: Citations): string[] {
  const { graph, texts } = input
  const disputes = new Map<string, DisputeDetails>()
  for (const edgeOrFigure of edgesAndFigures)
    for (const dispute of disputeDetailsAbout(graph, edgeOrFigure, texts))
      if (dispute.kind === 'conflict' && dispute.sides.length > 1)
        disputes.set(
          dispute.isRecorded ? dispute.id : `${dispute.id} ${titleOfEdgeOrFigure(graph, edgeOrFigure, texts)}`,
          {
            ...dispute,
            title: dispute.isRecorded ? dispute.title : titleOfEdgeOrFigure(graph, edgeOrFigure, texts),
          },
        )
  return [...disputes.values()].flatMap(({ title, sides, reading }) => [
    `### ${escapeMarkdownLine(title)}`,
    '',
    ...sides.map(({ claim, statements }) => {
      const who = by(statements, ({ evidence: { asserter } }) => escapeMarkdownLine(asserter.name)).map(
        ([name, own]) => {
          const cited = new Set(own.map(({ evidence: each }) => notes.cite(each)))
          return `${name} ${[...cited].join(' ')}`
        },
      )
      return `- ${escapeMarkdownLine(claim)}: ${who.join('; ')}`
    }),
    '',
    escapeMarkdownLine(reading),
    '',
  ])
}

function openLines(input: BriefInput, edgesAndFigures: readonly EdgeOrFigure[]): string[] {
  const { graph, texts, today } = input
  const edges = new Set(
    edgesAndFigures.filter(({ kind }) => kind === 'edge').map(({ row }) => textAt(graph.edges.id, row)),
  )
  const someVisible = (ids: readonly string[]) =>
    ids.some((id) => {
      const row = Array.from(input.nodes.keys()).find((each) => textAt(graph.nodes.id, each) === id)
      return row !== undefined && input.nodes[row] === 1
    })
  const questions = issuesInList(graph, 'open', { today, texts })
  const waiting = issuesInList(graph, 'expectations', { today, texts }).filter(
    ({ expectationStatus }) => expectationStatus === 'open' || expectationStatus === 'due',
  )
  return [...questions, ...waiting]
    .filter(({ selection }) => someVisible(selection.nodes) || selection.edges.some((id) => edges.has(id)))
    .map(
      ({ title, detail, expectationStatus }) =>
        `- ${escapeMarkdownLine(title)}${expectationStatus === 'due' ? ' (due)' : ''}${detail ? `: ${escapeMarkdownLine(detail)}` : ''}`,
    )
}

const madeBy = (provenance: ExportProvenance): string => {
  const day = parseDateSpan(provenance.date) ? formatDate(provenance.date) : provenance.date
  return `---\n\n${escapeMarkdownLine(provenanceSentence(provenance))}. ${provenance.filter ? `Filter: \`${provenance.filter.replaceAll('`', "'")}\`. ` : ''}${day}`
}
