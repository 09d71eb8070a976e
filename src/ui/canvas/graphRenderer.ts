import type { Point } from '../../drawing/geometry'
import type { NodeStyles } from '../../drawing/nodeStyles'
import type { ColourPalette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import type { Camera } from '../../scene/view/view'
import type { CanvasHit } from './gestureTarget'
import type { ViewportSize } from './camera'
import type { ShaderParameters } from './shaderParameters'

/** What nodes and edges are painted by. */
export interface RenderInputs {
  /** The graph as it is seen, with the statements that count. */
  readonly graph: Graph
  readonly scene: CanvasScene
  readonly nodeStyles: NodeStyles
  readonly palette: ColourPalette
}

/** Where the canvas looks, and from where to CSS pixels. */
export interface Viewport {
  readonly camera: Camera
  readonly size: ViewportSize
  readonly parameters: ShaderParameters
  /** CSS pixels a unit of the layout. */
  readonly pixelsPerUnit: number
  readonly positionOf: (row: number) => Point
  /** Places change with every frame, so that what is found by them may lag behind. */
  readonly isMoving: boolean
}

/**
 * One of the two ways to draw a graph: richly, all of it by sigma; or, where it is large, in bulk from its columns, and
 * by sigma only what is lit. Both draw with the same looks.
 */
export interface GraphRenderer {
  /** Takes another graph of the same kind in the place of the one it has. */
  setGraph: (graph: Graph) => void
  /** Puts every node at its place; x and y in turn. Shown with the next refresh. */
  setPositions: (places: Float32Array) => void
  /** Puts one node at its place, which the places given have already. */
  setNodePosition: (row: number, places: Float32Array) => void
  /** Gives every node and edge the paint of its standing, and shows it. */
  paint: (paint: RenderInputs) => void
  /** Draws what sigma does not; after each of its drawings. */
  renderFrame: (sight: Viewport) => void
  /** Rows in the frame that may have labels and signs. */
  rowsToLabel: (sight: Viewport) => readonly number[]
  readonly nodeEmphasis: (row: number) => number
  readonly edgeCurvature: (row: number) => number
  /** What is at a point, where sigma does not know. */
  readonly hitTest?: (at: Point, sight: Viewport) => CanvasHit | undefined
}
