import { fold, labelIn } from '../../model/nodeNames'
import { nodeRows } from '../../model/graph'
import type { Hit } from '../../analysis/search/searchNodes'
import { cardOf } from '../../scene/text/nodeCard'
import { shown } from '../../scene/view/filterResult'
import { Icon } from '../controls/Icon'
import { FamilySign } from '../controls/graphSymbols'
import { useWorkspace } from '../controls/useApp'
import classes from './SearchBar.module.css'
import type { Offer, Search } from './useSearchBar'

interface OffersProps {
  readonly id: string
  readonly search: Search
  readonly open: boolean
}

export const offerId = (id: string, at: number): string => `${id}offer${at}`

/** What the text in the search bar could become. */
export function Offers({ id, search, open }: OffersProps) {
  return (
    <ul
      id={`${id}list`}
      className={classes.offers}
      role="listbox"
      aria-label="Found"
      hidden={!open}
      onMouseDown={(event) => event.preventDefault()}
    >
      {search.offers.map((offer, at) => (
        <li
          key={keyOf(offer)}
          id={offerId(id, at)}
          role="option"
          className={classes.offer}
          aria-selected={at === search.active}
          ref={(item) => (at === search.active ? item?.scrollIntoView({ block: 'nearest' }) : undefined)}
          onClick={() => search.take(offer)}
        >
          <OfferWords offer={offer} />
        </li>
      ))}
    </ul>
  )
}

function keyOf(offer: Offer): string {
  if (offer.kind === 'hit') return offer.hit.node
  return offer.kind === 'completion' ? offer.completion.insert : 'by-name'
}

function OfferWords({ offer }: { readonly offer: Offer }) {
  const language = useWorkspace(({ view }) => view.language)
  switch (offer.kind) {
    case 'hit':
      return <HitWords hit={offer.hit} />
    case 'completion':
      return (
        <>
          <span className={classes.name}>{labelIn(language, offer.completion)}</span>
          <span className={classes.aside}>{offer.completion.aside}</span>
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
function HitWords({ hit }: { readonly hit: Hit }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const hidden = useWorkspace(({ view }) => !shown(graph, view.filter).nodes[nodeRows(graph).get(hit.node) ?? 0])
  const card = cardOf(graph, hit.node, language)
  if (!card) return null
  return (
    <>
      <FamilySign family={card.family} type={card.type} />
      <span className={classes.name}>
        {card.label}
        {fold(hit.name) !== fold(card.label) && <span className={classes.other}>{hit.name}</span>}
      </span>
      <span className={classes.aside}>{hidden ? `${card.typeLabel}, filtered out` : card.typeLabel}</span>
    </>
  )
}
