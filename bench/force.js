import { Worker } from 'node:worker_threads'
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { sampleGraph } from './graphs.js'
import { fileOf, loadModule } from './load.js'
import { median } from './median.js'

/** What graphology's worker holds and runs, with the settings that it infers; ours infers the same but for the angle. */
function graphologys({ count, source, target, x, y }) {
  const nodes = new Float32Array(count * 10)
  const edges = new Float32Array(source.length * 3)
  for (let node = 0; node < count; node++) nodes.set([x[node], y[node], 0, 0, 0, 0, 1, 1, 1, 0], node * 10)
  source.forEach((from, edge) => {
    edges.set([from * 10, target[edge] * 10, 1], edge * 3)
    nodes[from * 10 + 6]++
    nodes[target[edge] * 10 + 6]++
  })
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(count),
    barnesHutOptimize: count > 2000,
    barnesHutTheta: 0.5,
  }
  return {
    advance: (steps) => {
      for (let step = 0; step < steps; step++) iterate(settings, nodes, edges)
    },
    positions: () => Float32Array.from({ length: 2 * count }, (_, index) => nodes[(index >> 1) * 10 + (index % 2)]),
  }
}

const ours = (ForceAtlas2, { count, source, target, x, y }, shared) =>
  new ForceAtlas2(
    {
      source,
      target,
      start: Float32Array.from({ length: 2 * count }, (_, index) => (index % 2 ? y : x)[index >> 1]),
      fixed: new Uint8Array(count),
    },
    {},
    shared,
  )

const timed = (layout) => {
  const begin = performance.now()
  layout.advance(1)
  return performance.now() - begin
}

/** A step of both, in turns, after some that warm the compilers up. */
function stepTimes(ForceAtlas2, graph, turns) {
  const both = [ours(ForceAtlas2, graph), graphologys(graph)]
  both.forEach((layout) => layout.advance(2))
  const pairs = Array.from({ length: turns }, () => both.map(timed))
  return [0, 1].map((side) => median(pairs.map((pair) => pair[side])))
}

/** A step of ours with a second worker, and alone, in turns. */
async function sharedTimes({ ForceAtlas2, sharedRunMemory }, graph, turns) {
  const shared = sharedRunMemory(graph.count, graph.source.length)
  const worker = new Worker(fileOf('bench/forceWork.js'), { workerData: shared })
  await new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject))
  const both = [ours(ForceAtlas2, graph, shared), ours(ForceAtlas2, graph)]
  both.forEach((layout) => layout.advance(2))
  const pairs = Array.from({ length: turns }, () => both.map(timed))
  await worker.terminate()
  return [0, 1].map((side) => median(pairs.map((pair) => pair[side])))
}

/** The share of a node's neighbours that are among as many nearest nodes of the picture: the mean of up to 1,000 nodes. */
function neighbourhoodKept({ count, source, target }, places) {
  const neighbours = Array.from({ length: count }, () => new Set())
  source.forEach((from, edge) => {
    neighbours[from].add(target[edge])
    neighbours[target[edge]].add(from)
  })
  const every = Math.ceil(count / 1000)
  const shares = []
  for (let node = 0; node < count; node += every) {
    const near = Float64Array.from({ length: count }, (_, other) =>
      Math.hypot(places[2 * other] - places[2 * node], places[2 * other + 1] - places[2 * node + 1]),
    )
    const most = near.toSorted()[neighbours[node].size]
    const kept = [...neighbours[node]].filter((other) => near[other] <= most).length
    shares.push(kept / neighbours[node].size)
  }
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** The standard deviation of edge lengths by their mean. */
function lengthVariation({ source, target }, places) {
  const lengths = Float64Array.from(source, (from, edge) => {
    const to = target[edge]
    return Math.hypot(places[2 * from] - places[2 * to], places[2 * from + 1] - places[2 * to + 1])
  })
  const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length
  return Math.sqrt(lengths.reduce((sum, each) => sum + (each - mean) ** 2, 0) / lengths.length) / mean
}

function quality(ForceAtlas2, graph, steps) {
  const places = [ours(ForceAtlas2, graph), graphologys(graph)].map((layout) => {
    layout.advance(steps)
    return layout.positions()
  })
  return [neighbourhoodKept, lengthVariation].map((measure) => places.map((each) => measure(graph, each)))
}

const row = (work, unit, [mine, peer], goal) => ({ work, unit, ours: mine, peer, ratio: mine / peer, goal })
const named = (nodes) => `${nodes / 1000}k/${(nodes * 5) / 1000}k`

/**
 * ForceAtlas2 beside graphology's step with Barnes-Hut, in this process and in turns: how long a step takes, and how good the
 * picture is after equally many. As rows; the ratio is ours by theirs.
 */
export async function benchForce({ quick = false } = {}) {
  const program = await loadModule('bench/forceWork.js')
  const { ForceAtlas2 } = program
  const rows = []
  for (const [nodes, turns, times] of [
    [10_000, quick ? 9 : 15, 20],
    [100_000, quick ? 3 : 5, 35],
  ]) {
    const pair = stepTimes(ForceAtlas2, sampleGraph(nodes, 5 * nodes), turns)
    rows.push(row(`ForceAtlas2, a step, ${named(nodes)}`, 'ms', pair, `${times} times faster`))
  }
  const pair = await sharedTimes(program, sampleGraph(100_000, 500_000), 15)
  rows.push(row(`ForceAtlas2, a step, ${named(100_000)}: two workers beside one`, 'ms', pair, 'none set'))
  for (const [nodes, steps] of [
    [1000, quick ? 200 : 1000],
    [5000, quick ? 40 : 200],
  ]) {
    const [kept, variation] = quality(ForceAtlas2, sampleGraph(nodes, 5 * nodes), steps)
    const after = `${named(nodes)}, ${steps} steps`
    rows.push(row(`neighbours that stay near, ${after}`, 'share', kept, 'at least 0.95'))
    rows.push(row(`edge length, variation, ${after}`, 'of mean', variation, '0.95 to 1.05'))
  }
  return rows
}
