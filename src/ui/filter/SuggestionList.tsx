import { useTexts } from '../controls/useTexts'
import { foldCaseAndDiacritics, labelInLanguage } from '../../model/nodeNames'
import { nodeRowIndex } from '../../model/graph'
import type { SearchHit } from '../../analysis/search/searchNodes'
import { nodeCardById } from '../../scene/text/nodeCard'
import { visibleRows } from '../../scene/view/filterResult'
import { Icon } from '../controls/Icon'
import { FamilyIcon } from '../controls/graphSymbols'
import { langAttribute } from '../controls/langAttribute'
import { useWorkspace } from '../controls/useApp'
import classes from './SearchBar.module.css'
import { suggestionElementId } from './suggestionElementId'
import type { SearchSuggestion, SearchBarState } from './useSearchBar'

interface SuggestionListProps {
  readonly id: string
  readonly search: SearchBarState
  readonly open: boolean
}

/** The suggestions below the search bar: nodes, completions, and a filter by name. */
export function SuggestionList({ id, search, open }: SuggestionListProps) {
  const { filter: texts } = useTexts()
  return (
    <ul
      id={`${id}list`}
      className={classes.offers}
      role="listbox"
      aria-label={texts.suggestions}
      hidden={!open}
      onMouseDown={(event) => event.preventDefault()}
    >
      {search.suggestions.map((suggestion, index) => (
        <li
          key={keyOf(suggestion)}
          id={suggestionElementId(id, index)}
          role="option"
          className={classes.offer}
          aria-selected={index === search.activeIndex}
          ref={(item) => (index === search.activeIndex ? item?.scrollIntoView({ block: 'nearest' }) : undefined)}
          onClick={() => search.accept(suggestion)}
        >
          <SuggestionText suggestion={suggestion} />
        </li>
      ))}
    </ul>
  )
}

function keyOf(suggestion: SearchSuggestion): string {
  if (suggestion.kind === 'hit') return suggestion.hit.node
  return suggestion.kind === 'completion' ? suggestion.completion.insert : 'by-name'
}

function SuggestionText({ suggestion }: { readonly suggestion: SearchSuggestion }) {
  const texts = useTexts()
  switch (suggestion.kind) {
    case 'hit':
      return <HitText hit={suggestion.hit} />
    case 'completion': {
      const label = labelInLanguage(texts.language, suggestion.completion)
      return (
        <>
          <span className={classes.name} dir="auto" lang={langAttribute(label, texts.language)}>
            {label}
          </span>
          <span className={classes.aside}>{suggestion.completion.hint}</span>
        </>
      )
    }
    case 'by-name':
      return (
        <>
          <Icon name="filter" size={14} />
          <span className={classes.name}>{texts.filter.filterByName({ words: suggestion.words })}</span>
        </>
      )
  }
}

/** A node that was found: its icon and label, the matching name if it is another one, and its type. */
function HitText({ hit }: { readonly hit: SearchHit }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const hidden = useWorkspace(
    ({ view }) => !visibleRows(graph, view.filter).nodes[nodeRowIndex(graph).get(hit.node) ?? 0],
  )
  const card = nodeCardById(graph, hit.node, texts)
  if (!card) return null
  return (
    <>
      <FamilyIcon family={card.family} type={card.type} />
      <span className={classes.name} dir="auto" lang={langAttribute(card.label, texts.language)}>
        {card.label}
        {foldCaseAndDiacritics(hit.name) !== foldCaseAndDiacritics(card.label) && (
          <span className={classes.other} dir="auto" lang={langAttribute(hit.name, texts.language)}>
            {hit.name}
          </span>
        )}
      </span>
      <span className={classes.aside}>
        {hidden ? texts.filter.hiddenNode({ type: card.typeLabel }) : card.typeLabel}
      </span>
    </>
  )
}
