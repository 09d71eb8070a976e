import type { Command } from '../../app/app'
import { shortcutKeyLabels } from '../controls/shortcutKeyLabels'
import { useApp } from '../controls/useApp'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'

/** What hands do where no command stands behind it. */
const gestures: readonly (readonly [string, string])[] = [
  ['Shift click', 'Add to the selection'],
  ['Shift drag', 'Draw a lasso around nodes'],
  ['Double click', 'Frame a node and its neighbours'],
  ['Alt click', 'On a facet: rule it out (Delete by keyboard)'],
  ['↑ ↓ ← →', 'Walk the list, and the rows of a facet'],
]

/** All keys, by what they are for. */
export function ShortcutsDialog() {
  const { commands } = useApp()
  const withKeys = commands.filter(({ keys }) => keys)
  const groups = [...new Set(withKeys.map(({ group }) => group))]
  return (
    <Dialog title="Keyboard shortcuts">
      <div className={classes.sheet}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
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
          <h3>By hand</h3>
          <dl>
            {gestures.map(([hand, what]) => (
              <div key={hand}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{hand}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

const Row = ({ command: { label, keys = '' } }: { readonly command: Command }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {shortcutKeyLabels(keys).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </dd>
  </div>
)
