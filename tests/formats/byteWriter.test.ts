import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ByteWriter } from '../../src/formats/io/byteWriter'

const decoder = new TextDecoder()

const written = (write: (to: ByteWriter) => void): string => {
  const to = new ByteWriter(1)
  write(to)
  return decoder.decode(to.taken())
}

/** Numbers as files hold them: whole, with few decimals, of single precision, and any. */
const aNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.integer({ min: -1e6, max: 1e6 }).map((each) => each / 1000),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

it('writes numbers as the engine does, those that come again too', () =>
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

it('writes a number of single precision so that it is the same when it is read', () =>
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = written((to) => to.float(value))
      expect(Math.fround(Number(text))).toBe(value === 0 ? 0 : value)
    }),
  ))

it('keeps numbers apart that fall on the same place', () => {
  const many = Array.from({ length: 5000 }, (_, index) => Math.sin(index) / 3)
  const text = written((to) => {
    for (const each of [...many, ...many]) {
      to.number(each)
      to.text('\n')
    }
  })
  expect(text.trim().split('\n').map(Number)).toEqual([...many, ...many])
})
