import type Sigma from 'sigma'
import type { App } from '../../app/app'
import type { Point } from '../../drawing/geometry'
import type { DraggedNodes } from './draggedNodes'
import type { Graph } from '../../model/graph'

/** What gestures need of the stage. */
export interface GestureTarget {
  readonly element: HTMLElement
  readonly sigma: Sigma
  readonly app: App
  readonly graph: Graph
  /** Positions as drawn, x and y in turn by node row, in units of the layout. */
  readonly positions: Float32Array
  /** The emphasis of each node, by row. */
  readonly nodeEmphasis: Uint8Array
  /** Draws nodes where they are dragged, also while a layout runs; without an argument they are left to it again. */
  readonly setDragged: (dragged?: DraggedNodes) => void
  /** Sets how far the camera can be zoomed in and out, by what is drawn now. */
  readonly updateZoomLimits: () => void
  /** What is at a point of the canvas. Only for large graphs, whose nodes and edges sigma does not know. */
  readonly hitTest?: ((at: Point) => CanvasHit | undefined) | undefined
}

/** The node or edge at a point, by row. */
export type CanvasHit = { readonly node: number } | { readonly edge: number }
