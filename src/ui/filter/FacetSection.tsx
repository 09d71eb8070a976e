import { lazy, Suspense, useId, useState } from 'react'
import { facetReach, withFacetReach } from '../../analysis/filter/filter'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import { FacetValueList } from './FacetValueList'
import facetClasses from './FacetSection.module.css'
import classes from './FilterPanel.module.css'

/** Long facets and columns of opened files begin closed. */
const openAtFirst = new Set(['family', 'type', 'sector', 'status', 'source', 'place'])

/** Ranges and words are facets of opened files; they are loaded with the first of them that is unfolded. */
const contents = {
  rows: FacetValueList,
  range: lazy(async () => ({ default: (await import('./RangeFacet')).RangeFacet })),
  texts: lazy(async () => ({ default: (await import('./TextFacet')).TextFacet })),
}

/** A facet: its values with how many there are, to want or to rule out; a range of numbers; or words to look for. */
export function FacetSection({ head }: { readonly head: FacetDefinition }) {
  const [open, setOpen] = useState(openAtFirst.has(head.key))
  const id = useId()
  const Content = contents[head.shape]
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 className={classes.header}>
        <button type="button" id={id} className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {head.label}
          <Icon name="down" size={12} />
        </button>
      </h2>
      {open && (
        <Suspense fallback={null}>
          <Content head={head} />
        </Suspense>
      )}
      {open && head.isMembership && <Reach on={head.key} label={head.label} />}
    </section>
  )
}

/** The switch from `sector:energy` to `sector:energy+1`; it is there once something is wanted. */
function Reach({ on, label }: { readonly on: string; readonly label: string }) {
  const app = useApp()
  const reach = useWorkspace(({ view }) => facetReach(view.filter, on))
  const chosen = useWorkspace(({ view }) =>
    withFacetReach(view.filter, on, 1).some((step, at) => step !== view.filter[at]),
  )
  if (!chosen) return null
  const set = (steps: number) => app.updateView((view) => ({ ...view, filter: withFacetReach(view.filter, on, steps) }))
  return (
    <label className={facetClasses.reach}>
      <input type="checkbox" role="switch" checked={reach > 0} onChange={() => set(reach > 0 ? 0 : 1)} />
      <span>
        with what is one step away<span className="vh"> from this {label.toLowerCase()}</span>
      </span>
    </label>
  )
}
