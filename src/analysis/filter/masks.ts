import type { Graph } from '../../model/graph'
import { adjacency } from '../../model/graph'

/** One byte a row, 1 where it is shown. An edge is shown only with both its ends. */
export interface VisibleRows {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  readonly nodeCount: number
  readonly edgeCount: number
}

/** One byte a row, before edges are closed over their ends; undefined where every row is in. */
export interface GraphMask {
  readonly nodes: Uint8Array | undefined
  readonly edges: Uint8Array | undefined
}

export const unrestrictedMask: GraphMask = { nodes: undefined, edges: undefined }

type Rows = Uint8Array | undefined

export function intersectRowMasks(one: Rows, other: Rows): Rows {
  if (!one || !other) return one ?? other
  const rows = new Uint8Array(one.length)
  for (let row = 0; row < rows.length; row++) rows[row] = one[row]! & other[row]!
  return rows
}

function either(one: Rows, other: Rows): Rows {
  if (!one || !other) return undefined
  const rows = new Uint8Array(one.length)
  for (let row = 0; row < rows.length; row++) rows[row] = one[row]! | other[row]!
  return rows
}

/** Two masks that agree everywhere; edges are taken where both want them. */
export const intersectMasks = (one: GraphMask, other: GraphMask): GraphMask => ({
  nodes: intersectRowMasks(one.nodes, other.nodes),
  edges: intersectRowMasks(one.edges, other.edges),
})

export const unionMasks = (one: GraphMask, other: GraphMask): GraphMask => ({
  nodes: either(one.nodes, other.nodes),
  edges: either(one.edges, other.edges),
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

const all = (rows: number): Uint8Array => new Uint8Array(rows).fill(1)

/** What a mask shows: edges only with both their ends. */
export function visibleRowsOfMask(graph: Graph, mask: GraphMask): VisibleRows {
  const nodes = mask.nodes ?? all(graph.nodes.count)
  const nodeCount = mask.nodes ? countRowsInMask(nodes) : nodes.length
  if (mask.nodes) return { nodes, nodeCount, ...closedEdges(graph, nodes, mask.edges) }
  const edges = mask.edges ?? all(graph.edges.count)
  return { nodes, edges, nodeCount, edgeCount: mask.edges ? countRowsInMask(edges) : edges.length }
}

/** Closed and counted in one pass: over a million edges the passes are what takes time. */
function closedEdges({ edges: { source, target } }: Graph, nodes: Uint8Array, wanted: Rows) {
  const edges = new Uint8Array(source.length)
  let edgeCount = 0
  if (wanted)
    for (let edge = 0; edge < edges.length; edge++)
      edgeCount += edges[edge] = wanted[edge]! & nodes[source[edge]!]! & nodes[target[edge]!]!
  else
    for (let edge = 0; edge < edges.length; edge++)
      edgeCount += edges[edge] = nodes[source[edge]!]! & nodes[target[edge]!]!
  return { edges, edgeCount }
}

/** The ends of edges, and the nodes of figures. */
export function nodesTouchedBy(graph: Graph, edgeMask: Uint8Array, figureMask?: Uint8Array): Uint8Array {
  const nodes = new Uint8Array(graph.nodes.count)
  const { source, target } = graph.edges
  for (let edge = 0; edge < edgeMask.length; edge++)
    if (edgeMask[edge] === 1) nodes[source[edge]!] = nodes[target[edge]!] = 1
  const { subject } = graph.figures
  if (figureMask) for (let row = 0; row < figureMask.length; row++) if (figureMask[row] === 1) nodes[subject[row]!] = 1
  return nodes
}

/** The nodes and those within so many steps of them along any edge. */
export function expandNeighbourhood(graph: Graph, nodes: Uint8Array, reach: number): Uint8Array {
  let known = nodes
  for (let turn = 0; turn < reach; turn++) known = grownOnce(graph, known)
  return known
}

function grownOnce(graph: Graph, known: Uint8Array): Uint8Array {
  const { offsets, neighbours } = adjacency(graph)
  const next = known.slice()
  for (let node = 0; node < known.length; node++) {
    if (known[node] === 0) continue
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) next[neighbours[at]!] = 1
  }
  return next
}
