import type { ColumnRole, TableOptions } from '../../model/importReport'
import { uniqueColumnNames } from '../../model/tableOptions'
import { edgeRolesFromHeader, parseNeo4jHeader, nodeRolesFromHeader } from './columnNameRoles'
import { isAdjacencyMatrix } from './adjacencyTables'
import { edgeRolesByContent, endsByContent, profiledTable, type ProfiledTable } from './rolesByContent'
import { isCategorical, isNameLike } from './columnProfile'
import {
  endsByHeaderAndCells,
  isNumberText,
  isShadowedSource,
  repeatsCells,
  someColumnHas,
  withDirectionColumn,
} from './endColumns'
import { isUniquelyNamed, nodeIdByCells, nodeLabelByCells } from './nodeColumns'

/** The first rows of a table; the first one may be its header. */
interface TableSample {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** Whether the rows may become statements: guessed only for tables of which every row may be one. */
  readonly mayBeStatements: boolean
}

/** What the rows and columns of a table mean. */
export interface TableGuess {
  readonly rows: 'nodes' | 'edges' | 'matrix' | 'lists'
  readonly header: boolean
  /** Names of the columns, in order. */
  readonly names: readonly string[]
  readonly columns: Readonly<Record<string, ColumnRole>>
}

/** Guesses the meaning of the rows and columns of a table from its header, else from its cells. `choice` overrides it. */
export function guessTableRoles(sample: TableSample, choice?: TableOptions): TableGuess {
  const { rows } = sample
  const isMatrix = choice === undefined ? isAdjacencyMatrix(rows) : choice.rows === 'matrix'
  if (isMatrix) return { rows: 'matrix', header: true, names: uniqueColumnNames(rows[0] ?? [], true), columns: {} }
  if (choice?.rows === 'lists')
    return { rows: 'lists', header: false, names: uniqueColumnNames(rows[0] ?? [], false), columns: {} }
  const chosen = choice?.rows === 'nodes' || choice?.rows === 'edges' ? choice.rows : undefined
  return guessGraphTable(sample, chosen, choice)
}

function guessGraphTable(
  { name, rows, mayBeStatements }: TableSample,
  chosen: 'nodes' | 'edges' | undefined,
  choice: TableOptions | undefined,
): TableGuess {
  const header = choice?.header ?? hasHeader(rows)
  const names = uniqueColumnNames(rows[0] ?? [], header)
  const body = header ? rows.slice(1) : rows
  const guessed = guessRoles(names, body, { name, header, rows: choice?.rows, mayBeStatements })
  const columns = choice?.columns ?? Object.fromEntries(guessed.roles)
  return { rows: chosen ?? guessed.rows, header, names, columns }
}

/** What is known about a table apart from its cells. */
interface TableContext {
  readonly name: string
  readonly header: boolean
  readonly rows: TableOptions['rows'] | undefined
  readonly mayBeStatements: boolean
}

function guessRoles(
  names: readonly string[],
  body: readonly (readonly string[])[],
  context: TableContext,
): { readonly rows: 'nodes' | 'edges'; readonly roles: ReadonlyMap<string, ColumnRole> } {
  const { header } = context
  const neo4j = header ? neo4jRoles(names) : undefined
  if (neo4j) return { rows: someColumnHas(neo4j, 'source') ? 'edges' : 'nodes', roles: neo4j }
  const edges = edgeRolesFromHeader(header ? names : [])
  const nodes = nodeRolesFromHeader(header ? names : [])
  const table = profiledTable(names, body, header)
  const namedEnds = hasEnds(edges) && !isShadowedSource(table, edges)
  const ends = namedEnds ? undefined : endsByContent(table)
  if (kindOfRows(context, table, body, { nodes, namedEnds, ends }) !== 'edges')
    return { rows: 'nodes', roles: nodeLabelByCells(table, hasName(nodes) ? nodes : nodeIdByCells(names, body, nodes)) }
  const byName = namedEnds ? withDirectionColumn(edges, names, body) : endsByHeaderAndCells(table, body, edges, ends)
  return { rows: 'edges', roles: edgeRolesByContent(table, byName, { statements: context.mayBeStatements, namedEnds }) }
}

interface FoundColumns {
  readonly nodes: ReadonlyMap<string, ColumnRole>
  readonly namedEnds: boolean
  readonly ends: readonly [number, number] | undefined
}

/** What rows are: as chosen, else by the header, else by the cells. */
function kindOfRows(
  context: TableContext,
  table: ProfiledTable,
  body: readonly (readonly string[])[],
  { nodes, namedEnds, ends }: FoundColumns,
): TableOptions['rows'] {
  const areThings = hasName(nodes) && !(ends && !isUniquelyNamed(table, nodes))
  return context.rows ?? kindByHeader(namedEnds, areThings) ?? kindByCells(context, table, body)
}

const hasEnds = (roles: ReadonlyMap<string, ColumnRole>): boolean =>
  someColumnHas(roles, 'source') && someColumnHas(roles, 'target')
const hasName = (roles: ReadonlyMap<string, ColumnRole>): boolean =>
  someColumnHas(roles, 'id') || someColumnHas(roles, 'label')

const kindByHeader = (areEnds: boolean, areNamed: boolean): 'nodes' | 'edges' | undefined =>
  areEnds ? 'edges' : areNamed ? 'nodes' : undefined

function neo4jRoles(names: readonly string[]): Map<string, ColumnRole> | undefined {
  const columns = parseNeo4jHeader(names)
  return columns && new Map(names.map((each, at) => [each, columns[at]!.role]))
}

/** The kind of rows if the header does not tell: by the name of the file, else by the cells. */
function kindByCells(
  { name, header }: TableContext,
  table: ProfiledTable,
  body: readonly (readonly string[])[],
): 'nodes' | 'edges' {
  if (/node|vert(ex|ic)/i.test(name)) return 'nodes'
  if (/edge|link|relation/i.test(name) || endsByContent(table) !== undefined) return 'edges'
  return looksLikeEdges(table.names.length, body, header) || looksLikeDeals(table) ? 'edges' : 'nodes'
}

/** Whether rows without an id have two columns of names, and an amount or a date: payments, transfers, letters. */
function looksLikeDeals({ profiles }: ProfiledTable): boolean {
  const names = profiles.filter((profile) => isNameLike(profile) && !isCategorical(profile))
  const isDated = profiles.some(({ dates, priced }) => dates >= 0.8 || priced >= 0.3)
  const first = profiles[0]!
  return names.length >= 2 && isDated && first.distinct.size < first.filled
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
  if (first.some(isNumberText) || new Set(first).size < first.length) return false
  if (first.some((_, column) => body.length > 0 && body.every((row) => isNumberText(row[column] ?? '')))) return true
  const cells = new Set(body.flat())
  if (first.some((cell) => cell !== '' && cells.has(cell))) return false
  return first.length > 3 || first.some((_, column) => repeatsCells(body, column)) || standsAboveEnds(first, body)
}

/** Whether two columns of names share cells, and the words above them are short and stand nowhere else. */
const standsAboveEnds = (first: readonly string[], body: readonly (readonly string[])[]): boolean =>
  body.length > 1 &&
  first.every((cell) => /^(?:\p{L}[\p{L} _-]+|[^\p{ASCII}])$/u.test(cell)) &&
  endsByContent(profiledTable(first, body, false)) !== undefined

const namesRoles = (first: readonly string[]): boolean =>
  hasEnds(edgeRolesFromHeader(first)) || hasName(nodeRolesFromHeader(first))
