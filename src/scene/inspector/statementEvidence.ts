import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { NONE, textAt } from '../../model/columns'
import { formatDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { nodeRowById, statementRowById } from '../../model/graph'
import { lineStyleOfStatus, type LineStyle } from '../../model/lineStyle'
import { labelInLanguage } from '../../model/nodeNames'
import type { Derivation, Outcome, OutcomeKind, Source, StatementValue } from '../../model/records'
import { nodeRecordAt, statementRecordAt, statementValueAt } from '../../model/rowRecords'
import { formatCompactNumber } from '../../model/value'
import { statuses, type Status } from '../../model/enumerations'
import { edgeOrFigureOfStatement, selectionOfEdgeOrFigure } from '../edgeOrFigure'
import { valueLabel } from '../text/valueLabels'
import { figureTitle, sentenceText, statementSentence, valueText } from '../text/sentences'
import type { Selection } from '../view/view'

/** Who says it: a name, the node where there is one, and in what role. */
interface StatementAsserter {
  readonly name: string
  readonly node?: string
  readonly role: 'as quoted there' | 'the author' | 'the publisher' | 'the editors of the data set'
}

/** A computed value: its formula with the values put in, and the figures that it was computed from. */
export interface ValueComputation {
  readonly formula: string
  readonly inputs: readonly DerivedFromFigure[]
}

/** A figure that a value was computed from, by its id and its node's. */
interface DerivedFromFigure {
  readonly figure: string
  readonly node: string
  readonly title: string
  readonly value: string
}

/** One statement's answers: how surely, who says so, since when, where exactly. */
export interface Evidence {
  readonly id: string
  readonly value: StatementValue | undefined
  readonly status: Status
  readonly statusLabel: string
  readonly negative: boolean
  readonly line: LineStyle
  readonly asserter: StatementAsserter
  /** When it holds. */
  readonly date: string | undefined
  readonly source: Source
  /** When the source was published. */
  readonly published: string | undefined
  /** "Paragraph 4, sentence 2". */
  readonly locatorText: string | undefined
  /** The title of what its source reprints or relays; undefined where the source speaks for itself. */
  readonly relayedTitle: string | undefined
  readonly note: string | undefined
  readonly computation: ValueComputation | undefined
  /** By when it should have come about. */
  readonly due: string | undefined
  readonly outcome: ExpectationOutcome | undefined
}

/** What became of an expectation, and the later statements that tell it. */
export interface ExpectationOutcome {
  readonly label: string
  readonly date: string | undefined
  readonly reading: string
  readonly laterStatements: readonly { readonly id: string; readonly sentence: string; readonly selection: Selection }[]
}

/** Everything that a statement answers for itself. */
export function evidenceOfStatement(graph: Graph, row: number, texts: Texts): Evidence {
  const { id, value, date, locator, note, polarity, derived, due, outcome } = statementRecordAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const status = statementStatusAt(graph, row)
  return {
    id,
    value,
    status,
    statusLabel: valueLabel(graph, texts, 'status', status).toLowerCase(),
    negative: polarity === 'negative',
    line: lineStyleOfStatus(status, polarity === 'negative'),
    asserter: asserterOf(graph, row, source, texts),
    date: date && formatDate(date),
    source,
    published: source.date && formatDate(source.date),
    locatorText: locator && locatorTextOf(source, locator),
    relayedTitle: source.origin && (graph.sources.find((each) => each.id === source.origin)?.title ?? source.origin),
    note,
    computation: derived && computationOf(graph, derived, texts),
    due: due && formatDate(due),
    outcome: outcome && expectationOutcomeOf(graph, outcome, texts),
  }
}

/** What the kinds of outcome are called. */
const outcomeLabels: Readonly<Record<OutcomeKind, string>> = {
  fulfilled: 'Fulfilled',
  partly: 'Partly fulfilled',
  delayed: 'Delayed',
  superseded: 'Superseded',
  contradicted: 'Contradicted',
  open: 'Open',
}

function expectationOutcomeOf(
  graph: Graph,
  { kind, date, reading, statements = [] }: Outcome,
  texts: Texts,
): ExpectationOutcome {
  const laterStatements = statements.flatMap((id) => {
    const row = statementRowById(graph).get(id)
    if (row === undefined) return []
    const sentence = sentenceText(statementSentence(graph, row, texts))
    return [{ id, sentence, selection: selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)) }]
  })
  return { label: outcomeLabels[kind], date: date && formatDate(date), reading, laterStatements }
}

function asserterOf(graph: Graph, row: number, source: Source, texts: Texts): StatementAsserter {
  const by = graph.statements.by[row]!
  if (by !== NONE)
    return {
      name: labelInLanguage(texts.language, nodeRecordAt(graph, by)),
      node: textAt(graph.nodes.id, by),
      role: 'as quoted there',
    }
  if (source.id === graph.about.editors)
    return { name: `${source.publisher ?? graph.about.title}'s editors`, role: 'the editors of the data set' }
  const author = nodeRowById(graph).get(source.author ?? '')
  if (author !== undefined)
    return {
      name: labelInLanguage(texts.language, nodeRecordAt(graph, author)),
      node: source.author!,
      role: 'the author',
    }
  if (source.author) return { name: source.author, role: 'the author' }
  return { name: source.publisher ?? source.title, role: 'the publisher' }
}

/** "B4.2" as "Paragraph 4, sentence 2", where the source names its parts. */
function locatorTextOf({ parts = [] }: Source, locator: string): string {
  const [part, sentence] = locator.split('.')
  const name = parts.find(({ id }) => id === part)?.label ?? part!
  return sentence === undefined ? name : `${name}, sentence ${sentence}`
}

/** A formula in which the ids of statements give way to their values, and what these measure. */
function computationOf(graph: Graph, { formula, inputs }: Derivation, texts: Texts): ValueComputation {
  const rows = new Map(inputs.flatMap((id) => [[id, statementRowById(graph).get(id)] as const]))
  const values = new Map(
    [...rows].map(([id, row]) => [id, row === undefined ? undefined : statementValueAt(graph, row)]),
  )
  const units = new Set([...values.values()].map((value) => (value && 'unit' in value ? value.unit : '')))
  const say = (value: StatementValue): string =>
    'unit' in value && value.amount !== undefined && units.size === 1
      ? formatCompactNumber(value.amount)
      : valueText(value).replace(/^about /, '')
  const filled = formula.replace(/[a-z0-9]+(?:-[a-z0-9]+)*/g, (id) => {
    const value = values.get(id)
    return value ? say(value) : id
  })
  return { formula: filled, inputs: [...rows.values()].flatMap((row) => derivedFromFigures(graph, row, texts)) }
}

function derivedFromFigures(graph: Graph, row: number | undefined, texts: Texts): DerivedFromFigure[] {
  const figure = row === undefined ? NONE : graph.statements.figure[row]!
  const value = row === undefined ? undefined : statementValueAt(graph, row)
  if (figure === NONE || !value) return []
  return [
    {
      figure: textAt(graph.figures.id, figure),
      node: textAt(graph.nodes.id, graph.figures.subject[figure]!),
      title: sentenceText(figureTitle(graph, figure, texts)),
      value: valueText(value),
    },
  ]
}

/** The statement that an edge or figure is shown by where there is room for one: the surest that is not computed. */
export function surestStatement(statements: readonly Evidence[]): Evidence | undefined {
  const said = statements.filter(({ computation }) => !computation)
  const sure = ({ status }: Evidence): number => statuses.indexOf(status)
  return (said.length > 0 ? said : statements).toSorted((one, other) => sure(one) - sure(other))[0]
}

/** Who stands against the leading statement of a contested edge or figure: the surest of the other polarity, else of another value. */
export function surestOpposingStatement(statements: readonly Evidence[]): Evidence | undefined {
  const first = surestStatement(statements)
  const value = JSON.stringify(first?.value)
  const denying = statements.filter(({ negative }) => negative !== first?.negative)
  return surestStatement(denying) ?? surestStatement(statements.filter((each) => JSON.stringify(each.value) !== value))
}

/** A statement's answers in one line of text, for copying. */
export function evidenceText(evidence: Evidence): string {
  const {
    value,
    statusLabel,
    negative,
    asserter,
    date,
    source,
    published,
    locatorText,
    relayedTitle,
    note,
    computation,
  } = evidence
  const document = [source.title, source.publisher, published, locatorText, source.url].filter(Boolean).join(', ')
  const facts = [
    value && valueText(value),
    negative ? `${statusLabel}, negative` : statusLabel,
    `${asserter.name} (${asserter.role})`,
    date && `for ${date}`,
    document,
    source.origin && `after ${relayedTitle}`,
    computation && `computed: ${computation.formula}`,
    note,
  ]
  return facts.filter(Boolean).join('; ')
}
