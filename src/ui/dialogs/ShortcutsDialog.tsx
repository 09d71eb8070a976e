import type { AppCommand } from '../../app/app'
import { commandLabel } from '../../app/commandLabel'
import type { CommandsMessages } from '../../messages/commands.en'
import { shortcutKeyLabels } from '../controls/shortcutKeyLabels'
import { useApp } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'

interface Gesture {
  readonly keys?: string
  readonly gesture?: keyof CommandsMessages['gestures']
  readonly effect: keyof CommandsMessages['gestureEffects']
}

/** What the pointer and the arrow keys do without a command. */
const gestures: readonly Gesture[] = [
  { keys: 'Shift', gesture: 'click', effect: 'addToSelection' },
  { keys: 'Shift', gesture: 'drag', effect: 'lasso' },
  { gesture: 'doubleClick', effect: 'zoomToNode' },
  { keys: 'Alt', gesture: 'click', effect: 'exclude' },
  { keys: '↑ ↓ ← →', effect: 'move' },
]

/** All keyboard shortcuts, in groups. */
export function ShortcutsDialog() {
  const { commands } = useApp()
  const messages = useMessages('commands')
  const withKeys = commands.filter(({ keys }) => keys)
  const groups = [...new Set(withKeys.map(({ group }) => group))]
  return (
    <Dialog title={messages.shortcutsTitle}>
      <div className={classes.sheet}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{messages.groups[group]}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <Row key={command.id} command={command} />
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{messages.gesturesHeading}</h3>
          <dl>
            {gestures.map(({ keys, gesture, effect }) => (
              <div key={effect}>
                <dt>{messages.gestureEffects[effect]}</dt>
                <dd>
                  <kbd>{[keys, gesture && messages.gestures[gesture]].filter(Boolean).join(' ')}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

function Row({ command: { id, keys = '' } }: { readonly command: AppCommand }) {
  const label = commandLabel(id, useMessages('commands'), useTexts())
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {shortcutKeyLabels(keys).map((name) => (
          <kbd key={name}>{name}</kbd>
        ))}
      </dd>
    </div>
  )
}
