import { negateClause, filterStep, filterTerm } from '../analysis/filter/filter'
import { parseKeptFilter } from '../analysis/filter/filterVersion'
import { memoizeByGraph } from '../model/graph'
import { defaultView, type View } from '../scene/view/view'

/** The first view of a graph: the filter that the data set declares, without the nodes that only assert something. */
export const initialViewOf = memoizeByGraph((graph): View => {
  const { view, asserters = [] } = graph.about
  const parsed = parseKeptFilter(view?.filter ?? '', view?.filter_version, graph)
  const declared = 'filter' in parsed ? parsed.filter : []
  return {
    ...defaultView,
    filter: asserters.length > 0 ? [...declared, filterStep(negateClause(filterTerm('node', asserters)))] : declared,
  }
})
