import { message } from '../../messages/message'
import { tableOptionsFor } from '../../model/tableOptions'
import type { GraphCollector, TableRelations } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { readCsvTable, type CsvTable } from './csvTable'
import { kizunaTableKindOf } from './kizunaTable'
import { previewOfTable } from './previewTables'

/** Maximum total size in bytes of tables whose cells are compared. */
const maxComparedBytes = 1 << 27
/** Minimum share of cells of a column that are ids of a table, for the column to refer to it. */
const minReferenceShare = 0.95

interface ComparedTable {
  readonly file: InputFile
  readonly table: CsvTable
  readonly base: string
  readonly idColumn: string | undefined
  readonly ids: ReadonlySet<string>
}

/**
 * Finds how tables that are opened together refer to each other. Rows of two tables with the same ids are different things
 * unless the id columns have one name and the rows one label; a column of cells that are all ids of another table refers to it.
 */
export function relateTables(files: readonly InputFile[], collector: GraphCollector): void {
  const own = files.filter((file) => kizunaTableKindOf(file) === undefined && !isForNeo4j(file))
  const kindOf = (file: InputFile) =>
    tableOptionsFor(collector.choices.tables, file.name)?.rows ?? previewOfTable(file)?.guess.rows
  const nodeFiles = own.filter((file) => kindOf(file) === 'nodes')
  if (nodeFiles.length < 2 || own.reduce((sum, { bytes }) => sum + bytes.length, 0) > maxComparedBytes) return
  const tables = nodeFiles.map((file) => comparedTable(file, collector))
  const apart = new Set(tables.filter((one) => tables.some((other) => one !== other && areApart(one, other))))
  const prefixOf = (table: ComparedTable) => (apart.has(table) ? `${table.base}:` : '')
  for (const each of tables)
    collector.tableRelations.set(each.file.name, relationsOf(each, tables, { apart, prefixOf, collector }))
  for (const file of own.filter((each) => kindOf(each) === 'edges'))
    collector.tableRelations.set(file.name, relationsOfEdges(comparedTable(file, collector), tables, prefixOf))
  if (apart.size > 0)
    collector.guesses.push(
      message('tables', 'idsKeptApart', {
        tables: [...apart].map(({ file }) => file.name),
        example: `${[...apart][0]!.base}:${[...[...apart][0]!.ids][0] ?? ''}`,
      }),
    )
}

/** Tables for Neo4j's import name the spaces of their ids themselves. */
const isForNeo4j = ({ head }: InputFile): boolean => /^[^\n]*:(?:ID|START_ID|END_ID)\b/.test(head)

function comparedTable(file: InputFile, collector: GraphCollector): ComparedTable {
  const table = readCsvTable(file, tableOptionsFor(collector.choices.tables, file.name))
  const columns = table.guess.names
  const idAt = columnWithRole(table, 'id') ?? columnWithRole(table, 'label')
  return {
    file,
    table,
    base: file.name.replace(/^.*\//, '').replace(/\.[^.]+$/, ''),
    idColumn: idAt === undefined ? undefined : columns[idAt],
    ids: idAt === undefined ? new Set() : cellsOf(table, idAt),
  }
}

function columnWithRole({ guess }: CsvTable, role: string): number | undefined {
  const at = guess.names.findIndex((name) => guess.columns[name] === role)
  return at < 0 ? undefined : at
}

/** The distinct cells of a column that are not empty. */
function cellsOf({ cells, guess }: CsvTable, column: number): Set<string> {
  const found = new Set<string>()
  for (let row = guess.header ? 1 : 0; row < cells.table.rows; row++) {
    const text = cells.text(row, column).trim()
    if (text !== '') found.add(text)
  }
  return found
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether two tables have the same ids for different things. */
function areApart(one: ComparedTable, other: ComparedTable): boolean {
  const shared = [...one.ids].filter((id) => other.ids.has(id))
  if (shared.length === 0) return false
  if (plain(one.idColumn ?? '') !== plain(other.idColumn ?? '')) return true
  const [left, right] = [labelsOf(one), labelsOf(other)]
  if (!left || !right) return false
  return shared.filter((id) => left.get(id) !== right.get(id)).length > shared.length / 2
}

/** Labels by id; undefined if no column but that of ids holds them. */
function labelsOf({ table }: ComparedTable): Map<string, string> | undefined {
  const [id, label] = [columnWithRole(table, 'id'), columnWithRole(table, 'label')]
  if (id === undefined || label === undefined) return undefined
  const found = new Map<string, string>()
  for (let row = table.guess.header ? 1 : 0; row < table.cells.table.rows; row++)
    found.set(table.cells.text(row, id).trim(), table.cells.text(row, label).trim())
  return found
}

interface Related {
  readonly apart: ReadonlySet<ComparedTable>
  readonly prefixOf: (table: ComparedTable) => string
  readonly collector: GraphCollector
}

function relationsOf(each: ComparedTable, tables: readonly ComparedTable[], related: Related): TableRelations {
  const { table, file } = each
  const references = new Map<string, { prefix: string; table: string }>()
  const chosen = table.choice?.references ?? {}
  table.guess.names.forEach((name, column) => {
    if (name === each.idColumn || !['column', undefined].includes(table.guess.columns[name])) return
    const other = Object.hasOwn(chosen, name)
      ? tables.find((one) => one.file.name === chosen[name])
      : referredTable(each, column, tables)
    if (!other) return
    references.set(name, { prefix: related.prefixOf(other), table: other.file.name })
    related.collector.guesses.push(
      message('tables', 'tablesRefer', { table: file.name, column: name, other: other.file.name }),
    )
  })
  const isTyped = columnWithRole(table, 'type') !== undefined
  const hasOthers = related.apart.has(each) || references.size > 0 || isReferredTo(each, tables)
  return { prefix: related.prefixOf(each), type: !isTyped && hasOthers ? each.base : undefined, references }
}

const isReferredTo = (each: ComparedTable, tables: readonly ComparedTable[]): boolean =>
  tables.some(
    (other) =>
      other !== each &&
      other.table.guess.names.some(
        (name, column) => name !== other.idColumn && referredTable(other, column, tables) === each,
      ),
  )

/** The table that a column refers to: nearly all cells are its ids, and numbers also need a name that says so. */
function referredTable(
  each: ComparedTable,
  column: number,
  tables: readonly ComparedTable[],
): ComparedTable | undefined {
  const cells = cellsOf(each.table, column)
  if (cells.size === 0) return undefined
  const name = plain(each.table.guess.names[column]!)
  const areNumbers = [...cells].every((cell) => /^-?[\d.,]+$/.test(cell))
  return tables.find((other) => {
    if (other === each || other.ids.size === 0) return false
    const known = [...cells].filter((cell) => other.ids.has(cell)).length
    if (known < cells.size * minReferenceShare) return false
    return isNamedAfter(name, other) || (!areNumbers && cells.size > 1)
  })
}

/** Whether a column is named like the ids or the rows of a table: "categoryID" or "category" of categories. */
function isNamedAfter(name: string, { idColumn, base }: ComparedTable): boolean {
  const id = plain(idColumn ?? '')
  const table = plain(base)
  const singular = table.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
  const stem = name.replace(/(id|no|nr|key|code|ref)$/, '')
  return (
    (name === id && id !== 'id' && id.length > 2) ||
    (stem !== '' && (stem === table || stem === singular || (stem.length > 3 && table.startsWith(stem))))
  )
}

/** The tables that the ends of a table of edges refer to. */
function relationsOfEdges(
  each: ComparedTable,
  tables: readonly ComparedTable[],
  prefixOf: (table: ComparedTable) => string,
): TableRelations {
  const references = new Map<string, { prefix: string; table: string }>()
  for (const role of ['source', 'target']) {
    const column = columnWithRole(each.table, role)
    if (column === undefined) continue
    const name = each.table.guess.names[column]!
    const cells = [...cellsOf(each.table, column)]
    const fits = (other: ComparedTable) => cells.filter((cell) => other.ids.has(cell)).length
    const named = tables.find((other) => isNamedAfter(plain(name), other) && fits(other) > 0)
    const best = named ?? tables.toSorted((one, other) => fits(other) - fits(one))[0]
    if (best && fits(best) > 0) references.set(name, { prefix: prefixOf(best), table: best.file.name })
  }
  return { prefix: '', type: undefined, references }
}
