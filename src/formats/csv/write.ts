import { zipSync, type Zippable } from 'fflate'
import type { Graph } from '../../model/graph'
import { exportColumnsOf } from '../export/exportColumns'
import { ByteWriter } from '../io/byteWriter'
import type { ExportColumn } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { disputesOfSubgraph, rowsOfSubgraph } from '../export/subgraphRows'
import {
  csvCellWriter,
  csvTextColumnWriter,
  preEscapedCsvTextWriter,
  writeCsvCell,
  writeCsvString,
  type CsvCellWriter,
} from './csvCellWriter'
import {
  asserterCsvRow,
  disputeCsvRows,
  figureCsvRow,
  predicateCsvRow,
  usedPredicates,
  sourceCsvRow,
  statementCsvRow,
  type CsvRow,
} from './evidenceCsvRows'
import { listColumnSuffix } from './kizunaTable'

const COMMA = 0x2c
const CR = 0x0d
const LF = 0x0a

const encoder = new TextEncoder()
const mark = '\ufeff'
const endOfLine = '\r\n'
/** Larger tables are packed less tightly, which is three times quicker. */
const largeTable = 2 ** 20

/** Writes a part as a zip of tables: nodes, edges and their evidence, with a text that explains them. */
export function writeCsv(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const files = Object.entries(csvTables(part, recipe)).map(
    ([name, bytes]) => [name, [bytes, { level: bytes.length > largeTable ? 1 : 6 }]] as const,
  )
  return zipSync(Object.fromEntries(files) as Zippable, { mtime: timeOf(recipe.date) })
}

/** The files that are in the zip, by name; each table begins with a byte-order mark for spreadsheets. */
export function csvTables(part: Subgraph, recipe: ExportProvenance): Record<string, Uint8Array> {
  const rows = rowsOfSubgraph(part)
  return {
    'README.txt': encoder.encode(readme(part, recipe)),
    'nodes.csv': nodeTable(part),
    'edges.csv': edgeTable(part),
    'figures.csv': csv(rows.figures.map((row) => figureCsvRow(part.graph, row))),
    'statements.csv': csv(rows.statements.map((row) => statementCsvRow(part.graph, row))),
    'sources.csv': csv(rows.sources.map((row) => sourceCsvRow(part.graph, row))),
    'disputes.csv': csv(disputesOfSubgraph(part, rows).flatMap(disputeCsvRows)),
    ...(part.graph.statements.count > 0 && {
      'predicates.csv': csv(usedPredicates(part.graph, rows).map(predicateCsvRow)),
    }),
    ...(rows.asserters.length > 0 && {
      'asserters.csv': csv(rows.asserters.map((row) => asserterCsvRow(part.graph, row))),
    }),
  }
}

/** Zip files know no year before 1980; without a date of export they get that one, so that equal parts give equal bytes. */
const timeOf = (date: string): string =>
  `${/^\d{4}-\d{2}-\d{2}$/.test(date) && date >= '1980' ? date : '1980-01-01'}T12:00:00`

/** One column for each field that any row has, in order of first appearance. */
function csv(rows: readonly CsvRow[]): Uint8Array {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const writers = fields.map((field): [string, CsvCellWriter] => [
    field,
    (to, row) => writeCsvCell(to, rows[row]![field]),
  ])
  return table(new Map(writers), new Uint8Array(rows.length).fill(1))
}

/** A table with these columns and those rows that the mask takes. */
function table(columns: ReadonlyMap<string, CsvCellWriter>, mask: Uint8Array): Uint8Array {
  const to = new ByteWriter(mask.length * columns.size * 10)
  const writers = [...columns.values()]
  to.text(mark)
  ;[...columns.keys()].forEach((name, at) => {
    if (at > 0) to.byte(COMMA)
    writeCsvString(to, name)
  })
  to.text(endOfLine)
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue
    for (let at = 0; at < writers.length; at++) {
      if (at > 0) to.byte(COMMA)
      writers[at]!(to, row)
    }
    to.byte(CR)
    to.byte(LF)
  }
  return to.writtenBytes()
}

function nodeTable(part: Subgraph): Uint8Array {
  const { graph, nodes } = part
  const { id, label, x, y } = graph.nodes
  const columns: [string, CsvCellWriter][] = [
    ['id', csvTextColumnWriter(id)],
    ['label', csvTextColumnWriter(label)],
    ...exportColumnsOf(part).nodes.map((each) => named(graph, each)),
    ['x', placeWriter(x)],
    ['y', placeWriter(y)],
  ]
  return table(new Map(columns), nodes)
}

function edgeTable(part: Subgraph): Uint8Array {
  const { graph, edges } = part
  const writeId = preEscapedCsvTextWriter(graph.nodes.id)
  const { id, source, target } = graph.edges
  const columns: [string, CsvCellWriter][] = [
    ['id', csvTextColumnWriter(id)],
    ['source', (to, row) => writeId(to, source[row]!)],
    ['target', (to, row) => writeId(to, target[row]!)],
    ...exportColumnsOf(part).edges.map((each) => named(graph, each)),
  ]
  return table(new Map(columns), edges)
}

/** Columns of lists are marked, so that they come back as lists; those of Kizuna's own are known by their names. */
const named = (graph: Graph, attribute: ExportColumn): [string, CsvCellWriter] => [
  attribute.column?.kind === 'list' && attribute.id !== 'aliases' ? attribute.id + listColumnSuffix : attribute.id,
  csvCellWriter(graph, attribute),
]

const placeWriter =
  (places: Float32Array): CsvCellWriter =>
  (to, row) => {
    if (Number.isFinite(places[row])) to.number(places[row]!)
  }

const readme = (part: Subgraph, recipe: ExportProvenance): string =>
  [
    provenanceSentence(recipe),
    '',
    'nodes.csv       one row a node',
    'edges.csv       one row an edge: all statements with the same subject, predicate and object; evidence has a line a statement',
    'figures.csv     one row a figure: all statements with the same subject and predicate that carry a value',
    'statements.csv  one row a statement: what one source says, who asserts it, how surely, when it holds, where in the source',
    'sources.csv     one row a document; origin is the document that it reprints',
    'disputes.csv    one row a side of a dispute: who stands where, and a neutral reading',
    'predicates.csv  one row a relation or figure: how it reads, and what it joins or measures',
    'asserters.csv   nodes that are not in this part and assert something in it; only where there are some',
    '',
    'Ids join the tables: opened together in Kizuna they are the same graph again, with all evidence. Lists are separated by "; ", with a backslash before a semicolon inside of them. A text that a spreadsheet would take for a formula has an apostrophe in front.',
    '',
    'Sources',
    ...citationsOfSubgraph(part),
    '',
  ].join('\r\n')
