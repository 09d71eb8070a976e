import { NONE } from '../model/columns'

/** A rectangle in units of the layout, y upwards. */
export interface LayoutRect {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** Points by the cells of a square grid, line by line from the lowest: cell i holds `items[offsets[i] .. offsets[i + 1])`. */
export interface SpatialGrid {
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

/** About so many points a cell, were they spread evenly. */
const perCell = 2

/**
 * A grid over points (x and y in turn), by counting sort: linear in their number. Points without a place are in no cell.
 * A few that lie far off make the cells large and the search no worse than asking every point.
 */
export function buildSpatialGrid(places: Float32Array): SpatialGrid {
  const count = places.length / 2
  const { left, right, low, high } = positionBounds(places)
  const [width, height] = [Math.max(0, right - left), Math.max(0, high - low)]
  const cells = Math.max(1, count / perCell)
  const cell = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / cells, 1e-6)
  const columns = Math.floor(width / cell) + 1
  const lines = Math.floor(height / cell) + 1
  const offsets = new Uint32Array(columns * lines + 1)
  const keys = new Uint32Array(count)
  let placed = 0
  for (let row = 0; row < count; row++) {
    const key = Math.floor((places[2 * row + 1]! - low) / cell) * columns + Math.floor((places[2 * row]! - left) / cell)
    if (!Number.isFinite(key)) keys[row] = NONE
    else {
      keys[row] = key
      offsets[key + 1]!++
      placed++
    }
  }
  for (let key = 0; key < columns * lines; key++) offsets[key + 1]! += offsets[key]!
  const next = offsets.slice()
  const items = new Uint32Array(placed)
  for (let row = 0; row < count; row++) if (keys[row] !== NONE) items[next[keys[row]!]!++] = row
  return { positions: places, left, low, cell, columns, lines, offsets, items }
}

/** The smallest window around all points that have a place; empty (left above right) where there are none. */
export function positionBounds(places: Float32Array): LayoutRect {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let row = 0; row < places.length / 2; row++) {
    const x = places[2 * row]!
    const y = places[2 * row + 1]!
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    if (x < left) left = x
    if (x > right) right = x
    if (y < low) low = y
    if (y > high) high = y
  }
  return { left, right, low, high }
}

/** Calls `act` with the range of items of each line of cells that the window touches. */
function eachRange(
  grid: SpatialGrid,
  { left, right, low, high }: LayoutRect,
  act: (from: number, to: number) => void,
): void {
  const clamped = (value: number, most: number) => Math.max(0, Math.min(most, Math.floor(value / grid.cell)))
  const [first, last] = [clamped(left - grid.left, grid.columns - 1), clamped(right - grid.left, grid.columns - 1)]
  const [bottom, top] = [clamped(low - grid.low, grid.lines - 1), clamped(high - grid.low, grid.lines - 1)]
  for (let line = bottom; line <= top; line++) {
    const start = line * grid.columns
    act(grid.offsets[start + first]!, grid.offsets[start + last + 1]!)
  }
}

/** At most so many points are in the window: those of all cells that it touches. */
export function maxCountInRect(grid: SpatialGrid, window: LayoutRect): number {
  let count = 0
  eachRange(grid, window, (from, to) => (count += to - from))
  return count
}

/** Calls `act` for each point in the window, edges included. */
export function forEachInRect(grid: SpatialGrid, window: LayoutRect, act: (row: number) => void): void {
  const { positions: places, items } = grid
  const { left, right, low, high } = window
  eachRange(grid, window, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = items[at]!
      const [x, y] = [places[2 * row]!, places[2 * row + 1]!]
      if (x >= left && x <= right && y >= low && y <= high) act(row)
    }
  })
}

/** What is asked of a grid: where, and how far around. In units of the layout. */
export interface HitQuery {
  readonly x: number
  readonly y: number
  /** How far from its edge a point's disc is still hit. */
  readonly tolerance: number
  /** The largest radius that any point has. */
  readonly maxRadius: number
  /** Radius of a point's disc; negative where it cannot be hit. */
  readonly radius: (row: number) => number
}

/** The point whose disc the aim is deepest inside of, or nearest to; undefined where none is within reach. */
export function hitTest(
  grid: SpatialGrid,
  { x, y, tolerance: reach, maxRadius: most, radius }: HitQuery,
): number | undefined {
  const far = reach + most
  let best = { row: -1, away: reach }
  forEachInRect(grid, { left: x - far, right: x + far, low: y - far, high: y + far }, (row) => {
    const own = radius(row)
    if (own < 0) return
    const away = Math.hypot(grid.positions[2 * row]! - x, grid.positions[2 * row + 1]! - y) - own
    const above = away === best.away && best.row >= 0 && row > best.row
    if (away < best.away || above) best = { row, away }
  })
  return best.row < 0 ? undefined : best.row
}
