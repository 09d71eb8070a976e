import { edgeAgreements } from '../model/agreement'
import type { Graph } from '../model/graph'
import { memoizeByGraph } from '../model/graph'
import { isRelationPredicate } from '../model/predicates'
import { predicatesById } from '../model/rowRecords'
import { applyFilter } from './filter/applyFilter'
import type { Filter } from './filter/filter'
import { termsInClause } from './filter/filter'
import { filterKeyNamed } from './filter/filterKeys'
import type { MetricScope, Network } from './metrics/network'

/** How a graph is measured, for people to read. */
export const edgeCountingNote =
  'Edges that are denied do not count. Relations that read the same both ways point both ways. A column of the edges called “weight” is their weight.'

/**
 * A graph as a network. Relations that read the same both ways are mutual. Where the edges have a column of numbers called
 * weight, it is their weight: 1 where it is missing, 0 where it is negative.
 */
export const networkOfGraph = memoizeByGraph((graph): Network => {
  const { nodes, edges } = graph
  return {
    count: nodes.count,
    source: edges.source,
    target: edges.target,
    weights: weightsOf(graph),
    mutual: mutualOf(graph),
    directed: true,
  }
})

function weightsOf({ edges }: Graph): Float64Array | undefined {
  const column = [...edges.attributes].find(([name]) => name.toLowerCase() === 'weight')?.[1]
  if (column?.kind !== 'number') return undefined
  return column.values.map((weight) => (Number.isNaN(weight) ? 1 : Math.min(Math.max(weight, 0), Number.MAX_VALUE)))
}

function mutualOf(graph: Graph): Uint8Array | undefined {
  const { codes, dictionary } = graph.edges.predicate
  const declared = predicatesById(graph)
  const mutual = Uint8Array.from(dictionary, (id) => {
    const predicate = declared.get(id)
    return predicate && isRelationPredicate(predicate) && predicate.symmetric ? 1 : 0
  })
  return mutual.includes(1) ? Uint8Array.from(codes, (code) => mutual[code] ?? 0) : undefined
}

/**
 * What counts of a graph when it is measured within a filter: what the filter leaves, but for edges that are denied;
 * undefined where that is everything. Steps that ask for a column which the graph has not are left out.
 */
export function metricScopeOfFilter(graph: Graph, filter: Filter): MetricScope | undefined {
  const known = filter.filter(({ clause }) => termsInClause(clause).every(({ key }) => filterKeyNamed(graph, key)))
  const denied = graph.statements.count > 0
  if (known.every(({ off }) => off) && !denied) return undefined
  const { nodes, edges } = applyFilter(graph, known)
  if (!denied) return { nodes, edges }
  const agreements = edgeAgreements(graph)
  return { nodes, edges: edges.map((shown, edge) => (agreements[edge]!.negative ? 0 : shown)) }
}
