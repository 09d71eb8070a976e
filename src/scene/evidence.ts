import { agreementOf, statusAt } from '../model/agreement'
import { NONE, textAt } from '../model/columns'
import { readableDate } from '../model/date'
import type { Graph } from '../model/graph'
import { nodeRows, statementRows } from '../model/graph'
import { lineOfStatus, type Line } from '../model/line'
import { labelIn, type Language } from '../model/names'
import type { Source, Value } from '../model/records'
import { nodeAt, statementAt } from '../model/rows'
import type { Status } from '../model/words'
import { nameIn } from './names'
import { valueText } from './sentences'

/** Who says it: a name, the node where there is one, and in what role. */
export interface Asserter {
  readonly name: string
  readonly node?: string
  readonly role: 'as quoted there' | 'the author' | 'the publisher' | 'the editors of the data set'
}

/** A computed value: its formula with the values put in, and what it was computed from. */
export interface Computation {
  readonly formula: string
  readonly inputs: readonly string[]
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
  readonly origins: number
  readonly note: string | undefined
  readonly computation: Computation | undefined
}

/** Everything that a statement answers for itself. */
export function evidenceOf(graph: Graph, row: number, language: Language): Evidence {
  const { id, value, date, locator, note, polarity, derived } = statementAt(graph, row)
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
    origins: agreementOf(graph, Uint32Array.of(row)).corroboration,
    note,
    computation: derived && { formula: filledIn(graph, derived.formula), inputs: derived.inputs },
  }
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

/** A formula in which the ids of statements give way to their values. */
function filledIn(graph: Graph, formula: string): string {
  return formula.replace(/[a-z0-9]+(?:-[a-z0-9]+)+/g, (id) => {
    const row = statementRows(graph).get(id)
    const value = row === undefined ? undefined : statementAt(graph, row).value
    return value ? valueText(value).replace(/^about /, '') : id
  })
}

/** A statement's answers in one line of text, for copying. */
export function evidenceText(evidence: Evidence): string {
  const { value, statusName, negative, asserter, date, source, published, place, note, computation } = evidence
  const document = [source.title, source.publisher, published, place, source.url].filter(Boolean).join(', ')
  const facts = [
    value && valueText(value),
    negative ? `${statusName}, negative` : statusName,
    `${asserter.name} (${asserter.role})`,
    date && `for ${date}`,
    document,
    computation && `computed: ${computation.formula}`,
    note,
  ]
  return facts.filter(Boolean).join('; ')
}
