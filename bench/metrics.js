import { createRequire } from 'node:module'
import { sampleGraph, seeded } from './graphs.js'
import { loadModule } from './load.js'
import { median } from './median.js'

const require = createRequire(import.meta.url)

/** A package that only the bench needs; undefined where it is not installed, and its row is left out. */
const optional = (name) => {
  try {
    return require(name)
  } catch {
    return undefined
  }
}

const ours = (name) => loadModule(`src/analysis/metrics/${name}.ts`)

/** Runs a metric to its end, as a worker does. */
function ended(work) {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** The same graph in graphology, undirected and without weights. */
function graphologyOf({ count, source, target }) {
  const { UndirectedGraph } = require('graphology')
  const graph = new UndirectedGraph()
  for (let node = 0; node < count; node++) graph.addNode(String(node))
  for (let edge = 0; edge < source.length; edge++) graph.addEdge(String(source[edge]), String(target[edge]))
  return graph
}

/** Milliseconds that a call takes. */
function timed(call) {
  const start = performance.now()
  call()
  return performance.now() - start
}

/** Medians of ours and of the peer, in turns; the first turn warms both up and does not count where there are more. */
function row({ work, goal, turns, mine, theirs, peer: known }) {
  const times = { mine: [], theirs: known === undefined ? [] : [known] }
  for (let turn = 0; turn <= turns; turn++) {
    times.mine.push(timed(mine))
    if (theirs) times.theirs.push(timed(theirs))
  }
  if (turns > 0) for (const each of Object.values(times)) each.shift()
  const [own, peer] = [median(times.mine), median(times.theirs)]
  return { work, unit: 'ms', ours: own, peer, ratio: peer / own, goal }
}

const rounded = (number) => (number >= 1000 ? `${number / 1000}k` : String(number))

/** What our metrics take beside graphology's, in one process; `ratio` says how many times faster ours are. */
export async function metrics({ quick = false } = {}) {
  const [nodes, edges] = quick ? [10_000, 50_000] : [100_000, 500_000]
  const [fewNodes, fewEdges] = quick ? [1000, 5000] : [3000, 15_000]
  const turns = 2
  const large = { ...sampleGraph(nodes, edges, 1), directed: false, weights: undefined }
  const small = { ...sampleGraph(fewNodes, fewEdges, 1), directed: false, weights: undefined }
  const [largePeer, smallPeer] = [graphologyOf(large), graphologyOf(small)]
  const size = `${rounded(nodes)}/${rounded(edges)}`
  const smallSize = `${rounded(fewNodes)}/${rounded(fewEdges)}`

  const { pageRank } = await ours('pagerank')
  const { connectedComponents } = await ours('connectedComponents')
  const { coreNumbers } = await ours('coreNumbers')
  const { betweenness } = await ours('betweenness')
  const { louvainCommunities } = await ours('louvain')
  const { neighbourListsOf } = await ours('network')
  const { seededRandom } = await ours('random')
  const peers = {
    pagerank: require('graphology-metrics/centrality/pagerank'),
    betweenness: require('graphology-metrics/centrality/betweenness'),
    louvain: require('graphology-communities-louvain'),
    components: optional('graphology-components'),
    cores: optional('graphology-cores'),
  }
  // The peer takes half a minute for all sources, and knows no sampling: it is run once for both rows.
  const exactPeer = { betweenness: timed(() => peers.betweenness(smallPeer, { getEdgeWeight: null })) }
  const exact = () => ended(betweenness(small, { random: seededRandom(1) }))
  const community = () =>
    ended(louvainCommunities(neighbourListsOf(large, 'both'), { resolution: 1, random: seededRandom(1) }))
  const rows = [
    {
      work: `PageRank, ${size}`,
      goal: '20 times',
      turns,
      // The peer stops when a round changes all ranks together by less than a millionth for each node.
      mine: () => ended(pageRank(large, { tolerance: 1e-6 * nodes })),
      theirs: () => peers.pagerank(largePeer, { getEdgeWeight: null }),
    },
    peers.components && {
      work: `connected components, ${size}`,
      goal: '20 times',
      turns,
      mine: () => ended(connectedComponents(large)),
      theirs: () => peers.components.connectedComponents(largePeer),
    },
    peers.cores && {
      work: `core numbers, ${size}`,
      goal: '20 times',
      turns,
      mine: () => ended(coreNumbers(large)),
      theirs: () => peers.cores.coreNumber(largePeer),
    },
    {
      work: `communities (Louvain), ${size}`,
      goal: 'none set',
      turns,
      mine: community,
      theirs: () => peers.louvain(largePeer, { getEdgeWeight: null, rng: seeded(1) }),
    },
    {
      work: `betweenness, exact, ${smallSize}`,
      goal: '1.3 times',
      turns: 0,
      mine: exact,
      peer: exactPeer.betweenness,
    },
    {
      work: `betweenness, 500 sources for all, ${smallSize}`,
      goal: '1.3 times',
      turns: 0,
      mine: () => ended(betweenness(small, { sources: 500, random: seededRandom(1) })),
      peer: exactPeer.betweenness,
    },
  ]
  return rows.filter(Boolean).map(row)
}
