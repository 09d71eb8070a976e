import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteWriter, escaperOf } from '../../src/formats/io/byteWriter'
import { ByteTable } from '../../src/formats/collect/utf8StringTable'
import { textColumn } from '../../src/model/columns'
import { hostile } from '../arbitraries'

const decoder = new TextDecoder()
const written = (write: (to: ByteWriter) => void): string => {
  const to = new ByteWriter(64)
  write(to)
  return decoder.decode(to.taken())
}

describe('the byte writer', () => {
  it('writes numbers as String does', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double(),
          fc.float(),
          fc.integer(),
          fc.maxSafeInteger(),
          fc.tuple(fc.integer(), fc.integer({ min: 0, max: 6 })).map(([whole, power]) => whole / 10 ** power),
          fc.constantFrom(-0, 0.1 + 0.2, 1e21, 1e15, -1e-7, 0.001, 999.9999, 5e-324),
        ),
        (value) => {
          expect(written((to) => to.number(value))).toBe(String(value))
        },
      ),
      { numRuns: 3000 },
    ))
  it('writes texts as the encoder does', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.constant('\ud800x'))), (texts) => {
        expect(written((to) => texts.forEach((text) => to.text(text)))).toBe(
          texts.map((text) => text.toWellFormed()).join(''),
        )
      }),
    ))
  it('escapes the cells of a column', () =>
    fc.assert(
      fc.property(fc.array(hostile), (texts) => {
        const column = textColumn(texts)
        const escaper = escaperOf({ '<': '&lt;', '"': '""' })
        expect(written((to) => texts.forEach((_, row) => to.cell(column, row, escaper)))).toBe(
          texts.join('').replace(/</g, '&lt;').replace(/"/g, '""'),
        )
        expect(written((to) => texts.forEach((_, row) => to.cell(column, row)))).toBe(texts.join(''))
      }),
    ))
})

describe('the table of texts', () => {
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
          const table = new ByteTable()
          const known = [...new Set(texts)]
          expect(texts.map((text) => table.codeOf(text))).toEqual(texts.map((text) => known.indexOf(text)))
          expect(table.texts()).toEqual(known)
          const bytes = new TextEncoder().encode(other)
          expect(table.has(bytes, 0, bytes.length)).toBe(known.includes(other))
        },
      ),
      { numRuns: 60 },
    ))
})
