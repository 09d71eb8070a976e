import { graphlib, layout } from '@dagrejs/dagre'
import type { GuideLabel } from '../model/layoutGuides'
import { positionInLayers } from './layers/positionInLayers'
import type { LayoutResult, LayoutInput } from './layoutInput'
import { neighboursByNode } from './layoutInput'

/** Up to this size dagre routes each edge through the layers, which then takes some seconds. */
const maxRouted = { nodes: 500, edges: 1000 }

/** The maximum ratio of width to height, unless nodes need more. */
const maxAspect = 3

/** Distances, in units of the layout. */
const gaps = { layers: 170, nodes: 22, edges: 5, isolated: 96 }

/**
 * Layers from left to right, so that edges point right except those that close a cycle (Sugiyama's method). Small graphs are laid
 * out by dagre, which leaves space for edges between layers (Gansner, Koutsofios, North and Vo, IEEE Transactions on Software
 * Engineering 19(3), 1993), larger ones by `layers`. Parallel edges count as one, loops not at all; nodes without edges are in
 * rows below.
 */
export function layeredLayout(input: LayoutInput): LayoutResult {
  const { offsets } = neighboursByNode(input)
  const all = Uint32Array.from({ length: input.count }, (_, node) => node)
  const hasEdges = (node: number) => offsets[node + 1]! > offsets[node]!
  const connected = all.filter(hasEdges)
  const positions = new Float32Array(input.count * 2)
  const isRouted = connected.length <= maxRouted.nodes && input.source.length <= maxRouted.edges
  if (connected.length > 0) (isRouted ? placeByDagre : placeInLayers)(input, connected, positions)
  let [right, low] = [0, 0]
  for (const node of connected) {
    right = Math.max(right, positions[2 * node]!)
    low = Math.min(low, positions[2 * node + 1]!)
  }
  // A few full layers are spread further apart, which leaves more space for labels.
  const stretch = right > 0 ? Math.max(1, Math.min(isRouted ? 2.5 : Infinity, -low / right)) : 1
  for (const node of connected) positions[2 * node]! *= stretch
  right *= stretch
  const isolated = all.filter((node) => !hasEdges(node))
  return { positions, guides: { lines: [], rings: [], labels: placeIsolated(isolated, { right, low, positions }) } }
}

/** Places nodes by dagre, from 0 to the right and downwards. */
function placeByDagre(input: LayoutInput, connected: Uint32Array, positions: Float32Array): void {
  const graph = new graphlib.Graph()
  graph.setGraph({
    rankdir: 'LR',
    nodesep: gaps.nodes,
    edgesep: gaps.edges,
    ranksep: gaps.layers,
    ranker: 'tight-tree',
    acyclicer: 'greedy',
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of connected) {
    const size = 2 * input.radius[node]! + 8
    graph.setNode(String(node), { width: size, height: size })
  }
  input.source.forEach((source, edge) => {
    const target = input.target[edge]!
    if (source !== target) graph.setEdge(String(source), String(target))
  })
  layout(graph)
  for (const node of connected) {
    const { x, y } = graph.node(String(node)) as { x: number; y: number }
    positions[2 * node] = x
    positions[2 * node + 1] = -y
  }
}

/** Places nodes of graphs that are too large for dagre, from 0 to the right and downwards. */
function placeInLayers(input: LayoutInput, connected: Uint32Array, positions: Float32Array): void {
  const indexOf = new Uint32Array(input.count)
  connected.forEach((node, index) => {
    indexOf[node] = index
  })
  const pairSet = new Set<number>()
  input.source.forEach((source, edge) => {
    const target = input.target[edge]!
    if (source !== target) pairSet.add(indexOf[source]! * connected.length + indexOf[target]!)
  })
  const pairs = [...pairSet]
  const { layer, height } = positionInLayers(
    {
      count: connected.length,
      source: Uint32Array.from(pairs, (pair) => Math.floor(pair / connected.length)),
      target: Uint32Array.from(pairs, (pair) => pair % connected.length),
    },
    { radius: Float32Array.from(connected, (node) => input.radius[node]!), gap: gaps.nodes },
  )
  const [top, low, lastLayer, maxRadius] = [
    maximum(height),
    -maximum(height.map((each) => -each)),
    maximum(layer),
    maximum(input.radius),
  ]
  // Many short layers are closer together.
  const step = Math.min(gaps.layers, Math.max(2 * maxRadius + gaps.nodes, (maxAspect * (top - low)) / lastLayer))
  connected.forEach((node, at) => {
    positions[2 * node] = layer[at]! * step
    positions[2 * node + 1] = height[at]! - top
  })
}

const maximum = (values: ArrayLike<number>): number => {
  let result = -Infinity
  for (let index = 0; index < values.length; index++) result = Math.max(result, values[index]!)
  return result
}

/** Places nodes in rows below the layers. Returns the label of these rows, if there are any. */
function placeIsolated(
  isolated: Uint32Array,
  { right, low, positions }: { right: number; low: number; positions: Float32Array },
) {
  const columns = Math.max(1, Math.floor(Math.max(right, Math.sqrt(isolated.length) * gaps.isolated) / gaps.isolated))
  const top = low - gaps.isolated * 1.5
  isolated.forEach((node, at) => {
    positions[2 * node] = (at % columns) * gaps.isolated
    positions[2 * node + 1] = top - Math.floor(at / columns) * gaps.isolated * 0.6
  })
  const label: GuideLabel = { x: 0, y: top + gaps.isolated / 2, text: 'without edges', stick: 'left' }
  return isolated.length > 0 && right > 0 ? [label] : []
}
