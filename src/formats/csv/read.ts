import type { ColumnRole } from '../../model/importReport'
import type { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import { ownTable, type OwnTable } from './kizunaTable'
import { Reader } from './csvTableReader'
import { tableDialect, tableOf, type Table } from './csvTable'

/** Whether a file is a table: rows of two cells or more, or a file that calls itself one. */
export const isTable = (file: FileIn): boolean => ownTable(file) === 'empty' || tableDialect(file) !== undefined

const ofRows: readonly (OwnTable | undefined)[] = ['nodes', 'edges', 'asserters', undefined]

/** Reads a table of nodes or of edges; Kizuna's tables of evidence are for `withEvidence`, once all rows are there. */
export function collectTable(file: FileIn, collector: Collector): void {
  const own = ownTable(file)
  const choice = collector.choices.tables?.[file.name]
  if (!ofRows.includes(own) || choice?.rows === 'skip') return
  const table = tableOf(file, choice, collector)
  sayUneven(table, file.name, collector)
  const reader = new Reader(collector, table, file.name)
  if (table.guess.rows === 'edges') reader.edges()
  else reader.nodes()
  if (own === undefined && choice === undefined) say(table, file.name, collector)
}

function sayUneven({ cells, dialect }: Table, name: string, collector: Collector): void {
  const { uneven, unevenCount, columns } = cells.table
  for (let at = 0; at < unevenCount; at++) {
    const row = uneven[at]
    const example = row ? `${name}, line ${row.line + dialect.lines}: ${row.cells} cells instead of ${columns}` : ''
    collector.mend('uneven rows', example, 'Missing cells are empty; cells too many were left out.')
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
function say({ guess, dialect }: Table, name: string, { guesses }: Collector): void {
  const told = guess.names.flatMap((column) => {
    const word = words[guess.columns[column] ?? 'column']
    return word === undefined ? [] : [`"${column}" is ${word}`]
  })
  const head = guess.header ? '' : ' without a header'
  guesses.push(`${name}${head}: rows are ${guess.rows}${told.length > 0 ? `; ${told.join(', ')}` : ''}.`)
  if (dialect.from > 0) guesses.push(`${name}: lines of comment at the beginning were passed over.`)
}
