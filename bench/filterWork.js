// Everything of ours that the bench of the filter needs, so that it is one program with one memory.
export { visible } from '../src/analysis/filter/applyFilter'
export { parseFilter } from '../src/analysis/filter/filterSyntax'
export { degrees } from '../src/model/graph'
export { facetOf } from '../src/scene/filter/facets'
export { spreadOf } from '../src/scene/filter/histogramFacet'
export { stepRows } from '../src/scene/filter/filterStepRows'
export { columnGraph } from './columns'
