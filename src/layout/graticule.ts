import type { LayoutGuides, GuideLabel } from '../model/layoutGuides'
import { longitudeExtent, type GeoBounds, type ProjectPoint } from './mapProjection'

/** Degrees; as many of one as of the other. */
export interface GeoPoints {
  readonly longitude: Float64Array
  readonly latitude: Float64Array
}

/** The edges of a map, and its lines in degrees, evenly apart. Meridians count on from its middle, as its edges do. */
export interface Graticule extends GeoBounds {
  readonly meridians: readonly number[]
  readonly parallels: readonly number[]
}

const steps = [0.5, 1, 2, 5, 10, 20, 30]
/** No line is drawn nearer to the poles. */
const polar = 80

/** A map around some points, at least one of them, with room on all sides; about ten lines on its longer side. */
export function graticuleAround({ longitude, latitude }: GeoPoints): Graticule {
  const { middle, span } = longitudeExtent(longitude)
  const low = latitude.reduce((lowest, each) => Math.min(lowest, each), polar)
  const high = latitude.reduce((highest, each) => Math.max(highest, each), -polar)
  const longer = Math.max(span, high - low)
  // A map of a single place has a few degrees around it.
  const room = Math.max(1.5, longer * 0.12)
  const step = steps.find((each) => (longer + 2 * room) / each <= 12) ?? 30
  const half = Math.min(179.9, span / 2 + room)
  const [west, east] = [middle - half, middle + half]
  const [south, north] = [Math.max(-polar, low - room), Math.min(polar, high + room)]
  const [meridians, parallels] = [multiples(step, west, east), multiples(step, south, north)]
  return { west, east, south, north, meridians, parallels }
}

/** Its lines on a map, with their degrees. */
export function graticuleGuides(project: ProjectPoint, graticule: Graticule): LayoutGuides {
  const { meridians, parallels, west, east, south, north } = graticule
  return {
    rings: [],
    lines: [
      ...meridians.map((each) => line((t) => project(each, south + t * (north - south)))),
      ...parallels.map((each) => line((t) => project(west + t * (east - west), each))),
    ],
    labels: [
      ...meridians.map((each) => ({
        ...at(project(each, south)),
        text: degrees(wrapped(each), 'E', 'W'),
      })),
      ...parallels.map((each): GuideLabel => ({
        ...at(project(west, each)),
        text: degrees(each, 'N', 'S'),
        stick: 'left',
      })),
    ],
  }
}

const at = ([x, y]: [number, number]) => ({ x, y })

/** All multiples of a step from one number to another. */
const multiples = (step: number, from: number, to: number): number[] => {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step)
}

const bends = 24

const line = (point: (t: number) => [number, number]): Float32Array =>
  Float32Array.from(Array.from({ length: bends + 1 }, (_, index) => point(index / bends)).flat())

/** From -180 to 180. */
const wrapped = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180

const degrees = (value: number, plus: string, minus: string): string =>
  value === 0 || Math.abs(value) === 180 ? `${Math.abs(value)}°` : `${Math.abs(value)}°${value > 0 ? plus : minus}`
