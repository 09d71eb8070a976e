import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geoLayout } from '../../src/layout/geoLayout'
import { groupedLayout } from '../../src/layout/groupedLayout'
import { rowComparatorByText, nodeGroupsSortedByLabel } from '../../src/layout/nodeGroupsSortedByLabel'
import { layeredLayout } from '../../src/layout/layeredLayout'
import { longitudeExtent } from '../../src/layout/mapProjection'
import { highestDegreeNode, radialLayout } from '../../src/layout/radialLayout'
import { timelineLayout } from '../../src/layout/timelineLayout'
import { textColumn } from '../../src/model/columns'
import type { Node } from '../../src/model/records'
import { anyGraph, linked, planFor, tied, xAt, yAt } from './plans'

const pairsOf = (count: number) => fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 40 })

describe('radial', () => {
  /** Distances by matrix (Floyd and Warshall), which has nothing in common with a search from the middle. */
  function distances(count: number, pairs: readonly (readonly number[])[]): number[][] {
    const far = Array.from({ length: count }, (_, one) =>
      Array.from({ length: count }, (_, other) => (one === other ? 0 : Infinity)),
    )
    for (const [one, other] of pairs) if (one !== other) far[one!]![other!] = far[other!]![one!] = 1
    for (let via = 0; via < count; via++)
      for (let one = 0; one < count; one++)
        for (let other = 0; other < count; other++)
          far[one]![other] = Math.min(far[one]![other]!, far[one]![via]! + far[via]![other]!)
    return far
  }

  it('puts each node further out the more steps it is away, and unconnected nodes furthest', () =>
    fc.assert(
      fc.property(pairsOf(20), fc.nat(19), (pairs, centre) => {
        const graph = tied(20, pairs)
        const { positions: places } = radialLayout(planFor(graph, { name: 'radial', centre: `n${centre}` }))
        const steps = distances(20, pairs)[centre]!
        const radius = steps.map((_, node) => Math.hypot(xAt(places, node), yAt(places, node)))
        expect(radius[centre]).toBe(0)
        for (let one = 0; one < 20; one++)
          for (let other = 0; other < 20; other++)
            if (steps[one]! < steps[other]!) expect(radius[one]!).toBeLessThan(radius[other]! - 100)
      }),
    ))

  it('has one ring for each distance as long as there is space', () => {
    const star = tied(
      9,
      [1, 2, 3, 4, 5, 6, 7, 8].map((leaf) => [0, leaf]),
    )
    const { positions: places, guides } = radialLayout(planFor(star, { name: 'radial' }))
    const radii = [1, 2, 3, 4, 5, 6, 7, 8].map((leaf) => Math.hypot(xAt(places, leaf), yAt(places, leaf)))
    radii.forEach((radius) => expect(radius).toBeCloseTo(radii[0]!, 3))
    expect(guides.labels.map(({ text }) => text)).toEqual(['1 step'])
  })

  it('puts children near their parents', () => {
    const pairs = [1, 2, 3, 4].flatMap((parent) => [
      [0, parent],
      ...[0, 1, 2].map((at) => [parent, 5 + 3 * (parent - 1) + at]),
    ])
    const { positions: places } = radialLayout(planFor(tied(17, pairs), { name: 'radial', centre: 'n0' }))
    const gap = (one: number, other: number) => {
      const turn = Math.atan2(yAt(places, one), xAt(places, one)) - Math.atan2(yAt(places, other), xAt(places, other))
      return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
    }
    for (let child = 5; child < 17; child++) {
      const own = 1 + Math.floor((child - 5) / 3)
      for (const parent of [1, 2, 3, 4]) if (parent !== own) expect(gap(child, own)).toBeLessThan(gap(child, parent))
    }
  })

  it('is centred on the best connected node if none is given', () =>
    expect(
      highestDegreeNode(
        planFor(
          tied(4, [
            [0, 0],
            [0, 0],
            [1, 2],
            [2, 3],
          ]),
        ),
      ),
    ).toBe(2))
})

describe('the timeline', () => {
  const years = (values: readonly (number | null)[]): readonly Node[] =>
    values.map((year, at) => ({
      id: `n${at}`,
      type: at % 2 ? 'actor' : 'event',
      label: `n${at}`,
      ...(year !== null && { attributes: { year } }),
    }))

  it('never puts a lower value further right, and gives each of a few values a column of its own', () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -30, max: 3000 })), { maxLength: 60 }), (values) => {
        const few = new Set(values).size <= 8
        const { positions: places } = timelineLayout(
          planFor(linked(years(values), []), { name: 'time', column: '@year' }),
        )
        values.forEach((one, at) =>
          values.forEach((other, beside) => {
            if (one === null || other === null || one >= other) return
            expect(xAt(places, at)).toBeLessThanOrEqual(xAt(places, beside))
            if (few) expect(xAt(places, at)).toBeLessThan(xAt(places, beside))
          }),
        )
      }),
    ))

  it('never puts a lower value further right, even if very many values share columns', () => {
    const values = Float64Array.from({ length: 3000 }, (_, node) => (node * 7919) % 2999)
    const plan = planFor(tied(3000, []))
    const { positions: places } = timelineLayout({
      ...plan,
      timeline: { values, kind: 'number', lane: plan.group, laneNames: plan.groupNames },
    })
    const order = [...values.keys()].toSorted((one, other) => values[one]! - values[other]!)
    for (let at = 1; at < order.length; at++)
      if (values[order[at]!]! > values[order[at - 1]!]!)
        expect(xAt(places, order[at]!)).toBeGreaterThanOrEqual(xAt(places, order[at - 1]!))
  })

  it('separates lanes, with undated nodes below all others', () => {
    const { positions: places, guides } = timelineLayout(
      planFor(linked(years([3, 3, 5, 9, null, null]), []), { name: 'time' }),
    )
    const [events, actors] = [
      [0, 2],
      [1, 3],
    ]
    for (const event of events!) for (const actor of actors!) expect(yAt(places, event)).not.toBe(yAt(places, actor))
    for (const undated of [4, 5])
      for (const dated of [0, 1, 2, 3]) expect(yAt(places, undated)).toBeLessThan(yAt(places, dated))
    expect(guides.labels.map(({ text }) => text)).toContain('no value')
  })
})

describe('the map', () => {
  const at = (latitude: number, longitude: number, id: string): Node => ({
    id,
    type: 'place',
    label: id,
    coordinates: [latitude, longitude],
  })

  it('has north up and east to the right', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -70, max: 60 }),
        fc.integer({ min: -180, max: 180 }),
        fc.integer({ min: 10, max: 80 }),
        (latitude, longitude, east) => {
          const away = ((longitude + east + 180) % 360) - 180
          const nodes = [at(latitude, longitude, 'a'), at(latitude + 10, longitude, 'b'), at(latitude, away, 'c')]
          const { positions: places } = geoLayout(planFor(linked(nodes, []), { name: 'geo' }))
          expect(yAt(places, 1)).toBeGreaterThan(yAt(places, 0))
          expect(xAt(places, 2)).toBeGreaterThan(xAt(places, 0))
          expect(yAt(places, 2)).toBeCloseTo(yAt(places, 0), 1)
        },
      ),
    ))

  it('cuts the map in the widest gap', () => {
    const { middle, span } = longitudeExtent(Float64Array.of(-98, -77, 127, 138))
    expect([Math.round(middle), span]).toEqual([-155, 156])
    expect(longitudeExtent(Float64Array.of(170, -170))).toEqual({ middle: -180, span: 20 })
  })

  it('puts nodes without coordinates near their neighbours, and the rest below', () => {
    const nodes: Node[] = [
      at(36, 138, 'japan'),
      at(40, -98, 'states'),
      ...['one', 'two', 'three'].map((id) => ({ id, type: 'actor', label: id })),
    ]
    const { positions: places, guides } = geoLayout(
      planFor(
        linked(nodes, [
          [0, 2],
          [3, 0],
        ]),
        { name: 'geo' },
      ),
    )
    const gap = (one: number, other: number) =>
      Math.hypot(xAt(places, one) - xAt(places, other), yAt(places, one) - yAt(places, other))
    for (const node of [2, 3]) expect(gap(node, 0)).toBeLessThan(gap(node, 1))
    for (const node of [0, 1, 2, 3]) expect(yAt(places, 4)).toBeLessThan(yAt(places, node))
    expect(guides.labels.map(({ text }) => text)).toContain('no place')
  })
})

describe('layered', () => {
  it('points every edge of a graph without cycles to the right', () =>
    fc.assert(
      fc.property(pairsOf(18), (pairs) => {
        const forward = pairs.filter(([one, other]) => one < other)
        const { positions: places } = layeredLayout(planFor(tied(18, forward)))
        for (const [from, to] of forward) expect(xAt(places, from)).toBeLessThan(xAt(places, to))
      }),
      { numRuns: 40 },
    ))

  it('reverses few edges of a cycle', () => {
    const { positions: places } = layeredLayout(
      planFor(
        tied(5, [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 0],
        ]),
      ),
    )
    const back = [0, 1, 2, 3, 4].filter((node) => xAt(places, node) > xAt(places, (node + 1) % 5))
    expect(back).toHaveLength(1)
  })
})

describe('groups', () => {
  it('contain every node once, sorted by label', () =>
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const plan = planFor(graph)
        const groups = nodeGroupsSortedByLabel(plan)
        expect(groups.flatMap((rows) => [...rows]).toSorted((one, other) => one - other)).toEqual([
          ...Array(plan.count).keys(),
        ])
        for (const rows of groups) expect(new Set([...rows].map((row) => plan.group[row]))).toHaveProperty('size', 1)
      }),
    ))

  it('compares texts by code point, as UTF-8 does', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'é', '日', '\uffff', '😀') }), { maxLength: 12 }),
        (texts) => {
          const order = Uint32Array.from(texts.keys()).sort(rowComparatorByText(textColumn(texts)))
          const bytes = texts.map((text) => Buffer.from(text.toWellFormed()))
          const expected = [...texts.keys()].sort(
            (one, other) => Buffer.compare(bytes[one]!, bytes[other]!) || one - other,
          )
          expect([...order]).toEqual(expected)
        },
      ),
    ))

  it('are below their names', () =>
    expect(groupedLayout(planFor(linked([{ id: 'a', type: 'place', label: 'a' }], []))).guides.labels).toMatchObject([
      { text: 'place' },
    ]))
})
