import { useSyncExternalStore } from 'react'
import type { App } from '../../app/app'
import { storedTheme } from '../../app/themePreference'
import type { FrameMessages } from '../../messages/frame.en'
import type { MenuItem } from '../controls/Menu'

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-chosen-theme'] })
  return () => observer.disconnect()
}

/** The theme that the person chose, which is an attribute of the root element. */
export const useChosenTheme = (): string =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset['chosenTheme'] ?? storedTheme())

/** Menu entries for the themes, with the chosen one checked. */
export const themeMenuItems = (app: App, chosen: string, { themes }: FrameMessages): readonly MenuItem[] =>
  (['light', 'dark', 'system'] as const).map((theme) => ({
    label: themes[theme],
    checked: theme === chosen,
    run: () => app.setTheme(theme),
  }))
