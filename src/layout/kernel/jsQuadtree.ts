import type { ForceColumns } from './forceColumns'

/**
 * What `order.as` and `tree.as` do, for machines without WebAssembly's vectors: the same curve, cells and groups, told as
 * plainly as it can be. See there for the sources.
 */

const bits = 16
const leafMost = 16
const groupMost = 64
const apart = 0.01
const apartByDistance = 4e-6
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

export interface QuadtreeCell {
  x: number
  y: number
  mass: number
  radius: number
  /** A group farther from the centre of mass may see the cell as one body. */
  openingDistance: number
  /** The cell after all that is in this one. */
  next: number
  readonly begin: number
  readonly end: number
  maxRadius: number
  box: Box
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

export interface Quadtree {
  /** Node numbers along the Morton curve. */
  readonly order: Uint32Array
  /** Each before what is in it. */
  readonly cells: readonly QuadtreeCell[]
  /** Where each group begins in `order`, and the end of the last. */
  readonly groups: readonly number[]
}

/** The nodes along the Morton curve with their keys; nodes on one point are moved a little apart. */
export function sortAlongMortonCurve(columns: ForceColumns): {
  readonly order: Uint32Array
  readonly keys: Float64Array
} {
  for (let attempt = 0; ; attempt++) {
    const byNode = keysOf(columns)
    const order = Uint32Array.from({ length: columns.count }, (_, node) => node)
    order.sort((one, other) => byNode[one]! - byNode[other]! || one - other)
    if (part(columns, order) < 32 || attempt === 2)
      return { order, keys: Float64Array.from(order, (at) => byNode[at]!) }
  }
}

/** Keys of 32 bits, those of x and y in turn, within the smallest square around all nodes. Rounded as the kernel does. */
function keysOf({ count, place }: ForceColumns): Float64Array {
  const { fround } = Math
  const [left, top, right, bottom] = boxOf(Array.from({ length: count }, (_, node) => pointBox(place, node)))
  const wide = fround(right - left)
  const high = fround(bottom - top)
  const size = fround(Math.max(wide, high) * fround(1.000001))
  const fromX = fround(fround(left + wide / 2) - size / 2)
  const fromY = fround(fround(top + high / 2) - size / 2)
  const scale = size > 0 ? fround(2 ** bits / size) : 0
  const step = (value: number, from: number) =>
    Math.trunc(Math.max(0, Math.min(2 ** bits - 1, fround(fround(value - from) * scale))))
  return Float64Array.from(
    { length: count },
    (_, node) => spread(step(place[2 * node]!, fromX)) + 2 * spread(step(place[2 * node + 1]!, fromY)),
  )
}

/** Sixteen bits with an empty one before each. */
function spread(value: number): number {
  const eights = (value | (value << 8)) & 0x00ff00ff
  const fours = (eights | (eights << 4)) & 0x0f0f0f0f
  const twos = (fours | (fours << 2)) & 0x33333333
  return (twos | (twos << 1)) & 0x55555555
}

const pointBox = (place: Float32Array, node: number): Box => {
  const x = place[2 * node]!
  const y = place[2 * node + 1]!
  return [x, y, x, y]
}

const boxOf = (boxes: readonly Box[]): Box =>
  boxes.reduce((one, other) => [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ])

/** Puts all nodes but the first of those on one point on a sunflower around it. How many were moved. */
function part({ place, movable }: ForceColumns, order: Uint32Array): number {
  let moved = 0
  let run = 0
  let turns = 0
  let onX = NaN
  let onY = NaN
  for (const node of order) {
    const x = place[2 * node]!
    const y = place[2 * node + 1]!
    if (x !== onX || y !== onY) {
      onX = x
      onY = y
      run = turns = 0
      continue
    }
    turns++
    if (movable[node] === 0) continue
    const away = (apart + apartByDistance * (Math.abs(x) + Math.abs(y))) * Math.sqrt(++run)
    place[2 * node] = x + Math.cos(turns * goldenAngle) * away
    place[2 * node + 1] = y + Math.sin(turns * goldenAngle) * away
    moved++
  }
  return moved
}

/** The quadtree over the nodes, and their groups. */
export function buildQuadtree(columns: ForceColumns, opening: number, sized: boolean): Quadtree {
  const { order, keys } = sortAlongMortonCurve(columns)
  const cells: QuadtreeCell[] = []
  const groups: number[] = []
  const grow = (begin: number, end: number, inGroup: boolean): QuadtreeCell => {
    const leaf = end - begin <= leafMost || keys[begin] === keys[end - 1]
    const opensGroup = !inGroup && (leaf || end - begin <= groupMost)
    if (opensGroup) for (let body = begin; body < end; body += groupMost) groups.push(body)
    const cell: QuadtreeCell = { ...nothing, begin, end }
    cells.push(cell)
    const parts = leaf
      ? Array.from(order.subarray(begin, end), (node) => body(columns, node))
      : quarters(keys, begin, end).map(([from, to]) => grow(from, to, inGroup || opensGroup))
    Object.assign(cell, together(parts), { next: cells.length })
    const off = Math.hypot(cell.x - (cell.box[0] + cell.box[2]) / 2, cell.y - (cell.box[1] + cell.box[3]) / 2)
    const width = Math.max(cell.box[2] - cell.box[0], cell.box[3] - cell.box[1])
    cell.openingDistance = width * opening + off + (sized ? cell.maxRadius : 0)
    return cell
  }
  grow(0, columns.count, false)
  return { order, cells, groups: [...groups, columns.count] }
}

const nothing = { x: 0, y: 0, mass: 0, radius: 0, openingDistance: 0, next: 0, maxRadius: 0, box: [0, 0, 0, 0] as Box }

type Part = Pick<QuadtreeCell, 'x' | 'y' | 'mass' | 'radius' | 'maxRadius' | 'box'>

const body = ({ place, mass, radius }: ForceColumns, node: number): Part => ({
  x: place[2 * node]!,
  y: place[2 * node + 1]!,
  mass: mass[node]!,
  radius: radius[node]!,
  maxRadius: radius[node]!,
  box: pointBox(place, node),
})

function together(parts: readonly Part[]): Part {
  const mass = parts.reduce((sum, part) => sum + part.mass, 0)
  const mean = (of: (part: Part) => number) => parts.reduce((sum, part) => sum + of(part) * part.mass, 0) / mass
  return {
    x: mean(({ x }) => x),
    y: mean(({ y }) => y),
    radius: mean(({ radius }) => radius),
    mass,
    maxRadius: Math.max(...parts.map(({ maxRadius }) => maxRadius)),
    box: boxOf(parts.map(({ box }) => box)),
  }
}

/** Where the quarters of a cell that are not empty begin and end. */
function quarters(keys: Float64Array, begin: number, end: number): [number, number][] {
  let quarter = 4 ** bits
  const digit = (index: number) => Math.floor(keys[index]! / quarter)
  // The keys are the same above the digit in which they first differ.
  while (digit(begin) === digit(end - 1)) quarter /= 4
  const ranges: [number, number][] = []
  let from = begin
  for (let index = begin + 1; index <= end; index++) {
    if (index < end && digit(index) === digit(from)) continue
    ranges.push([from, index])
    from = index
  }
  return ranges
}
