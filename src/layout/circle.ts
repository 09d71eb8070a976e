import type { Graph } from '../model/graph'
import { groupsByType } from './groups'

/** All nodes on one circle, types side by side, with a gap of one place between them. Positions are x and y in turn. */
export function circle(graph: Graph): Float32Array {
  const groups = groupsByType(graph)
  const slots = graph.nodes.count + groups.length
  const radius = Math.max(120, (slots * 36) / (2 * Math.PI))
  const places = new Float32Array(graph.nodes.count * 2)
  let slot = 0
  for (const rows of groups) {
    for (const row of rows) {
      const angle = Math.PI / 2 - (slot++ / slots) * 2 * Math.PI
      places[2 * row] = radius * Math.cos(angle)
      places[2 * row + 1] = radius * Math.sin(angle)
    }
    slot++
  }
  return places
}
