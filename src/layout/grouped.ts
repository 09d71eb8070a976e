import type { Graph } from '../model/graph'
import { groupsByType } from './groups'
import { sunflower } from './places'

const gap = 104
const space = 80

/** Each type as a disc of its own, the discs on shelves from top left, about as wide as high. Positions are x and y in turn. */
export function grouped(graph: Graph): Float32Array {
  const discs = groupsByType(graph).map((rows) => ({ rows, radius: gap * 0.6 * Math.sqrt(rows.length) + gap / 3 }))
  const area = discs.reduce((sum, { radius }) => sum + (2 * radius + space) ** 2, 0)
  const width = Math.max(Math.sqrt(area) * 1.1, ...discs.map(({ radius }) => 2 * radius))
  const places = new Float32Array(graph.nodes.count * 2)
  let left = 0
  let top = 0
  let shelf = 0
  for (const { rows, radius } of discs) {
    if (left > 0 && left + 2 * radius > width) {
      top -= shelf + space
      left = shelf = 0
    }
    const spots = sunflower(rows.length, gap)
    rows.forEach((row, index) => {
      places[2 * row] = left + radius + spots[2 * index]!
      places[2 * row + 1] = top - radius + spots[2 * index + 1]!
    })
    left += 2 * radius + space
    shelf = Math.max(shelf, 2 * radius)
  }
  return places
}
