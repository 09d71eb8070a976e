import type { Graph } from '../model/graph'

const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** Positions of the nodes as they are in the graph, x and y in turn; where one is missing, a place on a sunflower. */
export function initialPositions({ nodes }: Graph): Float32Array {
  const places = sunflowerPositions(nodes.count, 40)
  nodes.x.forEach((x, row) => {
    const y = nodes.y[row]!
    if (!Number.isFinite(x) || !Number.isFinite(y)) return
    places[2 * row] = x
    places[2 * row + 1] = y
  })
  return places
}

/** Points spread evenly over a disc around the origin, about `gap` apart (Vogel, Mathematical Biosciences 44, 1979). */
export function sunflowerPositions(count: number, gap: number): Float32Array {
  const places = new Float32Array(count * 2)
  for (let index = 0; index < count; index++) {
    const radius = gap * 0.6 * Math.sqrt(index)
    places[2 * index] = radius * Math.cos(index * goldenAngle)
    places[2 * index + 1] = radius * Math.sin(index * goldenAngle)
  }
  return places
}

/** The graph with every node at its place: the same columns but x and y. */
export const withPositions = (graph: Graph, places: Float32Array): Graph => ({
  ...graph,
  nodes: {
    ...graph.nodes,
    x: Float32Array.from({ length: graph.nodes.count }, (_, row) => places[2 * row]!),
    y: Float32Array.from({ length: graph.nodes.count }, (_, row) => places[2 * row + 1]!),
  },
})
