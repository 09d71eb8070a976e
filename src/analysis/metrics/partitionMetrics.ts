import type { CategoryColumn } from '../../model/columns'
import { numberMetricColumn } from './centralityMetrics'
import { communitiesWithCertainty } from './communityCertainty'
import { clusteringCoefficients } from './clustering'
import { connectedComponents, type Partition } from './connectedComponents'
import { coreNumbers } from './coreNumbers'
import type { MetricColumn, MetricStatistic, Metric } from './metric'
import type { ProgressGenerator, Network } from './network'
import { strongComponents } from './strongComponents'

/** Parts as a category a node: 1 for the largest, 2 for the next. */
const categories = (name: string, label: string, { labels, sizes }: Partition): MetricColumn => {
  const dictionary = Array.from(sizes, (_, at) => String(at + 1))
  return { name, label, column: { kind: 'category', codes: labels, dictionary } satisfies CategoryColumn }
}

const share = (part: number, whole: number): number => part / Math.max(1, whole)
const mean = (values: Float64Array): number =>
  share(
    values.reduce((sum, each) => sum + each, 0),
    values.length,
  )

function partMetric(
  record: Pick<Metric, 'id' | 'label' | 'sentence' | 'counting' | 'source'>,
  find: (network: Network) => ProgressGenerator<Partition>,
): Metric {
  return {
    ...record,
    of: 'node',
    parameters: [],
    *run(network) {
      const parts = yield* find(network)
      const figures: MetricStatistic[] = [
        { id: 'parts', label: 'Number of parts', value: parts.sizes.length },
        { id: 'largest', label: 'Share of nodes in the largest', value: share(parts.sizes[0] ?? 0, network.count) },
      ]
      return { columns: [categories(record.id, record.label, parts)], statistics: figures }
    },
  }
}

export const componentMetric = partMetric(
  {
    id: 'component',
    label: 'Connected component',
    sentence: 'Nodes with the same number are joined by some way of edges; 1 is the largest such part.',
    counting: 'Edges count both ways.',
    source: 'Tarjan and van Leeuwen, Journal of the ACM 31, 1984',
  },
  connectedComponents,
)

export const strongComponentMetric = partMetric(
  {
    id: 'strong-component',
    label: 'Strong component',
    sentence:
      'Nodes with the same number reach each other along the arrows, there and back; 1 is the largest such part.',
    counting: 'Edges are followed along their arrows.',
    source: 'Tarjan, SIAM Journal on Computing 1, 1972',
  },
  strongComponents,
)

export const coreMetric: Metric = {
  id: 'core',
  label: 'Core',
  of: 'node',
  sentence:
    'High for a node in a dense middle: k is the largest number such that it is among nodes with k ties each to others of them.',
  counting: 'Edges count both ways, parallel ones once, loops not at all.',
  source: 'Seidman, Social Networks 5, 1983; computed after Batagelj and Zaversnik, arXiv cs/0310049, 2003',
  parameters: [],
  *run(network) {
    const values = Float64Array.from(yield* coreNumbers(network))
    const highest = values.reduce((most, each) => Math.max(most, each), 0)
    const figures = [{ id: 'highest', label: 'Highest core', value: highest }]
    return { columns: [numberMetricColumn('core', 'Core', values)], statistics: figures }
  },
}

export const clusteringMetric: Metric = {
  id: 'clustering',
  label: 'Clustering',
  of: 'node',
  sentence: 'High for a node whose neighbours are tied to each other; 0 where no two of them are.',
  counting: 'Edges count both ways, parallel ones once, loops not at all.',
  source: 'Watts and Strogatz, Nature 393, 1998',
  parameters: [],
  *run(network) {
    const { local, average, transitivity } = yield* clusteringCoefficients(network)
    const figures = [
      { id: 'average', label: 'Average clustering', value: average },
      { id: 'transitivity', label: 'Share of open triangles that close', value: transitivity },
    ]
    return { columns: [numberMetricColumn('clustering', 'Clustering', local)], statistics: figures }
  },
}

export const communityMetric: Metric = {
  id: 'community',
  label: 'Communities',
  of: 'node',
  sentence: 'Nodes with the same number have more ties among them than chance would give; 1 is the largest community.',
  counting:
    'Edges count both ways; weights and parallel edges add up. Certainty is the share of runs that agree about the node: the best run is kept, and the communities of each other run are matched with its own by common members, the largest overlap first.',
  source: 'Blondel, Guillaume, Lambiotte and Lefebvre, Journal of Statistical Mechanics, 2008, P10008',
  parameters: [
    {
      kind: 'number',
      id: 'resolution',
      label: 'Resolution (more: smaller communities)',
      default: 1,
      min: 0,
      max: 100,
      step: 0.1,
    },
    { kind: 'number', id: 'runs', label: 'Runs', default: 10, min: 1, max: 100, step: 1 },
  ],
  *run(network, { resolution, runs }) {
    const settings = { resolution: Number(resolution), runs: Math.round(Number(runs)) }
    const found = yield* communitiesWithCertainty(network, settings)
    const columns = [
      categories('community', 'Community', found),
      {
        ...numberMetricColumn('community-certainty', 'Certainty of the community', found.certainty),
        lowest: true as const,
      },
    ]
    const figures = [
      { id: 'communities', label: 'Number of communities', value: found.sizes.length },
      { id: 'modularity', label: 'Modularity', value: found.modularity },
      { id: 'certainty', label: 'Mean certainty', value: mean(found.certainty) },
    ]
    return { columns, statistics: figures }
  },
}
