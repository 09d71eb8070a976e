import { describe, expect, it } from 'vitest'
import { distanceToEdge } from '../../src/ui/canvas/bulk/pointerTargets'
import { nodeRowsInPolygon } from '../../src/ui/canvas/lasso'

describe('what is under the pointer or the lasso', () => {
  const places = Float32Array.of(0, 0, 10, 0, 20, 20)
  it('has the distance from a line that its nearest point has', () => {
    expect(distanceToEdge(places, 0, 1, { x: 5, y: 3 })).toBe(3)
    expect(distanceToEdge(places, 0, 1, { x: 13, y: 4 })).toBe(5)
    expect(distanceToEdge(places, 1, 1, { x: 10, y: 2 })).toBe(2)
  })
  it('is inside the line that was drawn, and visible', () => {
    const around = [
      { x: -5, y: -5 },
      { x: 15, y: -5 },
      { x: 15, y: 5 },
      { x: -5, y: 5 },
    ]
    expect(nodeRowsInPolygon(around, places, Uint8Array.of(2, 2, 2))).toEqual([0, 1])
    expect(nodeRowsInPolygon(around, places, Uint8Array.of(0, 2, 2))).toEqual([1])
  })
})
