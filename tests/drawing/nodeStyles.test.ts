import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourRampOf } from '../../src/drawing/nodeColouring'
import { edgeCurvatures, edgeStyles, edgeLineAt } from '../../src/drawing/edgeStyles'
import { nodeStyles } from '../../src/drawing/nodeStyles'
import { paletteColours, colourPalettes, rampColourCount, paletteOffsets } from '../../src/drawing/colourPalette'
import { buildGraph } from '../../src/model/buildGraph'
import { categoryColumn, listColumn, numberColumn } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { schema } from '../sample'

const pairs = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 40 })

/** A graph of eight nodes with these edges and no statements. */
const bare = (ends: readonly (readonly [number, number])[]): Graph =>
  buildGraph({
    about: { id: 'x', title: 'X' },
    schema,
    nodes: Array.from({ length: 8 }, (_, at) => ({ id: `n${at}`, type: 'actor', label: `n${at}` })),
    edges: ends.map(([from, to], at) => ({ id: `e${at}`, source: `n${from}`, target: `n${to}`, predicate: 'knows' })),
  })

describe('sizes', () => {
  it('grow with the square root of the number of edges, counted one by one', () =>
    fc.assert(
      fc.property(pairs, (ends) => {
        const degree = Array.from({ length: 8 }, (_, node) =>
          ends.reduce((sum, [from, to]) => sum + Number(from === node) + Number(to === node), 0),
        )
        const { radius } = nodeStyles(bare(ends))
        degree.forEach((each, node) =>
          expect(radius[node]).toBeCloseTo(7 + 10 * Math.sqrt(each / Math.max(9, ...degree)), 4),
        )
      }),
    ))

  it('range from 4 to 17 in the order of a column, and nodes without a number are smallest', () =>
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 8, maxLength: 8 }), (values) => {
        const { radius } = nodeStyles(bare([]), { size: Float64Array.from(values) })
        for (const each of radius) expect(each >= 4 && each <= 17).toBe(true)
        values.forEach((one, row) => {
          if (Number.isNaN(one)) expect(radius[row]).toBe(4)
          values.forEach((other, at) => one <= other && expect(radius[row]).toBeLessThanOrEqual(radius[at]!))
        })
      }),
    ))
})

describe('colours', () => {
  const words = fc.array(fc.option(fc.constantFrom(...'abcdefghijklmn', 'none'), { nil: undefined }), { maxLength: 8 })

  it('are given to the ten most frequent values in a stable order, and one to all others', () =>
    fc.assert(
      fc.property(words, (given) => {
        const values = Array.from({ length: 8 }, (_, row) => given[row])
        const count = (value: string) => values.filter((each) => each === value).length
        const order = [...new Set(values)]
          .filter((value) => value !== undefined && value !== 'none')
          .sort((one, other) => count(other!) - count(one!) || (one! < other! ? -1 : 1))
        const wanted = values.map((value) => {
          const place = order.indexOf(value)
          return place >= 0 && place < 10 ? paletteOffsets.others + place : paletteOffsets.other
        })
        expect([...nodeStyles(bare([]), { colour: categoryColumn(values) }).colour]).toEqual(wanted)
        const lists = listColumn(values.map((value) => (value === undefined ? [] : [value, 'z'])))
        expect([...nodeStyles(bare([]), { colour: lists }).colour]).toEqual(wanted)
      }),
    ))

  it('follow a ramp with the numbers', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 8, maxLength: 8 }), (values) => {
        const { colour } = nodeStyles(bare([]), { colour: numberColumn(values) })
        values.forEach((one, row) => {
          if (!Number.isFinite(one)) return expect(colour[row]).toBe(paletteOffsets.other)
          expect(colour[row]! >= paletteOffsets.ramp && colour[row]! < paletteOffsets.ramp + rampColourCount).toBe(true)
          values.forEach(
            (other, at) => one <= other && other < Infinity && expect(colour[row]).toBeLessThanOrEqual(colour[at]!),
          )
        })
      }),
    ))

  it('of numbers in a wide range follow the logarithm', () => {
    expect(colourRampOf(numberColumn([0.001, 1, 1000]))).toEqual({ low: 0.001, high: 1000, scale: 'logarithm' })
    expect(colourRampOf(numberColumn([0, 1, 1000])).scale).toBe('even')
  })

  it('are all in the palette, each with a slot of its own', () => {
    for (const palette of Object.values(colourPalettes)) {
      expect(palette.others).toHaveLength(10)
      expect(paletteColours(palette)).toHaveLength(paletteOffsets.ramp + rampColourCount)
      for (const colour of paletteColours(palette)) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    }
  })
})

describe('edges', () => {
  it('without statements are all alike, and none is looked at', () => {
    const looks = edgeStyles(
      bare([
        [0, 1],
        [2, 2],
      ]),
    )
    expect([edgeLineAt(looks, 0), edgeLineAt(looks, 1)]).toEqual(['bare', 'bare'])
    expect(looks.contestedRows).toHaveLength(0)
  })

  it('between the same two nodes are spread evenly to both sides; a single one has a curvature of 1, and loops are numbered', () =>
    fc.assert(
      fc.property(pairs, (ends) => {
        const bends = edgeCurvatures(bare(ends))
        const pairOf = (row: number) => [...ends[row]!].sort().join()
        for (const pair of new Set(ends.map((_, row) => pairOf(row)))) {
          const rows = [...ends.keys()].filter((row) => pairOf(row) === pair)
          // Seen from the lower of the two nodes, and all together no side has more.
          const sides = rows.map((row) => bends[row]! * (ends[row]![0] <= ends[row]![1] ? 1 : -1))
          const isLoop = ends[rows[0]!]![0] === ends[rows[0]!]![1]
          if (isLoop) expect(rows.map((row) => bends[row])).toEqual([...rows.keys()])
          else if (rows.length === 1) expect(bends[rows[0]!]).toBe(1)
          else {
            expect(new Set(sides).size).toBe(rows.length)
            expect(sides.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 4)
          }
        }
      }),
    ))
})

describe('styles', () => {
  it('stay the same object if only a label changes', () => {
    const graph = bare([[0, 1]])
    const other = { ...graph, nodes: { ...graph.nodes, label: graph.nodes.id } }
    expect(nodeStyles(other)).toBe(nodeStyles(graph))
    expect(edgeStyles(other)).toBe(edgeStyles(graph))
    expect(nodeStyles({ ...graph, edges: { ...graph.edges, source: graph.edges.target } })).not.toBe(nodeStyles(graph))
  })
})
