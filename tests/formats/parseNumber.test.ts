import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseNumberBytes, parseNumberText } from '../../src/formats/collect/parseNumber'

const encoder = new TextEncoder()
const read = (text: string) => {
  const bytes = encoder.encode(`x${text}y`)
  return parseNumberBytes(bytes, 1, bytes.length - 1)
}
const digits = fc.stringMatching(/^[0-9]{0,19}$/)

it('reads any number that String writes as Number does', () =>
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(read(String(value))).toBe(Number.isFinite(value) ? value + 0 : NaN)
    }),
    { numRuns: 2000 },
  ))
it('reads decimals of any length as Number does', () =>
  fc.assert(
    fc.property(fc.constantFrom('', '-', '+'), digits, fc.constantFrom('', '.'), digits, (sign, whole, point, rest) => {
      const text = sign + whole + point + rest
      expect(read(text)).toBe(parseNumberText(text))
    }),
    { numRuns: 5000 },
  ))
it('rounds as Number does close to the middle between two doubles', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2 ** 52, max: 2 ** 53 - 1 }), fc.nat(11), fc.nat(60), (bits, decimals, step) => {
      const middle = (BigInt(bits) * 2n + 1n) * 8n + BigInt(step - 30)
      const text = middle.toString()
      const at = text.length - decimals
      const written = decimals === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`
      expect(read(written)).toBe(Number(written))
    }),
    { numRuns: 5000 },
  ))
it.each(['', '-', '.', '-.', ' ', ' 7 ', '1e3', '0x10', '1_0', '1.2.3', 'Infinity', '--1', '007', '-0'])(
  '"%s"',
  (text) => expect(read(text)).toBe(parseNumberText(text)),
)
