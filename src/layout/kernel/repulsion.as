import * as at from './state'
import { cellSize, endOfCells, maxGroupSize } from './tree'

/**
 * The repulsion of one group of bodies: one traversal of the tree lists the bodies that act on the whole group, with cells as single
 * bodies; the list is then processed in vectors of four, for two bodies at a time (after Barnes 1990).
 */

/** The capacity of the interaction list: 16 KB, which fit into the first-level cache. */
export const listCapacity: u32 = 1024
const listY: u32 = listCapacity << 2
const listMass: u32 = listCapacity << 3
const listRadius: u32 = 3 * (listCapacity << 2)
/** After the list: the forces on the group, as pairs. */
const listForce: u32 = listCapacity << 4

/** Added to squared distances, so that every force is finite; far below what is visible. */
const minSquaredDistance: f32 = 1e-12

/** The address of the forces on the group's bodies, as pairs of f32, without the factor of their own mass. */
export function forcesOnGroup(): usize {
  return at.list + listForce
}

/** Sums the repulsion of the bodies from `begin` to `end`, at most `maxGroupSize`, by the whole tree. */
export function repel(begin: u32, end: u32): void {
  memory.fill(at.list + listForce, 0, maxGroupSize << 3)
  let left: f32 = Infinity
  let top: f32 = Infinity
  let right: f32 = -Infinity
  let bottom: f32 = -Infinity
  let maxRadius: f32 = 0
  for (let body = begin; body < end; body++) {
    const x = load<f32>(at.bodyX + (body << 2))
    const y = load<f32>(at.bodyY + (body << 2))
    left = min(left, x)
    right = max(right, x)
    top = min(top, y)
    bottom = max(bottom, y)
    maxRadius = max(maxRadius, load<f32>(at.bodyRadius + (body << 2)))
  }
  if (!at.adjustSizes) maxRadius = 0
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
    const reach = load<f32>(cell, 16) + maxRadius
    const next = at.cells + load<u32>(cell, 20) * cellSize
    if (dx * dx + dy * dy > reach * reach && (load<u32>(cell, 28) <= begin || load<u32>(cell, 24) >= end)) {
      if (listed == listCapacity) listed = processList(begin, end, listed)
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
      if (listed == listCapacity) listed = processList(begin, end, listed)
      const count = min(until - from, listCapacity - listed)
      appendBodies(from, count, listed)
      from += count
      listed += count
    }
  }
  processList(begin, end, listed)
}

/** Appends bodies to the list. */
function appendBodies(from: u32, count: u32, listed: u32): void {
  const slot = at.list + (listed << 2)
  for (let index: u32 = 0; index < count; index++) {
    store<f32>(slot + (index << 2), load<f32>(at.bodyX + ((from + index) << 2)))
    store<f32>(slot + (index << 2), load<f32>(at.bodyY + ((from + index) << 2)), listY)
    store<f32>(slot + (index << 2), load<f32>(at.bodyMass + ((from + index) << 2)), listMass)
    store<f32>(slot + (index << 2), load<f32>(at.bodyRadius + ((from + index) << 2)), listRadius)
  }
}

/** Adds the forces of the listed bodies, padded with bodies without mass to a multiple of four. Returns the new length, 0. */
function processList(begin: u32, end: u32, listed: u32): u32 {
  let length = listed
  for (; length & 3; length++) {
    store<f32>(at.list + (length << 2), 0)
    store<f32>(at.list + (length << 2), 0, listY)
    store<f32>(at.list + (length << 2), 0, listMass)
    store<f32>(at.list + (length << 2), 0, listRadius)
  }
  let to = at.list + listForce
  for (let body = begin; body < end; body += 2) {
    const forces = at.adjustSizes ? forcesOnTwoSized(body, length) : forcesOnTwo(body, length)
    v128.store(to, f32x4.add(v128.load(to), forces))
    to += 16
  }
  return 0
}

/** The sums of the lanes of four vectors, as the lanes of one. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7))
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7))
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7))
}

/**
 * The forces on a body and on the next: the sum of mass by distance, away from each, which is the repulsion of ForceAtlas2 (Jacomy et
 * al., PLoS ONE 9(6), 2014, formula 1) without scaling and own mass. A body at the same point adds nothing.
 */
function forcesOnTwo(body: u32, length: u32): v128 {
  const x0 = v128.load_splat<f32>(at.bodyX + (body << 2))
  const y0 = v128.load_splat<f32>(at.bodyY + (body << 2))
  const x1 = v128.load_splat<f32>(at.bodyX + (body << 2), 4)
  const y1 = v128.load_splat<f32>(at.bodyY + (body << 2), 4)
  const minimum = f32x4.splat(minSquaredDistance)
  let fx0 = f32x4.splat(0)
  let fy0 = fx0
  let fx1 = fx0
  let fy1 = fx0
  const after = at.list + (length << 2)
  for (let slot = at.list; slot < after; slot += 16) {
    const x = v128.load(slot)
    const y = v128.load(slot, listY)
    const mass = v128.load(slot, listMass)
    const dx0 = f32x4.sub(x0, x)
    const dy0 = f32x4.sub(y0, y)
    const dx1 = f32x4.sub(x1, x)
    const dy1 = f32x4.sub(y1, y)
    const by0 = f32x4.div(mass, f32x4.add(f32x4.add(f32x4.mul(dx0, dx0), f32x4.mul(dy0, dy0)), minimum))
    const by1 = f32x4.div(mass, f32x4.add(f32x4.add(f32x4.mul(dx1, dx1), f32x4.mul(dy1, dy1)), minimum))
    fx0 = f32x4.add(fx0, f32x4.mul(dx0, by0))
    fy0 = f32x4.add(fy0, f32x4.mul(dy0, by0))
    fx1 = f32x4.add(fx1, f32x4.mul(dx1, by1))
    fy1 = f32x4.add(fy1, f32x4.mul(dy1, by1))
  }
  return sums(fx0, fy0, fx1, fy1)
}

/** The same with distances between the edges of discs; overlapping discs repel with a hundred times their masses (Jacomy et al., formula 4). */
function forcesOnTwoSized(body: u32, length: u32): v128 {
  const one = forceOnSized(body, length)
  const other = forceOnSized(body + 1, length)
  return v128.shuffle<f32>(one, other, 0, 1, 4, 5)
}

function forceOnSized(body: u32, length: u32): v128 {
  const x0 = v128.load_splat<f32>(at.bodyX + (body << 2))
  const y0 = v128.load_splat<f32>(at.bodyY + (body << 2))
  const r0 = v128.load_splat<f32>(at.bodyRadius + (body << 2))
  const zero = f32x4.splat(0)
  let fx = zero
  let fy = zero
  const after = at.list + (length << 2)
  for (let slot = at.list; slot < after; slot += 16) {
    const dx = f32x4.sub(x0, v128.load(slot))
    const dy = f32x4.sub(y0, v128.load(slot, listY))
    const mass = v128.load(slot, listMass)
    const between = f32x4.sqrt(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)))
    const gap = f32x4.sub(f32x4.sub(between, r0), v128.load(slot, listRadius))
    const free = f32x4.div(mass, f32x4.add(f32x4.mul(gap, gap), f32x4.splat(minSquaredDistance)))
    const by = v128.bitselect(free, f32x4.mul(mass, f32x4.splat(100)), f32x4.gt(gap, zero))
    fx = f32x4.add(fx, f32x4.mul(dx, by))
    fy = f32x4.add(fy, f32x4.mul(dy, by))
  }
  return sums(fx, fy, zero, zero)
}
