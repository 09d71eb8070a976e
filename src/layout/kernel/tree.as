import * as at from './state'

/**
 * The quadtree of Barnes and Hut (Nature 324, 1986) over the sorted bodies, as a list of cells in preorder (Warren and Salmon 1993).
 * Cells that would contain a single cell are left out. 32 bytes a cell:
 *
 *     0 x, 4 y, 8 mass, 12 radius    the centre of mass, the total mass, the mean radius of its bodies by mass (f32)
 *    16 reach                        for groups farther from the centre of mass, the cell counts as one body (f32)
 *    20 next                         the cell after all cells inside this one (u32); the very next one for a leaf
 *    24 begin, 28 end                its bodies (u32)
 */
export const cellSize: u32 = 32
/** Cells with more bodies are divided, if possible. */
const maxLeafSize: u32 = 16
/** Maximum number of bodies that share one traversal of the tree (Barnes, J. Comput. Phys. 87, 1990). */
export const maxGroupSize: u32 = 64

let cellCount: u32 = 0
let groupCount: u32 = 0

/** Builds the tree and the groups of the bodies. Returns the number of groups. */
export function buildTree(): u32 {
  cellCount = 0
  groupCount = 0
  buildCell(0, at.count, false)
  store<u32>(at.groups + (groupCount << 2), at.count)
  return groupCount
}

/** The end of the cells; the tree may have been built by another instance. */
export function endOfCells(): usize {
  return at.cells + load<u32>(at.cells, 20) * cellSize
}

/** Builds the cell of some bodies, and the cells inside it. Returns its number. */
function buildCell(begin: u32, end: u32, isParentInGroup: bool): u32 {
  const own = cellCount++
  const first = load<u32>(at.keys + (begin << 2))
  const last = load<u32>(at.keys + ((end - 1) << 2))
  const isLeaf = end - begin <= maxLeafSize || first == last
  let isInGroup = isParentInGroup
  if (!isInGroup && (isLeaf || end - begin <= maxGroupSize)) {
    for (let body = begin; body < end; body += maxGroupSize) store<u32>(at.groups + (groupCount++ << 2), body)
    isInGroup = true
  }
  if (isLeaf) combineBodies(own, begin, end)
  else combineQuarters(own, begin, end, isInGroup)
  store<u32>(at.cells + own * cellSize, cellCount, 20)
  store<u32>(at.cells + own * cellSize, begin, 24)
  store<u32>(at.cells + own * cellSize, end, 28)
  return own
}

/** In a range of bodies whose keys are equal above `shift`: the first one whose next two bits are at least `quarter`. */
function startOfQuarter(begin: u32, end: u32, shift: u32, quarter: u32): u32 {
  let low = begin
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (((load<u32>(at.keys + (middle << 2)) >> shift) & 3) < quarter) low = middle + 1
    else high = middle
  }
  return low
}

/** Builds the cells of the quarters, and combines them. */
function combineQuarters(own: u32, begin: u32, end: u32, isInGroup: bool): void {
  const differ = load<u32>(at.keys + (begin << 2)) ^ load<u32>(at.keys + ((end - 1) << 2))
  const shift = (31 - clz(differ)) & ~1
  let x: f32 = 0
  let y: f32 = 0
  let mass: f32 = 0
  let radius: f32 = 0
  let maxRadius: f32 = 0
  let box = f32x4.splat(Infinity)
  let from = begin
  for (let quarter: u32 = 1; quarter <= 4; quarter++) {
    const to = quarter < 4 ? startOfQuarter(from, end, shift, quarter) : end
    if (to == from) continue
    const child = buildCell(from, to, isInGroup)
    const its = at.cells + child * cellSize
    const weight = load<f32>(its, 8)
    x += load<f32>(its) * weight
    y += load<f32>(its, 4) * weight
    radius += load<f32>(its, 12) * weight
    mass += weight
    maxRadius = max(maxRadius, load<f32>(at.maxRadius + (child << 2)))
    box = f32x4.min(box, v128.load(at.boxes + (child << 4)))
    from = to
  }
  storeCell(own, f32x4(x / mass, y / mass, mass, radius / mass), box, maxRadius)
}

/** Combines the bodies of a leaf. */
function combineBodies(own: u32, begin: u32, end: u32): void {
  let x: f32 = 0
  let y: f32 = 0
  let mass: f32 = 0
  let radius: f32 = 0
  let maxRadius: f32 = 0
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
    maxRadius = max(maxRadius, itsRadius)
    box = f32x4.min(box, f32x4(itsX, itsY, -itsX, -itsY))
  }
  storeCell(own, f32x4(x / mass, y / mass, mass, radius / mass), box, maxRadius)
}

/**
 * Stores a cell. `box` has the lowest x and y, and the negatives of the highest, so that one minimum combines two boxes. Its reach is
 * its width by the angle, plus the distance of its centre of mass from its middle (Barnes, Computers in Physics 8, 1994), so that
 * the error of the force is small wherever in the cell its bodies are.
 */
function storeCell(own: u32, centre: v128, box: v128, maxRadius: f32): void {
  const left = f32x4.extract_lane(box, 0)
  const top = f32x4.extract_lane(box, 1)
  const right = -f32x4.extract_lane(box, 2)
  const bottom = -f32x4.extract_lane(box, 3)
  const offX = f32x4.extract_lane(centre, 0) - (left + right) / 2
  const offY = f32x4.extract_lane(centre, 1) - (top + bottom) / 2
  const width = max(right - left, bottom - top)
  v128.store(at.cells + own * cellSize, centre)
  v128.store(at.boxes + (own << 4), box)
  store<f32>(at.maxRadius + (own << 2), maxRadius)
  const reach = width * at.opening + sqrt(offX * offX + offY * offY)
  store<f32>(at.cells + own * cellSize, at.adjustSizes ? reach + maxRadius : reach, 16)
}
