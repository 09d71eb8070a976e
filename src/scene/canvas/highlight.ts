import { adjacency, type Graph } from '../../model/graph'
import { lensed, supportOf } from '../../model/statementLens'
import { memoised } from '../view/memoizeByPair'
import { rowsOfEdges, rowsOfNodes } from '../view/selection'
import type { Selection } from '../view/view'

/** Rows of what is lit, each once and ascending. Where nothing lights anything, all is at rest. */
export interface Lit {
  readonly any: boolean
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

/** Selected nodes light their edges and neighbours; selected edges light their ends. A figure lights its node alone. */
export const lit = memoised((graph: Graph, selection: Selection): Lit => {
  const [nodes, edges]: [number[], number[]] = [[], []]
  const { source, target } = graph.edges
  for (const row of rowsOfNodes(graph, selection.nodes)) gather(graph, row, { nodes, edges })
  for (const row of rowsOfEdges(graph, selection.edges)) {
    edges.push(row)
    nodes.push(source[row]!, target[row]!)
  }
  return litOf(graph, selection.nodes.length + selection.edges.length > 0, { nodes, edges })
})

/** What the statements of a document are about: their edges with both ends, and the nodes of their figures. */
export function litBySource(graph: Graph, source: string): Lit {
  const at = graph.sources.findIndex(({ id }) => id === source)
  const spoken = Uint8Array.from(graph.statements.source, (each) => (each === at ? 1 : 0))
  const { nodes, edges } = supportOf(lensed(graph, spoken))
  return { any: at >= 0, nodes: rowsOn(nodes), edges: rowsOn(edges) }
}

/** The same with the neighbourhood of one more node. */
export function withNeighbours(graph: Graph, { nodes, edges }: Lit, row: number): Lit {
  const more = { nodes: [...nodes], edges: [...edges] }
  gather(graph, row, more)
  return litOf(graph, true, more)
}

/** The same as masks, one byte a row. */
export function litMasks(graph: Graph, light: Lit): { readonly nodes: Uint8Array; readonly edges: Uint8Array } {
  return { nodes: maskOf(light.nodes, graph.nodes.count), edges: maskOf(light.edges, graph.edges.count) }
}

interface Gathered {
  readonly nodes: number[]
  readonly edges: number[]
}

function gather(graph: Graph, row: number, { nodes, edges }: Gathered): void {
  const { offsets, rows, neighbours } = adjacency(graph)
  nodes.push(row)
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
    edges.push(rows[at]!)
    nodes.push(neighbours[at]!)
  }
}

const litOf = (graph: Graph, any: boolean, { nodes, edges }: Gathered): Lit => ({
  any,
  nodes: ordered(nodes, graph.nodes.count),
  edges: ordered(edges, graph.edges.count),
})

/** So few rows are sorted rather than marked in a mask of all. */
const few = 5000

const ordered = (rows: readonly number[], count: number): readonly number[] =>
  rows.length > few ? rowsOn(maskOf(rows, count)) : [...new Set(rows)].sort((one, other) => one - other)

function maskOf(rows: readonly number[], count: number): Uint8Array {
  const mask = new Uint8Array(count)
  for (const row of rows) mask[row] = 1
  return mask
}

/** The rows of a mask, ascending. */
function rowsOn(mask: Uint8Array): number[] {
  const found: number[] = []
  for (let row = 0; row < mask.length; row++) if (mask[row] !== 0) found.push(row)
  return found
}
