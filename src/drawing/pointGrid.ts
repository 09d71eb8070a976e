import { NONE } from '../model/columns'

/** A rectangle in units of the layout, y upwards. */
export interface LayoutRect {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** Points by the cells of a square grid, line by line from the lowest: cell i has `items[offsets[i] .. offsets[i + 1])`. */
export interface PointGrid {
  readonly positions: Float32Array
  readonly left: number
  readonly low: number
  /** Side of a cell, in units of the layout. */
  readonly cell: number
  readonly columns: number
  readonly lines: number
  readonly offsets: Uint32Array
  readonly items: Uint32Array
}

/** Number of points per cell, if they are spread evenly. */
const pointsPerCell = 2

/**
 * Builds a grid of points (x and y in turn) by counting sort, in linear time. Points without a position are in no cell. A few
 * outliers make the cells large, and the search at worst as slow as testing every point.
 */
export function buildPointGrid(positions: Float32Array): PointGrid {
  const count = positions.length / 2
  const { left, right, low, high } = positionBounds(positions)
  const [width, height] = [Math.max(0, right - left), Math.max(0, high - low)]
  const cells = Math.max(1, count / pointsPerCell)
  const cell = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / cells, 1e-6)
  const columns = Math.floor(width / cell) + 1
  const lines = Math.floor(height / cell) + 1
  const offsets = new Uint32Array(columns * lines + 1)
  const keys = new Uint32Array(count)
  let itemCount = 0
  for (let row = 0; row < count; row++) {
    const key =
      Math.floor((positions[2 * row + 1]! - low) / cell) * columns + Math.floor((positions[2 * row]! - left) / cell)
    if (!Number.isFinite(key)) keys[row] = NONE
    else {
      keys[row] = key
      offsets[key + 1]!++
      itemCount++
    }
  }
  for (let key = 0; key < columns * lines; key++) offsets[key + 1]! += offsets[key]!
  const next = offsets.slice()
  const items = new Uint32Array(itemCount)
  for (let row = 0; row < count; row++) if (keys[row] !== NONE) items[next[keys[row]!]!++] = row
  return { positions, left, low, cell, columns, lines, offsets, items }
}

/** The bounding box of all points that have a position; empty (left above right) if there are none. */
export function positionBounds(positions: Float32Array): LayoutRect {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let row = 0; row < positions.length / 2; row++) {
    const x = positions[2 * row]!
    const y = positions[2 * row + 1]!
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    if (x < left) left = x
    if (x > right) right = x
    if (y < low) low = y
    if (y > high) high = y
  }
  return { left, right, low, high }
}

/** Calls `act` with the range of items in each line of cells that the window touches. */
function eachRange(
  grid: PointGrid,
  { left, right, low, high }: LayoutRect,
  act: (from: number, to: number) => void,
): void {
  const clamped = (value: number, last: number) => Math.max(0, Math.min(last, Math.floor(value / grid.cell)))
  const [firstColumn, lastColumn] = [
    clamped(left - grid.left, grid.columns - 1),
    clamped(right - grid.left, grid.columns - 1),
  ]
  const [bottom, top] = [clamped(low - grid.low, grid.lines - 1), clamped(high - grid.low, grid.lines - 1)]
  for (let line = bottom; line <= top; line++) {
    const start = line * grid.columns
    act(grid.offsets[start + firstColumn]!, grid.offsets[start + lastColumn + 1]!)
  }
}

/** An upper bound for the number of points in a window: all points in the cells that it touches. */
export function maxCountInRect(grid: PointGrid, window: LayoutRect): number {
  let count = 0
  eachRange(grid, window, (from, to) => (count += to - from))
  return count
}

/** Calls `act` for each point in a window, including its edges. */
export function forEachInRect(grid: PointGrid, window: LayoutRect, act: (row: number) => void): void {
  const { positions, items } = grid
  const { left, right, low, high } = window
  eachRange(grid, window, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = items[at]!
      const [x, y] = [positions[2 * row]!, positions[2 * row + 1]!]
      if (x >= left && x <= right && y >= low && y <= high) act(row)
    }
  })
}

/** The point of a hit test, and which discs it can hit. In units of the layout. */
export interface HitQuery {
  readonly x: number
  readonly y: number
  /** Distance from a disc's edge at which it is still hit. */
  readonly tolerance: number
  /** The largest radius of any point. */
  readonly maxRadius: number
  /** Radius of a point's disc; negative if it cannot be hit. */
  readonly radius: (row: number) => number
}

/** The point whose disc contains the query's point most deeply, or is nearest to it; undefined if none is close enough. */
export function hitTest(grid: PointGrid, { x, y, tolerance, maxRadius, radius }: HitQuery): number | undefined {
  const reach = tolerance + maxRadius
  let best = { row: -1, distance: tolerance }
  forEachInRect(grid, { left: x - reach, right: x + reach, low: y - reach, high: y + reach }, (row) => {
    const discRadius = radius(row)
    if (discRadius < 0) return
    const distance = Math.hypot(grid.positions[2 * row]! - x, grid.positions[2 * row + 1]! - y) - discRadius
    const isAbove = distance === best.distance && best.row >= 0 && row > best.row
    if (distance < best.distance || isAbove) best = { row, distance }
  })
  return best.row < 0 ? undefined : best.row
}
