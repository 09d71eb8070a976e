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
  buildPointGrid,
  maxCountInRect,
  type PointGrid,
  type LayoutRect,
} from '../../../drawing/pointGrid'
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
import { HighlightGraph } from './highlightGraph'
import { edgeUnderPoint, nodeUnderPoint, visibleWindow } from './pointerTargets'

/** How often the grid for hit tests is rebuilt while positions change with every frame, in ms. */
const gridInterval = 500
/** Size of the cells that labels are distributed over, in CSS pixels, and the maximum number of labels in each and in all. */
const labelCell = { width: 170, height: 110 }
const [maxPerCell, maxCount] = [2, 80]
/** The smallest radius of a labelled node, in CSS pixels and as a share of the largest radius; the smaller of both applies. */
const [minLabelRadius, minShareOfLargest] = [3.2, 0.55]
/** The number of edges to draw, as a sample, while positions change with every frame. */
const maxMovingEdges = 150_000

/** Draws a large graph: all of it in bulk, and above it, by sigma, what is highlighted. */
export class BulkRenderer implements GraphRenderer {
  readonly #passes: BulkPasses
  readonly #overlay = new HighlightGraph()
  #graph: Graph | undefined
  #positions: Float32Array = new Float32Array(0)
  #grid: PointGrid | undefined
  #gridTime = -Infinity
  #scene: CanvasScene | undefined
  #nodeStyles: NodeStyles | undefined
  #edgeStyles: EdgeStyles | undefined
  #palette: ColourPalette | undefined
  #order: Uint32Array = new Uint32Array(0)
  #ranks: Uint32Array = new Uint32Array(0)
  #highlighted: ReadonlySet<number> = new Set()

  constructor(readonly sigma: Sigma) {
    const canvas = sigma.createCanvas('bulk', { beforeLayer: 'edges' })
    this.#passes = new BulkPasses(sigma.createWebGLContext('bulk', { canvas }) as WebGL2RenderingContext)
    fitCanvas(canvas, sigma)
  }

  /** Sets the graph; must be called before anything else. */
  setGraph(graph: Graph): void {
    this.#graph = graph
    this.#passes.setEdgeEnds(graph)
  }

  /** Prepares, in steps, what the first picture needs. */
  *prepareSteps({ graph, scene, nodeStyles, palette }: RenderInputs): Generator<void> {
    this.#setNodeStyles(nodeStyles)
    yield
    this.#setEdgeStyles(graph)
    yield
    this.#passes.setScene(scene)
    this.#passes.setPalette(palette, nodeStyles.fileColours)
    this.#palette = palette
    yield
    boundsOf(this.#positions)
    yield
    yield* this.#passes.compileSteps()
  }

  setPositions(positions: Float32Array): void {
    if (positions === this.#positions) return
    this.#positions = positions
    this.#grid = undefined
    this.#passes.setPositions(positions)
    this.#overlay.setPositions(positions)
  }

  paint(inputs: RenderInputs): void {
    const { graph, scene, nodeStyles, palette } = inputs
    const isRecoloured = nodeStyles.fileColours !== this.#nodeStyles?.fileColours
    this.#setNodeStyles(nodeStyles)
    this.#setEdgeStyles(graph)
    if (palette !== this.#palette || isRecoloured) this.#passes.setPalette(palette, nodeStyles.fileColours)
    this.#passes.setScene(scene)
    this.#palette = palette
    this.#scene = scene
    this.#highlighted = new Set(scene.highlightOverlay.nodes)
    if (this.#overlay.paint(inputs, this.#positions)) this.sigma.setGraph(this.#overlay.graph)
    else this.sigma.scheduleRender()
  }

  #setNodeStyles(nodeStyles: NodeStyles): void {
    if (nodeStyles === this.#nodeStyles) return
    this.#order = rowsByDescendingRadius(nodeStyles.radius)
    this.#ranks = ranksByRow(this.#order)
    this.#passes.setNodeStyles(nodeStyles, this.#order)
    this.#nodeStyles = nodeStyles
  }

  #setEdgeStyles(graph: Graph): void {
    const styles = edgeStyles(graph)
    if (styles !== this.#edgeStyles) this.#passes.setEdgeStyles(styles)
    this.#edgeStyles = styles
  }

  renderFrame({ camera, size, parameters, pixelsPerUnit, isMoving }: Viewport): void {
    const scene = this.#scene
    if (!scene || !this.#palette) return
    this.#passes.draw({
      parameters,
      palette: this.#palette,
      centre: camera,
      pixelsPerUnit,
      ...size,
      pixelRatio: this.sigma.getRenderParams().pixelRatio,
      ...edgeOpacities(this.#palette, scene, { parameters, pixelsPerUnit, size }),
      step: isMoving ? Math.max(1, Math.ceil(scene.edgeCount / maxMovingEdges)) : 1,
    })
  }

  rowsToLabel(viewport: Viewport): readonly number[] {
    const scene = this.#scene
    if (!scene) return []
    const { width, height } = viewport.size
    const window = visibleWindow(viewport)
    const input = {
      positions: this.#positions,
      grid: containsRect(window, boundsOf(this.#positions)) ? undefined : this.#gridFor(viewport.isMoving),
      order: this.#order,
      ranks: this.#ranks,
      window,
      columns: Math.max(1, Math.round(width / labelCell.width)),
      lines: Math.max(1, Math.round(height / labelCell.height)),
      maxPerCell,
    }
    const { nodes } = scene
    const { radius } = this.#nodeStyles!
    const largest = radius[this.#order[0] ?? 0] ?? 0
    const minRadius = Math.min(minLabelRadius, minShareOfLargest * drawnRadius(viewport.parameters, largest))
    const orderLimit = countWithRadiusAtLeast(this.#order, radius, radiusFromDrawn(viewport.parameters, minRadius))
    const isHighlighted = (row: number) => nodes[row] === emphasis.highlighted
    const highlighted =
      scene.highlightedEdges.length > 0
        ? labelCandidates({ ...input, maxCount, orderLimit: nodes.length, accepts: isHighlighted })
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

  #gridFor(isMoving: boolean): PointGrid {
    const now = performance.now()
    const previous = this.#previousGrid
    if (this.#grid) return this.#grid
    if (
      isMoving &&
      previous &&
      now - this.#gridTime < gridInterval &&
      previous.positions.length === this.#positions.length
    )
      return previous
    this.#gridTime = now
    this.#previousGrid = this.#grid = buildPointGrid(this.#positions)
    return this.#grid
  }

  /** The grid before positions changed. */
  #previousGrid: PointGrid | undefined
}

/** The bounding box of all positions, memoised by the array. */
const boundsOf = memoizeByKey(positionBounds)

const containsRect = (outer: LayoutRect, inner: LayoutRect): boolean =>
  outer.left <= inner.left && outer.right >= inner.right && outer.low <= inner.low && outer.high >= inner.high

/** Gives a new canvas the size of the others: sigma would allocate memory for all of them again, and wait for it. */
function fitCanvas(canvas: HTMLCanvasElement, sigma: Sigma): void {
  const { width, height } = sigma.getDimensions()
  const { pixelRatio } = sigma.getRenderParams()
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
  canvas.setAttribute('width', `${width * pixelRatio}px`)
  canvas.setAttribute('height', `${height * pixelRatio}px`)
}
