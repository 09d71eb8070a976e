import { useTexts } from '../controls/useTexts'
import { useId, useState, type KeyboardEvent } from 'react'
import type { App, Command } from '../../app/app'
import type { Texts } from '../../messages/texts.en'
import type { Graph } from '../../model/graph'
import { nodeCardById, type NodeCard } from '../../scene/text/nodeCard'
import { Icon } from '../controls/Icon'
import { shortcutKeyLabels } from '../controls/shortcutKeyLabels'
import { FamilyIcon } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { useNodeSearch } from '../controls/useNodeSearch'
import { Dialog } from '../controls/Dialog'
import { matchEntriesByLabel } from './matchEntriesByLabel'
import classes from './CommandPalette.module.css'

type Entry =
  { readonly kind: 'command'; readonly command: Command } | { readonly kind: 'node'; readonly card: NodeCard }

/** Everything that can be done, and every node, by a few letters. */
export function CommandPalette() {
  const app = useApp()
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const entries = useEntries(app, text)
  const at = Math.min(active, entries.length - 1)
  return (
    <Dialog title="Commands and nodes" bare>
      <div className={classes.field}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Command or node"
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}${at}` : undefined}
          placeholder="What would you do, or whom do you look for?"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setActive(0)
          }}
          onKeyDown={(event) =>
            press(event, { at, count: entries.length, setActive, take: () => take(app, entries[at]) })
          }
        />
      </div>
      <ul id={`${id}list`} className={classes.list} role="listbox" aria-label="Found">
        {entries.map((entry, index) => (
          <li
            key={keyOf(entry)}
            id={`${id}${index}`}
            role="option"
            className={classes.entry}
            aria-selected={index === at}
            ref={(item) => (index === at ? item?.scrollIntoView({ block: 'nearest' }) : undefined)}
            onClick={() => take(app, entry)}
          >
            <Words entry={entry} />
          </li>
        ))}
        {entries.length === 0 && <li className={classes.none}>Nothing answers to this.</li>}
      </ul>
    </Dialog>
  )
}

/** Commands that can be run now, then nodes; without a text the commands alone. */
function useEntries(app: App, text: string): readonly Entry[] {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const { hits } = useNodeSearch(text.trim())
  const commands = app.commands.filter(({ id, available }) => id !== 'palette' && (available?.(app) ?? true))
  return [
    ...matchEntriesByLabel(commands, text).map((command): Entry => ({ kind: 'command', command })),
    ...cards(
      graph,
      hits.map(({ node }) => node),
      texts,
    ),
  ]
}

const cards = (graph: Graph, ids: readonly string[], texts: Texts): readonly Entry[] =>
  ids
    .map((id) => nodeCardById(graph, id, texts))
    .filter((card) => card !== undefined)
    .map((card) => ({ kind: 'node', card }))

const keyOf = (entry: Entry): string => (entry.kind === 'command' ? entry.command.id : `node ${entry.card.id}`)

/** The dialog is gone before the command runs, which may open another one or move the focus. */
function take(app: App, entry: Entry | undefined): void {
  if (!entry) return
  app.openDialog(undefined)
  requestAnimationFrame(() => {
    if (entry.kind === 'command') entry.command.run(app)
    else app.select({ nodes: [entry.card.id] }, { zoomToNodes: true })
  })
}

interface Walk {
  readonly at: number
  readonly count: number
  readonly setActive: (at: number) => void
  readonly take: () => void
}

function press(event: KeyboardEvent, { at, count, setActive, take: takeActive }: Walk): void {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter') {
    // The same press must not reach what has the focus once the palette is gone.
    event.preventDefault()
    return takeActive()
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || count === 0) return
  event.preventDefault()
  setActive((at + by + count) % count)
}

function Words({ entry }: { readonly entry: Entry }) {
  if (entry.kind === 'node')
    return (
      <>
        <FamilyIcon family={entry.card.family} type={entry.card.type} />
        <span className={classes.label}>{entry.card.label}</span>
        <span className={classes.aside}>{entry.card.typeLabel}</span>
      </>
    )
  const { label, group, keys } = entry.command
  return (
    <>
      <span className={classes.group}>{group}</span>
      <span className={classes.label}>{label}</span>
      {keys && (
        <span className={classes.keys}>
          {shortcutKeyLabels(keys).map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
        </span>
      )}
    </>
  )
}
