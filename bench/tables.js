import Graph from 'graphology'
import Papa from 'papaparse'
import { relations, sampleGraph, sectors } from './graphs.js'
import { loadModule } from './load.js'
import { median } from './median.js'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const recipe = { dataset: { id: 'sample', title: 'Sample' }, filter: '', scope: 'shown', date: '' }

/** Milliseconds that a work takes; a function of its own, so that nothing holds what came of it. */
async function timed(work) {
  globalThis.gc?.()
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Medians of the peer's work and of ours that are compared with it, in turns. Ours has a turn that warms it and does not
 * count; so has the peer's where it has more than two, else it is long enough to need none.
 */
async function inTurns({ ours: turns, peer: peerTurns }, peer, ours) {
  const times = { peer: [], ours: ours.map(() => []) }
  for (let turn = 0; turn <= turns; turn++) {
    if (turn < peerTurns + (peerTurns > 2 ? 1 : 0)) times.peer.push(await timed(peer))
    for (const [at, work] of ours.entries()) times.ours[at].push(await timed(work))
  }
  return {
    peer: median(peerTurns > 2 ? times.peer.slice(1) : times.peer),
    ours: times.ours.map((all) => median(all.slice(1))),
  }
}

/** The sample as graphology has it. */
function graphologyGraph(sample, edges) {
  const graph = new Graph({ multi: true, type: 'directed' })
  const labels = sample.labels()
  const { type, year, score, x, y } = sample
  for (let node = 0; node < sample.count; node++)
    graph.addNode(`n${node}`, {
      label: labels[node],
      type: sectors[type[node]],
      year: year[node],
      score: score[node],
      x: x[node],
      y: y[node],
    })
  for (let edge = 0; edge < edges; edge++)
    graph.addEdgeWithKey(`e${edge}`, `n${sample.source[edge]}`, `n${sample.target[edge]}`, {
      relation: relations[sample.relation[edge]],
      weight: sample.weight[edge],
    })
  return graph
}

/** Rows of nodes and of edges, as papaparse takes them. */
const nodeRows = (graph) => graph.mapNodes((id, attributes) => ({ id, ...attributes }))
const edgeRows = (graph) => graph.mapEdges((id, attributes, source, target) => ({ id, source, target, ...attributes }))
const asCsv = (rows) => encoder.encode(Papa.unparse(rows))
const fromCsv = (bytes) =>
  Papa.parse(decoder.decode(bytes), { header: true, dynamicTyping: true, skipEmptyLines: true }).data

function readWithPapaparse(nodes, edges) {
  const graph = new Graph({ multi: true, type: 'directed' })
  for (const { id, ...rest } of fromCsv(nodes)) graph.addNode(id, rest)
  for (const { id, source, target, ...rest } of fromCsv(edges)) graph.addEdgeWithKey(id, source, target, rest)
  return graph
}

function readWithGraphology(bytes) {
  const graph = new Graph({ multi: true, type: 'directed' })
  graph.import(JSON.parse(decoder.decode(bytes)))
  return graph
}

const written = (graph) => encoder.encode(JSON.stringify(graph.export()))

/** The same graph as files; graphology's own is forgotten, so that its memory burdens no reader. */
function filesOf(nodes, edges) {
  const graph = graphologyGraph(sampleGraph(nodes, edges), edges)
  return { nodes: asCsv(nodeRows(graph)), edges: asCsv(edgeRows(graph)), json: written(graph) }
}

/**
 * Tables and JSON at 100k/500k (10k/50k with `quick`), in one process: from bytes to a graph, and from a graph to bytes.
 * Peers: papaparse with graphology, and graphology's own JSON. Zipping is left out on both sides.
 */
export async function tables({ quick }) {
  const [nodes, edges] = quick ? [10_000, 50_000] : [100_000, 500_000]
  const turns = quick ? { ours: 5, peer: 5 } : { ours: 2, peer: 2 }
  // Reading takes the peer so long that one turn has to do.
  const reading = quick ? turns : { ours: 2, peer: 1 }
  const size = quick ? '10k/50k' : '100k/500k'
  const { csvTables, formats, readFiles } = await loadModule('bench/tablesWork.js')
  const writeAs = async (id, part) => (await formats.find((each) => each.id === id).loadWriter())(part, recipe)
  const bytes = filesOf(nodes, edges)
  const csv = [
    { name: 'nodes.csv', bytes: bytes.nodes },
    { name: 'edges.csv', bytes: bytes.edges },
  ]
  const json = [{ name: 'graph.json', bytes: bytes.json }]
  const { graph } = await readFiles(csv)
  if (graph.nodes.count !== nodes || graph.edges.count !== edges) throw new Error('the tables were not read whole')
  const part = { graph, nodes: new Uint8Array(nodes).fill(1), edges: new Uint8Array(edges).fill(1) }
  const own = [{ name: 'kizuna.json', bytes: await writeAs('json', part) }]
  const rows = []
  const beside = async (turnsOf, peer, goal, works) => {
    const times = await inTurns(turnsOf, peer, Object.values(works))
    for (const [at, work] of Object.keys(works).entries())
      rows.push({
        work: `${work}, ${size}`,
        unit: 'ms',
        ours: times.ours[at],
        peer: times.peer,
        ratio: times.peer / times.ours[at],
        goal,
      })
  }
  await beside(reading, () => readWithPapaparse(bytes.nodes, bytes.edges).order, '6 times faster', {
    'open CSV tables': () => readFiles(csv),
  })
  await beside(reading, () => readWithGraphology(bytes.json).order, '3 times faster', {
    'open graphology JSON': () => readFiles(json),
    'open Kizuna JSON': () => readFiles(own),
  })
  const theirs = readWithGraphology(bytes.json)
  await beside(turns, () => [asCsv(nodeRows(theirs)), asCsv(edgeRows(theirs))], '3 times faster', {
    'write CSV tables': () => csvTables(part, recipe),
  })
  await beside(turns, () => written(theirs), 'not slower', {
    'write graphology JSON': () => writeAs('graphology', part),
    'write Kizuna JSON': () => writeAs('json', part),
  })
  return rows
}
