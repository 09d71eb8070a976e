import type { ColumnRole } from '../../model/importReport'
import { columnProfile, determines, isCategorical, isNameLike, sharedCount, type ColumnProfile } from './columnProfile'
import { evidenceRoleOfName } from './evidenceColumnNames'

/** Minimum share of the smaller column's distinct cells that are in the other, for two columns to be both ends of edges. */
const minSharedShare = 0.15
/** Minimum share of cells that decides what a column holds. */
const most = 0.8

export interface ProfiledTable {
  readonly names: readonly string[]
  readonly header: boolean
  readonly profiles: readonly ColumnProfile[]
}

export const profiledTable = (
  names: readonly string[],
  body: readonly (readonly string[])[],
  header: boolean,
): ProfiledTable => ({
  names,
  header,
  profiles: names.map((_, column) => columnProfile(body.map((row) => row[column] ?? ''))),
})

/** The two columns of names that share most of their cells: where edges start and end. Undefined if none share enough. */
export function endsByContent({ profiles }: ProfiledTable): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined
  let bestShared = 0
  for (let one = 0; one < profiles.length; one++)
    for (let other = one + 1; other < profiles.length; other++) {
      const [left, right] = [profiles[one]!, profiles[other]!]
      if (!isEndLike(left) || !isEndLike(right)) continue
      const shared = sharedCount(left, right)
      const smaller = Math.min(left.distinct.size, right.distinct.size)
      if (shared <= bestShared || shared < smaller * minSharedShare) continue
      best = [one, other]
      bestShared = shared
    }
  return best
}

/** Names, or whole numbers that can be ids. */
const isEndLike = (profile: ColumnProfile): boolean => isNameLike(profile)

/**
 * Roles of the columns of a table of edges that no name gave: types and labels follow from an end, dates and amounts are
 * what they are, addresses and documents are sources. With `statements` also the roles that make rows statements; relation and weight unless
 * the header named the ends.
 */
export function edgeRolesByContent(
  table: ProfiledTable,
  given: ReadonlyMap<string, ColumnRole>,
  { statements, namedEnds }: { readonly statements: boolean; readonly namedEnds: boolean },
): Map<string, ColumnRole> {
  const { names, profiles } = table
  const roles = new Map(given)
  const columnOf = (role: ColumnRole) => names.findIndex((name) => roles.get(name) === role)
  const [from, to] = [columnOf('source'), columnOf('target')]
  const isFree = (column: number) => !roles.has(names[column]!)
  const free = () => names.flatMap((_, column) => (isFree(column) && profiles[column]!.filled > 0 ? [column] : []))
  const give = (column: number | undefined, role: ColumnRole) => {
    if (column !== undefined && column >= 0 && columnOf(role) < 0) roles.set(names[column]!, role)
  }
  for (const column of free()) if (profiles[column]!.directions >= most) give(column, 'direction')
  giveDates(table, roles)
  if (statements) giveEvidence(table, roles)
  if (from >= 0 && to >= 0) giveEndDetails(table, roles, [from, to])
  // Where the header names the ends in a known language, it would have named the relation and the weight as well.
  if (namedEnds) return roles
  give(
    free().find((column) => isCategorical(profiles[column]!) && profiles[column]!.meanLength < 30),
    'relation',
  )
  const numeric = free().filter((column) => profiles[column]!.numbers >= most && !looksLikeYears(profiles[column]!))
  if (numeric.length === 1 && columnOf('weight') < 0 && free().length === 1) give(numeric[0], 'weight')
  return roles
}

const looksLikeYears = ({ values }: ColumnProfile): boolean =>
  values.every((value) => value === '' || /^(1[5-9]|20)\d{2}$/.test(value))

/** Columns of dates; the later of two is the end of a period. */
function giveDates({ names, profiles }: ProfiledTable, roles: Map<string, ColumnRole>): void {
  names.forEach((name, column) => {
    if (!roles.has(name) && profiles[column]!.dates >= most) roles.set(name, 'date')
  })
}

/** Amounts, currencies, sources, places in them, and statuses, by their cells first and by the names of columns second. */
function giveEvidence({ names, profiles, header }: ProfiledTable, roles: Map<string, ColumnRole>): void {
  const has = (role: ColumnRole) => [...roles.values()].includes(role)
  const give = (role: ColumnRole, test: (profile: ColumnProfile, name: string) => boolean) => {
    if (has(role)) return
    const name = names.find(
      (each, column) => !roles.has(each) && profiles[column]!.filled > 0 && test(profiles[column]!, each),
    )
    if (name !== undefined) roles.set(name, role)
  }
  const named = (role: ColumnRole) => (_: ColumnProfile, name: string) => header && evidenceRoleOfName(name) === role
  give('currency', (profile) => profile.currencies >= most && profile.amounts < 0.2)
  give('amount', (profile) => profile.amounts >= most && profile.priced >= 0.1)
  if (has('currency'))
    give('amount', (profile, name) => profile.amounts >= most && evidenceRoleOfName(name) === 'amount')
  if (has('currency')) give('amount', (profile) => profile.numbers >= most && !looksLikeYears(profile))
  give('amount', (profile, name) => profile.amounts >= most && header && evidenceRoleOfName(name) === 'amount')
  give('document', ({ addresses }) => addresses >= most)
  give('status', ({ statuses, distinct }) => statuses >= most && distinct.size <= 9)
  give('locator', ({ locators, distinct }) => locators >= most && distinct.size > 1)
  give('document', (profile, name) => profile.numbers < 0.5 && named('document')(profile, name))
  give('document', looksCited)
  give('locator', (profile, name) => has('document') && named('locator')(profile, name))
  const makesStatements = has('amount') || has('document') || has('status')
  if (!makesStatements) return
  give('note', (profile, name) => profile.numbers < 0.5 && named('note')(profile, name))
  give(
    'note',
    ({ meanLength, numbers, distinct, filled }) => numbers < 0.2 && meanLength >= 30 && distinct.size > filled / 2,
  )
}

const citation =
  /(?:\b(?:p|pp|S|Bl|Nr|No|vol|Vol|art|Art)\.\s?\d|,\s?(?:19|20)\d{2}\b|\b(?:19|20)\d{2},|\d+\s?(?:頁|页|ページ)|стр\.\s?\d|[“”«»「」『』《》])/

/** Whether a column repeats texts that look like citations: with a page, a year or a title in quotation marks. */
function looksCited({ distinct, filled, numbers, dates, amounts, meanLength }: ColumnProfile): boolean {
  if (numbers > 0.2 || dates > 0.2 || amounts > 0.2 || meanLength < 8 || filled < 3) return false
  const cited = [...distinct].filter((text) => citation.test(text)).length
  return cited >= distinct.size / 3
}

/** Types and labels of both ends: columns whose cells follow from the cell of an end. */
function giveEndDetails(
  { names, profiles }: ProfiledTable,
  roles: Map<string, ColumnRole>,
  [from, to]: readonly [number, number],
): void {
  const free = names.flatMap((name, column) => (roles.has(name) || profiles[column]!.filled === 0 ? [] : [column]))
  const follows = (end: number, column: number) => determines(profiles[end]!, profiles[column]!)
  const types = free.filter((column) => isCategorical(profiles[column]!))
  const ofFrom = types.filter((column) => follows(from, column) && !follows(to, column))
  const ofTo = types.filter((column) => follows(to, column) && !follows(from, column))
  const pair = pairOfTypes(profiles, types, [from, to]) ?? [ofFrom[0], ofTo[0]]
  if (pair[0] !== undefined) roles.set(names[pair[0]]!, 'sourceType')
  if (pair[1] !== undefined) roles.set(names[pair[1]]!, 'targetType')
  for (const [end, role] of [
    [from, 'sourceLabel'],
    [to, 'targetLabel'],
  ] as const) {
    const label = free.find(
      (column) =>
        !roles.has(names[column]!) &&
        isNameLike(profiles[column]!) &&
        follows(end, column) &&
        determines(profiles[column]!, profiles[end]!) &&
        profiles[column]!.meanLength > profiles[end]!.meanLength,
    )
    if (label !== undefined) roles.set(names[label]!, role)
  }
}

/** Two columns of types that share cells, the first following from the start and the second from the end. */
function pairOfTypes(
  profiles: readonly ColumnProfile[],
  types: readonly number[],
  [from, to]: readonly [number, number],
): readonly [number, number] | undefined {
  for (const one of types)
    for (const other of types) {
      const areTypes = one < other && sharedCount(profiles[one]!, profiles[other]!) > 0
      if (
        areTypes &&
        mostlyDetermines(profiles[from]!, profiles[one]!) &&
        mostlyDetermines(profiles[to]!, profiles[other]!)
      )
        return [one, other]
    }
  return undefined
}

/** As `determines`, but a few rows may differ, and no cell has to repeat. */
function mostlyDetermines(key: ColumnProfile, value: ColumnProfile): boolean {
  const first = new Map<string, string>()
  let [same, other] = [0, 0]
  key.values.forEach((cell, row) => {
    const text = value.values[row] ?? ''
    if (cell === '' || text === '') return
    const before = first.get(cell)
    if (before === undefined) first.set(cell, text)
    else if (before === text) same++
    else other++
  })
  return other <= (same + other) / 10
}
