import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipLine, clipPolygon } from '../../src/drawing/clipping'
import type { Point } from '../../src/drawing/geometry'
import { guideLabelBoxes } from '../../src/drawing/guideLabelBoxes'
import type { PathMark } from '../../src/drawing/marks'
import { estimateTextWidth } from '../../src/drawing/measureText'
import { colourPalettes } from '../../src/drawing/colourPalette'
import { pictureOfGraph } from '../../src/drawing/pictureOfGraph'
import { writeSvg } from '../../src/drawing/writeSvg'
import { noGuides, type LayoutGuides } from '../../src/model/layoutGuides'
import { graphOf } from '../sample'

const frame = { width: 100, height: 60 }
const near = fc.record({ x: fc.integer({ min: -150, max: 250 }), y: fc.integer({ min: -90, max: 150 }) })
const inFrame = ({ x, y }: Point, room = 1e-6) =>
  x >= -room && x <= frame.width + room && y >= -room && y <= frame.height + room

function gap({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const share = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy)
}

const gapToLine = (point: Point, line: readonly Point[]): number =>
  Math.min(Infinity, ...line.slice(1).map((to, at) => gap(point, line[at]!, to)))

/** Points along a line, its own and some between them. */
const along = (line: readonly Point[]): Point[] =>
  line.slice(1).flatMap((to, at) => {
    const from = line[at]!
    return [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }))
  })

describe('a clipped line', () => {
  it('is the part inside the frame, and nothing else', () =>
    fc.assert(
      fc.property(fc.array(near, { maxLength: 12 }), (line) => {
        const pieces = clipLine(line, frame)
        for (const point of pieces.flatMap(along)) {
          expect(inFrame(point)).toBe(true)
          expect(gapToLine(point, line)).toBeLessThan(1e-6)
        }
        for (const point of along(line))
          if (inFrame(point, -1e-6))
            expect(Math.min(Infinity, ...pieces.map((piece) => gapToLine(point, piece)))).toBeLessThan(1e-6)
      }),
    ))

  it('stays whole if nothing cuts it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 60 }) }), {
          minLength: 2,
        }),
        (line) => {
          expect(clipLine(line, frame)).toEqual([line])
        },
      ),
    ))
})

describe('a clipped polygon', () => {
  const holds = (outline: readonly Point[], { x, y }: Point): boolean =>
    outline.filter((one, at) => {
      const other = outline[(at + 1) % outline.length]!
      return one.y > y !== other.y > y && x < one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x)
    }).length %
      2 ===
    1

  it('contains the same points of the frame, and none outside', () =>
    fc.assert(
      fc.property(fc.array(near, { minLength: 3, maxLength: 9 }), (outline) => {
        const cut = clipPolygon(outline, frame)
        expect(cut.every((point) => inFrame(point))).toBe(true)
        for (let x = 3.7; x < frame.width; x += 9.1)
          for (let y = 2.3; y < frame.height; y += 7.7) {
            const point = { x, y }
            // At a border both answers are right.
            if (gapToLine(point, [...outline, outline[0]!]) > 1e-3)
              expect(holds(cut, point)).toBe(holds(outline, point))
          }
      }),
    ))
})

describe('guides in a picture', () => {
  const graph = graphOf('ann knows bob', 'bob knows cid')
  const masks = { nodes: new Uint8Array(graph.nodes.count).fill(1), edges: new Uint8Array(graph.edges.count).fill(1) }
  const guides: LayoutGuides = {
    lines: [Float32Array.of(-60, -60, -60, 340)],
    rings: [{ x: 400, y: 100, radius: 200 }],
    labels: [
      { x: 400, y: 330, text: '2026', stick: 'top' },
      { x: -60, y: 100, text: 'Actors', stick: 'left' },
    ],
    land: {
      areas: [Float32Array.of(0, 0, 500, 0, 500, 200)],
      coasts: [Float32Array.of(0, 0, 500, 0)],
    },
  }
  const places = Float32Array.of(0, 0, 400, 0, 800, 300)
  const options = { width: 900, language: 'en' as const, measureText: estimateTextWidth, positions: places }
  const drawn = (theme: 'light' | 'dark', own = guides, some = masks) =>
    pictureOfGraph(graph, some, { ...options, palette: colourPalettes[theme], guides: own })
  const pathsOf = (theme: 'light' | 'dark') =>
    drawn(theme).marks.filter((mark): mark is PathMark => mark.kind === 'path')

  it.each(['light', 'dark'] as const)('lie below all else, in the colours of the %s theme', (theme) => {
    const { panel, rule, hair } = colourPalettes[theme]
    const paths = pathsOf(theme)
    expect(paths.slice(0, 3).map(({ fill, stroke }) => fill ?? stroke)).toEqual([panel, rule, hair])
    expect(paths.slice(3).some(({ stroke }) => stroke === rule || stroke === hair)).toBe(false)
    const words = drawn(theme).marks.flatMap((mark) => (mark.kind === 'text' ? mark.lines : []))
    expect(words.slice(0, 2)).toEqual(['2026', 'Actors'])
  })

  it('are aligned with the nodes: a coast from one node to another starts and ends there', () => {
    const { marks } = drawn('light')
    const body = (label: string) =>
      marks.find((mark): mark is PathMark => mark.kind === 'path' && mark.title === label)!
    const coast = marks.find(
      (mark): mark is PathMark => mark.kind === 'path' && mark.stroke === colourPalettes.light.rule,
    )!
    const [x, y, east, south] = coast.d.match(/-?[\d.]+/g)!.map(Number)
    const [ann, bob] = [body('ann'), body('bob')]
    expect(x).toBeCloseTo(ann.x, 0)
    expect(y).toBeCloseTo(ann.y, 0)
    expect(east).toBeCloseTo(((bob.x - ann.x) * 500) / 400, 0)
    expect(south).toBeCloseTo(0, 0)
  })

  it('are in the file as text and paths', () => {
    const svg = writeSvg(drawn('light'), { title: 'A', description: 'B' })
    expect(svg).toContain('>2026</text>')
    expect(svg).toContain(`stroke="${colourPalettes.light.rule}"`)
  })

  it('make a part of the graph only slightly smaller, however far they reach', () => {
    const part = { nodes: Uint8Array.of(1, 1, 0), edges: Uint8Array.of(1, 0) }
    const far = { ...guides, lines: [Float32Array.of(-9000, -9000, 9000, 9000)] }
    const between = (own: LayoutGuides) => {
      const [one, other] = drawn('light', own, part).marks.filter(
        (mark): mark is PathMark => mark.kind === 'path' && mark.title !== undefined && !mark.title.includes(' '),
      )
      return Math.abs(one!.x - other!.x)
    }
    expect(between(far)).toBeGreaterThan(between(noGuides) * 0.6)
    const { width, height, marks } = drawn('light', far, part)
    const numbers = marks
      .filter((mark): mark is PathMark => mark.kind === 'path' && mark.stroke === colourPalettes.light.hair)
      .flatMap(({ d }) => absolute(d))
    for (const { x, y } of numbers) {
      expect(x).toBeGreaterThanOrEqual(-0.1)
      expect(x).toBeLessThanOrEqual(width + 0.1)
      expect(y).toBeGreaterThanOrEqual(-0.1)
      expect(y).toBeLessThanOrEqual(height + 0.1)
    }
  })

  /** The points of paths that begin at places and go on by steps. */
  const absolute = (d: string): Point[] =>
    d
      .split('M')
      .slice(1)
      .flatMap((line) => {
        const values = line.match(/-?[\d.]+/g)!.map(Number)
        let [x, y] = [0, 0]
        return Array.from({ length: values.length / 2 }, (_, at) => {
          x += values[2 * at]!
          y += values[2 * at + 1]!
          return { x, y }
        })
      })

  it('have no overlapping labels, and the earlier one stays', () =>
    expect(
      guideLabelBoxes(
        {
          ...guides,
          labels: [
            { x: 0, y: 0, text: 'first' },
            { x: 5, y: 5, text: 'second' },
          ],
        },
        (place) => place,
      ).map(({ text }) => text),
    ).toEqual(['first']))

  it('change nothing in a picture without guides', () =>
    expect(drawn('light', noGuides)).toEqual(
      pictureOfGraph(graph, masks, { ...options, palette: colourPalettes.light }),
    ))
})
