import { statusAt } from '../../model/agreement'
import { NONE, textAt } from '../../model/columns'
import { readableDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { nodeRows, statementRows } from '../../model/graph'
import { lineOfStatus, type Line } from '../../model/lineStyle'
import { labelIn, type Language } from '../../model/nodeNames'
import type { Derived, Outcome, OutcomeKind, Source, Value } from '../../model/records'
import { nodeAt, statementAt, valueAt } from '../../model/rowRecords'
import { readableNumber } from '../../model/value'
import { statuses, type Status } from '../../model/enumerations'
import { bundleOf, selectionOf } from '../edgeOrFigure'
import { nameIn } from '../text/valueLabels'
import { figureTitle, plainText, statementSentence, valueText } from '../text/sentences'
import type { Selection } from '../view/view'

/** Who says it: a name, the node where there is one, and in what role. */
export interface Asserter {
  readonly name: string
  readonly node?: string
  readonly role: 'as quoted there' | 'the author' | 'the publisher' | 'the editors of the data set'
}

/** A computed value: its formula with the values put in, and the figures that it was computed from. */
export interface Computation {
  readonly formula: string
  readonly inputs: readonly Input[]
}

/** A figure that a value was computed from, by its id and its node's. */
export interface Input {
  readonly figure: string
  readonly node: string
  readonly title: string
  readonly value: string
}

/** One statement's answers: how surely, who says so, since when, where exactly. */
export interface Evidence {
  readonly id: string
  readonly value: Value | undefined
  readonly status: Status
  readonly statusName: string
  readonly negative: boolean
  readonly line: Line
  readonly asserter: Asserter
  /** When it holds. */
  readonly date: string | undefined
  readonly source: Source
  /** When the source was published. */
  readonly published: string | undefined
  /** "Paragraph 4, sentence 2". */
  readonly place: string | undefined
  /** The title of what its source reprints or relays; undefined where the source speaks for itself. */
  readonly relays: string | undefined
  readonly note: string | undefined
  readonly computation: Computation | undefined
  /** By when it should have come about. */
  readonly due: string | undefined
  readonly outcome: Came | undefined
}

/** What became of an expectation, and the later statements that tell it. */
export interface Came {
  readonly name: string
  readonly date: string | undefined
  readonly reading: string
  readonly later: readonly { readonly id: string; readonly sentence: string; readonly selection: Selection }[]
}

/** Everything that a statement answers for itself. */
export function evidenceOf(graph: Graph, row: number, language: Language): Evidence {
  const { id, value, date, locator, note, polarity, derived, due, outcome } = statementAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const status = statusAt(graph, row)
  return {
    id,
    value,
    status,
    statusName: nameIn(graph, language, 'status', status).toLowerCase(),
    negative: polarity === 'negative',
    line: lineOfStatus(status, polarity === 'negative'),
    asserter: asserterOf(graph, row, source, language),
    date: date && readableDate(date),
    source,
    published: source.date && readableDate(source.date),
    place: locator && placeName(source, locator),
    relays: source.origin && (graph.sources.find((each) => each.id === source.origin)?.title ?? source.origin),
    note,
    computation: derived && computationOf(graph, derived, language),
    due: due && readableDate(due),
    outcome: outcome && cameOf(graph, outcome, language),
  }
}

/** What the kinds of outcome are called. */
export const outcomeNames: Readonly<Record<OutcomeKind, string>> = {
  fulfilled: 'Fulfilled',
  partly: 'Partly fulfilled',
  delayed: 'Delayed',
  superseded: 'Superseded',
  contradicted: 'Contradicted',
  open: 'Open',
}

function cameOf(graph: Graph, { kind, date, reading, statements = [] }: Outcome, language: Language): Came {
  const later = statements.flatMap((id) => {
    const row = statementRows(graph).get(id)
    if (row === undefined) return []
    const sentence = plainText(statementSentence(graph, row, language))
    return [{ id, sentence, selection: selectionOf(graph, bundleOf(graph, row)) }]
  })
  return { name: outcomeNames[kind], date: date && readableDate(date), reading, later }
}

function asserterOf(graph: Graph, row: number, source: Source, language: Language): Asserter {
  const by = graph.statements.by[row]!
  if (by !== NONE)
    return { name: labelIn(language, nodeAt(graph, by)), node: textAt(graph.nodes.id, by), role: 'as quoted there' }
  if (source.id === graph.about.editors)
    return { name: `${source.publisher ?? graph.about.title}'s editors`, role: 'the editors of the data set' }
  const author = nodeRows(graph).get(source.author ?? '')
  if (author !== undefined)
    return { name: labelIn(language, nodeAt(graph, author)), node: source.author!, role: 'the author' }
  if (source.author) return { name: source.author, role: 'the author' }
  return { name: source.publisher ?? source.title, role: 'the publisher' }
}

/** "B4.2" as "Paragraph 4, sentence 2", where the source names its parts. */
function placeName({ parts = [] }: Source, locator: string): string {
  const [part, sentence] = locator.split('.')
  const name = parts.find(({ id }) => id === part)?.label ?? part!
  return sentence === undefined ? name : `${name}, sentence ${sentence}`
}

/** A formula in which the ids of statements give way to their values, and what these measure. */
function computationOf(graph: Graph, { formula, inputs }: Derived, language: Language): Computation {
  const rows = new Map(inputs.flatMap((id) => [[id, statementRows(graph).get(id)] as const]))
  const values = new Map([...rows].map(([id, row]) => [id, row === undefined ? undefined : valueAt(graph, row)]))
  const units = new Set([...values.values()].map((value) => (value && 'unit' in value ? value.unit : '')))
  const say = (value: Value): string =>
    'unit' in value && value.amount !== undefined && units.size === 1
      ? readableNumber(value.amount)
      : valueText(value).replace(/^about /, '')
  const filled = formula.replace(/[a-z0-9]+(?:-[a-z0-9]+)*/g, (id) => {
    const value = values.get(id)
    return value ? say(value) : id
  })
  return { formula: filled, inputs: [...rows.values()].flatMap((row) => inputOf(graph, row, language)) }
}

function inputOf(graph: Graph, row: number | undefined, language: Language): Input[] {
  const figure = row === undefined ? NONE : graph.statements.figure[row]!
  const value = row === undefined ? undefined : valueAt(graph, row)
  if (figure === NONE || !value) return []
  return [
    {
      figure: textAt(graph.figures.id, figure),
      node: textAt(graph.nodes.id, graph.figures.subject[figure]!),
      title: plainText(figureTitle(graph, figure, language)),
      value: valueText(value),
    },
  ]
}

/** The statement that an edge or figure is shown by where there is room for one: the surest that is not computed. */
export function leading(statements: readonly Evidence[]): Evidence | undefined {
  const said = statements.filter(({ computation }) => !computation)
  const sure = ({ status }: Evidence): number => statuses.indexOf(status)
  return (said.length > 0 ? said : statements).toSorted((one, other) => sure(one) - sure(other))[0]
}

/** Who stands against the leading statement of a contested edge or figure: the surest of the other polarity, else of another value. */
export function opponent(statements: readonly Evidence[]): Evidence | undefined {
  const first = leading(statements)
  const value = JSON.stringify(first?.value)
  const denying = statements.filter(({ negative }) => negative !== first?.negative)
  return leading(denying) ?? leading(statements.filter((each) => JSON.stringify(each.value) !== value))
}

/** A statement's answers in one line of text, for copying. */
export function evidenceText(evidence: Evidence): string {
  const { value, statusName, negative, asserter, date, source, published, place, relays, note, computation } = evidence
  const document = [source.title, source.publisher, published, place, source.url].filter(Boolean).join(', ')
  const facts = [
    value && valueText(value),
    negative ? `${statusName}, negative` : statusName,
    `${asserter.name} (${asserter.role})`,
    date && `for ${date}`,
    document,
    source.origin && `after ${relays}`,
    computation && `computed: ${computation.formula}`,
    note,
  ]
  return facts.filter(Boolean).join('; ')
}
