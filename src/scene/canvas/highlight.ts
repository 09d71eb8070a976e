import { adjacency, type Graph } from '../../model/graph'
import { keepStatements, statementSupportOf } from '../../model/statementLens'
import { memoizeByPair } from '../view/memoizeByPair'
import { rowsOfEdgeIds, rowsOfNodeIds } from '../view/selection'
import type { Selection } from '../view/view'

/** The highlighted rows, each once and ascending. If it is not active, everything has normal emphasis. */
export interface Highlight {
  readonly isActive: boolean
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

/** Selected nodes highlight their edges and neighbours, selected edges their ends. A figure highlights only its node. */
export const highlightOfSelection = memoizeByPair((graph: Graph, selection: Selection): Highlight => {
  const [nodes, edges]: [number[], number[]] = [[], []]
  const { source, target } = graph.edges
  for (const row of rowsOfNodeIds(graph, selection.nodes)) collectWithNeighbours(graph, row, { nodes, edges })
  for (const row of rowsOfEdgeIds(graph, selection.edges)) {
    edges.push(row)
    nodes.push(source[row]!, target[row]!)
  }
  return highlightOf(graph, selection.nodes.length + selection.edges.length > 0, { nodes, edges })
})

/** Highlights what the statements of a source are about: their edges with both ends, and the nodes of their figures. */
export function highlightOfSource(graph: Graph, source: string): Highlight {
  const at = graph.sources.findIndex(({ id }) => id === source)
  const ofSource = Uint8Array.from(graph.statements.source, (each) => (each === at ? 1 : 0))
  const { nodes, edges } = statementSupportOf(keepStatements(graph, ofSource))
  return { isActive: at >= 0, nodes: rowsInMask(nodes), edges: rowsInMask(edges) }
}

/** Adds a node and its neighbourhood to a highlight. */
export function highlightWithNeighbours(graph: Graph, { nodes, edges }: Highlight, row: number): Highlight {
  const more = { nodes: [...nodes], edges: [...edges] }
  collectWithNeighbours(graph, row, more)
  return highlightOf(graph, true, more)
}

/** A highlight as masks, one byte a row. */
export function highlightMasks(
  graph: Graph,
  highlight: Highlight,
): { readonly nodes: Uint8Array; readonly edges: Uint8Array } {
  return { nodes: maskOf(highlight.nodes, graph.nodes.count), edges: maskOf(highlight.edges, graph.edges.count) }
}

interface CollectedRows {
  readonly nodes: number[]
  readonly edges: number[]
}

function collectWithNeighbours(graph: Graph, row: number, { nodes, edges }: CollectedRows): void {
  const { offsets, rows, neighbours } = adjacency(graph)
  nodes.push(row)
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    edges.push(rows[at]!)
    nodes.push(neighbours[at]!)
  }
}

const highlightOf = (graph: Graph, isActive: boolean, { nodes, edges }: CollectedRows): Highlight => ({
  isActive,
  nodes: uniqueAscending(nodes, graph.nodes.count),
  edges: uniqueAscending(edges, graph.edges.count),
})

/** Up to this number, sorting the rows is faster than marking them in a mask of all rows. */
const maxSortedRows = 5000

const uniqueAscending = (rows: readonly number[], count: number): readonly number[] =>
  rows.length > maxSortedRows ? rowsInMask(maskOf(rows, count)) : [...new Set(rows)].sort((one, other) => one - other)

function maskOf(rows: readonly number[], count: number): Uint8Array {
  const mask = new Uint8Array(count)
  for (const row of rows) mask[row] = 1
  return mask
}

/** The rows of a mask, ascending. */
function rowsInMask(mask: Uint8Array): number[] {
  const found: number[] = []
  for (let row = 0; row < mask.length; row++) if (mask[row] !== 0) found.push(row)
  return found
}
