import { useId, useState } from 'react'
import { reachOf, withReach } from '../../analysis/filter/filter'
import { firstRows, type Facet } from '../../scene/facets'
import { Icon } from '../icons'
import { useApp, useWorkspace } from '../useApp'
import { FacetRowView } from './FacetRow'
import facetClasses from './facet.module.css'
import classes from './rail.module.css'

/** Long facets and columns of opened files begin closed. */
const openAtFirst = new Set(['family', 'type', 'sector', 'status', 'source', 'place'])

/** A facet: its values with how many there are, to want or to rule out. */
export function FacetSection({ facet }: { readonly facet: Facet }) {
  const [open, setOpen] = useState(openAtFirst.has(facet.on))
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 className={classes.header}>
        <button type="button" id={id} className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {facet.label}
          <Icon name="down" size={12} />
        </button>
      </h2>
      {open && <Rows facet={facet} />}
      {open && facet.membership && <Reach on={facet.on} label={facet.label} />}
    </section>
  )
}

function Rows({ facet }: { readonly facet: Facet }) {
  const [all, setAll] = useState(false)
  const few = firstRows(facet)
  const rest = facet.rows.length - few.length
  return (
    <>
      <ul className={facetClasses.rows}>
        {(all ? facet.rows : few).map((row) => (
          <FacetRowView key={row.value} row={row} facet={facet} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={facetClasses.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${rest} more`}
        </button>
      )}
    </>
  )
}

/** The switch from `sector:energy` to `sector:energy+1`; it is there once something is wanted. */
function Reach({ on, label }: { readonly on: string; readonly label: string }) {
  const app = useApp()
  const reach = useWorkspace(({ view }) => reachOf(view.filter, on))
  const chosen = useWorkspace(({ view }) => withReach(view.filter, on, 1).some((step, at) => step !== view.filter[at]))
  if (!chosen) return null
  const set = (steps: number) => app.look((view) => ({ ...view, filter: withReach(view.filter, on, steps) }))
  return (
    <label className={facetClasses.reach}>
      <input type="checkbox" role="switch" checked={reach > 0} onChange={() => set(reach > 0 ? 0 : 1)} />
      <span>
        with what is one step away<span className="vh"> from this {label.toLowerCase()}</span>
      </span>
    </label>
  )
}
