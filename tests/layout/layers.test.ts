import { graphlib, layout } from '@dagrejs/dagre'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/graphs.js'
import { layeredLayout } from '../../src/layout/layeredLayout'
import { nearestSpacedHeights } from '../../src/layout/layers/assignHeights'
import { positionInLayers } from '../../src/layout/layers/positionInLayers'
import { longestPathLayers, acyclicOrder, type DirectedEdgeList } from '../../src/layout/layers/acyclicOrder'
import { planFor, tied } from './plans'

const linksOf = (count: number, pairs: readonly (readonly [number, number])[]): DirectedEdgeList => ({
  count,
  source: Uint32Array.from(pairs, ([from]) => from),
  target: Uint32Array.from(pairs, ([, to]) => to),
})

const pairsOf = (count: number, most: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: most, selector: String })
    .map((pairs) => pairs.filter(([from, to]) => from !== to))

const anyLinks = pairsOf(14, 40).map((pairs) => linksOf(14, pairs))
const withoutCycles = pairsOf(14, 40).map((pairs) =>
  linksOf(
    14,
    pairs.filter(([from, to]) => (from * 5) % 14 < (to * 5) % 14),
  ),
)

const backIn = ({ source, target }: DirectedEdgeList, place: Uint32Array) =>
  [...source].filter((from, edge) => place[from]! >= place[target[edge]!]!).length

describe('the acyclic order', () => {
  it('contains every node once', () =>
    fc.assert(
      fc.property(anyLinks, (links) => {
        expect([...acyclicOrder(links)].toSorted((one, other) => one - other)).toEqual([...Array(14).keys()])
      }),
    ))

  it('reverses no edge if there is no cycle', () =>
    fc.assert(
      fc.property(withoutCycles, (links) => {
        expect(backIn(links, acyclicOrder(links))).toBe(0)
      }),
    ))

  it('reverses at most half of the edges minus a sixth of the nodes, as the paper proves', () =>
    fc.assert(
      fc.property(
        // The proof is for graphs in which no two nodes point at each other.
        anyLinks.map(({ count, source, target }) => {
          const pairs = [...source].map((from, edge): [number, number] => [from, target[edge]!])
          const kept = pairs.filter(([from, to]) => from < to || !pairs.some(([a, b]) => a === to && b === from))
          const used = [...new Set(kept.flat())]
          return linksOf(
            Math.min(count, used.length),
            kept.map(([from, to]) => [used.indexOf(from), used.indexOf(to)]),
          )
        }),
        (links) => {
          expect(backIn(links, acyclicOrder(links))).toBeLessThanOrEqual(links.source.length / 2 - links.count / 6)
        },
      ),
    ))
})

describe('layers', () => {
  it('make every edge point forward if there is no cycle, start at 0, and are never empty', () =>
    fc.assert(
      fc.property(withoutCycles, (links) => {
        const layer = longestPathLayers(links, acyclicOrder(links))
        links.source.forEach((from, edge) => expect(layer[from]).toBeLessThan(layer[links.target[edge]!]!))
        const used = new Set(layer)
        expect([...used].toSorted((one, other) => one - other)).toEqual([...Array(used.size).keys()])
      }),
    ))

  it('are as many as the longest path has nodes', () =>
    fc.assert(
      fc.property(withoutCycles, (links) => {
        const longest = (node: number): number =>
          Math.max(
            0,
            ...[...links.source.keys()].filter((e) => links.source[e] === node).map((e) => longest(links.target[e]!)),
          ) + 1
        const layer = longestPathLayers(links, acyclicOrder(links))
        expect(Math.max(...layer) + 1).toBe(Math.max(...[...Array(14).keys()].map(longest)))
      }),
      { numRuns: 40 },
    ))

  it('do not let their nodes overlap', () =>
    fc.assert(
      fc.property(
        anyLinks,
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 14, maxLength: 14 }),
        (links, radii) => {
          const radius = Float32Array.from(radii)
          const { layer, height } = positionInLayers(links, { radius, gap: 5 })
          for (let one = 0; one < 14; one++)
            for (let other = 0; other < one; other++) {
              if (layer[one] !== layer[other]) continue
              const room = Math.abs(height[one]! - height[other]!)
              expect(room).toBeGreaterThan(radii[one]! + radii[other]! + 5 - 1e-6)
            }
        },
      ),
    ))

  it("have few more crossings than dagre's, which routes every edge", () => {
    const totals = { ours: 0, theirs: 0 }
    for (let seed = 1; seed <= 12; seed++) {
      const chance = seeded(seed)
      const count = 60
      const pairs = Array.from({ length: 75 }, (): [number, number] => {
        const from = Math.floor(chance() * (count - 1))
        return [from, Math.min(count - 1, from + 1 + Math.floor(chance() * 12))]
      })
      const links = linksOf(count, pairs)
      const { layer, height } = positionInLayers(links, { radius: new Float32Array(count).fill(6), gap: 22 })
      totals.ours += crossings(links, (node) => [layer[node]! * 170, height[node]!])
      totals.theirs += crossings(links, dagreOf(links))
    }
    expect(totals.ours).toBeLessThan(1.5 * totals.theirs)
  })
})

type At = (node: number) => readonly [x: number, y: number]

function dagreOf({ count, source, target }: DirectedEdgeList): At {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 22, edgesep: 5, ranksep: 170, acyclicer: 'greedy' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (let node = 0; node < count; node++) graph.setNode(String(node), { width: 12, height: 12 })
  source.forEach((from, edge) => graph.setEdge(String(from), String(target[edge])))
  layout(graph)
  return (node) => {
    const { x, y } = graph.node(String(node)) as { x: number; y: number }
    return [x, y]
  }
}

/** Pairs of edges that cross as straight lines and share no end. */
function crossings({ source, target }: DirectedEdgeList, at: At): number {
  const side = (one: number, other: number, node: number) => {
    const [[ax, ay], [bx, by], [px, py]] = [at(one), at(other), at(node)]
    return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
  }
  let count = 0
  for (let one = 0; one < source.length; one++)
    for (let other = 0; other < one; other++) {
      const [a, b, p, q] = [source[one]!, target[one]!, source[other]!, target[other]!]
      if (new Set([a, b, p, q]).size < 4) continue
      if (side(a, b, p) * side(a, b, q) < 0 && side(p, q, a) * side(p, q, b) < 0) count++
    }
  return count
}

describe('heights', () => {
  const wishes = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 5 })

  it('keep their offsets, and no others that do are nearer to the desired ones', () =>
    fc.assert(
      fc.property(
        wishes,
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 5 }),
        (wished, shifts) => {
          const offsets = Float64Array.from(wished, (_, at) => at * 10)
          const placed = nearestSpacedHeights(Float64Array.from(wished), offsets)
          const far = (heights: ArrayLike<number>) =>
            wished.reduce((sum, each, at) => sum + (heights[at]! - each) ** 2, 0)
          const keeps = (heights: ArrayLike<number>) =>
            wished.every((_, at) => at === 0 || heights[at]! - heights[at - 1]! >= 10 - 1e-9)
          expect(keeps(placed)).toBe(true)
          const other = placed.map((each, at) => each + shifts[at]!)
          if (keeps(other)) expect(far(other)).toBeGreaterThanOrEqual(far(placed) - 1e-9)
        },
      ),
    ))
})

it('lays out a graph too large for dagre, with nodes without edges below', () => {
  const count = 1500
  const pairs = Array.from({ length: 1400 }, (_, at) => [Math.floor(at / 3), at + 1])
  const { positions: places, guides } = layeredLayout(planFor(tied(count, pairs)))
  for (const [from, to] of pairs) expect(places[2 * from!]).toBeLessThan(places[2 * to!]!)
  const lowest = Math.min(...Array.from({ length: 1401 }, (_, node) => places[2 * node + 1]!))
  for (let node = 1401; node < count; node++) expect(places[2 * node + 1]).toBeLessThan(lowest)
  expect(guides.labels.map(({ text }) => text)).toEqual(['without edges'])
})
