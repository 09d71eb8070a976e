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
const byteOrderMark = '\ufeff'
const endOfLine = '\r\n'
/** Minimum size in bytes of tables that are compressed less, which is three times faster. */
const largeTable = 2 ** 20

/** Writes a part as a zip of tables: nodes, edges and their evidence, with a README. */
export function writeCsv(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const files = Object.entries(csvTables(part, recipe)).map(
    ([name, bytes]) => [name, [bytes, { level: bytes.length > largeTable ? 1 : 6 }]] as const,
  )
  return zipSync(Object.fromEntries(files) as Zippable, { mtime: fileTimeOf(recipe.date) })
}

/** The files of the zip by name. Each table starts with a byte-order mark for spreadsheets. */
export function csvTables(part: Subgraph, recipe: ExportProvenance): Record<string, Uint8Array> {
  const rows = rowsOfSubgraph(part)
  return {
    'README.txt': encoder.encode(readme(part, recipe)),
    'nodes.csv': nodeTable(part),
    'edges.csv': edgeTable(part),
    'figures.csv': tableOfRows(rows.figures.map((row) => figureCsvRow(part.graph, row))),
    'statements.csv': tableOfRows(rows.statements.map((row) => statementCsvRow(part.graph, row))),
    'sources.csv': tableOfRows(rows.sources.map((row) => sourceCsvRow(part.graph, row))),
    'disputes.csv': tableOfRows(disputesOfSubgraph(part, rows).flatMap(disputeCsvRows)),
    ...(part.graph.statements.count > 0 && {
      'predicates.csv': tableOfRows(usedPredicates(part.graph, rows).map(predicateCsvRow)),
    }),
    ...(rows.asserters.length > 0 && {
      'asserters.csv': tableOfRows(rows.asserters.map((row) => asserterCsvRow(part.graph, row))),
    }),
  }
}

/** The time of the files. Zip has no year before 1980; without a date it is 1980, so that equal parts give equal bytes. */
const fileTimeOf = (date: string): string =>
  `${/^\d{4}-\d{2}-\d{2}$/.test(date) && date >= '1980' ? date : '1980-01-01'}T12:00:00`

/** A table with a column for each field that any row has, in order of first appearance. */
function tableOfRows(rows: readonly CsvRow[]): Uint8Array {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const writers = fields.map((field): [string, CsvCellWriter] => [
    field,
    (to, row) => writeCsvCell(to, rows[row]![field]),
  ])
  return table(new Map(writers), new Uint8Array(rows.length).fill(1))
}

/** A table with these columns, and the rows whose byte in the mask is 1. */
function table(columns: ReadonlyMap<string, CsvCellWriter>, mask: Uint8Array): Uint8Array {
  const to = new ByteWriter(mask.length * columns.size * 10)
  const writers = [...columns.values()]
  to.text(byteOrderMark)
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
    ...exportColumnsOf(part).nodes.map((each) => namedWriter(graph, each)),
    ['x', positionWriter(x)],
    ['y', positionWriter(y)],
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
    ...exportColumnsOf(part).edges.map((each) => namedWriter(graph, each)),
  ]
  return table(new Map(columns), edges)
}

/** A column with its name. Columns of lists have a suffix, so that they are read back as lists. */
const namedWriter = (graph: Graph, attribute: ExportColumn): [string, CsvCellWriter] => [
  attribute.column?.kind === 'list' && attribute.id !== 'aliases' ? attribute.id + listColumnSuffix : attribute.id,
  csvCellWriter(graph, attribute),
]

const positionWriter =
  (positions: Float32Array): CsvCellWriter =>
  (to, row) => {
    if (Number.isFinite(positions[row])) to.number(positions[row]!)
  }

const readme = (part: Subgraph, recipe: ExportProvenance): string =>
  [
    provenanceSentence(recipe),
    '',
    'nodes.csv       one row per node',
    'edges.csv       one row per edge: all statements with the same subject, predicate and object; evidence has one line per statement',
    'figures.csv     one row per figure: all statements with the same subject and predicate that have a value',
    'statements.csv  one row per statement: what one source states, who asserts it, its status, its date, where in the source',
    'sources.csv     one row per document; origin is the document that it reprints',
    'disputes.csv    one row per side of a dispute: what it says, its statements, and a neutral reading',
    'predicates.csv  one row per relation or figure: how it reads, and what it connects or measures',
    'asserters.csv   nodes outside this part that assert a statement in it; only if there are any',
    '',
    'Ids connect the tables: opened together in Kizuna, they are the same graph again, with all evidence. Items of lists are separated by "; ", with a backslash before semicolons in items. Texts that a spreadsheet would take for formulas start with an apostrophe.',
    '',
    'Sources',
    ...citationsOfSubgraph(part),
    '',
  ].join('\r\n')
