import type { Graph } from './graph'

/** How many nodes have a place in the plane. */
export function placedNodeCount({ nodes: { x, y } }: Graph): number {
  let count = 0
  for (let row = 0; row < x.length; row++) if (Number.isFinite(x[row]) && Number.isFinite(y[row])) count++
  return count
}

/** Whether the places that a graph came with are kept, and nodes without one are put among them. */
export const keepsImportedPositions = (graph: Graph): boolean => 2 * placedNodeCount(graph) > graph.nodes.count
