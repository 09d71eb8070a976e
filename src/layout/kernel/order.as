import * as at from './state'

/**
 * Sorts the nodes along the Morton curve (G. M. Morton, 1966): the bits of x and y in turn, so that the nodes of every cell
 * of a quadtree follow each other (Warren and Salmon, Supercomputing 1993). 16 bits an axis; a radix sort of four passes.
 */

const steps: f32 = 65536
const digit: u32 = 8
const digits: u32 = 256
const passes: u32 = 4

/** How far apart nodes are put that lie on one point: so much, and so much of their distance from the origin. */
const apart: f32 = 0.01
const apartByDistance: f32 = 4e-6
/** The golden angle's cosine and sine. */
const turnX: f32 = -0.7373688
const turnY: f32 = 0.6754903

/** Fills the columns of bodies. Nodes on one point are moved a little apart first, as no force would part them. */
export function sort(): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    makeKeys()
    sortKeys()
    // A few that moved are still about where their key says.
    if (part() < 32) break
  }
  for (let body: u32 = 0; body < at.count; body++) {
    const node = load<u32>(at.order + (body << 2))
    store<f32>(at.bodyX + (body << 2), load<f32>(at.place + (node << 3)))
    store<f32>(at.bodyY + (body << 2), load<f32>(at.place + (node << 3), 4))
    store<f32>(at.bodyMass + (body << 2), load<f32>(at.mass + (node << 2)))
    store<f32>(at.bodyRadius + (body << 2), load<f32>(at.radius + (node << 2)))
  }
}

/** Sixteen bits with an empty one before each. */
function spread(value: u32): u32 {
  const eights = (value | (value << 8)) & 0x00ff00ff
  const fours = (eights | (eights << 4)) & 0x0f0f0f0f
  const twos = (fours | (fours << 2)) & 0x33333333
  return (twos | (twos << 1)) & 0x55555555
}

/** Keys within the smallest square around all nodes, about its middle so that a mirrored graph has mirrored cells. */
function makeKeys(): void {
  let least = v128.load64_splat(at.place)
  let most = least
  for (let node: u32 = 1; node < at.count; node++) {
    const pair = v128.load64_splat(at.place + (node << 3))
    least = f32x4.min(least, pair)
    most = f32x4.max(most, pair)
  }
  const left = f32x4.extract_lane(least, 0)
  const top = f32x4.extract_lane(least, 1)
  const wide = f32x4.extract_lane(most, 0) - left
  const high = f32x4.extract_lane(most, 1) - top
  const size = max(wide, high) * 1.000001
  const fromX = left + wide / 2 - size / 2
  const fromY = top + high / 2 - size / 2
  const scale: f32 = size > 0 ? steps / size : 0
  for (let node: u32 = 0; node < at.count; node++) {
    const x = step((load<f32>(at.place + (node << 3)) - fromX) * scale)
    const y = step((load<f32>(at.place + (node << 3), 4) - fromY) * scale)
    store<u32>(at.keys + (node << 2), spread(x) | (spread(y) << 1))
    store<u32>(at.order + (node << 2), node)
  }
}

function step(value: f32): u32 {
  return <u32>max<f32>(0, min<f32>(steps - 1, value))
}

function sortKeys(): void {
  memory.fill(at.counts, 0, (passes * digits) << 2)
  for (let index: u32 = 0; index < at.count; index++) {
    let key = load<u32>(at.keys + (index << 2))
    for (let pass: u32 = 0; pass < passes; pass++) {
      const slot = at.counts + ((pass * digits + (key & (digits - 1))) << 2)
      store<u32>(slot, load<u32>(slot) + 1)
      key >>= digit
    }
  }
  for (let pass: u32 = 0; pass < passes; pass++) sortBy(pass)
}

/** One pass, from the columns to those aside, which then change places: an even number of passes puts them back. */
function sortBy(pass: u32): void {
  const counts = at.counts + ((pass * digits) << 2)
  let sum: u32 = 0
  for (let slot = counts; slot < counts + (digits << 2); slot += 4) {
    const many = load<u32>(slot)
    store<u32>(slot, sum)
    sum += many
  }
  const odd = pass & 1
  const keys = odd ? at.keysAside : at.keys
  const order = odd ? at.orderAside : at.order
  const toKeys = odd ? at.keys : at.keysAside
  const toOrder = odd ? at.order : at.orderAside
  const shift = pass * digit
  for (let index: u32 = 0; index < at.count; index++) {
    const key = load<u32>(keys + (index << 2))
    const slot = counts + (((key >> shift) & (digits - 1)) << 2)
    const place = load<u32>(slot)
    store<u32>(slot, place + 1)
    store<u32>(toKeys + (place << 2), key)
    store<u32>(toOrder + (place << 2), load<u32>(order + (index << 2)))
  }
}

/** Puts all nodes but the first of those on one point on a sunflower around it. How many were moved. */
function part(): u32 {
  let moved: u32 = 0
  let run: u32 = 0
  let onX: f32 = NaN
  let onY: f32 = NaN
  let toX: f32 = 1
  let toY: f32 = 0
  for (let body: u32 = 0; body < at.count; body++) {
    const node = load<u32>(at.order + (body << 2))
    const x = load<f32>(at.place + (node << 3))
    const y = load<f32>(at.place + (node << 3), 4)
    if (x != onX || y != onY) {
      onX = x
      onY = y
      run = 0
      toX = 1
      toY = 0
      continue
    }
    const turned = toX * turnX - toY * turnY
    toY = toX * turnY + toY * turnX
    toX = turned
    if (load<f32>(at.movable + (node << 2)) == 0) continue
    const away = (apart + apartByDistance * (abs(x) + abs(y))) * sqrt<f32>(<f32>++run)
    store<f32>(at.place + (node << 3), x + toX * away)
    store<f32>(at.place + (node << 3), y + toY * away, 4)
    moved++
  }
  return moved
}
