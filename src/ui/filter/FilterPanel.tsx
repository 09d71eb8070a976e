import { useWorkspace } from '../controls/useApp'
import { FacetSection } from './FacetSection'
import { FilterStepList } from './FilterStepList'
import classes from './FilterPanel.module.css'
import { SearchBar } from './SearchBar'
import { useGraphFacets } from './useGraphFacets'

/**
 * Everything that narrows the graph: the search bar, which takes keys from the first moment, and, when the page is
 * ready for them, the steps of the filter and the facets to choose from.
 */
export function FilterPanel({ ready }: { readonly ready: boolean }) {
  return (
    <div className={classes.rail}>
      <SearchBar />
      <div className={classes.scroll}>
        <FilterStepList />
        {ready && <Facets />}
      </div>
    </div>
  )
}

/** A section for each; what is counted in it is asked for when it is open. */
function Facets() {
  const graph = useWorkspace((workspace) => workspace.graph)
  return useGraphFacets(graph).map((head) => <FacetSection key={head.key} head={head} />)
}
