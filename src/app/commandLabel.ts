import type { CommandsMessages } from '../messages/commands.en'
import type { Texts } from '../messages/texts.en'
import { layoutNames } from '../scene/view/view'
import type { CommandId } from './app'

/** The label of a command in the palette and in the list of shortcuts. */
export function commandLabel(id: CommandId, { labels, layoutLabel }: CommandsMessages, { layouts }: Texts): string {
  const layout = layoutNames.find((name) => id === `layout-${name}`)
  return layout ? layoutLabel(layouts[layout]) : labels[id as keyof typeof labels]
}
