import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rowsByDescendingRadius,
  labelCandidates,
  countWithRadiusAtLeast,
  ranksByRow,
} from '../../src/drawing/labelCandidates'
import {
  positionBounds,
  forEachInRect,
  buildPointGrid,
  hitTest,
  maxCountInRect,
  type LayoutRect,
} from '../../src/drawing/pointGrid'

const coordinate = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constant(NaN),
)
const places = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 80 }).map((all) => new Float32Array(all.flat()))
const window = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: -600, max: 600 })))
  .map(([a, b, c, d]): LayoutRect => ({
    left: Math.min(a!, b!),
    right: Math.max(a!, b!),
    low: Math.min(c!, d!),
    high: Math.max(c!, d!),
  }))

/** Every row that is in the window, by asking each. */
const asked = (all: Float32Array, { left, right, low, high }: LayoutRect) =>
  [...Array(all.length / 2).keys()].filter((row) => {
    const [x, y] = [all[2 * row]!, all[2 * row + 1]!]
    return x >= left && x <= right && y >= low && y <= high
  })

const found = (all: Float32Array, within: LayoutRect) => {
  const rows: number[] = []
  forEachInRect(buildPointGrid(all), within, (row) => rows.push(row))
  return rows.sort((one, other) => one - other)
}

describe('the grid', () => {
  it('finds exactly the points in a window, each once', () =>
    fc.assert(
      fc.property(places, window, (all, within) => void expect(found(all, within)).toEqual(asked(all, within))),
    ))

  it('never counts fewer points than there are', () =>
    fc.assert(
      fc.property(
        places,
        window,
        (all, within) => maxCountInRect(buildPointGrid(all), within) >= asked(all, within).length,
      ),
    ))

  it('contains every point that has a position', () =>
    fc.assert(
      fc.property(places, (all) => {
        const placed = [...Array(all.length / 2).keys()].filter((row) =>
          Number.isFinite(all[2 * row]! + all[2 * row + 1]!),
        )
        expect(buildPointGrid(all).items.toSorted()).toEqual(Uint32Array.from(placed))
        const { left, right, low, high } = positionBounds(all)
        for (const row of placed) {
          expect(all[2 * row]! >= left && all[2 * row]! <= right).toBe(true)
          expect(all[2 * row + 1]! >= low && all[2 * row + 1]! <= high).toBe(true)
        }
      }),
    ))

  it('hits the disc that contains the pointer most deeply or is nearest, like a test of every disc', () =>
    fc.assert(
      fc.property(places, coordinate, coordinate, fc.integer({ min: 0, max: 40 }), (all, x, y, reach) => {
        fc.pre(!Number.isNaN(x + y))
        const radius = (row: number) => (row % 4 === 3 ? -1 : 5 + (row % 7))
        const away = (row: number) => Math.hypot(all[2 * row]! - x, all[2 * row + 1]! - y) - radius(row)
        const able = [...Array(all.length / 2).keys()].filter((row) => radius(row) >= 0 && away(row) < reach)
        const nearest = Math.min(...able.map(away))
        const hit = hitTest(buildPointGrid(all), { x, y, tolerance: reach, maxRadius: 11, radius })
        expect(hit === undefined).toBe(able.length === 0)
        if (hit !== undefined) expect(away(hit)).toBe(nearest)
      }),
    ))

  it('hits nothing beyond the tolerance, and of two at the same position the later, which is drawn above', () => {
    const aim = { y: 0, maxRadius: 6, radius: () => 6 }
    expect(hitTest(buildPointGrid(Float32Array.of(0, 0)), { ...aim, x: 44, tolerance: 38 })).toBeUndefined()
    expect(hitTest(buildPointGrid(Float32Array.of(5, 0, 5, 0)), { ...aim, x: 4, tolerance: 2 })).toBe(1)
  })
})

describe('label candidates', () => {
  const radii = fc
    .array(fc.float({ min: 4, max: 17, noNaN: true }), { maxLength: 300 })
    .map((all) => Float32Array.from(all))

  it('are ordered from the largest, every row once', () =>
    fc.assert(
      fc.property(radii, (radius) => {
        const order = rowsByDescendingRadius(radius)
        expect(order.toSorted()).toEqual(Uint32Array.from(radius.keys()))
        order.forEach((row, at) => expect(ranksByRow(order)[row]).toBe(at))
        for (let at = 1; at < order.length; at++)
          expect(radius[order[at - 1]!]! - radius[order[at]!]!).toBeGreaterThanOrEqual(-17 / 1023)
      }),
    ))

  it('are the most important of each cell, however they are found', () =>
    fc.assert(
      fc.property(places, window, fc.nat({ max: 12 }), fc.boolean(), (all, within, most, gridded) => {
        const radius = Float32Array.from({ length: all.length / 2 }, (_, row) => 7 + ((row * 7919) % 11))
        const order = rowsByDescendingRadius(radius)
        const parts = { columns: 3, lines: 2, maxPerCell: 2 }
        const accepts = (row: number) => row % 5 !== 0
        const chosen = labelCandidates({
          positions: all,
          grid: gridded ? buildPointGrid(all) : undefined,
          order,
          ranks: ranksByRow(order),
          accepts,
          orderLimit: order.length,
          window: within,
          ...parts,
          maxCount: most,
        })
        const part = (row: number) => {
          const at = (value: number, from: number, to: number, parts: number) =>
            Math.min(parts - 1, Math.floor(((value - from) / (to - from || 1)) * parts))
          return [
            at(all[2 * row]!, within.left, within.right, 3),
            at(all[2 * row + 1]!, within.low, within.high, 2),
          ].join()
        }
        const counts = new Map<string, number>()
        const wanted = [...order]
          .filter((row) => asked(all, within).includes(row) && accepts(row))
          .filter((row) => {
            counts.set(part(row), (counts.get(part(row)) ?? 0) + 1)
            return counts.get(part(row))! <= 2
          })
        expect(chosen).toEqual(wanted.slice(0, most))
      }),
    ))

  it('are counted down to a radius', () =>
    fc.assert(
      fc.property(radii, fc.float({ min: 4, max: 17, noNaN: true }), (radius, least) => {
        const order = rowsByDescendingRadius(radius).toSorted((one, other) => radius[other]! - radius[one]!)
        expect(countWithRadiusAtLeast(order, radius, least)).toBe([...radius].filter((each) => each >= least).length)
      }),
    ))

  it('are found by trying all rows if a window contains thousands', () => {
    const all = Float32Array.from({ length: 12_000 }, (_, at) => (at * 7919) % 1009)
    const order = rowsByDescendingRadius(Float32Array.from({ length: 6000 }, (_, row) => 4 + (row % 13)))
    const crowd = {
      positions: all,
      grid: buildPointGrid(all),
      order,
      ranks: ranksByRow(order),
      accepts: () => true,
      columns: 1,
      lines: 1,
      orderLimit: 30,
    }
    const chosen = labelCandidates({ ...crowd, window: positionBounds(all), maxPerCell: 50, maxCount: 40 })
    expect(chosen).toEqual([...order.subarray(0, 30)])
  })
})
