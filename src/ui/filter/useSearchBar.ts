import { useState } from 'react'
import { filterStep, filterTerm } from '../../analysis/filter/filter'
import { printFilter, type FilterFault } from '../../analysis/filter/filterSyntax'
import type { SearchHit } from '../../analysis/search/searchNodes'
import type { App } from '../../app/app'
import { completionContext, type CompletionContext } from '../../scene/filter/completionContext'
import type { Completion } from '../../scene/filter/filterCompletion'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { useNodeSearch } from '../controls/useNodeSearch'
import { useFilterCompletion } from './useFilterCompletion'

/** A row below the search bar. */
export type SearchSuggestion =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'completion'; readonly completion: Completion }
  | { readonly kind: 'by-name'; readonly words: string }

/** An edited text that is not applied yet; `active` is the index of the suggestion chosen by arrow keys. */
interface Draft {
  readonly text: string
  readonly active: number | 'first'
  readonly fault?: FilterFault | undefined
}

/** The search bar: the text of the filter, or while it is edited, the draft with its suggestions. */
export interface SearchBarState {
  readonly text: string
  readonly editing: boolean
  readonly context: CompletionContext
  readonly suggestions: readonly SearchSuggestion[]
  /** Index of the suggestion that Enter accepts; -1 if there is none. */
  readonly activeIndex: number
  readonly fault: FilterFault | undefined
  readonly setText: (text: string) => void
  readonly moveActive: (by: 1 | -1) => void
  readonly accept: (suggestion: SearchSuggestion) => void
  readonly submit: () => void
  readonly reset: () => void
}

/** The state of the search bar. */
export function useSearchBar(): SearchBarState {
  const app = useApp()
  const texts = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filterText = useWorkspace(({ view }) => printFilter(view.filter))
  const [draft, setDraft] = useState<Draft>()
  const text = draft?.text ?? filterText
  const context: CompletionContext = draft ? completionContext(text) : { kind: 'nothing' }
  const words = context.kind === 'names' ? context.words : ''
  const { hits, pending } = useNodeSearch(words)
  const completeFilterText = useFilterCompletion()
  const suggestions = draft ? suggestionsFor(hits, completeFilterText?.(graph, text, texts) ?? [], words) : []
  const active = typeof draft?.active === 'number' ? draft.active : initialActive(suggestions, context)
  const accept = (suggestion: SearchSuggestion) => setDraft(acceptSuggestion(app, suggestion, text))
  return {
    text,
    editing: draft !== undefined,
    context,
    suggestions,
    activeIndex: active < suggestions.length ? active : -1,
    fault: draft?.fault,
    setText: (next) => setDraft({ text: next, active: 'first' }),
    moveActive: (by) => draft && setDraft({ ...draft, active: moveCyclically(active, by, suggestions.length) }),
    accept,
    submit: () => {
      const suggestion = suggestions[active]
      if (words !== '' && pending) void app.search(words).then(([hit]) => hit && accept({ kind: 'hit', hit }))
      else if (suggestion) accept(suggestion)
      else if (words === '') setDraft(applyFilterText(app, text))
    },
    reset: () => setDraft(undefined),
  }
}

const suggestionsFor = (
  hits: readonly SearchHit[],
  completions: readonly Completion[],
  words: string,
): readonly SearchSuggestion[] => [
  ...hits.slice(0, 8).map((hit): SearchSuggestion => ({ kind: 'hit', hit })),
  ...completions.map((completion): SearchSuggestion => ({ kind: 'completion', completion })),
  ...(words === '' ? [] : [{ kind: 'by-name' as const, words }]),
]

/** Enter accepts the first hit, and the completion of an unfinished value; a complete text is applied instead. */
function initialActive(suggestions: readonly SearchSuggestion[], context: CompletionContext): number {
  const [first] = suggestions
  if (!first || first.kind === 'by-name') return -1
  if (first.kind === 'hit') return 0
  const unfinished = context.kind === 'value' && context.part !== '' && first.completion.insert !== context.part
  return unfinished ? 0 : -1
}

/** Moves the active index in a cycle, which has no active suggestion between the last and the first. */
const moveCyclically = (active: number, by: 1 | -1, count: number): number => {
  const positions = count + 1
  return ((active + 1 + by + positions) % positions) - 1
}

/** Applies a text as the filter; returns a draft only if the text has a fault. */
function applyFilterText(app: App, text: string): Draft | undefined {
  const fault = app.setFilterText(text)
  return fault && { text, active: 'first', fault }
}

/** Accepts a suggestion; returns the draft that remains, if any. */
function acceptSuggestion(app: App, suggestion: SearchSuggestion, text: string): Draft | undefined {
  switch (suggestion.kind) {
    case 'hit':
      app.select({ nodes: [suggestion.hit.node] }, { zoomToNodes: true })
      return undefined
    case 'completion': {
      const { replaceFrom, insert, isComplete } = suggestion.completion
      const next = text.slice(0, replaceFrom) + insert
      return isComplete ? applyFilterText(app, next) : { text: next, active: 'first' }
    }
    case 'by-name':
      return filterByName(app, suggestion.words, text)
  }
}

/** Filters by names that contain the words: in a new step, or as the end of the filter that is being typed. */
function filterByName(app: App, words: string, text: string): Draft | undefined {
  const before = text.slice(0, text.trimEnd().length - words.length).trim()
  const clause = filterTerm('text', [words])
  if (before !== '') return applyFilterText(app, `${before} ${printFilter([filterStep(clause)])}`)
  app.updateView((view) => ({ ...view, filter: [...view.filter, filterStep(clause)] }))
  return undefined
}
