import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { NONE, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { nodeRowIndex, statementRowIndex } from '../../model/graph'
import { lineStyleOfStatus, type LineStyle } from '../../model/lineStyle'
import { textInLanguage } from '../../model/nodeNames'
import type { Derivation, Outcome, Source, StatementValue } from '../../model/records'
import { statementRecordAt, statementValueAt } from '../../model/rowRecords'
import { statementStatuses, type Status } from '../../model/enumerations'
import { edgeOrFigureOfStatement, selectionOfEdgeOrFigure } from '../edgeOrFigure'
import { nodeLabelAt } from '../text/nodeCard'
import { figureTitle, sentenceText, statementSentence } from '../text/sentences'
import { statusInText } from '../text/valueLabels'
import type { Selection } from '../view/view'

/** Who says it: a name, the node's id if the graph has one for it, and the role in which it is said. */
interface StatementAsserter {
  readonly name: string
  readonly node?: string
  readonly role: keyof Texts['inspector']['asserterRoles']
}

/** A computed value: its formula with values in place of ids, and the figures that it was computed from. */
export interface ValueComputation {
  readonly formula: string
  readonly inputs: readonly DerivedFromFigure[]
}

/** A figure that a value was computed from: its id, the id of its node, and both in words. */
interface DerivedFromFigure {
  readonly figure: string
  readonly node: string
  readonly title: string
  readonly value: string
}

/** What is known about one statement: its status, who says it, since when, and where exactly. Texts are in the reader's language. */
export interface Evidence {
  readonly id: string
  readonly value: StatementValue | undefined
  readonly status: Status
  /** The status as written within a line: "reported". */
  readonly statusLabel: string
  /** The same with the polarity: "reported, negative". */
  readonly statusText: string
  readonly negative: boolean
  readonly line: LineStyle
  readonly asserter: StatementAsserter
  /** When it holds. */
  readonly date: string | undefined
  readonly source: Source
  readonly sourceTitle: string
  /** When the source was published. */
  readonly published: string | undefined
  /** "Paragraph 4, sentence 2". */
  readonly locatorText: string | undefined
  /** The title of the source that its own source reprints or relays; undefined if it relays none. */
  readonly relayedTitle: string | undefined
  readonly note: string | undefined
  readonly computation: ValueComputation | undefined
  /** The date by which it should happen. */
  readonly due: string | undefined
  readonly outcome: ExpectationOutcome | undefined
}

/** The outcome of an expectation, with the later statements that show it. */
export interface ExpectationOutcome {
  readonly label: string
  readonly date: string | undefined
  readonly reading: string
  readonly laterStatements: readonly { readonly id: string; readonly sentence: string; readonly selection: Selection }[]
}

/** What is known about the statement in a row. */
export function statementDetails(graph: Graph, row: number, texts: Texts): Evidence {
  const { id, value, date, locator, note, polarity, derived, due, outcome } = statementRecordAt(graph, row)
  const { format } = texts
  const negative = polarity === 'negative'
  const source = graph.sources[graph.statements.source[row]!]!
  const status = statementStatusAt(graph, row)
  return {
    id,
    value,
    status,
    statusLabel: statusInText(graph, texts, status),
    statusText: statusInText(graph, texts, status, negative),
    negative,
    line: lineStyleOfStatus(status, negative),
    asserter: asserterOf(graph, row, source, texts),
    date: date && format.date(date),
    source,
    sourceTitle: titleOf(source, texts),
    published: source.date && format.date(source.date),
    locatorText: locator && locatorTextOf(source, locator, texts),
    relayedTitle: source.origin && relayedTitleOf(graph, source.origin, texts),
    note,
    computation: derived && computationOf(graph, derived, texts),
    due: due && format.date(due),
    outcome: outcome && expectationOutcomeOf(graph, outcome, texts),
  }
}

const titleOf = ({ title, title_ja }: Source, texts: Texts): string => textInLanguage(texts.language, title, title_ja)

/** The title of a source by its id; the id if the data set lacks it. */
function relayedTitleOf(graph: Graph, id: string, texts: Texts): string {
  const source = graph.sources.find((each) => each.id === id)
  return source ? titleOf(source, texts) : id
}

function expectationOutcomeOf(
  graph: Graph,
  { kind, date, reading, statements = [] }: Outcome,
  texts: Texts,
): ExpectationOutcome {
  const laterStatements = statements.flatMap((id) => {
    const row = statementRowIndex(graph).get(id)
    if (row === undefined) return []
    const sentence = sentenceText(statementSentence(graph, row, texts))
    return [{ id, sentence, selection: selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)) }]
  })
  return { label: texts.terms.outcomeKinds[kind], date: date && texts.format.date(date), reading, laterStatements }
}

function asserterOf(graph: Graph, row: number, source: Source, texts: Texts): StatementAsserter {
  const by = graph.statements.by[row]!
  if (by !== NONE) return { ...asserterNode(graph, by, texts), role: 'quoted' }
  if (source.id === graph.about.editors) {
    const name = source.publisher ?? textInLanguage(texts.language, graph.about.title, graph.about.title_ja)
    return { name: texts.inspector.editorsOf({ name }), role: 'editors' }
  }
  const author = nodeRowIndex(graph).get(source.author ?? '')
  if (author !== undefined) return { ...asserterNode(graph, author, texts), role: 'author' }
  if (source.author) return { name: source.author, role: 'author' }
  return { name: source.publisher ?? titleOf(source, texts), role: 'publisher' }
}

const asserterNode = (graph: Graph, row: number, texts: Texts): Pick<StatementAsserter, 'name' | 'node'> => ({
  name: nodeLabelAt(graph, row, texts),
  node: textAt(graph.nodes.id, row),
})

/** "B4.2" as "Paragraph 4, sentence 2", if the source names its parts. */
function locatorTextOf({ parts = [] }: Source, locator: string, { language, inspector }: Texts): string {
  const [id, sentence] = locator.split('.')
  const found = parts.find((each) => each.id === id)
  const part = found ? textInLanguage(language, found.label, found.label_ja) : id!
  return sentence === undefined ? part : inspector.sentenceInPart({ part, sentence })
}

/** A formula with values in place of statement ids, and the figures that these are values of. */
function computationOf(graph: Graph, { formula, inputs }: Derivation, texts: Texts): ValueComputation {
  const rows = new Map(inputs.flatMap((id) => [[id, statementRowIndex(graph).get(id)] as const]))
  const values = new Map(
    [...rows].map(([id, row]) => [id, row === undefined ? undefined : statementValueAt(graph, row)]),
  )
  const units = new Set([...values.values()].map((value) => (value && 'unit' in value ? value.unit : '')))
  const termOf = (value: StatementValue): string =>
    'unit' in value && value.amount !== undefined && units.size === 1
      ? texts.format.number(value.amount)
      : texts.format.value('unit' in value && value.amount !== undefined ? { ...value, about: false } : value)
  const filled = formula.replace(/[a-z0-9]+(?:-[a-z0-9]+)*/g, (id) => {
    const value = values.get(id)
    return value ? termOf(value) : id
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
      value: texts.format.value(value),
    },
  ]
}

/** The statement that represents an edge or figure where there is room for one: the surest that is not computed. */
export function surestStatement(statements: readonly Evidence[]): Evidence | undefined {
  const documented = statements.filter(({ computation }) => !computation)
  const rank = ({ status }: Evidence): number => statementStatuses.indexOf(status)
  return (documented.length > 0 ? documented : statements).toSorted((one, other) => rank(one) - rank(other))[0]
}

/** The statement against the surest one of a contested edge or figure: the surest of the other polarity, else of another value. */
export function surestOpposingStatement(statements: readonly Evidence[]): Evidence | undefined {
  const first = surestStatement(statements)
  const value = JSON.stringify(first?.value)
  const denying = statements.filter(({ negative }) => negative !== first?.negative)
  return surestStatement(denying) ?? surestStatement(statements.filter((each) => JSON.stringify(each.value) !== value))
}

/** A statement with its evidence in one line of text, for copying. */
export function evidenceText(evidence: Evidence, { format, inspector, terms }: Texts): string {
  const { value, asserter, date, source, published, locatorText, relayedTitle, note, computation } = evidence
  const facts = [
    value && format.value(value),
    evidence.statusText,
    inspector.asserterWithRole({ name: asserter.name, role: inspector.asserterRoles[asserter.role] }),
    date && inspector.appliesTo({ date }),
    [evidence.sourceTitle, source.publisher, published, locatorText, source.url]
      .filter(Boolean)
      .join(terms.listSeparator),
    relayedTitle && inspector.repeatsSource({ title: relayedTitle }),
    computation && inspector.calculatedAs({ formula: computation.formula }),
    note,
  ]
  return facts.filter(Boolean).join(inspector.factSeparator)
}
