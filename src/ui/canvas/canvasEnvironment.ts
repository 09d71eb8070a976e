import { guideBoxes } from '../../drawing/guideLabelBoxes'
import type { Box } from '../../drawing/placeLabels'
import { palettes, type Palette } from '../../drawing/colourPalette'
import type { Board } from './gestureTarget'
import { frameOf, type Frame } from './shaderParameters'

/** The colours of the theme that the page has now. */
export const paletteNow = (): Palette =>
  palettes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']

/** The frame of a canvas that is made now. */
export const frameNow = (): Frame => frameOf(paletteNow(), matchMedia('(pointer: coarse)').matches)

/** Tells when the theme has changed, and when letters have come that were written in another face; returns how to stop. */
export function keepAround(themed: () => void, lettered: () => void): () => void {
  const themes = new MutationObserver(themed)
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  document.fonts.addEventListener('loadingdone', lettered)
  return () => {
    themes.disconnect()
    document.fonts.removeEventListener('loadingdone', lettered)
  }
}

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

/** Everything that labels keep clear of. */
export const withGuides = (boxes: readonly Box[], { app, sigma }: Pick<Board, 'app' | 'sigma'>): readonly Box[] => [
  ...boxes,
  ...guideBoxes(app.moment.getState().guides, (place) => sigma.graphToViewport(place)),
]
