const key = 'kizuna:theme'

export type Theme = 'light' | 'dark' | 'system'

/** The theme that the person chose before; `system` if none was chosen, or if the browser stores nothing. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

const systemIsDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches

const applyTheme = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme === 'system' ? (systemIsDark() ? 'dark' : 'light') : theme
  document.documentElement.dataset['chosenTheme'] = theme
}

/** Sets the theme and remembers it in this browser. */
export function setTheme(theme: Theme): void {
  applyTheme(theme)
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // Storage is refused: the theme holds for this visit.
  }
}

/** Applies the chosen theme, and follows the system if that was chosen. */
export function initialiseTheme(): void {
  applyTheme(storedTheme())
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyTheme(storedTheme()))
}
