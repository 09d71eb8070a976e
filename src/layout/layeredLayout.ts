import { graphlib, layout } from '@dagrejs/dagre'
import type { GuideLabel } from '../model/layoutGuides'
import { positionInLayers } from './layers/positionInLayers'
import type { LayoutResult, LayoutInput } from './layoutInput'
import { neighboursByNode } from './layoutInput'

/** Up to so many nodes and edges each edge gets a way of its own through the layers, which at these takes some seconds. */
const mostRouted = { nodes: 500, edges: 1000 }

/** A picture of layers is so many times wider than high at most, where nodes leave the choice. */
const mostTimesWider = 3

const between = { layers: 170, nodes: 22, edges: 5, lone: 96 }

/**
 * Layers from left to right, so that edges point to the right but for those that close a cycle (Sugiyama's way). Small
 * graphs by dagre, which keeps room for edges between layers (Gansner, Koutsofios, North and Vo, IEEE Transactions on
 * Software Engineering 19(3), 1993), larger ones by `layers`. Parallel edges count as one, loops not at all; nodes
 * without edges stand in rows below.
 */
export function layeredLayout(plan: LayoutInput): LayoutResult {
  const { offsets } = neighboursByNode(plan)
  const all = Uint32Array.from({ length: plan.count }, (_, node) => node)
  const isTied = (node: number) => offsets[node + 1]! > offsets[node]!
  const tied = all.filter(isTied)
  const places = new Float32Array(plan.count * 2)
  const few = tied.length <= mostRouted.nodes && plan.source.length <= mostRouted.edges
  if (tied.length > 0) (few ? placeRouted : placeInLayers)(plan, tied, places)
  let [right, low] = [0, 0]
  for (const node of tied) {
    right = Math.max(right, places[2 * node]!)
    low = Math.min(low, places[2 * node + 1]!)
  }
  // Few and full layers stand further apart, which leaves their names more room.
  const wider = right > 0 ? Math.max(1, Math.min(few ? 2.5 : Infinity, -low / right)) : 1
  for (const node of tied) places[2 * node]! *= wider
  right *= wider
  const lone = all.filter((node) => !isTied(node))
  return { positions: places, guides: { lines: [], rings: [], labels: layLone(lone, { right, low, places }) } }
}

/** Places the nodes by dagre, from 0 to the right and downwards. */
function placeRouted(plan: LayoutInput, tied: Uint32Array, places: Float32Array): void {
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
  for (const node of tied) {
    const size = 2 * plan.radius[node]! + 8
    graph.setNode(String(node), { width: size, height: size })
  }
  plan.source.forEach((source, edge) => {
    const target = plan.target[edge]!
    if (source !== target) graph.setEdge(String(source), String(target))
  })
  layout(graph)
  for (const node of tied) {
    const { x, y } = graph.node(String(node)) as { x: number; y: number }
    places[2 * node] = x
    places[2 * node + 1] = -y
  }
}

/** The same for more nodes and edges than dagre can take. */
function placeInLayers(plan: LayoutInput, tied: Uint32Array, places: Float32Array): void {
  const number = new Uint32Array(plan.count)
  tied.forEach((node, at) => {
    number[node] = at
  })
  const once = new Set<number>()
  plan.source.forEach((source, edge) => {
    const target = plan.target[edge]!
    if (source !== target) once.add(number[source]! * tied.length + number[target]!)
  })
  const pairs = [...once]
  const { layer, height } = positionInLayers(
    {
      count: tied.length,
      source: Uint32Array.from(pairs, (pair) => Math.floor(pair / tied.length)),
      target: Uint32Array.from(pairs, (pair) => pair % tied.length),
    },
    { radius: Float32Array.from(tied, (node) => plan.radius[node]!), gap: between.nodes },
  )
  const [top, low, last, widest] = [
    greatest(height),
    -greatest(height.map((each) => -each)),
    greatest(layer),
    greatest(plan.radius),
  ]
  // Many and short layers stand closer together.
  const step = Math.min(between.layers, Math.max(2 * widest + between.nodes, (mostTimesWider * (top - low)) / last))
  tied.forEach((node, at) => {
    places[2 * node] = layer[at]! * step
    places[2 * node + 1] = height[at]! - top
  })
}

const greatest = (values: ArrayLike<number>): number => {
  let most = -Infinity
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at]!)
  return most
}

/** In rows below the layers. */
function layLone(lone: Uint32Array, { right, low, places }: { right: number; low: number; places: Float32Array }) {
  const columns = Math.max(1, Math.floor(Math.max(right, Math.sqrt(lone.length) * between.lone) / between.lone))
  const top = low - between.lone * 1.5
  lone.forEach((node, at) => {
    places[2 * node] = (at % columns) * between.lone
    places[2 * node + 1] = top - Math.floor(at / columns) * between.lone * 0.6
  })
  const word: GuideLabel = { x: 0, y: top + between.lone / 2, text: 'without edges', stick: 'left' }
  return lone.length > 0 && right > 0 ? [word] : []
}
