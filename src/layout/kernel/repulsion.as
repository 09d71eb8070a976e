import * as at from './state'
import { cellSize, endOfCells, groupMost } from './tree'

/**
 * Repulsion of one group of bodies: one walk through the tree lists what acts on the whole group, cells as single bodies,
 * and vectors of four then work the list off for two bodies at a time (after Barnes 1990).
 */

/** Interactions that are listed before they are worked off: 16 KB, which stay in the nearest cache. */
export const listMost: u32 = 1024
const listY: u32 = listMost << 2
const listMass: u32 = listMost << 3
const listRadius: u32 = 3 * (listMost << 2)
/** Then the forces on the group, as pairs. */
const listForce: u32 = listMost << 4

/** Nearer bodies push each other no harder: it keeps every force finite, and is far below what is drawn. */
const nearest: f32 = 1e-12

/** Where the forces on the group's bodies are, as pairs of f32, without the factor of their own mass. */
export function forcesOnGroup(): usize {
  return at.list + listForce
}

/** Adds up what the whole tree does to the bodies from `begin` to `end`, at most `groupMost`. */
export function repel(begin: u32, end: u32): void {
  memory.fill(at.list + listForce, 0, groupMost << 3)
  let left: f32 = Infinity
  let top: f32 = Infinity
  let right: f32 = -Infinity
  let bottom: f32 = -Infinity
  let widest: f32 = 0
  for (let body = begin; body < end; body++) {
    const x = load<f32>(at.bodyX + (body << 2))
    const y = load<f32>(at.bodyY + (body << 2))
    left = min(left, x)
    right = max(right, x)
    top = min(top, y)
    bottom = max(bottom, y)
    widest = max(widest, load<f32>(at.bodyRadius + (body << 2)))
  }
  if (!at.adjustSizes) widest = 0
  const x = (left + right) / 2
  const y = (top + bottom) / 2
  const halfWidth = right - x
  const halfHeight = bottom - y
  const after = endOfCells()
  let listed: u32 = 0
  let cell = at.cells
  while (cell < after) {
    const dx = max<f32>(abs(load<f32>(cell) - x) - halfWidth, 0)
    const dy = max<f32>(abs(load<f32>(cell, 4) - y) - halfHeight, 0)
    const reach = load<f32>(cell, 16) + widest
    const next = at.cells + load<u32>(cell, 20) * cellSize
    if (dx * dx + dy * dy > reach * reach && (load<u32>(cell, 28) <= begin || load<u32>(cell, 24) >= end)) {
      if (listed == listMost) listed = work(begin, end, listed)
      const slot = at.list + (listed++ << 2)
      store<f32>(slot, load<f32>(cell))
      store<f32>(slot, load<f32>(cell, 4), listY)
      store<f32>(slot, load<f32>(cell, 8), listMass)
      store<f32>(slot, load<f32>(cell, 12), listRadius)
      cell = next
      continue
    }
    cell += cellSize
    if (cell != next) continue
    let from = load<u32>(cell - cellSize, 24)
    const until = load<u32>(cell - cellSize, 28)
    while (from < until) {
      if (listed == listMost) listed = work(begin, end, listed)
      const some = min(until - from, listMost - listed)
      take(from, some, listed)
      from += some
      listed += some
    }
  }
  work(begin, end, listed)
}

/** Appends bodies to the list. Vectors may run past the end of either, where there is room and nothing that counts yet. */
function take(from: u32, many: u32, listed: u32): void {
  const slot = at.list + (listed << 2)
  for (let index: u32 = 0; index < many; index++) {
    store<f32>(slot + (index << 2), load<f32>(at.bodyX + ((from + index) << 2)))
    store<f32>(slot + (index << 2), load<f32>(at.bodyY + ((from + index) << 2)), listY)
    store<f32>(slot + (index << 2), load<f32>(at.bodyMass + ((from + index) << 2)), listMass)
    store<f32>(slot + (index << 2), load<f32>(at.bodyRadius + ((from + index) << 2)), listRadius)
  }
}

/** Works the list off, filled up to a multiple of four with what has no mass. The new length: 0. */
function work(begin: u32, end: u32, listed: u32): u32 {
  let long = listed
  for (; long & 3; long++) {
    store<f32>(at.list + (long << 2), 0)
    store<f32>(at.list + (long << 2), 0, listY)
    store<f32>(at.list + (long << 2), 0, listMass)
    store<f32>(at.list + (long << 2), 0, listRadius)
  }
  let to = at.list + listForce
  for (let body = begin; body < end; body += 2) {
    const two = at.adjustSizes ? onTwoSized(body, long) : onTwo(body, long)
    v128.store(to, f32x4.add(v128.load(to), two))
    to += 16
  }
  return 0
}

/** Sums of the lanes of four vectors, as the lanes of one. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7))
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7))
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7))
}

/**
 * The force on a body and on the next: sum of mass by distance, away from each, which is the repulsion of ForceAtlas2
 * (Jacomy et al., PLoS ONE 9(6), 2014, formula 1) without scaling and own mass. A body on the same point adds nothing.
 */
function onTwo(body: u32, long: u32): v128 {
  const x0 = v128.load_splat<f32>(at.bodyX + (body << 2))
  const y0 = v128.load_splat<f32>(at.bodyY + (body << 2))
  const x1 = v128.load_splat<f32>(at.bodyX + (body << 2), 4)
  const y1 = v128.load_splat<f32>(at.bodyY + (body << 2), 4)
  const least = f32x4.splat(nearest)
  let fx0 = f32x4.splat(0)
  let fy0 = fx0
  let fx1 = fx0
  let fy1 = fx0
  const after = at.list + (long << 2)
  for (let slot = at.list; slot < after; slot += 16) {
    const x = v128.load(slot)
    const y = v128.load(slot, listY)
    const mass = v128.load(slot, listMass)
    const dx0 = f32x4.sub(x0, x)
    const dy0 = f32x4.sub(y0, y)
    const dx1 = f32x4.sub(x1, x)
    const dy1 = f32x4.sub(y1, y)
    const by0 = f32x4.div(mass, f32x4.add(f32x4.add(f32x4.mul(dx0, dx0), f32x4.mul(dy0, dy0)), least))
    const by1 = f32x4.div(mass, f32x4.add(f32x4.add(f32x4.mul(dx1, dx1), f32x4.mul(dy1, dy1)), least))
    fx0 = f32x4.add(fx0, f32x4.mul(dx0, by0))
    fy0 = f32x4.add(fy0, f32x4.mul(dy0, by0))
    fx1 = f32x4.add(fx1, f32x4.mul(dx1, by1))
    fy1 = f32x4.add(fy1, f32x4.mul(dy1, by1))
  }
  return sums(fx0, fy0, fx1, fy1)
}

/** The same between edges of discs; discs that overlap push each other a hundred times their masses (Jacomy et al., formula 4). */
function onTwoSized(body: u32, long: u32): v128 {
  const one = onSized(body, long)
  const other = onSized(body + 1, long)
  return v128.shuffle<f32>(one, other, 0, 1, 4, 5)
}

function onSized(body: u32, long: u32): v128 {
  const x0 = v128.load_splat<f32>(at.bodyX + (body << 2))
  const y0 = v128.load_splat<f32>(at.bodyY + (body << 2))
  const r0 = v128.load_splat<f32>(at.bodyRadius + (body << 2))
  const zero = f32x4.splat(0)
  let fx = zero
  let fy = zero
  const after = at.list + (long << 2)
  for (let slot = at.list; slot < after; slot += 16) {
    const dx = f32x4.sub(x0, v128.load(slot))
    const dy = f32x4.sub(y0, v128.load(slot, listY))
    const mass = v128.load(slot, listMass)
    const between = f32x4.sqrt(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)))
    const gap = f32x4.sub(f32x4.sub(between, r0), v128.load(slot, listRadius))
    const free = f32x4.div(mass, f32x4.add(f32x4.mul(gap, gap), f32x4.splat(nearest)))
    const by = v128.bitselect(free, f32x4.mul(mass, f32x4.splat(100)), f32x4.gt(gap, zero))
    fx = f32x4.add(fx, f32x4.mul(dx, by))
    fy = f32x4.add(fy, f32x4.mul(dy, by))
  }
  return sums(fx, fy, zero, zero)
}
