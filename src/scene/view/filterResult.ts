import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { applyLensSteps, applyFilter, applyFilterByStep } from '../../analysis/filter/applyFilter'
import type { Filter } from '../../analysis/filter/filter'
import type { Graph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { memoizeByPair } from './memoizeByPair'
import type { Workspace } from './view'

const visibleOnce = memoizeByPair(applyFilter)
const lensedOnce = memoizeByPair(applyLensSteps)

/** What is left at the start and after each step. The same filter of the same graph is computed once; a lens that lies over it is not laid twice. */
export const visibleAfterEachStep = (graph: Graph, filter: Filter): readonly VisibleRows[] =>
  visibleAfterEachStepOnce(graphBeforeLens(graph), filter)

const visibleAfterEachStepOnce = memoizeByPair((graph: Graph, filter: Filter) => {
  const all = applyFilterByStep(graph, filter)
  lastResults.set(filter, { graph, left: all.at(-1)! })
  return all
})
const lastResults = new WeakMap<Filter, { graph: Graph; left: VisibleRows }>()

/** What the view's filter leaves: that of its last step, since the steps are counted anyway. */
export const visibleRows = (graph: Graph, filter: Filter): VisibleRows => visibleAfterEachStep(graph, filter).at(-1)!

/** What any filter leaves; of the view's own it is known already. */
export function visibleFor(graph: Graph, filter: Filter): VisibleRows {
  const known = lastResults.get(filter)
  return known?.graph === graphBeforeLens(graph) ? known.left : visibleOnce(graphBeforeLens(graph), filter)
}

/** The graph as the filter's lenses leave it: everything that is shown of it follows from the statements that count. */
export const lensedGraph = (graph: Graph, filter: Filter): Graph => lensedOnce(graphBeforeLens(graph), filter)

/** The workspace with its graph as it is seen; the same object for the same workspace. */
export const lensedWorkspace = (workspace: Workspace): Workspace => {
  const graph = lensedGraph(workspace.graph, workspace.view.filter)
  return graph === workspace.graph ? workspace : withGraph(workspace, graph)
}
const withGraph = memoizeByPair((workspace: Workspace, graph: Graph): Workspace => ({ ...workspace, graph }))
