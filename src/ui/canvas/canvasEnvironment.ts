import { guideLabelBoxes } from '../../drawing/guideLabelBoxes'
import type { ScreenBox } from '../../drawing/placeLabels'
import { colourPalettes, type ColourPalette } from '../../drawing/colourPalette'
import type { GestureTarget } from './gestureTarget'
import { createShaderParameters, type ShaderParameters } from './shaderParameters'

/** The colours of the theme that the page has now. */
export const currentPalette = (): ColourPalette =>
  colourPalettes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']

/** The frame of a canvas that is made now. */
export const initialShaderParameters = (): ShaderParameters =>
  createShaderParameters(currentPalette(), matchMedia('(pointer: coarse)').matches)

/** Tells when the theme has changed, and when letters have come that were written in another face; returns how to stop. */
export function watchThemeAndFonts(themed: () => void, lettered: () => void): () => void {
  const themes = new MutationObserver(themed)
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  document.fonts.addEventListener('loadingdone', lettered)
  return () => {
    themes.disconnect()
    document.fonts.removeEventListener('loadingdone', lettered)
  }
}

export const areBoxesEqual = (some: readonly ScreenBox[], others: readonly ScreenBox[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others)

/** Boxes of the panels that float above the canvas, from its upper left corner. */
export function floatingPanelBoxes(element: HTMLElement) {
  const own = element.getBoundingClientRect()
  const panels = element.parentElement?.querySelectorAll<HTMLElement>('[data-floating]') ?? []
  return [...panels].map((panel) => {
    const { left, top, right, bottom } = panel.getBoundingClientRect()
    return { left: left - own.left, top: top - own.top, right: right - own.left, bottom: bottom - own.top }
  })
}

/** Everything that labels keep clear of. */
export const withGuideLabelBoxes = (
  boxes: readonly ScreenBox[],
  { app, sigma }: Pick<GestureTarget, 'app' | 'sigma'>,
): readonly ScreenBox[] => [
  ...boxes,
  ...guideLabelBoxes(app.session.getState().guides, (place) => sigma.graphToViewport(place)),
]
