import { EdgeProgram, createEdgeCompoundProgram, type EdgeProgramType } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { edgeCurveGlsl } from './edgeCurve.glsl'
import {
  createEdgeVertexAttributes,
  edgeUniformNames,
  setEdgeUniforms,
  writeEdgeVertexData,
  type CurvedEdgeDisplayData,
  type EdgeProgramInfo,
  type EdgeUniform,
} from './edgeVertexData'
import type { ShaderParameters } from './shaderParameters'

/** Number of segments of a curve. */
const segments = 20

/** The line: a strip along the curve, a pixel wider than it looks, with the fragment's coordinates along and across it. */
const lineVertex = /* glsl */ `
${edgeCurveGlsl}
attribute vec2 a_step;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dash;
void main() {
  begin();
  float head = a_style.w > 0.5 ? headLength() * 0.8 : 0.0;
  float start = awayFromStart(a_style.w > 2.5 ? tailDistance() + head : r0 + 1.0);
  float end = beforeEnd(tipDistance() + head);
  float t = mix(start, max(start, end), a_step.x);
  bool hollow = a_style.z > 3.5;
  v_half = (a_style.x + (hollow ? 2.4 : 0.0)) * 0.5;
  #ifdef PICKING_MODE
  float room = max(v_half, 5.0);
  v_color = a_id;
  #else
  float room = v_half + 1.0;
  v_color = a_color;
  #endif
  vec2 along = tangent(t);
  vec2 at = curve(t) + vec2(-along.y, along.x) * a_step.y * room;
  v_along = (t - start) * lengthOf();
  v_across = a_step.y * room;
  v_dash = a_style.z;
  gl_Position = end <= start ? vec4(2.0, 2.0, 0.0, 1.0) : vec4(at * 2.0 / u_viewport, 0.0, 1.0);
}`

const lineFragment = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dash;
uniform float u_pixelRatio;
uniform vec3 u_paper;
const float bias = 255.0 / 254.0;
float dashes(float soft) {
  if (v_dash < 0.5 || v_dash > 3.5) return 1.0;
  if (v_dash > 2.5) {
    float radius = v_half * 1.1 + 0.1;
    vec2 dot = vec2(mod(v_along, 4.0) - 2.0, v_across);
    return 1.0 - smoothstep(radius - soft, radius + soft, length(dot));
  }
  float drawn = v_dash < 1.5 ? 9.0 : 3.5;
  float period = v_dash < 1.5 ? 13.0 : 6.5;
  float at = mod(v_along, period);
  return smoothstep(-soft, soft, at) * (1.0 - smoothstep(drawn - soft, drawn + soft, at));
}
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  gl_FragColor.a *= bias;
  #else
  float soft = 0.5 / u_pixelRatio;
  float across = abs(v_across);
  float cover = (1.0 - smoothstep(v_half - soft, v_half + soft, across)) * dashes(soft);
  float alpha = v_color.a * bias;
  vec3 colour = v_color.rgb;
  if (v_dash > 3.5) {
    float gap = v_half - 1.1;
    float inside = 1.0 - smoothstep(gap - soft, gap + soft, across);
    colour = mix(colour, u_paper, inside);
    alpha = mix(alpha, 1.0, inside);
  }
  float a = alpha * cover;
  gl_FragColor = vec4(colour * a, a);
  #endif
}`

/** The arrowheads: a triangle at the target, and another at the source of a mutual edge, which others do not draw; an open one is filled with the paper's colour. */
const headVertex = /* glsl */ `
${edgeCurveGlsl}
attribute vec4 a_corner;
varying vec3 v_inside;
varying float v_open;
void main() {
  begin();
  bool tail = a_corner.w > 0.5;
  float end = beforeEnd(tipDistance());
  float start = awayFromStart(r0 + 1.0);
  float tip = tail ? awayFromStart(tailDistance()) : end;
  vec2 along = tail ? -tangent(tip) : tangent(tip);
  float size = headLength();
  float half_ = size * 0.42;
  vec2 at = curve(tip) - along * size * (1.0 - a_corner.x) + vec2(-along.y, along.x) * half_ * (a_corner.y - a_corner.z);
  float slant = 2.0 * half_ * size / sqrt(size * size + half_ * half_);
  v_inside = vec3(a_corner.x * size, a_corner.y * slant, a_corner.z * slant);
  v_open = a_style.w > 2.5 ? a_style.w - 2.0 : a_style.w;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  bool drawn = a_style.w > (tail ? 2.5 : 0.5) && end > start;
  gl_Position = drawn ? vec4(at * 2.0 / u_viewport, 0.0, 1.0) : vec4(2.0, 2.0, 0.0, 1.0);
}`

const headFragment = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec3 v_inside;
varying float v_open;
uniform float u_pixelRatio;
uniform vec3 u_paper;
const float bias = 255.0 / 254.0;
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  gl_FragColor.a *= bias;
  #else
  float soft = 0.7 / u_pixelRatio;
  float d = min(v_inside.x, min(v_inside.y, v_inside.z));
  float cover = smoothstep(0.0, soft, d);
  float inside = v_open > 1.5 ? smoothstep(1.0, 1.0 + soft, d) : 0.0;
  float alpha = mix(v_color.a * bias, 1.0, inside) * cover;
  gl_FragColor = vec4(mix(v_color.rgb, u_paper, inside) * alpha, alpha);
  #endif
}`

/** The corners of a strip: position along it from 0 to 1, and side. */
const stripSteps = (count: number): number[][] =>
  Array.from({ length: count + 1 }, (_, at) => [
    [at / count, -1],
    [at / count, 1],
  ]).flat()

/** The program that draws an edge: a line and an arrowhead. */
export const createEdgeProgram = (parameters: ShaderParameters): EdgeProgramType =>
  createEdgeCompoundProgram([programOf(parameters, line), programOf(parameters, head)])

/** Shaders, and the vertices of each edge with their constant attributes. */
interface Shape {
  readonly VERTICES: number
  readonly VERTEX_SHADER_SOURCE: string
  readonly FRAGMENT_SHADER_SOURCE: string
  readonly METHOD: number
  readonly CONSTANT_ATTRIBUTES: { name: string; size: number; type: number }[]
  readonly CONSTANT_DATA: number[][]
}

const line = (): Shape => ({
  VERTICES: 2 * (segments + 1),
  VERTEX_SHADER_SOURCE: lineVertex,
  FRAGMENT_SHADER_SOURCE: lineFragment,
  METHOD: WebGLRenderingContext.TRIANGLE_STRIP,
  CONSTANT_ATTRIBUTES: [{ name: 'a_step', size: 2, type: WebGLRenderingContext.FLOAT }],
  CONSTANT_DATA: stripSteps(segments),
})

const head = (): Shape => ({
  VERTICES: 6,
  VERTEX_SHADER_SOURCE: headVertex,
  FRAGMENT_SHADER_SOURCE: headFragment,
  METHOD: WebGLRenderingContext.TRIANGLES,
  CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 4, type: WebGLRenderingContext.FLOAT }],
  CONSTANT_DATA: [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [1, 0, 0, 1],
    [0, 1, 0, 1],
    [0, 0, 1, 1],
  ],
})

const programOf = (parameters: ShaderParameters, shape: () => Shape): EdgeProgramType =>
  class CurveProgram extends EdgeProgram<EdgeUniform> {
    getDefinition() {
      return { ...shape(), UNIFORMS: edgeUniformNames, ATTRIBUTES: createEdgeVertexAttributes() }
    }
    // oxlint-disable-next-line max-params -- sigma calls it with five
    processVisibleItem(
      id: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      edge: CurvedEdgeDisplayData,
    ) {
      writeEdgeVertexData(this.array, start, { id, source, target, edge })
    }
    setUniforms(renderParams: RenderParams, info: EdgeProgramInfo) {
      setEdgeUniforms(parameters, renderParams, info)
    }
  }
