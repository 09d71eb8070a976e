import type { EdgeLooks } from '../../../drawing/edgeStyles'
import type { NodeLooks } from '../../../drawing/nodeStyles'
import { coloursOf, rgb, type Palette } from '../../../drawing/colourPalette'
import { lines } from '../../../model/lineStyle'
import type { Graph } from '../../../model/graph'
import type { CanvasScene } from '../../../scene/canvas/canvasScene'
import type { Frame } from '../shaderParameters'
import { edgeFragment, edgeVertex, nodeFragment, nodeVertex, thick } from './bulkShaders.glsl'
import { Sheet, programOf, type Layout, type Program } from './webgl'

/** What one picture needs beside the columns. */
export interface BulkFrame {
  readonly frame: Frame
  readonly palette: Palette
  /** Middle of the frame in units of the layout, and CSS pixels a unit. */
  readonly centre: { readonly x: number; readonly y: number }
  readonly unit: number
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  /** Opacity of edges: dimmed, at rest, lit. */
  readonly alphas: readonly [number, number, number]
  /** Edges longer than so many pixels are the fainter, the longer they are. */
  readonly long: number
  /** Every how many edges one is drawn: more than one while there are too many to keep up. */
  readonly step: number
}

/** Above so many drawn edges each is a line of one pixel. */
const mostThick = 60_000

const sheets = {
  places: { internal: 'RG32F', each: 2 },
  order: { internal: 'R32UI', each: 1 },
  nodeStands: { internal: 'R8UI', each: 1 },
  shapes: { internal: 'R8UI', each: 1 },
  colours: { internal: 'R8UI', each: 1 },
  radii: { internal: 'R32F', each: 1 },
  ends: { internal: 'RG32UI', each: 2 },
  edgeStands: { internal: 'R8UI', each: 1 },
  edgeLooks: { internal: 'R8UI', each: 1 },
  litRows: { internal: 'R32UI', each: 1 },
} as const satisfies Record<string, Layout>
type SheetName = keyof typeof sheets

/**
 * Draws all nodes and edges of a large graph from its columns, which are kept as textures: a filter, a selection or a
 * frame of a layout is one small upload and a few calls, and nothing walks over nodes or edges one by one.
 */
export class Bulk {
  readonly #sheets: Readonly<Record<SheetName, Sheet>>
  readonly #lines: Program
  readonly #strips: Program
  readonly #nodes: Program
  readonly #palette: WebGLTexture
  #counts = { nodes: 0, edges: 0, drawnEdges: 0, lit: 0 }

  constructor(readonly gl: WebGL2RenderingContext) {
    const made = Object.entries(sheets).map(([name, layout]) => [name, new Sheet(gl, layout)])
    this.#sheets = Object.fromEntries(made) as Record<SheetName, Sheet>
    this.#lines = programOf(gl, edgeVertex, edgeFragment)
    this.#strips = programOf(gl, thick(edgeVertex), thick(edgeFragment))
    this.#nodes = programOf(gl, nodeVertex, nodeFragment)
    this.#palette = gl.createTexture()
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  }

  /** Waits in steps for each program to be compiled, so that the first picture need not. */
  *readying(): Generator<void> {
    for (const { at } of [this.#nodes, this.#lines, this.#strips]) {
      at('u_unit')
      yield
    }
  }

  /** Positions by node row, x and y in turn. */
  setPlaces(places: Float32Array): void {
    this.#sheets.places.write(places)
  }

  setEnds({ nodes, edges }: Graph): void {
    this.#counts.nodes = nodes.count
    this.#counts.edges = edges.count
    const ends = new Uint32Array(edges.count * 2)
    for (let row = 0; row < edges.count; row++) {
      ends[2 * row] = edges.source[row]!
      ends[2 * row + 1] = edges.target[row]!
    }
    this.#sheets.ends.write(ends)
  }

  /** The order is that of `byRadius`; the smallest are drawn first. */
  setNodeLooks({ shape, colour, radius }: NodeLooks, order: Uint32Array): void {
    this.#sheets.shapes.write(shape)
    this.#sheets.colours.write(colour)
    this.#sheets.radii.write(radius)
    this.#sheets.order.write(order.toReversed())
  }

  /** One byte an edge: its line, and its width in four steps by the number of its origins. */
  setEdgeLooks({ line, origins }: EdgeLooks): void {
    const looks = new Uint8Array(line.length)
    for (let row = 0; row < looks.length; row++) looks[row] = line[row]! + 8 * Math.min(3, origins[row]!)
    this.#sheets.edgeLooks.write(looks)
  }

  setScene({ nodes, edges, edgeCount, litEdges }: CanvasScene): void {
    this.#sheets.nodeStands.write(nodes)
    this.#sheets.edgeStands.write(edges)
    this.#sheets.litRows.write(Uint32Array.from(litEdges))
    this.#counts.lit = litEdges.length
    this.#counts.drawnEdges = edgeCount
  }

  setPalette(palette: Palette): void {
    const { gl } = this
    const bytes = coloursOf(palette).flatMap((colour) => [...rgb(colour).map((part) => Math.round(part * 255)), 255])
    gl.bindTexture(gl.TEXTURE_2D, this.#palette)
    for (const name of ['TEXTURE_MIN_FILTER', 'TEXTURE_MAG_FILTER'] as const)
      gl.texParameteri(gl.TEXTURE_2D, gl[name], gl.NEAREST)
    gl.texImage2D(
      ...([gl.TEXTURE_2D, 0, gl.RGBA8, bytes.length / 4, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE] as const),
      Uint8Array.from(bytes),
    )
  }

  draw(frame: BulkFrame): void {
    const { gl } = this
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight)
    gl.clearColor(0, 0, 0, 0)
    gl.clear(gl.COLOR_BUFFER_BIT)
    this.#drawEdges(frame, Math.ceil(this.#counts.edges / frame.step), false)
    if (this.#counts.lit > 0) this.#drawEdges(frame, this.#counts.lit, true)
    this.#drawNodes(frame)
  }

  #drawEdges(frame: BulkFrame, count: number, listed: boolean): void {
    if (count === 0) return
    const { gl } = this
    const many = (listed ? count : this.#counts.drawnEdges / frame.step) > mostThick
    const { program, at } = many ? this.#lines : this.#strips
    const { palette } = frame
    gl.useProgram(program)
    this.#common(frame, at)
    this.#bind(at, { u_ends: 'ends', u_stands: 'edgeStands', u_looks: 'edgeLooks', u_rows: 'litRows' })
    gl.uniform1i(at('u_listed'), listed ? 1 : 0)
    gl.uniform1i(at('u_step'), frame.step)
    gl.uniform3fv(
      at('u_colours'),
      lines.flatMap((line) => rgb(palette.line[line])),
    )
    gl.uniform3f(at('u_dim'), ...rgb(palette.line.dim))
    gl.uniform3f(at('u_alphas'), ...frame.alphas)
    gl.uniform1f(at('u_long'), listed ? 1e9 : frame.long)
    gl.uniform4f(at('u_widths'), 1.1, 1.1, 1.8, 2.6)
    if (many) gl.drawArrays(gl.LINES, 0, 2 * count)
    else gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count)
  }

  #drawNodes(frame: BulkFrame): void {
    const { gl } = this
    const { program, at } = this.#nodes
    gl.useProgram(program)
    this.#common(frame, at)
    this.#bind(at, {
      u_order: 'order',
      u_stands: 'nodeStands',
      u_shapes: 'shapes',
      u_colours: 'colours',
      u_radii: 'radii',
    })
    gl.activeTexture(gl.TEXTURE15)
    gl.bindTexture(gl.TEXTURE_2D, this.#palette)
    gl.uniform1i(at('u_palette'), 15)
    gl.uniform3f(at('u_paper'), ...frame.frame.paper)
    gl.uniform1f(at('u_kept'), frame.palette.familyDim)
    gl.uniform1f(at('u_scale'), frame.frame.scale)
    gl.uniform1f(at('u_spread'), frame.frame.spread)
    for (const back of [1, 0]) {
      gl.uniform1i(at('u_back'), back)
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#counts.nodes)
    }
  }

  #common({ centre, unit, width, height, pixelRatio }: BulkFrame, at: Program['at']): void {
    const { gl } = this
    this.#bind(at, { u_places: 'places' }, 14)
    gl.uniform2f(at('u_centre'), centre.x, centre.y)
    gl.uniform2f(at('u_viewport'), width, height)
    gl.uniform1f(at('u_unit'), unit)
    gl.uniform1f(at('u_pixelRatio'), pixelRatio)
  }

  #bind(at: Program['at'], names: Readonly<Record<string, SheetName>>, first = 0): void {
    const { gl } = this
    Object.entries(names).forEach(([uniform, name], index) => {
      gl.activeTexture(gl.TEXTURE0 + first + index)
      gl.bindTexture(gl.TEXTURE_2D, this.#sheets[name].texture)
      gl.uniform1i(at(uniform), first + index)
    })
  }
}
