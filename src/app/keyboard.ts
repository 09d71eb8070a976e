import type { App, Command } from './app'

/** Whether typing goes into the element, so that letters are no shortcuts there. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')

/** Whether Enter and arrows already mean something where the focus is. */
const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, a, summary, input, [role]:not([role=img], [role=region])') !== null

function matches({ keys }: Command, event: KeyboardEvent): boolean {
  if (!keys) return false
  const parts = keys.split('+').filter(Boolean)
  const key = keys.endsWith('+') ? '+' : parts.at(-1)!
  const mod = parts.includes('Mod')
  if (mod !== (event.ctrlKey || event.metaKey) || event.altKey) return false
  return event.key.toLowerCase() === key.toLowerCase() && (!parts.includes('Shift') || event.shiftKey)
}

/** Runs commands by their keys wherever nothing else wants the key; returns how to stop. */
export function bindKeyboardShortcuts(app: App): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const command = app.commands.find((each) => matches(each, event))
    if (!command || (command.available && !command.available(app))) return
    const withMod = event.ctrlKey || event.metaKey
    if (!withMod && (takesText(event.target) || app.session.getState().dialog !== undefined)) return
    if (event.key === 'Enter' && takesKeys(event.target)) return
    event.preventDefault()
    command.run(app)
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
