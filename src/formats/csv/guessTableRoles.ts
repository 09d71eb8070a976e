import type { ColumnRole, TableOptions } from '../../model/importReport'
import { uniqueColumnNames } from '../../model/tableOptions'
import { edgeRolesFromHeader, parseNeo4jHeader, nodeRolesFromHeader } from './columnNameRoles'

/** The first rows of a table; the first one may be its header. */
interface TableSample {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** What the rows and columns of a table mean. */
export interface TableGuess {
  readonly rows: 'nodes' | 'edges'
  readonly header: boolean
  /** Names of the columns, in order. */
  readonly names: readonly string[]
  readonly columns: Readonly<Record<string, ColumnRole>>
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

/** Guesses the meaning of the rows and columns of a table from its header, else from its cells. `choice` overrides it. */
export function guessTableRoles({ name, rows }: TableSample, choice?: TableOptions): TableGuess {
  const header = choice?.header ?? hasHeader(rows)
  const names = uniqueColumnNames(rows[0] ?? [], header)
  const body = header ? rows.slice(1) : rows
  const guessed = guessRoles(names, body, { name, header, rows: choice?.rows })
  const columns = choice?.columns ?? Object.fromEntries(guessed.roles)
  return { rows: choice && choice.rows !== 'skip' ? choice.rows : guessed.rows, header, names, columns }
}

/** What is known about a table apart from its cells. */
interface TableContext {
  readonly name: string
  readonly header: boolean
  readonly rows: TableOptions['rows'] | undefined
}

function guessRoles(
  names: readonly string[],
  body: readonly (readonly string[])[],
  context: TableContext,
): { readonly rows: 'nodes' | 'edges'; readonly roles: ReadonlyMap<string, ColumnRole> } {
  const { header, rows } = context
  const neo4j = header ? neo4jRoles(names) : undefined
  if (neo4j) return { rows: has(neo4j, 'source') ? 'edges' : 'nodes', roles: neo4j }
  const edges = edgeRolesFromHeader(header ? names : [])
  const nodes = nodeRolesFromHeader(header ? names : [])
  const areEnds = hasEnds(edges)
  const areNamed = hasName(nodes)
  const kind = rows ?? kindByHeader(areEnds, areNamed) ?? kindByCells(context, names.length, body)
  return kind === 'edges'
    ? { rows: 'edges', roles: areEnds ? withDirection(edges, names, body) : guessEnds(names, body, edges) }
    : { rows: 'nodes', roles: areNamed ? nodes : guessId(names, body, nodes) }
}

const hasEnds = (roles: ReadonlyMap<string, ColumnRole>): boolean => has(roles, 'source') && has(roles, 'target')
const hasName = (roles: ReadonlyMap<string, ColumnRole>): boolean => has(roles, 'id') || has(roles, 'label')

const kindByHeader = (areEnds: boolean, areNamed: boolean): 'nodes' | 'edges' | undefined =>
  areEnds ? 'edges' : areNamed ? 'nodes' : undefined

function neo4jRoles(names: readonly string[]): Map<string, ColumnRole> | undefined {
  const columns = parseNeo4jHeader(names)
  return columns && new Map(names.map((each, at) => [each, columns[at]!.role]))
}

const has = (roles: ReadonlyMap<string, ColumnRole>, role: ColumnRole): boolean => [...roles.values()].includes(role)

/** The kind of rows if the header does not tell: by the name of the file, else by the cells. */
function kindByCells(
  { name, header }: TableContext,
  columns: number,
  body: readonly (readonly string[])[],
): 'nodes' | 'edges' {
  if (/node|vert(ex|ic)/i.test(name)) return 'nodes'
  return /edge|link|relation/i.test(name) || looksLikeEdges(columns, body, header) ? 'edges' : 'nodes'
}

/** Takes a column of "directed" and "undirected", such as Gephi's "Type", for the direction and not the relation. */
function withDirection(
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

/** Guesses the ends by position: the first two columns, or the first and third of three if the middle one repeats. */
function guessEnds(
  names: readonly string[],
  body: readonly (readonly string[])[],
  byName: ReadonlyMap<string, ColumnRole>,
): Map<string, ColumnRole> {
  const roles = new Map([...byName].filter(([, role]) => role !== 'source' && role !== 'target'))
  const [first, second, third] = names
  const isMiddleRelation = names.length === 3 && repeats(body, 1) && !repeats(body, 2)
  if (first !== undefined) roles.set(first, 'source')
  if (isMiddleRelation) {
    roles.set(second!, 'relation')
    roles.set(third!, 'target')
    return roles
  }
  if (second !== undefined) roles.set(second, 'target')
  if (names.length === 3 && !byName.has(third!))
    roles.set(third!, body.every((row) => isNumber(row[2] ?? '')) ? 'weight' : 'relation')
  return roles
}

/** Takes the first column without missing or repeated values for the id. */
function guessId(
  names: readonly string[],
  body: readonly (readonly string[])[],
  byName: ReadonlyMap<string, ColumnRole>,
): Map<string, ColumnRole> {
  const roles = new Map(byName)
  const at = names.findIndex((_, column) => {
    const values = body.map((row) => row[column] ?? '')
    return values.every((value) => value !== '') && new Set(values).size === values.length
  })
  if (at >= 0 && !roles.has(names[at]!)) roles.set(names[at]!, 'id')
  return roles
}

/** Whether a column of texts has at most half as many distinct values as rows. */
function repeats(body: readonly (readonly string[])[], column: number): boolean {
  const values = body.map((row) => row[column] ?? '')
  return values.length > 2 && !values.every(isNumber) && new Set(values).size <= values.length / 2
}

/**
 * Whether the first two columns share values. Two or three columns are edges even if they do not, except in a table with a
 * header and distinct values in the first column.
 */
function looksLikeEdges(columns: number, body: readonly (readonly string[])[], header: boolean): boolean {
  const firsts = new Set(body.map((row) => row[0]))
  const seconds = body.map((row) => row[1])
  if (seconds.filter((value) => firsts.has(value)).length > seconds.length / 5) return true
  return columns > 1 && columns < 4 && !(header && firsts.size === body.length)
}

/**
 * Whether the first row is a header: it has known names, or is above a column of numbers, or has texts that appear only
 * once in a table with repeating values.
 */
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
