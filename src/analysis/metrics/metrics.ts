import { pluralize } from '../../model/pluralize'
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
import type { MetricStatistic, Metric } from './metric'
import type { Network } from './network'
import { assortativity, density, reciprocity } from './densityAndMixing'

function figure(
  record: Pick<Metric, 'id' | 'label' | 'sentence' | 'counting' | 'source'>,
  find: (network: Network) => number,
): Metric {
  const { id, label } = record
  const run: Metric['run'] = function* (network) {
    yield { done: 0 }
    const figures: MetricStatistic[] = [{ id, label, value: find(network) }]
    return { columns: [], statistics: figures }
  }
  return { ...record, of: 'graph', parameters: [], run }
}

const densityMetric = figure(
  {
    id: 'density',
    label: 'Density',
    sentence: 'High where many of all possible pairs of nodes are tied; 1 would be everybody with everybody.',
    counting: 'A directed pair can be tied twice. Parallel edges are one, loops none.',
    source: 'Wasserman and Faust, Social Network Analysis, 1994',
  },
  density,
)

const reciprocityMetric = figure(
  {
    id: 'reciprocity',
    label: 'Reciprocity',
    sentence: 'High where arrows are answered by arrows back; 1 where all are.',
    counting: 'Parallel edges are one, loops none.',
    source: 'Wasserman and Faust, Social Network Analysis, 1994',
  },
  reciprocity,
)

const assortativityMetric = figure(
  {
    id: 'assortativity',
    label: 'Assortativity by degree',
    sentence: 'Above 0 where well tied nodes are tied to each other, below 0 where hubs are tied to leaves.',
    counting: 'Edges count both ways, parallel ones once, loops not at all.',
    source: 'Newman, Physical Review Letters 89, 2002, 208701',
  },
  assortativity,
)

const diameterMetric: Metric = {
  id: 'diameter',
  label: 'Diameter, estimated',
  of: 'graph',
  sentence:
    'Steps of the longest shortest way in the largest part; found from below, so that the true one is as long or longer.',
  counting: 'Edges count both ways; weights play no part.',
  source: 'Magnien, Latapy and Habib, ACM Journal of Experimental Algorithmics 13, 2009',
  parameters: [],
  *run(network) {
    const { atLeast, atMost, nodes } = yield* estimateDiameter(network)
    const exact = atLeast === atMost
    const bound = exact ? 'Exact: the bounds from below and above meet.' : `A lower bound; it is at most ${atMost}.`
    const note = `${bound} Measured in the largest part, which has ${nodes} of ${pluralize(network.count, 'node')}.`
    return { columns: [], statistics: [{ id: 'diameter', label: 'Diameter, at least', value: atLeast, note }] }
  },
}

/** Every metric. To add one: write its file, name it here; panel, worker and command line follow. */
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
