import { geoStream, type GeoPermissibleObjects, type GeoStreamWrapper } from 'd3-geo'
import type { LandOutlines } from '../model/layoutGuides'
import type { MapProjection, GeoBounds } from './mapProjection'
import { simplifyLine } from './simplifyLine'

/** The land of the globe in degrees: polygons, and their outlines. */
export interface UnprojectedLand {
  readonly areas: GeoPermissibleObjects
  readonly coasts: GeoPermissibleObjects
}

/** Tolerance of simplified coasts, as a share of the map's width, so that they have no more points than are visible. */
const coastTolerance = 1 / 8000
/** Smaller islands are left out, as a share of the map's width. */
const minIslandSize = 1 / 1600

/** The land between the edges of a map, by the same projection as its nodes. */
export function projectLand(
  projection: MapProjection,
  { areas, coasts }: UnprojectedLand,
  bounds: GeoBounds,
): LandOutlines {
  const clip = projection.clipStream(bounds)
  const width = widthOf(projection, bounds)
  const simplify = (line: Float32Array) => simplifyLine(line, width * coastTolerance)
  // By the distance from its first point in any direction.
  const isVisible = (line: Float32Array) =>
    line.some((value, at) => Math.abs(value - line[at & 1]!) >= width * minIslandSize)
  return {
    areas: linesOf(areas, clip)
      .filter(isVisible)
      .map((outline) => simplify(closed(outline)).subarray(0, -2)),
    coasts: linesOf(coasts, clip).filter(isVisible).map(simplify),
  }
}

/** The width of a map where it is widest. */
function widthOf({ project }: MapProjection, { west, east, south, north }: GeoBounds): number {
  const latitude = Math.max(south, Math.min(north, 0))
  return project(east, latitude)[0] - project(west, latitude)[0]
}

/** An outline with its first point again at the end. */
function closed(outline: Float32Array): Float32Array {
  const line = new Float32Array(outline.length + 2)
  line.set(outline)
  line.set(outline.subarray(0, 2), outline.length)
  return line
}

/** The projected lines of a shape; outlines do not repeat their first point. */
function linesOf(shape: GeoPermissibleObjects, clip: GeoStreamWrapper): Float32Array[] {
  const lines: Float32Array[] = []
  let line: number[] = []
  const ignore = () => {}
  const sink = {
    point: (x: number, y: number) => void line.push(x, y),
    lineStart: ignore,
    lineEnd: () => {
      lines.push(Float32Array.from(line))
      line = []
    },
    polygonStart: ignore,
    polygonEnd: ignore,
  }
  geoStream(shape, clip.stream(sink))
  return lines
}
