import type { Graph } from '../model/graph'

const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** The positions in the graph, x and y in turn by node row; nodes without one get a position on a sunflower. */
export function initialPositions({ nodes }: Graph): Float32Array {
  const positions = sunflowerPositions(nodes.count, 40)
  nodes.x.forEach((x, row) => {
    const y = nodes.y[row]!
    if (!Number.isFinite(x) || !Number.isFinite(y)) return
    positions[2 * row] = x
    positions[2 * row + 1] = y
  })
  return positions
}

/** Points that are evenly distributed over a disc around the origin, about `gap` apart (Vogel, Mathematical Biosciences 44, 1979). */
export function sunflowerPositions(count: number, gap: number): Float32Array {
  const positions = new Float32Array(count * 2)
  for (let index = 0; index < count; index++) {
    const radius = gap * 0.6 * Math.sqrt(index)
    positions[2 * index] = radius * Math.cos(index * goldenAngle)
    positions[2 * index + 1] = radius * Math.sin(index * goldenAngle)
  }
  return positions
}

/** The graph with new positions: the same columns except x and y. */
export const withPositions = (graph: Graph, positions: Float32Array): Graph => ({
  ...graph,
  nodes: {
    ...graph.nodes,
    x: Float32Array.from({ length: graph.nodes.count }, (_, row) => positions[2 * row]!),
    y: Float32Array.from({ length: graph.nodes.count }, (_, row) => positions[2 * row + 1]!),
  },
})
