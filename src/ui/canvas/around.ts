import type { Point } from '../../drawing/geometry'
import type { Box } from '../../drawing/labels'
import { palettes, type Palette } from '../../drawing/palette'
import type { Guides } from '../../layout/plan'
import type { Board } from './board'

/** The colours of the theme that the page has now. */
export const paletteNow = (): Palette =>
  palettes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']

export const sameBoxes = (some: readonly Box[], others: readonly Box[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others)

/** Boxes of the panels that float above the canvas, from its upper left corner. */
export function floatingBoxes(element: HTMLElement) {
  const own = element.getBoundingClientRect()
  const panels = element.parentElement?.querySelectorAll<HTMLElement>('[data-floating]') ?? []
  return [...panels].map((panel) => {
    const { left, top, right, bottom } = panel.getBoundingClientRect()
    return { left: left - own.left, top: top - own.top, right: right - own.left, bottom: bottom - own.top }
  })
}

/** How near to the frame's edge a word stays that sticks to it: to its middle, or to its left end. */
const stuck = { top: 16, left: 10 }

/** About half of a letter's width and half of a line's height in guides, with a little room. */
const half = { letter: 3.5, line: 8 }

/** Where the words behind the nodes stand; one that would overlap an earlier one is left out. */
export function guideBoxes(guides: Guides | undefined, at: (place: Point) => Point): (Box & { text: string })[] {
  const kept: (Box & { text: string })[] = []
  for (const { x, y, text, stick } of guides?.words ?? []) {
    const place = at({ x, y })
    const wide = text.length * half.letter + 4
    const left = stick === 'left' ? Math.max(stuck.left, place.x) : place.x - wide
    const middle = stick === 'top' ? Math.max(stuck.top, place.y) : place.y
    const box = { text, left, right: left + 2 * wide, top: middle - half.line, bottom: middle + half.line }
    if (!kept.some((other) => meet(box, other))) kept.push(box)
  }
  return kept
}

/** Everything that labels keep clear of. */
export const withGuides = (boxes: readonly Box[], { app, sigma }: Pick<Board, 'app' | 'sigma'>): readonly Box[] => [
  ...boxes,
  ...guideBoxes(app.moment.getState().guides, (place) => sigma.graphToViewport(place)),
]

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
