import { geoStream, type GeoPermissibleObjects, type GeoStream, type GeoStreamWrapper } from 'd3-geo'
import type { Land } from '../model/guides'
import type { Chart, Edges } from './projection'
import { thinned } from './thin'

/** The land of the globe in degrees: polygons, and the lines around them. */
export interface Earth {
  readonly areas: GeoPermissibleObjects
  readonly coasts: GeoPermissibleObjects
}

/** Units of the layout that a coast may be off, so that it has no more points than are seen. */
const tolerance = 0.4
/** Units of the layout that an island must reach from its first point, in any direction, to be more than a speck. */
const least = 2

/** The land that lies between a map's edges, by the very projection that places its nodes. */
export function landOn(chart: Chart, { areas, coasts }: Earth, edges: Edges): Land {
  const way = chart.cut(edges)
  return {
    areas: shapesOf(areas, way, 'closed').filter((outline) => outline.length >= 6 && isSeen(outline)),
    coasts: shapesOf(coasts, way, 'open').filter(isSeen),
  }
}

const isSeen = (line: Float32Array): boolean => line.some((value, at) => Math.abs(value - line[at & 1]!) >= least)

/** Outlines or lines as they come out of a projection, thinned. */
function shapesOf(shape: GeoPermissibleObjects, way: GeoStreamWrapper, kind: 'closed' | 'open'): Float32Array[] {
  const shapes: Float32Array[] = []
  let line: number[] = []
  const nothing = () => {}
  const sink: GeoStream = {
    point: (x, y) => void line.push(x, y),
    lineStart: nothing,
    lineEnd: () => {
      if (kind === 'closed') line.push(line[0]!, line[1]!)
      const thin = thinned(Float32Array.from(line), tolerance)
      shapes.push(kind === 'closed' ? thin.subarray(0, -2) : thin)
      line = []
    },
    polygonStart: nothing,
    polygonEnd: nothing,
  }
  geoStream(shape, way.stream(sink))
  return shapes
}
