import type { ColumnRole, TableOptions, TablePreview } from './importReport'

/** What a column of a table can be. */
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
  'relation',
  'id',
  'weight',
  'direction',
  'date',
  'column',
  'skip',
]

/** What each role is called where a person chooses. */
export const columnRoleLabels: Readonly<Record<ColumnRole, string>> = {
  id: 'id',
  label: 'name',
  type: 'type',
  x: 'x in the plane',
  y: 'y in the plane',
  latitude: 'latitude',
  longitude: 'longitude',
  source: 'from',
  target: 'to',
  relation: 'relation',
  weight: 'weight',
  direction: 'direction',
  date: 'date',
  column: 'a column',
  skip: 'left out',
}

export const columnRolesFor = (rows: TableOptions['rows']): readonly ColumnRole[] =>
  rows === 'edges' ? edgeRoles : rows === 'nodes' ? nodeRoles : []

/** The role of each column of a table, in the order of the header. */
export const columnRolesOf = ({ header }: Pick<TablePreview, 'header'>, { columns = {} }: TableOptions): ColumnRole[] =>
  header.map((name) => columns[name] ?? 'column')

/** What keeps a table from being read so, as a sentence; undefined where nothing does. */
export function missingRoleMessage(preview: Pick<TablePreview, 'header'>, choice: TableOptions): string | undefined {
  const roles = new Set(columnRolesOf(preview, choice))
  if (choice.rows !== 'edges') return undefined
  if (roles.has('source') && roles.has('target')) return undefined
  return 'Say which columns an edge comes from and goes to.'
}

/** What the gaps of a table switch off, in sentences. */
export function missingRoleNotes(preview: Pick<TablePreview, 'header'>, choice: TableOptions): string[] {
  const roles = new Set(columnRolesOf(preview, choice))
  const said = choice.rows === 'nodes' ? nodeGaps(roles) : choice.rows === 'edges' ? edgeGaps(roles) : []
  return said.filter((gap) => gap !== false)
}

function nodeGaps(roles: ReadonlySet<ColumnRole>): (string | false)[] {
  const known = roles.has('id') || roles.has('label')
  return [
    !known && 'No column is an id: rows are numbered, and edges find them by number only.',
    known && !roles.has('id') && 'No column is an id: the name stands for it, and rows with the same name become one.',
    known && !roles.has('label') && 'No column is a name: nodes are called by their ids.',
    !roles.has('type') && 'No column gives types: all nodes look the same.',
    !(roles.has('x') && roles.has('y')) && 'No places: a layout is computed.',
    !(roles.has('latitude') && roles.has('longitude')) && 'No latitude and longitude: the geographic layout is off.',
  ]
}

const edgeGaps = (roles: ReadonlySet<ColumnRole>): (string | false)[] => [
  !roles.has('relation') && 'No column names the relation: every line reads "related to".',
  !roles.has('weight') && 'No weights: every line counts the same.',
  !roles.has('date') && 'No dates: edges cannot be filtered by time.',
]

/** Names of columns: those of the header, each once, and numbers where it has none. */
export function uniqueColumnNames(cells: readonly string[], named: boolean): string[] {
  const taken = new Set<string>()
  return cells.map((cell, at) => {
    const name = (named && cell.replace(/^[#%]\s*/, '').trim()) || `column ${at + 1}`
    let own = name
    for (let turn = 2; taken.has(own); turn++) own = `${name} (${turn})`
    taken.add(own)
    return own
  })
}

/** A table as it stands after a choice: names of its columns, and the rows below them. */
export interface TableWithHeader {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table with its first row as header, or with numbers for names. */
export function tableWithHeader({ header, rows, guess }: TablePreview, choice: TableOptions): TableWithHeader {
  const named = choice.header ?? true
  if (named === (guess.header ?? true)) return { header, rows }
  const [first = [], ...others] = rows
  if (named) return { header: uniqueColumnNames(first, true), rows: others }
  return { header: uniqueColumnNames(header, false), rows: [header, ...rows] }
}

/** Roles that only one column can have. */
const isSingle = (role: ColumnRole): boolean => role !== 'column' && role !== 'skip' && role !== 'date'

/** The choice with another role for a column; a column that had that role gives it up. */
export function withColumnRole(choice: TableOptions, column: string, role: ColumnRole): TableOptions {
  const others = Object.entries(choice.columns ?? {}).map(([name, own]): [string, ColumnRole] => [
    name,
    own === role && isSingle(role) ? 'column' : own,
  ])
  return { ...choice, columns: { ...Object.fromEntries(others), [column]: role } }
}

/** The choice with other rows: roles that those can have stay, and edges begin with their ends in the first two columns. */
export function withTableRowKind(
  choice: TableOptions,
  header: readonly string[],
  rows: TableOptions['rows'],
): TableOptions {
  const possible = columnRolesFor(rows)
  const kept = header.map((name): [string, ColumnRole] => {
    const role = choice.columns?.[name] ?? 'column'
    return [name, possible.includes(role) ? role : 'column']
  })
  const turned: TableOptions = { ...choice, rows, columns: Object.fromEntries(kept) }
  if (rows !== 'edges' || missingRoleMessage({ header }, turned) === undefined) return turned
  const [from, to] = header
  const begun = from === undefined ? turned : withColumnRole(turned, from, 'source')
  return to === undefined ? begun : withColumnRole(begun, to, 'target')
}

/** The choice for the same columns under other names, as when the first row becomes a header or stops being one. */
export function withHeaderRow(preview: TablePreview, choice: TableOptions, header: boolean): TableOptions {
  const before = tableWithHeader(preview, choice).header
  const after = tableWithHeader(preview, { ...choice, header }).header
  const columns = after.map((name, at): [string, ColumnRole] => [name, choice.columns?.[before[at]!] ?? 'column'])
  return { ...choice, header, columns: Object.fromEntries(columns) }
}
