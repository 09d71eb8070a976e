import { useState } from 'react'
import { groupThousands } from '../../model/value'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import { facetForKey, initialFacetRows, facetRowsMatching } from '../../scene/filter/facets'
import controls from '../controls/controls.module.css'
import { useWorkspace } from '../controls/useApp'
import classes from './FacetSection.module.css'
import { FacetValueItem } from './FacetValueItem'

/** More rows than this are not read through but searched. */
const readable = 40
/** So many rows stand in the page at once. */
const atOnce = 100

/** The values of a facet, the most frequent first; of very many, those that are looked for. */
export function FacetValueList({ head }: { readonly head: FacetDefinition }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const [all, setAll] = useState(false)
  const [text, setText] = useState('')
  const facet = facetForKey(graph, filter, head.key)
  const few = initialFacetRows(facet)
  const searched = facet.rows.length > readable
  const found = all ? (searched ? facetRowsMatching(facet.rows, text) : facet.rows) : few
  const rest = facet.rows.length - few.length
  return (
    <>
      {all && searched && <Find label={head.label} count={facet.rows.length} text={text} onText={setText} />}
      <ul className={classes.rows}>
        {found.slice(0, atOnce).map((row) => (
          <FacetValueItem key={row.value} row={row} facet={facet} />
        ))}
      </ul>
      {all && searched && <Unseen found={found.length} />}
      {rest > 0 && (
        <button type="button" className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${groupThousands(rest)} more`}
        </button>
      )}
    </>
  )
}

/** What the search leaves out of the page. */
function Unseen({ found }: { readonly found: number }) {
  if (found === 0) return <p className={classes.note}>No value has this in its name.</p>
  if (found <= atOnce) return null
  return <p className={classes.note}>and {groupThousands(found - atOnce)} more; write to find them</p>
}

interface FindProps {
  readonly label: string
  readonly count: number
  readonly text: string
  readonly onText: (text: string) => void
}

const Find = ({ label, count, text, onText }: FindProps) => (
  <input
    className={`${controls.field} ${classes.find}`}
    type="search"
    aria-label={`Find in ${label}`}
    placeholder={`Find among ${groupThousands(count)}`}
    autoComplete="off"
    spellCheck={false}
    value={text}
    onChange={({ target }) => onText(target.value)}
  />
)
