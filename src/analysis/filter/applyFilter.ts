import type { Graph } from '../../model/graph'
import { edgeRowIndex } from '../../model/graph'
import { memoizeByKey } from '../incremental'
import { statementFilterKeys, isLensClause, statementMask, applyStatementMask } from './statementFilterKeys'
import type { FilterClause, Filter, FilterStep, FilterTerm } from './filter'
import type { FilterKeyDefinition } from './filterKey'
import { typeIdsNamed } from './memberships'
import { filterKeyNamed } from './filterKeys'
import {
  intersectRowMasks,
  visibleRowsOfMask,
  unrestrictedMask,
  expandNeighbourhood,
  intersectGraphMasks,
  invertRowMask,
  nodesTouchedBy,
  uniteGraphMasks,
  type RowRestriction,
  type VisibleRows,
} from './masks'
import { rowsInRanges } from './numericRange'
import { rowsContainingText } from './rowsContainingText'
import { rowsWithValue } from './rowValues'

export type { VisibleRows } from './masks'

/** The rows that pass a filter: its enabled steps, applied one after the other. */
export function applyFilter(graph: Graph, filter: Filter): VisibleRows {
  const { mask } = filter.reduce((stage, step) => applyStep(graph, stage, step), initialStage(graph))
  return visibleRowsOfMask(graph, mask)
}

/** The visible rows before the first step and after each step, enabled or not: one entry more than there are steps. */
export function applyFilterByStep(graph: Graph, filter: Filter): readonly VisibleRows[] {
  let stage = initialStage(graph)
  let rows = visibleRowsOfMask(graph, stage.mask)
  const rowsByStep = [rows]
  for (const step of filter) {
    const next = applyStep(graph, stage, step)
    if (next !== stage) rows = visibleRowsOfMask(graph, next.mask)
    stage = next
    rowsByStep.push(rows)
  }
  return rowsByStep
}

/** The nodes that pass a filter, one byte a row; undefined if all do. Cheaper than computing the edges too. */
export const filteredNodeMask = (graph: Graph, filter: Filter): Uint8Array | undefined =>
  filter.reduce((stage, step) => applyStep(graph, stage, step), initialStage(graph)).mask.nodes

/** The graph with only those statements that pass the lens steps of a filter. */
export const applyLensSteps = (graph: Graph, filter: Filter): Graph =>
  filter.reduce(
    (stage, step) => (isLensClause(step.clause) ? applyStep(graph, stage, step) : stage),
    initialStage(graph),
  ).lensed

interface Stage {
  /** The graph with the statements that pass the lenses so far. */
  readonly lensed: Graph
  readonly mask: RowRestriction
  /** One byte a statement, 1 if it passes the lenses so far; undefined before the first lens. */
  readonly statements?: Uint8Array | undefined
  readonly keepsUnsourced: boolean
}

const initialStage = (graph: Graph): Stage => ({ lensed: graph, mask: unrestrictedMask, keepsUnsourced: true })

/** Lenses are intersected statement by statement; every other step is evaluated on the graph that they leave. */
function applyStep(graph: Graph, stage: Stage, { clause, off }: FilterStep): Stage {
  if (off) return stage
  if (!isLensClause(clause))
    return { ...stage, mask: intersectGraphMasks(stage.mask, clauseMasks(stage.lensed)(clause)) }
  const lens = statementMask(graph, clause)
  const statements = intersectRowMasks(stage.statements, lens.mask)!
  const keepsUnsourced = stage.keepsUnsourced && lens.keepsUnsourced
  const { lensed, support } = applyStatementMask(graph, statements, keepsUnsourced)
  return { lensed, statements, keepsUnsourced, mask: intersectGraphMasks(stage.mask, support) }
}

/** The mask of each clause in a graph; a step that is unchanged while others change is not evaluated again. */
const clauseMasks = memoizeByKey((graph: Graph) =>
  memoizeByKey((clause: FilterClause) => evaluate(graph, clause, true)),
)

/** Evaluates a clause, or its opposite. Negation is pushed down to the terms (De Morgan), so a double "not" changes nothing. */
function evaluate(graph: Graph, clause: FilterClause, wanted: boolean): RowRestriction {
  switch (clause.kind) {
    case 'term':
      return evaluateTerm(graph, clause, wanted)
    case 'not':
      return evaluate(graph, clause.clause, !wanted)
    case 'and':
    case 'or': {
      const masks = clause.clauses.map((each) => evaluate(graph, each, wanted))
      return masks.reduce((clause.kind === 'and') === wanted ? intersectGraphMasks : uniteGraphMasks)
    }
  }
}

/**
 * A node term selects nodes; edges follow from their ends. An edge term keeps matching edges with the nodes that they
 * touch, and the nodes whose figures match; negated, it removes those edges and keeps all nodes.
 */
function evaluateTerm(graph: Graph, term: FilterTerm, wanted: boolean): RowRestriction {
  const { values, reach } = term
  if (term.key in statementFilterKeys) return evaluateStatementTerm(graph, term, wanted)
  const key = filterKeyNamed(graph, term.key)
  if (!key) return { nodes: wanted ? new Uint8Array(graph.nodes.count) : undefined, edges: undefined }
  const matching = matchingRows(graph, key, values)
  if (key.of === 'node') {
    const expanded = expandNeighbourhood(graph, matching, reach)
    return { nodes: wanted ? expanded : invertRowMask(expanded), edges: undefined }
  }
  if (!wanted) return { nodes: undefined, edges: invertRowMask(matching) }
  const figures = key.kind === 'words' && key.figureValues && rowsWithValue(key.figureValues(graph), values, false)
  const touched = expandNeighbourhood(graph, nodesTouchedBy(graph, matching, figures || undefined), reach)
  return { nodes: touched, edges: reach > 0 ? undefined : matching }
}

/** One byte a row of the key's table, 1 if the row matches any of the values. */
function matchingRows(graph: Graph, key: FilterKeyDefinition, values: readonly string[]): Uint8Array {
  switch (key.kind) {
    case 'numbers':
      return rowsInRanges(key.numbers(graph), values, key.scale)
    case 'texts':
      return rowsContainingText(key.texts(graph), values, key.missing === true)
    case 'words': {
      const wanted = key.id === 'type' ? typeIdsNamed(graph, values) : values
      if (!key.rowOf) return rowsWithValue(key.values(graph), wanted, key.missing === true)
      const rows = new Uint8Array(graph.nodes.count)
      for (const value of values) {
        const row = key.rowOf(graph, value)
        if (row !== undefined) rows[row] = 1
      }
      return rows
    }
  }
}

/** A statement term within a larger clause: keeps the edges, and the nodes of figures, that still have a statement. */
function evaluateStatementTerm(graph: Graph, term: FilterTerm, wanted: boolean): RowRestriction {
  const { mask, keepsUnsourced } = statementMask(graph, term, wanted)
  const { nodes, edges } = applyStatementMask(graph, mask, keepsUnsourced).support
  if (term.reach === 0) return { nodes, edges }
  return { nodes: expandNeighbourhood(graph, nodes, term.reach), edges: undefined }
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
