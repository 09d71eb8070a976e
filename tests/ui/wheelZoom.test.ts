import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wheelStep } from '../../src/ui/canvas/wheelZoom'

const wheel = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, shiftKey: false }

it('zooms by the size of the delta: many small steps come to the same as one that is as long', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 4 }), (count, pixels) => {
      const small = wheelStep({ ...wheel, deltaY: pixels })
      expect(count * small).toBeCloseTo(wheelStep({ ...wheel, deltaY: count * pixels }), 9)
      expect(small).toBeGreaterThan(0)
      expect(wheelStep({ ...wheel, deltaY: -pixels })).toBe(-small)
    }),
  ))

it('knows pixels, lines and pages, and a pinch, which is finer', () => {
  const [pixel, line, page] = [0, 1, 2].map((deltaMode) => wheelStep({ ...wheel, deltaY: 0.5, deltaMode }))
  expect(line! / pixel!).toBeCloseTo(20)
  expect(page! / pixel!).toBeCloseTo(400)
  expect(wheelStep({ ...wheel, deltaY: 1, ctrlKey: true })).toBeGreaterThan(2 * wheelStep({ ...wheel, deltaY: 1 }))
})

it('is sane: no single event zooms more than by e, and one to the side zooms only with Shift', () => {
  expect(wheelStep({ ...wheel, deltaY: 1e9 })).toBe(1)
  expect(wheelStep({ ...wheel, deltaY: -1e9 })).toBe(-1)
  expect(wheelStep({ ...wheel, deltaX: 50 })).toBe(0)
  expect(wheelStep({ ...wheel, deltaX: 50, shiftKey: true })).toBeCloseTo(wheelStep({ ...wheel, deltaY: 50 }))
})
