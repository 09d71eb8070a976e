import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
import iterate from 'graphology-layout-forceatlas2/iterate.js'

/** What a run of ForceAtlas2 needs to know; plain data, so that it crosses to a worker as it is. */
export interface ForceInput {
  /** Ends of the edges, as node numbers. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Positions to begin with, x and y in turn. */
  readonly start: Float32Array
  /** One byte a node: 1 where it must stay where it is. */
  readonly fixed: Uint8Array
}

const perNode = 10
const perEdge = 3

/**
 * ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 9(6), 2014), by graphology's step function. The state
 * goes on from one call to the next, so that 2 times 100 iterations are the same as 200: the same start and number of
 * iterations always give the same positions.
 */
export class Force {
  readonly #nodes: Float32Array
  readonly #edges: Float32Array
  readonly #settings: Required<ForceAtlas2Settings>

  constructor({ source, target, start, fixed }: ForceInput, settings: Partial<ForceAtlas2Settings> = {}) {
    const count = fixed.length
    this.#nodes = new Float32Array(count * perNode)
    this.#edges = new Float32Array(source.length * perEdge)
    this.#settings = { ...inferred(count), ...settings }
    for (let node = 0; node < count; node++)
      this.#nodes.set([start[2 * node]!, start[2 * node + 1]!, 0, 0, 0, 0, 1, 1, 1, fixed[node]!], node * perNode)
    for (let edge = 0; edge < source.length; edge++) {
      const from = source[edge]! * perNode
      const to = target[edge]! * perNode
      this.#edges.set([from, to, 1], edge * perEdge)
      this.#nodes[from + 6]!++
      this.#nodes[to + 6]!++
    }
  }

  /** Runs so many iterations. */
  advance(iterations: number): void {
    if (this.#nodes.length === 0) return
    for (let turn = 0; turn < iterations; turn++) iterate(this.#settings, this.#nodes, this.#edges)
  }

  /** Positions now, x and y in turn; a new array each time. */
  positions(): Float32Array {
    const count = this.#nodes.length / perNode
    const places = new Float32Array(count * 2)
    for (let node = 0; node < count; node++) {
      places[2 * node] = this.#nodes[node * perNode]!
      places[2 * node + 1] = this.#nodes[node * perNode + 1]!
    }
    return places
  }
}

/** The settings that graphology infers for a graph of this size, in full. */
const inferred = (count: number): Required<ForceAtlas2Settings> => ({
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 1 + Math.log(Math.max(count, 1)),
  barnesHutOptimize: count > 2000,
  barnesHutTheta: 0.5,
})
