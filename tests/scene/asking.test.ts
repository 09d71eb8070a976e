import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printFilter, parseFilter } from '../../src/analysis/filter/filterSyntax'
import { askedIn, completions } from '../../src/scene/filter/filterCompletion'
import { graphOf } from '../sample'

const graph = graphOf(
  'ann:actor in-sector energy:sector expected paper',
  'plant:project in-sector energy announced note',
  'plant in-sector critical-minerals:sector denied paper',
)
const written = (text: string) => completions(graph, text).map(({ from, insert }) => text.slice(0, from) + insert)

describe('what stands in the search bar', () => {
  it('asks for names by bare words at its end, whatever filter stands before them', () => {
    expect(askedIn('bank of')).toEqual({ kind: 'names', words: 'bank of', from: 0 })
    expect(askedIn('sector:energy  赤澤')).toEqual({ kind: 'names', words: '赤澤', from: 15 })
    expect(askedIn('(sector:energy or status:denied) ohio ')).toMatchObject({ kind: 'names', words: 'ohio' })
  })

  it('asks for a value after a key, also ruled out, and after a comma', () => {
    expect(askedIn('sector:ene')).toEqual({ kind: 'value', key: 'sector', part: 'ene', from: 7 })
    expect(askedIn('type:actor -status:')).toEqual({ kind: 'value', key: 'status', part: '', from: 19 })
    expect(askedIn('sector:energy,cr')).toEqual({ kind: 'value', key: 'sector', part: 'cr', from: 14 })
  })

  it('asks for nothing when it is empty, or in the middle of a filter', () => {
    for (const text of ['', ' ', 'sector:energy or', 'sector:energy ', 'off(sector:energy)'])
      expect(askedIn(text)).toEqual({ kind: 'nothing' })
  })

  it('keeps all that it does not ask about', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const asked = askedIn(text)
        if (asked.kind === 'nothing') return
        expect(asked.from).toBeGreaterThanOrEqual(0)
        expect(text.slice(asked.from)).toContain(asked.kind === 'names' ? asked.words.split(/\s/)[0] : '')
      }),
    ))

  it('completes keys and values, those that begin so first', () => {
    expect(written('sec')).toEqual(['sector:'])
    expect(written('sector:e')).toEqual(['sector:energy', 'sector:critical-minerals'])
    expect(written('type:actor -status:den')).toEqual(['type:actor -status:denied'])
    expect(written('sector:energy,cri')).toEqual(['sector:energy,critical-minerals'])
    expect(written('nosuch:x')).toEqual([])
  })

  it('completes to what the filter reads', () => {
    for (const text of written('sector:')) {
      const parsed = parseFilter(text)
      expect('filter' in parsed && printFilter(parsed.filter)).toBe(text)
    }
  })
})
