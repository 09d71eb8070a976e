import { useTexts } from '../controls/useTexts'
import { foldCaseAndDiacritics, labelInLanguage } from '../../model/nodeNames'
import { nodeRowById } from '../../model/graph'
import type { SearchHit } from '../../analysis/search/searchNodes'
import { nodeCardById } from '../../scene/text/nodeCard'
import { visibleRows } from '../../scene/view/filterResult'
import { Icon } from '../controls/Icon'
import { FamilyIcon } from '../controls/graphSymbols'
import { useWorkspace } from '../controls/useApp'
import classes from './SearchBar.module.css'
import type { SearchSuggestion, SearchBarState } from './useSearchBar'

interface OffersProps {
  readonly id: string
  readonly search: SearchBarState
  readonly open: boolean
}

export const suggestionElementId = (id: string, at: number): string => `${id}offer${at}`

/** What the text in the search bar could become. */
export function SuggestionList({ id, search, open }: OffersProps) {
  return (
    <ul
      id={`${id}list`}
      className={classes.offers}
      role="listbox"
      aria-label="Found"
      hidden={!open}
      onMouseDown={(event) => event.preventDefault()}
    >
      {search.suggestions.map((offer, at) => (
        <li
          key={keyOf(offer)}
          id={suggestionElementId(id, at)}
          role="option"
          className={classes.offer}
          aria-selected={at === search.activeIndex}
          ref={(item) => (at === search.activeIndex ? item?.scrollIntoView({ block: 'nearest' }) : undefined)}
          onClick={() => search.accept(offer)}
        >
          <OfferWords offer={offer} />
        </li>
      ))}
    </ul>
  )
}

function keyOf(offer: SearchSuggestion): string {
  if (offer.kind === 'hit') return offer.hit.node
  return offer.kind === 'completion' ? offer.completion.insert : 'by-name'
}

function OfferWords({ offer }: { readonly offer: SearchSuggestion }) {
  const texts = useTexts()
  switch (offer.kind) {
    case 'hit':
      return <HitWords hit={offer.hit} />
    case 'completion':
      return (
        <>
          <span className={classes.name}>{labelInLanguage(texts.language, offer.completion)}</span>
          <span className={classes.aside}>{offer.completion.hint}</span>
        </>
      )
    case 'by-name':
      return (
        <>
          <Icon name="filter" size={14} />
          <span className={classes.name}>Filter by names with “{offer.words}”</span>
        </>
      )
  }
}

/** A node that was found: its sign, its label, the name that matched where that is another, and what it is. */
function HitWords({ hit }: { readonly hit: SearchHit }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const hidden = useWorkspace(
    ({ view }) => !visibleRows(graph, view.filter).nodes[nodeRowById(graph).get(hit.node) ?? 0],
  )
  const card = nodeCardById(graph, hit.node, texts)
  if (!card) return null
  return (
    <>
      <FamilyIcon family={card.family} type={card.type} />
      <span className={classes.name}>
        {card.label}
        {foldCaseAndDiacritics(hit.name) !== foldCaseAndDiacritics(card.label) && (
          <span className={classes.other}>{hit.name}</span>
        )}
      </span>
      <span className={classes.aside}>{hidden ? `${card.typeLabel}, filtered out` : card.typeLabel}</span>
    </>
  )
}
