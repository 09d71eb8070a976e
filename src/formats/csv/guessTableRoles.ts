import type { ColumnRole, TableOptions } from '../../model/importReport'
import { uniqueColumnNames } from '../../model/tableOptions'
import { edgeRolesFromHeader, parseNeo4jHeader, nodeRolesFromHeader } from './columnNameRoles'

/** The first rows of a table as texts, the first of which may be its header. */
interface TableSample {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** How a table is read where the person has not said it, and why. */
export interface TableGuess {
  readonly rows: 'nodes' | 'edges'
  readonly header: boolean
  /** Names of columns, in order. */
  readonly names: readonly string[]
  readonly columns: Readonly<Record<string, ColumnRole>>
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

/** Guesses what the rows of a table are and what its columns say, from the names in the first row, else from the cells. */
export function guessTableRoles({ name, rows }: TableSample, choice?: TableOptions): TableGuess {
  const header = choice?.header ?? hasHeader(rows)
  const names = uniqueColumnNames(rows[0] ?? [], header)
  const body = header ? rows.slice(1) : rows
  const guessed = rolesOf(names, body, { name, header, rows: choice?.rows })
  const columns = choice?.columns ?? Object.fromEntries(guessed.roles)
  return { rows: choice && choice.rows !== 'skip' ? choice.rows : guessed.rows, header, names, columns }
}

interface Known {
  readonly name: string
  readonly header: boolean
  readonly rows: TableOptions['rows'] | undefined
}

function rolesOf(
  names: readonly string[],
  body: readonly (readonly string[])[],
  known: Known,
): { readonly rows: 'nodes' | 'edges'; readonly roles: ReadonlyMap<string, ColumnRole> } {
  const { header, rows } = known
  const neo4j = header ? neo4jRoles(names) : undefined
  if (neo4j) return { rows: has(neo4j, 'source') ? 'edges' : 'nodes', roles: neo4j }
  const edges = edgeRolesFromHeader(header ? names : [])
  const nodes = nodeRolesFromHeader(header ? names : [])
  const ends = hasEnds(edges)
  const named = hasName(nodes)
  const told = rows ?? toldBy(ends, named) ?? rowsBy(known, names.length, body)
  return told === 'edges'
    ? { rows: 'edges', roles: ends ? directed(edges, names, body) : endsBy(names, body, edges) }
    : { rows: 'nodes', roles: named ? nodes : idBy(names, body, nodes) }
}

const hasEnds = (roles: ReadonlyMap<string, ColumnRole>): boolean => has(roles, 'source') && has(roles, 'target')
const hasName = (roles: ReadonlyMap<string, ColumnRole>): boolean => has(roles, 'id') || has(roles, 'label')

const toldBy = (ends: boolean, named: boolean): 'nodes' | 'edges' | undefined =>
  ends ? 'edges' : named ? 'nodes' : undefined

function neo4jRoles(names: readonly string[]): Map<string, ColumnRole> | undefined {
  const columns = parseNeo4jHeader(names)
  return columns && new Map(names.map((each, at) => [each, columns[at]!.role]))
}

const has = (roles: ReadonlyMap<string, ColumnRole>, role: ColumnRole): boolean => [...roles.values()].includes(role)

/** What rows are whose columns do not say it: by the name of the file, else by the cells. */
function rowsBy({ name, header }: Known, columns: number, body: readonly (readonly string[])[]): 'nodes' | 'edges' {
  if (/node|vert(ex|ic)/i.test(name)) return 'nodes'
  return /edge|link|relation/i.test(name) || looksLikeEdges(columns, body, header) ? 'edges' : 'nodes'
}

/** Gephi's column "Type" says whether an edge is directed. */
function directed(
  roles: Map<string, ColumnRole>,
  names: readonly string[],
  body: readonly (readonly string[])[],
): Map<string, ColumnRole> {
  const column = names.findIndex((name) => roles.get(name) === 'relation')
  const values = body.map((row) => row[column] ?? '').filter((value) => value !== '')
  if (column < 0 || values.length === 0 || !values.every((value) => /^(un)?directed$/i.test(value.trim()))) return roles
  const others = edgeRolesFromHeader(names.filter((_, at) => at !== column))
  return new Map([...others, [names[column]!, 'direction']])
}

/** Edges by place: the first two columns are ends, or the first and the third of three where the middle one repeats. */
function endsBy(
  names: readonly string[],
  body: readonly (readonly string[])[],
  known: ReadonlyMap<string, ColumnRole>,
): Map<string, ColumnRole> {
  const roles = new Map([...known].filter(([, role]) => role !== 'source' && role !== 'target'))
  const [first, second, third] = names
  const middle = names.length === 3 && repeats(body, 1) && !repeats(body, 2)
  if (first !== undefined) roles.set(first, 'source')
  if (middle) {
    roles.set(second!, 'relation')
    roles.set(third!, 'target')
    return roles
  }
  if (second !== undefined) roles.set(second, 'target')
  if (names.length === 3 && !known.has(third!))
    roles.set(third!, body.every((row) => isNumber(row[2] ?? '')) ? 'weight' : 'relation')
  return roles
}

/** The first column whose values are all there and differ is the id. */
function idBy(
  names: readonly string[],
  body: readonly (readonly string[])[],
  known: ReadonlyMap<string, ColumnRole>,
): Map<string, ColumnRole> {
  const roles = new Map(known)
  const at = names.findIndex((_, column) => {
    const values = body.map((row) => row[column] ?? '')
    return values.every((value) => value !== '') && new Set(values).size === values.length
  })
  if (at >= 0 && !roles.has(names[at]!)) roles.set(names[at]!, 'id')
  return roles
}

/** Whether at least half of a column's values stand there more than once; numbers do not count. */
function repeats(body: readonly (readonly string[])[], column: number): boolean {
  const values = body.map((row) => row[column] ?? '')
  return values.length > 2 && !values.every(isNumber) && new Set(values).size <= values.length / 2
}

/**
 * Whether the first two columns hold the same things; two or three columns are edges even where they do not, but for a
 * table with a header in which each row begins with another thing.
 */
function looksLikeEdges(columns: number, body: readonly (readonly string[])[], header: boolean): boolean {
  const ones = new Set(body.map((row) => row[0]))
  const others = body.map((row) => row[1])
  if (others.filter((other) => ones.has(other)).length > others.length / 5) return true
  return columns > 1 && columns < 4 && !(header && ones.size === body.length)
}

/** Whether the first row names columns: it has known names, or stands above numbers, or its words come once where others repeat. */
function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0] ?? []
  const body = rows.slice(1)
  if (parseNeo4jHeader(first) || namesRoles(first)) return true
  if (first.some(isNumber) || new Set(first).size < first.length) return false
  if (first.some((_, column) => body.length > 0 && body.every((row) => isNumber(row[column] ?? '')))) return true
  const cells = new Set(body.flat())
  if (first.some((cell) => cell !== '' && cells.has(cell))) return false
  return first.length > 3 || first.some((_, column) => repeats(body, column))
}

const namesRoles = (first: readonly string[]): boolean =>
  hasEnds(edgeRolesFromHeader(first)) || hasName(nodeRolesFromHeader(first))
