import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateFormula, FormulaFault, formulaInputs, addDuration } from '../../src/model/formula'
import type { StatementValue } from '../../src/model/records'

const values: Readonly<Record<string, StatementValue>> = {
  'ohio-cost': { amount: 33e9, about: true, unit: 'USD' },
  'others-cost': { amount: 3e9, unit: 'USD' },
  'georgia-cost': { amount: 600e6, unit: 'USD' },
  capacity: { amount: 9.2, unit: 'GW' },
  announced: { date: '2026-02-17' },
  within: { high: 45, unit: 'day' },
  'within-business': { high: 45, unit: 'business day' },
  range: { low: 1, high: 2, unit: 'USD' },
  words: { text: 'x' },
}
const result = (formula: string, unit?: string) => evaluateFormula(formula, unit, (id) => values[id])

describe('a formula', () => {
  it('adds amounts of one unit, and is rounded if an input is', () =>
    expect(result('ohio-cost + others-cost')).toEqual({ amount: 36e9, about: true, unit: 'USD' }))
  it('gives a share in per cent', () =>
    expect(result('georgia-cost / (others-cost * 12)', '%')).toEqual({ amount: 1.66666666667, unit: '%' }))
  it('adds days, and business days without holidays', () => {
    expect(result('announced + within')).toEqual({ date: '2026-04-03' })
    expect(result('announced + within-business')).toEqual({ date: '2026-04-21' })
  })
  it('has its inputs in order, without repeats', () =>
    expect(formulaInputs('ohio-cost / (ohio-cost + others-cost)')).toEqual(['ohio-cost', 'others-cost']))
  it.each([
    ['ohio-cost + capacity', 'USD and GW cannot be added'],
    ['ohio-cost / (others-cost - others-cost)', 'divides by zero'],
    ['ohio-cost + nobody', 'statement "nobody" does not exist'],
    ['ohio-cost +', 'missing at the end'],
    ['(ohio-cost', 'closing parenthesis'],
    ['ohio-cost others-cost', 'follows the end of the formula'],
    ['ohio-cost+others-cost', 'put spaces around operators'],
    ['ohio-cost * capacity', 'USD cannot be multiplied by GW'],
    ['range + range', 'is a range'],
    ['words + words', 'has no amount or date'],
    ['ohio-cost + announced', 'a date must come first'],
    ['ohio-cost / others-cost', 'has no unit'],
  ])('%s throws: %s', (formula, what) => expect(() => result(formula)).toThrow(what))
  it('throws a FormulaFault', () => expect(() => result('ohio-cost +')).toThrow(FormulaFault))

  it('computes like arithmetic', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 99 }),
        (a, b, c) => {
          const given: Readonly<Record<string, StatementValue>> = {
            a: { amount: a, unit: 'USD' },
            b: { amount: b, unit: 'USD' },
          }
          const made = evaluateFormula(`a + b * ${c} - b / ${c}`, 'USD', (id) => given[id]) as { amount: number }
          expect(made.amount).toBeCloseTo(a + b * c - b / c, 6)
        },
      ),
    ))
})

describe('calendar days', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  it('are the same after adding and subtracting days', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(addDuration(addDuration(date, days, 'day'), -days, 'day')).toBe(date)
      }),
    ))
  it('are not on a weekend after adding business days', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (date, days) => {
        expect([0, 6]).not.toContain(new Date(addDuration(date, days, 'business day')).getUTCDay())
      }),
    ))
  it.each([
    ['2024-02-28', 1, 'day', '2024-02-29'],
    ['2026-01-31', 1, 'week', '2026-02-07'],
    ['2026-11-15', 3, 'month', '2027-02-15'],
    ['2026-02-17', 2, 'year', '2028-02-17'],
    ['2026-02-20', 1, 'business day', '2026-02-23'],
    ['1969-12-31', 1, 'business day', '1970-01-01'],
  ])('%s and %i %s is %s', (date, amount, unit, later) => expect(addDuration(date, amount, unit)).toBe(later))
  it('cannot be added to a month', () => expect(() => addDuration('2026-02', 1, 'day')).toThrow('not a single day'))
})
