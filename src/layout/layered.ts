import { graphlib, layout } from '@dagrejs/dagre'
import type { GuideWord } from '../model/guides'
import type { Placed, Plan } from './plan'
import { neighboursOf } from './plan'

/** Above so many nodes or edges it takes too long: at these it takes about ten seconds. */
export const mostLayered = { nodes: 1000, edges: 2000 }

const between = { layers: 170, nodes: 22, edges: 5, lone: 96 }

/**
 * Layers from left to right, so that edges point to the right but for those that close a cycle (Sugiyama's way, by
 * dagre: Gansner, Koutsofios, North and Vo, IEEE Transactions on Software Engineering 19(3), 1993). Parallel edges count
 * as one, loops not at all; nodes without edges stand in rows below.
 */
export function layered(plan: Plan): Placed {
  const { offsets } = neighboursOf(plan)
  const isTied = (node: number) => offsets[node + 1]! > offsets[node]!
  const graph = new graphlib.Graph()
  graph.setGraph({
    rankdir: 'LR',
    nodesep: between.nodes,
    edgesep: between.edges,
    ranksep: between.layers,
    ranker: 'tight-tree',
    acyclicer: 'greedy',
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (let node = 0; node < plan.count; node++) {
    const size = 2 * plan.radius[node]! + 8
    if (isTied(node)) graph.setNode(String(node), { width: size, height: size })
  }
  plan.source.forEach((source, edge) => {
    const target = plan.target[edge]!
    if (source !== target) graph.setEdge(String(source), String(target))
  })
  if (graph.nodeCount() > 0) layout(graph)
  const places = new Float32Array(plan.count * 2)
  let [right, low] = [0, 0]
  for (const name of graph.nodes()) {
    const { x, y } = graph.node(name) as { x: number; y: number }
    places[2 * Number(name)] = x
    places[2 * Number(name) + 1] = -y
    right = Math.max(right, x)
    low = Math.min(low, -y)
  }
  // Few and full layers stand further apart, which leaves their names more room.
  const wider = right > 0 ? Math.min(2.5, Math.max(1, -low / right)) : 1
  for (let node = 0; node < plan.count; node++) places[2 * node]! *= wider
  right *= wider
  const lone = Uint32Array.from({ length: plan.count }, (_, node) => node).filter((node) => !isTied(node))
  return { places, guides: { lines: [], rings: [], words: layLone(lone, { right, low, places }) } }
}

/** In rows below the layers. */
function layLone(lone: Uint32Array, { right, low, places }: { right: number; low: number; places: Float32Array }) {
  const columns = Math.max(1, Math.floor(Math.max(right, Math.sqrt(lone.length) * between.lone) / between.lone))
  const top = low - between.lone * 1.5
  lone.forEach((node, at) => {
    places[2 * node] = (at % columns) * between.lone
    places[2 * node + 1] = top - Math.floor(at / columns) * between.lone * 0.6
  })
  const word: GuideWord = { x: 0, y: top + between.lone / 2, text: 'without edges', stick: 'left' }
  return lone.length > 0 && right > 0 ? [word] : []
}
