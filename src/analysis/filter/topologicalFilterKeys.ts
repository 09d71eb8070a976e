import type { FilterMessages } from '../../messages/filter.en'
import type { CategoryColumn } from '../../model/columns'
import { degrees, memoizeByPart, type Graph } from '../../model/graph'
import { memoizeByKey } from '../incremental'
import { connectedComponents } from '../metrics/connectedComponents'
import { coreNumbers } from '../metrics/coreNumbers'
import type { Network, ProgressGenerator } from '../metrics/network'
import type { FilterKeyDefinition } from './filterKey'
import type { IntervalColumn } from './intervalColumn'
import type { VisibleRows } from './masks'
import { partOfNetwork } from './partOfNetwork'

type TopologicalKey = FilterKeyDefinition & { readonly id: keyof FilterMessages['keys'] }

/** Runs a computation to its end. */
function finish<Result>(computation: ProgressGenerator<Result>): Result {
  for (;;) {
    const { done, value } = computation.next()
    if (done) return value
  }
}

/** The nodes and edges of a graph, as one object for the same edges. */
const networkOfEdges = memoizeByPart(
  ({ edges }) => edges.source,
  ({ nodes, edges: { source, target } }): Network => ({ count: nodes.count, source, target, directed: true }),
)

/** The part of a graph's network; the same object for the same edges and part. */
const networkOfPart = (graph: Graph, part: VisibleRows) => networksOfParts(networkOfEdges(graph))(part)
const networksOfParts = memoizeByKey((network: Network) =>
  memoizeByKey((part: VisibleRows) => partOfNetwork(network, part)),
)

/** A key of one number a node, computed from how nodes are connected; `whole` may know those of the whole graph already. */
function keyOfNumbers(
  compute: (network: Network) => ArrayLike<number>,
  whole = (graph: Graph): ArrayLike<number> => compute(networkOfEdges(graph)),
) {
  const ofPart = memoizeByKey(compute)
  return {
    of: 'node',
    kind: 'numbers',
    numbers: memoizeByPart(
      ({ edges }) => edges.source,
      (graph) => exactly(Float64Array.from(whole(graph))),
    ),
    numbersWithin: (graph: Graph, part: VisibleRows) => {
      const { network, rows } = networkOfPart(graph, part)
      return exactly(spread(ofPart(network), rows, new Float64Array(graph.nodes.count)))
    },
  } as const
}

const exactly = (values: Float64Array): IntervalColumn => ({ low: values, high: values })

/** Writes the values of a part's nodes to their rows. */
function spread<Values extends Float64Array | Uint8Array>(
  values: ArrayLike<number>,
  rows: Uint32Array,
  all: Values,
): Values {
  for (let at = 0; at < rows.length; at++) all[rows[at]!] = values[at]!
  return all
}

/**
 * Number of edges at each node, as a source (`out`), as a target (`in`) or as either; a loop is both, and twice an edge for
 * either. An edge that points both ways is a source and a target at both ends. In a part, nodes outside have 0.
 */
function degreesAlong(network: Network, direction: 'in' | 'out' | 'both', part?: VisibleRows): Float64Array {
  const { count, source, target, mutual } = network
  const found = new Uint32Array(count)
  const counted = part?.edges ?? new Uint8Array(source.length).fill(1)
  const [asSource, asTarget] = [direction !== 'in' ? 1 : 0, direction !== 'out' ? 1 : 0]
  // Sums without branches: which edges count is as good as random, and a wrong guess costs more than an addition.
  for (let edge = 0; edge < source.length; edge++) {
    const [from, to, own] = [source[edge]!, target[edge]!, counted[edge]!]
    const bothWays = mutual !== undefined && from !== to ? mutual[edge]! : 0
    found[from]! += own & (asSource | bothWays)
    found[to]! += own & (asTarget | bothWays)
  }
  return Float64Array.from(found)
}

/** A key of degrees: in a part, counted without making a network of it. */
function keyOfDegrees(direction: 'in' | 'out' | 'both', whole?: (graph: Graph) => ArrayLike<number>) {
  const ofPart = memoizeByKey((network: Network) =>
    memoizeByKey((part: VisibleRows) => exactly(degreesAlong(network, direction, part))),
  )
  return {
    ...keyOfNumbers((network) => degreesAlong(network, direction), whole),
    numbersWithin: (graph: Graph, part: VisibleRows) => ofPart(networkOfEdges(graph))(part),
  }
}

const componentsOf = memoizeByKey((network: Network) => finish(connectedComponents(network)))

const sizesOfComponents = (network: Network): Uint32Array => {
  const { labels, sizes } = componentsOf(network)
  return labels.map((label) => sizes[label]!)
}

/** The nodes of the largest component, one byte a row; of several of the same size, the one with the first node. */
function largestComponent(graph: Graph, part: VisibleRows | undefined): Uint8Array {
  const found = part ? networkOfPart(graph, part) : { network: networkOfEdges(graph), rows: undefined }
  const largest = Uint8Array.from(componentsOf(found.network).labels, (label) => (label === 0 ? 1 : 0))
  return found.rows ? spread(largest, found.rows, new Uint8Array(graph.nodes.count)) : largest
}

const yesOrNo = (codes: Uint32Array): CategoryColumn => ({ kind: 'category', codes, dictionary: ['no', 'yes'] })

/** 1 for each node without an edge to another node; in a part if there is one. */
function isolatedNodes({ count, source, target }: Network, part?: VisibleRows): Uint32Array {
  const isolated = new Uint32Array(count).fill(1)
  for (let edge = 0; edge < source.length; edge++)
    if (source[edge] !== target[edge] && part?.edges[edge] !== 0) isolated[source[edge]!] = isolated[target[edge]!] = 0
  return isolated
}

/** The keys about how nodes are connected. In a step they count the edges that the steps above leave. */
export const topologicalFilterKeys: readonly TopologicalKey[] = [
  { id: 'degree', scale: {}, ...keyOfDegrees('both', degrees) },
  { id: 'in', scale: {}, ...keyOfDegrees('in') },
  { id: 'out', scale: {}, ...keyOfDegrees('out') },
  { id: 'component', scale: { largest: true }, largest: largestComponent, ...keyOfNumbers(sizesOfComponents) },
  {
    id: 'component-rank',
    scale: {},
    ...keyOfNumbers((network) => componentsOf(network).labels.map((label) => label + 1)),
  },
  { id: 'core', scale: { atLeast: true }, ...keyOfNumbers((network) => finish(coreNumbers(network))) },
  {
    id: 'isolated',
    of: 'node',
    kind: 'words',
    values: memoizeByPart(
      ({ edges }) => edges.source,
      (graph) => yesOrNo(isolatedNodes(networkOfEdges(graph))),
    ),
    valuesWithin: (graph, part) => yesOrNo(isolatedNodes(networkOfEdges(graph), part)),
  },
]
