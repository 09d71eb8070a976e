import { rowsOfGroup, groupRowsByKey, type RowGroups } from '../../model/columns'

/** Edges by their ends: `source[edge]` and `target[edge]` are node numbers. */
export interface DirectedEdgeList {
  readonly count: number
  readonly source: Uint32Array
  readonly target: Uint32Array
}

/** Nodes in buckets, which are doubly linked lists, so that moving a node takes no search. */
class Buckets {
  readonly #head: Int32Array
  readonly #next: Int32Array
  readonly #before: Int32Array
  /** The bucket of each node; -1 for one that is in none. */
  readonly #bucket: Int32Array
  #top = 0

  constructor(count: number, size: number) {
    this.#head = new Int32Array(size).fill(-1)
    this.#next = new Int32Array(count)
    this.#before = new Int32Array(count)
    this.#bucket = new Int32Array(count).fill(-1)
  }

  put(node: number, bucket: number): void {
    if (this.#bucket[node]! >= 0) this.#unlink(node)
    this.#bucket[node] = bucket
    const head = this.#head[bucket]!
    this.#next[node] = head
    this.#before[node] = -1
    if (head >= 0) this.#before[head] = node
    this.#head[bucket] = node
    this.#top = Math.max(this.#top, bucket)
  }

  holds(node: number): boolean {
    return this.#bucket[node]! >= 0
  }

  /** Removes and returns a node of a bucket; -1 if it is empty. */
  take(bucket: number): number {
    const node = this.#head[bucket]!
    if (node < 0) return -1
    this.#unlink(node)
    this.#bucket[node] = -1
    return node
  }

  /** Removes and returns a node of the last bucket that has one; -1 if all are empty. */
  takeLast(): number {
    while (this.#top > 0 && this.#head[this.#top]! < 0) this.#top--
    return this.take(this.#top)
  }

  #unlink(node: number): void {
    const [before, next] = [this.#before[node]!, this.#next[node]!]
    if (next >= 0) this.#before[next] = before
    if (before >= 0) this.#next[before] = next
    else this.#head[this.#bucket[node]!] = next
  }
}

/**
 * An order of all nodes in which few edges point back: sinks go to the end, sources to the beginning, otherwise the node with the
 * greatest difference of outgoing and incoming edges (Eades, Lin and Smyth, Information Processing Letters 47(6), 1993). Returns
 * the rank of each node. Without cycles no edge points back. Linear in the number of nodes and edges.
 */
export function acyclicOrder({ count, source, target }: DirectedEdgeList): Uint32Array {
  const [out, into] = [groupRowsByKey(source, count), groupRowsByKey(target, count)]
  const degree = (groups: RowGroups) =>
    Int32Array.from({ length: count }, (_, node) => groups.offsets[node + 1]! - groups.offsets[node]!)
  const [outDegree, inDegree] = [degree(out), degree(into)]
  let maxDegree = 0
  for (let node = 0; node < count; node++) maxDegree = Math.max(maxDegree, outDegree[node]!, inDegree[node]!)
  // The first bucket has the sinks, the last the sources; between them by the difference of degrees.
  const last = 2 * maxDegree + 2
  const buckets = new Buckets(count, last + 1)
  const put = (node: number) => {
    if (outDegree[node] === 0) buckets.put(node, 0)
    else buckets.put(node, inDegree[node] === 0 ? last : outDegree[node]! - inDegree[node]! + maxDegree + 1)
  }
  for (let node = count - 1; node >= 0; node--) put(node)
  const rank = new Uint32Array(count)
  let [left, right] = [0, count - 1]
  for (let turn = 0; turn < count; turn++) {
    const sink = buckets.take(0)
    const node = sink >= 0 ? sink : buckets.takeLast()
    rank[node] = sink >= 0 ? right-- : left++
    for (const edge of rowsOfGroup(out, node)) {
      const other = target[edge]!
      inDegree[other]!--
      if (buckets.holds(other)) put(other)
    }
    for (const edge of rowsOfGroup(into, node)) {
      const other = source[edge]!
      outDegree[other]!--
      if (buckets.holds(other)) put(other)
    }
  }
  return rank
}

/** Reverses edges that point back, so that all point forward. */
export function reverseBackEdges({ count, source, target }: DirectedEdgeList, rank: Uint32Array): DirectedEdgeList {
  const isBack = (edge: number) => rank[source[edge]!]! > rank[target[edge]!]!
  return {
    count,
    source: source.map((from, edge) => (isBack(edge) ? target[edge]! : from)),
    target: target.map((to, edge) => (isBack(edge) ? source[edge]! : to)),
  }
}

/**
 * The layer of each node, from 0: one after the last layer of its predecessors (longest path) or, for nodes with more outgoing than
 * incoming edges, one before the first layer of its successors, which makes edges shorter. No layer is empty.
 */
export function longestPathLayers({ count, source, target }: DirectedEdgeList, rank: Uint32Array): Uint32Array {
  const [out, into] = [groupRowsByKey(source, count), groupRowsByKey(target, count)]
  const order = new Uint32Array(count)
  rank.forEach((index, node) => {
    order[index] = node
  })
  const layer = new Uint32Array(count)
  for (const node of order)
    for (const edge of rowsOfGroup(out, node)) layer[target[edge]!] = Math.max(layer[target[edge]!]!, layer[node]! + 1)
  for (const node of order.toReversed()) {
    const after = rowsOfGroup(out, node)
    if (after.length <= rowsOfGroup(into, node).length) continue
    let first = Infinity
    for (const edge of after) first = Math.min(first, layer[target[edge]!]!)
    layer[node] = first - 1
  }
  return withoutGaps(layer)
}

/** Renumbers layers so that none is empty. */
function withoutGaps(layer: Uint32Array): Uint32Array {
  const used = new Uint8Array(layer.reduce((last, each) => Math.max(last, each), 0) + 1)
  for (const each of layer) used[each] = 1
  let count = 0
  const newNumber = Uint32Array.from(used, (isUsed) => (isUsed === 1 ? count++ : 0))
  return layer.map((each) => newNumber[each]!)
}
