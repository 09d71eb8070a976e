import { useSyncExternalStore } from 'react'

/** Below this width panels are sheets; the style sheets use the same number. */
const narrowQuery = '(max-width: 799px)'

/** Whether the window is as narrow as a phone. */
export const isNarrowScreen = (): boolean => matchMedia(narrowQuery).matches

/** Whether the panels leave enough room on the canvas for an open legend. */
export const isWideScreen = (): boolean => matchMedia('(min-width: 1181px)').matches

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(narrowQuery)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** The same as a hook, which renders again when it changes. */
export const useNarrowScreen = (): boolean => useSyncExternalStore(subscribe, isNarrowScreen)
