import { NodeProgram, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { ShaderParameters } from './shaderParameters'
import { nodeShapeGlsl } from './nodeShapes.glsl'

const vertex = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
uniform float u_spread;
uniform float u_reach;
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
void main() {
  v_radius = a_size * u_scale * pow(a_size / 7.0, u_spread);
  #ifdef PICKING_MODE
  float room = v_radius * 1.3 + u_reach + 2.0;
  v_color = a_id;
  #else
  float room = v_radius * 1.3 + 4.0;
  v_color = a_color;
  #endif
  v_at = a_corner * room;
  v_shape = a_shape;
  vec2 clip = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(clip + v_at * 2.0 / u_viewport, 0.0, 1.0);
}`

const fragment = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
uniform float u_pixelRatio;
uniform float u_reach;
uniform vec3 u_paper;
const float bias = 255.0 / 254.0;
${nodeShapeGlsl}
void main() {
  #ifdef PICKING_MODE
  if (length(v_at) > v_radius * 1.1 + u_reach) discard;
  gl_FragColor = v_color;
  gl_FragColor.a *= bias;
  #else
  float soft = 0.5 / u_pixelRatio;
  float d = distanceTo(v_at, v_radius, v_shape);
  float cover = 1.0 - smoothstep(-soft, soft, d);
  float halo = 1.0 - smoothstep(1.5 - soft, 1.5 + soft, d);
  float hollow = v_shape > 5.5 ? 1.0 - smoothstep(-soft, soft, d + 2.0) : 0.0;
  vec3 colour = mix(u_paper, v_color.rgb, cover * (1.0 - hollow));
  gl_FragColor = vec4(colour * halo, halo);
  #endif
}`

const uniforms = ['u_matrix', 'u_viewport', 'u_scale', 'u_spread', 'u_reach', 'u_pixelRatio', 'u_paper'] as const
type Uniform = (typeof uniforms)[number]

/** Display data of a node: sigma's, and what our program needs. */
interface NodeShapeDisplayData extends NodeDisplayData {
  /** Index into `nodeShapes` of drawing/nodeStyles.ts. */
  readonly shape: number
}

/** Creates the program that draws nodes as shapes by signed distance: sharp at every size, with a rim in the paper's colour. */
export function createNodeProgram(parameters: ShaderParameters) {
  return class ShapeProgram extends NodeProgram<Uniform> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: vertex,
        FRAGMENT_SHADER_SOURCE: fragment,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      }
    }

    processVisibleItem(id: number, start: number, data: NodeShapeDisplayData) {
      const { array } = this
      array[start] = data.x
      array[start + 1] = data.y
      array[start + 2] = data.size
      array[start + 3] = data.shape
      array[start + 4] = floatColor(data.color)
      array[start + 5] = id
    }

    setUniforms({ matrix, width, height, pixelRatio }: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix)
      gl.uniform2f(uniformLocations.u_viewport, width, height)
      gl.uniform1f(uniformLocations.u_scale, parameters.scale)
      gl.uniform1f(uniformLocations.u_spread, parameters.sizeExponent)
      gl.uniform1f(uniformLocations.u_reach, parameters.hitTolerance)
      gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio)
      gl.uniform3f(uniformLocations.u_paper, ...parameters.paper)
    }
  }
}
