import type { Point } from '../../drawing/geometry'
import type { NodeStyles } from '../../drawing/nodeStyles'
import type { ColourPalette } from '../../drawing/colourPalette'
import type { Graph } from '../../model/graph'
import type { CanvasScene } from '../../scene/canvas/canvasScene'
import type { Camera } from '../../scene/view/view'
import type { CanvasHit } from './gestureTarget'
import type { ViewportSize } from './camera'
import type { ShaderParameters } from './shaderParameters'

/** The inputs for painting nodes and edges. */
export interface RenderInputs {
  /** The graph with only the statements that pass the filter's lenses. */
  readonly graph: Graph
  readonly scene: CanvasScene
  readonly nodeStyles: NodeStyles
  readonly palette: ColourPalette
}

/** The camera, and how layout units convert to CSS pixels. */
export interface Viewport {
  readonly camera: Camera
  readonly size: ViewportSize
  readonly parameters: ShaderParameters
  /** CSS pixels per unit of the layout. */
  readonly pixelsPerUnit: number
  /** The position of a node in CSS pixels. */
  readonly positionOf: (row: number) => Point
  /** Positions change with every frame, so hit tests may lag behind. */
  readonly isMoving: boolean
}

/**
 * One of the two ways to draw a graph: sigma draws all of it or, for a large graph, it is drawn in bulk from its columns and
 * sigma draws only what is highlighted. Both use the same styles.
 */
export interface GraphRenderer {
  /** Replaces the graph by another one of the same kind. */
  setGraph: (graph: Graph) => void
  /** Sets all positions, x and y in turn by node row. Shown with the next refresh. */
  setPositions: (positions: Float32Array) => void
  /** Paints every node and edge by its emphasis, and shows the result. */
  paint: (inputs: RenderInputs) => void
  /** Draws what sigma does not; called after each frame of sigma. */
  renderFrame: (viewport: Viewport) => void
  /** Rows in the viewport that may have labels and pictograms. */
  rowsToLabel: (viewport: Viewport) => readonly number[]
  readonly nodeEmphasis: (row: number) => number
  readonly edgeCurvature: (row: number) => number
  /** What is at a point; only if sigma does not know. */
  readonly hitTest?: (at: Point, viewport: Viewport) => CanvasHit | undefined
}
