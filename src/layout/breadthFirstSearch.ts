import type { RowGroups } from '../model/columns'

/** Stands for "not reached". */
export const UNREACHED = 0xffffffff

/** How nodes are reached from some of them, step by step along any edge. */
export interface BreadthFirstTree {
  /** Number of steps from the nearest start; AWAY where there is no way. */
  readonly depth: Uint32Array
  /** The neighbour by which each node was first reached; its own number for a start, AWAY where there is no way. */
  readonly parent: Uint32Array
  /** All nodes that were reached, nearest first. */
  readonly order: Uint32Array
}

/** Breadth-first search from all the starts at once; neighbours are met in the order in which they are given. */
export function breadthFirstSearch(starts: Iterable<number>, { offsets, rows }: RowGroups): BreadthFirstTree {
  const count = offsets.length - 1
  const depth = new Uint32Array(count).fill(UNREACHED)
  const parent = new Uint32Array(count).fill(UNREACHED)
  const order = new Uint32Array(count)
  let known = 0
  const meet = (node: number, from: number, far: number) => {
    if (depth[node] !== UNREACHED) return
    depth[node] = far
    parent[node] = from
    order[known++] = node
  }
  for (const start of starts) meet(start, start, 0)
  for (let at = 0; at < known; at++) {
    const node = order[at]!
    for (let next = offsets[node]!; next < offsets[node + 1]!; next++) meet(rows[next]!, node, depth[node]! + 1)
  }
  return { depth, parent, order: order.slice(0, known) }
}
