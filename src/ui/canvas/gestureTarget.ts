import type Sigma from 'sigma'
import type { App } from '../../app/app'
import type { Point } from '../../drawing/geometry'
import type { Graph } from '../../model/graph'

/** What gestures need of the stage. */
export interface GestureTarget {
  readonly element: HTMLElement
  readonly sigma: Sigma
  readonly app: App
  readonly graph: Graph
  /** Position of a node in CSS pixels of the canvas. */
  readonly viewportPosition: (row: number) => Point
  /** Moves one node, by layout units, for as long as it is dragged. */
  readonly dragNode: (row: number, to: Point) => void
  /** The nodes that are shown inside of a closed line, in CSS pixels. */
  readonly nodeRowsInside: (line: readonly Point[]) => number[]
  /** What is at a point, by row, where sigma does not know it: in a large graph. */
  readonly hitTest?: ((at: Point) => CanvasHit | undefined) | undefined
}

export type CanvasHit = { readonly node: number } | { readonly edge: number }
