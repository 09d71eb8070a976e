import { useSyncExternalStore } from 'react'
import type { App } from '../../app/app'
import { storedTheme } from '../../app/themePreference'
import type { MenuItem } from '../controls/Menu'

function watch(change: () => void): () => void {
  const observer = new MutationObserver(change)
  observer.observe(document.documentElement, { attributeFilter: ['data-chosen-theme'] })
  return () => observer.disconnect()
}

/** The theme that the person chose; the page's root carries it. */
export const useChosenTheme = (): string =>
  useSyncExternalStore(watch, () => document.documentElement.dataset['chosenTheme'] ?? storedTheme())

const themes = [
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
  { theme: 'system', label: 'As the system' },
] as const

/** A menu's entries for the themes, with the chosen one checked. */
export const themeMenuItems = (app: App, chosen: string): readonly MenuItem[] =>
  themes.map(({ theme, label }) => ({ label, checked: theme === chosen, run: () => app.setTheme(theme) }))
