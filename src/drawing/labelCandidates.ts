import { forEachInRect, maxCountInRect, type SpatialGrid, type LayoutRect } from './spatialGrid'

const steps = 1024

/** Rows from the largest radius to the smallest, by counting sort in 1024 steps; equal ones in the order of rows. */
export function rowsByDescendingRadius(radius: Float32Array): Uint32Array {
  let most = 0
  for (const each of radius) if (each > most) most = each
  const stepOf = (row: number) => steps - 1 - Math.floor((radius[row]! / (most || 1)) * (steps - 1))
  const next = new Uint32Array(steps + 1)
  for (let row = 0; row < radius.length; row++) next[stepOf(row) + 1]!++
  for (let step = 0; step < steps; step++) next[step + 1]! += next[step]!
  const order = new Uint32Array(radius.length)
  for (let row = 0; row < radius.length; row++) order[next[stepOf(row)]!++] = row
  return order
}

/** For each row its place in an order. */
export function ranksByRow(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at++) ranks[order[at]!] = at
  return ranks
}

/** How many of an order by radius are at least so large, but for those that share a step with smaller ones. */
export function countWithRadiusAtLeast(order: Uint32Array, radius: Float32Array, least: number): number {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (radius[order[middle]!]! >= least) low = middle + 1
    else high = middle
  }
  return low
}

/** What labels are chosen from, and how many at most. */
export interface LabelCandidateInput {
  /** By row, x and y in turn. */
  readonly positions: Float32Array
  /** The places in a grid, where the window may hold only few of them; without it all rows are walked. */
  readonly grid: SpatialGrid | undefined
  /** Rows from the most important, and the place of each. */
  readonly order: Uint32Array
  readonly ranks: Uint32Array
  /** Only the first so many of the order are asked. */
  readonly orderLimit: number
  readonly accepts: (row: number) => boolean
  readonly window: LayoutRect
  /** The frame is divided in so many columns and lines, and each part has at most so many. */
  readonly columns: number
  readonly lines: number
  readonly maxPerCell: number
  readonly maxCount: number
}

/** So many are sorted rather than looked for among all. */
const few = 4000

/**
 * The rows in the window that deserve a label, from the most important, spread over it: a few for each part of the frame.
 * Where the window holds few, they are found by the grid and sorted; else all rows are walked from the most important.
 */
export function labelCandidates(crowd: LabelCandidateInput): number[] {
  const { grid, order, ranks, window, maxCount: most, orderLimit: among } = crowd
  const chosen: number[] = []
  const take = taker(crowd, chosen)
  if (!grid || maxCountInRect(grid, window) > few) {
    for (let at = 0; at < among && chosen.length < most; at++) take(order[at]!)
    return chosen
  }
  const inside: number[] = []
  forEachInRect(grid, window, (row) => ranks[row]! < among && inside.push(row))
  inside.sort((one, other) => ranks[one]! - ranks[other]!)
  for (const row of inside) if (chosen.length < most) take(row)
  return chosen
}

function taker(
  { positions: places, accepts, window, columns, lines, maxPerCell: each }: LabelCandidateInput,
  chosen: number[],
) {
  const { left, right, low, high } = window
  const taken = new Uint8Array(columns * lines)
  const part = (value: number, from: number, to: number, parts: number) =>
    Math.min(parts - 1, Math.floor(((value - from) / (to - from || 1)) * parts))
  return (row: number): void => {
    const [x, y] = [places[2 * row]!, places[2 * row + 1]!]
    if (!(x >= left && x <= right && y >= low && y <= high) || !accepts(row)) return
    const at = part(y, low, high, lines) * columns + part(x, left, right, columns)
    if (taken[at]! >= each) return
    taken[at]!++
    chosen.push(row)
  }
}
