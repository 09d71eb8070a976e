import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteWriter, createByteEscaper } from '../../src/formats/io/byteWriter'
import { textColumn } from '../../src/model/columns'
import { hostile } from '../arbitraries'

const decoder = new TextDecoder()

const written = (write: (to: ByteWriter) => void, capacity = 1): string => {
  const to = new ByteWriter(capacity)
  write(to)
  return decoder.decode(to.writtenBytes())
}

/** Numbers as files hold them: whole, with few decimals, of single precision, and any. */
const aNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.integer({ min: -1e6, max: 1e6 }).map((each) => each / 1000),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

it('writes numbers as String does, repeated ones too', () =>
  fc.assert(
    fc.property(fc.array(aNumber, { minLength: 1 }), (numbers) => {
      const all = [...numbers, ...numbers.toReversed()]
      const text = written((to) => {
        for (const each of all) {
          to.number(each)
          to.text(' ')
        }
      })
      expect(text).toBe(all.map((each) => `${String(each)} `).join(''))
    }),
  ))

it('writes numbers of single precision so that they are read back unchanged', () =>
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = written((to) => to.float(value))
      expect(Math.fround(Number(text))).toBe(value === 0 ? 0 : value)
    }),
  ))

it('distinguishes numbers with the same slot in the cache', () => {
  const many = Array.from({ length: 5000 }, (_, index) => Math.sin(index) / 3)
  const text = written((to) => {
    for (const each of [...many, ...many]) {
      to.number(each)
      to.text('\n')
    }
  })
  expect(text.trim().split('\n').map(Number)).toEqual([...many, ...many])
})

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
          expect(written((to) => to.number(value), 64)).toBe(String(value))
        },
      ),
      { numRuns: 3000 },
    ))
  it('writes texts as TextEncoder does', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.constant('\ud800x'))), (texts) => {
        expect(written((to) => texts.forEach((text) => to.text(text)), 64)).toBe(
          texts.map((text) => text.toWellFormed()).join(''),
        )
      }),
    ))
  it('escapes the cells of a column', () =>
    fc.assert(
      fc.property(fc.array(hostile), (texts) => {
        const column = textColumn(texts)
        const escaper = createByteEscaper({ '<': '&lt;', '"': '""' })
        expect(written((to) => texts.forEach((_, row) => to.cell(column, row, escaper)), 64)).toBe(
          texts.join('').replace(/</g, '&lt;').replace(/"/g, '""'),
        )
        expect(written((to) => texts.forEach((_, row) => to.cell(column, row)), 64)).toBe(texts.join(''))
      }),
    ))
})
