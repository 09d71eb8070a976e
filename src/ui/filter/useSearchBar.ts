import { useState } from 'react'
import { filterStep, filterTerm } from '../../analysis/filter/filter'
import { printFilter, type FilterFault } from '../../analysis/filter/filterSyntax'
import type { SearchHit } from '../../analysis/search/searchNodes'
import type { App } from '../../app/app'
import {
  completionContext,
  completeFilterText,
  type CompletionContext,
  type Completion,
} from '../../scene/filter/filterCompletion'
import { useApp, useWorkspace } from '../controls/useApp'
import { useNodeSearch } from '../controls/useNodeSearch'

/** A row below the search bar. */
export type SearchSuggestion =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'completion'; readonly completion: Completion }
  | { readonly kind: 'by-name'; readonly words: string }

/** What a person has written and not applied yet; `active` is the offer that arrows have reached. */
interface Draft {
  readonly text: string
  readonly active: number | 'first'
  readonly fault?: FilterFault | undefined
}

/** What stands in the search bar: the filter, until a person writes; then the draft, and what it could become. */
export interface SearchBarState {
  readonly text: string
  readonly editing: boolean
  readonly context: CompletionContext
  readonly suggestions: readonly SearchSuggestion[]
  /** Place among the offers of the one that Enter takes; -1 where there is none. */
  readonly activeIndex: number
  readonly fault: FilterFault | undefined
  readonly setText: (text: string) => void
  readonly moveActive: (by: 1 | -1) => void
  readonly accept: (offer: SearchSuggestion) => void
  readonly submit: () => void
  readonly reset: () => void
}

/** The state of the search bar. */
export function useSearchBar(): SearchBarState {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filterText = useWorkspace(({ view }) => printFilter(view.filter))
  const [draft, setDraft] = useState<Draft>()
  const text = draft?.text ?? filterText
  const asked: CompletionContext = draft ? completionContext(text) : { kind: 'nothing' }
  const words = asked.kind === 'names' ? asked.words : ''
  const { hits, pending } = useNodeSearch(words)
  const offers = draft ? offersFor(hits, completeFilterText(graph, text), words) : []
  const active = typeof draft?.active === 'number' ? draft.active : firstActive(offers, asked)
  const restore = () => setDraft(undefined)
  const take = (offer: SearchSuggestion) => setDraft(taken(app, offer, text))
  return {
    text,
    editing: draft !== undefined,
    context: asked,
    suggestions: offers,
    activeIndex: active < offers.length ? active : -1,
    fault: draft?.fault,
    setText: (next) => setDraft({ text: next, active: 'first' }),
    moveActive: (by) => draft && setDraft({ ...draft, active: stepped(active, by, offers.length) }),
    accept: take,
    submit: () => {
      const offer = offers[active]
      if (words !== '' && pending) void app.search(words).then(([hit]) => hit && take({ kind: 'hit', hit }))
      else if (offer) take(offer)
      else if (words === '') setDraft(applied(app, text))
    },
    reset: restore,
  }
}

const offersFor = (
  hits: readonly SearchHit[],
  written: readonly Completion[],
  words: string,
): readonly SearchSuggestion[] => [
  ...hits.slice(0, 8).map((hit): SearchSuggestion => ({ kind: 'hit', hit })),
  ...written.map((completion): SearchSuggestion => ({ kind: 'completion', completion })),
  ...(words === '' ? [] : [{ kind: 'by-name' as const, words }]),
]

/** Enter takes the first hit, and finishes a value that is not written to its end; a whole text it applies. */
function firstActive(offers: readonly SearchSuggestion[], asked: CompletionContext): number {
  const [first] = offers
  if (!first || first.kind === 'by-name') return -1
  if (first.kind === 'hit') return 0
  const unfinished = asked.kind === 'value' && asked.part !== '' && first.completion.insert !== asked.part
  return unfinished ? 0 : -1
}

/** Round and round, with nothing active between the last and the first. */
const stepped = (active: number, by: 1 | -1, count: number): number => {
  const places = count + 1
  return ((active + 1 + by + places) % places) - 1
}

/** Sets the filter; what is left as a draft is a text with a fault. */
function applied(app: App, text: string): Draft | undefined {
  const fault = app.setFilterText(text)
  return fault && { text, active: 'first', fault }
}

function taken(app: App, offer: SearchSuggestion, text: string): Draft | undefined {
  switch (offer.kind) {
    case 'hit':
      app.select({ nodes: [offer.hit.node] }, { zoomToNodes: true })
      return undefined
    case 'completion': {
      const { replaceFrom, insert, isComplete } = offer.completion
      const next = text.slice(0, replaceFrom) + insert
      return isComplete ? applied(app, next) : { text: next, active: 'first' }
    }
    case 'by-name':
      return byName(app, offer.words, text)
  }
}

/** Nodes with these words in a name: one more step, or the end of the filter that was being written. */
function byName(app: App, words: string, text: string): Draft | undefined {
  const before = text.slice(0, text.trimEnd().length - words.length).trim()
  const clause = filterTerm('text', [words])
  if (before !== '') return applied(app, `${before} ${printFilter([filterStep(clause)])}`)
  app.updateView((view) => ({ ...view, filter: [...view.filter, filterStep(clause)] }))
  return undefined
}
