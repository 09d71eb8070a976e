/** Lines, rings, labels and land drawn behind the nodes to explain their positions, in layout units, y upwards. */
export interface LayoutGuides {
  /** Polylines as alternating x and y. */
  readonly lines: readonly Float32Array[]
  readonly rings: readonly { readonly x: number; readonly y: number; readonly radius: number }[]
  readonly labels: readonly GuideLabel[]
  /** Only for maps. */
  readonly land?: LandOutlines | undefined
}

export interface GuideLabel {
  readonly x: number
  readonly y: number
  readonly text: string
  /** The edge of the viewport at which the label stays while the thing that it names can be in view. */
  readonly stick?: 'top' | 'left'
}

/** The land on a map, as outlines and lines of alternating x and y. */
export interface LandOutlines {
  /** Closed outlines, where the last point connects to the first; a lake is an outline within an outline (even-odd rule). */
  readonly areas: readonly Float32Array[]
  /** Coastlines, without the edges of the map. */
  readonly coasts: readonly Float32Array[]
}

export const noGuides: LayoutGuides = { lines: [], rings: [], labels: [] }
