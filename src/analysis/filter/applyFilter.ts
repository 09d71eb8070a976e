import type { Graph } from '../../model/graph'
import { edgeRowIndex, memoizeByGraph } from '../../model/graph'
import { memoizeByKey } from '../incremental'
import { clauseMask } from './evaluateClause'
import type { Filter, FilterStep } from './filter'
import {
  intersectGraphMasks,
  intersectRowMasks,
  unrestrictedMask,
  visibleRowsOfMask,
  type RowRestriction,
  type VisibleRows,
} from './masks'
import { applyStatementMask, isLensClause, statementMask } from './statementFilterKeys'
import { rowsInTime } from './rowsInTime'
import { supportWithin } from './supportWithin'

export type { VisibleRows } from './masks'

/**
 * The rows that pass a filter: its enabled steps, one after the other. Each step works on what the step above leaves: it
 * counts the edges, and walks along the edges, that are still there. Within "or", "and" and "not" each term works on what
 * the whole step receives.
 */
export const applyFilter = (graph: Graph, filter: Filter): VisibleRows => rowsOfStage(stageAfter(graph, filter))

/** The visible rows before the first step and after each step, enabled or not: one entry more than there are steps. */
export function applyFilterByStep(graph: Graph, filter: Filter): readonly VisibleRows[] {
  let stage = initialStage(graph)
  return [rowsOfStage(stage), ...filter.map((step) => rowsOfStage((stage = nextStage(stage, step))))]
}

/** The nodes that pass a filter, one byte a row; undefined if all do. Cheaper than computing the edges too. */
export const filteredNodeMask = (graph: Graph, filter: Filter): Uint8Array | undefined =>
  stageAfter(graph, filter).mask.nodes

/** The graph with only those statements that pass the lens steps of a filter. */
export const applyLensSteps = (graph: Graph, filter: Filter): Graph =>
  filter.reduce((stage, step) => (isLensClause(step.clause) ? nextStage(stage, step) : stage), initialStage(graph))
    .lensed

/** What the steps so far leave. */
interface Stage {
  readonly graph: Graph
  /** The graph with the statements that pass the lenses so far. */
  readonly lensed: Graph
  readonly mask: RowRestriction
  /** One byte a statement, 1 if it passes the lenses so far; undefined before the first lens. */
  readonly statements?: Uint8Array | undefined
  readonly keepsUnsourced: boolean
}

const initialStage = memoizeByGraph((graph): Stage => ({
  graph,
  lensed: graph,
  mask: unrestrictedMask,
  keepsUnsourced: true,
}))

const stageAfter = (graph: Graph, filter: Filter): Stage => filter.reduce(nextStage, initialStage(graph))

/** The stage after a step; steps that are the same after the same steps are not evaluated again. */
const nextStage = (stage: Stage, step: FilterStep): Stage => (step.off ? stage : stagesAfter(stage)(step))

const stagesAfter = memoizeByKey((stage: Stage) => memoizeByKey((step: FilterStep) => applyStep(stage, step)))

const rowsOfStage = memoizeByKey(({ graph, mask }: Stage): VisibleRows => visibleRowsOfMask(graph, mask))

/** What a step receives; undefined if that is the whole graph, or the step asks the whole graph. */
const receivedBy = (stage: Stage, { whole }: FilterStep): VisibleRows | undefined =>
  whole || (!stage.mask.nodes && !stage.mask.edges) ? undefined : rowsOfStage(stage)

function applyStep(stage: Stage, step: FilterStep): Stage {
  if (isLensClause(step.clause)) return applyLens(stage, step)
  const own = clauseMask(stage.lensed, step.clause, () => receivedBy(stage, step))
  return { ...stage, mask: intersectGraphMasks(stage.mask, own) }
}

/** Lenses are intersected statement by statement; every other step sees the graph that they leave. */
function applyLens(stage: Stage, step: FilterStep): Stage {
  const { graph } = stage
  const lens = statementMask(graph, step.clause)
  const statements = intersectRowMasks(stage.statements, lens.mask)!
  const keepsUnsourced = stage.keepsUnsourced && lens.keepsUnsourced
  const { lensed, support } = applyStatementMask(graph, statements, keepsUnsourced, rowsInTime(graph, step.clause))
  const part = receivedBy(stage, step)
  const kept = part
    ? supportWithin({ before: stage.lensed, after: lensed, support, keepsUnsourced: lens.keepsUnsourced }, part)
    : support
  return { graph, lensed, statements, keepsUnsourced, mask: intersectGraphMasks(stage.mask, kept) }
}

/** The subgraph of chosen nodes and edges: the nodes, the edges with their ends, and all edges between the chosen nodes. */
export function inducedSubgraphMasks(
  graph: Graph,
  chosenNodeRows: Iterable<number>,
  edgeIds: readonly string[],
): VisibleRows {
  const nodes = new Uint8Array(graph.nodes.count)
  for (const row of chosenNodeRows) nodes[row] = 1
  const edges = visibleRowsOfMask(graph, { nodes: nodes.slice(), edges: undefined }).edges
  for (const id of edgeIds) {
    const edge = edgeRowIndex(graph).get(id)
    if (edge === undefined) continue
    edges[edge] = 1
    nodes[graph.edges.source[edge]!] = nodes[graph.edges.target[edge]!] = 1
  }
  return visibleRowsOfMask(graph, { nodes, edges })
}
