import type { ColumnRole } from '../../model/importReport'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { kizunaTableKindOf, type KizunaTableKind } from './kizunaTable'
import { CsvTableReader } from './csvTableReader'
import { csvDialectOfFile, readCsvTable, type CsvTable } from './csvTable'

/** Whether a file is a table: rows of two cells or more, or a file that calls itself one. */
export const isCsvTable = (file: InputFile): boolean =>
  kizunaTableKindOf(file) === 'empty' || csvDialectOfFile(file) !== undefined

const ofRows: readonly (KizunaTableKind | undefined)[] = ['nodes', 'edges', 'asserters', undefined]

/** Reads a table of nodes or of edges; Kizuna's tables of evidence are for `addEvidenceTables`, once all rows are there. */
export function collectCsv(file: InputFile, collector: GraphCollector): void {
  const own = kizunaTableKindOf(file)
  const choice = collector.choices.tables?.[file.name]
  if (!ofRows.includes(own) || choice?.rows === 'skip') return
  const table = readCsvTable(file, choice, collector)
  sayUneven(table, file.name, collector)
  const reader = new CsvTableReader(collector, table, file.name)
  if (table.guess.rows === 'edges') reader.collectEdges()
  else reader.collectNodes()
  if (own === undefined && choice === undefined) say(table, file.name, collector)
}

function sayUneven({ cells, dialect }: CsvTable, name: string, collector: GraphCollector): void {
  const { uneven, unevenCount, columns } = cells.table
  for (let at = 0; at < unevenCount; at++) {
    const row = uneven[at]
    const example = row
      ? `${name}, line ${row.line + dialect.skippedLines}: ${row.cells} cells instead of ${columns}`
      : ''
    collector.repair('uneven rows', example, 'Missing cells are empty; cells too many were left out.')
  }
}

const words: Partial<Record<ColumnRole, string>> = {
  id: 'the id',
  label: 'the name',
  type: 'the type',
  source: 'where an edge comes from',
  target: 'where it goes to',
  relation: 'the relation',
  weight: 'the weight',
  direction: 'the direction',
}

/** What was guessed, as a sentence. */
function say({ guess, dialect }: CsvTable, name: string, { guesses }: GraphCollector): void {
  const told = guess.names.flatMap((column) => {
    const word = words[guess.columns[column] ?? 'column']
    return word === undefined ? [] : [`"${column}" is ${word}`]
  })
  const head = guess.header ? '' : ' without a header'
  guesses.push(`${name}${head}: rows are ${guess.rows}${told.length > 0 ? `; ${told.join(', ')}` : ''}.`)
  if (dialect.startOffset > 0) guesses.push(`${name}: lines of comment at the beginning were passed over.`)
}
