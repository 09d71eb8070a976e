import { edgeAgreements } from '../model/agreement'
import { edgeDirections } from '../model/enumerations'
import type { Graph } from '../model/graph'
import { memoizeByGraph } from '../model/graph'
import { applyFilter } from './filter/applyFilter'
import type { Filter } from './filter/filter'
import { termsInClause } from './filter/filter'
import { filterKeyNamed } from './filter/filterKeys'
import type { MetricScope, Network } from './metrics/network'

/**
 * A graph as the input of metrics. Undirected and mutual edges lead both ways; a graph whose edges are all undirected is an
 * undirected network. A numeric edge column named "weight" is used as weight:
 * 1 if it is missing, 0 if it is negative.
 */
export const networkOfGraph = memoizeByGraph((graph): Network => {
  const { nodes, edges } = graph
  return {
    count: nodes.count,
    source: edges.source,
    target: edges.target,
    weights: weightsOf(graph),
    mutual: mutualOf(graph),
    directed: edges.count === 0 || edges.direction.some((each) => each !== undirected),
  }
})

function weightsOf({ edges }: Graph): Float64Array | undefined {
  const column = [...edges.attributes].find(([name]) => name.toLowerCase() === 'weight')?.[1]
  if (column?.kind !== 'number') return undefined
  return column.values.map((weight) => (Number.isNaN(weight) ? 1 : Math.min(Math.max(weight, 0), Number.MAX_VALUE)))
}

const undirected = edgeDirections.indexOf('undirected')

/** One byte an edge, 1 if it can be followed both ways; undefined if none can. */
const mutualOf = ({ edges: { direction } }: Graph): Uint8Array | undefined =>
  direction.some((each) => each > 0) ? direction.map((each) => (each > 0 ? 1 : 0)) : undefined

/**
 * The part of a graph that metrics count within a filter: the rows that pass it, except denied edges. Undefined if that is
 * everything. Steps on columns that the graph does not have are ignored.
 */
export function metricScopeOfFilter(graph: Graph, filter: Filter): MetricScope | undefined {
  const applicable = filter.filter(({ clause }) => termsInClause(clause).every(({ key }) => filterKeyNamed(graph, key)))
  const hasStatements = graph.statements.count > 0
  if (applicable.every(({ off }) => off) && !hasStatements) return undefined
  const { nodes, edges } = applyFilter(graph, applicable)
  if (!hasStatements) return { nodes, edges }
  const agreements = edgeAgreements(graph)
  return { nodes, edges: edges.map((visible, edge) => (agreements[edge]!.negative ? 0 : visible)) }
}
