import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removeOverlapSync, type DiscColumns } from '../../src/layout/removeOverlap'

const someDiscs: fc.Arbitrary<DiscColumns> = fc
  .array(
    fc.record({
      x: fc.integer({ min: -60, max: 60 }),
      y: fc.oneof(fc.constant(0), fc.integer({ min: -60, max: 60 })),
      radius: fc.integer({ min: 1, max: 30 }),
      fixed: fc.constantFrom(0, 0, 0, 1),
    }),
    { maxLength: 40 },
  )
  .map((all) => ({
    positions: Float32Array.from(all.flatMap(({ x, y }) => [x, y])),
    radius: Float32Array.from(all, ({ radius }) => radius),
    fixed: Uint8Array.from(all, ({ fixed }) => fixed),
  }))

/** Pairs that overlap, by comparing each with each. */
function overlaps(places: Float32Array, { radius, fixed }: Pick<DiscColumns, 'radius' | 'fixed'>): number {
  let count = 0
  for (let one = 0; one < radius.length; one++)
    for (let other = 0; other < one; other++) {
      const gap = Math.hypot(places[2 * one]! - places[2 * other]!, places[2 * one + 1]! - places[2 * other + 1]!)
      if (gap < radius[one]! + radius[other]! && !(fixed[one] && fixed[other])) count++
    }
  return count
}

describe('the removal of overlaps', () => {
  it('leaves no overlapping discs, except fixed ones', () =>
    fc.assert(
      fc.property(someDiscs, (discs) => void expect(overlaps(removeOverlapSync(discs), discs)).toBe(0)),
      {
        numRuns: 300,
      },
    ))
  it('does not move fixed discs', () =>
    fc.assert(
      fc.property(someDiscs, (discs) => {
        const places = removeOverlapSync(discs)
        discs.fixed.forEach((fixed, disc) => {
          if (fixed) expect(places.slice(2 * disc, 2 * disc + 2)).toEqual(discs.positions.slice(2 * disc, 2 * disc + 2))
        })
      }),
    ))
  it('moves nothing if nothing overlaps', () =>
    fc.assert(
      fc.property(someDiscs, (discs) => {
        const free = { ...discs, fixed: discs.fixed.map(() => 0) }
        const places = removeOverlapSync(free)
        expect(removeOverlapSync({ ...free, positions: places })).toEqual(places)
      }),
    ))
  it('separates many discs at one position', () => {
    const count = 3000
    const discs = {
      positions: new Float32Array(2 * count).fill(7),
      radius: new Float32Array(count).fill(10),
      fixed: new Uint8Array(count),
    }
    expect(overlaps(removeOverlapSync(discs), discs)).toBe(0)
  })
  it('moves discs that hardly overlap only a little', () => {
    const discs = {
      positions: Float32Array.of(0, 0, 18, 0, 500, 0),
      radius: Float32Array.of(10, 10, 10),
      fixed: new Uint8Array(3),
    }
    const places = removeOverlapSync(discs)
    expect(places[4]).toBe(500)
    expect(Math.abs(places[0]!)).toBeLessThan(2)
  })
})
