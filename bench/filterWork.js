// Everything of ours that the bench of the filter needs, so that it is one program with one memory.
export { applyFilter } from '../src/analysis/filter/applyFilter'
export { parseFilter } from '../src/analysis/filter/filterSyntax'
export { degrees } from '../src/model/graph'
export { facetForKey } from '../src/scene/filter/facets'
export { histogramFacet } from '../src/scene/filter/histogramFacet'
export { filterStepRows } from '../src/scene/filter/filterStepRows'
export { columnGraph } from './columns'
