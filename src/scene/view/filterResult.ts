import type { Visible } from '../../analysis/filter/applyFilter'
import { throughLenses, visible, visibleAfterEach } from '../../analysis/filter/applyFilter'
import type { Filter } from '../../analysis/filter/filter'
import type { Graph } from '../../model/graph'
import { originalOf } from '../../model/statementLens'
import { memoised } from './memoizeByPair'
import type { Workspace } from './view'

const visibleOnce = memoised(visible)
const lensedOnce = memoised(throughLenses)

/** What is left at the start and after each step. The same filter of the same graph is computed once; a lens that lies over it is not laid twice. */
export const stages = (graph: Graph, filter: Filter): readonly Visible[] => stagesOnce(originalOf(graph), filter)

const stagesOnce = memoised((graph: Graph, filter: Filter) => {
  const all = visibleAfterEach(graph, filter)
  last.set(filter, { graph, left: all.at(-1)! })
  return all
})
const last = new WeakMap<Filter, { graph: Graph; left: Visible }>()

/** What the view's filter leaves: that of its last step, since the steps are counted anyway. */
export const shown = (graph: Graph, filter: Filter): Visible => stages(graph, filter).at(-1)!

/** What any filter leaves; of the view's own it is known already. */
export function leftBy(graph: Graph, filter: Filter): Visible {
  const known = last.get(filter)
  return known?.graph === originalOf(graph) ? known.left : visibleOnce(originalOf(graph), filter)
}

/** The graph as the filter's lenses leave it: everything that is shown of it follows from the statements that count. */
export const seen = (graph: Graph, filter: Filter): Graph => lensedOnce(originalOf(graph), filter)

/** The workspace with its graph as it is seen; the same object for the same workspace. */
export const seenWorkspace = (workspace: Workspace): Workspace => {
  const graph = seen(workspace.graph, workspace.view.filter)
  return graph === workspace.graph ? workspace : withGraph(workspace, graph)
}
const withGraph = memoised((workspace: Workspace, graph: Graph): Workspace => ({ ...workspace, graph }))
