import type { Graph } from '../../model/graph'

/** Formats whose files some programs do not read if they have directed and other edges, by id. */
export const formatsOfOneDirection: ReadonlySet<string> = new Set(['gexf', 'gexf12', 'graphml'])

/** Whether the edges of a part (1 in the mask) are of more than one direction. */
export function hasMixedDirections({ edges: { direction } }: Graph, edges: Uint8Array): boolean {
  let first = -1
  for (let row = 0; row < edges.length; row++) {
    if (edges[row] === 0) continue
    if (first < 0) first = direction[row]!
    else if (direction[row] !== first) return true
  }
  return false
}
