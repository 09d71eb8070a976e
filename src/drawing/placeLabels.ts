import { boxesOverlap, type ScreenBox } from './screenBox'

/** A label to place next to its node. Sizes and positions in CSS pixels, y downwards. */
export interface LabelRequest {
  readonly key: number
  readonly x: number
  readonly y: number
  /** Radius of the node. */
  readonly radius: number
  readonly width: number
  readonly height: number
  /** Labels of greater importance are placed first. */
  readonly importance: number
  /**
   * What it may cover, besides labels, which it never may: no node; dimmed nodes, for highlighted ones; or any node if there is
   * no other place, for selected and hovered ones.
   */
  readonly mayCover: 'none' | 'dimmed' | 'any'
}

/** A placed label: its box, its side of the node (see `sides`), and how its lines are aligned. */
export interface PlacedLabel extends ScreenBox {
  readonly key: number
  readonly side: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** A disc that labels keep clear of. */
export interface LabelObstacle {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** The node whose label may touch it. */
  readonly key?: number
  /** It belongs to a dimmed node. */
  readonly dimmed?: boolean
}

/** The frame of labels and everything that they keep clear of. */
export interface LabelPlacementContext {
  readonly width: number
  readonly height: number
  /** Nodes and marks. */
  readonly discs: readonly LabelObstacle[]
  /** Floating panels. */
  readonly boxes: readonly ScreenBox[]
  /** The previous sides of labels, by key: kept as long as they are free, so that labels do not jump. */
  readonly previousSides?: ReadonlyMap<number, number>
}

/** Distance between a node and its label, in CSS pixels like all lengths here. */
const gap = 4
/** Distance between a large node and its label if the nearer places are taken. */
const largerGap = 13
const minLargeRadius = 12
/** Distance between labels and the edge of the frame. */
const margin = 2
/** Horizontal distance between two labels, so that they do not read as one. */
const labelDistance = 5
const maxLabels = 400
/** Side of a cell of the grid. */
const cell = 64

/** Sides in order of preference: horizontal and vertical direction from the node. */
const sides: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 0.7],
  [1, -0.7],
  [-1, 0.7],
  [-1, -0.7],
  [0.45, 1],
  [-0.45, 1],
  [0.45, -1],
  [-0.45, -1],
]

const nearSides = [...sides.keys()]
const bothDistances = [...nearSides, ...nearSides.map((side) => side + sides.length)]

/**
 * Places each label at one of twelve sides of its node, the most important first, so that no label covers another label, a node, a
 * mark or a panel, or leaves the frame. A label without a free place is left out. The greedy algorithm of Christensen, Marks and
 * Shieber, "An Empirical Study of Algorithms for Point-Feature Label Placement" (1995).
 */
export function placeLabels(requests: readonly LabelRequest[], frame: LabelPlacementContext): PlacedLabel[] {
  const grids = { none: new Grid(), dimmed: new Grid(), any: new Grid() }
  for (const disc of frame.discs) {
    grids.none.add(boxOfDisc(disc), disc.key)
    if (!disc.dimmed) grids.dimmed.add(boxOfDisc(disc), disc.key)
  }
  const addToAll = (box: ScreenBox) => Object.values(grids).forEach((grid) => grid.add(box, undefined))
  frame.boxes.forEach(addToAll)
  const ordered = [...requests]
    .sort((one, other) => other.importance - one.importance || one.key - other.key)
    .slice(0, maxLabels)
  return ordered.flatMap((request) => {
    const obstacles = request.mayCover === 'none' ? grids.none : grids.dimmed
    const place =
      firstFree(request, frame, obstacles) ??
      (request.mayCover === 'any' ? leastCovering(request, frame, grids) : undefined)
    if (!place) return []
    addToAll({ ...place, left: place.left - labelDistance, right: place.right + labelDistance })
    return [place]
  })
}

const boxOfDisc = ({ x, y, radius }: { x: number; y: number; radius: number }): ScreenBox => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

/** The previous side if it is free, otherwise the first free one. */
function firstFree(request: LabelRequest, frame: LabelPlacementContext, obstacles: Grid): PlacedLabel | undefined {
  const previous = frame.previousSides?.get(request.key)
  const freePlaceAt = (side: number): PlacedLabel | undefined => {
    const place = placeAtSide(request, side)
    return isInFrame(place, frame) && obstacles.isFree(place, request.key) ? place : undefined
  }
  const unchanged = previous === undefined ? undefined : freePlaceAt(previous)
  if (unchanged) return unchanged
  for (const side of request.radius >= minLargeRadius ? bothDistances : nearSides) {
    const place = side === previous ? undefined : freePlaceAt(side)
    if (place) return place
  }
  return undefined
}

/** The covered area of marks, and of nodes from this radius on, counts this many times. */
const heavy = { minRadius: 9, factor: 12 }

/** The place, free of other labels, that covers the smallest area of nodes and marks, weighted by their size. */
function leastCovering(
  request: LabelRequest,
  frame: LabelPlacementContext,
  { none, any }: Record<'none' | 'any', Grid>,
): PlacedLabel | undefined {
  const previous = frame.previousSides?.get(request.key)
  let best: PlacedLabel | undefined
  let minCost = Infinity
  for (const side of bothDistances) {
    const place = placeAtSide(request, side)
    if (!isInFrame(place, frame) || !any.isFree(place, request.key)) continue
    // The previous side is left only for one that is clearly better.
    const cost = none.coveredArea(place, request.key) * (side === previous ? 0.7 : 1)
    if (cost < minCost) [best, minCost] = [place, cost]
  }
  return best
}

const isInFrame = ({ left, right, top, bottom }: ScreenBox, { width, height }: LabelPlacementContext): boolean =>
  left >= margin && top >= margin && right <= width - margin && bottom <= height - margin

function placeAtSide({ key, x, y, radius, width, height }: LabelRequest, side: number): PlacedLabel {
  const [across, down] = sides[side % sides.length]!
  const distance = radius + (side < sides.length ? gap : largerGap)
  const isHorizontal = Math.abs(across) === 1
  const diagonal = isHorizontal && down !== 0 ? 0.8 : 1
  const middleX = isHorizontal ? x + across * (distance * diagonal + width / 2) : x + across * width
  const middleY = isHorizontal ? y + down * (distance * 0.6 + height / 2) : y + down * (distance + height / 2)
  const anchor = isHorizontal ? (across > 0 ? 'start' : 'end') : 'middle'
  return {
    key,
    side,
    anchor,
    left: middleX - width / 2,
    right: middleX + width / 2,
    top: middleY - height / 2,
    bottom: middleY + height / 2,
  }
}

interface GridEntry {
  readonly box: ScreenBox
  readonly key: number | undefined
}

/** Boxes by the cells of a square grid that they touch, so that each is compared only with those nearby. */
class Grid {
  readonly #cells = new Map<number, GridEntry[]>()

  add(box: ScreenBox, key: number | undefined): void {
    const entry = { box, key }
    const { left, right, low, high } = cellsOf(box)
    for (let column = left; column <= right; column++)
      for (let row = low; row <= high; row++) {
        const others = this.#cells.get(cellAt(column, row))
        if (others) others.push(entry)
        else this.#cells.set(cellAt(column, row), [entry])
      }
  }

  /** Whether nothing overlaps the box, except with the same key: a label may touch its own node. */
  isFree(box: ScreenBox, own: number): boolean {
    return !this.#some(box, (entry) => entry.key !== own && boxesOverlap(box, entry.box))
  }

  /** The area of entries that a box covers, in square pixels; that of marks and large nodes counts more. */
  coveredArea(box: ScreenBox, own: number): number {
    const covered = new Set<GridEntry>()
    this.#some(box, (entry) => {
      if (entry.key !== own && boxesOverlap(box, entry.box)) covered.add(entry)
      return false
    })
    let sum = 0
    for (const { box: other, key } of covered) {
      const isHeavy = key === undefined || other.right - other.left >= 2 * heavy.minRadius
      sum += areaOf(intersection(box, other)) * (isHeavy ? heavy.factor : 1)
    }
    return sum
  }

  /** Whether any entry in the cells of the box satisfies the condition; entries in several cells are tested several times. */
  #some(box: ScreenBox, condition: (entry: GridEntry) => boolean): boolean {
    const { left, right, low, high } = cellsOf(box)
    for (let column = left; column <= right; column++)
      for (let row = low; row <= high; row++) if (this.#cells.get(cellAt(column, row))?.some(condition)) return true
    return false
  }
}

const areaOf = ({ left, right, top, bottom }: ScreenBox): number => (right - left) * (bottom - top)

const intersection = (one: ScreenBox, other: ScreenBox): ScreenBox => ({
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
})

/** Columns and rows of the cells that a box touches, clamped far outside of any frame. */
const cellsOf = ({ left, right, top, bottom }: ScreenBox) => ({
  left: cellIndex(left),
  right: cellIndex(right),
  low: cellIndex(top),
  high: cellIndex(bottom),
})

const cellIndex = (value: number): number => Math.max(-500, Math.min(500, Math.floor(value / cell)))

const cellAt = (column: number, row: number): number => column * 2000 + row
