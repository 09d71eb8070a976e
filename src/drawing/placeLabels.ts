/** A label that wants a place beside its node. Sizes and positions in CSS pixels, y downwards. */
export interface LabelRequest {
  readonly key: number
  readonly x: number
  readonly y: number
  /** Of the node. */
  readonly radius: number
  readonly width: number
  readonly height: number
  /** Greater comes first. */
  readonly importance: number
  /**
   * What it may cover, though never another label: no node; nodes that have stepped back, as what is lit may; or any,
   * where there is no other place, as what is selected or pointed at may.
   */
  readonly mayCover: 'none' | 'dimmed' | 'any'
}

export interface ScreenBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where a label stands: its box, to which side of the node, and how its lines are aligned. */
export interface PlacedLabel extends ScreenBox {
  readonly key: number
  readonly side: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface LabelObstacle {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Of the node whose label may touch it. */
  readonly key?: number
  /** It has stepped back behind what is lit. */
  readonly dimmed?: boolean
}

export interface LabelFrame {
  readonly width: number
  readonly height: number
  /** Nodes and marks that no label may cover: middle and radius. */
  readonly discs: readonly LabelObstacle[]
  /** Panels that float above. */
  readonly boxes: readonly ScreenBox[]
  /** The sides that labels had before, by key: kept while they are free, so that labels do not jump. */
  readonly previousSides?: ReadonlyMap<number, number>
}

const gap = 4
/** Large nodes may have their label so much further away, where the nearer places are taken. */
const further = 13
const largeFrom = 12
const margin = 2
/** Two labels on one line stand so far apart, lest they read as one. */
const air = 5
const most = 400
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

const nearer = [...sides.keys()]
const bothDistances = [...nearer, ...nearer.map((side) => side + sides.length)]

/**
 * Gives each label one of twelve places round its node, the most important first, so that no label covers another one,
 * a node, a mark or a panel, nor leaves the frame. A label that finds no place is left out. After Christensen, Marks and
 * Shieber, "An Empirical Study of Algorithms for Point-Feature Label Placement" (1995), its greedy form.
 */
export function placeLabels(wishes: readonly LabelRequest[], field: LabelFrame): PlacedLabel[] {
  const grids = { none: new Grid(), dimmed: new Grid(), any: new Grid() }
  for (const disc of field.discs) {
    grids.none.add(around(disc), disc.key)
    if (!disc.dimmed) grids.dimmed.add(around(disc), disc.key)
  }
  const everywhere = (box: ScreenBox) => Object.values(grids).forEach((grid) => grid.add(box, undefined))
  field.boxes.forEach(everywhere)
  const ordered = [...wishes]
    .sort((one, other) => other.importance - one.importance || one.key - other.key)
    .slice(0, most)
  return ordered.flatMap((wish) => {
    const free = wish.mayCover === 'none' ? grids.none : grids.dimmed
    const place =
      firstFree(wish, field, free) ?? (wish.mayCover === 'any' ? leastCovering(wish, field, grids) : undefined)
    if (!place) return []
    everywhere({ ...place, left: place.left - air, right: place.right + air })
    return [place]
  })
}

const around = ({ x, y, radius }: { x: number; y: number; radius: number }): ScreenBox => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

function firstFree(wish: LabelRequest, field: LabelFrame, taken: Grid): PlacedLabel | undefined {
  const before = field.previousSides?.get(wish.key)
  const on = (side: number): PlacedLabel | undefined => {
    const place = placeOn(wish, side)
    return inside(place, field) && taken.isFree(place, wish.key) ? place : undefined
  }
  const kept = before === undefined ? undefined : on(before)
  if (kept) return kept
  for (const side of wish.radius >= largeFrom ? bothDistances : nearer) {
    const place = side === before ? undefined : on(side)
    if (place) return place
  }
  return undefined
}

interface Grids {
  readonly none: Grid
  readonly any: Grid
}

/** Marks, and nodes from this radius, count so many times the area that they would lose. */
const weighty = { from: 9, times: 12 }

/** The place, free of other labels, that covers least of nodes and marks, and least of the large ones. */
function leastCovering(wish: LabelRequest, field: LabelFrame, { none, any }: Grids): PlacedLabel | undefined {
  const before = field.previousSides?.get(wish.key)
  let best: PlacedLabel | undefined
  let least = Infinity
  for (const side of bothDistances) {
    const place = placeOn(wish, side)
    if (!inside(place, field) || !any.isFree(place, wish.key)) continue
    // The side that it had is given up only for one that is clearly better.
    const cost = none.covered(place, wish.key) * (side === before ? 0.7 : 1)
    if (cost < least) [best, least] = [place, cost]
  }
  return best
}

const inside = ({ left, right, top, bottom }: ScreenBox, { width, height }: LabelFrame): boolean =>
  left >= margin && top >= margin && right <= width - margin && bottom <= height - margin

function placeOn({ key, x, y, radius, width, height }: LabelRequest, side: number): PlacedLabel {
  const [across, down] = sides[side % sides.length]!
  const away = radius + (side < sides.length ? gap : further)
  const beside = Math.abs(across) === 1
  const diagonal = beside && down !== 0 ? 0.8 : 1
  const middleX = beside ? x + across * (away * diagonal + width / 2) : x + across * width
  const middleY = beside ? y + down * (away * 0.6 + height / 2) : y + down * (away + height / 2)
  const anchor = beside ? (across > 0 ? 'start' : 'end') : 'middle'
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

interface Held {
  readonly box: ScreenBox
  readonly key: number | undefined
}

/** Boxes by the cells of a square grid that they touch, so that each is compared with its surroundings only. */
class Grid {
  readonly #cells = new Map<number, Held[]>()

  add(box: ScreenBox, key: number | undefined): void {
    const held = { box, key }
    const { left, right, low, high } = cellsOf(box)
    for (let column = left; column <= right; column++)
      for (let row = low; row <= high; row++) {
        const others = this.#cells.get(cellAt(column, row))
        if (others) others.push(held)
        else this.#cells.set(cellAt(column, row), [held])
      }
  }

  /** Whether nothing overlaps the box, but what has the same key: a label may touch its own node. */
  isFree(box: ScreenBox, own: number): boolean {
    return !this.#some(box, (held) => held.key !== own && boxesOverlap(box, held.box))
  }

  /** How much of what it holds a box covers, in square pixels; of marks and large nodes many times that. */
  covered(box: ScreenBox, own: number): number {
    const met = new Set<Held>()
    this.#some(box, (held) => {
      if (held.key !== own && boxesOverlap(box, held.box)) met.add(held)
      return false
    })
    let sum = 0
    for (const { box: other, key } of met) {
      const large = key === undefined || other.right - other.left >= 2 * weighty.from
      sum += areaOf(shared(box, other)) * (large ? weighty.times : 1)
    }
    return sum
  }

  /** Whether any of what stands in the box's cells will do; what stands in several is asked several times. */
  #some(box: ScreenBox, will: (held: Held) => boolean): boolean {
    const { left, right, low, high } = cellsOf(box)
    for (let column = left; column <= right; column++)
      for (let row = low; row <= high; row++) if (this.#cells.get(cellAt(column, row))?.some(will)) return true
    return false
  }
}

const areaOf = ({ left, right, top, bottom }: ScreenBox): number => (right - left) * (bottom - top)

const shared = (one: ScreenBox, other: ScreenBox): ScreenBox => ({
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
})

export const boxesOverlap = (one: ScreenBox, other: ScreenBox): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Columns and rows of the cells that a box touches; far outside of any frame they are cut off. */
const cellsOf = ({ left, right, top, bottom }: ScreenBox) => ({
  left: bound(left),
  right: bound(right),
  low: bound(top),
  high: bound(bottom),
})

const bound = (value: number): number => Math.max(-500, Math.min(500, Math.floor(value / cell)))

const cellAt = (column: number, row: number): number => column * 2000 + row
