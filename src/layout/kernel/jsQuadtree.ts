import type { ForceColumns } from './forceColumns'

/**
 * The same curve, cells and groups as in `order.as` and `tree.as`, for machines without WebAssembly SIMD, written as plainly as
 * possible. See there for the sources.
 */

const bits = 16
const maxLeafSize = 16
const maxGroupSize = 64
const separation = 0.01
const separationByDistance = 4e-6
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** A cell of the quadtree, with its centre of mass. */
export interface QuadtreeCell {
  x: number
  y: number
  mass: number
  radius: number
  /** For groups farther from the centre of mass, the cell counts as one body. */
  openingDistance: number
  /** The index of the cell after all cells inside this one. */
  next: number
  readonly begin: number
  readonly end: number
  maxRadius: number
  box: Box
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** The quadtree over the nodes. */
export interface Quadtree {
  /** Node numbers along the Morton curve. */
  readonly order: Uint32Array
  /** Cells in preorder: each before the cells inside it. */
  readonly cells: readonly QuadtreeCell[]
  /** The start of each group in `order`, and the end of the last. */
  readonly groups: readonly number[]
}

/** The nodes along the Morton curve with their keys. Nodes at the same point are separated slightly. */
export function sortAlongMortonCurve(columns: ForceColumns): {
  readonly order: Uint32Array
  readonly keys: Float64Array
} {
  for (let attempt = 0; ; attempt++) {
    const byNode = keysOf(columns)
    const order = Uint32Array.from({ length: columns.count }, (_, node) => node)
    order.sort((one, other) => byNode[one]! - byNode[other]! || one - other)
    if (separateCoincident(columns, order) < 32 || attempt === 2)
      return { order, keys: Float64Array.from(order, (at) => byNode[at]!) }
  }
}

/** Morton keys of 32 bits, with the bits of x and y interleaved, in the bounding square of all nodes. Rounded like the kernel's. */
function keysOf({ count, position }: ForceColumns): Float64Array {
  const { fround } = Math
  const [left, top, right, bottom] = boxOf(Array.from({ length: count }, (_, node) => pointBox(position, node)))
  const width = fround(right - left)
  const height = fround(bottom - top)
  const size = fround(Math.max(width, height) * fround(1.000001))
  const fromX = fround(fround(left + width / 2) - size / 2)
  const fromY = fround(fround(top + height / 2) - size / 2)
  const scale = size > 0 ? fround(2 ** bits / size) : 0
  const step = (value: number, from: number) =>
    Math.trunc(Math.max(0, Math.min(2 ** bits - 1, fround(fround(value - from) * scale))))
  return Float64Array.from(
    { length: count },
    (_, node) =>
      interleaveZeros(step(position[2 * node]!, fromX)) + 2 * interleaveZeros(step(position[2 * node + 1]!, fromY)),
  )
}

/** Sixteen bits, interleaved with zeros. */
function interleaveZeros(value: number): number {
  const eights = (value | (value << 8)) & 0x00ff00ff
  const fours = (eights | (eights << 4)) & 0x0f0f0f0f
  const twos = (fours | (fours << 2)) & 0x33333333
  return (twos | (twos << 1)) & 0x55555555
}

const pointBox = (position: Float32Array, node: number): Box => {
  const x = position[2 * node]!
  const y = position[2 * node + 1]!
  return [x, y, x, y]
}

const boxOf = (boxes: readonly Box[]): Box =>
  boxes.reduce((one, other) => [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ])

/** Moves all but the first of the nodes at one point to a sunflower around it. Returns the number of moved nodes. */
function separateCoincident({ position, movable }: ForceColumns, order: Uint32Array): number {
  let moved = 0
  let run = 0
  let turns = 0
  let lastX = NaN
  let lastY = NaN
  for (const node of order) {
    const x = position[2 * node]!
    const y = position[2 * node + 1]!
    if (x !== lastX || y !== lastY) {
      lastX = x
      lastY = y
      run = turns = 0
      continue
    }
    turns++
    if (movable[node] === 0) continue
    const distance = (separation + separationByDistance * (Math.abs(x) + Math.abs(y))) * Math.sqrt(++run)
    position[2 * node] = x + Math.cos(turns * goldenAngle) * distance
    position[2 * node + 1] = y + Math.sin(turns * goldenAngle) * distance
    moved++
  }
  return moved
}

/** The quadtree over the nodes, and their groups. */
export function buildQuadtree(columns: ForceColumns, opening: number, usesSizes: boolean): Quadtree {
  const { order, keys } = sortAlongMortonCurve(columns)
  const cells: QuadtreeCell[] = []
  const groups: number[] = []
  const buildCell = (begin: number, end: number, inGroup: boolean): QuadtreeCell => {
    const isLeaf = end - begin <= maxLeafSize || keys[begin] === keys[end - 1]
    const opensGroup = !inGroup && (isLeaf || end - begin <= maxGroupSize)
    if (opensGroup) for (let body = begin; body < end; body += maxGroupSize) groups.push(body)
    const cell: QuadtreeCell = { ...emptyCell, begin, end }
    cells.push(cell)
    const parts = isLeaf
      ? Array.from(order.subarray(begin, end), (node) => body(columns, node))
      : quarters(keys, begin, end).map(([from, to]) => buildCell(from, to, inGroup || opensGroup))
    Object.assign(cell, combine(parts), { next: cells.length })
    const centreOffset = Math.hypot(cell.x - (cell.box[0] + cell.box[2]) / 2, cell.y - (cell.box[1] + cell.box[3]) / 2)
    const width = Math.max(cell.box[2] - cell.box[0], cell.box[3] - cell.box[1])
    cell.openingDistance = width * opening + centreOffset + (usesSizes ? cell.maxRadius : 0)
    return cell
  }
  buildCell(0, columns.count, false)
  return { order, cells, groups: [...groups, columns.count] }
}

const emptyCell = {
  x: 0,
  y: 0,
  mass: 0,
  radius: 0,
  openingDistance: 0,
  next: 0,
  maxRadius: 0,
  box: [0, 0, 0, 0] as Box,
}

type Part = Pick<QuadtreeCell, 'x' | 'y' | 'mass' | 'radius' | 'maxRadius' | 'box'>

const body = ({ position, mass, radius }: ForceColumns, node: number): Part => ({
  x: position[2 * node]!,
  y: position[2 * node + 1]!,
  mass: mass[node]!,
  radius: radius[node]!,
  maxRadius: radius[node]!,
  box: pointBox(position, node),
})

/** The combined centre of mass, mean radius by mass and bounding box. */
function combine(parts: readonly Part[]): Part {
  const mass = parts.reduce((sum, part) => sum + part.mass, 0)
  const mean = (valueOf: (part: Part) => number) =>
    parts.reduce((sum, part) => sum + valueOf(part) * part.mass, 0) / mass
  return {
    x: mean(({ x }) => x),
    y: mean(({ y }) => y),
    radius: mean(({ radius }) => radius),
    mass,
    maxRadius: Math.max(...parts.map(({ maxRadius }) => maxRadius)),
    box: boxOf(parts.map(({ box }) => box)),
  }
}

/** The ranges of the quarters of a cell that are not empty. */
function quarters(keys: Float64Array, begin: number, end: number): [number, number][] {
  let quarter = 4 ** bits
  const digit = (index: number) => Math.floor(keys[index]! / quarter)
  // All keys of the cell are equal above the digit in which the first and last differ.
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
