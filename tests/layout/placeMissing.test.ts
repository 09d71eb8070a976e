import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPositions } from '../../src/layout/positions'
import { placeMissingNodes } from '../../src/layout/placeMissing'
import type { Graph } from '../../src/model/graph'
import { tied } from './plans'

/** A graph with these places, by row; undefined where there is none. */
const placed = (graph: Graph, places: readonly (readonly [number, number] | undefined)[]): Graph =>
  withPositions(graph, Float32Array.from(places.flatMap((place) => place ?? [NaN, NaN])))

const placesOf = ({ nodes }: Graph) => Array.from(nodes.x, (x, row): [number, number] => [x, nodes.y[row]!])

const place = fc.option(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })), {
  nil: undefined,
})
const partly = fc
  .record({
    places: fc.array(place, { minLength: 1, maxLength: 20 }),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }),
  })
  .map(({ places: [, ...rest], pairs }) => {
    const places = [[5, 7] as const, ...rest]
    const count = places.length
    return {
      places,
      graph: placed(
        tied(
          count,
          pairs.map(([from, to]) => [from % count, to % count]),
        ),
        places,
      ),
    }
  })

describe('nodes without a position', () => {
  it('get distinct positions, and other nodes do not move', () =>
    fc.assert(
      fc.property(partly, ({ graph, places }) => {
        const after = placesOf(placeMissingNodes(graph))
        expect(after.flat().every(Number.isFinite)).toBe(true)
        places.forEach((before, row) => before && expect(after[row]).toEqual(before))
        const given = after.filter((_, row) => !places[row]).map(String)
        expect(new Set(given).size).toBe(given.length)
        expect(placesOf(placeMissingNodes(graph))).toEqual(after)
      }),
    ))
  it('are near the mean of their neighbours, even if these have none either', () => {
    const graph = placed(tied(5, [[0, 2], [1, 2], [2, 3]]), [[0, 0], [100, 100], undefined, undefined, undefined]) // prettier-ignore
    const [, , middle, next, lone] = placesOf(placeMissingNodes(graph))
    const gap = Math.sqrt((100 * 100) / 2)
    expect(Math.hypot(middle![0] - 50, middle![1] - 50)).toBeCloseTo(0.6 * gap, 3)
    expect(Math.hypot(next![0] - middle![0], next![1] - middle![1])).toBeCloseTo(0.6 * gap, 3)
    // Without a way to the map: below it.
    expect(lone![1]).toBeLessThan(0)
  })
  it('are distinct if the map is one point, or a line', () => {
    expect(placesOf(placeMissingNodes(placed(tied(2, []), [[3, 3], undefined])))[1]).toEqual([3, -57])
    expect(placesOf(placeMissingNodes(placed(tied(3, []), [[0, 0], [10, 0], undefined])))[2]).toEqual([0, -7.5]) // prettier-ignore
  })
  it('around one hub spread by their number', () => {
    const count = 2000
    const pairs = Array.from({ length: count - 2 }, (_, at) => [0, at + 2])
    const after = placesOf(
      placeMissingNodes(
        placed(
          tied(count, pairs),
          Array.from({ length: count }, (_, row) => (row < 2 ? ([row * 100, row * 100] as const) : undefined)),
        ),
      ),
    )
    expect(new Set(after.map(String)).size).toBe(count)
  })
})
