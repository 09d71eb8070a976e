import { forEachInRect, maxCountInRect, type PointGrid, type LayoutRect } from './pointGrid'

const steps = 1024

/** Rows from the largest radius to the smallest, by counting sort in 1024 steps; equal ones by row. */
export function rowsByDescendingRadius(radius: Float32Array): Uint32Array {
  let largest = 0
  for (const each of radius) if (each > largest) largest = each
  const stepOf = (row: number) => steps - 1 - Math.floor((radius[row]! / (largest || 1)) * (steps - 1))
  const next = new Uint32Array(steps + 1)
  for (let row = 0; row < radius.length; row++) next[stepOf(row) + 1]!++
  for (let step = 0; step < steps; step++) next[step + 1]! += next[step]!
  const order = new Uint32Array(radius.length)
  for (let row = 0; row < radius.length; row++) order[next[stepOf(row)]!++] = row
  return order
}

/** The rank of each row in an order. */
export function ranksByRow(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at++) ranks[order[at]!] = at
  return ranks
}

/** The number of rows, in an order by radius, with at least this radius; inexact within one step of the counting sort. */
export function countWithRadiusAtLeast(order: Uint32Array, radius: Float32Array, minRadius: number): number {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (radius[order[middle]!]! >= minRadius) low = middle + 1
    else high = middle
  }
  return low
}

/** What labels are chosen from, and the maximum number. */
export interface LabelCandidateInput {
  /** By row, x and y in turn. */
  readonly positions: Float32Array
  /** The positions in a grid, if the window may contain only a few of them; without it, all rows are tried. */
  readonly grid: PointGrid | undefined
  /** Rows from the most important to the least, and the rank of each. */
  readonly order: Uint32Array
  readonly ranks: Uint32Array
  /** Only this many rows from the start of the order are tried. */
  readonly orderLimit: number
  readonly accepts: (row: number) => boolean
  readonly window: LayoutRect
  /** The window is divided into a grid of cells, each with at most `maxPerCell` labels. */
  readonly columns: number
  readonly lines: number
  readonly maxPerCell: number
  readonly maxCount: number
}

/** Up to this many rows are found by the grid and sorted. */
const maxSorted = 4000

/**
 * The rows to label, from the most important, spread over the window: a few in each cell. If the window contains few rows, they are
 * found by the grid and sorted; otherwise all rows are tried from the most important on.
 */
export function labelCandidates(input: LabelCandidateInput): number[] {
  const { grid, order, ranks, window, maxCount, orderLimit } = input
  const chosen: number[] = []
  const tryRow = rowCollector(input, chosen)
  if (!grid || maxCountInRect(grid, window) > maxSorted) {
    for (let at = 0; at < orderLimit && chosen.length < maxCount; at++) tryRow(order[at]!)
    return chosen
  }
  const inside: number[] = []
  forEachInRect(grid, window, (row) => ranks[row]! < orderLimit && inside.push(row))
  inside.sort((one, other) => ranks[one]! - ranks[other]!)
  for (const row of inside) if (chosen.length < maxCount) tryRow(row)
  return chosen
}

/** Returns a function that adds a row to `chosen` if it is accepted and its cell is not full. */
function rowCollector(
  { positions, accepts, window, columns, lines, maxPerCell }: LabelCandidateInput,
  chosen: number[],
) {
  const { left, right, low, high } = window
  const countByCell = new Uint8Array(columns * lines)
  const cellIndex = (value: number, from: number, to: number, parts: number) =>
    Math.min(parts - 1, Math.floor(((value - from) / (to - from || 1)) * parts))
  return (row: number): void => {
    const [x, y] = [positions[2 * row]!, positions[2 * row + 1]!]
    if (!(x >= left && x <= right && y >= low && y <= high) || !accepts(row)) return
    const cell = cellIndex(y, low, high, lines) * columns + cellIndex(x, left, right, columns)
    if (countByCell[cell]! >= maxPerCell) return
    countByCell[cell]!++
    chosen.push(row)
  }
}
