import type { App, AppCommand } from './app'

/** Whether an element takes typed text, so that letters are not shortcuts there. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')

/** Whether Enter already has a meaning in an element. */
const takesEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, a, summary, input, [role]:not([role=img], [role=region])') !== null

function matches({ keys }: AppCommand, event: KeyboardEvent): boolean {
  if (!keys) return false
  const parts = keys.split('+').filter(Boolean)
  const key = keys.endsWith('+') ? '+' : parts.at(-1)!
  const needsModifier = parts.includes('Mod')
  if (needsModifier !== (event.ctrlKey || event.metaKey) || event.altKey) return false
  return event.key.toLowerCase() === key.toLowerCase() && (!parts.includes('Shift') || event.shiftKey)
}

/** Runs commands by their keys, unless something else handles the key or an input method is composing. Returns how to stop. */
export function bindKeyboardShortcuts(app: App): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const command = app.commands.find((each) => matches(each, event))
    if (!command || (command.available && !command.available(app))) return
    const hasModifier = event.ctrlKey || event.metaKey
    if (!hasModifier && (takesText(event.target) || app.session.getState().dialog !== undefined)) return
    if (event.key === 'Enter' && takesEnter(event.target)) return
    event.preventDefault()
    command.run(app)
  }
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}
