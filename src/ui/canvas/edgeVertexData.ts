import type { ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { ShaderParameters } from './shaderParameters'

/** Display data of an edge: sigma's, and what our programs need. */
export interface CurvedEdgeDisplayData extends EdgeDisplayData {
  readonly bend: number
  /** 0 solid, 1 long dash, 2 short dash, 3 dotted, 4 hollow. */
  readonly dash: number
  /** Index into `arrowheads`. */
  readonly arrow: number
}

export const edgeUniformNames = ['u_matrix', 'u_viewport', 'u_scale', 'u_spread', 'u_pixelRatio', 'u_paper'] as const
export type EdgeUniform = (typeof edgeUniformNames)[number]

/** Attributes of an edge: both ends, their radii, style, colour and picking colour, in 12 floats. */
export const createEdgeVertexAttributes = () => {
  const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext
  return [
    { name: 'a_source', size: 2, type: FLOAT },
    { name: 'a_target', size: 2, type: FLOAT },
    { name: 'a_radii', size: 2, type: FLOAT },
    { name: 'a_style', size: 4, type: FLOAT },
    { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
    { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
  ]
}

/** An edge and its two ends, as sigma passes them. */
interface EdgeWithEnds {
  readonly id: number
  readonly source: NodeDisplayData
  readonly target: NodeDisplayData
  readonly edge: CurvedEdgeDisplayData
}

/** Writes the attributes of an edge into the buffer from `start` on. */
export function writeEdgeVertexData(
  array: Float32Array,
  start: number,
  { id, source, target, edge }: EdgeWithEnds,
): void {
  array[start] = source.x
  array[start + 1] = source.y
  array[start + 2] = target.x
  array[start + 3] = target.y
  array[start + 4] = source.size
  array[start + 5] = target.size
  array[start + 6] = edge.size
  array[start + 7] = edge.bend
  array[start + 8] = edge.dash
  array[start + 9] = edge.arrow
  array[start + 10] = floatColor(edge.color)
  array[start + 11] = id
}

export type EdgeProgramInfo = ProgramInfo<EdgeUniform>

export function setEdgeUniforms(
  parameters: ShaderParameters,
  { matrix, width, height, pixelRatio }: RenderParams,
  { gl, uniformLocations }: EdgeProgramInfo,
): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix)
  gl.uniform2f(uniformLocations.u_viewport, width, height)
  gl.uniform1f(uniformLocations.u_scale, parameters.scale)
  gl.uniform1f(uniformLocations.u_spread, parameters.sizeExponent)
  gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio)
  gl.uniform3f(uniformLocations.u_paper, ...parameters.paper)
}
