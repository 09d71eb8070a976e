import { log } from './logarithm'
import * as at from './state'

/**
 * Moves every node that may move along its force: the less it swings and the more it is drawn one way, the faster (Jacomy et
 * al. 2014, "Adapting the local and global speed", with the local rule of the JavaScript version). Four nodes at a time.
 */

/** No force is stronger, and no node farther away: squares of either, by any mass, are finite. */
const mostForce: f32 = 1e15
const farthest: f32 = 1e8
/** With sizes no force is stronger than this, and each node as ready to move as that. */
const mostSizedForce: f32 = 10
const sizedReadiness: f32 = 0.1

export function move(): void {
  for (let node: u32 = 0; node < at.count; node += 4) moveFour(node)
}

function moveFour(node: u32): void {
  const one = f32x4.splat(1)
  const pairs = node << 3
  const fours = node << 2
  let fx = within(evens(at.force + pairs), mostForce)
  let fy = within(odds(at.force + pairs), mostForce)
  const sized = at.adjustSizes
  if (sized) {
    const strength = length(fx, fy)
    const share = f32x4.min(one, f32x4.div(f32x4.splat(mostSizedForce), strength))
    fx = f32x4.mul(fx, share)
    fy = f32x4.mul(fy, share)
  }
  const oldX = evens(at.before + pairs)
  const oldY = odds(at.before + pairs)
  const swinging = f32x4.mul(v128.load(at.mass + fours), length(f32x4.sub(oldX, fx), f32x4.sub(oldY, fy)))
  const traction = f32x4.mul(length(f32x4.add(oldX, fx), f32x4.add(oldY, fy)), f32x4.splat(0.5))
  const calm = f32x4.add(one, f32x4.sqrt(swinging))
  const ready = sized ? f32x4.splat(sizedReadiness) : v128.load(at.readiness + fours)
  const speed = f32x4.div(f32x4.mul(ready, logOfOneAnd(traction)), calm)
  if (!sized) {
    const power = f32x4.add(f32x4.mul(fx, fx), f32x4.mul(fy, fy))
    v128.store(at.readiness + fours, f32x4.min(one, f32x4.sqrt(f32x4.div(f32x4.mul(speed, power), calm))))
  }
  const stride = f32x4.div(speed, f32x4.splat(at.slowDown))
  const free = f32x4.ne(v128.load(at.movable + fours), f32x4.splat(0))
  const x = evens(at.place + pairs)
  const y = odds(at.place + pairs)
  const toX = within(f32x4.add(x, f32x4.mul(fx, stride)), farthest)
  const toY = within(f32x4.add(y, f32x4.mul(fy, stride)), farthest)
  storePairs(at.place + pairs, v128.bitselect(toX, x, free), v128.bitselect(toY, y, free))
  storePairs(at.before + pairs, fx, fy)
}

function within(value: v128, most: f32): v128 {
  return f32x4.max(f32x4.splat(-most), f32x4.min(f32x4.splat(most), value))
}

function length(x: v128, y: v128): v128 {
  return f32x4.sqrt(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)))
}

/** log(1 + t), also for t so small that 1 + t is 1. */
function logOfOneAnd(t: v128): v128 {
  const one = f32x4.splat(1)
  const beside = f32x4.add(one, t)
  const rounded = f32x4.sub(beside, one)
  const exact = f32x4.div(f32x4.mul(log(beside), t), rounded)
  return v128.bitselect(exact, t, f32x4.gt(rounded, f32x4.splat(0)))
}

/** The first of each of four pairs. */
function evens(from: usize): v128 {
  return v128.shuffle<f32>(v128.load(from), v128.load(from, 16), 0, 2, 4, 6)
}

/** The second of each of four pairs. */
function odds(from: usize): v128 {
  return v128.shuffle<f32>(v128.load(from), v128.load(from, 16), 1, 3, 5, 7)
}

function storePairs(to: usize, x: v128, y: v128): void {
  v128.store(to, v128.shuffle<f32>(x, y, 0, 4, 1, 5))
  v128.store(to, v128.shuffle<f32>(x, y, 2, 6, 3, 7), 16)
}
