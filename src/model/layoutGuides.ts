/** Lines, land and words behind the nodes that say what their places mean, in units of a layout, y upwards. */
export interface LayoutGuides {
  /** Polylines, x and y in turn. */
  readonly lines: readonly Float32Array[]
  readonly rings: readonly { readonly x: number; readonly y: number; readonly radius: number }[]
  readonly labels: readonly GuideLabel[]
  /** On a map. */
  readonly land?: LandOutlines | undefined
}

export interface GuideLabel {
  readonly x: number
  readonly y: number
  readonly text: string
  /** Stays in the frame at this edge, as long as what it names may be seen. */
  readonly stick?: 'top' | 'left'
}

/** The land that lies on a map, as outlines and lines of x and y in turn. */
export interface LandOutlines {
  /** Closed, the last point tied to the first; a lake is an outline within an outline (even-odd). */
  readonly areas: readonly Float32Array[]
  /** Where land meets water; the edge of the map is none. */
  readonly coasts: readonly Float32Array[]
}

export const noGuides: LayoutGuides = { lines: [], rings: [], labels: [] }
