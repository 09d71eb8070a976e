import { useState } from 'react'
import { step, term } from '../../analysis/filter/filter'
import { printFilter, type FilterFault } from '../../analysis/filter/filterSyntax'
import type { Hit } from '../../analysis/search/searchNodes'
import type { App } from '../../app/app'
import { askedIn, completions, type Asked, type Completion } from '../../scene/filter/filterCompletion'
import { useApp, useWorkspace } from '../controls/useApp'
import { useHits } from '../controls/useNodeSearch'

/** A row below the search bar. */
export type Offer =
  | { readonly kind: 'hit'; readonly hit: Hit }
  | { readonly kind: 'completion'; readonly completion: Completion }
  | { readonly kind: 'by-name'; readonly words: string }

/** What a person has written and not applied yet; `active` is the offer that arrows have reached. */
interface Draft {
  readonly text: string
  readonly active: number | 'first'
  readonly fault?: FilterFault | undefined
}

/** What stands in the search bar: the filter, until a person writes; then the draft, and what it could become. */
export interface Search {
  readonly text: string
  readonly editing: boolean
  readonly asked: Asked
  readonly offers: readonly Offer[]
  /** Place among the offers of the one that Enter takes; -1 where there is none. */
  readonly active: number
  readonly fault: FilterFault | undefined
  readonly write: (text: string) => void
  readonly move: (by: 1 | -1) => void
  readonly take: (offer: Offer) => void
  readonly enter: () => void
  readonly restore: () => void
}

/** The state of the search bar. */
export function useSearch(): Search {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filterText = useWorkspace(({ view }) => printFilter(view.filter))
  const [draft, setDraft] = useState<Draft>()
  const text = draft?.text ?? filterText
  const asked: Asked = draft ? askedIn(text) : { kind: 'nothing' }
  const words = asked.kind === 'names' ? asked.words : ''
  const { hits, pending } = useHits(words)
  const offers = draft ? offersFor(hits, completions(graph, text), words) : []
  const active = typeof draft?.active === 'number' ? draft.active : firstActive(offers, asked)
  const restore = () => setDraft(undefined)
  const take = (offer: Offer) => setDraft(taken(app, offer, text))
  return {
    text,
    editing: draft !== undefined,
    asked,
    offers,
    active: active < offers.length ? active : -1,
    fault: draft?.fault,
    write: (next) => setDraft({ text: next, active: 'first' }),
    move: (by) => draft && setDraft({ ...draft, active: stepped(active, by, offers.length) }),
    take,
    enter: () => {
      const offer = offers[active]
      if (words !== '' && pending) void app.search(words).then(([hit]) => hit && take({ kind: 'hit', hit }))
      else if (offer) take(offer)
      else if (words === '') setDraft(applied(app, text))
    },
    restore,
  }
}

const offersFor = (hits: readonly Hit[], written: readonly Completion[], words: string): readonly Offer[] => [
  ...hits.slice(0, 8).map((hit): Offer => ({ kind: 'hit', hit })),
  ...written.map((completion): Offer => ({ kind: 'completion', completion })),
  ...(words === '' ? [] : [{ kind: 'by-name' as const, words }]),
]

/** Enter takes the first hit, and finishes a value that is not written to its end; a whole text it applies. */
function firstActive(offers: readonly Offer[], asked: Asked): number {
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

function taken(app: App, offer: Offer, text: string): Draft | undefined {
  switch (offer.kind) {
    case 'hit':
      app.select({ nodes: [offer.hit.node] }, { frame: true })
      return undefined
    case 'completion': {
      const { from, insert, whole } = offer.completion
      const next = text.slice(0, from) + insert
      return whole ? applied(app, next) : { text: next, active: 'first' }
    }
    case 'by-name':
      return byName(app, offer.words, text)
  }
}

/** Nodes with these words in a name: one more step, or the end of the filter that was being written. */
function byName(app: App, words: string, text: string): Draft | undefined {
  const before = text.slice(0, text.trimEnd().length - words.length).trim()
  const clause = term('text', [words])
  if (before !== '') return applied(app, `${before} ${printFilter([step(clause)])}`)
  app.look((view) => ({ ...view, filter: [...view.filter, step(clause)] }))
  return undefined
}
