import fc from 'fast-check'
import graphologyBetweenness from 'graphology-metrics/centrality/betweenness'
import graphologyCloseness from 'graphology-metrics/centrality/closeness'
import graphologyEigenvector from 'graphology-metrics/centrality/eigenvector'
import graphologyHits from 'graphology-metrics/centrality/hits'
import graphologyPageRank from 'graphology-metrics/centrality/pagerank'
import { density as graphologyDensity } from 'graphology-metrics/graph/density'
import graphologyDiameter from 'graphology-metrics/graph/diameter'
import graphologyModularity from 'graphology-metrics/graph/modularity'
import { describe, expect, it } from 'vitest'
import { sampleGraph } from '../../bench/graphs'
import { betweenness } from '../../src/analysis/metrics/betweenness'
import { communitiesWithCertainty } from '../../src/analysis/metrics/communityCertainty'
import { seededRandom } from '../../src/analysis/metrics/random'
import { closeness } from '../../src/analysis/metrics/closeness'
import { clusteringCoefficients } from '../../src/analysis/metrics/clustering'
import { connectedComponents } from '../../src/analysis/metrics/connectedComponents'
import { coreNumbers } from '../../src/analysis/metrics/coreNumbers'
import { directedDegrees } from '../../src/analysis/metrics/directedDegrees'
import { estimateDiameter } from '../../src/analysis/metrics/diameter'
import { eigenvectorCentrality } from '../../src/analysis/metrics/eigenvectorCentrality'
import { hits } from '../../src/analysis/metrics/hits'
import { louvainCommunities } from '../../src/analysis/metrics/louvain'
import type { Network } from '../../src/analysis/metrics/network'
import { neighbourListsOf } from '../../src/analysis/metrics/network'
import { pageRank } from '../../src/analysis/metrics/pagerank'
import { strongComponents } from '../../src/analysis/metrics/strongComponents'
import { assortativity, density, reciprocity } from '../../src/analysis/metrics/densityAndMixing'
import { anyNetwork, close, graphologyOf, network, result, simple } from './networks'

const random = seededRandom(1)
const inOrder = (values: Readonly<Record<string, number>>, count: number): number[] =>
  Array.from({ length: count }, (_, node) => values[node]!)
const overAny = (arbitrary: fc.Arbitrary<Network>, holds: (network: Network) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 150 })

const sample = (directed: boolean): Network => ({ ...sampleGraph(300, 1200, 7), directed })
const weighted = (directed: boolean): Network => {
  const { count, source, target, weight } = sampleGraph(300, 1200, 7)
  return { count, source, target, directed, weights: Float64Array.from(weight) }
}

/** Steps between all pairs by a plain search; NaN if there is no path. */
function steps({ count, source, target, directed }: Network, way: 'out' | 'both'): number[][] {
  const ties = Array.from({ length: count }, () => new Set<number>())
  source.forEach((from, edge) => {
    ties[from]!.add(target[edge]!)
    if (!directed || way === 'both') ties[target[edge]!]!.add(from)
  })
  return ties.map((_, start) => {
    const known = Array.from({ length: count }, () => NaN)
    known[start] = 0
    for (let layer = [start], step = 1; layer.length > 0; step++) {
      const next = new Set(layer.flatMap((node) => [...ties[node]!]).filter((node) => Number.isNaN(known[node])))
      for (const node of next) known[node] = step
      layer = [...next]
    }
    return known
  })
}

describe('metrics agree with graphology', () => {
  it.each([true, false])('PageRank, weighted and not (directed: %s)', (directed) => {
    for (const each of [sample(directed), weighted(directed)]) {
      const theirs = graphologyPageRank(graphologyOf(each), { getEdgeWeight: 'weight', tolerance: 1e-13 })
      close(result(pageRank(each, { tolerance: 1e-12 })), inOrder(theirs, each.count))
    }
  })

  it.each([true, false])('betweenness (directed: %s)', (directed) => {
    const each = sample(directed)
    const theirs = graphologyBetweenness(graphologyOf(each), { getEdgeWeight: null, normalized: true })
    close(result(betweenness(each, { direction: 'out', random })), inOrder(theirs, each.count))
    overAny(anyNetwork(directed).map(simple), (small) => {
      if (small.count < 3) return
      const values = graphologyBetweenness(graphologyOf(small), { getEdgeWeight: null, normalized: true })
      close(result(betweenness(small, { direction: 'out', random })), inOrder(values, small.count))
    })
  })

  it('closeness after Wasserman and Faust', () => {
    overAny(anyNetwork(false).map(simple), (small) => {
      const theirs = graphologyCloseness(graphologyOf(small), { wassermanFaust: true })
      close(result(closeness(small, { random })).closeness, inOrder(theirs, small.count))
    })
  })

  it('eigenvector centrality', () => {
    const each = sample(false)
    const theirs = graphologyEigenvector(graphologyOf(each), { tolerance: 1e-12, maxIterations: 10_000 })
    close(result(eigenvectorCentrality(each)), inOrder(theirs, each.count), 1e-6)
  })

  it('hubs and authorities', () => {
    const each = sample(true)
    const theirs = graphologyHits(graphologyOf(each), { tolerance: 1e-13, maxIterations: 10_000, normalize: true })
    const { hubs, authorities } = result(hits(each))
    close(hubs, inOrder(theirs.hubs, each.count), 1e-6)
    close(authorities, inOrder(theirs.authorities, each.count), 1e-6)
  })

  it('density and modularity', () => {
    overAny(anyNetwork().map(simple), (small) => {
      if (small.count > 1) expect(density(small)).toBeCloseTo(graphologyDensity(graphologyOf(small)), 12)
    })
    const each = weighted(false)
    const { labels, modularity } = result(
      louvainCommunities(neighbourListsOf(each, 'both'), { resolution: 1, random: seededRandom(3) }),
    )
    const graph = graphologyOf(each)
    graph.forEachNode((node) => graph.setNodeAttribute(node, 'community', labels[Number(node)]))
    expect(modularity).toBeCloseTo(graphologyModularity(graph), 9)
  })

  it('diameter: bounds that include the true one', () => {
    overAny(anyNetwork().map(simple), (small) => {
      const found = result(estimateDiameter(small))
      const { labels } = result(connectedComponents(small))
      const part = steps(small, 'both').filter((_, node) => labels[node] === 0)
      const longest = Math.max(...part.flat().filter((step) => !Number.isNaN(step)))
      expect(found.atLeast).toBeLessThanOrEqual(longest)
      expect(found.atMost).toBeGreaterThanOrEqual(longest)
      expect(found.nodes).toBe(part.length)
    })
    const each = { ...sample(false) }
    const connected = result(connectedComponents(each)).sizes.length === 1
    expect(connected).toBe(true)
    expect(result(estimateDiameter(each)).atLeast).toBeLessThanOrEqual(graphologyDiameter(graphologyOf(each)))
  })
})

describe('metrics agree with their definitions', () => {
  it('closeness along edges: from others to the node, sampled and in full', () => {
    overAny(anyNetwork(true), (small) => {
      const between = steps(small, 'out')
      const { closeness: near, harmonic } = result(closeness(small, { direction: 'out', random }))
      for (let node = 0; node < small.count; node++) {
        const others = between.filter((_, from) => from !== node).map((row) => row[node]!)
        const known = others.filter((step) => !Number.isNaN(step))
        const sum = known.reduce((total, step) => total + step, 0)
        const all = Math.max(1, small.count - 1)
        expect(near[node]).toBeCloseTo(sum > 0 ? known.length ** 2 / (all * sum) : 0, 12)
        expect(harmonic[node]).toBeCloseTo(known.reduce((total, step) => total + 1 / step, 0) / all, 12)
      }
    })
  })

  it('clustering: the share of pairs of neighbours that are connected', () => {
    overAny(anyNetwork(), (small) => {
      const between = steps(small, 'both')
      const { local, average, transitivity } = result(clusteringCoefficients(small))
      let [closed, pairs] = [0, 0]
      const shares = between.map((row) => {
        const neighbours = [...row.keys()].filter((other) => row[other] === 1)
        const all = neighbours.flatMap((one, at) => neighbours.slice(at + 1).map((other) => between[one]![other] === 1))
        closed += all.filter(Boolean).length
        pairs += all.length
        return all.length > 0 ? all.filter(Boolean).length / all.length : 0
      })
      close(local, shares)
      expect(average).toBeCloseTo(shares.reduce((sum, each) => sum + each, 0) / small.count, 12)
      expect(transitivity).toBeCloseTo(pairs > 0 ? closed / pairs : 0, 12)
    })
  })

  it('core: what remains when nodes with fewer neighbours are removed repeatedly', () => {
    overAny(anyNetwork(), (small) => {
      const between = steps(small, 'both')
      const expected = between.map((_, node) => {
        for (let k = small.count; k > 0; k--) {
          let left = new Set(between.keys())
          const ties = (each: number) => [...left].filter((other) => between[each]![other] === 1).length
          for (let before = -1; before !== left.size; left = new Set([...left].filter((each) => ties(each) >= k)))
            before = left.size
          if (left.has(node)) return k
        }
        return 0
      })
      expect([...result(coreNumbers(small))]).toEqual(expected)
    })
  })

  it('components: the same number if there is a path, in both directions for the strong ones', () => {
    overAny(anyNetwork(), (small) => {
      const [weak, strong] = [steps(small, 'both'), steps(small, 'out')]
      const parts = result(connectedComponents(small))
      const strongParts = result(strongComponents(small))
      for (let one = 0; one < small.count; one++)
        for (let other = 0; other < small.count; other++) {
          expect(parts.labels[one] === parts.labels[other]).toBe(!Number.isNaN(weak[one]![other]))
          const mutual = !Number.isNaN(strong[one]![other]! + strong[other]![one]!)
          expect(strongParts.labels[one] === strongParts.labels[other]).toBe(mutual)
        }
      for (const { labels, sizes } of [parts, strongParts]) {
        expect([...sizes]).toEqual([...sizes].sort((one, other) => other - one))
        sizes.forEach((size, part) => expect(labels.filter((each) => each === part).length).toBe(size))
      }
    })
  })

  it('degree: every edge, a loop twice', () => {
    overAny(anyNetwork(true), (small) => {
      const { all, in: incoming, out } = result(directedDegrees(small))
      const count = (ends: Uint32Array) =>
        Array.from({ length: small.count }, (_, node) => ends.filter((end) => end === node).length)
      expect([...incoming]).toEqual(count(small.target))
      expect([...out]).toEqual(count(small.source))
      close(
        all,
        incoming.map((each, node) => each + out[node]!),
      )
    })
  })

  it('reciprocity and assortativity', () => {
    overAny(anyNetwork(true).map(simple), (small) => {
      const pairs = new Set(Array.from(small.source, (from, edge) => `${from} ${small.target[edge]}`))
      const answered = [...pairs].filter((pair) => pairs.has(pair.split(' ').reverse().join(' '))).length
      expect(reciprocity(small)).toEqual(answered / pairs.size)
    })
    overAny(anyNetwork(false).map(simple), (small) => {
      const { all } = result(directedDegrees(small))
      const ends = [...small.source, ...small.target].map((node) => all[node]!)
      const others = [...small.target, ...small.source].map((node) => all[node]!)
      const mean = ends.reduce((sum, each) => sum + each, 0) / ends.length
      const along = ends.reduce((sum, each, at) => sum + (each - mean) * (others[at]! - mean), 0)
      const spread = ends.reduce((sum, each) => sum + (each - mean) ** 2, 0)
      if (spread > 1e-9) expect(assortativity(small)).toBeCloseTo(along / spread, 9)
    })
  })

  it('sampled betweenness and closeness approximate the exact ones', () => {
    const each = sample(false)
    const exact = result(betweenness(each, { random }))
    const some = result(betweenness(each, { sources: 150, random: seededRandom(5) }))
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    expect(total(some) / total(exact)).toBeCloseTo(1, 1)
    const top = (values: Float64Array) =>
      [...values.keys()].sort((one, other) => values[other]! - values[one]!).slice(0, 20)
    expect(top(some).filter((node) => top(exact).includes(node)).length).toBeGreaterThan(15)
    const near = result(closeness(each, { random })).closeness
    const sampled = result(closeness(each, { sources: 150, random: seededRandom(5) })).closeness
    close(sampled, near, 0.05)
  })
})

describe('laws', () => {
  const all: Readonly<Record<string, (network: Network) => ArrayLike<number>>> = {
    pagerank: (each) => result(pageRank(each)),
    betweenness: (each) => result(betweenness(each, { random })),
    closeness: (each) => result(closeness(each, { random })).closeness,
    eigenvector: (each) => result(eigenvectorCentrality(each)),
    clustering: (each) => result(clusteringCoefficients(each)).local,
    core: (each) => result(coreNumbers(each)),
    degree: (each) => result(directedDegrees(each)).all,
    sizes: (each) => {
      const { labels, sizes } = result(connectedComponents(each))
      return labels.map((part) => sizes[part]!)
    },
  }

  it.each(Object.keys(all))(
    '%s goes with the nodes when they are numbered anew, and does not ask for the order of edges',
    (name) => {
      const permuted = anyNetwork().chain((each) =>
        fc
          .record({
            order: fc.shuffledSubarray([...Array(each.count).keys()], { minLength: each.count }),
            edges: fc.shuffledSubarray([...each.source.keys()], { minLength: each.source.length }),
          })
          .map(({ order, edges }) => ({ each, order, edges })),
      )
      fc.assert(
        fc.property(permuted, ({ each, order, edges }) => {
          const ends = edges.map((edge): [number, number] => [order[each.source[edge]!]!, order[each.target[edge]!]!])
          const [before, after] = [all[name]!(each), all[name]!(network(each.count, ends, each.directed))]
          close(
            Array.from(before),
            order.map((node) => after[node]!),
            1e-6,
          )
        }),
        { numRuns: 100 },
      )
    },
  )

  it('PageRank sums to 1, and is at least the share of restarts', () => {
    overAny(anyNetwork(), (each) => {
      const ranks = result(pageRank(each))
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 9)
      for (const rank of ranks) expect(rank).toBeGreaterThanOrEqual((0.15 / each.count) * 0.999999)
    })
  })

  it('another edge never lowers a core number or separates a component', () => {
    fc.assert(
      fc.property(anyNetwork(), fc.nat(), fc.nat(), (each, one, other) => {
        const source = Uint32Array.of(...each.source, one % each.count)
        const more = { ...each, source, target: Uint32Array.of(...each.target, other % each.count) }
        const [before, after] = [result(coreNumbers(each)), result(coreNumbers(more))]
        before.forEach((core, node) => expect(after[node]).toBeGreaterThanOrEqual(core))
        expect(result(connectedComponents(more)).sizes.length).toBeLessThanOrEqual(
          result(connectedComponents(each)).sizes.length,
        )
      }),
    )
  })

  it('a leaf of a tree has no betweenness', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), (parents) => {
        const tree = network(
          parents.length + 1,
          parents.map((parent, at) => [parent % (at + 1), at + 1]),
        )
        const between = result(betweenness(tree, { random }))
        result(directedDegrees(tree)).all.forEach((degree, node) => {
          if (degree === 1) expect(between[node]).toBe(0)
          else expect(between[node]).toBeGreaterThan(0)
        })
      }),
    )
  })

  it('communities are within components, and the certainty is at least one run', () => {
    overAny(anyNetwork(), (each) => {
      const { labels } = result(connectedComponents(each))
      const found = result(communitiesWithCertainty(each, { runs: 3 }))
      found.labels.forEach((community, one) =>
        found.labels.forEach((theirs, other) => community === theirs && expect(labels[one]).toBe(labels[other])),
      )
      found.certainty.forEach((certainty) => expect([1 / 3, 2 / 3, 1]).toContain(certainty))
    })
  })
})
