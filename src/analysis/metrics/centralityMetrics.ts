import { message } from '../../messages/message'
import type { NumberColumn } from '../../model/columns'
import { betweenness } from './betweenness'
import { seededRandom } from './random'
import { closeness } from './closeness'
import { directedDegrees } from './directedDegrees'
import { eigenvectorCentrality } from './eigenvectorCentrality'
import { hits } from './hits'
import type { MetricColumn, Metric, MetricParameter, MetricSettings, MetricStatistic } from './metric'
import type { Network, TraversalDirection } from './network'
import { pageRank } from './pagerank'

/** A column of numbers, one for each node. */
export const numberMetricColumn = (id: MetricColumn['id'], values: Float64Array): MetricColumn => ({
  id,
  column: { kind: 'number', values } satisfies NumberColumn,
})

/** Called `way` in addresses. */
const directionParameter = (standard: 'out' | 'both'): MetricParameter => ({
  kind: 'choice',
  id: 'way',
  default: standard,
  choices: ['out', 'both'],
})

const directionOf = ({ way }: MetricSettings): Extract<TraversalDirection, 'out' | 'both'> =>
  way === 'out' ? 'out' : 'both'

/** Larger networks are sampled. The label of the parameter states both numbers. */
const maxExactNodes = 5000
const defaultSampleSize = 500

const sourcesParameter: MetricParameter = { kind: 'number', id: 'sources', default: 0, min: 0, max: 1e6, step: 1 }

/** Number of nodes from which paths are followed, with a statistic that says so unless it is all of them. */
function sampling(network: Network, { sources: requested }: MetricSettings) {
  const standard = network.count > maxExactNodes ? defaultSampleSize : network.count
  const sources = Math.min(network.count, Math.round(Number(requested)) || standard)
  const statistic: MetricStatistic = { id: 'sources', value: sources, note: message('metrics', 'sampledNote') }
  return { sources, statistics: sources < network.count ? [statistic] : [] }
}

export const degreeMetric: Metric = {
  id: 'degree',
  of: 'node',
  source: 'Freeman, Social Networks 1, 1979',
  parameters: [],
  *run(network) {
    const degrees = yield* directedDegrees(network)
    const columns = [
      numberMetricColumn('degree', degrees.all),
      numberMetricColumn('degree-in', degrees.in),
      numberMetricColumn('degree-out', degrees.out),
    ]
    const weighted = network.weights ? [numberMetricColumn('degree-weighted', degrees.weighted)] : []
    return { columns: [...columns, ...weighted], statistics: [] }
  },
}

export const pageRankMetric: Metric = {
  id: 'pagerank',
  of: 'node',
  source: 'Brin and Page, Computer Networks and ISDN Systems 30, 1998',
  parameters: [
    directionParameter('out'),
    { kind: 'number', id: 'damping', default: 0.85, min: 0, max: 0.99, step: 0.01 },
  ],
  *run(network, settings) {
    const ranks = yield* pageRank(network, { direction: directionOf(settings), damping: Number(settings['damping']) })
    return { columns: [numberMetricColumn('pagerank', ranks)], statistics: [] }
  },
}

export const betweennessMetric: Metric = {
  id: 'betweenness',
  of: 'node',
  source: 'Freeman, Sociometry 40, 1977; computed after Brandes, Journal of Mathematical Sociology 25, 2001',
  parameters: [directionParameter('both'), sourcesParameter],
  *run(network, settings) {
    const { sources, statistics } = sampling(network, settings)
    const values = yield* betweenness(network, { sources, direction: directionOf(settings), random: seededRandom(1) })
    return { columns: [numberMetricColumn('betweenness', values)], statistics }
  },
}

export const closenessMetric: Metric = {
  id: 'closeness',
  of: 'node',
  source: 'Wasserman and Faust, Social Network Analysis, 1994; Boldi and Vigna, Internet Mathematics 10, 2014',
  parameters: [directionParameter('both'), sourcesParameter],
  *run(network, settings) {
    const { sources, statistics } = sampling(network, settings)
    const result = yield* closeness(network, { sources, direction: directionOf(settings), random: seededRandom(1) })
    const columns = [numberMetricColumn('closeness', result.closeness), numberMetricColumn('harmonic', result.harmonic)]
    return { columns, statistics }
  },
}

export const eigenvectorMetric: Metric = {
  id: 'eigenvector',
  of: 'node',
  source: 'Bonacich, Journal of Mathematical Sociology 2, 1972',
  parameters: [],
  *run(network) {
    return { columns: [numberMetricColumn('eigenvector', yield* eigenvectorCentrality(network))], statistics: [] }
  },
}

export const hitsMetric: Metric = {
  id: 'hits',
  of: 'node',
  source: 'Kleinberg, Journal of the ACM 46, 1999',
  parameters: [],
  *run(network) {
    const { hubs, authorities } = yield* hits(network)
    return {
      columns: [numberMetricColumn('hub', hubs), numberMetricColumn('authority', authorities)],
      statistics: [],
    }
  },
}
