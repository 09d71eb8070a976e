import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitCamera } from '../../src/ui/canvas/camera'

const frame = { width: 900, height: 600 }

it('shows all nodes, however far apart or close they are', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 })), { minLength: 3 }),
      fc.integer({ min: -4, max: 6 }),
      (points, power) => {
        const places = Float32Array.from(points.flat(), (each) => each * 10 ** power)
        const camera = fitCamera(places, new Uint8Array(points.length).fill(1), frame, [])
        const unit = camera.width / frame.width
        const [xs, ys] = [0, 1].map((of) => Array.from(points, (_, row) => places[2 * row + of]!)) as [
          number[],
          number[],
        ]
        const [across, down] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
        // All are in the frame, and where they form a map, they fill it one way or the other, or stand well apart.
        expect(across / unit).toBeLessThanOrEqual(frame.width)
        expect(down / unit).toBeLessThanOrEqual(frame.height)
        const fills = across / unit > frame.width / 2 || down / unit > frame.height / 2
        const apart = Math.sqrt((across * down) / points.length) / unit >= 39
        expect(across * down === 0 || fills || apart).toBe(true)
      },
    ),
  ))
