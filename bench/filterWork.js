// Everything of ours that the bench of the filter needs, so that it is one program with one memory.
export { visible } from '../src/analysis/filter/apply'
export { parseFilter } from '../src/analysis/filter/text'
export { degrees } from '../src/model/graph'
export { facetOf } from '../src/scene/facets'
export { spreadOf } from '../src/scene/spread'
export { stepRows } from '../src/scene/steps'
export { columnGraph } from './columns'
