import { useSyncExternalStore } from 'react'

/** Below this width panels are sheets; the style sheets say the same number. */
const narrow = '(max-width: 799px)'

/** Whether the window is as narrow as a phone. */
export const isNarrowScreen = (): boolean => matchMedia(narrow).matches

/** Whether panels beside the canvas leave room for more on it. */
export const isWideScreen = (): boolean => matchMedia('(min-width: 1181px)').matches

function watch(change: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', change)
  return () => query.removeEventListener('change', change)
}

/** The same, drawing again when it changes. */
export const useNarrowScreen = (): boolean => useSyncExternalStore(watch, isNarrowScreen)
