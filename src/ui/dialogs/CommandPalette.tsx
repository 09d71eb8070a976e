import { useId, useState, type KeyboardEvent } from 'react'
import type { App, AppCommand } from '../../app/app'
import { commandLabel } from '../../app/commandLabel'
import type { CommandsMessages } from '../../messages/commands.en'
import type { Texts } from '../../messages/texts.en'
import type { Graph } from '../../model/graph'
import { nodeCardById, type NodeCard } from '../../scene/text/nodeCard'
import { Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { shortcutKeyLabels } from '../controls/shortcutKeyLabels'
import { FamilyIcon } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { useNodeSearch } from '../controls/useNodeSearch'
import { useMessages, useTexts } from '../controls/useTexts'
import { Dialog } from '../controls/Dialog'
import { matchEntriesByLabel } from './matchEntriesByLabel'
import classes from './CommandPalette.module.css'

type Entry =
  | { readonly kind: 'command'; readonly command: AppCommand; readonly label: string }
  | { readonly kind: 'node'; readonly card: NodeCard }

/** Finds commands and nodes by a few letters. */
export function CommandPalette() {
  const app = useApp()
  const { palette } = useMessages('commands')
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const entries = useEntries(app, text)
  const activeIndex = Math.min(active, entries.length - 1)
  const onKeyDown = (event: KeyboardEvent) =>
    handleKey(event, {
      activeIndex,
      count: entries.length,
      setActive,
      runActive: () => runEntry(app, entries[activeIndex]),
    })
  return (
    <Dialog title={palette.title} bare>
      <div className={classes.field}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={palette.field}
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={activeIndex >= 0 ? `${id}${activeIndex}` : undefined}
          placeholder={palette.placeholder}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={`${id}list`} className={classes.list} role="listbox" aria-label={palette.results}>
        {entries.map((entry, index) => (
          <li
            key={keyOf(entry)}
            id={`${id}${index}`}
            role="option"
            className={classes.entry}
            aria-selected={index === activeIndex}
            ref={(item) => (index === activeIndex ? item?.scrollIntoView({ block: 'nearest' }) : undefined)}
            onClick={() => runEntry(app, entry)}
          >
            <EntryContent entry={entry} />
          </li>
        ))}
        {entries.length === 0 && <li className={classes.none}>{palette.noResults}</li>}
      </ul>
    </Dialog>
  )
}

/** The available commands that match, then the nodes; without a text only commands. */
function useEntries(app: App, text: string): readonly Entry[] {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const messages = useMessages('commands')
  const { hits } = useNodeSearch(text.trim())
  return [
    ...matchEntriesByLabel(availableCommands(app, messages, texts), text),
    ...nodeEntries(
      graph,
      hits.map(({ node }) => node),
      texts,
    ),
  ]
}

const availableCommands = (app: App, messages: CommandsMessages, texts: Texts) =>
  app.commands
    .filter(({ id, available }) => id !== 'palette' && (available?.(app) ?? true))
    .map((command) => ({ kind: 'command' as const, command, label: commandLabel(command.id, messages, texts) }))

const nodeEntries = (graph: Graph, ids: readonly string[], texts: Texts): readonly Entry[] =>
  ids
    .map((id) => nodeCardById(graph, id, texts))
    .filter((card) => card !== undefined)
    .map((card) => ({ kind: 'node', card }))

const keyOf = (entry: Entry): string => (entry.kind === 'command' ? entry.command.id : `node ${entry.card.id}`)

/** Runs a command or selects a node, after the dialog has closed: a command may open another one or move the focus. */
function runEntry(app: App, entry: Entry | undefined): void {
  if (!entry) return
  app.openDialog(undefined)
  requestAnimationFrame(() => {
    if (entry.kind === 'command') entry.command.run(app)
    else app.select({ nodes: [entry.card.id] }, { zoomToNodes: true })
  })
}

interface KeyContext {
  readonly activeIndex: number
  readonly count: number
  readonly setActive: (index: number) => void
  readonly runActive: () => void
}

function handleKey(event: KeyboardEvent, { activeIndex, count, setActive, runActive }: KeyContext): void {
  // The keys of an input method, which confirms a composition with Enter.
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter') {
    // Otherwise the same key press would reach the element that gets the focus when the palette closes.
    event.preventDefault()
    return runActive()
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || count === 0) return
  event.preventDefault()
  setActive((activeIndex + step + count) % count)
}

function EntryContent({ entry }: { readonly entry: Entry }) {
  const { groups } = useMessages('commands')
  const { language } = useTexts()
  if (entry.kind === 'node') {
    const { family, type, label, typeLabel } = entry.card
    return (
      <>
        <FamilyIcon family={family} type={type} />
        <span className={classes.label} dir="auto" lang={langAttribute(label, language)}>
          {label}
        </span>
        <span className={classes.aside} dir="auto" lang={langAttribute(typeLabel, language)}>
          {typeLabel}
        </span>
      </>
    )
  }
  const { group, keys } = entry.command
  return (
    <>
      <span className={classes.group}>{groups[group]}</span>
      <span className={classes.label}>{entry.label}</span>
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
