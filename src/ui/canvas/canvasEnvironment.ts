import { guideLabelBoxes } from '../../drawing/guideLabelBoxes'
import type { ScreenBox } from '../../drawing/screenBox'
import { colourPalettes, type ColourPalette } from '../../drawing/colourPalette'
import type { GestureTarget } from './gestureTarget'
import { createShaderParameters, type ShaderParameters } from './shaderParameters'

/** The palette of the page's current theme. */
export const currentPalette = (): ColourPalette =>
  colourPalettes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']

/** The parameters of a new canvas, for the current theme and pointer. */
export const initialShaderParameters = (): ShaderParameters =>
  createShaderParameters(currentPalette(), matchMedia('(pointer: coarse)').matches)

/**
 * Calls back when the theme has changed, and when a web font has loaded after text was drawn with the fallback. Returns how to
 * stop.
 */
export function watchThemeAndFonts(onThemeChange: () => void, onFontsLoaded: () => void): () => void {
  const observer = new MutationObserver(onThemeChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  document.fonts.addEventListener('loadingdone', onFontsLoaded)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', onFontsLoaded)
  }
}

export const areBoxesEqual = (some: readonly ScreenBox[], others: readonly ScreenBox[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others)

/** Boxes of the panels that float above the canvas, in CSS pixels from its upper left corner. */
export function floatingPanelBoxes(element: HTMLElement) {
  const canvas = element.getBoundingClientRect()
  const panels = element.parentElement?.querySelectorAll<HTMLElement>('[data-floating]') ?? []
  return [...panels].map((panel) => {
    const { left, top, right, bottom } = panel.getBoundingClientRect()
    return { left: left - canvas.left, top: top - canvas.top, right: right - canvas.left, bottom: bottom - canvas.top }
  })
}

/** Everything that labels keep clear of: floating panels and the labels of guides. */
export const withGuideLabelBoxes = (
  boxes: readonly ScreenBox[],
  { app, sigma }: Pick<GestureTarget, 'app' | 'sigma'>,
): readonly ScreenBox[] => [
  ...boxes,
  ...guideLabelBoxes(app.session.getState().guides, (point) => sigma.graphToViewport(point)),
]
