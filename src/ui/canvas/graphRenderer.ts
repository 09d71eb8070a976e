import type { Point } from '../../drawing/geometry'
import type { NodeLooks } from '../../drawing/nodeStyles'
import type { Palette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import type { Camera } from '../../scene/view/view'
import type { Hit } from './gestureTarget'
import type { Size } from './camera'
import type { Frame } from './shaderParameters'

/** What nodes and edges are painted by. */
export interface Paint {
  /** The graph as it is seen, with the statements that count. */
  readonly graph: Graph
  readonly scene: CanvasScene
  readonly looks: NodeLooks
  readonly palette: Palette
}

/** Where the canvas looks, and from where to CSS pixels. */
export interface Sight {
  readonly camera: Camera
  readonly size: Size
  readonly frame: Frame
  /** CSS pixels a unit of the layout. */
  readonly unit: number
  readonly at: (row: number) => Point
  /** Places change with every frame, so that what is found by them may lag behind. */
  readonly moving: boolean
}

/**
 * One of the two ways to draw a graph: richly, all of it by sigma; or, where it is large, in bulk from its columns, and
 * by sigma only what is lit. Both draw with the same looks.
 */
export interface Drawing {
  /** Takes another graph of the same kind in the place of the one it has. */
  follow: (graph: Graph) => void
  /** Puts every node at its place; x and y in turn. Shown with the next refresh. */
  place: (places: Float32Array) => void
  /** Puts one node at its place, which the places given have already. */
  placeOne: (row: number, places: Float32Array) => void
  /** Gives every node and edge the paint of its standing, and shows it. */
  paint: (paint: Paint) => void
  /** Draws what sigma does not; after each of its drawings. */
  render: (sight: Sight) => void
  /** Rows in the frame that may have labels and signs. */
  labelled: (sight: Sight) => readonly number[]
  readonly stands: (row: number) => number
  readonly bend: (row: number) => number
  /** What is at a point, where sigma does not know. */
  readonly hit?: (at: Point, sight: Sight) => Hit | undefined
}
