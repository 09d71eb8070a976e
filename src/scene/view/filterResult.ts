import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { applyLensSteps, applyFilter, applyFilterByStep } from '../../analysis/filter/applyFilter'
import type { Filter } from '../../analysis/filter/filter'
import type { Graph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { memoizeByPair } from './memoizeByPair'
import type { Workspace } from './view'

const visibleOnce = memoizeByPair(applyFilter)
const lensedOnce = memoizeByPair(applyLensSteps)

/**
 * The visible rows before the first step and after each step. Computed once for the same filter of the same graph; on a graph
 * that already has a lens applied, the graph before the lens is filtered.
 */
export const visibleAfterEachStep = (graph: Graph, filter: Filter): readonly VisibleRows[] =>
  visibleAfterEachStepOnce(graphBeforeLens(graph), filter)

const visibleAfterEachStepOnce = memoizeByPair((graph: Graph, filter: Filter) => {
  const all = applyFilterByStep(graph, filter)
  lastResults.set(filter, { graph, visible: all.at(-1)! })
  return all
})
const lastResults = new WeakMap<Filter, { graph: Graph; visible: VisibleRows }>()

/** The rows that pass the view's filter: those after its last step, since the steps are counted anyway. */
export const visibleRows = (graph: Graph, filter: Filter): VisibleRows => visibleAfterEachStep(graph, filter).at(-1)!

/** The rows that pass any filter; reuses the result if it is the view's own. */
export function visibleFor(graph: Graph, filter: Filter): VisibleRows {
  const last = lastResults.get(filter)
  return last?.graph === graphBeforeLens(graph) ? last.visible : visibleOnce(graphBeforeLens(graph), filter)
}

/** The graph with only the statements that pass the filter's lenses; agreement and sums are computed from these. */
export const lensedGraph = (graph: Graph, filter: Filter): Graph => lensedOnce(graphBeforeLens(graph), filter)

/** The workspace with its lensed graph; the same object for the same workspace. */
export const lensedWorkspace = (workspace: Workspace): Workspace => {
  const graph = lensedGraph(workspace.graph, workspace.view.filter)
  return graph === workspace.graph ? workspace : withGraph(workspace, graph)
}
const withGraph = memoizeByPair((workspace: Workspace, graph: Graph): Workspace => ({ ...workspace, graph }))
