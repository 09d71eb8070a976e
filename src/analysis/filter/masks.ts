import type { Graph } from '../../model/graph'
import { adjacency } from '../../model/graph'

/** One byte a row, 1 if it is visible. An edge is visible only if both its ends are. */
export interface VisibleRows {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  readonly nodeCount: number
  readonly edgeCount: number
}

/** One byte a row, before edges without both ends are removed; undefined if every row is in. */
export interface RowRestriction {
  readonly nodes: Uint8Array | undefined
  readonly edges: Uint8Array | undefined
}

export const unrestrictedMask: RowRestriction = { nodes: undefined, edges: undefined }

type RowMask = Uint8Array | undefined

export function intersectRowMasks(one: RowMask, other: RowMask): RowMask {
  if (!one || !other) return one ?? other
  const rows = new Uint8Array(one.length)
  for (let row = 0; row < rows.length; row++) rows[row] = one[row]! & other[row]!
  return rows
}

function uniteRowMasks(one: RowMask, other: RowMask): RowMask {
  if (!one || !other) return undefined
  const rows = new Uint8Array(one.length)
  for (let row = 0; row < rows.length; row++) rows[row] = one[row]! | other[row]!
  return rows
}

/** Rows in both masks. */
export const intersectGraphMasks = (one: RowRestriction, other: RowRestriction): RowRestriction => ({
  nodes: intersectRowMasks(one.nodes, other.nodes),
  edges: intersectRowMasks(one.edges, other.edges),
})

/** Rows in either mask. */
export const uniteGraphMasks = (one: RowRestriction, other: RowRestriction): RowRestriction => ({
  nodes: uniteRowMasks(one.nodes, other.nodes),
  edges: uniteRowMasks(one.edges, other.edges),
})

export function invertRowMask(mask: Uint8Array): Uint8Array {
  const rows = new Uint8Array(mask.length)
  for (let row = 0; row < rows.length; row++) rows[row] = 1 - mask[row]!
  return rows
}

export function countRowsInMask(mask: Uint8Array): number {
  let sum = 0
  for (let row = 0; row < mask.length; row++) sum += mask[row]!
  return sum
}

const fullMask = (rows: number): Uint8Array => new Uint8Array(rows).fill(1)

/** The visible rows of a mask: edges only with both their ends. */
export function visibleRowsOfMask(graph: Graph, mask: RowRestriction): VisibleRows {
  const nodes = mask.nodes ?? fullMask(graph.nodes.count)
  const nodeCount = mask.nodes ? countRowsInMask(nodes) : nodes.length
  if (mask.nodes) return { nodes, nodeCount, ...edgesWithBothEnds(graph, nodes, mask.edges) }
  const edges = mask.edges ?? fullMask(graph.edges.count)
  return { nodes, edges, nodeCount, edgeCount: mask.edges ? countRowsInMask(edges) : edges.length }
}

/** Checks ends and counts in one pass: with a million edges, each pass costs time. */
function edgesWithBothEnds({ edges: { source, target } }: Graph, nodes: Uint8Array, mask: RowMask) {
  const edges = new Uint8Array(source.length)
  let edgeCount = 0
  if (mask)
    for (let edge = 0; edge < edges.length; edge++)
      edgeCount += edges[edge] = mask[edge]! & nodes[source[edge]!]! & nodes[target[edge]!]!
  else
    for (let edge = 0; edge < edges.length; edge++)
      edgeCount += edges[edge] = nodes[source[edge]!]! & nodes[target[edge]!]!
  return { edges, edgeCount }
}

/** The ends of the masked edges, and the nodes of the masked figures. */
export function nodesTouchedBy(graph: Graph, edgeMask: Uint8Array, figureMask?: Uint8Array): Uint8Array {
  const nodes = new Uint8Array(graph.nodes.count)
  const { source, target } = graph.edges
  for (let edge = 0; edge < edgeMask.length; edge++)
    if (edgeMask[edge] === 1) nodes[source[edge]!] = nodes[target[edge]!] = 1
  const { subject } = graph.figures
  if (figureMask) for (let row = 0; row < figureMask.length; row++) if (figureMask[row] === 1) nodes[subject[row]!] = 1
  return nodes
}

/** The nodes and their neighbours up to `reach` hops away, along edges in either direction; within a part if there is one. */
export function expandNeighbourhood(graph: Graph, nodes: Uint8Array, reach: number, part?: VisibleRows): Uint8Array {
  let mask = part && reach > 0 ? intersectRowMasks(nodes, part.nodes)! : nodes
  for (let hop = 0; hop < reach; hop++)
    mask = part ? withNeighboursAlong(graph, mask, part) : withNeighbours(graph, mask)
  return mask
}

function withNeighboursAlong(
  { edges: { source, target } }: Graph,
  nodes: Uint8Array,
  { edges }: VisibleRows,
): Uint8Array {
  const next = nodes.slice()
  for (let edge = 0; edge < edges.length; edge++) {
    if (edges[edge] === 0) continue
    const [one, other] = [source[edge]!, target[edge]!]
    if (nodes[one] === 1) next[other] = 1
    if (nodes[other] === 1) next[one] = 1
  }
  return next
}

function withNeighbours(graph: Graph, nodes: Uint8Array): Uint8Array {
  const { offsets, neighbours } = adjacency(graph)
  const next = nodes.slice()
  for (let node = 0; node < nodes.length; node++) {
    if (nodes[node] === 0) continue
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) next[neighbours[at]!] = 1
  }
  return next
}
