/** Nodes and ties as plain data, which crosses to a worker as it is: what every metric is computed of. */
export interface Network {
  /** Number of nodes, which are 0 .. count - 1. */
  readonly count: number
  /** Ends of the edges, as nodes. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** A finite number of 0 or more an edge; without it every edge weighs 1. */
  readonly weights?: Float64Array | undefined
  /** One byte an edge: 1 where it points both ways in a directed network. */
  readonly mutual?: Uint8Array | undefined
  /** Whether edges have a direction at all. */
  readonly directed: boolean
}

/** One byte a row, 1 where it counts; an edge counts only with both its ends. */
export interface MetricScope {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/** Neighbours by node (compressed sparse rows): those of node i are neighbours[offsets[i] .. offsets[i + 1]). */
export interface NeighbourLists {
  readonly offsets: Uint32Array
  readonly neighbours: Uint32Array
  /** Beside `neighbours`; absent where every link weighs 1. */
  readonly weights?: Float64Array | undefined
}

/** Which neighbours are meant: those that edges lead to, those that they come from, or both; all are the same in an undirected network. */
export type TraversalDirection = 'out' | 'in' | 'both'

const opposite: Readonly<Record<TraversalDirection, TraversalDirection>> = { out: 'in', in: 'out', both: 'both' }

/** How far a metric is, from 0 to 1. */
export interface Progress {
  readonly done: number
}

/** A metric at work: it says how far it is every few million steps, and gives its result. */
export type ProgressGenerator<Result> = Generator<Progress, Result>

/** So many visits of links are made between two words of progress: some tens of milliseconds. */
export const visitsPerProgressReport = 4e6

/** The links of every node, as many as there are edges; a loop is one link of its node to itself. */
export function neighbourListsOf(network: Network, way: TraversalDirection): NeighbourLists {
  const { count, weights } = network
  const [from, to] = way === 'in' ? [network.target, network.source] : [network.source, network.target]
  const back = linkedBack(network, way)
  const offsets = new Uint32Array(count + 1)
  for (let edge = 0; edge < from.length; edge++) {
    offsets[from[edge]! + 1]!++
    offsets[to[edge]! + 1]! += back[edge]!
  }
  for (let node = 0; node < count; node++) offsets[node + 1]! += offsets[node]!
  const next = offsets.slice()
  const ends = new Uint32Array(offsets[count]!)
  const own = weights && new Float64Array(ends.length)
  for (let edge = 0; edge < from.length; edge++) {
    const one = from[edge]!
    const other = to[edge]!
    const at = next[one]!++
    ends[at] = other
    if (own) own[at] = weights[edge]!
    if (back[edge] === 0) continue
    const again = next[other]!++
    ends[again] = one
    if (own) own[again] = weights[edge]!
  }
  return { offsets, neighbours: ends, weights: own }
}

/** One byte an edge: 1 where its other end is linked back. */
function linkedBack({ source, target, mutual, directed }: Network, way: TraversalDirection): Uint8Array {
  const back = new Uint8Array(source.length)
  if (!directed || way === 'both') back.fill(1)
  else if (mutual) back.set(mutual)
  for (let edge = 0; edge < back.length; edge++) if (source[edge] === target[edge]) back[edge] = 0
  return back
}

/** The links of every node without loops, each neighbour once and in ascending order; weights play no part. */
export function simpleNeighbourLists(network: Network, way: TraversalDirection): NeighbourLists {
  const { offsets, ends } = sorted(neighbourListsOf({ ...network, weights: undefined }, opposite[way]), network.count)
  const starts = new Uint32Array(network.count + 1)
  let kept = 0
  for (let node = 0; node < network.count; node++) {
    let last = node
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const other = ends[at]!
      if (other === node || (other === last && kept > starts[node]!)) continue
      last = other
      ends[kept++] = other
    }
    starts[node + 1] = kept
  }
  return { offsets: starts, neighbours: ends.subarray(0, kept) }
}

/** The same links seen from their other ends, so that each node's neighbours ascend. */
function sorted({ offsets, neighbours }: NeighbourLists, count: number): { offsets: Uint32Array; ends: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (let at = 0; at < neighbours.length; at++) starts[neighbours[at]! + 1]!++
  for (let node = 0; node < count; node++) starts[node + 1]! += starts[node]!
  const next = starts.slice()
  const turned = new Uint32Array(neighbours.length)
  for (let node = 0; node < count; node++)
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) turned[next[neighbours[at]!]!++] = node
  return { offsets: starts, ends: turned }
}

/** The part of a network that counts, its nodes numbered anew in their order; `rows` gives their old numbers. */
export function inducedSubnetwork(
  network: Network,
  { nodes, edges }: MetricScope,
): { part: Network; rows: Uint32Array } {
  const rows = Uint32Array.from(nodes.keys()).filter((row) => nodes[row] === 1)
  const placeOf = new Uint32Array(network.count)
  rows.forEach((row, at) => (placeOf[row] = at))
  const { source, target, weights, mutual, directed } = network
  const kept = Uint32Array.from(edges.keys()).filter(
    (edge) => edges[edge] === 1 && nodes[source[edge]!] === 1 && nodes[target[edge]!] === 1,
  )
  const part: Network = {
    count: rows.length,
    source: kept.map((edge) => placeOf[source[edge]!]!),
    target: kept.map((edge) => placeOf[target[edge]!]!),
    weights: weights && Float64Array.from(kept, (edge) => weights[edge]!),
    mutual: mutual && Uint8Array.from(kept, (edge) => mutual[edge]!),
    directed,
  }
  return { part, rows }
}
