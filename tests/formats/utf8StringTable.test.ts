import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Utf8StringTable } from '../../src/formats/collect/utf8StringTable'
import { hostile } from '../arbitraries'

const encoder = new TextEncoder()

/** Ids as programs count them up: from any number, with or without letters before, with gaps, and again from the beginning. */
const counted = fc
  .record({
    before: fc.constantFrom('', 'n', 'é', 'a1b', '00', '-', '1000000000'),
    from: fc.oneof(fc.nat(12), fc.integer({ min: 95, max: 101 }), fc.integer({ min: 999_999_990, max: 1_000_000_001 })),
    steps: fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: -9, max: 9 }) }),
      {
        maxLength: 30,
      },
    ),
  })
  .map(({ before, from, steps }) => {
    let number = from
    return steps.map((step) => `${before}${Math.abs((number += step))}`)
  })
const any = fc.array(
  fc.oneof(fc.string({ maxLength: 9 }), fc.constantFrom('', '0', '00', '01', 'n', 'n01', 'n1 ', '1e1')),
)
const texts = fc.array(fc.oneof(counted, any), { maxLength: 5 }).map((parts) => parts.flat())

it('numbers texts in order of first appearance, whatever the order of ids', () =>
  fc.assert(
    fc.property(texts, fc.nat(3), fc.nat(60), (all, offset, askedAt) => {
      const table = new Utf8StringTable()
      const known = new Map<string, number>()
      all.forEach((text, at) => {
        const wanted = encoder.encode(text)
        const bytes = encoder.encode(`${'7'.repeat(offset)}${text}7`)
        if (at === askedAt) expect(table.has(wanted, 0, wanted.length)).toBe(known.has(text))
        if (!known.has(text)) known.set(text, known.size)
        expect(table.codeOfBytes(bytes, offset, bytes.length - 1)).toBe(known.get(text))
      })
      expect(table.texts()).toEqual([...known.keys()])
      for (const [text, code] of known) {
        const bytes = encoder.encode(text)
        expect([table.has(bytes, 0, bytes.length), table.codeOfBytes(bytes, 0, bytes.length)]).toEqual([true, code])
      }
    }),
    { numRuns: 2000 },
  ))

describe('the string table', () => {
  it('gives the same text the same code, in the order of first appearance', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(hostile),
          fc.array(fc.nat(2000).map(String), { maxLength: 600 }),
          fc
            .tuple(fc.nat(1500), hostile)
            .map(([count, last]) => [...Array.from({ length: count }, (_, at) => `e${at}`), last, 'e0']),
        ),
        hostile,
        (texts, other) => {
          const table = new Utf8StringTable()
          const known = [...new Set(texts)]
          expect(texts.map((text) => table.codeOfText(text))).toEqual(texts.map((text) => known.indexOf(text)))
          expect(table.texts()).toEqual(known)
          const bytes = new TextEncoder().encode(other)
          expect(table.has(bytes, 0, bytes.length)).toBe(known.includes(other))
        },
      ),
      { numRuns: 60 },
    ))
})
