import type { Graph } from '../../model/graph'
import { memoizeByKey } from '../incremental'
import type { FilterClause, FilterTerm } from './filter'
import { isTopological, type FilterKeyDefinition } from './filterKey'
import { builtInFilterKey, filterKeyNamed } from './filterKeys'
import {
  expandNeighbourhood,
  intersectGraphMasks,
  intersectRowMasks,
  invertRowMask,
  nodesTouchedBy,
  uniteGraphMasks,
  type RowRestriction,
  type VisibleRows,
} from './masks'
import { typeIdsNamed } from './memberships'
import { LARGEST, rowsInRanges } from './numericRange'
import { rowsContainingText } from './rowsContainingText'
import { rowsWithValue } from './rowValues'
import { applyStatementMask, isStatementFilterKey, statementMask } from './statementFilterKeys'
import { rowsInTime } from './rowsInTime'
import { supportWithin } from './supportWithin'

/** What a clause is evaluated in: a graph, and the part of it that the step receives; undefined for the whole graph. */
interface EvaluationScope {
  readonly graph: Graph
  readonly part: VisibleRows | undefined
}

/**
 * The rows of a graph that a clause lets pass, if the step with it receives a part of the graph. Rows outside of the part
 * may pass; whoever asks intersects.
 * @param part computed only if the result depends on it
 */
export function clauseMask(graph: Graph, clause: FilterClause, part: () => VisibleRows | undefined): RowRestriction {
  const received = dependsOnPart(graph, clause, true) ? part() : undefined
  return received ? evaluate({ graph, part: received }, clause, true) : masksInWholeGraph(graph)(clause)
}

/** A step that is unchanged while others change is not evaluated again. */
const masksInWholeGraph = memoizeByKey((graph: Graph) =>
  memoizeByKey((clause: FilterClause) => evaluate({ graph, part: undefined }, clause, true)),
)

/**
 * Whether a clause may let other rows pass in a part of the graph: degrees and components, neighbours, and the ends of
 * edges depend on which edges are there. Without a graph, a column may be one of edges.
 */
export function dependsOnPart(graph: Graph | undefined, clause: FilterClause, wanted: boolean): boolean {
  switch (clause.kind) {
    case 'term':
      return termDependsOnPart(graph, clause, wanted)
    case 'not':
      return dependsOnPart(graph, clause.clause, !wanted)
    case 'and':
    case 'or':
      return clause.clauses.some((each) => dependsOnPart(graph, each, wanted))
  }
}

function termDependsOnPart(graph: Graph | undefined, { key: name, reach }: FilterTerm, wanted: boolean): boolean {
  if (isStatementFilterKey(name) || reach > 0) return true
  const key = graph ? filterKeyNamed(graph, name) : builtInFilterKey(name)
  if (!key) return !graph && name.startsWith('@') && wanted
  return isTopological(key) || (key.of === 'edge' && wanted)
}

/** Evaluates a clause, or its opposite. Negation is pushed down to the terms (De Morgan), so a double "not" changes nothing. */
function evaluate(scope: EvaluationScope, clause: FilterClause, wanted: boolean): RowRestriction {
  switch (clause.kind) {
    case 'term':
      return evaluateTerm(scope, clause, wanted)
    case 'not':
      return evaluate(scope, clause.clause, !wanted)
    case 'and':
    case 'or': {
      const masks = clause.clauses.map((each) => evaluate(scope, each, wanted))
      return masks.reduce((clause.kind === 'and') === wanted ? intersectGraphMasks : uniteGraphMasks)
    }
  }
}

/**
 * A node term selects nodes; edges follow from their ends. An edge term keeps matching edges with the nodes that they
 * touch, and the nodes whose figures match; negated, it removes those edges and keeps all nodes.
 */
function evaluateTerm(scope: EvaluationScope, term: FilterTerm, wanted: boolean): RowRestriction {
  const { graph, part } = scope
  const { values, reach } = term
  if (isStatementFilterKey(term.key)) return evaluateStatementTerm(scope, term, wanted)
  const key = filterKeyNamed(graph, term.key)
  if (!key) return { nodes: wanted ? new Uint8Array(graph.nodes.count) : undefined, edges: undefined }
  const matching = matchingRows(scope, key, values)
  if (key.of === 'node') {
    const expanded = expandNeighbourhood(graph, matching, reach, part)
    return { nodes: wanted ? expanded : invertRowMask(expanded), edges: undefined }
  }
  if (!wanted) return { nodes: undefined, edges: invertRowMask(matching) }
  const figures = key.kind === 'words' && key.figureValues && rowsWithValue(key.figureValues(graph), values, false)
  const edges = part ? intersectRowMasks(matching, part.edges)! : matching
  const touched = expandNeighbourhood(graph, nodesTouchedBy(graph, edges, figures || undefined), reach, part)
  return { nodes: touched, edges: reach > 0 ? undefined : matching }
}

/** One byte a row of the key's table, 1 if the row matches any of the values. */
function matchingRows(scope: EvaluationScope, key: FilterKeyDefinition, values: readonly string[]): Uint8Array {
  switch (key.kind) {
    case 'numbers':
      return rowsWithNumber(scope, key, values)
    case 'texts':
      return rowsContainingText(key.texts(scope.graph), values, key.missing === true)
    case 'words':
      return rowsWithWord(scope, key, values)
  }
}

function rowsWithNumber(
  { graph, part }: EvaluationScope,
  key: FilterKeyDefinition & { kind: 'numbers' },
  values: readonly string[],
): Uint8Array {
  const numbers = part && key.numbersWithin ? key.numbersWithin(graph, part) : key.numbers(graph)
  const rows = rowsInRanges(numbers, values, key.scale)
  if (!key.largest || !values.includes(LARGEST)) return rows
  const largest = key.largest(graph, part)
  return rows.map((row, at) => row | largest[at]!)
}

function rowsWithWord(
  { graph, part }: EvaluationScope,
  key: FilterKeyDefinition & { kind: 'words' },
  values: readonly string[],
): Uint8Array {
  if (!key.rowOf) {
    const all = part && key.valuesWithin ? key.valuesWithin(graph, part) : key.values(graph)
    return rowsWithValue(all, key.id === 'type' ? typeIdsNamed(graph, values) : values, key.missing === true)
  }
  const rows = new Uint8Array(graph.nodes.count)
  for (const value of values) {
    const row = key.rowOf(graph, value)
    if (row !== undefined) rows[row] = 1
  }
  return rows
}

/** A statement term within a larger clause: keeps the edges, and the nodes of figures, that still have a statement. */
function evaluateStatementTerm({ graph, part }: EvaluationScope, term: FilterTerm, wanted: boolean): RowRestriction {
  const { mask, keepsUnsourced } = statementMask(graph, term, wanted)
  const { lensed, support } = applyStatementMask(graph, mask, keepsUnsourced, rowsInTime(graph, term, wanted))
  const { nodes, edges } = part
    ? supportWithin({ before: graph, after: lensed, support, keepsUnsourced }, part)
    : support
  if (term.reach === 0) return { nodes, edges }
  return { nodes: expandNeighbourhood(graph, nodes, term.reach, part), edges: undefined }
}
