import { useWorkspace } from '../controls/useApp'
import { FacetSection } from './FacetSection'
import { FilterStepList } from './FilterStepList'
import { useGraphFacets } from './useGraphFacets'

/** The steps of the filter, and a section for each facet; an open section counts its own values. */
export function FilterPanelContents() {
  const graph = useWorkspace((workspace) => workspace.graph)
  return (
    <>
      <FilterStepList />
      {useGraphFacets(graph).map((facet) => (
        <FacetSection key={facet.key} facet={facet} />
      ))}
    </>
  )
}
