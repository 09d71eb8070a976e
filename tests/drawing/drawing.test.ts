import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import {
  curvatureForLength,
  curveBetween,
  firstParameterOutside,
  lastParameterOutside,
  subcurve,
  pointOnCurve,
} from '../../src/drawing/geometry'
import { boxesOverlap } from '../../src/drawing/screenBox'
import { placeLabels, type LabelRequest } from '../../src/drawing/placeLabels'
import { arrowheads, edgeCurvatures, edgeStyles, edgeLineAt } from '../../src/drawing/edgeStyles'
import { nodeStyles, nodeShapes } from '../../src/drawing/nodeStyles'
import { estimateTextWidth } from '../../src/drawing/measureText'
import { mixColours, colourPalettes } from '../../src/drawing/colourPalette'
import { pictureOfGraph } from '../../src/drawing/pictureOfGraph'
import { writeSvg } from '../../src/drawing/writeSvg'
import { wrapText, wrapLabel } from '../../src/drawing/wrapText'
import { withPreparedLayout } from '../../src/layout/preparedLayout'
import { graphOf } from '../sample'

const coordinate = fc.integer({ min: 0, max: 600 })
const wish = fc.record({
  x: coordinate,
  y: coordinate,
  radius: fc.integer({ min: 5, max: 20 }),
  width: fc.integer({ min: 10, max: 150 }),
  height: fc.integer({ min: 12, max: 32 }),
  importance: fc.integer({ min: 0, max: 9 }),
  mayCover: fc.constantFrom('none' as const, 'dimmed' as const, 'any' as const),
})
const wishes = fc.array(wish, { maxLength: 60 }).map((all) => all.map((each, key): LabelRequest => ({ ...each, key })))
const fieldOf = (all: readonly LabelRequest[]) => ({
  width: 600,
  height: 600,
  discs: all.map(({ x, y, radius, key }) => ({ x, y, radius, key })),
  boxes: [{ left: 0, top: 480, right: 200, bottom: 600 }],
})

describe('labels', () => {
  it('never cover each other or a floating panel, or leave the frame', () =>
    fc.assert(
      fc.property(wishes, (all) => {
        const places = placeLabels(all, fieldOf(all))
        places.forEach((place, at) => {
          expect(place.left >= 0 && place.top >= 0 && place.right <= 600 && place.bottom <= 600).toBe(true)
          for (const other of [...places.slice(0, at), ...fieldOf(all).boxes])
            expect(boxesOverlap(place, other)).toBe(false)
        })
      }),
    ))
  it('on one line keep a distance, so that they do not read as one', () =>
    fc.assert(
      fc.property(wishes, (all) => {
        const places = placeLabels(all, fieldOf(all))
        for (const [at, { left, right, top, bottom }] of places.entries())
          for (const other of places.slice(0, at))
            expect(boxesOverlap({ left: left - 4, right: right + 4, top, bottom }, other)).toBe(false)
      }),
    ))

  it('cover no other node, unless they may', () =>
    fc.assert(
      fc.property(wishes, (all) => {
        const modest = all.map((each) => ({ ...each, over: 'none' as const }))
        for (const place of placeLabels(modest, fieldOf(modest)))
          for (const { x, y, radius, key } of modest) {
            const disc = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
            if (key !== place.key) expect(boxesOverlap(place, disc)).toBe(false)
          }
      }),
    ))
  it('that have to cover something cover what is small, never a mark or a large node next to it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.boolean(), (side, mark) => {
        const hub: LabelRequest = {
          key: 0,
          x: 300,
          y: 300,
          radius: 10,
          width: 80,
          height: 16,
          importance: 1,
          mayCover: 'any',
        }
        const alone = {
          width: 600,
          height: 600,
          boxes: [],
          discs: [] as readonly { x: number; y: number; radius: number }[],
        }
        const small = Array.from({ length: 900 }, (_, at) => ({
          x: 10 + 20 * (at % 30),
          y: 10 + 20 * Math.floor(at / 30),
          radius: 3,
          key: 1 + at,
        }))
        const [first] = placeLabels([hub], { ...alone, discs: small })
        const middle = { x: (first!.left + first!.right) / 2 + side - 6, y: (first!.top + first!.bottom) / 2 }
        const large = mark ? { ...middle, radius: 6 } : { ...middle, radius: 12, key: 999 }
        const [second] = placeLabels([hub], { ...alone, discs: [...small, large] })
        const { x, y, radius } = large
        expect(
          boxesOverlap(second!, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }),
        ).toBe(false)
      }),
    ))
  it('keep their places as long as possible', () =>
    fc.assert(
      fc.property(wishes, (all) => {
        const first = placeLabels(all, fieldOf(all))
        const before = new Map(first.map(({ key, side }) => [key, side]))
        expect(placeLabels(all, { ...fieldOf(all), previousSides: before })).toEqual(first)
      }),
    ))
  it('are wrapped into two lines of about equal length, Japanese between letters', () => {
    expect(wrapLabel('Trump’s social media post')).toEqual(['Trump’s social', 'media post'])
    expect(wrapLabel('Short label')).toEqual(['Short label'])
    expect(wrapLabel('オハイオ州のガス火力発電所')).toHaveLength(2)
    expect(wrapText('one two three four', 50, 2, (text) => text.length * 6)).toEqual(['one two', 'three …'])
  })
})

describe('curves', () => {
  const point = fc.record({ x: coordinate, y: coordinate })
  it('start and end outside of their nodes', () =>
    fc.assert(
      fc.property(point, point, fc.integer({ min: 5, max: 20 }), (from, to, radius) => {
        const curve = curveBetween(from, to, 1)
        if (Math.hypot(to.x - from.x, to.y - from.y) < 3 * radius) return
        const part = subcurve(curve, firstParameterOutside(curve, radius), lastParameterOutside(curve, radius))
        expect(Math.hypot(part.from.x - from.x, part.from.y - from.y)).toBeCloseTo(radius, 1)
        expect(Math.hypot(part.to.x - to.x, part.to.y - to.y)).toBeCloseTo(radius, 1)
        expect(pointOnCurve(part, 0.5).x).toBeCloseTo(
          pointOnCurve(curve, (firstParameterOutside(curve, radius) + lastParameterOutside(curve, radius)) / 2).x,
          6,
        )
      }),
    ))
  it('bend less the longer they are', () => expect(curvatureForLength(100)).toBeGreaterThan(curvatureForLength(1000)))
  it('between the same two nodes are all different, there and back', () => {
    const graph = graphOf('ann knows bob', 'bob knows ann', 'ann in-sector bob', 'bob located-in ann')
    const middles = Array.from(edgeCurvatures(graph), (bend, row) => {
      const ends = [
        { x: 0, y: 0 },
        { x: 300, y: 0 },
      ]
      return pointOnCurve(
        curveBetween(ends[graph.edges.source[row]!]!, ends[graph.edges.target[row]!]!, bend),
        0.5,
      ).y.toFixed(2)
    })
    expect(new Set(middles).size).toBe(4)
  })
})

describe('styles', () => {
  const graph = graphOf(
    'plant:project knows pipe:project announced paper',
    'plant knows pipe announced note',
    'ann knows plant -judgement paper',
    'bob knows plant reported paper',
    'bob knows plant -reported note',
    'eve knows plant unclear paper',
  )
  it('show the status by the line, the number of sources by the width, denial by an open arrow, and contested edges by a mark', () => {
    const looks = edgeStyles(graph)
    const said = Array.from(looks.line, (_, row) => [edgeLineAt(looks, row), arrowheads[looks.arrow[row]!]])
    expect(said).toEqual([
      ['sure', 'filled'],
      ['not', 'open'],
      ['said', 'filled'],
      ['unclear', 'filled'],
    ])
    expect([...looks.width].map((width) => Math.round(width * 10) / 10)).toEqual([1.8, 1.1, 1.1, 1.1])
    expect([...looks.contestedRows]).toEqual([2])
    expect(looks.originCount[2]).toBe(1)
  })
  it('show the family by the shape and the degree by the size', () => {
    const { shape, radius } = nodeStyles(graph)
    expect([nodeShapes[shape[0]!], nodeShapes[shape[2]!]]).toEqual(['square', 'circle'])
    expect(radius[0]).toBeGreaterThan(radius[2]!)
  })
})

describe('the palette', () => {
  const css = readFileSync('src/ui/tokens.css', 'utf8')
  const [light, dark] = [
    css.slice(0, css.indexOf("[data-theme='dark']")),
    css.slice(css.indexOf("[data-theme='dark']")),
  ]
  const token = (text: string, name: string) => new RegExp(`--${name}:\\s*([^;]+);`).exec(text)?.[1]
  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('%s is that of the stylesheet', (theme, text) => {
    const palette = colourPalettes[theme]
    const named = {
      paper: 'paper',
      panel: 'panel',
      raised: 'raised',
      ink: 'ink',
      inkSoft: 'ink-soft',
      inkFaint: 'ink-faint',
      accent: 'accent',
      contested: 'contested',
      contestedInk: 'contested-ink',
      pictogram: 'pictogram',
      rule: 'rule',
      hair: 'hair',
    } as const
    for (const [role, name] of Object.entries(named))
      expect(palette[role as keyof typeof named], name).toBe(token(text, name))
    for (const [family, colour] of Object.entries(palette.family)) expect(colour, family).toBe(token(text, family))
    for (const line of ['sure', 'likely', 'said', 'unclear', 'not', 'dim'] as const)
      expect(palette.line[line]).toBe(token(text, `edge-${line}`))
    expect(`${palette.edgeOpacity * 100}%`).toBe(token(text, 'edge-rest'))
    expect(`${palette.familyDim * 100}%`).toBe(token(text, 'family-dim'))
  })
  it('mixes colours', () =>
    expect([mixColours('#ffffff', '#000000', 0.5), mixColours('#ffffff', '#000000', 1)]).toEqual([
      '#808080',
      '#ffffff',
    ]))
})

describe('a picture', () => {
  const graph = withPreparedLayout(
    graphOf(
      '<ann> knows bob',
      'bob knows bob',
      'plant:project in-sector energy:sector expected note',
      '赤澤 knows plant',
    ),
  )
  const masks = { nodes: new Uint8Array(graph.nodes.count).fill(1), edges: new Uint8Array(graph.edges.count).fill(1) }
  const options = { width: 900, palette: colourPalettes.light, language: 'en' as const, measureText: estimateTextWidth }
  const svg = (caption: readonly string[] = []) =>
    writeSvg(pictureOfGraph(graph, masks, { ...options, caption }), { title: 'A & B', description: 'x < y' })

  it('is well-formed SVG with every label as text', () => {
    const texts: string[] = []
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('text', (text) => texts.push(text))
    parser.write(svg()).close()
    for (const label of ['<ann>', 'bob', 'plant', 'energy', '赤澤', 'A & B', 'x < y']) expect(texts).toContain(label)
  })
  it('draws every node and edge, and no others', () => {
    const titles = (text: string) => [...text.matchAll(/<title>([^<]+)<\/title><\/path>/g)].map(([, title]) => title!)
    expect(new Set(titles(svg())).size).toBe(graph.nodes.count + graph.edges.count)
    const some = pictureOfGraph(
      graph,
      { nodes: masks.nodes.map((_, row) => (row < 2 ? 1 : 0)), edges: masks.edges.map(() => 0) },
      options,
    )
    expect(titles(writeSvg(some, { title: 'x', description: 'y' }))).toHaveLength(2)
  })
  it('has its caption', () => {
    expect(svg(['Recipe', 'Sources: Paper'])).toContain('Sources: Paper')
    expect(pictureOfGraph(graph, masks, { ...options, caption: ['x'] }).height).toBeGreaterThan(
      pictureOfGraph(graph, masks, options).height,
    )
  })
  it('is the same each time', () => expect(svg()).toBe(svg()))
})
