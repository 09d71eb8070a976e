/** Nodes and edges as plain data that can be sent to a worker: the input of every metric. */
export interface Network {
  /** Number of nodes, which are numbered 0 .. count - 1. */
  readonly count: number
  /** Ends of the edges, as node numbers. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** A finite number of 0 or more for each edge; without it every edge has weight 1. */
  readonly weights?: Float64Array | undefined
  /** One byte for each edge: 1 if it points both ways in a directed network. */
  readonly mutual?: Uint8Array | undefined
  /** Whether edges have a direction. */
  readonly directed: boolean
}

/** The part of a network to measure: one byte a row, 1 for included. An edge is included only with both its ends. */
export interface MetricScope {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/** Neighbours by node as compressed sparse rows: those of node i are neighbours[offsets[i] .. offsets[i + 1]). */
export interface NeighbourLists {
  readonly offsets: Uint32Array
  readonly neighbours: Uint32Array
  /** Parallel to `neighbours`; absent if every link has weight 1. */
  readonly weights?: Float64Array | undefined
}

/** Follow edges to their targets, to their sources, or both ways; all the same in an undirected network. */
export type TraversalDirection = 'out' | 'in' | 'both'

const opposite: Readonly<Record<TraversalDirection, TraversalDirection>> = { out: 'in', in: 'out', both: 'both' }

/** Progress of a metric, from 0 to 1. */
export interface Progress {
  readonly done: number
}

/** A running metric: yields its progress every few million steps and returns its result. */
export type ProgressGenerator<Result> = Generator<Progress, Result>

/** Number of links to visit between two reports of progress: some tens of milliseconds. */
export const visitsPerProgressReport = 4e6

/** The links of every node, parallel ones included; a loop is one link of a node to itself. */
export function neighbourListsOf(network: Network, direction: TraversalDirection): NeighbourLists {
  const { count, weights } = network
  const [from, to] = direction === 'in' ? [network.target, network.source] : [network.source, network.target]
  const isLinkedBack = backLinks(network, direction)
  const offsets = new Uint32Array(count + 1)
  for (let edge = 0; edge < from.length; edge++) {
    offsets[from[edge]! + 1]!++
    offsets[to[edge]! + 1]! += isLinkedBack[edge]!
  }
  for (let node = 0; node < count; node++) offsets[node + 1]! += offsets[node]!
  const next = offsets.slice()
  const neighbours = new Uint32Array(offsets[count]!)
  const linkWeights = weights && new Float64Array(neighbours.length)
  for (let edge = 0; edge < from.length; edge++) {
    const one = from[edge]!
    const other = to[edge]!
    const at = next[one]!++
    neighbours[at] = other
    if (linkWeights) linkWeights[at] = weights[edge]!
    if (isLinkedBack[edge] === 0) continue
    const backAt = next[other]!++
    neighbours[backAt] = one
    if (linkWeights) linkWeights[backAt] = weights[edge]!
  }
  return { offsets, neighbours, weights: linkWeights }
}

/** One byte for each edge: 1 if it also links its other end back. Loops link once. */
function backLinks({ source, target, mutual, directed }: Network, direction: TraversalDirection): Uint8Array {
  const isLinkedBack = new Uint8Array(source.length)
  if (!directed || direction === 'both') isLinkedBack.fill(1)
  else if (mutual) isLinkedBack.set(mutual)
  for (let edge = 0; edge < isLinkedBack.length; edge++) if (source[edge] === target[edge]) isLinkedBack[edge] = 0
  return isLinkedBack
}

/** The neighbours of every node without loops, each once and in ascending order, without weights. */
export function simpleNeighbourLists(network: Network, direction: TraversalDirection): NeighbourLists {
  // The links in the opposite direction, transposed, are the wanted links in ascending order.
  const reversed = neighbourListsOf({ ...network, weights: undefined }, opposite[direction])
  const { offsets, neighbours } = transposed(reversed, network.count)
  const starts = new Uint32Array(network.count + 1)
  let filled = 0
  for (let node = 0; node < network.count; node++) {
    let last = node
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const other = neighbours[at]!
      if (other === node || (other === last && filled > starts[node]!)) continue
      last = other
      neighbours[filled++] = other
    }
    starts[node + 1] = filled
  }
  return { offsets: starts, neighbours: neighbours.subarray(0, filled) }
}

/** The same links from their other ends, so that the neighbours of each node are in ascending order. */
function transposed({ offsets, neighbours }: NeighbourLists, count: number) {
  const starts = new Uint32Array(count + 1)
  for (let at = 0; at < neighbours.length; at++) starts[neighbours[at]! + 1]!++
  for (let node = 0; node < count; node++) starts[node + 1]! += starts[node]!
  const next = starts.slice()
  const ends = new Uint32Array(neighbours.length)
  for (let node = 0; node < count; node++)
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) ends[next[neighbours[at]!]!++] = node
  return { offsets: starts, neighbours: ends }
}

/** The part of a network in a scope, its nodes renumbered in order; `rows` gives their original numbers. */
export function inducedSubnetwork(
  network: Network,
  { nodes, edges }: MetricScope,
): { part: Network; rows: Uint32Array } {
  const rows = Uint32Array.from(nodes.keys()).filter((row) => nodes[row] === 1)
  const partIndex = new Uint32Array(network.count)
  rows.forEach((row, index) => (partIndex[row] = index))
  const { source, target, weights, mutual, directed } = network
  const included = Uint32Array.from(edges.keys()).filter(
    (edge) => edges[edge] === 1 && nodes[source[edge]!] === 1 && nodes[target[edge]!] === 1,
  )
  const part: Network = {
    count: rows.length,
    source: included.map((edge) => partIndex[source[edge]!]!),
    target: included.map((edge) => partIndex[target[edge]!]!),
    weights: weights && Float64Array.from(included, (edge) => weights[edge]!),
    mutual: mutual && Uint8Array.from(included, (edge) => mutual[edge]!),
    directed,
  }
  return { part, rows }
}
