import { zipSync } from 'fflate'
import Papa from 'papaparse'
import { readableDate } from '../../model/date'
import { figureAgreements } from '../../model/agreement'
import { groupAt, textAt } from '../../model/columns'
import { disputesAbout } from '../../model/disputes'
import type { Graph } from '../../model/graph'
import type { Dispute, Outcome, Quantity } from '../../model/records'
import { statementsOfFigure } from '../../model/graph'
import { figureAt, predicatesById, statementAt } from '../../model/rows'
import { readableValue } from '../../model/value'
import { attributesOf } from '../attributes'
import type { Attribute, Cell } from '../cells'
import { asserterOf, citation, citationsOf, recipeText } from '../evidence'
import type { Part, Recipe } from '../format'
import { disputesIn, rowsOf, type PartRows } from '../rows'

type Row = Readonly<Record<string, Cell | boolean | undefined>>

/** Writes a part as a zip of tables: nodes, edges, figures, statements and sources, with a text that explains them. */
export function writeCsv(part: Part, recipe: Recipe): Uint8Array {
  const rows = rowsOf(part)
  const tables: readonly (readonly [string, readonly Row[]])[] = [
    ['nodes.csv', nodeRows(part, rows)],
    ['edges.csv', edgeRows(part, rows)],
    ['figures.csv', rows.figures.map((row) => figureRow(part.graph, row))],
    ['statements.csv', rows.statements.map((row) => statementRow(part.graph, row))],
    ['sources.csv', rows.sources.map((row) => sourceRow(part.graph, row))],
    ['disputes.csv', disputesIn(part, rows).flatMap(disputeRows)],
  ]
  const encoder = new TextEncoder()
  const texts = [
    ['README.txt', readme(part, recipe)] as const,
    ...tables.map(([name, table]) => [name, csv(table)] as const),
  ]
  const files = Object.fromEntries(texts.map(([name, text]) => [name, encoder.encode(text)]))
  return zipSync(files, { mtime: timeOf(recipe.date) })
}

/** Zip files know no year before 1980; without a date of export they get that one, so that equal parts give equal bytes. */
const timeOf = (date: string): string =>
  `${/^\d{4}-\d{2}-\d{2}$/.test(date) && date >= '1980' ? date : '1980-01-01'}T12:00:00`

/** One column for each field that any row has, in order of first appearance; with a byte-order mark for spreadsheets. */
function csv(rows: readonly Row[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = rows.map((row) => fields.map((field) => safe(row[field])))
  return `\ufeff${Papa.unparse({ fields, data: cells }, { newline: '\r\n' })}\r\n`
}

/**
 * A cell that a spreadsheet would take for a formula is given an apostrophe in front (OWASP, CSV injection); numbers
 * are left alone.
 */
function safe(cell: Cell | boolean | undefined): string | number | boolean {
  if (cell === undefined) return ''
  const text = typeof cell === 'object' ? cell.join('; ') : cell
  return typeof text === 'string' && /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text
}

const record = (graph: Graph, row: number, attributes: readonly Attribute[]): Row =>
  Object.fromEntries(attributes.map(({ id, cell }) => [id, cell(graph, row)]))

function nodeRows(part: Part, { nodes }: PartRows): Row[] {
  const { graph } = part
  const attributes = attributesOf(part).nodes
  return nodes.map((row) => ({
    id: textAt(graph.nodes.id, row),
    label: textAt(graph.nodes.label, row),
    ...record(graph, row, attributes),
    x: graph.nodes.x[row]!,
    y: graph.nodes.y[row]!,
  }))
}

function edgeRows(part: Part, { edges }: PartRows): Row[] {
  const { graph } = part
  const attributes = attributesOf(part).edges
  return edges.map((row) => ({
    id: textAt(graph.edges.id, row),
    source: textAt(graph.nodes.id, graph.edges.source[row]!),
    target: textAt(graph.nodes.id, graph.edges.target[row]!),
    ...record(graph, row, attributes),
  }))
}

function figureRow(graph: Graph, row: number): Row {
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

function statementRow(graph: Graph, row: number): Row {
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
  } = rest
  return {
    id,
    subject,
    predicate,
    object,
    value: value && readableValue(value, readableDate),
    ...quantityCells(quantity),
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

const outcomeCells = ({ kind, date, reading, statements }: Outcome): Row => ({
  outcome: kind,
  outcome_date: date,
  outcome_reading: reading,
  outcome_statements: statements,
})

function sourceRow(graph: Graph, row: number): Row {
  const source = graph.sources[row]!
  const { id, title, publisher, author, date, url, language, kind, origin, reliability } = source
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
  }
}

/** One row a side: who stands where. */
const disputeRows = ({ id, kind, title, sides, reading }: Dispute): Row[] =>
  sides.map(({ says, statements }, at) => ({ id, kind, title, side: at + 1, says, statements, reading }))

const readme = (part: Part, recipe: Recipe): string =>
  [
    recipeText(recipe),
    '',
    'nodes.csv       one row a node',
    'edges.csv       one row an edge: all statements with the same subject, predicate and object; evidence has a line a statement',
    'figures.csv     one row a figure: all statements with the same subject and predicate that carry a value',
    'statements.csv  one row a statement: what one source says, who asserts it, how surely, when it holds, where in the source',
    'sources.csv     one row a document; origin is the document that it reprints',
    'disputes.csv    one row a side of a dispute: who stands where, and a neutral reading',
    '',
    'Ids join the tables. Lists are separated by "; ". A text that a spreadsheet would take for a formula has an apostrophe in front.',
    '',
    'Sources',
    ...citationsOf(part),
    '',
  ].join('\r\n')
