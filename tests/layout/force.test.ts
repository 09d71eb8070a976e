import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleGraph, seeded } from '../../bench/graphs.js'
import { forceJob, iterationsPerFrame, type ForceFrame } from '../../src/jobs/forceJob'
import { ForceAtlas2, allocateSharedRunMemory, type ForceInput, type ForceSettings } from '../../src/layout/forceAtlas2'
import { isKernelSupported } from '../../src/layout/kernel/kernelInstance'
import { inferForceSettings } from '../../src/layout/kernel/forceSettings'
import { graphologys, inputOf, oracle } from './forceOracle'

type By = ConstructorParameters<typeof ForceAtlas2>[2]

const after = (input: ForceInput, steps: number, settings: Partial<ForceSettings> = {}, by?: By) => {
  const force = new ForceAtlas2(input, settings, by)
  force.advance(steps)
  return force.positions()
}

const exact = { barnesHutOptimize: false }
const tree = { barnesHutOptimize: true, barnesHutTheta: 1.2 }

/** Every way to run it, by name. */
const modes = fc.record({
  linLogMode: fc.boolean(),
  outboundAttractionDistribution: fc.boolean(),
  adjustSizes: fc.boolean(),
  strongGravityMode: fc.boolean(),
  edgeWeightInfluence: fc.constantFrom(0, 1, 2),
  gravity: fc.constantFrom(0, 0.05, 1),
  scalingRatio: fc.constantFrom(1, 10),
})

type Mode = typeof modes extends fc.Arbitrary<infer Record> ? Record : never

/** Places on a grid wide enough that no force is huge, edges with loops and doubles, weights, radii, pins. */
const aGraph = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), {
    minLength: 2,
    maxLength: 40,
    selector: String,
  })
  .chain((at) => {
    const node = fc.nat(at.length - 1)
    return fc
      .record({
        // The narrow ones lie within each other's discs.
        gap: fc.constantFrom(5, 5, 0.004),
        edges: fc.array(fc.tuple(node, node, fc.integer({ min: 0, max: 40 })), { maxLength: 60 }),
        fixed: fc.array(fc.boolean(), { minLength: at.length, maxLength: at.length }),
        radii: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: at.length, maxLength: at.length }),
      })
      .map(({ gap, edges, fixed, radii }) =>
        inputOf(
          at.flat().map((each) => each * gap),
          edges.flatMap(([from, to]) => [from, to]),
          {
            weights: Float32Array.from(edges, ([, , weight]) => weight / 8),
            fixed: Uint8Array.from(fixed, Number),
            // Discs overlap or not, but touch nowhere exactly, where the force has no limit.
            radii: Float32Array.from(radii, (each) => 1.03 + each / 9),
          },
        ),
      )
  })

/** The farthest that a node is from where it should be, by how far nodes moved and lie. */
function off(places: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let most = 0
  for (let index = 0; index < wanted.length; index++) {
    const error = Math.abs(places[index]! - wanted[index]!) / (1 + Math.abs(wanted[index]!))
    if (!(error <= most)) most = error
  }
  return most
}

/**
 * How far off rounding may put a run. The speed takes the root of how much a force changed, times the mass, so that a
 * rounding of one part in ten million is one in three thousand there, and more for heavy nodes, as the oracle itself shows
 * where it rounds forces so; and where nodes have flown close to each other, a change in the last digit of
 * the start is a large one soon after, in the oracle too.
 */
function rounding(input: ForceInput, settings: ForceSettings, steps: number): number {
  const start = input.start.map((each, index) => each * (1 + ((index % 3) - 1) * 1e-6))
  const wanted = oracle(input, settings, steps)
  const chance = seeded(1)
  const inSingle = (force: number) => force * (1 + (chance() - 0.5) * 2 ** -22)
  const single = off(oracle(input, settings, steps, inSingle), wanted)
  return 2e-3 + 2 * single + 30 * off(oracle({ ...input, start }, settings, steps), wanted)
}

/** Two nodes, one pinned, whose forces are cut to the same length in every step: all that changes is rounding. */
const withinEachOther: [ReturnType<typeof inputOf>, Mode, number] = [
  inputOf([-0.036, -0.032, 0.112, -0.108], [0, 0, 1, 1, 1, 1, 1, 1], {
    fixed: Uint8Array.of(1, 0),
    weights: Float32Array.of(0.75, 3.5, 1.625, 2.625),
    radii: Float32Array.of(1.03, 1.03),
  }),
  {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: true,
    strongGravityMode: true,
    edgeWeightInfluence: 0,
    gravity: 1,
    scalingRatio: 10,
  },
  3,
]

const sample = (nodes: number, edges: number, seed = 1): ForceInput => {
  const { source, target, x, y } = sampleGraph(nodes, edges, seed)
  return inputOf(
    [...x].flatMap((each, node) => [each, y[node]!]),
    [...source].flatMap((each, edge) => [each, target[edge]!]),
  )
}

const hub = {
  start: Array.from({ length: 600 }, (_, index) => Math.sin(index)),
  ends: Array.from({ length: 598 }, (_, end) => (end % 2 ? (end + 1) / 2 : 0)),
}

it('runs as WebAssembly here', () => expect(isKernelSupported()).toBe(true))

describe.each([
  ['the kernel', undefined],
  ['plain JavaScript', 'plain'],
] as const)('ForceAtlas2 by %s', (_, by) => {
  it('moves nodes like the sum over every pair and every edge, in every mode', () =>
    fc.assert(
      fc.property(aGraph, modes, fc.constantFrom(1, 3), (input, mode, steps) => {
        const settings = { ...inferForceSettings(input.fixed.length), ...mode, ...exact }
        const error = off(after(input, steps, settings, by), oracle(input, settings, steps))
        expect(error).toBeLessThan(rounding(input, settings, steps))
      }),
      { examples: [withinEachOther] },
    ))
  it("moves nodes as graphology's step does, in every mode", () =>
    fc.assert(
      fc.property(aGraph, modes, (input, mode) => {
        const settings = { ...inferForceSettings(input.fixed.length), ...mode, ...exact }
        const error = off(after(input, 2, settings, by), graphologys(input, settings, 2))
        expect(error).toBeLessThan(rounding(input, settings, 2))
      }),
    ))
  it('is the same in one run as in several', () =>
    fc.assert(
      fc.property(aGraph, fc.nat(30), fc.nat(30), (input, one, other) => {
        const force = new ForceAtlas2(input, tree, by)
        force.advance(one)
        force.advance(other)
        expect(force.positions()).toEqual(after(input, one + other, tree, by))
      }),
      { numRuns: 30 },
    ))
  it('never moves a pinned node', () =>
    fc.assert(
      fc.property(aGraph, modes, (input, mode) => {
        const places = after(input, 20, { ...mode, ...tree }, by)
        input.fixed.forEach((still, node) => {
          if (!still) return
          expect(places[2 * node]).toBe(input.start[2 * node])
          expect(places[2 * node + 1]).toBe(input.start[2 * node + 1])
        })
      }),
      { numRuns: 30 },
    ))
  it('does not depend on the order of nodes and edges, except for rounding', () =>
    fc.assert(
      fc.property(aGraph, modes, fc.nat(), (input, mode, seed) => {
        const { start, source, target } = input
        const count = input.fixed.length
        const to = shuffled(count, seed)
        const fromEdge = shuffled(source.length, seed + 1)
        const moved = (column: ArrayLike<number>, wide: number) => {
          const values = new Float32Array(column.length)
          to.forEach((at, node) => {
            for (let index = 0; index < wide; index++) values[at * wide + index] = column[node * wide + index]!
          })
          return values
        }
        const other: ForceInput = {
          start: moved(start, 2),
          fixed: Uint8Array.from(moved(input.fixed, 1)),
          radii: moved(input.radii!, 1),
          source: Uint32Array.from(fromEdge, (edge) => to[source[edge]!]!),
          target: Uint32Array.from(fromEdge, (edge) => to[target[edge]!]!),
          weights: Float32Array.from(fromEdge, (edge) => input.weights![edge]!),
        }
        const settings = { ...inferForceSettings(count), ...mode, ...tree }
        const error = off(after(other, 2, settings, by), moved(after(input, 2, settings, by), 2))
        expect(error).toBeLessThan(rounding(input, settings, 2))
      }),
    ))
  it('gives a mirrored result for a mirrored start', () =>
    fc.assert(
      fc.property(aGraph, modes, fc.constantFrom(0, 1), (input, mode, axis) => {
        const mirror = (places: Float32Array) => places.map((each, index) => (index % 2 === axis ? -each : each))
        const settings = { ...inferForceSettings(input.fixed.length), ...mode, ...exact }
        const other = { ...input, start: mirror(input.start) }
        const error = off(after(other, 2, settings, by), mirror(after(input, 2, settings, by)))
        expect(error).toBeLessThan(rounding(input, settings, 2))
      }),
    ))
  it('separates nodes at the same point, except pinned ones', () => {
    for (const count of [2, 3, 40, 700]) {
      const input = inputOf(Array.from({ length: 2 * count }, (_, index) => (index % 2 ? 7 : -3)))
      input.fixed[0] = input.fixed[count - 1] = count > 2 ? 1 : 0
      const places = after(input, 3, tree, by)
      expect(places.every(Number.isFinite)).toBe(true)
      expect(new Set(pairs(places)).size).toBe(count > 2 ? count - 1 : count)
      if (count > 2) expect(pairs(places).filter((pair) => pair === '-3 7')).toHaveLength(2)
    }
  })
  it.each([
    ['no node', inputOf([])],
    ['one node', inputOf([3, 4])],
    ['one node at the origin', inputOf([0, 0])],
    ['one node with a loop', inputOf([3, 4], [0, 0])],
    ['pinned nodes on one point', inputOf([1, 1, 1, 1], [0, 1], { fixed: Uint8Array.of(1, 1) })],
    ['values that are not positions', inputOf([NaN, 1, Infinity, 2, -1e38, 3, 3e38, 3e38], [0, 1, 2, 3])],
    ['places that a float barely tells apart', inputOf([1e7, 0, 1e7 + 1, 0, 1e7 + 2, 0], [0, 1, 1, 2])],
    ['what is no weight', inputOf([1, 2, 3, 4], [0, 1, 0, 1], { weights: Float32Array.of(NaN, -3) })],
    ['what is no radius', inputOf([1, 2, 3, 4], [0, 1], { radii: Float32Array.of(NaN, -3) })],
    ['heavy edges', inputOf([1, 2, 3, 4], [0, 1], { weights: Float32Array.of(1e6) })],
    ['a hub', inputOf(hub.start, hub.ends)],
  ])('keeps to numbers with %s', (_, input) => {
    for (const adjustSizes of [false, true])
      for (const linLogMode of [false, true]) {
        const places = after(input, 15, { adjustSizes, linLogMode, ...tree }, by)
        expect(places).toHaveLength(input.start.length)
        expect(places.every((each) => Math.abs(each) <= 1e8)).toBe(true)
      }
  })
  it('treats parallel edges like one edge with the sum of their weights', () => {
    const start = [0, 0, 30, 10, -20, 40]
    const one = after(inputOf(start, [0, 1, 1, 0, 2, 1]), 5, {}, by)
    const other = after(inputOf(start, [0, 1, 2, 1], { weights: Float32Array.of(2, 1) }), 5, {}, by)
    expect(off(one, other)).toBeLessThan(1e-5)
  })
  it('separates overlapping discs', () => {
    const input = inputOf([0, 0, 1, 0, 0, 1.5, 2, 2], [0, 1], { radii: Float32Array.of(10, 10, 10, 10) })
    const places = after(input, 500, { adjustSizes: true, gravity: 0 }, by)
    for (let one = 0; one < 4; one++)
      for (let other = 0; other < one; other++)
        expect(
          Math.hypot(places[2 * one]! - places[2 * other]!, places[2 * one + 1]! - places[2 * other + 1]!),
        ).toBeGreaterThan(19.9)
  })
})

const pairs = (places: Float32Array) =>
  Array.from({ length: places.length / 2 }, (_, node) => `${places[2 * node]} ${places[2 * node + 1]}`)

function shuffled(count: number, seed: number): number[] {
  const chance = seeded(seed)
  return Array.from({ length: count }, (_, index) => [chance(), index] as const)
    .sort(([one], [other]) => one - other)
    .map(([, index]) => index)
}

describe('distant nodes that count as one body', () => {
  const input = sample(3000, 15000)
  const settings = inferForceSettings(3000)
  const wanted = graphologys(input, { ...settings, barnesHutOptimize: false }, 1)
  /** Root of the mean square of what the first step got wrong, by that of the step. */
  const error = (places: ArrayLike<number>) => {
    let wrong = 0
    let whole = 0
    wanted.forEach((each, index) => {
      wrong += (places[index]! - each) ** 2
      whole += (each - input.start[index]!) ** 2
    })
    return Math.sqrt(wrong / whole)
  }
  it.each([
    [0.5, 1e-3],
    [1.2, 5e-3],
    [2, 2e-2],
  ])('are wrong by little at an angle of %d', (barnesHutTheta, most) => {
    for (const by of [undefined, 'plain'] as const)
      expect(error(after(input, 1, { barnesHutOptimize: true, barnesHutTheta }, by))).toBeLessThan(most)
  })
  it("are more exact than graphology's with its own angle", () => {
    const theirs = error(graphologys(input, { ...settings, barnesHutTheta: 0.5 }, 1))
    expect(error(after(input, 1))).toBeLessThan(theirs / 5)
  })
  it('have the same effect in the kernel and in plain JavaScript, in every mode', () =>
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 400 }), fc.nat(), modes, (nodes, seed, mode) => {
        const chance = seeded(seed)
        const graph = { ...sample(nodes, 3 * nodes, seed), radii: new Float32Array(nodes).map(() => chance() * 20) }
        const all = { ...inferForceSettings(nodes), ...mode, ...tree }
        const error = off(after(graph, 2, all, 'plain'), after(graph, 2, all))
        expect(error).toBeLessThan(rounding(graph, all, 2))
      }),
      { numRuns: 15 },
    ))
  it('do not repel themselves if a cell of one node is off by a rounding error', () => {
    const graph = sample(813, 3 * 813, 358553159)
    const all = { ...inferForceSettings(813), ...tree, linLogMode: true, edgeWeightInfluence: 0, scalingRatio: 1 }
    const moved = after(graph, 3, { ...all, outboundAttractionDistribution: true })
    expect(off(moved, oracle(graph, { ...all, outboundAttractionDistribution: true }, 3))).toBeLessThan(0.2)
  })
  it('are exact in spite of a distant outlier', () => {
    const places = after({ ...input, start: input.start.with(0, 1e8) }, 3)
    expect(places.every(Number.isFinite)).toBe(true)
  })
})

describe('the job', () => {
  const run = { ...sample(60, 120), startIteration: 3, endIteration: 40 }
  const last = (each?: number) => [...(forceJob({ ...run, iterationsPerFrame: each }) as Generator<ForceFrame>)].at(-1)

  it('has the same result however many iterations a frame has', () => {
    for (const each of [undefined, 1, 7, 99]) expect(last(each)).toEqual({ iterations: 40, positions: after(run, 40) })
  })
  it('shows every iteration if one takes long, and never skips many', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (cost) => {
        expect(iterationsPerFrame(cost)).toBeGreaterThanOrEqual(1)
        expect(iterationsPerFrame(cost)).toBeLessThanOrEqual(8)
        if (cost > 8000) expect(iterationsPerFrame(cost)).toBe(1)
      }),
    ))
})

describe('shared memory', () => {
  it('changes nothing', () => {
    const input = sample(3000, 15000)
    expect(after(input, 20, {}, allocateSharedRunMemory(3000, 15000))).toEqual(after(input, 20))
  })
})
