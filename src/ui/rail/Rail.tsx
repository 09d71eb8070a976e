import { facets } from '../../scene/facets'
import { useWorkspace } from '../useApp'
import { FacetSection } from './FacetSection'
import { FilterSteps } from './FilterSteps'
import classes from './rail.module.css'
import { SearchBar } from './SearchBar'

/**
 * Everything that narrows the graph: the search bar, which takes keys from the first moment, and, when the page is
 * ready for them, the steps of the filter and the facets to choose from.
 */
export function Rail({ ready }: { readonly ready: boolean }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  return (
    <div className={classes.rail}>
      <SearchBar />
      <div className={classes.scroll}>
        <FilterSteps />
        {ready && facets(graph, filter).map((facet) => <FacetSection key={facet.on} facet={facet} />)}
      </div>
    </div>
  )
}
