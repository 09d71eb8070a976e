import {
  geoClipAntimeridian,
  geoClipRectangle,
  geoMercator,
  geoNaturalEarth1,
  type GeoStream,
  type GeoStreamWrapper,
} from 'd3-geo'

/** Converts degrees to x and y in units of the layout, y upwards. */
export type ProjectPoint = (longitude: number, latitude: number) => [number, number]

/** The shortest arc that contains some longitudes: its middle and its length, in degrees. */
export interface LongitudeExtent {
  readonly middle: number
  readonly span: number
}

/** The shortest arc that contains all longitudes: the circle without its widest gap. Zero if there are none. */
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

/** The highest latitude on a map, since Mercator's projection cannot show the poles. */
const maxLatitude = 84

/** The edges of a map in degrees. West and east count on from its middle beyond 180. */
export interface GeoBounds {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** The projection of a map, for points and for shapes. */
export interface MapProjection {
  readonly project: ProjectPoint
  /** Streams shapes on the globe to a sink, in units of the layout, clipped to the edges of the map. */
  readonly clipStream: (edges: GeoBounds) => GeoStreamWrapper
}

/**
 * A projection for these points, cut at the widest gap between their longitudes: Mercator for a region, since it preserves shapes,
 * Natural Earth for much of the world. In both, north is up, and along a parallel east is to the right.
 * @param size approximate width, in units of the layout
 */
export function mapProjectionFor(longitudes: Float64Array, latitudes: Float64Array, size: number): MapProjection {
  const { middle, span } = longitudeExtent(longitudes)
  const maxAbsoluteLatitude = latitudes.reduce((highest, each) => Math.max(highest, Math.abs(each)), 0)
  const projection = (span <= 70 && maxAbsoluteLatitude < 70 ? geoMercator() : geoNaturalEarth1())
    .rotate([-middle, 0])
    .translate([0, 0])
    .reflectY(true)
    .scale(1)
  const project: ProjectPoint = (longitude, latitude) =>
    projection([longitude, Math.min(maxLatitude, Math.max(-maxLatitude, latitude))]) ?? [0, 0]
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  longitudes.forEach((longitude, at) => {
    const [x, y] = project(longitude, latitudes[at]!)
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  })
  // The map of a single point shows a few degrees.
  projection.scale(Math.max(700, size) / Math.max(right - left, (high - low) * 1.5, 0.05))
  return {
    project,
    clipStream: ({ west, east, south, north }) =>
      projection
        .preclip(clipToMeridians(west - middle, east - middle))
        .postclip(geoClipRectangle(-far, project(middle, south)[1], far, project(middle, north)[1])),
  }
}

/** Beyond any map, in units of the layout; finite, since d3 computes with it. */
const far = 1e9

/** Clips on the rotated globe, where meridians are straight lines; on the map only parallels are. */
function clipToMeridians(west: number, east: number): (sink: GeoStream) => GeoStream {
  const radians = Math.PI / 180
  const clip = geoClipRectangle(west * radians, -2, east * radians, 2)
  return (sink) => geoClipAntimeridian(clip(sink))
}
