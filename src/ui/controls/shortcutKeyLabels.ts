/** Whether the keyboard has a Command key. */
const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

/** A command's keys as labelled on the keyboard: "Mod+k" gives "Ctrl" and "K", or "⌘" and "K". */
export function shortcutKeyLabels(keys: string): readonly string[] {
  const parts = keys === '+' ? ['+'] : keys.split('+')
  return parts.map((part) => {
    if (part === 'Mod') return isApple() ? '⌘' : 'Ctrl'
    if (part === 'Escape') return 'Esc'
    return part.length === 1 ? part.toUpperCase() : part
  })
}
