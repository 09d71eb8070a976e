import type { EdgeStyles } from '../../../drawing/edgeStyles'
import type { NodeStyles } from '../../../drawing/nodeStyles'
import { paletteColours, parseHexColour, type ColourPalette } from '../../../drawing/colourPalette'
import { lineStyles } from '../../../model/lineStyle'
import type { Graph } from '../../../model/graph'
import type { CanvasScene } from '../../../scene/canvas/canvasScene'
import type { ShaderParameters } from '../shaderParameters'
import {
  bulkEdgeFragmentShader,
  bulkEdgeVertexShader,
  bulkNodeFragmentShader,
  bulkNodeVertexShader,
  withThickLines,
} from './bulkShaders.glsl'
import { ColumnTexture, createGlProgram, type TextureFormat, type GlProgram } from './webgl'

/** What one picture needs beside the columns. */
interface BulkFrameInputs {
  readonly parameters: ShaderParameters
  readonly palette: ColourPalette
  /** Middle of the frame in units of the layout, and CSS pixels a unit. */
  readonly centre: { readonly x: number; readonly y: number }
  readonly pixelsPerUnit: number
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Opacity of edges: dimmed, at rest, lit. */
  readonly alphas: readonly [number, number, number]
  /** Edges longer than so many pixels are the fainter, the longer they are. */
  readonly longEdge: number
  /** Every how many edges one is drawn: more than one while there are too many to keep up. */
  readonly step: number
}

/** Above so many drawn edges each is a line of one pixel. */
const mostThick = 60_000

const sheets = {
  places: { internalFormat: 'RG32F', valuesPerRow: 2 },
  order: { internalFormat: 'R32UI', valuesPerRow: 1 },
  nodeStands: { internalFormat: 'R8UI', valuesPerRow: 1 },
  shapes: { internalFormat: 'R8UI', valuesPerRow: 1 },
  colours: { internalFormat: 'R8UI', valuesPerRow: 1 },
  radii: { internalFormat: 'R32F', valuesPerRow: 1 },
  ends: { internalFormat: 'RG32UI', valuesPerRow: 2 },
  edgeStands: { internalFormat: 'R8UI', valuesPerRow: 1 },
  edgeLooks: { internalFormat: 'R8UI', valuesPerRow: 1 },
  litRows: { internalFormat: 'R32UI', valuesPerRow: 1 },
} as const satisfies Record<string, TextureFormat>
type SheetName = keyof typeof sheets

/**
 * Draws all nodes and edges of a large graph from its columns, which are kept as textures: a filter, a selection or a
 * frame of a layout is one small upload and a few calls, and nothing walks over nodes or edges one by one.
 */
export class BulkPasses {
  readonly #sheets: Readonly<Record<SheetName, ColumnTexture>>
  readonly #lines: GlProgram
  readonly #strips: GlProgram
  readonly #nodes: GlProgram
  readonly #palette: WebGLTexture
  #counts = { nodes: 0, edges: 0, drawnEdges: 0, lit: 0 }

  constructor(readonly gl: WebGL2RenderingContext) {
    const made = Object.entries(sheets).map(([name, layout]) => [name, new ColumnTexture(gl, layout)])
    this.#sheets = Object.fromEntries(made) as Record<SheetName, ColumnTexture>
    this.#lines = createGlProgram(gl, bulkEdgeVertexShader, bulkEdgeFragmentShader)
    this.#strips = createGlProgram(gl, withThickLines(bulkEdgeVertexShader), withThickLines(bulkEdgeFragmentShader))
    this.#nodes = createGlProgram(gl, bulkNodeVertexShader, bulkNodeFragmentShader)
    this.#palette = gl.createTexture()
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  }

  /** Waits in steps for each program to be compiled, so that the first picture need not. */
  *compileSteps(): Generator<void> {
    for (const { uniformLocation } of [this.#nodes, this.#lines, this.#strips]) {
      uniformLocation('u_unit')
      yield
    }
  }

  /** Positions by node row, x and y in turn. */
  setPositions(places: Float32Array): void {
    this.#sheets.places.write(places)
  }

  setEdgeEnds({ nodes, edges }: Graph): void {
    this.#counts.nodes = nodes.count
    this.#counts.edges = edges.count
    const ends = new Uint32Array(edges.count * 2)
    for (let row = 0; row < edges.count; row++) {
      ends[2 * row] = edges.source[row]!
      ends[2 * row + 1] = edges.target[row]!
    }
    this.#sheets.ends.write(ends)
  }

  /** The order is that of `rowsByDescendingRadius`; the smallest are drawn first. */
  setNodeStyles({ shape, colour, radius }: NodeStyles, order: Uint32Array): void {
    this.#sheets.shapes.write(shape)
    this.#sheets.colours.write(colour)
    this.#sheets.radii.write(radius)
    this.#sheets.order.write(order.toReversed())
  }

  /** One byte an edge: its line, and its width in four steps by the number of its origins. */
  setEdgeStyles({ line, originCount }: EdgeStyles): void {
    const looks = new Uint8Array(line.length)
    for (let row = 0; row < looks.length; row++) looks[row] = line[row]! + 8 * Math.min(3, originCount[row]!)
    this.#sheets.edgeLooks.write(looks)
  }

  setScene({ nodes, edges, edgeCount, highlightedEdges }: CanvasScene): void {
    this.#sheets.nodeStands.write(nodes)
    this.#sheets.edgeStands.write(edges)
    this.#sheets.litRows.write(Uint32Array.from(highlightedEdges))
    this.#counts.lit = highlightedEdges.length
    this.#counts.drawnEdges = edgeCount
  }

  setPalette(palette: ColourPalette): void {
    const { gl } = this
    const bytes = paletteColours(palette).flatMap((colour) => [
      ...parseHexColour(colour).map((part) => Math.round(part * 255)),
      255,
    ])
    gl.bindTexture(gl.TEXTURE_2D, this.#palette)
    for (const name of ['TEXTURE_MIN_FILTER', 'TEXTURE_MAG_FILTER'] as const)
      gl.texParameteri(gl.TEXTURE_2D, gl[name], gl.NEAREST)
    gl.texImage2D(
      ...([gl.TEXTURE_2D, 0, gl.RGBA8, bytes.length / 4, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE] as const),
      Uint8Array.from(bytes),
    )
  }

  draw(frame: BulkFrameInputs): void {
    const { gl } = this
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight)
    gl.clearColor(0, 0, 0, 0)
    gl.clear(gl.COLOR_BUFFER_BIT)
    this.#drawEdges(frame, Math.ceil(this.#counts.edges / frame.step), false)
    if (this.#counts.lit > 0) this.#drawEdges(frame, this.#counts.lit, true)
    this.#drawNodes(frame)
  }

  #drawEdges(frame: BulkFrameInputs, count: number, listed: boolean): void {
    if (count === 0) return
    const { gl } = this
    const many = (listed ? count : this.#counts.drawnEdges / frame.step) > mostThick
    const { program, uniformLocation } = many ? this.#lines : this.#strips
    const { palette } = frame
    gl.useProgram(program)
    this.#common(frame, uniformLocation)
    this.#bind(uniformLocation, { u_ends: 'ends', u_stands: 'edgeStands', u_looks: 'edgeLooks', u_rows: 'litRows' })
    gl.uniform1i(uniformLocation('u_listed'), listed ? 1 : 0)
    gl.uniform1i(uniformLocation('u_step'), frame.step)
    gl.uniform3fv(
      uniformLocation('u_colours'),
      lineStyles.flatMap((line) => parseHexColour(palette.line[line])),
    )
    gl.uniform3f(uniformLocation('u_dim'), ...parseHexColour(palette.line.dim))
    gl.uniform3f(uniformLocation('u_alphas'), ...frame.alphas)
    gl.uniform1f(uniformLocation('u_long'), listed ? 1e9 : frame.longEdge)
    gl.uniform4f(uniformLocation('u_widths'), 1.1, 1.1, 1.8, 2.6)
    if (many) gl.drawArrays(gl.LINES, 0, 2 * count)
    else gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count)
  }

  #drawNodes(frame: BulkFrameInputs): void {
    const { gl } = this
    const { program, uniformLocation } = this.#nodes
    gl.useProgram(program)
    this.#common(frame, uniformLocation)
    this.#bind(uniformLocation, {
      u_order: 'order',
      u_stands: 'nodeStands',
      u_shapes: 'shapes',
      u_colours: 'colours',
      u_radii: 'radii',
    })
    gl.activeTexture(gl.TEXTURE15)
    gl.bindTexture(gl.TEXTURE_2D, this.#palette)
    gl.uniform1i(uniformLocation('u_palette'), 15)
    gl.uniform3f(uniformLocation('u_paper'), ...frame.parameters.paper)
    gl.uniform1f(uniformLocation('u_kept'), frame.palette.familyDim)
    gl.uniform1f(uniformLocation('u_scale'), frame.parameters.scale)
    gl.uniform1f(uniformLocation('u_spread'), frame.parameters.sizeExponent)
    for (const back of [1, 0]) {
      gl.uniform1i(uniformLocation('u_back'), back)
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#counts.nodes)
    }
  }

  #common(
    { centre, pixelsPerUnit, width, height, pixelRatio }: BulkFrameInputs,
    at: GlProgram['uniformLocation'],
  ): void {
    const { gl } = this
    this.#bind(at, { u_places: 'places' }, 14)
    gl.uniform2f(at('u_centre'), centre.x, centre.y)
    gl.uniform2f(at('u_viewport'), width, height)
    gl.uniform1f(at('u_unit'), pixelsPerUnit)
    gl.uniform1f(at('u_pixelRatio'), pixelRatio)
  }

  #bind(at: GlProgram['uniformLocation'], names: Readonly<Record<string, SheetName>>, first = 0): void {
    const { gl } = this
    Object.entries(names).forEach(([uniform, name], index) => {
      gl.activeTexture(gl.TEXTURE0 + first + index)
      gl.bindTexture(gl.TEXTURE_2D, this.#sheets[name].texture)
      gl.uniform1i(at(uniform), first + index)
    })
  }
}
