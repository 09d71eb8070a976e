import { DirectedGraph } from 'graphology'
import { sectors } from './graphs.js'
import { loadModule } from './load.js'
import { median } from './median.js'

/** Median milliseconds of some turns; the first turns warm the engine and what is kept, and do not count. */
function timed(act, turns) {
  const times = []
  for (let turn = -3; turn < turns; turn++) {
    const start = performance.now()
    act(turn)
    if (turn >= 0) times.push(performance.now() - start)
  }
  return median(times)
}

/** The same nodes and edges in graphology. */
function graphologyOf({ nodes, edges }) {
  const graph = new DirectedGraph()
  const sector = nodes.attributes.get('sector')
  const year = nodes.attributes.get('year').values
  for (let row = 0; row < nodes.count; row++)
    graph.addNode(row, { sector: sector.dictionary[sector.codes[row]], year: year[row] })
  for (let row = 0; row < edges.count; row++) graph.addDirectedEdgeWithKey(row, edges.source[row], edges.target[row])
  return graph
}

const wanted = sectors.slice(0, 6)
const least = 8

/** Nodes with so many edges, of six sectors, and the edges between them, as a program on graphology finds them. */
function leftIn(graph) {
  const among = new Set(wanted)
  const nodes = new Set()
  graph.forEachNode((node, { sector }) => {
    if (among.has(sector) && graph.degree(node) >= least) nodes.add(node)
  })
  let edges = 0
  graph.forEachEdge((_, __, source, target) => {
    if (nodes.has(source) && nodes.has(target)) edges++
  })
  return { nodes: nodes.size, edges }
}

function countsIn(graph, of) {
  const counts = new Map()
  graph.forEachNode((_, attributes) => counts.set(attributes[of], (counts.get(attributes[of]) ?? 0) + 1))
  return counts
}

/**
 * A filter of two steps, and what its facets count, over 100,000 nodes and 500,000 edges (10,000 and 50,000 with
 * `quick`): milliseconds of main thread, beside the same in graphology.
 */
export async function filter({ quick }) {
  const ours = await loadModule('bench/filterWork.js')
  const [nodes, edges] = quick ? [10_000, 50_000] : [100_000, 500_000]
  const graph = ours.columnGraph(nodes, edges, 5)
  const peer = graphologyOf(graph)
  // Degrees first: a step counts the edges that the step above leaves, and the peer counts all. It is read anew each
  // time: nothing of it is kept from the turn before.
  const read = () => ours.parseFilter(`degree:${least}.. @sector:${wanted.join(',')}`).filter
  const { nodeCount, edgeCount } = ours.applyFilter(graph, read())
  const expected = leftIn(peer)
  if (nodeCount !== expected.nodes || edgeCount !== expected.edges) throw new Error('the two filters differ')

  const turns = quick ? 5 : 15
  const row = (work, mine, other, goal) => ({ work, unit: 'ms', ours: mine, peer: other, ratio: other / mine, goal })
  const size = `${nodes / 1000}k/${edges / 1000}k`
  const counts = {
    sector: timed(() => ours.facetForKey(graph, read(), '@sector'), turns),
    year: timed(() => ours.histogramFacet(graph, read(), '@year'), turns),
  }
  return [
    row(
      `filter sector and degree, ${size}`,
      timed(() => ours.applyFilter(graph, read()), turns),
      timed(() => leftIn(peer), turns),
      'at most 16 ms',
    ),
    row(
      `facet of 12 sectors, filter included, ${size}`,
      counts.sector,
      timed(() => (leftIn(peer), countsIn(peer, 'sector')), turns),
      '',
    ),
    row(
      `facet of years, filter included, ${size}`,
      counts.year,
      timed(() => (leftIn(peer), countsIn(peer, 'year')), turns),
      '',
    ),
    row(
      `steps with counts and four facets, ${size}`,
      timed(() => whole(ours, graph, read()), turns),
      timed(
        () => (leftIn(peer), leftIn(peer), ['sector', 'year', 'sector', 'year'].map((of) => countsIn(peer, of))),
        turns,
      ),
      'at most 16 ms',
    ),
  ]
}

/** Everything that the rail shows after one change: steps, three facets of nodes and one of edges. */
function whole(ours, graph, filter) {
  ours.filterStepRows(graph, filter, 'en')
  for (const key of ['type', '@sector', 'predicate']) ours.facetForKey(graph, filter, key)
  ours.histogramFacet(graph, filter, '@year')
}
