/** A painted path; without fill or stroke, that part is not painted. Translated by x and y, then scaled. */
export interface PathMark {
  readonly kind: 'path'
  readonly d: string
  readonly x: number
  readonly y: number
  readonly scale?: number
  readonly fill?: string
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
  readonly round?: boolean
  readonly opacity?: number
  /** What the path shows; on the first path of a node or an edge. */
  readonly title?: string
}

export interface TextMark {
  readonly kind: 'text'
  readonly lines: readonly string[]
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  readonly size: number
  readonly weight: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly fill: string
  readonly halo?: string
}

export type Mark = PathMark | TextMark

/** A part of a graph: one byte a row. */
export interface NodeEdgeMasks {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/** A node and its position in the frame. */
export interface DrawnNode {
  readonly row: number
  readonly x: number
  readonly y: number
  readonly radius: number
}
