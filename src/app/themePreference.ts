const key = 'kizuna:theme'

export type Theme = 'light' | 'dark' | 'system'

/** The theme that a person chose before; the system's where none was, or where the browser keeps nothing. */
export function storedTheme(): Theme {
  try {
    const kept = localStorage.getItem(key)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

const systemIsDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches

const apply = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme === 'system' ? (systemIsDark() ? 'dark' : 'light') : theme
  document.documentElement.dataset['chosenTheme'] = theme
}

/** Sets the theme and remembers it in this browser. */
export function setTheme(theme: Theme): void {
  apply(theme)
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // A browser that keeps nothing still shows the theme; it only forgets it.
  }
}

/** Shows the chosen theme, and follows the system while that is what was chosen. */
export function initialiseTheme(): void {
  apply(storedTheme())
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(storedTheme()))
}
