import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printFilter, parseFilter } from '../../src/analysis/filter/filterSyntax'
import { completionContext, completeFilterText } from '../../src/scene/filter/filterCompletion'
import { graphOf } from '../sample'

const graph = graphOf(
  'ann:actor in-sector energy:sector expected paper',
  'plant:project in-sector energy announced note',
  'plant in-sector critical-minerals:sector denied paper',
)
const completed = (text: string) =>
  completeFilterText(graph, text).map(({ replaceFrom, insert }) => text.slice(0, replaceFrom) + insert)

describe('what stands in the search bar', () => {
  it('asks for names by bare words at its end, whatever filter stands before them', () => {
    expect(completionContext('bank of')).toEqual({ kind: 'names', words: 'bank of', from: 0 })
    expect(completionContext('sector:energy  赤澤')).toEqual({ kind: 'names', words: '赤澤', from: 15 })
    expect(completionContext('(sector:energy or status:denied) ohio ')).toMatchObject({ kind: 'names', words: 'ohio' })
  })

  it('asks for a value after a key, also ruled out, and after a comma', () => {
    expect(completionContext('sector:ene')).toEqual({ kind: 'value', key: 'sector', part: 'ene', from: 7 })
    expect(completionContext('type:actor -status:')).toEqual({ kind: 'value', key: 'status', part: '', from: 19 })
    expect(completionContext('sector:energy,cr')).toEqual({ kind: 'value', key: 'sector', part: 'cr', from: 14 })
  })

  it('asks for nothing when it is empty, or in the middle of a filter', () => {
    for (const text of ['', ' ', 'sector:energy or', 'sector:energy ', 'off(sector:energy)'])
      expect(completionContext(text)).toEqual({ kind: 'nothing' })
  })

  it('keeps all that it does not ask about', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const context = completionContext(text)
        if (context.kind === 'nothing') return
        expect(context.from).toBeGreaterThanOrEqual(0)
        expect(text.slice(context.from)).toContain(context.kind === 'names' ? context.words.split(/\s/)[0] : '')
      }),
    ))

  it('completes keys and values, those that begin so first', () => {
    expect(completed('sec')).toEqual(['sector:'])
    expect(completed('sector:e')).toEqual(['sector:energy', 'sector:critical-minerals'])
    expect(completed('type:actor -status:den')).toEqual(['type:actor -status:denied'])
    expect(completed('sector:energy,cri')).toEqual(['sector:energy,critical-minerals'])
    expect(completed('nosuch:x')).toEqual([])
  })

  it('completes to what the filter reads', () => {
    for (const text of completed('sector:')) {
      const parsed = parseFilter(text)
      expect('filter' in parsed && printFilter(parsed.filter)).toBe(text)
    }
  })
})
