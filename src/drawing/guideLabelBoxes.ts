import type { LayoutGuides } from '../model/layoutGuides'
import type { Point } from './geometry'
import type { ScreenBox } from './placeLabels'

/** How near to the frame's edge a word stays that sticks to it: to its middle, or to its left end. */
const stuck = { top: 16, left: 10 }

/** About half of a letter's width and half of a line's height in guides, with a little room. */
const half = { letter: 3.5, line: 8 }

export interface GuideLabelBox extends ScreenBox {
  readonly text: string
}

/** Where the words behind the nodes stand; one that would overlap an earlier one is left out. */
export function guideLabelBoxes(guides: LayoutGuides | undefined, at: (place: Point) => Point): GuideLabelBox[] {
  const kept: GuideLabelBox[] = []
  for (const { x, y, text, stick } of guides?.labels ?? []) {
    const place = at({ x, y })
    const wide = text.length * half.letter + 4
    const left = stick === 'left' ? Math.max(stuck.left, place.x) : place.x - wide
    const middle = stick === 'top' ? Math.max(stuck.top, place.y) : place.y
    const box = { text, left, right: left + 2 * wide, top: middle - half.line, bottom: middle + half.line }
    if (!kept.some((other) => meet(box, other))) kept.push(box)
  }
  return kept
}

const meet = (one: ScreenBox, other: ScreenBox): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
