import type { RowGroups } from '../model/columns'

/** Marks nodes that are not reachable. */
export const UNREACHED = 0xffffffff

/** How nodes are reached from the starts along edges in any direction. */
export interface BreadthFirstTree {
  /** Number of steps from the nearest start, or UNREACHED. */
  readonly depth: Uint32Array
  /** The node from which each node was first reached; the node itself for a start, or UNREACHED. */
  readonly parent: Uint32Array
  /** All reached nodes, nearest first. */
  readonly order: Uint32Array
}

/** Breadth-first search from all starts at once; neighbours are visited in their given order. */
export function breadthFirstSearch(starts: Iterable<number>, { offsets, rows }: RowGroups): BreadthFirstTree {
  const count = offsets.length - 1
  const depth = new Uint32Array(count).fill(UNREACHED)
  const parent = new Uint32Array(count).fill(UNREACHED)
  const order = new Uint32Array(count)
  let reachedCount = 0
  const reach = (node: number, from: number, steps: number) => {
    if (depth[node] !== UNREACHED) return
    depth[node] = steps
    parent[node] = from
    order[reachedCount++] = node
  }
  for (const start of starts) reach(start, start, 0)
  for (let at = 0; at < reachedCount; at++) {
    const node = order[at]!
    for (let next = offsets[node]!; next < offsets[node + 1]!; next++) reach(rows[next]!, node, depth[node]! + 1)
  }
  return { depth, parent, order: order.slice(0, reachedCount) }
}
