import type { Graph } from '../../model/graph'
import { edgeRowById } from '../../model/graph'
import { memoizeByKey } from '../incremental'
import { statementFilterKeys, isLensClause, statementMask, applyStatementMask } from './statementFilterKeys'
import type { FilterClause, Filter, FilterStep, FilterTerm } from './filter'
import type { FilterKey } from './filterKey'
import { typeIdsNamed } from './memberships'
import { filterKeyNamed } from './filterKeys'
import {
  intersectRowMasks,
  visibleRowsOfMask,
  unrestrictedMask,
  expandNeighbourhood,
  intersectMasks,
  invertRowMask,
  nodesTouchedBy,
  unionMasks,
  type GraphMask,
  type VisibleRows,
} from './masks'
import { rowsInRanges } from './numericRange'
import { rowsContainingText } from './rowsContainingText'
import { rowsWithValue } from './rowValues'

export type { VisibleRows } from './masks'

/** What a filter leaves of a graph: the steps that are on, one after the other. */
export function applyFilter(graph: Graph, filter: Filter): VisibleRows {
  const { mask } = filter.reduce((at, step) => after(graph, at, step), start(graph))
  return visibleRowsOfMask(graph, mask)
}

/** What is left at the start and after each step, whether on or off: one more than there are steps. */
export function applyFilterByStep(graph: Graph, filter: Filter): readonly VisibleRows[] {
  let at = start(graph)
  let shown = visibleRowsOfMask(graph, at.mask)
  const stages = [shown]
  for (const step of filter) {
    const next = after(graph, at, step)
    if (next !== at) shown = visibleRowsOfMask(graph, next.mask)
    at = next
    stages.push(shown)
  }
  return stages
}

/** The nodes that a filter leaves, one byte a row; undefined where it leaves all. Cheaper than asking for edges too. */
export const filteredNodeMask = (graph: Graph, filter: Filter): Uint8Array | undefined =>
  filter.reduce((at, step) => after(graph, at, step), start(graph)).mask.nodes

/** The graph as the lenses of a filter leave it: with only the statements that count. */
export const applyLensSteps = (graph: Graph, filter: Filter): Graph =>
  filter.reduce((at, step) => (isLensClause(step.clause) ? after(graph, at, step) : at), start(graph)).left

interface Stage {
  /** The graph with the statements that count so far. */
  readonly left: Graph
  readonly mask: GraphMask
  readonly counts?: Uint8Array | undefined
  readonly bareStays: boolean
}

const start = (graph: Graph): Stage => ({ left: graph, mask: unrestrictedMask, bareStays: true })

/** Lenses add up statement by statement; every other step asks what they have left. */
function after(graph: Graph, at: Stage, { clause, off }: FilterStep): Stage {
  if (off) return at
  if (!isLensClause(clause)) return { ...at, mask: intersectMasks(at.mask, answers(at.left)(clause)) }
  const own = statementMask(graph, clause)
  const counts = intersectRowMasks(at.counts, own.mask)!
  const bareStays = at.bareStays && own.bareStays
  const { left, support } = applyStatementMask(graph, counts, bareStays)
  return { left, counts, bareStays, mask: intersectMasks(at.mask, support) }
}

/** What each clause answers of a graph; a step that stays as it is while others change is not asked again. */
const answers = memoizeByKey((graph: Graph) => memoizeByKey((clause: FilterClause) => evaluate(graph, clause, true)))

/** A clause, or its opposite; "not" is carried inwards to the terms (De Morgan), so that a double "not" changes nothing. */
function evaluate(graph: Graph, clause: FilterClause, wanted: boolean): GraphMask {
  switch (clause.kind) {
    case 'term':
      return evaluateTerm(graph, clause, wanted)
    case 'not':
      return evaluate(graph, clause.clause, !wanted)
    case 'and':
    case 'or': {
      const masks = clause.clauses.map((each) => evaluate(graph, each, wanted))
      return masks.reduce((clause.kind === 'and') === wanted ? intersectMasks : unionMasks)
    }
  }
}

/**
 * A node term speaks of nodes and leaves edges to their ends. An edge term keeps the edges that match with the nodes
 * that they touch, and the nodes whose figures match; ruled out, it takes away those edges and leaves all nodes.
 */
function evaluateTerm(graph: Graph, term: FilterTerm, wanted: boolean): GraphMask {
  const { values, reach } = term
  if (term.key in statementFilterKeys) return ofStatements(graph, term, wanted)
  const key = filterKeyNamed(graph, term.key)
  if (!key) return { nodes: wanted ? new Uint8Array(graph.nodes.count) : undefined, edges: undefined }
  const matching = rowsOf(graph, key, values)
  if (key.of === 'node') {
    const around = expandNeighbourhood(graph, matching, reach)
    return { nodes: wanted ? around : invertRowMask(around), edges: undefined }
  }
  if (!wanted) return { nodes: undefined, edges: invertRowMask(matching) }
  const figures = key.kind === 'words' && key.figureValues && rowsWithValue(key.figureValues(graph), values, false)
  const touched = expandNeighbourhood(graph, nodesTouchedBy(graph, matching, figures || undefined), reach)
  return { nodes: touched, edges: reach > 0 ? undefined : matching }
}

/** One byte a row of the key's table, 1 where any of the values will do. */
function rowsOf(graph: Graph, key: FilterKey, values: readonly string[]): Uint8Array {
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

/** A condition on statements inside of a larger clause: the edges, nodes and figures that keep support. */
function ofStatements(graph: Graph, term: FilterTerm, wanted: boolean): GraphMask {
  const { mask, bareStays } = statementMask(graph, term, wanted)
  const { nodes, edges } = applyStatementMask(graph, mask, bareStays).support
  if (term.reach === 0) return { nodes, edges }
  return { nodes: expandNeighbourhood(graph, nodes, term.reach), edges: undefined }
}

/** The part of a graph that chosen nodes and edges make: those nodes, those edges with their ends, and ties among the nodes. */
export function inducedSubgraph(
  graph: Graph,
  nodeRowsChosen: Iterable<number>,
  edgeIds: readonly string[],
): VisibleRows {
  const nodes = new Uint8Array(graph.nodes.count)
  for (const row of nodeRowsChosen) nodes[row] = 1
  const among = visibleRowsOfMask(graph, { nodes: nodes.slice(), edges: undefined }).edges
  for (const id of edgeIds) {
    const edge = edgeRowById(graph).get(id)
    if (edge === undefined) continue
    among[edge] = 1
    nodes[graph.edges.source[edge]!] = nodes[graph.edges.target[edge]!] = 1
  }
  return visibleRowsOfMask(graph, { nodes, edges: among })
}
