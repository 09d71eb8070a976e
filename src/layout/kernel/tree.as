import * as at from './state'

/**
 * The quadtree of Barnes and Hut (Nature 324, 1986) over the sorted bodies, as a list of cells, each before what is in it
 * (Warren and Salmon 1993). Cells that would hold one cell alone are left out. 32 bytes a cell:
 *
 *     0 x, 4 y, 8 mass, 12 radius    the centre of mass, all its mass, the mean radius of its bodies by mass (f32)
 *    16 reach                        a group farther from the centre of mass may see it as one body (f32)
 *    20 next                         the cell after all that is in this one (u32); the very next one for a leaf
 *    24 begin, 28 end                its bodies (u32)
 */
export const cellSize: u32 = 32
/** More bodies than this are divided, if they can be. */
const leafMost: u32 = 16
/** So many bodies share one walk through the tree (Barnes, J. Comput. Phys. 87, 1990). */
export const groupMost: u32 = 64

let made: u32 = 0
let grouped: u32 = 0

/** Makes the tree and the groups of the bodies. How many groups there are. */
export function grow(): u32 {
  made = 0
  grouped = 0
  cell(0, at.count, false)
  store<u32>(at.groups + (grouped << 2), at.count)
  return grouped
}

/** Where the cells end; the tree may have been made by another instance. */
export function endOfCells(): usize {
  return at.cells + load<u32>(at.cells, 20) * cellSize
}

/** Makes the cell of some bodies, and those in it. Its number. */
function cell(begin: u32, end: u32, inGroup: bool): u32 {
  const own = made++
  const first = load<u32>(at.keys + (begin << 2))
  const last = load<u32>(at.keys + ((end - 1) << 2))
  const leaf = end - begin <= leafMost || first == last
  let within = inGroup
  if (!within && (leaf || end - begin <= groupMost)) {
    for (let body = begin; body < end; body += groupMost) store<u32>(at.groups + (grouped++ << 2), body)
    within = true
  }
  if (leaf) gather(own, begin, end)
  else divide(own, begin, end, within)
  store<u32>(at.cells + own * cellSize, made, 20)
  store<u32>(at.cells + own * cellSize, begin, 24)
  store<u32>(at.cells + own * cellSize, end, 28)
  return own
}

/** Bodies that are equal in all bits above `shift`: those from where their two bits there are `quarter` or more. */
function split(begin: u32, end: u32, shift: u32, quarter: u32): u32 {
  let low = begin
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (((load<u32>(at.keys + (middle << 2)) >> shift) & 3) < quarter) low = middle + 1
    else high = middle
  }
  return low
}

/** The cells of the quarters, and from them the cell itself. */
function divide(own: u32, begin: u32, end: u32, within: bool): void {
  const differ = load<u32>(at.keys + (begin << 2)) ^ load<u32>(at.keys + ((end - 1) << 2))
  const shift = (31 - clz(differ)) & ~1
  let x: f32 = 0
  let y: f32 = 0
  let mass: f32 = 0
  let radius: f32 = 0
  let widest: f32 = 0
  let box = f32x4.splat(Infinity)
  let from = begin
  for (let quarter: u32 = 1; quarter <= 4; quarter++) {
    const to = quarter < 4 ? split(from, end, shift, quarter) : end
    if (to == from) continue
    const child = cell(from, to, within)
    const its = at.cells + child * cellSize
    const weight = load<f32>(its, 8)
    x += load<f32>(its) * weight
    y += load<f32>(its, 4) * weight
    radius += load<f32>(its, 12) * weight
    mass += weight
    widest = max(widest, load<f32>(at.widest + (child << 2)))
    box = f32x4.min(box, v128.load(at.boxes + (child << 4)))
    from = to
  }
  settle(own, f32x4(x / mass, y / mass, mass, radius / mass), box, widest)
}

function gather(own: u32, begin: u32, end: u32): void {
  let x: f32 = 0
  let y: f32 = 0
  let mass: f32 = 0
  let radius: f32 = 0
  let widest: f32 = 0
  let box = f32x4.splat(Infinity)
  for (let body = begin; body < end; body++) {
    const itsX = load<f32>(at.bodyX + (body << 2))
    const itsY = load<f32>(at.bodyY + (body << 2))
    const itsRadius = load<f32>(at.bodyRadius + (body << 2))
    const weight = load<f32>(at.bodyMass + (body << 2))
    x += itsX * weight
    y += itsY * weight
    radius += itsRadius * weight
    mass += weight
    widest = max(widest, itsRadius)
    box = f32x4.min(box, f32x4(itsX, itsY, -itsX, -itsY))
  }
  settle(own, f32x4(x / mass, y / mass, mass, radius / mass), box, widest)
}

/**
 * Stores what a cell is. `box` holds least x, least y, and the negatives of the greatest, so that one minimum joins two. Its
 * reach is its width by the angle, and how far its centre of mass is from its middle (Barnes, Computers in Physics 8,
 * 1994), so that the force is wrong by little wherever in the cell its bodies are.
 */
function settle(own: u32, centre: v128, box: v128, widest: f32): void {
  const left = f32x4.extract_lane(box, 0)
  const top = f32x4.extract_lane(box, 1)
  const right = -f32x4.extract_lane(box, 2)
  const bottom = -f32x4.extract_lane(box, 3)
  const offX = f32x4.extract_lane(centre, 0) - (left + right) / 2
  const offY = f32x4.extract_lane(centre, 1) - (top + bottom) / 2
  const width = max(right - left, bottom - top)
  v128.store(at.cells + own * cellSize, centre)
  v128.store(at.boxes + (own << 4), box)
  store<f32>(at.widest + (own << 2), widest)
  const reach = width * at.opening + sqrt(offX * offX + offY * offY)
  store<f32>(at.cells + own * cellSize, at.adjustSizes ? reach + widest : reach, 16)
}
