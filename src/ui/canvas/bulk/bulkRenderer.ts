import type Sigma from 'sigma'
import { memoizeByKey } from '../../../analysis/incremental'
import {
  rowsByDescendingRadius,
  labelCandidates,
  countWithRadiusAtLeast,
  ranksByRow,
} from '../../../drawing/labelCandidates'
import type { Point } from '../../../drawing/geometry'
import {
  positionBounds,
  buildSpatialGrid,
  maxCountInRect,
  type SpatialGrid,
  type LayoutRect,
} from '../../../drawing/spatialGrid'
import { edgeStyles, type EdgeStyles } from '../../../drawing/edgeStyles'
import { type NodeStyles } from '../../../drawing/nodeStyles'
import type { ColourPalette } from '../../../drawing/colourPalette'
import type { Graph } from '../../../model/graph'
import type { CanvasScene } from '../../../scene/canvas/canvasScene'
import { emphasis } from '../../../scene/canvas/emphasis'
import type { CanvasHit } from '../gestureTarget'
import type { GraphRenderer, RenderInputs, Viewport } from '../graphRenderer'
import { radiusFromDrawn, drawnRadius } from '../shaderParameters'
import { BulkPasses } from './bulkPasses'
import { edgeOpacities } from './edgeOpacity'
import { HighlightOverlay } from './highlightOverlay'
import { edgeUnderPoint, nodeUnderPoint, visibleWindow } from './pointerTargets'

/** While places change with every frame, they are put in a grid so often, in milliseconds. */
const pace = 500
/** Labels stand in parts of the frame of about this size, in CSS pixels, so many in each, and so many in all. */
const part = { width: 170, height: 110 }
const [maxPerCell, maxCount] = [2, 80]
/** A node that is seen as a mere point has no label, in CSS pixels; nor one much smaller than the largest. */
const [labelFrom, ofLargest] = [3.2, 0.55]
/** Above so many edges only a sample of about so many is drawn while places change with every frame. */
const mostMoving = 150_000

/** Draws a large graph: all of it in bulk, and what is highlighted by sigma, above. */
export class BulkRenderer implements GraphRenderer {
  readonly #bulk: BulkPasses
  readonly #overlay = new HighlightOverlay()
  #graph: Graph | undefined
  #positions: Float32Array = new Float32Array(0)
  #grid: SpatialGrid | undefined
  #built = -Infinity
  #scene: CanvasScene | undefined
  #nodeStyles: NodeStyles | undefined
  #edgeStyles: EdgeStyles | undefined
  #palette: ColourPalette | undefined
  #order: Uint32Array = new Uint32Array(0)
  #ranks: Uint32Array = new Uint32Array(0)
  #highlighted: ReadonlySet<number> = new Set()

  constructor(readonly sigma: Sigma) {
    const canvas = sigma.createCanvas('bulk', { beforeLayer: 'edges' })
    this.#bulk = new BulkPasses(sigma.createWebGLContext('bulk', { canvas }) as WebGL2RenderingContext)
    fitted(canvas, sigma)
  }

  /** Takes a graph; the first before anything else. */
  setGraph(graph: Graph): void {
    this.#graph = graph
    this.#bulk.setEdgeEnds(graph)
  }

  /** Does in steps what the first picture needs. */
  *prepareSteps({ graph, scene, nodeStyles, palette }: RenderInputs): Generator<void> {
    this.#takeNodeStyles(nodeStyles)
    yield
    this.#takeEdgeStyles(graph)
    yield
    this.#bulk.setScene(scene)
    this.#bulk.setPalette(palette)
    this.#palette = palette
    yield
    boundsIn(this.#positions)
    yield
    yield* this.#bulk.compileSteps()
  }

  setPositions(positions: Float32Array): void {
    if (positions === this.#positions) return
    this.#positions = positions
    this.#grid = undefined
    this.#bulk.setPositions(positions)
    this.#overlay.setPositions(positions)
  }

  setNodePosition(_: number, positions: Float32Array): void {
    this.setPositions(positions)
  }

  paint(paint: RenderInputs): void {
    const { graph, scene, nodeStyles, palette } = paint
    this.#takeNodeStyles(nodeStyles)
    this.#takeEdgeStyles(graph)
    if (palette !== this.#palette) this.#bulk.setPalette(palette)
    this.#bulk.setScene(scene)
    this.#palette = palette
    this.#scene = scene
    this.#highlighted = new Set(scene.highlightOverlay.nodes)
    if (this.#overlay.paint(paint, this.#positions)) this.sigma.setGraph(this.#overlay.graph)
    else this.sigma.scheduleRender()
  }

  #takeNodeStyles(nodeStyles: NodeStyles): void {
    if (nodeStyles === this.#nodeStyles) return
    this.#order = rowsByDescendingRadius(nodeStyles.radius)
    this.#ranks = ranksByRow(this.#order)
    this.#bulk.setNodeStyles(nodeStyles, this.#order)
    this.#nodeStyles = nodeStyles
  }

  #takeEdgeStyles(graph: Graph): void {
    const styles = edgeStyles(graph)
    if (styles !== this.#edgeStyles) this.#bulk.setEdgeStyles(styles)
    this.#edgeStyles = styles
  }

  renderFrame({ camera, size, parameters, pixelsPerUnit, isMoving }: Viewport): void {
    const scene = this.#scene
    if (!scene || !this.#palette) return
    this.#bulk.draw({
      parameters,
      palette: this.#palette,
      centre: camera,
      pixelsPerUnit,
      ...size,
      pixelRatio: this.sigma.getRenderParams().pixelRatio,
      ...edgeOpacities(this.#palette, scene, { parameters, pixelsPerUnit, size }),
      step: isMoving ? Math.max(1, Math.ceil(scene.edgeCount / mostMoving)) : 1,
    })
  }

  rowsToLabel(viewport: Viewport): readonly number[] {
    const scene = this.#scene
    if (!scene) return []
    const { width, height } = viewport.size
    const window = visibleWindow(viewport)
    const input = {
      positions: this.#positions,
      grid: holds(window, boundsIn(this.#positions)) ? undefined : this.#gridFor(viewport.isMoving),
      order: this.#order,
      ranks: this.#ranks,
      window,
      columns: Math.max(1, Math.round(width / part.width)),
      lines: Math.max(1, Math.round(height / part.height)),
      maxPerCell,
    }
    const { nodes } = scene
    const { radius } = this.#nodeStyles!
    const largest = radius[this.#order[0] ?? 0] ?? 0
    const least = Math.min(labelFrom, ofLargest * drawnRadius(viewport.parameters, largest))
    const orderLimit = countWithRadiusAtLeast(this.#order, radius, radiusFromDrawn(viewport.parameters, least))
    const all = nodes.length
    const isHighlighted = (row: number) => nodes[row] === emphasis.highlighted
    const highlighted =
      scene.highlightedEdges.length > 0
        ? labelCandidates({ ...input, maxCount, orderLimit: all, accepts: isHighlighted })
        : []
    const hubs = labelCandidates({ ...input, maxCount, orderLimit, accepts: (row) => nodes[row] !== emphasis.hidden })
    return [...new Set([...scene.highlightOverlay.nodes, ...highlighted, ...hubs])]
  }

  readonly nodeEmphasis = (row: number): number =>
    this.#highlighted.has(row) ? emphasis.highlighted : this.#scene!.nodes[row]!
  readonly edgeCurvature = (): number => 0

  readonly hitTest = (at: Point, viewport: Viewport): CanvasHit | undefined => {
    const { nodes, edges } = this.#scene ?? {}
    const graph = this.#graph
    if (!nodes || !edges || !this.#nodeStyles || !graph) return undefined
    const grid = this.#gridFor(viewport.isMoving)
    const node = nodeUnderPoint(at, { viewport, grid, nodes, radius: this.#nodeStyles.radius })
    if (node !== undefined) return { node }
    if (maxCountInRect(grid, visibleWindow(viewport)) > 3000) return undefined
    const edge = edgeUnderPoint(at, { viewport, grid, edges, graph })
    return edge === undefined ? undefined : { edge }
  }

  #gridFor(isMoving: boolean): SpatialGrid {
    const now = performance.now()
    const held = this.#held
    if (this.#grid) return this.#grid
    if (isMoving && held && now - this.#built < pace && held.positions.length === this.#positions.length) return held
    this.#built = now
    this.#held = this.#grid = buildSpatialGrid(this.#positions)
    return this.#grid
  }

  /** The grid before places changed. */
  #held: SpatialGrid | undefined
}

/** The box around all places; each frame of a layout has places of its own. */
const boundsIn = memoizeByKey(positionBounds)

const holds = (outer: LayoutRect, inner: LayoutRect): boolean =>
  outer.left <= inner.left && outer.right >= inner.right && outer.low <= inner.low && outer.high >= inner.high

/** Gives a new canvas the size of the others: sigma would give all of them new memory, and wait for it. */
function fitted(canvas: HTMLCanvasElement, sigma: Sigma): void {
  const { width, height } = sigma.getDimensions()
  const { pixelRatio } = sigma.getRenderParams()
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
  canvas.setAttribute('width', `${width * pixelRatio}px`)
  canvas.setAttribute('height', `${height * pixelRatio}px`)
}
