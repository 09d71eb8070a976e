/**
 * Shared by both edge programs: the curve of drawing/geometry.ts in CSS pixels, y upwards, and the loops of drawing/loop.ts.
 */
export const edgeCurveGlsl = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute vec4 a_style;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
uniform float u_spread;
varying vec4 v_color;

vec2 p0;
vec2 p1;
vec2 p2;
float r0;
float r2;
bool loop;
float loopRadius;
float loopDistance;
float loopTurn;

vec2 pixels(vec2 at) { return (u_matrix * vec3(at, 1.0)).xy * u_viewport * 0.5; }

void begin() {
  p0 = pixels(a_source);
  p2 = pixels(a_target);
  vec2 radii = a_radii * u_scale * pow(a_radii / 7.0, vec2(u_spread));
  r0 = radii.x;
  r2 = radii.y;
  vec2 way = p2 - p0;
  float far = length(way);
  loop = far < 0.001;
  loopRadius = r0 * 0.8 + 5.0 + 5.0 * mod(a_style.y, 4.0);
  loopDistance = loopRadius + r0 * 0.3;
  loopTurn = 0.78539816 + 1.57079633 * floor(a_style.y / 4.0);
  float bend = loop ? 0.0 : min(0.15, 22.0 / far + 0.05) * a_style.y;
  p1 = (p0 + p2) * 0.5 + vec2(way.y, -way.x) * bend;
}

vec2 curve(float t) {
  if (loop) {
    float turn = 6.2831853 * t + 3.14159265 + loopTurn;
    return p0 + vec2(cos(loopTurn), sin(loopTurn)) * loopDistance + vec2(cos(turn), sin(turn)) * loopRadius;
  }
  float s = 1.0 - t;
  return s * s * p0 + 2.0 * s * t * p1 + t * t * p2;
}

vec2 tangent(float t) {
  if (loop) {
    float turn = 6.2831853 * t + 3.14159265 + loopTurn;
    return vec2(-sin(turn), cos(turn));
  }
  vec2 d = (1.0 - t) * (p1 - p0) + t * (p2 - p1);
  return d / max(length(d), 0.0001);
}

float lengthOf() {
  if (loop) return 6.2831853 * loopRadius;
  return (2.0 * length(p2 - p0) + length(p1 - p0) + length(p2 - p1)) / 3.0;
}

/* The share of a loop, from its beginning, that is nearer to the node than this. */
float loopShare(float far) {
  float cosine = (loopDistance * loopDistance + loopRadius * loopRadius - far * far) / (2.0 * loopDistance * loopRadius);
  return acos(clamp(cosine, -1.0, 1.0)) / 6.2831853;
}

/* The parameter at a distance from the start; two secant steps are enough for gentle curves. */
float awayFromStart(float far) {
  if (loop) return loopShare(far);
  float t = far / max(2.0 * length(p1 - p0), 0.0001);
  t *= far / max(length(curve(t) - p0), 0.0001);
  t *= far / max(length(curve(t) - p0), 0.0001);
  return clamp(t, 0.0, 1.0);
}
float beforeEnd(float far) {
  if (loop) return 1.0 - loopShare(far);
  float t = far / max(2.0 * length(p2 - p1), 0.0001);
  t *= far / max(length(curve(1.0 - t) - p2), 0.0001);
  t *= far / max(length(curve(1.0 - t) - p2), 0.0001);
  return clamp(1.0 - t, 0.0, 1.0);
}
float tipDistance() { return r2 * 1.1 + 3.0; }
float tailDistance() { return r0 * 1.1 + 3.0; }
float headLength() { return (5.5 + 0.6 * a_style.x) * mix(1.0, u_scale, 0.6); }
`
