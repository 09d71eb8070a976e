import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText, graphemeBreaks } from '../../src/drawing/graphemes'
import { isRightToLeft } from '../../src/drawing/textDirection'
import { wrapLabel } from '../../src/drawing/wrapText'
import { writeSvg } from '../../src/drawing/writeSvg'

const letters = fc.constantFrom('a', ' ', 'é', '👩‍👩‍👧‍👦', '🏴‍☠️', '🇯🇵', 'か\u3099', 'ש', 'नि', '東', 'x̶')
const texts = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''))
const whole = (text: string) => [0, ...graphemeBreaks(text), text.length]

describe('letters as people see them', () => {
  it('are never split, where a label is cut or broken', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const trimmed = text.trim().replace(/\s+/g, ' ')
        const places = new Set(whole(trimmed))
        let at = 0
        for (const line of wrapLabel(text)) {
          const own = line.endsWith('…') ? line.slice(0, -1) : line
          at = trimmed.indexOf(own, at)
          expect(at).toBeGreaterThanOrEqual(0)
          expect(places.has(at)).toBe(true)
          expect(places.has(at + own.length)).toBe(true)
          at += own.length
        }
      }),
    ))

  it('are found without the segmenter where each is one unit', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zà-ÿα-ω ,.0-9ア-ン東京]*$/), (text) => {
        const parts = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
        expect(graphemeBreaks(text)).toEqual(Array.from(parts, ({ index }) => index).slice(1))
      }),
    ))

  it('with thousands of marks are cut like any other text', () => {
    expect(cutText(`e${'\u0301'.repeat(100_000)}`, 44).length).toBeLessThanOrEqual(44)
  })

  it('of the case break at the space', () => {
    expect(wrapLabel('👩‍👩‍👧‍👦 family 🏴‍☠️')).toEqual(['👩‍👩‍👧‍👦', 'family 🏴‍☠️'])
    expect(wrapLabel('line one\nline two and more')).toEqual(['line one line', 'two and more'])
  })
})

describe('direction', () => {
  it('is that of the first letter', () => {
    expect(['مرحبا بالعالم', 'שלום world 12', '12 שלום', '«שלום»'].map(isRightToLeft)).toEqual([true, true, true, true])
    expect(['world שלום', '12', '', '東京', '👩 a'].map(isRightToLeft)).toEqual([false, false, false, false, false])
  })

  it('stands in an exported picture, whose text then starts at the right', () => {
    const text = (lines: readonly string[]) =>
      writeSvg(
        {
          width: 10,
          height: 10,
          background: '#ffffff',
          marks: [{ kind: 'text', lines, x: 1, y: 2, size: 11, weight: 400, anchor: 'start', fill: '#000000' }],
        },
        { title: '', description: '' },
      )
    expect(text(['שלום world'])).toContain('direction="rtl" text-anchor="end"')
    expect(text(['hello'])).not.toMatch(/direction|text-anchor/)
  })
})
