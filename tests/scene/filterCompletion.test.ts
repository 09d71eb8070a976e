import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printFilter, parseFilter } from '../../src/analysis/filter/filterSyntax'
import { completionContext } from '../../src/scene/filter/completionContext'
import { completionsForFilterText } from '../../src/scene/filter/filterCompletion'
import { textsEn } from '../../src/messages/texts.en'
import { graphOf } from '../sample'

const graph = graphOf(
  'ann:actor in-sector energy:sector expected paper',
  'plant:project in-sector energy announced note',
  'plant in-sector critical-minerals:sector denied paper',
)
const completed = (text: string) =>
  completionsForFilterText(graph, text, textsEn).map(({ replaceFrom, insert }) => text.slice(0, replaceFrom) + insert)

describe('the text of the search bar', () => {
  it('searches names by bare words at its end, after any filter', () => {
    expect(completionContext('bank of')).toEqual({ kind: 'names', words: 'bank of', from: 0 })
    expect(completionContext('sector:energy  赤澤')).toEqual({ kind: 'names', words: '赤澤', from: 15 })
    expect(completionContext('(sector:energy or status:denied) ohio ')).toMatchObject({ kind: 'names', words: 'ohio' })
  })

  it('completes a value after a key, also negated, and after a comma', () => {
    expect(completionContext('sector:ene')).toEqual({ kind: 'value', key: 'sector', part: 'ene', from: 7 })
    expect(completionContext('type:actor -status:')).toEqual({ kind: 'value', key: 'status', part: '', from: 19 })
    expect(completionContext('sector:energy,cr')).toEqual({ kind: 'value', key: 'sector', part: 'cr', from: 14 })
  })

  it('completes nothing if it is empty, or ends within a filter', () => {
    for (const text of ['', ' ', 'sector:energy or', 'sector:energy ', 'off(sector:energy)'])
      expect(completionContext(text)).toEqual({ kind: 'nothing' })
  })

  it('is replaced from the completed part on only', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const context = completionContext(text)
        if (context.kind === 'nothing') return
        expect(context.from).toBeGreaterThanOrEqual(0)
        expect(text.slice(context.from)).toContain(context.kind === 'names' ? context.words.split(/\s/)[0] : '')
      }),
    ))

  it('completes keys and values, those that begin with the text first', () => {
    expect(completed('sec')).toEqual(['sector:'])
    expect(completed('sector:e')).toEqual(['sector:energy', 'sector:critical-minerals'])
    expect(completed('type:actor -status:den')).toEqual(['type:actor -status:denied'])
    expect(completed('sector:energy,cri')).toEqual(['sector:energy,critical-minerals'])
    expect(completed('nosuch:x')).toEqual([])
  })

  it('completes to valid filters', () => {
    for (const text of completed('sector:')) {
      const parsed = parseFilter(text)
      expect('filter' in parsed && printFilter(parsed.filter)).toBe(text)
    }
  })
})
