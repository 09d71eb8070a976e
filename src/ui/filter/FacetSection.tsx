import { Suspense, useId, useState } from 'react'
import { lazyPart } from '../controls/lazyPart'
import { facetReach, withFacetReach } from '../../analysis/filter/filter'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import { facetTitle } from '../../scene/filter/filterKeyLabel'
import { Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { FacetValueList } from './FacetValueList'
import facetClasses from './FacetSection.module.css'
import classes from './FilterPanel.module.css'

/** Facets that begin open; long ones, and columns of opened files, begin closed. */
const initiallyOpen = new Set(['family', 'type', 'sector', 'status', 'source', 'place'])

/** Ranges and texts are facets of opened files; their code is loaded when the first of them is opened. */
const contents = {
  rows: FacetValueList,
  range: lazyPart(async () => (await import('./RangeFacet')).RangeFacet),
  texts: lazyPart(async () => (await import('./TextFacet')).TextFacet),
}

/** A facet: values with counts to include or exclude, a range of numbers, or a search in texts. */
export function FacetSection({ facet }: { readonly facet: FacetDefinition }) {
  const texts = useTexts()
  const [open, setOpen] = useState(initiallyOpen.has(facet.key))
  const id = useId()
  const Content = contents[facet.shape]
  const title = facetTitle(texts, facet.key)
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 className={classes.header}>
        <button
          type="button"
          id={id}
          className={classes.fold}
          dir="auto"
          lang={langAttribute(title, texts.language)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {title}
          <Icon name="down" size={12} />
        </button>
      </h2>
      {open && (
        <Suspense fallback={null}>
          <Content facet={facet} />
        </Suspense>
      )}
      {open && facet.isMembership && <ReachSwitch facetKey={facet.key} title={title} />}
    </section>
  )
}

/** Switches between `sector:energy` and `sector:energy+1`; shown once a value is included. */
function ReachSwitch({ facetKey, title }: { readonly facetKey: string; readonly title: string }) {
  const app = useApp()
  const { filter: texts } = useTexts()
  const reach = useWorkspace(({ view }) => facetReach(view.filter, facetKey))
  const hasStep = useWorkspace(({ view }) =>
    withFacetReach(view.filter, facetKey, 1).some((step, index) => step !== view.filter[index]),
  )
  if (!hasStep) return null
  const setReach = (hops: number) =>
    app.updateView((view) => ({ ...view, filter: withFacetReach(view.filter, facetKey, hops) }))
  return (
    <label className={facetClasses.reach}>
      <input
        type="checkbox"
        role="switch"
        checked={reach > 0}
        aria-label={texts.includeNeighboursOf({ facet: title })}
        onChange={() => setReach(reach > 0 ? 0 : 1)}
      />
      <span>{texts.includeNeighbours}</span>
    </label>
  )
}
