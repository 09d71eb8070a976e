import * as at from './state'

/**
 * Sorts the nodes along the Morton curve (G. M. Morton, 1966), which interleaves the bits of x and y, so that the nodes of every cell of
 * a quadtree are consecutive (Warren and Salmon, Supercomputing 1993). 16 bits per axis; a radix sort in four passes.
 */

const steps: f32 = 65536
const digit: u32 = 8
const digits: u32 = 256
const passes: u32 = 4

/** Distance between nodes that were at the same point: a constant, and a share of their distance from the origin. */
const separation: f32 = 0.01
const separationByDistance: f32 = 4e-6
/** Cosine and sine of the golden angle. */
const turnX: f32 = -0.7373688
const turnY: f32 = 0.6754903

/** Fills the columns of bodies. Nodes at the same point are separated slightly first, since no force would separate them. */
export function sort(): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    makeKeys()
    sortKeys()
    // If only a few have moved, their keys are still about right.
    if (separateCoincident() < 32) break
  }
  for (let body: u32 = 0; body < at.count; body++) {
    const node = load<u32>(at.order + (body << 2))
    store<f32>(at.bodyX + (body << 2), load<f32>(at.position + (node << 3)))
    store<f32>(at.bodyY + (body << 2), load<f32>(at.position + (node << 3), 4))
    store<f32>(at.bodyMass + (body << 2), load<f32>(at.mass + (node << 2)))
    store<f32>(at.bodyRadius + (body << 2), load<f32>(at.radius + (node << 2)))
  }
}

/** Sixteen bits, interleaved with zeros. */
function interleaveZeros(value: u32): u32 {
  const eights = (value | (value << 8)) & 0x00ff00ff
  const fours = (eights | (eights << 4)) & 0x0f0f0f0f
  const twos = (fours | (fours << 2)) & 0x33333333
  return (twos | (twos << 1)) & 0x55555555
}

/** Computes keys in the bounding square of all nodes, around its middle, so that a mirrored graph has mirrored cells. */
function makeKeys(): void {
  let lowest = v128.load64_splat(at.position)
  let highest = lowest
  for (let node: u32 = 1; node < at.count; node++) {
    const pair = v128.load64_splat(at.position + (node << 3))
    lowest = f32x4.min(lowest, pair)
    highest = f32x4.max(highest, pair)
  }
  const left = f32x4.extract_lane(lowest, 0)
  const top = f32x4.extract_lane(lowest, 1)
  const width = f32x4.extract_lane(highest, 0) - left
  const height = f32x4.extract_lane(highest, 1) - top
  const size = max(width, height) * 1.000001
  const fromX = left + width / 2 - size / 2
  const fromY = top + height / 2 - size / 2
  const scale: f32 = size > 0 ? steps / size : 0
  for (let node: u32 = 0; node < at.count; node++) {
    const x = step((load<f32>(at.position + (node << 3)) - fromX) * scale)
    const y = step((load<f32>(at.position + (node << 3), 4) - fromY) * scale)
    store<u32>(at.keys + (node << 2), interleaveZeros(x) | (interleaveZeros(y) << 1))
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

/** One pass of the sort, which alternates between two pairs of columns: after an even number of passes, the result is in the first. */
function sortBy(pass: u32): void {
  const counts = at.counts + ((pass * digits) << 2)
  let sum: u32 = 0
  for (let slot = counts; slot < counts + (digits << 2); slot += 4) {
    const size = load<u32>(slot)
    store<u32>(slot, sum)
    sum += size
  }
  const isOdd = pass & 1
  const keys = isOdd ? at.otherKeys : at.keys
  const order = isOdd ? at.otherOrder : at.order
  const toKeys = isOdd ? at.keys : at.otherKeys
  const toOrder = isOdd ? at.order : at.otherOrder
  const shift = pass * digit
  for (let index: u32 = 0; index < at.count; index++) {
    const key = load<u32>(keys + (index << 2))
    const slot = counts + (((key >> shift) & (digits - 1)) << 2)
    const target = load<u32>(slot)
    store<u32>(slot, target + 1)
    store<u32>(toKeys + (target << 2), key)
    store<u32>(toOrder + (target << 2), load<u32>(order + (index << 2)))
  }
}

/** Moves all but the first of the nodes at one point to a sunflower around it. Returns the number of moved nodes. */
function separateCoincident(): u32 {
  let moved: u32 = 0
  let run: u32 = 0
  let lastX: f32 = NaN
  let lastY: f32 = NaN
  let toX: f32 = 1
  let toY: f32 = 0
  for (let body: u32 = 0; body < at.count; body++) {
    const node = load<u32>(at.order + (body << 2))
    const x = load<f32>(at.position + (node << 3))
    const y = load<f32>(at.position + (node << 3), 4)
    if (x != lastX || y != lastY) {
      lastX = x
      lastY = y
      run = 0
      toX = 1
      toY = 0
      continue
    }
    const turned = toX * turnX - toY * turnY
    toY = toX * turnY + toY * turnX
    toX = turned
    if (load<f32>(at.movable + (node << 2)) == 0) continue
    const distance = (separation + separationByDistance * (abs(x) + abs(y))) * sqrt<f32>(<f32>++run)
    store<f32>(at.position + (node << 3), x + toX * distance)
    store<f32>(at.position + (node << 3), y + toY * distance, 4)
    moved++
  }
  return moved
}
