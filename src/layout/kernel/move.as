import { log } from './logarithm'
import * as at from './state'

/**
 * Moves every movable node along its force: the faster, the less it oscillates and the more consistently it is pulled in one direction
 * (Jacomy et al. 2014, "Adapting the local and global speed", with the local rule of graphology). Four nodes at a time.
 */

/** Limits of forces and coordinates, so that squares of either, times any mass, are finite. */
const maxForce: f32 = 1e15
const maxCoordinate: f32 = 1e8
/** The limit of forces, and the readiness to move, if nodes have sizes. */
const maxSizedForce: f32 = 10
const sizedReadiness: f32 = 0.1

export function move(): void {
  for (let node: u32 = 0; node < at.count; node += 4) moveFour(node)
}

function moveFour(node: u32): void {
  const one = f32x4.splat(1)
  const pairs = node << 3
  const fours = node << 2
  let fx = clamp(evens(at.force + pairs), maxForce)
  let fy = clamp(odds(at.force + pairs), maxForce)
  const usesSizes = at.adjustSizes
  if (usesSizes) {
    const strength = length(fx, fy)
    const share = f32x4.min(one, f32x4.div(f32x4.splat(maxSizedForce), strength))
    fx = f32x4.mul(fx, share)
    fy = f32x4.mul(fy, share)
  }
  const oldX = evens(at.previousForce + pairs)
  const oldY = odds(at.previousForce + pairs)
  const swinging = f32x4.mul(v128.load(at.mass + fours), length(f32x4.sub(oldX, fx), f32x4.sub(oldY, fy)))
  const traction = f32x4.mul(length(f32x4.add(oldX, fx), f32x4.add(oldY, fy)), f32x4.splat(0.5))
  const calm = f32x4.add(one, f32x4.sqrt(swinging))
  const ready = usesSizes ? f32x4.splat(sizedReadiness) : v128.load(at.readiness + fours)
  const speed = f32x4.div(f32x4.mul(ready, log1p(traction)), calm)
  if (!usesSizes) {
    const power = f32x4.add(f32x4.mul(fx, fx), f32x4.mul(fy, fy))
    v128.store(at.readiness + fours, f32x4.min(one, f32x4.sqrt(f32x4.div(f32x4.mul(speed, power), calm))))
  }
  const stride = f32x4.div(speed, f32x4.splat(at.slowDown))
  const free = f32x4.ne(v128.load(at.movable + fours), f32x4.splat(0))
  const x = evens(at.position + pairs)
  const y = odds(at.position + pairs)
  const toX = clamp(f32x4.add(x, f32x4.mul(fx, stride)), maxCoordinate)
  const toY = clamp(f32x4.add(y, f32x4.mul(fy, stride)), maxCoordinate)
  storePairs(at.position + pairs, v128.bitselect(toX, x, free), v128.bitselect(toY, y, free))
  storePairs(at.previousForce + pairs, fx, fy)
}

function clamp(value: v128, limit: f32): v128 {
  return f32x4.max(f32x4.splat(-limit), f32x4.min(f32x4.splat(limit), value))
}

function length(x: v128, y: v128): v128 {
  return f32x4.sqrt(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)))
}

/** log(1 + t), exact even if t is so small that 1 + t is 1. */
function log1p(t: v128): v128 {
  const one = f32x4.splat(1)
  const u = f32x4.add(one, t)
  const rounded = f32x4.sub(u, one)
  const exact = f32x4.div(f32x4.mul(log(u), t), rounded)
  return v128.bitselect(exact, t, f32x4.gt(rounded, f32x4.splat(0)))
}

/** The first numbers of four pairs. */
function evens(from: usize): v128 {
  return v128.shuffle<f32>(v128.load(from), v128.load(from, 16), 0, 2, 4, 6)
}

/** The second numbers of four pairs. */
function odds(from: usize): v128 {
  return v128.shuffle<f32>(v128.load(from), v128.load(from, 16), 1, 3, 5, 7)
}

function storePairs(to: usize, x: v128, y: v128): void {
  v128.store(to, v128.shuffle<f32>(x, y, 0, 4, 1, 5))
  v128.store(to, v128.shuffle<f32>(x, y, 2, 6, 3, 7), 16)
}
