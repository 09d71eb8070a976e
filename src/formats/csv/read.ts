import { message } from '../../messages/message'
import type { ColumnRole } from '../../model/importReport'
import { hasStatementRoles, tableOptionsFor } from '../../model/tableOptions'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { collectAdjacencyLists, collectAdjacencyMatrix } from './adjacencyTables'
import { collectStatementTable } from './statementTable'
import { kizunaTableKindOf, type KizunaTableKind } from './kizunaTable'
import { CsvTableReader } from './csvTableReader'
import { csvDialectOfFile, readCsvTable, type CsvTable } from './csvTable'

/** Whether a file is a table: it has rows of two cells or more, or the extension of a table. */
export const isCsvFile = (file: InputFile): boolean =>
  kizunaTableKindOf(file) === 'empty' || csvDialectOfFile(file) !== undefined

/** Kinds of tables with nodes or edges; undefined for tables that Kizuna did not write. */
const graphTables: readonly (KizunaTableKind | undefined)[] = ['nodes', 'edges', 'asserters', undefined]

/** Reads a table of nodes or edges. Kizuna's tables of evidence are read afterwards, by `addEvidenceTables`. */
export function collectCsv(file: InputFile, collector: GraphCollector): void {
  const own = kizunaTableKindOf(file)
  const choice = tableOptionsFor(collector.choices.tables, file.name)
  if (!graphTables.includes(own) || choice?.rows === 'skip') return
  const table = readCsvTable(file, choice, collector)
  if (table.guess.rows !== 'lists') reportUnevenRows(table, file.name, collector)
  const reader = new CsvTableReader(collector, table, file.name)
  const { guess } = table
  if (guess.rows === 'matrix') collectAdjacencyMatrix(table.cells, file.name, collector)
  else if (guess.rows === 'lists') collectAdjacencyLists(file, table.dialect, collector)
  else if (guess.rows === 'nodes') reader.collectNodes()
  else if (own === undefined && hasStatementRoles(guess)) collectStatementTable(table, file.name, collector)
  else reader.collectEdges()
  if (own === undefined && choice === undefined) reportGuess(table, file.name, collector)
}

function reportUnevenRows({ cells, dialect }: CsvTable, table: string, collector: GraphCollector): void {
  const { uneven, unevenCount, columns } = cells.table
  for (let at = 0; at < unevenCount; at++) {
    const row = uneven[at]
    const example = row
      ? message('files', 'exampleUnevenRow', {
          table,
          line: row.line + dialect.skippedLines,
          cells: row.cells,
          columns,
        })
      : ''
    collector.repair('uneven rows', example, message('files', 'unevenRowsFilled'))
  }
}

/** Roles that are worth mentioning in the report. */
const reportedRoles = [
  ...(['id', 'label', 'type', 'source', 'target', 'sourceType', 'targetType', 'sourceLabel', 'targetLabel'] as const),
  ...(['relation', 'weight', 'direction', 'amount', 'currency', 'date', 'until', 'document'] as const),
  ...(['locator', 'status', 'note'] as const),
] as const
const isReported = (role: ColumnRole): role is (typeof reportedRoles)[number] =>
  (reportedRoles as readonly ColumnRole[]).includes(role)

function reportGuess({ guess, dialect }: CsvTable, table: string, { guesses }: GraphCollector): void {
  const { rows, header, names } = guess
  const columns = names.flatMap((column) => {
    const role = guess.columns[column] ?? 'column'
    return isReported(role) ? [message('files', 'columnRoleGuessed', { column, role })] : []
  })
  if (rows === 'matrix' || rows === 'lists') return
  guesses.push(message('files', 'tableRowsGuessed', { table, rows, header, columns }))
  if (dialect.startOffset > 0) guesses.push(message('files', 'commentLinesSkipped', { table }))
}
