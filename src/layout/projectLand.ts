import { geoStream, type GeoPermissibleObjects, type GeoStreamWrapper } from 'd3-geo'
import type { LandOutlines } from '../model/layoutGuides'
import type { MapProjection, GeoBounds } from './mapProjection'
import { simplifyLine } from './simplifyLine'

/** The land of the globe in degrees: polygons, and the lines around them. */
export interface LandShapes {
  readonly areas: GeoPermissibleObjects
  readonly coasts: GeoPermissibleObjects
}

/** Share of the map's width that a coast may be off, so that it has no more points than are seen. */
const finest = 1 / 8000
/** Share of the map's width below which an island is no more than a speck. */
const smallest = 1 / 1600

/** The land that lies between a map's edges, by the very projection that places its nodes. */
export function projectLand(chart: MapProjection, { areas, coasts }: LandShapes, edges: GeoBounds): LandOutlines {
  const way = chart.clipStream(edges)
  const width = widthOf(chart, edges)
  const thin = (line: Float32Array) => simplifyLine(line, width * finest)
  // From the first point on, in any direction.
  const isSeen = (line: Float32Array) => line.some((value, at) => Math.abs(value - line[at & 1]!) >= width * smallest)
  return {
    areas: linesOf(areas, way)
      .filter(isSeen)
      .map((outline) => thin(closed(outline)).subarray(0, -2)),
    coasts: linesOf(coasts, way).filter(isSeen).map(thin),
  }
}

/** Where the map is widest. */
function widthOf({ project }: MapProjection, { west, east, south, north }: GeoBounds): number {
  const latitude = Math.max(south, Math.min(north, 0))
  return project(east, latitude)[0] - project(west, latitude)[0]
}

function closed(outline: Float32Array): Float32Array {
  const whole = new Float32Array(outline.length + 2)
  whole.set(outline)
  whole.set(outline.subarray(0, 2), outline.length)
  return whole
}

/** Lines, or outlines without their first point again, as they come out of a projection. */
function linesOf(shape: GeoPermissibleObjects, way: GeoStreamWrapper): Float32Array[] {
  const lines: Float32Array[] = []
  let line: number[] = []
  const nothing = () => {}
  const sink = {
    point: (x: number, y: number) => void line.push(x, y),
    lineStart: nothing,
    lineEnd: () => {
      lines.push(Float32Array.from(line))
      line = []
    },
    polygonStart: nothing,
    polygonEnd: nothing,
  }
  geoStream(shape, way.stream(sink))
  return lines
}
