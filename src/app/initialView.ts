import { negateClause, filterStep, filterTerm } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import type { Graph } from '../model/graph'
import { defaultView, type View } from '../scene/view/view'

/** The first view of a graph: the filter that the data set declares, without the nodes that only assert something. */
export function initialViewOf({ about: { view, asserters = [] } }: Graph): View {
  const parsed = parseFilter(view?.filter ?? '')
  const declared = 'filter' in parsed ? parsed.filter : []
  return {
    ...defaultView,
    filter: asserters.length > 0 ? [...declared, filterStep(negateClause(filterTerm('node', asserters)))] : declared,
  }
}
