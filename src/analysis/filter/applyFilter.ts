import type { Graph } from '../../model/graph'
import { edgeRows } from '../../model/graph'
import { kept } from '../incremental'
import { evidenceKeys, isLens, lensMask, supported } from './statementFilterKeys'
import type { Clause, Filter, Step, Term } from './filter'
import type { FilterKey } from './filterKey'
import { typesFor } from './memberships'
import { keyNamed } from './filterKeys'
import { both, close, everything, grown, intersect, opposite, touchedBy, unite, type Mask, type Visible } from './masks'
import { rowsInRanges } from './numericRange'
import { rowsContaining } from './rowsContainingText'
import { rowsWith } from './rowValues'

export type { Visible } from './masks'

/** What a filter leaves of a graph: the steps that are on, one after the other. */
export function visible(graph: Graph, filter: Filter): Visible {
  const { mask } = filter.reduce((at, step) => after(graph, at, step), start(graph))
  return close(graph, mask)
}

/** What is left at the start and after each step, whether on or off: one more than there are steps. */
export function visibleAfterEach(graph: Graph, filter: Filter): readonly Visible[] {
  let at = start(graph)
  let shown = close(graph, at.mask)
  const stages = [shown]
  for (const step of filter) {
    const next = after(graph, at, step)
    if (next !== at) shown = close(graph, next.mask)
    at = next
    stages.push(shown)
  }
  return stages
}

/** The nodes that a filter leaves, one byte a row; undefined where it leaves all. Cheaper than asking for edges too. */
export const nodesLeft = (graph: Graph, filter: Filter): Uint8Array | undefined =>
  filter.reduce((at, step) => after(graph, at, step), start(graph)).mask.nodes

/** The graph as the lenses of a filter leave it: with only the statements that count. */
export const throughLenses = (graph: Graph, filter: Filter): Graph =>
  filter.reduce((at, step) => (isLens(step.clause) ? after(graph, at, step) : at), start(graph)).left

interface Stage {
  /** The graph with the statements that count so far. */
  readonly left: Graph
  readonly mask: Mask
  readonly counts?: Uint8Array | undefined
  readonly bareStays: boolean
}

const start = (graph: Graph): Stage => ({ left: graph, mask: everything, bareStays: true })

/** Lenses add up statement by statement; every other step asks what they have left. */
function after(graph: Graph, at: Stage, { clause, off }: Step): Stage {
  if (off) return at
  if (!isLens(clause)) return { ...at, mask: intersect(at.mask, answers(at.left)(clause)) }
  const own = lensMask(graph, clause)
  const counts = both(at.counts, own.mask)!
  const bareStays = at.bareStays && own.bareStays
  const { left, support } = supported(graph, counts, bareStays)
  return { left, counts, bareStays, mask: intersect(at.mask, support) }
}

/** What each clause answers of a graph; a step that stays as it is while others change is not asked again. */
const answers = kept((graph: Graph) => kept((clause: Clause) => evaluate(graph, clause, true)))

/** A clause, or its opposite; "not" is carried inwards to the terms (De Morgan), so that a double "not" changes nothing. */
function evaluate(graph: Graph, clause: Clause, wanted: boolean): Mask {
  switch (clause.kind) {
    case 'term':
      return evaluateTerm(graph, clause, wanted)
    case 'not':
      return evaluate(graph, clause.clause, !wanted)
    case 'and':
    case 'or': {
      const masks = clause.clauses.map((each) => evaluate(graph, each, wanted))
      return masks.reduce((clause.kind === 'and') === wanted ? intersect : unite)
    }
  }
}

/**
 * A node term speaks of nodes and leaves edges to their ends. An edge term keeps the edges that match with the nodes
 * that they touch, and the nodes whose figures match; ruled out, it takes away those edges and leaves all nodes.
 */
function evaluateTerm(graph: Graph, term: Term, wanted: boolean): Mask {
  const { on, among, reach } = term
  if (on in evidenceKeys) return ofStatements(graph, term, wanted)
  const key = keyNamed(graph, on)
  if (!key) return { nodes: wanted ? new Uint8Array(graph.nodes.count) : undefined, edges: undefined }
  const matching = rowsOf(graph, key, among)
  if (key.of === 'node') {
    const around = grown(graph, matching, reach)
    return { nodes: wanted ? around : opposite(around), edges: undefined }
  }
  if (!wanted) return { nodes: undefined, edges: opposite(matching) }
  const figures = key.kind === 'words' && key.figureValues && rowsWith(key.figureValues(graph), among, false)
  const touched = grown(graph, touchedBy(graph, matching, figures || undefined), reach)
  return { nodes: touched, edges: reach > 0 ? undefined : matching }
}

/** One byte a row of the key's table, 1 where any of the values will do. */
function rowsOf(graph: Graph, key: FilterKey, among: readonly string[]): Uint8Array {
  switch (key.kind) {
    case 'numbers':
      return rowsInRanges(key.numbers(graph), among, key.scale)
    case 'texts':
      return rowsContaining(key.texts(graph), among, key.missing === true)
    case 'words': {
      const wanted = key.id === 'type' ? typesFor(graph, among) : among
      if (!key.rowOf) return rowsWith(key.values(graph), wanted, key.missing === true)
      const rows = new Uint8Array(graph.nodes.count)
      for (const value of among) {
        const row = key.rowOf(graph, value)
        if (row !== undefined) rows[row] = 1
      }
      return rows
    }
  }
}

/** A condition on statements inside of a larger clause: the edges, nodes and figures that keep support. */
function ofStatements(graph: Graph, term: Term, wanted: boolean): Mask {
  const { mask, bareStays } = lensMask(graph, term, wanted)
  const { nodes, edges } = supported(graph, mask, bareStays).support
  if (term.reach === 0) return { nodes, edges }
  return { nodes: grown(graph, nodes, term.reach), edges: undefined }
}

/** The part of a graph that chosen nodes and edges make: those nodes, those edges with their ends, and ties among the nodes. */
export function visibleOf(graph: Graph, nodeRowsChosen: Iterable<number>, edgeIds: readonly string[]): Visible {
  const nodes = new Uint8Array(graph.nodes.count)
  for (const row of nodeRowsChosen) nodes[row] = 1
  const among = close(graph, { nodes: nodes.slice(), edges: undefined }).edges
  for (const id of edgeIds) {
    const edge = edgeRows(graph).get(id)
    if (edge === undefined) continue
    among[edge] = 1
    nodes[graph.edges.source[edge]!] = nodes[graph.edges.target[edge]!] = 1
  }
  return close(graph, { nodes, edges: among })
}
