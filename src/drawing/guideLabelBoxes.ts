import type { LayoutGuides } from '../model/layoutGuides'
import type { Point } from './geometry'
import { boxesOverlap, type ScreenBox } from './screenBox'

/** Distance between the edge of the frame and a label that sticks to it: to its middle, or to its left end. */
const stickDistance = { top: 16, left: 10 }

/** About half the width of a letter and half the height of a line, with some space. */
const half = { letter: 3.5, line: 8 }

/** A label of the guides, and its box in CSS pixels. */
export interface GuideLabelBox extends ScreenBox {
  readonly text: string
}

/** The boxes of all labels of the guides, except those that would overlap an earlier one. */
export function guideLabelBoxes(guides: LayoutGuides | undefined, toFrame: (point: Point) => Point): GuideLabelBox[] {
  const boxes: GuideLabelBox[] = []
  for (const { x, y, text, stick } of guides?.labels ?? []) {
    const point = toFrame({ x, y })
    const halfWidth = text.length * half.letter + 4
    const left = stick === 'left' ? Math.max(stickDistance.left, point.x) : point.x - halfWidth
    const middle = stick === 'top' ? Math.max(stickDistance.top, point.y) : point.y
    const box = { text, left, right: left + 2 * halfWidth, top: middle - half.line, bottom: middle + half.line }
    if (!boxes.some((other) => boxesOverlap(box, other))) boxes.push(box)
  }
  return boxes
}
