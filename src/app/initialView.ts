import { negateClause, filterStep, filterTerm } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import type { Graph } from '../model/graph'
import { defaultView, type View } from '../scene/view/view'

/** The view that a data set asks to be opened with. */
export function initialViewOf({ about: { view, asserters = [] } }: Graph): View {
  const parsed = parseFilter(view?.filter ?? '')
  const asked = 'filter' in parsed ? parsed.filter : []
  return {
    ...defaultView,
    filter: asserters.length > 0 ? [...asked, filterStep(negateClause(filterTerm('node', asserters)))] : asked,
  }
}
