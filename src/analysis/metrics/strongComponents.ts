import { partitionBySize, type Partition } from './connectedComponents'
import { neighbourListsOf, visitsPerProgressReport, type ProgressGenerator, type Network } from './network'

/**
 * Strongly connected components: nodes that reach each other along the direction of edges. Tarjan's depth-first search (SIAM
 * Journal on Computing 1, 1972) with an explicit stack, so that long paths do not overflow the call stack.
 */
export function* strongComponents(network: Network): ProgressGenerator<Partition> {
  const { count } = network
  const { offsets, neighbours } = neighbourListsOf({ ...network, weights: undefined }, 'out')
  const next = offsets.slice(0, count)
  // Position in the search from 1; 0 before the node is visited.
  const index = new Uint32Array(count)
  // Lowest index that is reachable; `count + 1`, above every index, once the component is complete.
  const low = new Uint32Array(count)
  const label = new Uint32Array(count)
  const path = new Uint32Array(count)
  const open = new Uint32Array(count)
  let openCount = 0
  let visited = 0
  let reported = 0
  for (let start = 0; start < count; start++) {
    if (index[start]! > 0) continue
    let depth = 0
    path[0] = start
    while (depth >= 0) {
      const node = path[depth]!
      if (index[node] === 0) {
        index[node] = low[node] = ++visited
        open[openCount++] = node
      }
      let at = next[node]!
      const end = offsets[node + 1]!
      while (at < end && index[neighbours[at]!]! > 0) low[node] = Math.min(low[node]!, low[neighbours[at++]!]!)
      next[node] = at
      if (at < end) {
        // The link is visited again on the way back, with the lowest index found behind it.
        path[++depth] = neighbours[at]!
        continue
      }
      depth--
      if (low[node] === index[node])
        openCount = closeComponent(open, openCount, { node, low, label, completed: count + 1 })
      if (visited - reported > visitsPerProgressReport / 8) yield { done: (reported = visited) / count }
    }
  }
  return partitionBySize(label)
}

interface ClosingComponent {
  readonly node: number
  readonly low: Uint32Array
  readonly label: Uint32Array
  readonly completed: number
}

/** Removes the nodes of a component from the open nodes. Returns the number of nodes that stay open. */
function closeComponent(
  open: Uint32Array,
  openCount: number,
  { node, low, label, completed }: ClosingComponent,
): number {
  let left = openCount
  let last: number
  do {
    last = open[--left]!
    label[last] = node
    low[last] = completed
  } while (last !== node)
  return left
}
