import type Sigma from 'sigma'
import type { Box } from '../../drawing/labels'
import { palettes, type Palette } from '../../drawing/palette'
import type { Guides } from '../../layout/plan'

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

/** How near to the frame's edge a word stays that sticks to it, in CSS pixels to its middle or its left end. */
export const stuck = { top: 16, left: 10 }

/** About half of a letter's width and half of a line's height in guides, with a little room. */
const half = { letter: 3.3, line: 8 }

/** Where the words behind the nodes stand, in CSS pixels, so that labels keep clear of them. */
export function guideBoxes(guides: Guides | undefined, sigma: Sigma): Box[] {
  return (guides?.words ?? []).map(({ x, y, text, stick }) => {
    const place = sigma.graphToViewport({ x, y })
    const wide = text.length * half.letter + 4
    const left = stick === 'left' ? Math.max(stuck.left, place.x) : place.x - wide
    const middle = stick === 'top' ? Math.max(stuck.top, place.y) : place.y
    return { left, right: left + 2 * wide, top: middle - half.line, bottom: middle + half.line }
  })
}
