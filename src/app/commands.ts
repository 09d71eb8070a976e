import type { App } from './app'

/** Something that a person can make the program do, by menu, key or palette. */
export interface Command {
  readonly id: string
  /** What the palette and the shortcut sheet call it. */
  readonly label: string
  /** Where it stands in both. */
  readonly group: 'Find' | 'View' | 'Filter' | 'Layout' | 'Selection' | 'File'
  /** As KeyboardEvent.key, with "Mod+" for Ctrl or Cmd and "Shift+"; shown in the sheet as it is. */
  readonly keys?: string
  readonly run: (app: App) => void
  /** Absent: always. */
  readonly available?: (app: App) => boolean
}

/** Every command. To add one, write its record here. */
export const commands: readonly Command[] = []
