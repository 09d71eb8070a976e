import type { CategoryColumn } from '../../model/columns'
import { numberMetricColumn } from './centralityMetrics'
import { communitiesWithCertainty } from './communityCertainty'
import { clusteringCoefficients } from './clustering'
import { connectedComponents, type Partition } from './connectedComponents'
import { coreNumbers } from './coreNumbers'
import type { MetricColumn, MetricStatistic, Metric } from './metric'
import type { ProgressGenerator, Network } from './network'
import { strongComponents } from './strongComponents'

/** Groups as a category for each node: "1" for the largest, "2" for the next. */
function groupMetricColumn(id: MetricColumn['id'], { labels, sizes }: Partition): MetricColumn {
  const dictionary = Array.from(sizes, (_, group) => String(group + 1))
  return { id, column: { kind: 'category', codes: labels, dictionary } satisfies CategoryColumn }
}

const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length)

const componentsMetric = (
  id: 'component' | 'strong-component',
  source: string,
  compute: (network: Network) => ProgressGenerator<Partition>,
): Metric => ({
  id,
  of: 'node',
  source,
  parameters: [],
  *run(network) {
    const components = yield* compute(network)
    const statistics: MetricStatistic[] = [
      { id: 'components', value: components.sizes.length },
      { id: 'largest', value: (components.sizes[0] ?? 0) / Math.max(1, network.count) },
    ]
    return { columns: [groupMetricColumn(id, components)], statistics }
  },
})

export const componentMetric = componentsMetric(
  'component',
  'Tarjan and van Leeuwen, Journal of the ACM 31, 1984',
  connectedComponents,
)

export const strongComponentMetric = componentsMetric(
  'strong-component',
  'Tarjan, SIAM Journal on Computing 1, 1972',
  strongComponents,
)

export const coreMetric: Metric = {
  id: 'core',
  of: 'node',
  source: 'Seidman, Social Networks 5, 1983; computed after Batagelj and Zaversnik, arXiv cs/0310049, 2003',
  parameters: [],
  *run(network) {
    const values = Float64Array.from(yield* coreNumbers(network))
    const highest = values.reduce((max, each) => Math.max(max, each), 0)
    return { columns: [numberMetricColumn('core', values)], statistics: [{ id: 'highest', value: highest }] }
  },
}

export const clusteringMetric: Metric = {
  id: 'clustering',
  of: 'node',
  source: 'Watts and Strogatz, Nature 393, 1998',
  parameters: [],
  *run(network) {
    const { local, average, transitivity } = yield* clusteringCoefficients(network)
    const statistics: MetricStatistic[] = [
      { id: 'average', value: average },
      { id: 'transitivity', value: transitivity },
    ]
    return { columns: [numberMetricColumn('clustering', local)], statistics }
  },
}

export const communityMetric: Metric = {
  id: 'community',
  of: 'node',
  source: 'Blondel, Guillaume, Lambiotte and Lefebvre, Journal of Statistical Mechanics, 2008, P10008',
  parameters: [
    { kind: 'number', id: 'resolution', default: 1, min: 0, max: 100, step: 0.1 },
    { kind: 'number', id: 'runs', default: 10, min: 1, max: 100, step: 1 },
  ],
  *run(network, { resolution, runs }) {
    const settings = { resolution: Number(resolution), runs: Math.round(Number(runs)) }
    const communities = yield* communitiesWithCertainty(network, settings)
    const { certainty, modularity, sizes } = communities
    const columns: MetricColumn[] = [
      groupMetricColumn('community', communities),
      { ...numberMetricColumn('community-certainty', certainty), lowest: true },
    ]
    const statistics: MetricStatistic[] = [
      { id: 'communities', value: sizes.length },
      { id: 'modularity', value: modularity },
      { id: 'certainty', value: mean(certainty) },
    ]
    return { columns, statistics }
  },
}
