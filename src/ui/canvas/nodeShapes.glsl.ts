import { pinGeometry, shapeRadiusFactors } from '../../drawing/shapePath'

const number = (value: number): string => value.toFixed(4)

/**
 * Signed distances to the shapes of drawing/shapePath.ts, in pixels, y upwards (after Quilez, "2D distance functions"), for
 * GLSL ES 1.00 and 3.00.
 */
export const nodeShapeGlsl = /* glsl */ `
float square(vec2 p, float r) {
  float corner = min(2.5, r * 0.4);
  vec2 d = abs(p) - vec2(r * ${number(shapeRadiusFactors.square)} - corner);
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - corner;
}
float diamond(vec2 p, float r) { return (abs(p.x) + abs(p.y) - r * ${number(shapeRadiusFactors.diamond)}) * 0.70711; }
float triangle(vec2 p, float r) {
  float R = r * ${number(shapeRadiusFactors.triangle)};
  return max(abs(p.x) * 0.866025 + p.y * 0.5, -p.y) - R * 0.5;
}
float hexagon(vec2 p, float r) {
  vec2 q = abs(p);
  return max(q.x * 0.866025 + q.y * 0.5, q.y) - r * ${number(shapeRadiusFactors.hexagon)} * 0.866025;
}
float pin(vec2 p, float r) {
  vec2 q = vec2(abs(p.x), p.y - r * ${number(pinGeometry.lift)});
  float head = r * ${number(pinGeometry.head)};
  float far = r * (${number(pinGeometry.lift)} + ${number(pinGeometry.tip)});
  float sine = head / far;
  float cosine = sqrt(1.0 - sine * sine);
  float flank = q.x * cosine - (q.y + far) * sine;
  bool below = q.y < -head * sine;
  float body = below ? max(flank, -(q.y + far)) : length(q) - head;
  return max(body, r * ${number(pinGeometry.hole)} - length(q));
}
float distanceTo(vec2 p, float r, float shape) {
  if (shape < 0.5) return length(p) - r;
  if (shape < 1.5) return square(p, r);
  if (shape < 2.5) return diamond(p, r);
  if (shape < 3.5) return triangle(p, r);
  if (shape < 4.5) return pin(p, r);
  if (shape < 5.5) return hexagon(p, r);
  return length(p) - r;
}
`
