import { partitionBySize, type Partition } from './connectedComponents'
import { neighbourListsOf, visitsPerProgressReport, type ProgressGenerator, type Network } from './network'

/**
 * Strongly connected components: nodes that reach each other along the arrows. Tarjan's search in depth (SIAM Journal on
 * Computing 1, 1972) with a stack of its own, so that no way is too long for it.
 */
export function* strongComponents(network: Network): ProgressGenerator<Partition> {
  const { count } = network
  const { offsets, neighbours } = neighbourListsOf({ ...network, weights: undefined }, 'out')
  const next = offsets.slice(0, count)
  // 0 while a node is new, then its turn; `count + 1` once its component is known, which is later than every turn.
  const seen = new Uint32Array(count)
  const low = new Uint32Array(count)
  const label = new Uint32Array(count)
  const way = new Uint32Array(count)
  const open = new Uint32Array(count)
  let opened = 0
  let turn = 0
  let told = 0
  for (let start = 0; start < count; start++) {
    if (seen[start]! > 0) continue
    let depth = 0
    way[0] = start
    while (depth >= 0) {
      const node = way[depth]!
      if (seen[node] === 0) {
        seen[node] = low[node] = ++turn
        open[opened++] = node
      }
      let at = next[node]!
      const end = offsets[node + 1]!
      while (at < end && seen[neighbours[at]!]! > 0) low[node] = Math.min(low[node]!, low[neighbours[at++]!]!)
      next[node] = at
      if (at < end) {
        // The edge is looked at again on the way back, when it brings what was found behind it.
        way[++depth] = neighbours[at]!
        continue
      }
      depth--
      if (low[node] === seen[node]) opened = close(open, opened, { node, low, label, known: count + 1 })
      if (turn - told > visitsPerProgressReport / 8) yield { done: (told = turn) / count }
    }
  }
  return partitionBySize(label)
}

interface Closing {
  readonly node: number
  readonly low: Uint32Array
  readonly label: Uint32Array
  readonly known: number
}

/** Takes a whole component from the open nodes; gives how many stay open. */
function close(open: Uint32Array, opened: number, { node, low, label, known }: Closing): number {
  let left = opened
  let last: number
  do {
    last = open[--left]!
    label[last] = node
    low[last] = known
  } while (last !== node)
  return left
}
