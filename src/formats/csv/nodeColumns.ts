import type { ColumnRole } from '../../model/importReport'
import { isNameLike, type ColumnProfile } from './columnProfile'
import { someColumnHas } from './endColumns'
import type { ProfiledTable } from './rolesByContent'

/** Whether the column that is called the name or id has no repeated cells, so that each row is a thing. */
export function isUniquelyNamed({ names, profiles }: ProfiledTable, roles: ReadonlyMap<string, ColumnRole>): boolean {
  const column = names.findIndex((name) => roles.get(name) === 'id' || roles.get(name) === 'label')
  return column >= 0 && profiles[column]!.distinct.size === profiles[column]!.filled
}

const holdsLists = ({ values }: ColumnProfile): boolean => values.some((value) => /[|;]/.test(value))

/** Whether every row has a code of its own, without spaces. */
const isCodeColumn = (profile: ColumnProfile | undefined): boolean =>
  profile !== undefined &&
  profile.distinct.size === profile.values.length &&
  profile.values.every((value) => /^[\w.:/-]+$/.test(value))

const lacksId = (roles: ReadonlyMap<string, ColumnRole>): boolean =>
  someColumnHas(roles, 'label') && !someColumnHas(roles, 'id')

/** The name and the type of nodes by their cells, where the header gives none and ids are numbers or codes. */
export function nodeLabelByCells(
  { names, profiles, header }: ProfiledTable,
  given: ReadonlyMap<string, ColumnRole>,
): Map<string, ColumnRole> {
  const roles = new Map(given)
  if (header && isCodeColumn(profiles[0]) && lacksId(roles) && !roles.has(names[0]!)) roles.set(names[0]!, 'id')
  const id = names.findIndex((name) => roles.get(name) === 'id')
  if (!header || id < 0 || profiles[id]!.filled < 2) return roles
  const isFree = (column: number) => !roles.has(names[column]!)
  if (!someColumnHas(roles, 'label') && profiles[id]!.digits > 0.8) {
    const label = profiles.findIndex(
      (profile, column) =>
        isFree(column) &&
        isNameLike(profile) &&
        profile.digits < 0.5 &&
        !holdsLists(profile) &&
        profile.distinct.size > profile.filled * 0.7,
    )
    if (label >= 0) roles.set(names[label]!, 'label')
  }
  return roles
}

/** Takes the first column without missing or repeated values for the id. */
export function nodeIdByCells(
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
