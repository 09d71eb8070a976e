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

/** The inputs of one frame besides the columns. */
interface BulkFrameInputs {
  readonly parameters: ShaderParameters
  readonly palette: ColourPalette
  /** Centre of the viewport in units of the layout, and CSS pixels per unit. */
  readonly centre: { readonly x: number; readonly y: number }
  readonly pixelsPerUnit: number
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Opacity of edges: dimmed, normal, highlighted. */
  readonly alphas: readonly [number, number, number]
  /** Edges longer than this, in CSS pixels, are fainter the longer they are. */
  readonly longEdge: number
  /** Draws every n-th edge: more than 1 while there are too many to keep up. */
  readonly step: number
}

/** With more drawn edges, each is a line of one pixel. */
const maxThickEdges = 60_000

const textureFormats = {
  positions: { internalFormat: 'RG32F', valuesPerRow: 2 },
  order: { internalFormat: 'R32UI', valuesPerRow: 1 },
  nodeEmphasis: { internalFormat: 'R8UI', valuesPerRow: 1 },
  shapes: { internalFormat: 'R8UI', valuesPerRow: 1 },
  colours: { internalFormat: 'R8UI', valuesPerRow: 1 },
  radii: { internalFormat: 'R32F', valuesPerRow: 1 },
  edgeEnds: { internalFormat: 'RG32UI', valuesPerRow: 2 },
  edgeEmphasis: { internalFormat: 'R8UI', valuesPerRow: 1 },
  edgeStyles: { internalFormat: 'R8UI', valuesPerRow: 1 },
  highlightedRows: { internalFormat: 'R32UI', valuesPerRow: 1 },
} as const satisfies Record<string, TextureFormat>
type TextureName = keyof typeof textureFormats

/**
 * Draws all nodes and edges of a large graph from its columns, which are textures: a filter, a selection or a frame of a layout is
 * one small upload and a few calls, without a loop over nodes or edges.
 */
export class BulkPasses {
  readonly #textures: Readonly<Record<TextureName, ColumnTexture>>
  readonly #thinEdges: GlProgram
  readonly #thickEdges: GlProgram
  readonly #nodes: GlProgram
  readonly #palette: WebGLTexture
  #counts = { nodes: 0, edges: 0, drawnEdges: 0, highlighted: 0 }

  constructor(readonly gl: WebGL2RenderingContext) {
    const textures = Object.entries(textureFormats).map(([name, format]) => [name, new ColumnTexture(gl, format)])
    this.#textures = Object.fromEntries(textures) as Record<TextureName, ColumnTexture>
    this.#thinEdges = createGlProgram(gl, bulkEdgeVertexShader, bulkEdgeFragmentShader)
    this.#thickEdges = createGlProgram(gl, withThickLines(bulkEdgeVertexShader), withThickLines(bulkEdgeFragmentShader))
    this.#nodes = createGlProgram(gl, bulkNodeVertexShader, bulkNodeFragmentShader)
    this.#palette = gl.createTexture()
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  }

  /** Waits, in steps, until each program is compiled, so that the first picture does not have to. */
  *compileSteps(): Generator<void> {
    for (const { uniformLocation } of [this.#nodes, this.#thinEdges, this.#thickEdges]) {
      uniformLocation('u_unit')
      yield
    }
  }

  /** Sets all positions, x and y in turn by node row. */
  setPositions(positions: Float32Array): void {
    this.#textures.positions.write(positions)
  }

  setEdgeEnds({ nodes, edges }: Graph): void {
    this.#counts.nodes = nodes.count
    this.#counts.edges = edges.count
    const ends = new Uint32Array(edges.count * 2)
    for (let row = 0; row < edges.count; row++) {
      ends[2 * row] = edges.source[row]!
      ends[2 * row + 1] = edges.target[row]!
    }
    this.#textures.edgeEnds.write(ends)
  }

  /** `order` is that of `rowsByDescendingRadius`; the smallest nodes are drawn first. */
  setNodeStyles({ shape, colour, radius }: NodeStyles, order: Uint32Array): void {
    this.#textures.shapes.write(shape)
    this.#textures.colours.write(colour)
    this.#textures.radii.write(radius)
    this.#textures.order.write(order.toReversed())
  }

  /** One byte an edge: its line, and its width in four steps by the number of independent sources. */
  setEdgeStyles({ line, originCount }: EdgeStyles): void {
    const styles = new Uint8Array(line.length)
    for (let row = 0; row < styles.length; row++) styles[row] = line[row]! + 8 * Math.min(3, originCount[row]!)
    this.#textures.edgeStyles.write(styles)
  }

  setScene({ nodes, edges, edgeCount, highlightedEdges }: CanvasScene): void {
    this.#textures.nodeEmphasis.write(nodes)
    this.#textures.edgeEmphasis.write(edges)
    this.#textures.highlightedRows.write(Uint32Array.from(highlightedEdges))
    this.#counts.highlighted = highlightedEdges.length
    this.#counts.drawnEdges = edgeCount
  }

  /** The colours that nodes refer to: those of the palette, and after them those of the file. */
  setPalette(palette: ColourPalette, fileColours: readonly string[]): void {
    const { gl } = this
    const bytes = [...paletteColours(palette), ...fileColours].flatMap((colour) => [
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
    if (this.#counts.highlighted > 0) this.#drawEdges(frame, this.#counts.highlighted, true)
    this.#drawNodes(frame)
  }

  /** Draws all edges, or the highlighted ones from their list. */
  #drawEdges(frame: BulkFrameInputs, count: number, isListed: boolean): void {
    if (count === 0) return
    const { gl } = this
    const isThin = (isListed ? count : this.#counts.drawnEdges / frame.step) > maxThickEdges
    const { program, uniformLocation } = isThin ? this.#thinEdges : this.#thickEdges
    const { palette } = frame
    gl.useProgram(program)
    this.#setCommonUniforms(frame, uniformLocation)
    this.#bindTextures(uniformLocation, {
      u_ends: 'edgeEnds',
      u_emphasis: 'edgeEmphasis',
      u_styles: 'edgeStyles',
      u_rows: 'highlightedRows',
    })
    gl.uniform1i(uniformLocation('u_listed'), isListed ? 1 : 0)
    gl.uniform1i(uniformLocation('u_step'), frame.step)
    gl.uniform3fv(
      uniformLocation('u_colours'),
      lineStyles.flatMap((line) => parseHexColour(palette.line[line])),
    )
    gl.uniform3f(uniformLocation('u_dim'), ...parseHexColour(palette.line.dim))
    gl.uniform3f(uniformLocation('u_alphas'), ...frame.alphas)
    gl.uniform1f(uniformLocation('u_long'), isListed ? 1e9 : frame.longEdge)
    gl.uniform4f(uniformLocation('u_widths'), 1.1, 1.1, 1.8, 2.6)
    if (isThin) gl.drawArrays(gl.LINES, 0, 2 * count)
    else gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count)
  }

  #drawNodes(frame: BulkFrameInputs): void {
    const { gl } = this
    const { program, uniformLocation } = this.#nodes
    gl.useProgram(program)
    this.#setCommonUniforms(frame, uniformLocation)
    this.#bindTextures(uniformLocation, {
      u_order: 'order',
      u_emphasis: 'nodeEmphasis',
      u_shapes: 'shapes',
      u_colours: 'colours',
      u_radii: 'radii',
    })
    gl.activeTexture(gl.TEXTURE15)
    gl.bindTexture(gl.TEXTURE_2D, this.#palette)
    gl.uniform1i(uniformLocation('u_palette'), 15)
    gl.uniform3f(uniformLocation('u_paper'), ...frame.parameters.paper)
    gl.uniform1f(uniformLocation('u_share'), frame.palette.familyDim)
    gl.uniform1f(uniformLocation('u_scale'), frame.parameters.scale)
    gl.uniform1f(uniformLocation('u_spread'), frame.parameters.sizeExponent)
    // Dimmed nodes first.
    for (const dimmed of [1, 0]) {
      gl.uniform1i(uniformLocation('u_dimmed'), dimmed)
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#counts.nodes)
    }
  }

  #setCommonUniforms(
    { centre, pixelsPerUnit, width, height, pixelRatio }: BulkFrameInputs,
    uniformLocation: GlProgram['uniformLocation'],
  ): void {
    const { gl } = this
    this.#bindTextures(uniformLocation, { u_positions: 'positions' }, 14)
    gl.uniform2f(uniformLocation('u_centre'), centre.x, centre.y)
    gl.uniform2f(uniformLocation('u_viewport'), width, height)
    gl.uniform1f(uniformLocation('u_unit'), pixelsPerUnit)
    gl.uniform1f(uniformLocation('u_pixelRatio'), pixelRatio)
  }

  #bindTextures(
    uniformLocation: GlProgram['uniformLocation'],
    names: Readonly<Record<string, TextureName>>,
    first = 0,
  ): void {
    const { gl } = this
    Object.entries(names).forEach(([uniform, name], index) => {
      gl.activeTexture(gl.TEXTURE0 + first + index)
      gl.bindTexture(gl.TEXTURE_2D, this.#textures[name].texture)
      gl.uniform1i(uniformLocation(uniform), first + index)
    })
  }
}
