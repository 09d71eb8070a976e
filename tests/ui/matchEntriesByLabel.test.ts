import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchEntriesByLabel } from '../../src/ui/dialogs/matchEntriesByLabel'

const entries = ['Export', 'Show the list', 'Show the graph', 'Layout: circle', 'Clear the filter'].map((label) => ({
  label,
}))
const found = (text: string) => matchEntriesByLabel(entries, text).map(({ label }) => label)

describe('the palette', () => {
  it('finds every entry by its own label and by each of its words', () =>
    fc.assert(
      fc.property(fc.constantFrom(...entries), (entry) => {
        for (const text of [entry.label, ...entry.label.split(' ')])
          expect(matchEntriesByLabel(entries, text)).toContain(entry)
      }),
    ))

  it('wants all words, in any order and case', () => {
    expect(found('LIST show')).toEqual(['Show the list'])
    expect(found('show circle')).toEqual([])
    expect(found('')).toHaveLength(entries.length)
  })

  it('puts beginnings of words before letters within, and those before letters in order', () => {
    expect(found('fil')).toEqual(['Clear the filter'])
    expect(found('aph')).toEqual(['Show the graph'])
    expect(found('xprt')).toEqual(['Export'])
    expect(found('li')).toEqual(['Show the list'])
  })
})
