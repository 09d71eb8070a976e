import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourPalettes } from '../../src/drawing/colourPalette'
import {
  createShaderParameters,
  updateSpacingParameters,
  radiusFromDrawn,
  drawnRadius,
  updateNodeScale,
} from '../../src/ui/canvas/shaderParameters'

describe('sizes in a large graph', () => {
  const frame = (nodeSpacing: number, pixelsPerUnit: number) => {
    const own = { ...createShaderParameters(colourPalettes.light, false), nodeSpacing }
    updateNodeScale(own, pixelsPerUnit, true)
    return own
  }
  const near = fc.double({ min: 0.001, max: 100, noNaN: true })

  it('grow with the radius, and convert back to it', () =>
    fc.assert(
      fc.property(near, near, fc.double({ min: 4, max: 17, noNaN: true }), (gap, unit, radius) => {
        const own = frame(gap, unit)
        expect(radiusFromDrawn(own, drawnRadius(own, radius))).toBeCloseTo(radius, 6)
        expect(drawnRadius(own, radius)).toBeLessThan(drawnRadius(own, radius + 0.1))
      }),
    ))

  it('shrink less for hubs', () => {
    const own = frame(5, 1)
    expect(drawnRadius(own, 17) / drawnRadius(own, 7)).toBeGreaterThan(17 / 7)
  })

  it('depend on the nodes that are shown', () => {
    const own = createShaderParameters(colourPalettes.light, false)
    const places = Float32Array.of(0, 0, 100, 100, 9000, 9000)
    updateSpacingParameters(own, places, Uint8Array.of(1, 1, 0), Float32Array.of(7, 7, 7))
    expect(own.nodeSpacing).toBeCloseTo(Math.sqrt((100 * 100) / 2), 6)
    expect(own.sizeFactor).toBe(1)
  })
})
