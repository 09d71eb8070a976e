import { message } from '../../messages/message'
import {
  betweennessMetric,
  closenessMetric,
  degreeMetric,
  eigenvectorMetric,
  hitsMetric,
  pageRankMetric,
} from './centralityMetrics'
import { estimateDiameter } from './diameter'
import {
  clusteringMetric,
  communityMetric,
  componentMetric,
  coreMetric,
  strongComponentMetric,
} from './partitionMetrics'
import type { Metric } from './metric'
import type { Network } from './network'
import { assortativity, density, reciprocity } from './densityAndMixing'

/** A metric with one value for the whole network. */
const graphMetric = (
  id: 'density' | 'reciprocity' | 'assortativity',
  source: string,
  compute: (network: Network) => number,
): Metric => ({
  id,
  of: 'graph',
  source,
  parameters: [],
  *run(network) {
    yield { done: 0 }
    return { columns: [], statistics: [{ id, value: compute(network) }] }
  },
})

const wasserman = 'Wasserman and Faust, Social Network Analysis, 1994'
const densityMetric = graphMetric('density', wasserman, density)
const reciprocityMetric = graphMetric('reciprocity', wasserman, reciprocity)
const assortativityMetric = graphMetric(
  'assortativity',
  'Newman, Physical Review Letters 89, 2002, 208701',
  assortativity,
)

const diameterMetric: Metric = {
  id: 'diameter',
  of: 'graph',
  source: 'Magnien, Latapy and Habib, ACM Journal of Experimental Algorithmics 13, 2009',
  parameters: [],
  *run(network) {
    const { atLeast, atMost, nodes } = yield* estimateDiameter(network)
    const total = network.count
    const note =
      atLeast === atMost
        ? message('metrics', 'exactDiameterNote', { nodes, total })
        : message('metrics', 'boundedDiameterNote', { atMost, nodes, total })
    return { columns: [], statistics: [{ id: 'diameter', value: atLeast, note }] }
  },
}

/**
 * Every metric. To add one: write its algorithm, add its record here, and its texts to both catalogues `metrics`; panel,
 * worker and command line follow.
 */
export const metrics: readonly Metric[] = [
  degreeMetric,
  pageRankMetric,
  betweennessMetric,
  closenessMetric,
  eigenvectorMetric,
  hitsMetric,
  clusteringMetric,
  coreMetric,
  componentMetric,
  strongComponentMetric,
  communityMetric,
  densityMetric,
  diameterMetric,
  reciprocityMetric,
  assortativityMetric,
]

export const metricNamed = (id: string): Metric | undefined => metrics.find((each) => each.id === id)
