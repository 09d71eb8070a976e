import { HashGrid } from './hashGrid'

/** Discs that must not overlap. */
export interface DiscColumns {
  /** Middles, x and y in turn. */
  readonly positions: Float32Array
  readonly radius: Float32Array
  /** One byte a disc: 1 where it must stay where it is. */
  readonly fixed: Uint8Array
  /** Makes the whole larger first where much of it is too dense, which keeps its shape better. */
  readonly scalesFirst?: boolean
}

/** Discs wanted in a cell at most before neighbours push; the others look for a free spot afterwards. */
const crowd = 12
/** A little more than touching, so that rounding does not count as overlap. */
const touch = 1.002
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/**
 * Moves discs until none overlaps another, by little; where none does, all stay. Overlapping neighbours push each other
 * apart, found by a grid, turn after turn; whatever still overlaps then takes the nearest free spot on a sunflower
 * around its place. Only discs that are fixed may still overlap each other. The same discs always give the same places.
 * Yields the number of overlaps that a turn found.
 */
export function* removeOverlap({
  positions: places,
  radius,
  fixed,
  scalesFirst: grow = true,
}: DiscColumns): Generator<number, Float32Array> {
  const largest = radius.reduce((most, each) => Math.max(most, each), 0)
  const discs: Moving = { at: places.slice(), radius, fixed, grid: new HashGrid(radius.length, 2 * largest * touch) }
  const overlaps = largest === 0 ? 0 : overlapping(discs).length
  if (overlaps === 0) return discs.at
  if (grow && overlaps > 20 + radius.length / 4) enlarge(discs, largest)
  const left = new Uint8Array(radius.length)
  for (const node of crowded(discs, largest)) left[node] = 1
  const turns = radius.length > 20_000 ? 40 : 200
  for (let turn = 0; turn < turns; turn++) {
    const found = pushOnce(discs, left)
    if (found === 0) break
    yield found
  }
  for (const node of overlapping(discs, left)) left[node] = 1
  settle(discs, left)
  return discs.at
}

/** The same, at once. */
export function removeOverlapSync(discs: DiscColumns): Float32Array {
  const run = removeOverlap(discs)
  for (;;) {
    const turn = run.next()
    if (turn.done) return turn.value
  }
}

interface Moving {
  readonly at: Float32Array
  readonly radius: Float32Array
  readonly fixed: Uint8Array
  readonly grid: HashGrid
}

/** Discs that may move and overlap one that stays or comes before them; those in `without` do not count. */
function overlapping(discs: Moving, without?: Uint8Array): number[] {
  const { at, radius, fixed, grid } = discs
  const found: number[] = []
  grid.clear()
  for (const pass of [1, 0])
    for (let node = 0; node < radius.length; node++) {
      if (fixed[node] !== pass || without?.[node]) continue
      const [x, y] = [at[2 * node]!, at[2 * node + 1]!]
      const meets = grid.someNear(x, y, (other) => meet(discs, node, other))
      if (meets && pass === 0) found.push(node)
      // A disc that will move is in nobody's way.
      else grid.add(node, x, y)
    }
  return found
}

/** Whether two discs overlap. */
function meet({ at, radius }: Moving, one: number, other: number): boolean {
  const dx = at[2 * one]! - at[2 * other]!
  const dy = at[2 * one + 1]! - at[2 * other + 1]!
  return dx * dx + dy * dy < (radius[one]! + radius[other]!) ** 2
}

/** Scales what may move about its middle until the discs fill at most half of the cells that they lie in. */
function enlarge({ at, radius, fixed }: Moving, largest: number): void {
  const cells = new Set<number>()
  let area = 0
  const middle = [0, 0]
  for (let node = 0; node < radius.length; node++) {
    const [x, y] = [at[2 * node]!, at[2 * node + 1]!]
    cells.add(Math.floor(x / (2 * largest)) * 2 ** 26 + Math.floor(y / (2 * largest)))
    area += Math.PI * radius[node]! ** 2
    middle[0]! += x / radius.length
    middle[1]! += y / radius.length
  }
  const factor = Math.sqrt(area / (0.5 * cells.size * 4 * largest ** 2))
  if (factor <= 1) return
  for (let node = 0; node < radius.length; node++) {
    if (fixed[node]) continue
    for (const axis of [0, 1]) at[2 * node + axis] = middle[axis]! + (at[2 * node + axis]! - middle[axis]!) * factor
  }
}

/** Discs beyond the number that a cell may have. */
function crowded({ at, radius, fixed }: Moving, largest: number): number[] {
  const filled = new Map<number, number>()
  const beyond: number[] = []
  for (let node = 0; node < radius.length; node++) {
    if (fixed[node]) continue
    const cell = Math.floor(at[2 * node]! / (2 * largest)) * 2 ** 26 + Math.floor(at[2 * node + 1]! / (2 * largest))
    const count = (filled.get(cell) ?? 0) + 1
    filled.set(cell, count)
    if (count > crowd) beyond.push(node)
  }
  return beyond
}

/** Each overlapping pair moves apart by half each, or one by all where the other is fixed; gives the number of pairs. */
function pushOnce({ at, radius, fixed, grid }: Moving, without: Uint8Array): number {
  let overlaps = 0
  grid.clear()
  for (let node = 0; node < radius.length; node++) if (!without[node]) grid.add(node, at[2 * node]!, at[2 * node + 1]!)
  for (let node = 0; node < radius.length; node++) {
    if (without[node]) continue
    grid.someNear(at[2 * node]!, at[2 * node + 1]!, (other) => {
      if (other <= node || (fixed[node] && fixed[other])) return false
      let dx = at[2 * other]! - at[2 * node]!
      let dy = at[2 * other + 1]! - at[2 * node + 1]!
      const reach = radius[node]! + radius[other]!
      const square = dx * dx + dy * dy
      if (square >= reach * reach) return false
      let distance = Math.sqrt(square)
      overlaps++
      const push = reach * touch - distance
      if (distance === 0) {
        dx = Math.cos((node + other) * goldenAngle)
        dy = Math.sin((node + other) * goldenAngle)
        distance = 1
      }
      const share = fixed[node] ? 0 : fixed[other] ? 1 : 0.5
      at[2 * node]! -= (dx / distance) * push * share
      at[2 * node + 1]! -= (dy / distance) * push * share
      at[2 * other]! += (dx / distance) * push * (1 - share)
      at[2 * other + 1]! += (dy / distance) * push * (1 - share)
      return false
    })
  }
  return overlaps
}

/** Puts each disc that is left on the nearest spot of a sunflower around its place that is free. */
function settle(discs: Moving, left: Uint8Array): void {
  const { at, radius, grid } = discs
  grid.clear()
  let mean = 0
  for (let node = 0; node < radius.length; node++) {
    mean += radius[node]! / radius.length
    if (!left[node]) grid.add(node, at[2 * node]!, at[2 * node + 1]!)
  }
  // Spots that were taken stay taken: who starts in the same cell goes on from where the last one found room.
  const tried = new Map<number, number>()
  for (let node = 0; node < radius.length; node++) {
    if (!left[node]) continue
    const [x, y] = [at[2 * node]!, at[2 * node + 1]!]
    const cell = Math.floor(x / (4 * mean)) * 2 ** 26 + Math.floor(y / (4 * mean))
    let spot = tried.get(cell) ?? 0
    for (; ; spot++) {
      const far = mean * Math.sqrt(spot)
      at[2 * node] = x + far * Math.cos(spot * goldenAngle)
      at[2 * node + 1] = y + far * Math.sin(spot * goldenAngle)
      if (!grid.someNear(at[2 * node]!, at[2 * node + 1]!, (other) => meet(discs, node, other))) break
    }
    tried.set(cell, spot)
    grid.add(node, at[2 * node]!, at[2 * node + 1]!)
  }
}
