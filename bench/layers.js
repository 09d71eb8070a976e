import { graphlib, layout } from '@dagrejs/dagre'
import { sampleGraph, seeded } from './graphs.js'
import { loadModule } from './load.js'

const gap = 22
const radius = 6

function timed(work) {
  const start = performance.now()
  const result = work()
  return { result, ms: performance.now() - start }
}

/** Edges that lead on to one of the next nodes, as in a chain of supply; no cycles. */
function forward(count, edges) {
  const chance = seeded(5)
  const source = Uint32Array.from({ length: edges }, () => Math.floor(chance() * (count - 1)))
  const target = source.map((from) => Math.min(count - 1, from + 1 + Math.floor((chance() * count) / 5)))
  return { count, source, target }
}

function byDagre({ count, source, target }) {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: gap, edgesep: 5, ranksep: 170, ranker: 'tight-tree', acyclicer: 'greedy' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (let node = 0; node < count; node++) graph.setNode(String(node), { width: 2 * radius, height: 2 * radius })
  source.forEach((from, edge) => graph.setEdge(String(from), String(target[edge])))
  layout(graph)
  return (node) => graph.node(String(node))
}

/** Pairs of edges that cross as straight lines and share no end. */
function crossings({ source, target }, at) {
  const side = (one, other, node) => {
    const [a, b, p] = [at(one), at(other), at(node)]
    return Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x))
  }
  let count = 0
  for (let one = 0; one < source.length; one++)
    for (let other = 0; other < one; other++) {
      const [a, b, p, q] = [source[one], target[one], source[other], target[other]]
      if (new Set([a, b, p, q]).size < 4) continue
      if (side(a, b, p) * side(a, b, q) < 0 && side(p, q, a) * side(p, q, b) < 0) count++
    }
  return count
}

/** Layers by ours and by dagre, which gives every edge a way of its own through them; and ours alone on a large graph. */
export async function layers({ quick = false } = {}) {
  const { positionInLayers } = await loadModule('src/layout/layers/positionInLayers.ts')
  const ours = (links) => positionInLayers(links, { radius: new Float32Array(links.count).fill(radius), gap })
  const rows = []
  const row = (work, unit, mine, peer, goal) => rows.push({ work, unit, ours: mine, peer, ratio: peer / mine, goal })
  for (const [nodes, edges] of quick
    ? [[200, 220]]
    : [
        [300, 310],
        [300, 600],
      ]) {
    const links = forward(nodes, edges)
    ours(links)
    const [mine, theirs] = [timed(() => ours(links)), timed(() => byDagre(links))]
    const at = (node) => ({ x: mine.result.layer[node] * 170, y: mine.result.height[node] })
    row(`layers, ${nodes}/${edges}`, 'ms', mine.ms, theirs.ms, 'none set')
    row(
      `edges that cross, ${nodes}/${edges}`,
      'pairs',
      crossings(links, at),
      crossings(links, theirs.result),
      'at most 1.5 times as many',
    )
  }
  const [nodes, edges] = quick ? [10_000, 50_000] : [100_000, 500_000]
  const { source, target } = sampleGraph(nodes, edges, 1)
  row(
    `layers, ${nodes / 1000}k/${edges / 1000}k`,
    'ms',
    timed(() => ours({ count: nodes, source, target })).ms,
    NaN,
    'none set',
  )
  return rows
}
