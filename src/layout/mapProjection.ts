import {
  geoClipAntimeridian,
  geoClipRectangle,
  geoMercator,
  geoNaturalEarth1,
  type GeoStream,
  type GeoStreamWrapper,
} from 'd3-geo'

/** Degrees to x and y in units of the layout, y upwards. */
export type ProjectPoint = (longitude: number, latitude: number) => [number, number]

/** What lies between the westernmost and the easternmost of some longitudes, the shorter way round the globe. */
export interface LongitudeExtent {
  readonly middle: number
  readonly span: number
}

/** The arc that holds all longitudes: what is left of the circle without its widest gap. Zero where there are none. */
export function longitudeExtent(longitudes: Float64Array): LongitudeExtent {
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

/** The edges of a map in degrees. West and east count on from its middle, without a leap at 180. */
export interface GeoBounds {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** How a map is drawn: its points, and its shapes by the very same projection. */
export interface MapProjection {
  readonly project: ProjectPoint
  /** Gives a sink, in units of the layout, what lies between these edges of the shapes on the globe; cut along them. */
  readonly clipStream: (edges: GeoBounds) => GeoStreamWrapper
}

/**
 * A map that holds these points, cut where there are none: Mercator's for a region, which keeps its shapes, Natural Earth
 * for much of the world. In both north is up, and along a parallel east is to the right.
 * @param size about how wide, in units of the layout
 */
export function mapProjectionFor(longitudes: Float64Array, latitudes: Float64Array, size: number): MapProjection {
  const { middle, span } = longitudeExtent(longitudes)
  const polarmost = latitudes.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
  const projection = (span <= 70 && polarmost < 70 ? geoMercator() : geoNaturalEarth1())
    .rotate([-middle, 0])
    .translate([0, 0])
    .reflectY(true)
    .scale(1)
  const project: ProjectPoint = (longitude, latitude) =>
    projection([longitude, Math.min(polar, Math.max(-polar, latitude))]) ?? [0, 0]
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  longitudes.forEach((longitude, at) => {
    const [x, y] = project(longitude, latitudes[at]!)
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  })
  // A single place is shown as wide as a few degrees.
  projection.scale(Math.max(700, size) / Math.max(right - left, (high - low) * 1.5, 0.05))
  return {
    project,
    clipStream: ({ west, east, south, north }) =>
      projection
        .preclip(betweenMeridians(west - middle, east - middle))
        .postclip(geoClipRectangle(-far, project(middle, south)[1], far, project(middle, north)[1])),
  }
}

/** Units of the layout that no map reaches; d3 computes with it, so that it must be finite. */
const far = 1e9

/** Cut on the turned globe, where meridians and parallels are straight; on the map only parallels are. */
function betweenMeridians(west: number, east: number): (sink: GeoStream) => GeoStream {
  const radians = Math.PI / 180
  const between = geoClipRectangle(west * radians, -2, east * radians, 2)
  return (sink) => geoClipAntimeridian(between(sink))
}
