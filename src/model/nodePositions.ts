import type { Graph } from './graph'

/** Number of nodes that have a position. */
export function placedNodeCount({ nodes: { x, y } }: Graph): number {
  let count = 0
  for (let row = 0; row < x.length; row++) if (Number.isFinite(x[row]) && Number.isFinite(y[row])) count++
  return count
}

/** Whether the positions of an imported graph are kept and nodes without one placed between them: if most nodes have one. */
export const keepsImportedPositions = (graph: Graph): boolean => 2 * placedNodeCount(graph) > graph.nodes.count
