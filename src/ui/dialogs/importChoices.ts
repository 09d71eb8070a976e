import type { FilesMessages } from '../../messages/files.en'
import type { ImportOptions, ColumnRoleReport } from '../../model/importReport'

/** One way to fill a role: the value in `ImportOptions`, undefined for what holds if nothing is chosen. */
interface RoleOption {
  readonly choice: string | undefined
  readonly label: string
  /** The column that the label names. */
  readonly column?: string
}

/** The options for a role: first what holds if nothing is chosen, then none, then every column that can fill it. */
export function columnOptionsForRole(
  { role, guess, own, columns }: ColumnRoleReport,
  { noRole, asInFile, columnNamed, columnGuessed }: FilesMessages['report'],
): readonly RoleOption[] {
  const none = noRole[role]
  const others = columns
    .filter((name) => name !== guess)
    .map((name): RoleOption => ({ choice: name, label: columnNamed({ column: name }), column: name }))
  if (guess !== undefined)
    return [
      { choice: undefined, label: columnGuessed({ column: guess }), column: guess },
      { choice: '', label: none },
      ...others,
    ]
  if (own) return [{ choice: undefined, label: asInFile }, { choice: '', label: none }, ...others]
  return [{ choice: undefined, label: none }, ...others]
}

/** The index of the chosen option; 0 if it is not among them. */
export const optionIndexOf = (options: readonly RoleOption[], choice: string | undefined): number =>
  Math.max(
    0,
    options.findIndex((option) => option.choice === choice),
  )

/** The options with another choice for a role; without one, the role is guessed. */
export function withRoleChoice(
  choices: ImportOptions,
  role: ColumnRoleReport['role'],
  choice: string | undefined,
): ImportOptions {
  const { [role]: _, ...rest } = choices
  return choice === undefined ? rest : { ...rest, [role]: choice }
}

type Kinds = NonNullable<ImportOptions['kinds']>

/** The options with another kind for a column, named "node:name" or "edge:name"; without one, the kind is guessed. */
export function withColumnKind(choices: ImportOptions, column: string, kind: Kinds[string] | undefined): ImportOptions {
  const { kinds: before = {}, ...rest } = choices
  const { [column]: _, ...others } = before
  const kinds: Kinds = kind === undefined ? others : { ...others, [column]: kind }
  return Object.keys(kinds).length === 0 ? rest : { ...rest, kinds }
}

/** Whether two sets of options are equal, whatever the order of their keys. */
export const areChoicesEqual = (one: ImportOptions, other: ImportOptions): boolean =>
  sortedJson(one) === sortedJson(other)

const sortedJson = (choices: ImportOptions): string =>
  JSON.stringify(choices, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
