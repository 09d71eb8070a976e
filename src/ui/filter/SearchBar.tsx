import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { Icon } from '../controls/Icon'
import { SuggestionList, suggestionElementId } from './SuggestionList'
import classes from './SearchBar.module.css'
import { useSearchBar, type SearchBarState } from './useSearchBar'

/**
 * One field for both ways to find: bare words search the nodes, `key:value` writes the filter, whose text stands here
 * while nobody writes.
 */
export function SearchBar() {
  const search = useSearchBar()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { editing, fault, suggestions, activeIndex } = search
  const open = editing && suggestions.length > 0
  useSelected(input, editing, fault?.at)
  return (
    <div className={classes.bar}>
      <div className={classes.field} data-fault={fault !== undefined}>
        <Icon name="search" />
        <input
          ref={input}
          role="combobox"
          data-key-target="search"
          aria-label="Search nodes, or write a filter"
          aria-expanded={open}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={open && activeIndex >= 0 ? suggestionElementId(id, activeIndex) : undefined}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? `${id}fault` : undefined}
          placeholder="Search, or type:project sector:energy"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          value={search.text}
          onFocus={({ target }) => target.select()}
          onBlur={search.reset}
          onChange={({ target }) => search.setText(target.value)}
          onKeyDown={(event) => press(event, search)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <SuggestionList id={id} search={search} open={open} />
      {fault && <Fault id={`${id}fault`} text={search.text} at={fault.at} what={fault.what} />}
      {editing && search.context.kind === 'names' && suggestions.length === 1 && (
        <p className={classes.none} role="status">
          No node answers to this name.
        </p>
      )}
    </div>
  )
}

/** After a draft is done the whole text is selected, so that writing begins anew; a fault puts the cursor at its place. */
function useSelected(
  input: { readonly current: HTMLInputElement | null },
  editing: boolean,
  fault: number | undefined,
) {
  useEffect(() => {
    const field = input.current
    if (!field || document.activeElement !== field) return
    if (fault !== undefined) field.setSelectionRange(fault, field.value.length)
    else if (!editing) field.select()
  }, [input, editing, fault])
}

const moves: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

function press(event: KeyboardEvent<HTMLInputElement>, search: SearchBarState): void {
  if (event.nativeEvent.isComposing) return
  const by = moves[event.key]
  if (by && search.suggestions.length > 0) {
    event.preventDefault()
    search.moveActive(by)
  }
  if (event.key === '/' && !search.editing) {
    // The key that leads here, pressed once more: all is selected again.
    event.preventDefault()
    event.currentTarget.select()
  }
  if (event.key === 'Enter') search.submit()
  if (event.key === 'Tab' && !event.shiftKey) finish(event, search)
  if (event.key !== 'Escape') return
  event.preventDefault()
  if (search.editing) search.reset()
  else event.currentTarget.blur()
}

/** Tab takes what is being completed, and else goes on to the next field. */
function finish(event: KeyboardEvent, { suggestions, activeIndex, accept }: SearchBarState): void {
  const offer = suggestions[activeIndex]
  if (offer?.kind !== 'completion') return
  event.preventDefault()
  accept(offer)
}

interface FaultProps {
  readonly id: string
  readonly text: string
  readonly at: number
  readonly what: string
}

/** What is wrong, under the place where it is. */
const Fault = ({ id, text, at, what }: FaultProps) => (
  <p id={id} className={classes.fault} role="alert">
    <span className={classes.place}>
      {text.slice(Math.max(0, at - 24), at)}
      <mark>{text.slice(at, at + 16) || ' '}</mark>
    </span>
    At character {at + 1}: {what}.
  </p>
)
