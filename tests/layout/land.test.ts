import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { layoutJob } from '../../src/jobs/layoutJob'
import { loadLandShapes } from '../../src/layout/loadLandShapes'
import { geoLayout } from '../../src/layout/geoLayout'
import { graticuleAround } from '../../src/layout/graticule'
import { projectLand, type UnprojectedLand } from '../../src/layout/projectLand'
import type { LayoutResult } from '../../src/layout/layoutInput'
import { mapProjectionFor, longitudeExtent, type MapProjection, type GeoBounds } from '../../src/layout/mapProjection'
import { simplifyLine } from '../../src/layout/simplifyLine'
import type { LandOutlines } from '../../src/model/layoutGuides'
import type { Node } from '../../src/model/records'
import { linked, planFor } from './plans'

interface Point {
  readonly x: number
  readonly y: number
}

/** How far a point is from the straight way between two others. */
function gap({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const share = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy)
}

const pointsOf = (line: Float32Array): Point[] =>
  Array.from({ length: line.length / 2 }, (_, at) => ({ x: line[2 * at]!, y: line[2 * at + 1]! }))

/** How far a point is from a line: from the nearest of its pieces. */
function gapToLine(point: Point, line: Float32Array): number {
  const points = pointsOf(line)
  return points.slice(1).reduce((least, to, at) => Math.min(least, gap(point, points[at]!, to)), Infinity)
}

const gapToLines = (point: Point, lines: readonly Float32Array[]): number =>
  Math.min(...lines.map((line) => gapToLine(point, line)))

/** Whether a point lies on land: a ray from it crosses outlines an odd number of times. */
function onLand({ x, y }: Point, { areas }: LandOutlines): boolean {
  let crossed = 0
  for (const area of areas) {
    const points = pointsOf(area)
    points.forEach((one, at) => {
      const other = points[(at + 1) % points.length]!
      if (one.y > y !== other.y > y && x < one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x)) crossed++
    })
  }
  return crossed % 2 === 1
}

const angle = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180

describe('the middle of a map', () => {
  const longitudes = fc.array(
    fc.integer({ min: -1800, max: 1800 }).map((tenth) => tenth / 10),
    {
      minLength: 1,
      maxLength: 12,
    },
  )

  it('is that of the shortest arc that contains all longitudes, so that the widest gap is at the edges', () =>
    fc.assert(
      fc.property(longitudes, (all) => {
        const { middle, span } = longitudeExtent(Float64Array.from(all))
        for (const each of all) expect(Math.abs(angle(each - middle))).toBeLessThanOrEqual(span / 2 + 1e-9)
        // An arc that holds all begins at one of them, or could be shorter.
        const shortest = Math.min(...all.map((from) => Math.max(...all.map((to) => (((to - from) % 360) + 360) % 360))))
        expect(span).toBeCloseTo(shortest, 9)
      }),
    ))

  it('turns with the globe', () =>
    fc.assert(
      fc.property(longitudes, fc.integer({ min: -180, max: 180 }), (all, turn) => {
        const [one, other] = [all, all.map((each) => angle(each + turn))].map((each) =>
          longitudeExtent(Float64Array.from(each)),
        )
        expect(other!.span).toBeCloseTo(one!.span, 9)
      }),
    ))
})

describe('a simplified line', () => {
  const lines = fc
    .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { maxLength: 40 })
    .map((points) => Float32Array.from(points.flat()))

  it('keeps ends, order and shape: points that are left out are near the line', () =>
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 20 }), (line, tolerance) => {
        const thin = simplifyLine(line, tolerance)
        expect([...thin.slice(0, 2), ...thin.slice(-2)]).toEqual([...line.slice(0, 2), ...line.slice(-2)])
        const rest = pointsOf(line).values()
        for (const { x, y } of pointsOf(thin)) expect([...taken(rest, x, y)]).toHaveLength(1)
        if (thin.length >= 4)
          for (const point of pointsOf(line)) expect(gapToLine(point, thin)).toBeLessThanOrEqual(tolerance + 1e-5)
      }),
    ))

  /** Goes on to the next point that is this one; nothing where there is none left. */
  function* taken(rest: Iterator<Point>, x: number, y: number): Generator<Point> {
    for (let next = rest.next(); !next.done; next = rest.next())
      if (next.value.x === x && next.value.y === y) return yield next.value
  }

  it('leaves out points on a straight line', () =>
    expect([...simplifyLine(Float32Array.of(0, 0, 1, 0, 2, 0, 2, 1, 2, 2), 0.1)]).toEqual([0, 0, 2, 0, 2, 2]))
})

/** Places far apart, and near to each other; on both sides of the Pacific. */
const regions = {
  'the Pacific': [
    [139.7, 35.7],
    [127, 37.5],
    [-77, 38.9],
    [-97, 32],
  ],
  Japan: [
    [139.7, 35.7],
    [130.4, 33.6],
    [141.3, 43.1],
  ],
  'the world': [
    [-122, 37],
    [0, 51],
    [140, 36],
    [18, -34],
  ],
} as const

/** A map around some places, as the layout makes it. */
function mapOf(places: readonly (readonly [number, number])[], ground: UnprojectedLand) {
  const longitude = Float64Array.from(places, ([each]) => each)
  const latitude = Float64Array.from(places, ([, each]) => each)
  const chart = mapProjectionFor(longitude, latitude, 3000)
  const edges = graticuleAround({ longitude, latitude })
  return { chart, edges, land: projectLand(chart, ground, edges) }
}

const isWithin = ({ west, east, south, north }: GeoBounds, longitude: number, latitude: number): boolean => {
  const [middle, half] = [(west + east) / 2, (east - west) / 2]
  return Math.abs(angle(longitude - middle)) < half - 0.01 && latitude > south + 0.01 && latitude < north - 0.01
}

const at = ({ project }: MapProjection, longitude: number, latitude: number): Point => {
  const [x, y] = project(longitude, latitude)
  return { x, y }
}

describe.each(Object.entries(regions))('a map of %s', (_, places) => {
  it('has every coast where its points would be as nodes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), {
          minLength: 2,
          maxLength: 9,
        }),
        fc.constantFrom(...places),
        (steps, [longitude, latitude]) => {
          const coast = steps.map(([east, north]) => [angle(longitude + east / 2), latitude + north / 2])
          const line = { type: 'LineString' as const, coordinates: coast }
          const { chart, land, edges } = mapOf(places, { areas: line, coasts: line })
          for (const [east, north] of coast)
            if (new Set(coast.map(String)).size > 1 && isWithin(edges, east!, north!))
              expect(gapToLines(at(chart, east!, north!), land.coasts)).toBeLessThan(0.5)
        },
      ),
    ))
})

describe('the land of the globe', () => {
  let ground: UnprojectedLand
  beforeAll(async () => void (ground = await loadLandShapes()))

  const cities: readonly (readonly [string, number, number])[] = [
    ['Denver', -104.99, 39.74],
    ['Columbus', -82.99, 39.96],
    ['Nagano', 138.19, 36.65],
    ['Harbin', 126.6, 45.8],
  ]
  const waters: readonly (readonly [string, number, number])[] = [
    ['off Honshu', 143, 35],
    ['by the date line, west', 179, 30],
    ['by the date line, east', -179, 30],
    ['Sea of Japan', 135, 40],
    ['Gulf of Mexico', -90, 26],
  ]

  it('is under inland cities and not in the open sea, across the Pacific', () => {
    const { chart, land } = mapOf(regions['the Pacific'], ground)
    for (const [name, longitude, latitude] of cities)
      expect(onLand(at(chart, longitude, latitude), land), name).toBe(true)
    for (const [name, longitude, latitude] of waters)
      expect(onLand(at(chart, longitude, latitude), land), name).toBe(false)
  })

  it.each(Object.entries(regions))('has Tokyo and San Francisco by the sea, where the map is %s', (name, places) => {
    const { chart, land } = mapOf(places, ground)
    const ports = [
      [139.78, 35.62],
      [-122.5, 37.77],
    ] as const
    for (const [longitude, latitude] of name === 'Japan' ? ports.slice(0, 1) : ports) {
      const place = at(chart, longitude, latitude)
      const degree = at(chart, longitude + 1, latitude).x - place.x
      expect(gapToLines(place, land.coasts) / degree).toBeLessThan(0.15)
    }
  })

  it('stays between the edges of the map, and no edge of the map is a coast', () => {
    for (const places of Object.values(regions)) {
      const { chart, land, edges } = mapOf(places, ground)
      const { west, east, south, north } = edges
      const [low, high] = [chart.project(west, south)[1], chart.project(west, north)[1]]
      const widest = [west, east].map((each) => chart.project(each, Math.max(south, Math.min(north, 0)))[0])
      const out = [...land.areas, ...land.coasts]
        .flatMap(pointsOf)
        .filter(({ x, y }) => y < low - 0.5 || y > high + 0.5 || x < widest[0]! - 0.5 || x > widest[1]! + 0.5)
      expect(out).toEqual([])
      const along = land.coasts
        .map(pointsOf)
        .flatMap((points) =>
          points.slice(1).filter((to, step) => isOn(points[step]!, low, high) && isOn(to, low, high)),
        )
      // A bay that dips over the edge may be thinned to a few units of it.
      expect(along.length).toBeLessThan(3)
    }
  })

  const isOn = ({ y }: Point, low: number, high: number) => Math.abs(y - low) < 1e-3 || Math.abs(y - high) < 1e-3

  it('is added by the job, and nodes have the same positions without it', async () => {
    const places = regions['the Pacific'].map(([longitude, latitude], row): Node => ({
      id: `n${row}`,
      type: 'place',
      label: `n${row}`,
      coordinates: [latitude, longitude],
    }))
    const plan = planFor(linked(places, []), { name: 'geo' })
    const run = layoutJob({ layout: 'geo', input: plan, removesOverlap: false })
    let turn = await run.next()
    while (!turn.done) turn = await run.next()
    const placed: LayoutResult = turn.value
    expect(placed.positions).toEqual(geoLayout(plan).positions)
    expect(placed.guides.land!.coasts.length).toBeGreaterThan(20)
  })
})
