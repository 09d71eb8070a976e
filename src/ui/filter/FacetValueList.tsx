import { useState } from 'react'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import { facetForKey, initialFacetRows, facetRowsMatching } from '../../scene/filter/facets'
import { facetTitle } from '../../scene/filter/filterKeyLabel'
import controls from '../controls/controls.module.css'
import { useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './FacetSection.module.css'
import { FacetValueItem } from './FacetValueItem'

/** Facets with more rows than this get a search field. */
const maxRowsWithoutSearch = 40
/** Maximum number of rows in the page. */
const maxRenderedRows = 100

/** The values of a facet, the most frequent first; if there are many, those that match a search. */
export function FacetValueList({ facet: { key } }: { readonly facet: FacetDefinition }) {
  const texts = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const [expanded, setExpanded] = useState(false)
  const [text, setText] = useState('')
  const facet = facetForKey(graph, filter, key, texts)
  const initialRows = initialFacetRows(facet)
  const searchable = facet.rows.length > maxRowsWithoutSearch
  const rows = expanded ? (searchable ? facetRowsMatching(facet.rows, text) : facet.rows) : initialRows
  const hiddenCount = facet.rows.length - initialRows.length
  return (
    <>
      {expanded && searchable && (
        <SearchField title={facetTitle(texts, key)} count={facet.rows.length} text={text} onText={setText} />
      )}
      <ul className={classes.rows}>
        {rows.slice(0, maxRenderedRows).map((row) => (
          <FacetValueItem key={row.value} row={row} facet={facet} />
        ))}
      </ul>
      {expanded && searchable && <ResultNote found={rows.length} />}
      {hiddenCount > 0 && (
        <button type="button" className={classes.more} aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>
          {expanded ? texts.filter.showFewer : texts.filter.showMore({ count: hiddenCount })}
        </button>
      )}
    </>
  )
}

/** Reports a search without results, or with more than are rendered. */
function ResultNote({ found }: { readonly found: number }) {
  const { filter: texts } = useTexts()
  if (found === 0) return <p className={classes.note}>{texts.noValueFound}</p>
  if (found <= maxRenderedRows) return null
  return <p className={classes.note}>{texts.furtherValues({ count: found - maxRenderedRows })}</p>
}

interface SearchFieldProps {
  readonly title: string
  readonly count: number
  readonly text: string
  readonly onText: (text: string) => void
}

function SearchField({ title, count, text, onText }: SearchFieldProps) {
  const { filter: texts } = useTexts()
  return (
    <input
      className={`${controls.field} ${classes.find}`}
      type="search"
      aria-label={texts.findIn({ facet: title })}
      placeholder={texts.findAmong({ count })}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={({ target }) => onText(target.value)}
    />
  )
}
