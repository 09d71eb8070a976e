import { log } from './logarithm'
import * as at from './state'

/**
 * The attraction of a node by its edges, and gravity, which pulls it to the origin (Jacomy et al. 2014, formulas 2, 3, 5 and 6).
 * Each node sums over its own neighbours, so nodes can be computed in any order. Returns a pair of f32 in the first lanes.
 */
export function attract(node: u32): v128 {
  const pair = v128.load64_splat(at.position + (node << 3))
  const x0 = v128.shuffle<f32>(pair, pair, 0, 0, 0, 0)
  const y0 = v128.shuffle<f32>(pair, pair, 1, 1, 1, 1)
  const r0 = v128.load_splat<f32>(at.radius + (node << 2))
  let fx = f32x4.splat(0)
  let fy = fx
  const after = load<u32>(at.row + (node << 2), 4)
  for (let entry = load<u32>(at.row + (node << 2)); entry < after; entry += 4) {
    const four = at.neighbour + (entry << 2)
    const n0 = load<u32>(four)
    const n1 = load<u32>(four, 4)
    const n2 = load<u32>(four, 8)
    const n3 = load<u32>(four, 12)
    const low = v128.load_lane<u64>(at.position + (n1 << 3), v128.load_zero<u64>(at.position + (n0 << 3)), 1)
    const high = v128.load_lane<u64>(at.position + (n3 << 3), v128.load_zero<u64>(at.position + (n2 << 3)), 1)
    const dx = f32x4.sub(v128.shuffle<f32>(low, high, 0, 2, 4, 6), x0)
    const dy = f32x4.sub(v128.shuffle<f32>(low, high, 1, 3, 5, 7), y0)
    let by = v128.load(at.pull + (entry << 2))
    if (at.linLog | at.adjustSizes) {
      let distance = f32x4.sqrt(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)))
      if (at.adjustSizes) {
        const radii = f32x4(
          load<f32>(at.radius + (n0 << 2)),
          load<f32>(at.radius + (n1 << 2)),
          load<f32>(at.radius + (n2 << 2)),
          load<f32>(at.radius + (n3 << 2)),
        )
        distance = f32x4.sub(f32x4.sub(distance, r0), radii)
        by = v128.and(by, f32x4.gt(distance, f32x4.splat(0)))
      }
      if (at.linLog) by = f32x4.mul(by, logByLength(distance))
    }
    fx = f32x4.add(fx, f32x4.mul(dx, by))
    fy = f32x4.add(fy, f32x4.mul(dy, by))
  }
  const low = f32x4.add(v128.shuffle<f32>(fx, fy, 0, 4, 1, 5), v128.shuffle<f32>(fx, fy, 2, 6, 3, 7))
  const sum = f32x4.add(low, v128.shuffle<f32>(low, low, 2, 3, 0, 1))
  return f32x4.sub(sum, f32x4.mul(pair, f32x4.splat(gravityOn(node, pair))))
}

/** log(1 + d) / d, computed from the rounded u = 1 + d as log(u) / (u - 1), which is exact for small distances. 1 for d = 0. */
function logByLength(distance: v128): v128 {
  const one = f32x4.splat(1)
  const u = f32x4.add(one, f32x4.max(distance, f32x4.splat(0)))
  const length = f32x4.sub(u, one)
  return v128.bitselect(f32x4.div(log(u), length), one, f32x4.gt(length, f32x4.splat(0)))
}

function gravityOn(node: u32, pair: v128): f32 {
  const pulled = at.gravity * load<f32>(at.mass + (node << 2))
  if (at.strongGravity) return pulled
  const x = f32x4.extract_lane(pair, 0)
  const y = f32x4.extract_lane(pair, 1)
  const distance = sqrt(x * x + y * y)
  return distance > 0 ? pulled / distance : 0
}
