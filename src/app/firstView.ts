import { parseFilter } from '../analysis/filter/text'
import type { Graph } from '../model/graph'
import { firstView, type View } from '../scene/view'

/** The view that a data set asks to be opened with. */
export function firstViewOf({ about: { view } }: Graph): View {
  const parsed = parseFilter(view?.filter ?? '')
  return { ...firstView, filter: 'filter' in parsed ? parsed.filter : [] }
}
