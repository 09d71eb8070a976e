import { geoMercator, geoNaturalEarth1 } from 'd3-geo'

/** Degrees to x and y in units of the layout, y upwards. */
export type Project = (longitude: number, latitude: number) => [number, number]

/** What lies between the westernmost and the easternmost of some longitudes, the shorter way round the globe. */
export interface Extent {
  readonly middle: number
  readonly span: number
}

/** The arc that holds all longitudes: what is left of the circle without its widest gap. Zero where there are none. */
export function extentOf(longitudes: Float64Array): Extent {
  if (longitudes.length === 0) return { middle: 0, span: 0 }
  const sorted = longitudes.toSorted()
  let widest = sorted[0]! + 360 - sorted.at(-1)!
  let first = sorted[0]!
  for (let at = 1; at < sorted.length; at++) {
    const gap = sorted[at]! - sorted[at - 1]!
    if (gap <= widest) continue
    widest = gap
    first = sorted[at]!
  }
  const span = 360 - widest
  return { middle: ((((first + span / 2 + 180) % 360) + 360) % 360) - 180, span }
}

/** No map shows the poles in Mercator's projection. */
const polar = 84

/**
 * A map that holds these points, cut where there are none: Mercator's for a region, which keeps its shapes, Natural Earth
 * for much of the world. In both north is up, and along a parallel east is to the right.
 * @param size about how wide, in units of the layout
 */
export function projectionFor(longitudes: Float64Array, latitudes: Float64Array, size: number): Project {
  const { middle, span } = extentOf(longitudes)
  const polarmost = latitudes.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
  const projection = (span <= 70 && polarmost < 70 ? geoMercator() : geoNaturalEarth1())
    .rotate([-middle, 0])
    .translate([0, 0])
    .scale(1)
  const unit: Project = (longitude, latitude) => {
    const [x, y] = projection([longitude, Math.min(polar, Math.max(-polar, latitude))]) ?? [0, 0]
    return [x, -y]
  }
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  longitudes.forEach((longitude, at) => {
    const [x, y] = unit(longitude, latitudes[at]!)
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  })
  // A single place is shown as wide as a few degrees.
  const scale = Math.max(700, size) / Math.max(right - left, (high - low) * 1.5, 0.05)
  return (longitude, latitude) => {
    const [x, y] = unit(longitude, latitude)
    return [x * scale, y * scale]
  }
}
