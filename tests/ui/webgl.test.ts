import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedRange } from '../../src/ui/canvas/bulk/webgl'

describe('columns that are uploaded', () => {
  const kinds = [Uint8Array, Uint32Array, Float32Array] as const
  const bytes = fc.array(fc.nat({ max: 2 }), { maxLength: 40 })

  it('differ only in the uploaded range', () =>
    fc.assert(
      fc.property(fc.constantFrom(...kinds), bytes, bytes, (Kind, one, other) => {
        const [before, now] = [Kind.from(one), Kind.from(other)]
        const [from, to] = changedRange(before, now)
        expect(from).toBeLessThanOrEqual(to)
        now.forEach((value, at) => {
          if (at < from || at >= to) expect(value).toBe(before[at])
        })
      }),
    ))

  it('are short if one row has changed, and empty if nothing has', () =>
    fc.assert(
      fc.property(fc.constantFrom(...kinds), bytes, fc.nat(), (Kind, values, place) => {
        fc.pre(values.length > 0)
        const before = Kind.from(values)
        const now = before.slice()
        const same = changedRange(before, now)
        // Bytes at the end that make no whole word are taken again.
        expect(same[1] - same[0]).toBeLessThan(4)
        now[place % values.length]! += 1
        const [from, to] = changedRange(before, now)
        expect(to - from).toBeLessThan(8)
      }),
    ))
})
