import { Suspense, useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { lazyPart } from '../controls/lazyPart'
import { Icon } from '../controls/Icon'
import { useMessageText, useTexts } from '../controls/useTexts'
import { suggestionElementId } from './suggestionElementId'
import classes from './SearchBar.module.css'
import { useSearchBar, type SearchBarState } from './useSearchBar'
import type { FilterFault } from '../../analysis/filter/filterSyntax'

const SuggestionList = lazyPart(async () => (await import('./SuggestionList')).SuggestionList)

/**
 * One field for both search and filter: bare words search the nodes, `key:value` edits the filter, whose text the field
 * shows while it is not edited.
 */
export function SearchBar() {
  const search = useSearchBar()
  const { filter: texts } = useTexts()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { editing, fault, suggestions, activeIndex } = search
  const open = editing && suggestions.length > 0
  useTextSelection(input, editing, fault?.at)
  return (
    <div className={classes.bar}>
      <div className={classes.field} data-fault={fault !== undefined}>
        <Icon name="search" />
        <input
          ref={input}
          role="combobox"
          data-key-target="search"
          aria-label={texts.searchLabel}
          aria-expanded={open}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={open && activeIndex >= 0 ? suggestionElementId(id, activeIndex) : undefined}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? `${id}fault` : undefined}
          placeholder={texts.searchPlaceholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          value={search.text}
          onFocus={({ target }) => target.select()}
          onBlur={search.reset}
          onChange={({ target }) => search.setText(target.value)}
          onKeyDown={(event) => handleKey(event, search)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      {editing && (
        <Suspense fallback={null}>
          <SuggestionList id={id} search={search} open={open} />
        </Suspense>
      )}
      {fault && <FaultNote id={`${id}fault`} text={search.text} fault={fault} />}
      {editing && search.context.kind === 'names' && suggestions.length === 1 && (
        <p className={classes.none} role="status">
          {texts.noNodeFound}
        </p>
      )}
    </div>
  )
}

/** Selects the whole text once editing ends, so that typing replaces it; a fault selects the text from its position on. */
function useTextSelection(
  input: { readonly current: HTMLInputElement | null },
  editing: boolean,
  faultIndex: number | undefined,
) {
  useEffect(() => {
    const field = input.current
    if (!field || document.activeElement !== field) return
    if (faultIndex !== undefined) field.setSelectionRange(faultIndex, field.value.length)
    else if (!editing) field.select()
  }, [input, editing, faultIndex])
}

const moves: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

function handleKey(event: KeyboardEvent<HTMLInputElement>, search: SearchBarState): void {
  if (event.nativeEvent.isComposing) return
  const by = moves[event.key]
  if (by && search.suggestions.length > 0) {
    event.preventDefault()
    search.moveActive(by)
  }
  if (event.key === '/' && !search.editing) {
    // The shortcut that focuses the field, pressed again: select the whole text.
    event.preventDefault()
    event.currentTarget.select()
  }
  if (event.key === 'Enter') search.submit()
  if (event.key === 'Tab' && !event.shiftKey) completeWithTab(event, search)
  if (event.key !== 'Escape') return
  event.preventDefault()
  if (search.editing) search.reset()
  else event.currentTarget.blur()
}

/** Tab accepts the active completion; otherwise it moves to the next field. */
function completeWithTab(event: KeyboardEvent, { suggestions, activeIndex, accept }: SearchBarState): void {
  const suggestion = suggestions[activeIndex]
  if (suggestion?.kind !== 'completion') return
  event.preventDefault()
  accept(suggestion)
}

interface FaultNoteProps {
  readonly id: string
  readonly text: string
  readonly fault: FilterFault
}

/** The text around a fault, and what is wrong with it. */
function FaultNote({ id, text, fault: { at, what } }: FaultNoteProps) {
  const { filter: texts } = useTexts()
  const messageText = useMessageText([what])
  return (
    <p id={id} className={classes.fault} role="alert">
      <span className={classes.place} translate="no">
        {text.slice(Math.max(0, at - 24), at)}
        <mark>{text.slice(at, at + 16) || ' '}</mark>
      </span>
      {texts.faultAt({ position: at + 1, fault: messageText(what) })}
    </p>
  )
}
