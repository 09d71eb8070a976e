import { message, type Message } from '../messages/message'
import type { ColumnRole, ImportOptions, TableOptions, TablePreview } from './importReport'

const nodeRoles: readonly ColumnRole[] = [
  'id',
  'label',
  'type',
  'x',
  'y',
  'latitude',
  'longitude',
  'date',
  'column',
  'skip',
]
const edgeRoles: readonly ColumnRole[] = [
  'source',
  'target',
  'sourceType',
  'targetType',
  'sourceLabel',
  'targetLabel',
  'relation',
  'id',
  'weight',
  'direction',
  'amount',
  'currency',
  'date',
  'until',
  'document',
  'locator',
  'status',
  'note',
  'column',
  'skip',
]

/** Roles with which the rows of a table of edges are statements: what they say has a source, an amount or a status. */
const statementRoles: readonly ColumnRole[] = ['amount', 'document', 'status', 'locator', 'until', 'note']

/** Whether the rows of a table are statements, by the roles of its columns. */
export const hasStatementRoles = ({ rows, columns = {} }: TableOptions): boolean =>
  rows === 'edges' && Object.values(columns).some((role) => statementRoles.includes(role))

/** How a table is read, by the name of its file, as the person chose. */
export const tableOptionsFor = (tables: ImportOptions['tables'], name: string): TableOptions | undefined =>
  tables && Object.hasOwn(tables, name) ? tables[name] : undefined

/** The roles that a column of a table can have. */
export const columnRolesFor = (rows: TableOptions['rows']): readonly ColumnRole[] =>
  rows === 'edges' ? edgeRoles : rows === 'nodes' ? nodeRoles : []

/** The role of each column of a table, in the order of the header. */
export const columnRolesOf = ({ header }: Pick<TablePreview, 'header'>, { columns = {} }: TableOptions): ColumnRole[] =>
  header.map((name) => columns[name] ?? 'column')

/** What prevents a table from being read with these options, as a sentence; undefined if nothing does. */
export function missingRoleMessage(preview: Pick<TablePreview, 'header'>, options: TableOptions): Message | undefined {
  if (options.rows !== 'edges') return undefined
  const roles = new Set(columnRolesOf(preview, options))
  return roles.has('source') && roles.has('target') ? undefined : message('files', 'chooseEdgeEnds')
}

/** What a table lacks, and which features are not available for that reason. */
export function missingRoleNotes(preview: Pick<TablePreview, 'header'>, options: TableOptions): Message[] {
  const roles = new Set(columnRolesOf(preview, options))
  const gaps = options.rows === 'nodes' ? nodeGaps(roles) : options.rows === 'edges' ? edgeGaps(roles) : []
  return gaps.filter((gap) => gap !== false)
}

function nodeGaps(roles: ReadonlySet<ColumnRole>): (Message | false)[] {
  const isIdentified = roles.has('id') || roles.has('label')
  return [
    !isIdentified && message('files', 'noIdColumn'),
    isIdentified && !roles.has('id') && message('files', 'namesAsIds'),
    isIdentified && !roles.has('label') && message('files', 'idsAsNames'),
    !roles.has('type') && message('files', 'noTypes'),
    !(roles.has('x') && roles.has('y')) && message('files', 'noPositionColumns'),
    !(roles.has('latitude') && roles.has('longitude')) && message('files', 'noCoordinates'),
  ]
}

const edgeGaps = (roles: ReadonlySet<ColumnRole>): (Message | false)[] => [
  !roles.has('relation') && message('files', 'noRelations'),
  !roles.has('weight') && message('files', 'noWeights'),
  !roles.has('date') && message('files', 'noDatesOnEdges'),
]

/** Unique names of columns: the cells of a header, or numbers for empty cells and for tables without a header. */
export function uniqueColumnNames(cells: readonly string[], hasHeader: boolean): string[] {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const name = (hasHeader && cell.replace(/^[#%]\s*/, '').trim()) || `column ${index + 1}`
    let unique = name
    for (let copy = 2; taken.has(unique); copy++) unique = `${name} (${copy})`
    taken.add(unique)
    return unique
  })
}

/** The column names of a table, and the rows below them. */
export interface TableWithHeader {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table with its first row as header, or with numbered columns. */
export function tableWithHeader({ header, rows, guess }: TablePreview, options: TableOptions): TableWithHeader {
  const hasHeader = options.header ?? true
  if (hasHeader === (guess.header ?? true)) return { header, rows }
  const [first = [], ...others] = rows
  if (hasHeader) return { header: uniqueColumnNames(first, true), rows: others }
  return { header: uniqueColumnNames(header, false), rows: [header, ...rows] }
}

/** Roles that only one column can have. */
const isSingle = (role: ColumnRole): boolean => role !== 'column' && role !== 'skip' && role !== 'date'

/** The options with another role for a column; another column that had this role loses it. */
export function withColumnRole(options: TableOptions, column: string, role: ColumnRole): TableOptions {
  const others = Object.entries(options.columns ?? {}).map(([name, current]): [string, ColumnRole] => [
    name,
    current === role && isSingle(role) ? 'column' : current,
  ])
  return { ...options, columns: { ...Object.fromEntries(others), [column]: role } }
}

/**
 * The options with another kind of rows: roles that such rows can have stay, and edges get their ends from the first two
 * columns.
 */
export function withTableRowKind(
  options: TableOptions,
  header: readonly string[],
  rows: TableOptions['rows'],
): TableOptions {
  const possible = columnRolesFor(rows)
  const columns = header.map((name): [string, ColumnRole] => {
    const role = options.columns?.[name] ?? 'column'
    return [name, possible.includes(role) ? role : 'column']
  })
  const changed: TableOptions = { ...options, rows, columns: Object.fromEntries(columns) }
  if (rows !== 'edges' || missingRoleMessage({ header }, changed) === undefined) return changed
  const [source, target] = header
  const withSource = source === undefined ? changed : withColumnRole(changed, source, 'source')
  return target === undefined ? withSource : withColumnRole(withSource, target, 'target')
}

/** The options for the same columns under other names: the first row becomes the header, or is one no longer. */
export function withHeaderRow(preview: TablePreview, options: TableOptions, header: boolean): TableOptions {
  const before = tableWithHeader(preview, options).header
  const after = tableWithHeader(preview, { ...options, header }).header
  const columns = after.map((name, index): [string, ColumnRole] => [
    name,
    options.columns?.[before[index]!] ?? 'column',
  ])
  return { ...options, header, columns: Object.fromEntries(columns) }
}
