import type { ColumnRole, TableChoice, TablePreview } from './report'

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
export const roleWords: Readonly<Record<ColumnRole, string>> = {
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

export const rolesFor = (rows: TableChoice['rows']): readonly ColumnRole[] =>
  rows === 'edges' ? edgeRoles : rows === 'nodes' ? nodeRoles : []

/** The role of each column of a table, in the order of the header. */
export const rolesIn = ({ header }: Pick<TablePreview, 'header'>, { columns = {} }: TableChoice): ColumnRole[] =>
  header.map((name) => columns[name] ?? 'column')

/** What keeps a table from being read so, as a sentence; undefined where nothing does. */
export function hindranceIn(preview: Pick<TablePreview, 'header'>, choice: TableChoice): string | undefined {
  const roles = new Set(rolesIn(preview, choice))
  if (choice.rows !== 'edges') return undefined
  if (roles.has('source') && roles.has('target')) return undefined
  return 'Say which columns an edge comes from and goes to.'
}

/** What the gaps of a table switch off, in sentences. */
export function gapsIn(preview: Pick<TablePreview, 'header'>, choice: TableChoice): string[] {
  const roles = new Set(rolesIn(preview, choice))
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
  !roles.has('date') && 'No dates: clocks and the layout by time are off.',
]

/** Names of columns: those of the header, each once, and numbers where it has none. */
export function namesOf(cells: readonly string[], named: boolean): string[] {
  const taken = new Set<string>()
  return cells.map((cell, at) => {
    const name = (named && cell.replace(/^[#%]\s*/, '').trim()) || `column ${at + 1}`
    let own = name
    for (let turn = 2; taken.has(own); turn++) own = `${name} (${turn})`
    taken.add(own)
    return own
  })
}
