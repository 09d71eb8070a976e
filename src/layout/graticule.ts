import type { Guides } from './plan'
import { extentOf, type Project } from './projection'

interface Points {
  readonly longitude: Float64Array
  readonly latitude: Float64Array
}

const steps = [0.5, 1, 2, 5, 10, 20, 30]

/** Meridians and parallels around some points, with their degrees. */
export function graticule(project: Project, { longitude, latitude }: Points): Guides {
  if (longitude.length === 0) return { lines: [], rings: [], words: [] }
  const { middle, span } = extentOf(longitude)
  const low = latitude.reduce((least, each) => Math.min(least, each), 90)
  const high = latitude.reduce((most, each) => Math.max(most, each), -90)
  const step = steps.find((each) => Math.max(span, high - low) / each <= 10) ?? 30
  const half = Math.min(179.9, span / 2 + step)
  const parallels = multiples(step, Math.max(-80, low - 0.9 * step), Math.min(80, high + 0.9 * step))
  const meridians = multiples(step, middle - half, middle + half)
  const [south, north] = [parallels[0] ?? low, parallels.at(-1) ?? high]
  const [west, east] = [meridians[0] ?? middle - half, meridians.at(-1) ?? middle + half]
  return {
    rings: [],
    lines: [
      ...meridians.map((each) => line((t) => project(each, south + t * (north - south)))),
      ...parallels.map((each) => line((t) => project(west + t * (east - west), each))),
    ],
    words: [
      ...meridians.map((each) => ({
        ...at(project(each, south)),
        text: degrees(wrapped(each), 'E', 'W'),
      })),
      ...parallels.slice(1).map((each) => ({
        ...at(project(west, each)),
        text: degrees(each, 'N', 'S'),
        stick: 'left' as const,
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
