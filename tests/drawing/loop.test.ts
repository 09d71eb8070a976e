import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfLoop, loopAt, loopPath, middleOfLoop, startOfLoop } from '../../src/drawing/loop'

const node = { x: 40, y: -20 }
const distanceTo = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)
const radii = fc.double({ min: 2, max: 40, noNaN: true })
const numbers = fc.nat(15)

describe('loops', () => {
  it('begin and end at the asked distances from the node, and go out beyond it', () =>
    fc.assert(
      fc.property(radii, numbers, (radius, number) => {
        const loop = loopAt(node, radius, number)
        expect(distanceTo(startOfLoop(loop, radius + 1).at, node)).toBeCloseTo(radius + 1, 6)
        expect(distanceTo(endOfLoop(loop, radius + 3).at, node)).toBeCloseTo(radius + 3, 6)
        expect(distanceTo(middleOfLoop(loop), node)).toBeGreaterThan(radius + 6)
      }),
    ))

  it('of one node are as many lines: their middles are apart', () =>
    fc.assert(
      fc.property(radii, numbers, numbers, (radius, one, other) => {
        fc.pre(one !== other)
        const middles = [one, other].map((number) => middleOfLoop(loopAt(node, radius, number)))
        expect(distanceTo(middles[0]!, middles[1]!)).toBeGreaterThan(5)
      }),
    ))

  it('end pointing at the node', () => {
    const { at, along } = endOfLoop(loopAt(node, 8, 0), 11)
    expect(distanceTo({ x: at.x + along.x, y: at.y + along.y }, node)).toBeLessThan(distanceTo(at, node))
  })

  it('are arcs of their circle', () => {
    const loop = loopAt(node, 8, 2)
    expect(loopPath(loop, 9, 11)).toMatch(/^M[-\d.]+ [-\d.]+(A21\.4 21\.4 0 0 0 [-\d.]+ [-\d.]+){2}$/)
  })
})
