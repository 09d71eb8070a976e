import { english } from '../../messages/englishFormatter'
import { figureAgreements } from '../../model/agreement'
import { categoryAt, rowsOfGroup } from '../../model/columns'
import { disputesMentioning } from '../../model/disputes'
import { statementsByFigure, type Graph } from '../../model/graph'
import type { Dispute, Outcome, Quantity, StatementValue } from '../../model/records'
import { figureKeysAt, nodeRecordAt, predicatesById, statementRecordAt, nodeTypesById } from '../../model/rowRecords'
import type { Predicate } from '../../model/schema'
import type { ExportCellValue } from '../io/exportColumn'
import { asserterName, citationText } from '../export/evidenceText'
import type { SubgraphRows } from '../export/subgraphRows'

/** A row of a table: cells by column name. */
export type CsvRow = Readonly<Record<string, ExportCellValue | boolean | undefined>>

export function figureCsvRow(graph: Graph, row: number): CsvRow {
  const { id, subject, predicate } = figureKeysAt(graph, row)
  const { status, corroboration, verdict } = figureAgreements(graph)[row]!
  const statements = [...rowsOfGroup(statementsByFigure(graph), row)].map((each) => statementRecordAt(graph, each))
  return {
    id,
    subject,
    predicate,
    predicate_label: predicatesById(graph).get(predicate)?.label,
    values: statements.map(({ value }) => (value ? english.value(value) : '')),
    status,
    corroboration,
    conflict: verdict,
    statements: statements.map((each) => each.id),
    sources: [...new Set(statements.map((each) => each.source))],
    disputes: disputesMentioning(graph, rowsOfGroup(statementsByFigure(graph), row)).map((each) => each.id),
  }
}

export function statementCsvRow(graph: Graph, row: number): CsvRow {
  const { value, derived, ...rest } = statementRecordAt(graph, row)
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
    value: value && english.value(value),
    ...quantityCells(quantity),
    ...exactCells(value),
    status,
    polarity,
    by,
    asserted_by: asserterName(graph, row),
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

/** The cells of an amount, empty if there is none, so that the order of columns does not depend on the rows. */
const quantityCells = (quantity: Quantity | undefined): CsvRow => ({
  amount: quantity?.amount,
  low: quantity?.low,
  high: quantity?.high,
  about: quantity && quantity.about === true,
  unit: quantity?.unit,
})

/** The exact value where the readable one is rounded or formatted: a date in EDTF, a text as it is. */
const exactCells = (value: StatementValue | undefined): CsvRow => ({
  value_kind: value && kindOf(value),
  value_exact: value && ('date' in value ? value.date : 'text' in value ? value.text : undefined),
})

const kindOf = (value: StatementValue): string =>
  'unit' in value ? 'quantity' : 'date' in value ? 'date' : 'text' in value ? 'text' : 'unknown'

const outcomeCells = ({ kind, date, reading, statements }: Outcome): CsvRow => ({
  outcome: kind,
  outcome_date: date,
  outcome_reading: reading,
  outcome_statements: statements,
})

export function sourceCsvRow(graph: Graph, row: number): CsvRow {
  const source = graph.sources[row]!
  const { id, title, publisher, author, date, url, language, kind, origin, reliability, parts, note, title_ja } = source
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
    citation: citationText(graph, source),
    parts: parts?.map((each) => each.id),
    part_labels: parts?.map((each) => each.label),
    note,
    editors: graph.about.editors === id ? true : undefined,
    ...(title_ja !== undefined && { title_ja }),
    ...(parts?.some(({ label_ja }) => label_ja) && { part_labels_ja: parts.map(({ label_ja }) => label_ja ?? '') }),
  }
}

/** One row for each side of a dispute. */
export const disputeCsvRows = ({ id, kind, title, sides, reading, also, research, ...japanese }: Dispute): CsvRow[] =>
  sides.map(({ says, statements, says_ja }, at) => ({
    id,
    kind,
    title,
    side: at + 1,
    says,
    statements,
    reading,
    also,
    research,
    ...japanese,
    ...(says_ja !== undefined && { says_ja }),
  }))

/** The predicates of the edges and figures of a part, in the order of the schema. */
export function usedPredicates({ schema, edges, figures }: Graph, rows: SubgraphRows): Predicate[] {
  const used = new Set([
    ...rows.edges.map((row) => categoryAt(edges.predicate, row)),
    ...rows.figures.map((row) => categoryAt(figures.predicate, row)),
  ])
  return schema.predicates.filter(({ id }) => used.has(id))
}

const predicateFields =
  'id label inverse negative inverse_negative ja inverse_ja negative_ja inverse_negative_ja description description_ja from to single symmetric facet amount value stage'

export function predicateCsvRow(predicate: Predicate): CsvRow {
  const record: CsvRow = { ...predicate }
  return Object.fromEntries(predicateFields.split(' ').map((field) => [field, record[field]]))
}

export function asserterCsvRow(graph: Graph, row: number): CsvRow {
  const { id, label, type } = nodeRecordAt(graph, row)
  const declared = nodeTypesById(graph).get(type)
  return { asserter: id, label, type, type_label: declared?.label, family: declared?.family }
}
