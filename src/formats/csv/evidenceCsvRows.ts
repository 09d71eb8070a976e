import { readableDate } from '../../model/date'
import { figureAgreements } from '../../model/agreement'
import { categoryAt, groupAt } from '../../model/columns'
import { disputesAbout } from '../../model/disputes'
import { statementsOfFigure, type Graph } from '../../model/graph'
import type { Dispute, Outcome, Quantity, Value } from '../../model/records'
import { figureAt, nodeAt, predicatesById, statementAt, typesById } from '../../model/rowRecords'
import type { Predicate } from '../../model/schema'
import { readableValue } from '../../model/value'
import type { Cell } from '../io/exportColumn'
import { asserterOf, citation } from '../export/evidenceText'
import type { PartRows } from '../export/subgraphRows'

/** A row of a table: cells by the names of their columns. */
export type Row = Readonly<Record<string, Cell | boolean | undefined>>

export function figureRow(graph: Graph, row: number): Row {
  const { id, subject, predicate } = figureAt(graph, row)
  const { status, corroboration, verdict } = figureAgreements(graph)[row]!
  const statements = [...groupAt(statementsOfFigure(graph), row)].map((each) => statementAt(graph, each))
  return {
    id,
    subject,
    predicate,
    predicate_label: predicatesById(graph).get(predicate)?.label,
    values: statements.map(({ value }) => (value ? readableValue(value, readableDate) : '')),
    status,
    corroboration,
    conflict: verdict,
    statements: statements.map((each) => each.id),
    sources: [...new Set(statements.map((each) => each.source))],
    disputes: disputesAbout(graph, groupAt(statementsOfFigure(graph), row)).map((each) => each.id),
  }
}

export function statementRow(graph: Graph, row: number): Row {
  const { value, derived, ...rest } = statementAt(graph, row)
  const quantity = value && 'unit' in value ? value : undefined
  const {
    id,
    subject,
    predicate,
    object,
    status,
    polarity = 'positive',
    by,
    date,
    source,
    locator,
    note,
    due,
    outcome,
    research,
  } = rest
  return {
    id,
    subject,
    predicate,
    object,
    value: value && readableValue(value, readableDate),
    ...quantityCells(quantity),
    ...exactCells(value),
    status,
    polarity,
    by,
    asserted_by: asserterOf(graph, row),
    date,
    source,
    locator,
    formula: derived?.formula,
    inputs: derived?.inputs,
    note,
    due,
    research,
    ...(outcome && outcomeCells(outcome)),
  }
}

/** Empty cells where there is no amount, so that the columns stand in one order whatever the rows say. */
const quantityCells = (quantity: Quantity | undefined): Row => ({
  amount: quantity?.amount,
  low: quantity?.low,
  high: quantity?.high,
  about: quantity && quantity.about === true,
  unit: quantity?.unit,
})

/** What the readable value rounds or puts into words: a date as EDTF, a text as it is. */
const exactCells = (value: Value | undefined): Row => ({
  value_kind: value && kindOf(value),
  value_exact: value && ('date' in value ? value.date : 'text' in value ? value.text : undefined),
})

const kindOf = (value: Value): string =>
  'unit' in value ? 'quantity' : 'date' in value ? 'date' : 'text' in value ? 'text' : 'unknown'

const outcomeCells = ({ kind, date, reading, statements }: Outcome): Row => ({
  outcome: kind,
  outcome_date: date,
  outcome_reading: reading,
  outcome_statements: statements,
})

export function sourceRow(graph: Graph, row: number): Row {
  const source = graph.sources[row]!
  const { id, title, publisher, author, date, url, language, kind, origin, reliability, parts, note } = source
  return {
    id,
    title,
    publisher,
    author,
    date,
    url,
    language,
    kind,
    origin,
    reliability,
    citation: citation(graph, source),
    parts: parts?.map((each) => each.id),
    part_labels: parts?.map((each) => each.label),
    note,
    editors: graph.about.editors === id ? true : undefined,
  }
}

/** One row a side: who stands where. */
export const disputeRows = ({ id, kind, title, sides, reading, also, research }: Dispute): Row[] =>
  sides.map(({ says, statements }, at) => ({
    id,
    kind,
    title,
    side: at + 1,
    says,
    statements,
    reading,
    also,
    research,
  }))

/** The predicates of a part's edges and figures, in the order of the schema. */
export function predicatesUsed({ schema, edges, figures }: Graph, rows: PartRows): Predicate[] {
  const used = new Set([
    ...rows.edges.map((row) => categoryAt(edges.predicate, row)),
    ...rows.figures.map((row) => categoryAt(figures.predicate, row)),
  ])
  return schema.predicates.filter(({ id }) => used.has(id))
}

const predicateFields =
  'id label inverse negative inverse_negative ja inverse_ja description from to single symmetric facet amount value stage'

export function predicateRow(predicate: Predicate): Row {
  const record: Row = { ...predicate }
  return Object.fromEntries(predicateFields.split(' ').map((field) => [field, record[field]]))
}

export function asserterRow(graph: Graph, row: number): Row {
  const { id, label, type } = nodeAt(graph, row)
  const declared = typesById(graph).get(type)
  return { asserter: id, label, type, type_label: declared?.label, family: declared?.family }
}
