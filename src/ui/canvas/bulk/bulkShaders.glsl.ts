import { nodeShapeGlsl } from '../nodeShapes.glsl'

/** The texel of a row, and the position of a node in CSS pixels from the centre of the viewport. */
const common = /* glsl */ `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;
uniform sampler2D u_positions;
uniform vec2 u_centre;
uniform vec2 u_viewport;
uniform float u_unit;
ivec2 texel(int row) { return ivec2(row & 2047, row >> 11); }
vec2 pixels(int node) { return (texelFetch(u_positions, texel(node), 0).xy - u_centre) * u_unit; }
vec4 clip(vec2 at) { return vec4(at * 2.0 / u_viewport, 0.0, 1.0); }
const vec4 nowhere = vec4(2.0, 2.0, 2.0, 1.0);
`

/**
 * An edge as a strip of two triangles (THICK), or as a line of one pixel if there are very many. Its row is the number of the
 * instance, times u_step if only a sample is drawn, or is read from a list. Long edges are fainter than short ones, so that
 * clusters stand out from the edges between them.
 */
export const bulkEdgeVertexShader = /* glsl */ `${common}
uniform usampler2D u_ends;
uniform usampler2D u_emphasis;
uniform usampler2D u_styles;
uniform usampler2D u_rows;
uniform bool u_listed;
uniform int u_step;
uniform vec3 u_colours[6];
uniform vec3 u_dim;
uniform vec3 u_alphas;
uniform float u_long;
uniform vec4 u_widths;
flat out vec4 v_colour;
#ifdef THICK
out float v_across;
flat out float v_half;
#endif
void main() {
  #ifdef THICK
  int corner = gl_VertexID;
  int at = gl_InstanceID;
  #else
  int corner = gl_VertexID & 1;
  int at = gl_VertexID >> 1;
  #endif
  int row = u_listed ? int(texelFetch(u_rows, texel(at), 0).r) : at * u_step;
  uint emphasis = texelFetch(u_emphasis, texel(row), 0).r;
  gl_Position = nowhere;
  v_colour = vec4(0.0);
  #ifdef THICK
  v_across = 0.0;
  v_half = 0.0;
  #endif
  if (!u_listed && (emphasis == 0u || emphasis == 3u)) return;
  uvec2 ends = texelFetch(u_ends, texel(row), 0).rg;
  vec2 from = pixels(int(ends.x));
  vec2 to = pixels(int(ends.y));
  uint style = texelFetch(u_styles, texel(row), 0).r;
  bool dimmed = !u_listed && emphasis == 1u;
  vec3 colour = dimmed ? u_dim : u_colours[style & 7u];
  float far = length(to - from);
  float alpha = (u_listed ? u_alphas.z : dimmed ? u_alphas.x : u_alphas.y) * clamp(u_long / max(far, 1.0), 0.22, 1.0);
  #ifdef THICK
  float width = u_widths[style >> 3u] * (u_listed ? 1.15 : 1.0);
  v_half = width * 0.5;
  vec2 along = far > 0.001 ? (to - from) / far : vec2(1.0, 0.0);
  v_across = (corner & 1) == 0 ? -v_half - 1.0 : v_half + 1.0;
  vec2 point = (corner < 2 ? from : to) + vec2(-along.y, along.x) * v_across;
  #else
  vec2 point = corner == 0 ? from : to;
  #endif
  v_colour = vec4(colour, alpha);
  gl_Position = clip(point);
}`

export const bulkEdgeFragmentShader = /* glsl */ `#version 300 es
precision highp float;
flat in vec4 v_colour;
#ifdef THICK
in float v_across;
flat in float v_half;
#endif
uniform float u_pixelRatio;
out vec4 colour;
void main() {
  float alpha = v_colour.a;
  #ifdef THICK
  float soft = 0.5 / u_pixelRatio;
  alpha *= 1.0 - smoothstep(v_half - soft, v_half + soft, abs(v_across));
  #endif
  colour = vec4(v_colour.rgb * alpha, alpha);
}`

/** Nodes from the smallest to the largest; the dimmed ones are drawn in a pass of their own before the others. */
export const bulkNodeVertexShader = /* glsl */ `${common}
uniform usampler2D u_order;
uniform usampler2D u_emphasis;
uniform usampler2D u_shapes;
uniform usampler2D u_colours;
uniform sampler2D u_radii;
uniform sampler2D u_palette;
uniform vec3 u_paper;
uniform float u_share;
uniform float u_scale;
uniform float u_spread;
uniform bool u_dimmed;
flat out vec3 v_colour;
flat out float v_radius;
flat out float v_shape;
out vec2 v_at;
void main() {
  int row = int(texelFetch(u_order, texel(gl_InstanceID), 0).r);
  uint emphasis = texelFetch(u_emphasis, texel(row), 0).r;
  bool dimmed = emphasis == 1u;
  gl_Position = nowhere;
  v_colour = vec3(0.0);
  v_radius = 0.0;
  v_shape = 0.0;
  v_at = vec2(0.0);
  if (emphasis == 0u || dimmed != u_dimmed) return;
  float radius = texelFetch(u_radii, texel(row), 0).r;
  v_radius = radius * u_scale * pow(radius / 7.0, u_spread);
  v_shape = float(texelFetch(u_shapes, texel(row), 0).r);
  vec3 own = texelFetch(u_palette, ivec2(int(texelFetch(u_colours, texel(row), 0).r), 0), 0).rgb;
  v_colour = dimmed ? mix(u_paper, own, u_share) : own;
  vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
  v_at = corner * (v_radius * 1.3 + 2.5);
  gl_Position = clip(pixels(row) + v_at);
}`

export const bulkNodeFragmentShader = /* glsl */ `#version 300 es
precision highp float;
flat in vec3 v_colour;
flat in float v_radius;
flat in float v_shape;
in vec2 v_at;
uniform float u_pixelRatio;
uniform vec3 u_paper;
out vec4 colour;
${nodeShapeGlsl}
void main() {
  float soft = 0.5 / u_pixelRatio;
  float d = distanceTo(v_at, v_radius, v_shape);
  float cover = 1.0 - smoothstep(-soft, soft, d);
  float rim = clamp(v_radius * 0.3 - 0.3, 0.0, 1.5);
  float halo = 1.0 - smoothstep(rim - soft, rim + soft, d);
  float stroke = min(2.0, v_radius * 0.35);
  float hollow = v_shape > 5.5 ? 1.0 - smoothstep(-soft, soft, d + stroke) : 0.0;
  vec3 own = mix(u_paper, v_colour, cover * (1.0 - hollow));
  colour = vec4(own * halo, halo);
}`

/** The source with THICK defined, after the version, which has to be the first line. */
export const withThickLines = (source: string): string => source.replace('\n', '\n#define THICK\n')
