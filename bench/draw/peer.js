import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram } from 'sigma/rendering'
import { sampleGraph } from '../graphs.js'
import { moved, timed } from './timed.js'

/**
 * Plain sigma on a graphology graph, as its documentation shows it: reducers and refresh. With what makes it fastest: edges
 * as lines, no labels, and keys that look like numbers.
 */
export async function peer({ nodes, edges, turns }) {
  const sample = sampleGraph(nodes, edges)
  const graph = new MultiDirectedGraph()
  for (let row = 0; row < nodes; row++)
    graph.addNode(row, { x: sample.x[row], y: sample.y[row], size: 3, type: 'circle', sector: sample.type[row] })
  for (let row = 0; row < edges; row++)
    graph.addDirectedEdgeWithKey(row, sample.source[row], sample.target[row], { size: 1, type: 'line' })
  // The reducers read what holds now, and are set once: setting them anew would make sigma refresh twice more.
  const now = { node: undefined, edge: undefined }
  const sigma = new Sigma(graph, document.getElementById('graph'), {
    renderLabels: false,
    edgeProgramClasses: { line: EdgeLineProgram },
    defaultEdgeType: 'line',
    nodeReducer: (key, data) => now.node?.(key, data) ?? data,
    edgeReducer: (key, data) => now.edge?.(key, data) ?? data,
  })
  const reduced = (node, edge) => {
    Object.assign(now, { node, edge })
    sigma.refresh()
  }
  const lit = (key) => {
    const near = new Set([key, ...graph.neighbors(key)])
    reduced(
      (node, data) => (near.has(node) ? { ...data, highlighted: node === key } : { ...data, color: '#ddd' }),
      (edge, data) => (graph.hasExtremity(edge, key) ? { ...data, color: '#333' } : { ...data, color: '#eee' }),
    )
  }
  const places = Float32Array.from({ length: 2 * nodes }, (_, at) => (at % 2 ? sample.y : sample.x)[at >> 1])
  const frames = Array.from({ length: turns + 1 }, (_, turn) => moved(places, turn))
  const times = await timed(
    {
      filter: () => reduced((_, data) => (data.sector < 6 ? data : { ...data, hidden: true })),
      all: () => reduced(),
      hover: (turn) => lit(String(100 + turn)),
      leave: () => reduced(),
      select: (turn) => lit(String(200 + turn)),
      unselect: () => reduced(),
      layout: (turn) => {
        const at = frames[turn]
        graph.forEachNode((key, data) => {
          data.x = at[2 * key]
          data.y = at[2 * key + 1]
        })
        sigma.refresh()
      },
      // sigma hears of it and redraws the one node with the next frame.
      edit: (turn) => graph.setNodeAttribute(String(17 + turn), 'label', `Edited ${turn}`),
      undo: (turn) => graph.removeNodeAttribute(String(17 + turn), 'label'),
    },
    turns,
  )
  sigma.kill()
  return times
}
