import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { palettes } from '../../src/drawing/colourPalette'
import { frameOf, measure, radiusFor, radiusOn, scaleFrame } from '../../src/ui/canvas/shaderParameters'
import { differing } from '../../src/ui/canvas/bulk/webgl'
import { awayFrom } from '../../src/ui/canvas/bulk/pointerTargets'
import { rowsInside } from '../../src/ui/canvas/lasso'

describe('columns that are uploaded', () => {
  const kinds = [Uint8Array, Uint32Array, Float32Array] as const
  const bytes = fc.array(fc.nat({ max: 2 }), { maxLength: 40 })

  it('are compared so that nothing outside of what is uploaded differs', () =>
    fc.assert(
      fc.property(fc.constantFrom(...kinds), bytes, bytes, (Kind, one, other) => {
        const [before, now] = [Kind.from(one), Kind.from(other)]
        const [from, to] = differing(before, now)
        expect(from).toBeLessThanOrEqual(to)
        now.forEach((value, at) => {
          if (at < from || at >= to) expect(value).toBe(before[at])
        })
      }),
    ))

  it('are few where one row has changed, and none where nothing has', () =>
    fc.assert(
      fc.property(fc.constantFrom(...kinds), bytes, fc.nat(), (Kind, values, place) => {
        fc.pre(values.length > 0)
        const before = Kind.from(values)
        const now = before.slice()
        const same = differing(before, now)
        // Bytes at the end that make no whole word are taken again.
        expect(same[1] - same[0]).toBeLessThan(4)
        now[place % values.length]! += 1
        const [from, to] = differing(before, now)
        expect(to - from).toBeLessThan(8)
      }),
    ))
})

describe('sizes in a large graph', () => {
  const frame = (gap: number, unit: number) => {
    const own = { ...frameOf(palettes.light, false), gap }
    scaleFrame(own, unit, true)
    return own
  }
  const near = fc.double({ min: 0.001, max: 100, noNaN: true })

  it('grow with the radius, and the radius is found again', () =>
    fc.assert(
      fc.property(near, near, fc.double({ min: 4, max: 17, noNaN: true }), (gap, unit, radius) => {
        const own = frame(gap, unit)
        expect(radiusFor(own, radiusOn(own, radius))).toBeCloseTo(radius, 6)
        expect(radiusOn(own, radius)).toBeLessThan(radiusOn(own, radius + 0.1))
      }),
    ))

  it('shrink hubs less than the others', () => {
    const own = frame(5, 1)
    expect(radiusOn(own, 17) / radiusOn(own, 7)).toBeGreaterThan(17 / 7)
  })

  it('follow from those that are shown', () => {
    const own = frameOf(palettes.light, false)
    const places = Float32Array.of(0, 0, 100, 100, 9000, 9000)
    measure(own, places, Uint8Array.of(1, 1, 0), Float32Array.of(7, 7, 7))
    expect(own.gap).toBeCloseTo(Math.sqrt((100 * 100) / 2), 6)
    expect(own.large).toBe(1)
  })
})

describe('what is under the pointer or the lasso', () => {
  const places = Float32Array.of(0, 0, 10, 0, 20, 20)
  it('is so far from a line as the nearest of its points', () => {
    expect(awayFrom(places, 0, 1, { x: 5, y: 3 })).toBe(3)
    expect(awayFrom(places, 0, 1, { x: 13, y: 4 })).toBe(5)
    expect(awayFrom(places, 1, 1, { x: 10, y: 2 })).toBe(2)
  })
  it('lies inside of the line that was drawn, and is shown', () => {
    const around = [
      { x: -5, y: -5 },
      { x: 15, y: -5 },
      { x: 15, y: 5 },
      { x: -5, y: 5 },
    ]
    expect(rowsInside(around, places, Uint8Array.of(2, 2, 2))).toEqual([0, 1])
    expect(rowsInside(around, places, Uint8Array.of(0, 2, 2))).toEqual([1])
  })
})
