import type { NumberColumn } from '../../model/columns'
import { betweenness } from './betweenness'
import { seededRandom } from './random'
import { closeness } from './closeness'
import { directedDegrees } from './directedDegrees'
import { eigenvectorCentrality } from './eigenvectorCentrality'
import { hits } from './hits'
import type { MetricColumn, Metric, MetricParameter, MetricSettings } from './metric'
import type { Network, TraversalDirection } from './network'
import { pageRank } from './pagerank'

/** A column of numbers under its name. */
export const numberMetricColumn = (name: string, label: string, values: Float64Array): MetricColumn => ({
  name,
  label,
  column: { kind: 'number', values } satisfies NumberColumn,
})

const direction = (standard: 'out' | 'both'): MetricParameter => ({
  kind: 'choice',
  id: 'way',
  label: 'Edges are followed',
  default: standard,
  choices: [
    { id: 'out', label: 'along their arrows' },
    { id: 'both', label: 'both ways' },
  ],
})

const wayIn = ({ way }: MetricSettings): Extract<TraversalDirection, 'out' | 'both'> => (way === 'out' ? 'out' : 'both')

/** Networks up to so many nodes are followed from each of them. */
const exactUpTo = 5000
const sampledFrom = 500

const sources: MetricParameter = {
  kind: 'number',
  id: 'sources',
  label: `Nodes that ways are followed from (0: all up to ${exactUpTo}, else ${sampledFrom} by chance)`,
  default: 0,
  min: 0,
  max: 1e6,
  step: 1,
}

/** How many nodes ways are followed from, and the figure that says so where it is not all. */
function sampling(network: Network, { sources: asked }: MetricSettings) {
  const standard = network.count > exactUpTo ? sampledFrom : network.count
  const followed = Math.min(network.count, Math.round(Number(asked)) || standard)
  const note = 'An estimate: the ways from some nodes, drawn by a fixed seed, stand for those from all.'
  const figure = { id: 'sources', label: 'Nodes followed', value: followed, note }
  return { sources: followed, figures: followed < network.count ? [figure] : [] }
}

export const degreeMetric: Metric = {
  id: 'degree',
  label: 'Degree',
  of: 'node',
  sentence: 'High for a node with many edges: in all, pointing to it, and leaving it.',
  counting: 'Every parallel edge counts; a loop counts twice. The weighted degree adds up weights.',
  source: 'Freeman, Social Networks 1, 1979',
  parameters: [],
  *run(network) {
    const found = yield* directedDegrees(network)
    const columns = [
      numberMetricColumn('degree', 'Degree', found.all),
      numberMetricColumn('degree-in', 'Degree, in', found.in),
      numberMetricColumn('degree-out', 'Degree, out', found.out),
    ]
    const weighted = network.weights ? [numberMetricColumn('degree-weighted', 'Degree, weighted', found.weighted)] : []
    return { columns: [...columns, ...weighted], statistics: [] }
  },
}

export const pageRankMetric: Metric = {
  id: 'pagerank',
  label: 'PageRank',
  of: 'node',
  sentence:
    'High for a node that important nodes point to: the share of time that a walker along the edges spends there.',
  counting: 'Weights and parallel edges add up; a loop leads back to its node. All values sum to 1.',
  source: 'Brin and Page, Computer Networks and ISDN Systems 30, 1998',
  parameters: [
    direction('out'),
    { kind: 'number', id: 'damping', label: 'Chance to go on', default: 0.85, min: 0, max: 0.99, step: 0.01 },
  ],
  *run(network, settings) {
    const ranks = yield* pageRank(network, { way: wayIn(settings), damping: Number(settings['damping']) })
    return { columns: [numberMetricColumn('pagerank', 'PageRank', ranks)], statistics: [] }
  },
}

export const betweennessMetric: Metric = {
  id: 'betweenness',
  label: 'Betweenness',
  of: 'node',
  sentence: 'High for a node that the shortest ways between others lead through: a broker, or a bottleneck.',
  counting: 'Steps count, weights do not; parallel edges are one, loops none. 1 would be every way.',
  source: 'Freeman, Sociometry 40, 1977; computed after Brandes, Journal of Mathematical Sociology 25, 2001',
  parameters: [direction('both'), sources],
  *run(network, settings) {
    const { figures, ...sample } = sampling(network, settings)
    const values = yield* betweenness(network, { ...sample, way: wayIn(settings), chance: seededRandom(1) })
    return { columns: [numberMetricColumn('betweenness', 'Betweenness', values)], statistics: figures }
  },
}

export const closenessMetric: Metric = {
  id: 'closeness',
  label: 'Closeness',
  of: 'node',
  sentence: 'High for a node that few steps part from all others; what is not reached at all counts against it.',
  counting:
    'Steps count, weights do not; parallel edges are one, loops none. Harmonic closeness is the mean of 1 / steps.',
  source: 'Wasserman and Faust, Social Network Analysis, 1994; Boldi and Vigna, Internet Mathematics 10, 2014',
  parameters: [direction('both'), sources],
  *run(network, settings) {
    const { figures, ...sample } = sampling(network, settings)
    const found = yield* closeness(network, { ...sample, way: wayIn(settings), chance: seededRandom(1) })
    const columns = [
      numberMetricColumn('closeness', 'Closeness', found.closeness),
      numberMetricColumn('harmonic', 'Harmonic closeness', found.harmonic),
    ]
    return { columns, statistics: figures }
  },
}

export const eigenvectorMetric: Metric = {
  id: 'eigenvector',
  label: 'Eigenvector',
  of: 'node',
  sentence: 'High for a node whose neighbours are themselves well tied: a place in the thick of things.',
  counting: 'Edges count both ways; weights and parallel edges add up. Outside of the strongest part it is 0.',
  source: 'Bonacich, Journal of Mathematical Sociology 2, 1972',
  parameters: [],
  *run(network) {
    return {
      columns: [numberMetricColumn('eigenvector', 'Eigenvector', yield* eigenvectorCentrality(network))],
      statistics: [],
    }
  },
}

export const hitsMetric: Metric = {
  id: 'hits',
  label: 'Hubs and authorities',
  of: 'node',
  sentence: 'High as a hub: points to what many good hubs point to. High as an authority: good hubs point to it.',
  counting: 'Edges are followed along their arrows; weights and parallel edges add up. Each of the two sums to 1.',
  source: 'Kleinberg, Journal of the ACM 46, 1999',
  parameters: [],
  *run(network) {
    const { hubs, authorities } = yield* hits(network)
    return {
      columns: [numberMetricColumn('hub', 'Hub', hubs), numberMetricColumn('authority', 'Authority', authorities)],
      statistics: [],
    }
  },
}
