import type { ImportOptions, ColumnRoleReport } from '../../model/importReport'

/** A way to read a role: what `ImportOptions` says for it, undefined for what is guessed. */
interface RoleOption {
  readonly choice: string | undefined
  readonly label: string
}

const nothing = { type: 'none', predicate: 'none', label: 'none: called by their ids' } as const

/** What can be chosen for a role: first what holds without a choice, then nothing, then every column that can serve. */
export function roleOptions({ role, guess, own, columns }: ColumnRoleReport): readonly RoleOption[] {
  const none = nothing[role]
  const column = (name: string): RoleOption => ({ choice: name, label: `column ${name}` })
  const others = columns.filter((name) => name !== guess).map(column)
  if (guess !== undefined)
    return [{ choice: undefined, label: `guessed: column ${guess}` }, { choice: '', label: none }, ...others]
  if (own) return [{ choice: undefined, label: 'as in the file' }, { choice: '', label: none }, ...others]
  return [{ choice: undefined, label: none }, ...others]
}

/** The place of what is chosen among the options; the first where it is none of them. */
export const optionIndexOf = (options: readonly RoleOption[], choice: string | undefined): number =>
  Math.max(
    0,
    options.findIndex((option) => option.choice === choice),
  )

/** The choices with another one for a role; without one, it is guessed. */
export function withRoleChoice(
  choices: ImportOptions,
  role: ColumnRoleReport['role'],
  choice: string | undefined,
): ImportOptions {
  const { [role]: _, ...rest } = choices
  return choice === undefined ? rest : { ...rest, [role]: choice }
}

type Kinds = NonNullable<ImportOptions['kinds']>

/** The choices with another kind for a column, named "node:name" or "edge:name"; without one, it is guessed. */
export function withColumnKind(choices: ImportOptions, column: string, kind: Kinds[string] | undefined): ImportOptions {
  const { kinds = {}, ...rest } = choices
  const { [column]: _, ...others } = kinds
  const after: Kinds = kind === undefined ? others : { ...others, [column]: kind }
  return Object.keys(after).length === 0 ? rest : { ...rest, kinds: after }
}

/** Whether two choices ask for the same, in whatever order they were made. */
export const areChoicesEqual = (one: ImportOptions, other: ImportOptions): boolean => textOf(one) === textOf(other)

const textOf = (choices: ImportOptions): string =>
  JSON.stringify(choices, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
