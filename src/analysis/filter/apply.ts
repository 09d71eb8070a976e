import type { Graph } from '../../model/graph'
import { adjacency, edgeRows } from '../../model/graph'
import { fold } from '../../model/names'
import { evidenceKeys, isLens, lensMask, supported } from './evidence'
import type { Clause, Filter, Step, Term } from './filter'
import type { Values } from './keys'
import { keyNamed } from './keys'

/** One byte a row, 1 where it is shown. An edge is shown only with both its ends. */
export interface Visible {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  readonly nodeCount: number
  readonly edgeCount: number
}

/** One byte a row, before edges are closed over their ends. */
interface Mask {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/** What a filter leaves of a graph: the steps that are on, one after the other. */
export const visible = (graph: Graph, filter: Filter): Visible => visibleAfterEach(graph, filter).at(-1)!

/** What is left at the start and after each step, whether on or off: one more than there are steps. */
export function visibleAfterEach(graph: Graph, filter: Filter): readonly Visible[] {
  let at: Stage = { left: graph, mask: everything(graph), bareStays: true }
  const stages = [close(graph, at.mask)]
  for (const step of filter) {
    at = after(graph, at, step)
    stages.push(close(graph, at.mask))
  }
  return stages
}

/** The graph as the lenses of a filter leave it: with only the statements that count. */
export const throughLenses = (graph: Graph, filter: Filter): Graph =>
  filter.reduce<Stage>((at, step) => (isLens(step.clause) ? after(graph, at, step) : at), {
    left: graph,
    mask: everything(graph),
    bareStays: true,
  }).left

interface Stage {
  /** The graph with the statements that count so far. */
  readonly left: Graph
  readonly mask: Mask
  readonly counts?: Uint8Array
  readonly bareStays: boolean
}

/** Lenses add up statement by statement; every other step asks what they have left. */
function after(graph: Graph, at: Stage, { clause, off }: Step): Stage {
  if (off) return at
  if (!isLens(clause)) return { ...at, mask: intersect(at.mask, evaluate(at.left, clause, true)) }
  const own = lensMask(graph, clause)
  const counts = at.counts ? at.counts.map((each, row) => each & own.mask[row]!) : own.mask
  const bareStays = at.bareStays && own.bareStays
  const { left, support } = supported(graph, counts, bareStays)
  return { left, counts, bareStays, mask: intersect(at.mask, support) }
}

const everything = ({ nodes, edges }: Graph): Mask => ({
  nodes: new Uint8Array(nodes.count).fill(1),
  edges: new Uint8Array(edges.count).fill(1),
})

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
function evaluateTerm(graph: Graph, { on, among, reach }: Term, wanted: boolean): Mask {
  const mask = everything(graph)
  if (on in evidenceKeys) return ofStatements(graph, { kind: 'term', on, among, reach }, wanted)
  const key = keyNamed(graph, on)
  if (!key) return wanted ? { ...mask, nodes: mask.nodes.fill(0) } : mask
  const values = key.values(graph)
  const matching = rowsWith(values, among, key.contains)
  if (key.of === 'node') {
    const around = grown(graph, matching, reach)
    return { ...mask, nodes: wanted ? around : opposite(around) }
  }
  if (!wanted) return { ...mask, edges: opposite(matching) }
  const figures = key.figureValues && rowsWith(key.figureValues(graph), among, key.contains)
  const touched = grown(graph, touchedBy(graph, matching, figures), reach)
  return { nodes: touched, edges: reach > 0 ? mask.edges : matching }
}

/** A condition on statements inside of a larger clause: the edges, nodes and figures that keep support. */
function ofStatements(graph: Graph, term: Term, wanted: boolean): Mask {
  const { mask, bareStays } = lensMask(graph, term, wanted)
  const { nodes, edges } = supported(graph, mask, bareStays).support
  if (term.reach === 0) return { nodes, edges }
  return { nodes: grown(graph, nodes, term.reach), edges: everything(graph).edges }
}

/** One byte a row, 1 where any of the row's values is wanted. The dictionary is asked once, then codes are looked up. */
function rowsWith(values: Values, among: readonly string[], contains = false): Uint8Array {
  const parts = contains ? among.map(fold) : among
  const wanted = Uint8Array.from(values.dictionary, (value) =>
    parts.some((part) => (contains ? value.includes(part) : value === part)) ? 1 : 0,
  )
  if (values.kind === 'category') return Uint8Array.from(values.codes, (code) => wanted[code] ?? 0)
  const rows = new Uint8Array(values.offsets.length - 1)
  for (let row = 0; row < rows.length; row++)
    for (let at = values.offsets[row]!; at < values.offsets[row + 1]!; at++) rows[row]! |= wanted[values.codes[at]!]!
  return rows
}

function touchedBy(
  { nodes: { count }, edges, figures }: Graph,
  edgeMask: Uint8Array,
  figureMask?: Uint8Array,
): Uint8Array {
  const nodes = new Uint8Array(count)
  edgeMask.forEach((shown, edge) => {
    if (shown) nodes[edges.source[edge]!] = nodes[edges.target[edge]!] = 1
  })
  figureMask?.forEach((shown, figure) => {
    if (shown) nodes[figures.subject[figure]!] = 1
  })
  return nodes
}

/** The nodes and those within so many steps of them along any edge. */
export function grown(graph: Graph, nodes: Uint8Array, reach: number): Uint8Array {
  const { offsets, neighbours } = adjacency(graph)
  let known = nodes
  for (let turn = 0; turn < reach; turn++) {
    const next = known.slice()
    known.forEach((shown, row) => {
      if (shown) for (let at = offsets[row]!; at < offsets[row + 1]!; at++) next[neighbours[at]!] = 1
    })
    known = next
  }
  return known
}

/** Two masks that agree everywhere; edges are taken where both want them. */
const intersect = (one: Mask, other: Mask): Mask => ({
  nodes: one.nodes.map((shown, row) => shown & other.nodes[row]!),
  edges: one.edges.map((shown, row) => shown & other.edges[row]!),
})

const unite = (one: Mask, other: Mask): Mask => ({
  nodes: one.nodes.map((shown, row) => shown | other.nodes[row]!),
  edges: one.edges.map((shown, row) => shown | other.edges[row]!),
})

const opposite = (mask: Uint8Array): Uint8Array => mask.map((shown) => 1 - shown)

function close({ edges: { source, target } }: Graph, { nodes, edges }: Mask): Visible {
  const shown = edges.map((edge, row) => edge & nodes[source[row]!]! & nodes[target[row]!]!)
  return { nodes, edges: shown, nodeCount: count(nodes), edgeCount: count(shown) }
}

const count = (mask: Uint8Array): number => mask.reduce((sum, shown) => sum + shown, 0)

/** The part of a graph that chosen nodes and edges make: those nodes, those edges with their ends, and ties among the nodes. */
export function visibleOf(graph: Graph, nodeRowsChosen: readonly number[], edgeIds: readonly string[]): Visible {
  const nodes = new Uint8Array(graph.nodes.count)
  for (const row of nodeRowsChosen) nodes[row] = 1
  const among = close(graph, { nodes: nodes.slice(), edges: new Uint8Array(graph.edges.count).fill(1) }).edges
  for (const id of edgeIds) {
    const edge = edgeRows(graph).get(id)
    if (edge === undefined) continue
    among[edge] = 1
    nodes[graph.edges.source[edge]!] = nodes[graph.edges.target[edge]!] = 1
  }
  return close(graph, { nodes, edges: among })
}
