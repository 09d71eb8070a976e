import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/messages/englishFormatter'
import { japanese } from '../../src/messages/japaneseFormatter'

describe('dates', () => {
  it.each([
    ['2026', '2026', '2026年'],
    ['2026-02', 'Feb 2026', '2026年2月'],
    ['2026-02-17', '17 Feb 2026', '2026年2月17日'],
    ['2026-02~', 'about Feb 2026', '2026年2月頃'],
    ['2026-02-17?', 'perhaps 17 Feb 2026', '2026年2月17日（不確か）'],
    ['2026-02-09/2026-02-15', '9 to 15 Feb 2026', '2026年2月9日～15日'],
    ['2026-02-09/2026-03-15', '9 Feb to 15 Mar 2026', '2026年2月9日～3月15日'],
    ['2025-12/2026-01', 'Dec 2025 to Jan 2026', '2025年12月～2026年1月'],
    ['../2026-02', 'until Feb 2026', '2026年2月まで'],
    ['2026-02/..', 'from Feb 2026', '2026年2月から'],
    ['soon', 'soon', 'soon'],
  ])('%s reads "%s" and "%s"', (edtf, en, ja) => {
    expect(english.date(edtf)).toBe(en)
    expect(japanese.date(edtf)).toBe(ja)
  })
})

describe('quantities', () => {
  it.each([
    [{ amount: 33e9, about: true, unit: 'USD' }, 'about USD 33bn', '約330億ドル'],
    [{ amount: 550e9, unit: 'USD' }, 'USD 550bn', '5500億ドル'],
    [{ low: 3e9, high: 4e9, unit: 'USD' }, 'USD 3bn to 4bn', '30億～40億ドル'],
    [{ high: 45, unit: 'day' }, 'at most 45 days', '45日以下'],
    [{ low: 1, about: true, unit: '%' }, 'just over 1%', '1%強'],
    [{ amount: 1, unit: 'company' }, '1 company', '1社'],
    [{ amount: 9.2, unit: 'GW' }, '9.2 GW', '9.2 GW'],
    [{ unit: 'USD' }, 'not stated', '記載なし'],
  ])('%j reads "%s" and "%s"', (quantity, en, ja) => {
    expect(english.quantity(quantity)).toBe(en)
    expect(japanese.quantity(quantity)).toBe(ja)
  })
  it('always say their number or that there is none', () =>
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (amount) => {
        expect(english.quantity({ amount, unit: 'USD' })).toMatch(/\d/)
        expect(japanese.quantity({ amount, unit: 'USD' })).toMatch(/\d/)
      }),
    ))
})

describe('lists', () => {
  it('join with the words of the language', () => {
    expect(english.list(['A', 'B', 'C'])).toBe('A, B and C')
    expect(english.list(['A', 'B'], 'or')).toBe('A or B')
    expect(japanese.list(['A', 'B', 'C'])).toBe('A、B、C')
  })
})
