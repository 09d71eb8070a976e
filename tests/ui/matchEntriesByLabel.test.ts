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

  it('requires all words, in any order and case', () => {
    expect(found('LIST show')).toEqual(['Show the list'])
    expect(found('show circle')).toEqual([])
    expect(found('')).toHaveLength(entries.length)
  })

  it('ranks the start of a word before any other position, and that before letters in order', () => {
    expect(found('fil')).toEqual(['Clear the filter'])
    expect(found('aph')).toEqual(['Show the graph'])
    expect(found('xprt')).toEqual(['Export'])
    expect(found('li')).toEqual(['Show the list'])
  })

  it('finds Japanese labels, which have no spaces, by any part', () => {
    const japanese = ['書き出し', '選択を解除'].map((label) => ({ label }))
    expect(matchEntriesByLabel(japanese, '解除').map(({ label }) => label)).toEqual(['選択を解除'])
  })
})
