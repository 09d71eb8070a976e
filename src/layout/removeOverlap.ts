import { HashGrid } from './hashGrid'

/** Discs that should not overlap. */
export interface DiscColumns {
  /** Centres, x and y in turn. */
  readonly positions: Float32Array
  readonly radius: Float32Array
  /** One byte a disc: 1 if it must not move. */
  readonly fixed: Uint8Array
  /** Scales everything up first if much of it is too dense, which preserves its shape better. */
  readonly scalesFirst?: boolean
}

/** Maximum number of discs in a cell that push each other; the others look for a free spot afterwards. */
const maxPerCell = 12
/** Distances are slightly larger than the sum of radii, so that rounding does not count as overlap. */
const touchFactor = 1.002
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/**
 * Moves discs as little as possible until none overlaps another; returns the same positions if none does. In iterations, overlapping
 * neighbours, which are found by a grid, push each other apart; discs that still overlap then take the nearest free spot on
 * a sunflower around their position. Only fixed discs may still overlap each other. The same discs always give the same positions.
 * Yields the number of overlaps in each iteration.
 */
export function* removeOverlap({
  positions,
  radius,
  fixed,
  scalesFirst = true,
}: DiscColumns): Generator<number, Float32Array> {
  const largest = radius.reduce((max, each) => Math.max(max, each), 0)
  const discs: MovingDiscs = {
    at: positions.slice(),
    radius,
    fixed,
    grid: new HashGrid(radius.length, 2 * largest * touchFactor),
  }
  const overlaps = largest === 0 ? 0 : overlapping(discs).length
  if (overlaps === 0) return discs.at
  if (scalesFirst && overlaps > 20 + radius.length / 4) scaleUp(discs, largest)
  const isSetAside = new Uint8Array(radius.length)
  for (const node of discsBeyondCellLimit(discs, largest)) isSetAside[node] = 1
  const iterations = radius.length > 20_000 ? 40 : 200
  for (let iteration = 0; iteration < iterations; iteration++) {
    const found = pushOnce(discs, isSetAside)
    if (found === 0) break
    yield found
  }
  for (const node of overlapping(discs, isSetAside)) isSetAside[node] = 1
  moveToFreeSpots(discs, isSetAside)
  return discs.at
}

/** Removes overlaps without reporting progress. */
export function removeOverlapSync(discs: DiscColumns): Float32Array {
  const run = removeOverlap(discs)
  for (;;) {
    const turn = run.next()
    if (turn.done) return turn.value
  }
}

interface MovingDiscs {
  readonly at: Float32Array
  readonly radius: Float32Array
  readonly fixed: Uint8Array
  readonly grid: HashGrid
}

/** Movable discs that overlap a fixed disc or one before them; `ignored` ones do not count. */
function overlapping(discs: MovingDiscs, ignored?: Uint8Array): number[] {
  const { at, radius, fixed, grid } = discs
  const found: number[] = []
  grid.clear()
  for (const pass of [1, 0])
    for (let node = 0; node < radius.length; node++) {
      if (fixed[node] !== pass || ignored?.[node]) continue
      const [x, y] = [at[2 * node]!, at[2 * node + 1]!]
      const overlaps = grid.someNear(x, y, (other) => doOverlap(discs, node, other))
      if (overlaps && pass === 0) found.push(node)
      // A disc that will move is no obstacle.
      else grid.add(node, x, y)
    }
  return found
}

/** Whether two discs overlap. */
function doOverlap({ at, radius }: MovingDiscs, one: number, other: number): boolean {
  const dx = at[2 * one]! - at[2 * other]!
  const dy = at[2 * one + 1]! - at[2 * other + 1]!
  return dx * dx + dy * dy < (radius[one]! + radius[other]!) ** 2
}

/** Scales the positions of movable discs about their mean until the discs fill at most half of the cells that they are in. */
function scaleUp({ at, radius, fixed }: MovingDiscs, largest: number): void {
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

/** Discs beyond the maximum number of their cell. */
function discsBeyondCellLimit({ at, radius, fixed }: MovingDiscs, largest: number): number[] {
  const countByCell = new Map<number, number>()
  const beyond: number[] = []
  for (let node = 0; node < radius.length; node++) {
    if (fixed[node]) continue
    const cell = Math.floor(at[2 * node]! / (2 * largest)) * 2 ** 26 + Math.floor(at[2 * node + 1]! / (2 * largest))
    const count = (countByCell.get(cell) ?? 0) + 1
    countByCell.set(cell, count)
    if (count > maxPerCell) beyond.push(node)
  }
  return beyond
}

/** Moves each overlapping pair apart, by half each, or one by all if the other is fixed. Returns the number of pairs. */
function pushOnce({ at, radius, fixed, grid }: MovingDiscs, ignored: Uint8Array): number {
  let overlaps = 0
  grid.clear()
  for (let node = 0; node < radius.length; node++) if (!ignored[node]) grid.add(node, at[2 * node]!, at[2 * node + 1]!)
  for (let node = 0; node < radius.length; node++) {
    if (ignored[node]) continue
    grid.someNear(at[2 * node]!, at[2 * node + 1]!, (other) => {
      if (other <= node || (fixed[node] && fixed[other])) return false
      let dx = at[2 * other]! - at[2 * node]!
      let dy = at[2 * other + 1]! - at[2 * node + 1]!
      const reach = radius[node]! + radius[other]!
      const square = dx * dx + dy * dy
      if (square >= reach * reach) return false
      let distance = Math.sqrt(square)
      overlaps++
      const push = reach * touchFactor - distance
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

/** Moves each disc that was set aside to the nearest free spot on a sunflower around its position. */
function moveToFreeSpots(discs: MovingDiscs, isSetAside: Uint8Array): void {
  const { at, radius, grid } = discs
  grid.clear()
  let mean = 0
  for (let node = 0; node < radius.length; node++) {
    mean += radius[node]! / radius.length
    if (!isSetAside[node]) grid.add(node, at[2 * node]!, at[2 * node + 1]!)
  }
  // Occupied spots stay occupied, so a disc of the same cell continues where the last one found a free spot.
  const nextSpotByCell = new Map<number, number>()
  for (let node = 0; node < radius.length; node++) {
    if (!isSetAside[node]) continue
    const [x, y] = [at[2 * node]!, at[2 * node + 1]!]
    const cell = Math.floor(x / (4 * mean)) * 2 ** 26 + Math.floor(y / (4 * mean))
    let spot = nextSpotByCell.get(cell) ?? 0
    for (; ; spot++) {
      const distance = mean * Math.sqrt(spot)
      at[2 * node] = x + distance * Math.cos(spot * goldenAngle)
      at[2 * node + 1] = y + distance * Math.sin(spot * goldenAngle)
      if (!grid.someNear(at[2 * node]!, at[2 * node + 1]!, (other) => doOverlap(discs, node, other))) break
    }
    nextSpotByCell.set(cell, spot)
    grid.add(node, at[2 * node]!, at[2 * node + 1]!)
  }
}
