import type { LayoutGuides, GuideLabel } from '../model/layoutGuides'
import { longitudeExtent, type GeoBounds, type ProjectPoint } from './mapProjection'

/** Coordinates in degrees; both arrays have the same length. */
export interface GeoPoints {
  readonly longitude: Float64Array
  readonly latitude: Float64Array
}

/** The edges and lines of a map in degrees. Like the edges, meridians count on from the middle of the map beyond 180. */
export interface Graticule extends GeoBounds {
  readonly meridians: readonly number[]
  readonly parallels: readonly number[]
}

const steps = [0.5, 1, 2, 5, 10, 20, 30]
/** The highest latitude with a line. */
const maxLatitude = 80

/** The graticule of a map around at least one point, with space on all sides and about ten lines on the longer side. */
export function graticuleAround({ longitude, latitude }: GeoPoints): Graticule {
  const { middle, span } = longitudeExtent(longitude)
  const low = latitude.reduce((lowest, each) => Math.min(lowest, each), maxLatitude)
  const high = latitude.reduce((highest, each) => Math.max(highest, each), -maxLatitude)
  const longer = Math.max(span, high - low)
  // The map of a single point shows a few degrees around it.
  const margin = Math.max(1.5, longer * 0.12)
  const step = steps.find((each) => (longer + 2 * margin) / each <= 12) ?? 30
  const half = Math.min(179.9, span / 2 + margin)
  const [west, east] = [middle - half, middle + half]
  const [south, north] = [Math.max(-maxLatitude, low - margin), Math.min(maxLatitude, high + margin)]
  const [meridians, parallels] = [multiples(step, west, east), multiples(step, south, north)]
  return { west, east, south, north, meridians, parallels }
}

/** The lines of a graticule on a map, labelled in degrees. */
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
        ...pointOf(project(each, south)),
        text: degrees(wrapped(each), 'E', 'W'),
      })),
      ...parallels.map((each): GuideLabel => ({
        ...pointOf(project(west, each)),
        text: degrees(each, 'N', 'S'),
        stick: 'left',
      })),
    ],
  }
}

const pointOf = ([x, y]: [number, number]) => ({ x, y })

/** All multiples of a step in a range. */
const multiples = (step: number, from: number, to: number): number[] => {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step)
}

/** Number of segments of a line. */
const segments = 24

const line = (point: (t: number) => [number, number]): Float32Array =>
  Float32Array.from(Array.from({ length: segments + 1 }, (_, index) => point(index / segments)).flat())

/** A longitude from -180 to 180. */
const wrapped = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180

const degrees = (value: number, positive: string, negative: string): string =>
  value === 0 || Math.abs(value) === 180
    ? `${Math.abs(value)}°`
    : `${Math.abs(value)}°${value > 0 ? positive : negative}`
