import { not, step, term } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import type { Graph } from '../model/graph'
import { firstView, type View } from '../scene/view/view'

/** The view that a data set asks to be opened with. */
export function firstViewOf({ about: { view, asserters = [] } }: Graph): View {
  const parsed = parseFilter(view?.filter ?? '')
  const asked = 'filter' in parsed ? parsed.filter : []
  return { ...firstView, filter: asserters.length > 0 ? [...asked, step(not(term('node', asserters)))] : asked }
}
