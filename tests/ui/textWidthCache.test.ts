import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextWidthCache } from '../../src/ui/canvas/textWidthCache'

/** A canvas in which each sign is as wide as its size and weight say, and which counts what it is asked. */
function canvas() {
  const asked: string[] = []
  const context = {
    font: '',
    measureText(text: string) {
      asked.push(text)
      const [weight, size] = context.font.split(' ').map(parseFloat)
      return { width: [...text].length * size! + weight! / 1000 } as TextMetrics
    },
  }
  return { context, asked }
}

const words = fc.string({ unit: fc.constantFrom(...'aZé ж木ノ9-') })

describe('widths of texts', () => {
  it('are measured once each, by size and weight', () => {
    const { context, asked } = canvas()
    const { exact } = new TextWidthCache(context)
    expect([exact('ab', 10, 400), exact('ab', 10, 400), exact('ab', 13, 500)]).toEqual([20.4, 20.4, 26.5])
    expect(asked).toEqual(['ab', 'ab'])
  })

  it('are the sum of the characters, each measured once for all texts', () =>
    fc.assert(
      fc.property(fc.array(words), (texts) => {
        const { context, asked } = canvas()
        const { byCharacters } = new TextWidthCache(context)
        for (const text of texts) expect(byCharacters(text, 10, 400)).toBeCloseTo([...text].length * 10.4)
        expect(new Set(asked).size).toBe(asked.length)
        expect(new Set(asked)).toEqual(new Set(texts.flatMap((text) => [...text])))
      }),
    ))

  it.each(['سلام', 'नमस्ते', 'e\u0301', '👩‍👩‍👧'])('are those of the whole where signs join: %s', (text) => {
    const { context, asked } = canvas()
    new TextWidthCache(context).byCharacters(text, 10, 400)
    expect(asked).toEqual([text])
  })

  it('are measured again after a font was loaded', () => {
    const { context, asked } = canvas()
    const widths = new TextWidthCache(context)
    for (let time = 0; time < 2; time++) {
      widths.exact('ab', 10, 400)
      widths.byCharacters('c', 10, 400)
      widths.clear()
    }
    expect(asked).toEqual(['ab', 'c', 'ab', 'c'])
  })
})
