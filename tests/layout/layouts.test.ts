import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { describe, expect, it } from 'vitest'
import { removeBoxOverlap } from '../../src/layout/removeBoxOverlap'
import { ForceAtlas2 } from '../../src/layout/forceAtlas2'
import { withPositions, initialPositions, sunflowerPositions } from '../../src/layout/positions'
import { graphOf } from '../sample'

describe('ForceAtlas2', () => {
  const ends = [0, 1, 1, 2, 2, 0, 3, 0, 4, 3]
  const input = {
    source: Uint32Array.from(ends.filter((_, index) => index % 2 === 0)),
    target: Uint32Array.from(ends.filter((_, index) => index % 2 === 1)),
    start: sunflowerPositions(5, 40),
    fixed: new Uint8Array(5),
  }
  const after = (...turns: number[]) => {
    const force = new ForceAtlas2(input)
    turns.forEach((iterations) => force.advance(iterations))
    return force.positions()
  }

  it('is the same in one run as in several', () => expect(after(20, 1, 79)).toEqual(after(100)))
  it('agrees with graphology', () => {
    const graph = new UndirectedGraph()
    for (let node = 0; node < 5; node++) graph.addNode(node, { x: input.start[2 * node], y: input.start[2 * node + 1] })
    input.source.forEach((source, edge) => graph.addEdge(source, input.target[edge]))
    const oracle = forceAtlas2(graph, {
      iterations: 50,
      settings: forceAtlas2.inferSettings(graph),
      getEdgeWeight: null,
    })
    after(50).forEach((value, index) => expect(value).toBeCloseTo(oracle[index >> 1]![index % 2 ? 'y' : 'x']!, 3))
  })
  it('leaves a fixed node where it is', () => {
    const force = new ForceAtlas2({ ...input, fixed: Uint8Array.of(0, 0, 1, 0, 0) })
    force.advance(50)
    expect(force.positions().slice(4, 6)).toEqual(input.start.slice(4, 6))
  })
})

describe('the removal of box overlaps', () => {
  it('leaves no overlap', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ max: 300, min: 0 }), fc.integer({ max: 300, min: 0 })), { maxLength: 20 }),
        (at) => {
          const halfWidth = new Float32Array(at.length).fill(20)
          const halfHeight = new Float32Array(at.length).fill(8)
          const places = removeBoxOverlap(Float32Array.from(at.flat()), { halfWidth, halfHeight }, 3000)
          for (let one = 0; one < at.length; one++)
            for (let other = 0; other < one; other++) {
              const beside = Math.abs(places[2 * one]! - places[2 * other]!) >= 40 - 0.01
              const above = Math.abs(places[2 * one + 1]! - places[2 * other + 1]!) >= 16 - 0.01
              expect(beside || above).toBe(true)
            }
        },
      ),
    ))
  it('keeps positions without overlap', () => {
    const places = Float32Array.of(0, 0, 100, 0)
    expect(removeBoxOverlap(places, { halfWidth: Float32Array.of(9, 9), halfHeight: Float32Array.of(9, 9) })).toEqual(
      places,
    )
  })
})

it('keeps the positions that a graph has, and adds missing ones', () => {
  const graph = withPositions(graphOf('ann', 'bob'), Float32Array.of(7, 8, NaN, NaN))
  expect(initialPositions(graph).slice(0, 2)).toEqual(Float32Array.of(7, 8))
  expect(initialPositions(graph).every(Number.isFinite)).toBe(true)
})
