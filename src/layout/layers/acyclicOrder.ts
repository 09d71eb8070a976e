import { rowsOfGroup, groupRowsByKey, type RowGroups } from '../../model/columns'

/** Edges by their ends: `source[edge]` and `target[edge]` are numbers of nodes. */
export interface DirectedEdgeList {
  readonly count: number
  readonly source: Uint32Array
  readonly target: Uint32Array
}

/** Nodes in buckets by a number, each at one place of a doubly linked list, so that moving one takes no search. */
class Buckets {
  readonly #head: Int32Array
  readonly #next: Int32Array
  readonly #before: Int32Array
  /** -1 for a node that was taken. */
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

  /** Takes a node out of a bucket; -1 where it is empty. */
  take(bucket: number): number {
    const node = this.#head[bucket]!
    if (node < 0) return -1
    this.#unlink(node)
    this.#bucket[node] = -1
    return node
  }

  /** Takes a node out of the last bucket that has one; -1 where all are empty. */
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
 * All nodes in a row such that few edges point back: those that nothing leaves go to the end, those that nothing enters
 * to the beginning, else the one that leaves most for what enters it (Eades, Lin and Smyth, Information Processing
 * Letters 47(6), 1993). Gives the place of each node; without cycles no edge points back. In time of nodes and edges.
 */
export function acyclicOrder({ count, source, target }: DirectedEdgeList): Uint32Array {
  const [out, into] = [groupRowsByKey(source, count), groupRowsByKey(target, count)]
  const degree = (groups: RowGroups) =>
    Int32Array.from({ length: count }, (_, node) => groups.offsets[node + 1]! - groups.offsets[node]!)
  const [leaves, enters] = [degree(out), degree(into)]
  let most = 0
  for (let node = 0; node < count; node++) most = Math.max(most, leaves[node]!, enters[node]!)
  // The first bucket is of what nothing leaves, the last of what nothing enters; between them by the difference.
  const last = 2 * most + 2
  const buckets = new Buckets(count, last + 1)
  const put = (node: number) => {
    if (leaves[node] === 0) buckets.put(node, 0)
    else buckets.put(node, enters[node] === 0 ? last : leaves[node]! - enters[node]! + most + 1)
  }
  for (let node = count - 1; node >= 0; node--) put(node)
  const place = new Uint32Array(count)
  let [left, right] = [0, count - 1]
  for (let turn = 0; turn < count; turn++) {
    const sink = buckets.take(0)
    const node = sink >= 0 ? sink : buckets.takeLast()
    place[node] = sink >= 0 ? right-- : left++
    for (const edge of rowsOfGroup(out, node)) {
      const other = target[edge]!
      enters[other]!--
      if (buckets.holds(other)) put(other)
    }
    for (const edge of rowsOfGroup(into, node)) {
      const other = source[edge]!
      leaves[other]!--
      if (buckets.holds(other)) put(other)
    }
  }
  return place
}

/** The edges turned so that all point forward in the row. */
export function reverseBackEdges({ count, source, target }: DirectedEdgeList, place: Uint32Array): DirectedEdgeList {
  const back = (edge: number) => place[source[edge]!]! > place[target[edge]!]!
  return {
    count,
    source: source.map((from, edge) => (back(edge) ? target[edge]! : from)),
    target: target.map((to, edge) => (back(edge) ? source[edge]! : to)),
  }
}

/**
 * The layer of each node, from 0: one more than the last of those before it (longest path), and where more edges leave a
 * node than enter it, right before the first of those after it, which makes edges shorter. No layer is empty.
 */
export function longestPathLayers({ count, source, target }: DirectedEdgeList, place: Uint32Array): Uint32Array {
  const [out, into] = [groupRowsByKey(source, count), groupRowsByKey(target, count)]
  const order = new Uint32Array(count)
  place.forEach((at, node) => {
    order[at] = node
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

function withoutGaps(layer: Uint32Array): Uint32Array {
  const used = new Uint8Array(layer.reduce((most, each) => Math.max(most, each), 0) + 1)
  for (const each of layer) used[each] = 1
  let count = 0
  const renamed = Uint32Array.from(used, (is) => (is === 1 ? count++ : 0))
  return layer.map((each) => renamed[each]!)
}
