import type { ColumnRole } from '../../model/importReport'
import { edgeRolesFromHeader } from './columnNameRoles'
import { isCategorical, isNameLike } from './columnProfile'
import { endsByContent, type ProfiledTable } from './rolesByContent'

/** Whether some column has a role. */
export const someColumnHas = (roles: ReadonlyMap<string, ColumnRole>, role: ColumnRole): boolean =>
  [...roles.values()].includes(role)

export const isNumberText = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

/** Whether a column of texts has at most half as many distinct values as rows. */
export function repeatsCells(body: readonly (readonly string[])[], column: number): boolean {
  const values = body.map((row) => row[column] ?? '')
  return values.length > 2 && !values.every(isNumberText) && new Set(values).size <= values.length / 2
}

/** Whether another pair of columns holds the ends, and a column is called source for what the row says. */
export function isShadowedSource(table: ProfiledTable, roles: ReadonlyMap<string, ColumnRole>): boolean {
  const columnOf = (role: ColumnRole) => table.names.findIndex((name) => roles.get(name) === role)
  const ends = endsByContent(table)
  const [from, to] = [columnOf('source'), columnOf('target')]
  const start = table.profiles[from]!
  if (start.addresses > 0.5) return true
  return ends !== undefined && !ends.includes(from) && ends.includes(to) && /^source/i.test(table.names[from]!.trim())
}

/** The ends of edges by the cells of all columns, else by position. */
export function endsByHeaderAndCells(
  table: ProfiledTable,
  body: readonly (readonly string[])[],
  byName: ReadonlyMap<string, ColumnRole>,
  ends: readonly [number, number] | undefined,
): Map<string, ColumnRole> {
  const { names, profiles } = table
  const candidates = profiles.flatMap((profile, column) =>
    isNameLike(profile) && !isCategorical(profile) ? [column] : [],
  )
  const positional = names.length > 3 && candidates.length > 1 ? ([candidates[0]!, candidates[1]!] as const) : undefined
  const found = ends ?? positional
  if (!found) return guessEnds(names, body, byName)
  const others = [...byName].filter(
    ([name, role]) => role !== 'source' && role !== 'target' && !found.includes(names.indexOf(name)),
  )
  return new Map([[names[found[0]]!, 'source'], [names[found[1]]!, 'target'], ...others] as [string, ColumnRole][])
}

/** Takes a column of "directed" and "undirected", such as Gephi's "Type", for the direction and not the relation. */
export function withDirectionColumn(
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
  const isMiddleRelation = names.length === 3 && repeatsCells(body, 1) && !repeatsCells(body, 2)
  if (first !== undefined) roles.set(first, 'source')
  if (isMiddleRelation) {
    roles.set(second!, 'relation')
    roles.set(third!, 'target')
    return roles
  }
  if (second !== undefined) roles.set(second, 'target')
  if (names.length === 3 && !byName.has(third!))
    roles.set(third!, body.every((row) => isNumberText(row[2] ?? '')) ? 'weight' : 'relation')
  return roles
}
