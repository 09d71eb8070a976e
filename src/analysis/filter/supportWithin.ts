import { NONE } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { StatementSupport } from '../../model/statementLens'
import type { VisibleRows } from './masks'

/** A lens that was applied to a graph. */
interface AppliedLens {
  /** The graph before and after the lens. */
  readonly before: Graph
  readonly after: Graph
  /** The rows that the lens keeps in the whole graph. */
  readonly support: StatementSupport
  /** Whether rows without statements pass. */
  readonly keepsUnsourced: boolean
}

/**
 * The rows that a lens keeps in a part of a graph: edges with a statement that passes, and nodes with one in the part. Where
 * rows without statements pass, a node that has none in the part is judged by all its statements: what was not yet
 * known of it anywhere on a date does not appear on that date.
 */
export function supportWithin(
  { before, after, support, keepsUnsourced }: AppliedLens,
  part: VisibleRows,
): Omit<StatementSupport, 'figures'> {
  const now = nodesWithStatementIn(after, part)
  if (!keepsUnsourced) return { nodes: now, edges: support.edges }
  const had = nodesWithStatementIn(before, part)
  return { nodes: now.map((own, node) => (had[node] === 1 ? own : support.nodes[node]!)), edges: support.edges }
}

/** One byte a node, 1 if a statement about an edge or figure of the part has it as an end, subject or asserter. */
function nodesWithStatementIn({ edges, figures, statements }: Graph, part: VisibleRows): Uint8Array {
  const nodes = new Uint8Array(part.nodes.length)
  for (let row = 0; row < statements.count; row++) {
    const [edge, figure, by] = [statements.edge[row]!, statements.figure[row]!, statements.by[row]!]
    const isInPart = edge === NONE ? part.nodes[figures.subject[figure]!] === 1 : part.edges[edge] === 1
    if (!isInPart) continue
    if (edge === NONE) nodes[figures.subject[figure]!] = 1
    else nodes[edges.source[edge]!] = nodes[edges.target[edge]!] = 1
    if (by !== NONE) nodes[by] = 1
  }
  return nodes
}
