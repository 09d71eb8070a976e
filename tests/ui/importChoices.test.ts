import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesEn } from '../../src/messages/files.en'
import type { ImportOptions, ColumnRoleReport } from '../../src/model/importReport'
import {
  optionIndexOf,
  columnOptionsForRole,
  areChoicesEqual,
  withColumnKind,
  withRoleChoice,
} from '../../src/ui/dialogs/importChoices'

const { report } = filesEn
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })
const aRole: fc.Arbitrary<ColumnRoleReport> = names.chain((columns) =>
  fc.record({
    role: fc.constantFrom('type', 'predicate', 'label'),
    guess: fc.option(fc.constantFrom(...columns), { nil: undefined }),
    own: fc.boolean(),
    columns: fc.constant(columns),
  }),
)
const kind = fc.constantFrom('category', 'text', 'number', 'list', 'skip')
const someChoices: fc.Arbitrary<ImportOptions> = fc.record(
  {
    type: fc.constantFrom('', 'a', 'b'),
    label: fc.constantFrom('', 'a'),
    dangling: fc.constantFrom('add', 'drop'),
    kinds: fc.dictionary(fc.constantFrom('node:a', 'edge:a', 'node:b'), kind, { minKeys: 1 }),
  },
  { requiredKeys: [] },
)

describe('the options of a role', () => {
  it('begin with what holds if nothing is chosen, and have every column once', () =>
    fc.assert(
      fc.property(aRole, (role) => {
        const options = columnOptionsForRole(role, report)
        expect(options[0]!.choice).toBeUndefined()
        const chosen = options.slice(1).map(({ choice }) => choice)
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(new Set([...chosen.filter((choice) => choice !== ''), role.guess].filter(Boolean))).toEqual(
          new Set(role.columns),
        )
        // There is one option for no column, chosen or not.
        expect(options.filter(({ label }) => label === report.noRole[role.role])).toHaveLength(1)
        for (const { choice } of options) expect(options[optionIndexOf(options, choice)]!.choice).toBe(choice)
      }),
    ))
  it('name the guessed column, what the file has, or none', () => {
    const columns = ['a', 'b']
    const labels = (role: ColumnRoleReport) => columnOptionsForRole(role, report).map(({ label }) => label)
    expect(labels({ role: 'type', guess: 'b', own: false, columns })).toEqual(['Guessed: column b', 'None', 'Column a'])
    expect(labels({ role: 'predicate', own: false, columns })).toEqual(['None', 'Column a', 'Column b'])
    expect(labels({ role: 'label', own: true, columns: [] })).toEqual(['As in the file', 'None: show IDs'])
  })
  it('fall back to the first if the choice is not among them', () =>
    expect(optionIndexOf(columnOptionsForRole({ role: 'type', own: false, columns: ['a'] }, report), 'gone')).toBe(0))
})

describe('import options', () => {
  it('change one role, and change back', () =>
    fc.assert(
      fc.property(someChoices, fc.constantFrom('type', 'label', 'predicate'), fc.string(), (choices, role, name) => {
        const changed = withRoleChoice(choices, role, name)
        expect(changed).toEqual({ ...choices, [role]: name })
        expect(areChoicesEqual(withRoleChoice(changed, role, choices[role]), choices)).toBe(true)
        expect(areChoicesEqual(changed, choices)).toBe(choices[role] === name)
      }),
    ))
  it('change the kind of a column, and drop the last one without a trace', () =>
    fc.assert(
      fc.property(someChoices, fc.constantFrom('node:a', 'node:c'), kind, (choices, column, to) => {
        const changed = withColumnKind(choices, column, to)
        expect(changed.kinds).toEqual({ ...choices.kinds, [column]: to })
        expect(areChoicesEqual(withColumnKind(changed, column, choices.kinds?.[column]), choices)).toBe(true)
        expect(withColumnKind({ kinds: { [column]: to } }, column, undefined)).toEqual({})
      }),
    ))
  it('are equal in any order of keys', () =>
    expect(
      areChoicesEqual({ type: 'a', kinds: { x: 'text', y: 'list' } }, { kinds: { y: 'list', x: 'text' }, type: 'a' }),
    ).toBe(true))
})
