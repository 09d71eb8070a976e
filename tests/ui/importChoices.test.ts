import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportOptions, ColumnRoleReport } from '../../src/model/importReport'
import {
  optionIndexOf,
  roleOptions,
  areChoicesEqual,
  withColumnKind,
  withRoleChoice,
} from '../../src/ui/dialogs/importChoices'

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
  it('begin with what holds without a choice, and have every column once', () =>
    fc.assert(
      fc.property(aRole, (role) => {
        const options = roleOptions(role)
        expect(options[0]!.choice).toBeUndefined()
        const chosen = options.slice(1).map(({ choice }) => choice)
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(new Set([...chosen.filter((choice) => choice !== ''), role.guess].filter(Boolean))).toEqual(
          new Set(role.columns),
        )
        // There is a way to have no column, with or without a choice.
        expect(options.filter(({ label }) => label.startsWith('none'))).toHaveLength(1)
        for (const { choice } of options) expect(options[optionIndexOf(options, choice)]!.choice).toBe(choice)
      }),
    ))
  it('say what was guessed, what the file has, or that there is none', () => {
    const columns = ['a', 'b']
    const said = (role: ColumnRoleReport) => roleOptions(role).map(({ label }) => label)
    expect(said({ role: 'type', guess: 'b', own: false, columns })).toEqual(['guessed: column b', 'none', 'column a'])
    expect(said({ role: 'predicate', own: false, columns })).toEqual(['none', 'column a', 'column b'])
    expect(said({ role: 'label', own: true, columns: [] })).toEqual(['as in the file', 'none: called by their ids'])
  })
  it('stand at the first where what was chosen is not among them', () =>
    expect(optionIndexOf(roleOptions({ role: 'type', own: false, columns: ['a'] }), 'gone')).toBe(0))
})

describe('choices', () => {
  it('change in one thing, and back', () =>
    fc.assert(
      fc.property(someChoices, fc.constantFrom('type', 'label', 'predicate'), fc.string(), (choices, role, name) => {
        const changed = withRoleChoice(choices, role, name)
        expect(changed).toEqual({ ...choices, [role]: name })
        expect(areChoicesEqual(withRoleChoice(changed, role, choices[role]), choices)).toBe(true)
        expect(areChoicesEqual(changed, choices)).toBe(choices[role] === name)
      }),
    ))
  it('of kinds too, and none of them leaves no trace', () =>
    fc.assert(
      fc.property(someChoices, fc.constantFrom('node:a', 'node:c'), kind, (choices, column, to) => {
        const changed = withColumnKind(choices, column, to)
        expect(changed.kinds).toEqual({ ...choices.kinds, [column]: to })
        expect(areChoicesEqual(withColumnKind(changed, column, choices.kinds?.[column]), choices)).toBe(true)
        expect(withColumnKind({ kinds: { [column]: to } }, column, undefined)).toEqual({})
      }),
    ))
  it('are the same in any order', () =>
    expect(
      areChoicesEqual({ type: 'a', kinds: { x: 'text', y: 'list' } }, { kinds: { y: 'list', x: 'text' }, type: 'a' }),
    ).toBe(true))
})
