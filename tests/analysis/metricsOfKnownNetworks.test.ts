import fc from 'fast-check'
import louvainOfGraphology from 'graphology-communities-louvain'
import { describe, expect, it } from 'vitest'
import { sampleGraph, seeded } from '../../bench/graphs'
import { betweenness } from '../../src/analysis/metrics/betweenness'
import { communitiesWithCertainty, matchCommunityLabels } from '../../src/analysis/metrics/communityCertainty'
import { seededRandom } from '../../src/analysis/metrics/random'
import { closeness } from '../../src/analysis/metrics/closeness'
import { clusteringCoefficients } from '../../src/analysis/metrics/clustering'
import { connectedComponents } from '../../src/analysis/metrics/connectedComponents'
import { coreNumbers } from '../../src/analysis/metrics/coreNumbers'
import { estimateDiameter } from '../../src/analysis/metrics/diameter'
import { eigenvectorCentrality } from '../../src/analysis/metrics/eigenvectorCentrality'
import { hits } from '../../src/analysis/metrics/hits'
import { louvainCommunities } from '../../src/analysis/metrics/louvain'
import { runMetric, completeMetricSettings } from '../../src/analysis/metrics/metric'
import { metrics } from '../../src/analysis/metrics/metrics'
import { neighbourListsOf, type Network } from '../../src/analysis/metrics/network'
import { pageRank } from '../../src/analysis/metrics/pagerank'
import { strongComponents } from '../../src/analysis/metrics/strongComponents'
import { assortativity, density, reciprocity } from '../../src/analysis/metrics/densityAndMixing'
import { metricsEn } from '../../src/messages/metrics.en'
import { jobs } from '../../src/jobs/jobs'
import { anyNetwork, close, graphologyOf, karate, network, networkOf, result } from './networks'

const random = seededRandom(1)
const path = networkOf('a-b b-c c-d d-e')
const star = networkOf('a-b a-c a-d a-e')
const cycle = networkOf('a-b b-c c-d d-a')
const cliques = networkOf('a-b a-c a-d b-c b-d c-d d-e e-f e-g e-h f-g f-h g-h')

describe('metrics of small networks', () => {
  it('a path', () => {
    close(
      result(betweenness(path, { random })),
      [0, 3, 4, 3, 0].map((pairs) => pairs / 6),
    )
    close(result(closeness(path, { random })).closeness, [4 / 10, 4 / 7, 4 / 6, 4 / 7, 4 / 10])
    expect([...result(coreNumbers(path))]).toEqual([1, 1, 1, 1, 1])
    expect(result(estimateDiameter(path))).toMatchObject({ atLeast: 4, atMost: 4 })
    expect(density(path)).toBe(0.4)
  })

  it('a star', () => {
    close(result(betweenness(star, { random })), [1, 0, 0, 0, 0])
    close(result(closeness(star, { random })).harmonic, [1, 0.625, 0.625, 0.625, 0.625])
    close(
      result(eigenvectorCentrality(star)),
      [2, 1, 1, 1, 1].map((each) => each / Math.sqrt(8)),
      1e-8,
    )
    expect(result(clusteringCoefficients(star)).average).toBe(0)
    expect(assortativity(star)).toBeCloseTo(-1, 12)
  })

  it('a cycle', () => {
    close(result(pageRank(cycle)), [0.25, 0.25, 0.25, 0.25])
    close(
      result(betweenness(cycle, { random })),
      [1, 1, 1, 1].map((each) => each / 6),
    )
    const round = networkOf('a-b b-c c-a c-d', true)
    expect([...result(strongComponents(round)).sizes]).toEqual([3, 1])
    expect([...result(connectedComponents(round)).sizes]).toEqual([4])
    expect(reciprocity(round)).toBe(0)
  })

  it('two cliques connected by one edge', () => {
    const { labels, modularity, certainty } = result(communitiesWithCertainty(cliques))
    expect([...labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
    expect(modularity).toBeCloseTo(12 / 13 - 0.5, 12)
    expect([...certainty]).toEqual(Array.from({ length: 8 }, () => 1))
    close(result(clusteringCoefficients(cliques)).local, [1, 1, 1, 0.5, 0.5, 1, 1, 1])
    expect([...result(coreNumbers(cliques))]).toEqual(Array.from({ length: 8 }, () => 3))
  })

  it('hubs and authorities', () => {
    const { hubs, authorities } = result(hits(networkOf('a-c a-d b-c b-d', true)))
    close(hubs, [0.5, 0, 0, 0.5])
    close(authorities, [0, 0.5, 0.5, 0])
  })

  it("Zachary's karate club: the best known modularity, four communities, not all of them certain", () => {
    const { sizes, modularity, certainty } = result(communitiesWithCertainty(karate, { runs: 30 }))
    expect(modularity).toBeCloseTo(0.4198, 4)
    expect(sizes.length).toBe(4)
    expect(Math.min(...certainty)).toBeLessThan(1)
    expect(Math.max(...certainty)).toBe(1)
    close(result(betweenness(karate, { random })).slice(0, 1), [0.4376], 1e-4)
    expect(result(coreNumbers(karate)).filter((core) => core === 4)).toHaveLength(10)
    expect(result(clusteringCoefficients(karate)).average).toBeCloseTo(0.5706, 4)
  })

  it("communities at least as good as graphology's, more of them at a higher resolution", () => {
    const each: Network = { ...sampleGraph(2000, 8000, 3), directed: false }
    const links = neighbourListsOf(each, 'both')
    const ours = result(louvainCommunities(links, { resolution: 1, random: seededRandom(2) }))
    const theirs = louvainOfGraphology.detailed(graphologyOf(each), { rng: seeded(1), getEdgeWeight: null })
    expect(ours.modularity).toBeGreaterThan(theirs.modularity - 0.01)
    const fine = result(louvainCommunities(links, { resolution: 40, random: seededRandom(2) }))
    expect(fine.sizes.length).toBeGreaterThan(ours.sizes.length)
  })

  it('labels are matched by common members, whatever their numbers', () => {
    const partition = (labels: number[]) => ({
      labels: Uint32Array.from(labels),
      sizes: new Uint32Array(Math.max(...labels) + 1),
    })
    const match = matchCommunityLabels(partition([0, 0, 0, 1, 1, 2]), partition([1, 1, 2, 0, 0, 0]))
    expect([...match]).toEqual([1, 0, 0xffffffff])
  })
})

describe('metrics of unusual networks', () => {
  const hostile: Readonly<Record<string, Network>> = {
    'no node': network(0, []),
    'one node': network(1, []),
    'one node with loops': network(
      1,
      [
        [0, 0],
        [0, 0],
      ],
      true,
    ),
    'nodes without edges': network(5, []),
    'loops and parallel edges': network(
      3,
      [
        [0, 1],
        [0, 1],
        [1, 0],
        [1, 1],
        [2, 2],
      ],
      true,
    ),
    'weights of 0': {
      ...network(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        true,
      ),
      weights: Float64Array.of(0, 0),
    },
    'huge weights': {
      ...network(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        true,
      ),
      weights: Float64Array.of(1e300, 1e-300),
    },
  }

  it.each(Object.keys(hostile))('every metric has a result: %s', (name) => {
    for (const metric of metrics) {
      const { columns, statistics } = result(runMetric(metric, hostile[name]!, {}))
      for (const { column } of columns) {
        const values = column.kind === 'number' ? column.values : column.codes
        expect(values).toHaveLength(hostile[name]!.count)
        expect(values.every(Number.isFinite)).toBe(true)
      }
      for (const { value } of statistics) expect(typeof value).toBe('number')
    }
  })

  it('a star and a path of a million edges overflow no stack, and report progress', () => {
    const many = 1_000_000
    const ends = new Uint32Array(many).map((_, at) => at + 1)
    const big = { star: new Uint32Array(many), path: new Uint32Array(many).map((_, at) => at) }
    const settings = { sources: 2, runs: 1 }
    for (const metric of metrics) {
      const work = runMetric(metric, { count: many + 1, source: big.star, target: ends, directed: true }, settings)
      // It reports progress, and can be cancelled.
      for (let reports = 0; reports < 2 && !work.next().done; reports++);
      work.return({ columns: [], statistics: [] })
    }
    const long: Network = { count: many + 1, source: big.path, target: ends, directed: true }
    expect(result(strongComponents(long)).sizes).toHaveLength(many + 1)
    expect(result(estimateDiameter(long)).atLeast).toBe(many)
  }, 60_000)

  it('more shortest paths than a number can count', () => {
    const diamonds = Array.from({ length: 1200 }, (_, at): [number, number][] => {
      const start = 3 * at
      return [
        [start, start + 1],
        [start, start + 2],
        [start + 1, start + 3],
        [start + 2, start + 3],
      ]
    })
    const ladder = network(3601, diamonds.flat())
    const between = result(betweenness(ladder, { sources: 30, random }))
    expect(between.every((value) => value >= 0 && value <= 1)).toBe(true)
    const middle = network(3601, diamonds.flat().reverse())
    close(
      result(betweenness(middle, { sources: 30, random: seededRandom(1) })),
      result(betweenness(ladder, { sources: 30, random: seededRandom(1) })),
    )
    // By symmetry a side of a diamond has half of what its corner has, but for what begins or ends at the two.
    expect(between[1801]! / between[1800]!).toBeCloseTo(0.5, 2)
  })
})

describe('the list of metrics', () => {
  it('has an explanation of each, and unique column ids', () => {
    const columns = metrics.flatMap((metric) => result(runMetric(metric, karate, {})).columns.map(({ id }) => id))
    expect(new Set(columns).size).toBe(columns.length)
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
    for (const { id, source } of metrics) {
      const { sentence, counting } = metricsEn.metrics[id]
      expect(id).toMatch(/^[a-z][a-z-]*$/)
      for (const text of [sentence, counting]) expect(text).toMatch(/\.$/)
      expect(source).toMatch(/\d{4}/)
    }
  })

  it('gives the same results every time', () => {
    fc.assert(
      fc.property(anyNetwork(), fc.constantFrom(...metrics), (each, metric) => {
        expect(result(runMetric(metric, each, {}))).toEqual(result(runMetric(metric, each, {})))
      }),
    )
  })

  it('measures a part like a whole, and leaves other nodes without a value', () => {
    const counted = { nodes: Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0), edges: new Uint8Array(13).fill(1) }
    for (const metric of metrics) {
      const part = result(runMetric(metric, cliques, {}, counted))
      const alone = result(runMetric(metric, networkOf('a-b a-c a-d b-c b-d c-d'), {}))
      expect(part.statistics).toEqual(alone.statistics)
      part.columns.forEach(({ column }, at) => {
        const other = alone.columns[at]!.column
        const [values, theirs] = [column, other].map((each) => (each.kind === 'number' ? each.values : each.codes))
        expect(Array.from(values!.slice(0, 4))).toEqual(Array.from(theirs!))
        expect(Array.from(values!.slice(4)).every((value) => Number.isNaN(value) || value === 0xffffffff)).toBe(true)
      })
    }
  })

  it('clamps settings to their bounds', () => {
    const { parameters } = metrics.find(({ id }) => id === 'pagerank')!
    expect(completeMetricSettings(parameters, { damping: '7', way: 'sideways', other: 1 })).toEqual({
      way: 'out',
      damping: 0.99,
    })
    expect(completeMetricSettings(parameters, { damping: 'x', way: 'both' })).toEqual({ way: 'both', damping: 0.85 })
  })

  it('runs as a job', () => {
    const run = { metric: 'degree', settings: {}, network: star }
    const job = jobs['metric'] as (input: unknown) => Generator<{ done: number }, unknown>
    expect(result(job(run))).toMatchObject({ columns: [{ id: 'degree' }, {}, {}] })
    expect(() => result(job({ ...run, metric: 'fame' }))).toThrow('unknown metric "fame"')
  })
})
