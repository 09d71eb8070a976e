/** Whether the keyboard has a Command key. */
const apple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

/** A command's keys as they stand on the keyboard: "Mod+k" reads "Ctrl K", or "⌘ K". */
export function shortcutKeyLabels(keys: string): readonly string[] {
  const parts = keys === '+' ? ['+'] : keys.split('+')
  return parts.map((part) => {
    if (part === 'Mod') return apple() ? '⌘' : 'Ctrl'
    if (part === 'Escape') return 'Esc'
    return part.length === 1 ? part.toUpperCase() : part
  })
}
