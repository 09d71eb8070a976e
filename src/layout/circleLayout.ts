import { sortedNodesByGroup } from './sortedNodesByGroup'
import { noGuides } from '../model/layoutGuides'
import type { LayoutResult, LayoutInput } from './layoutInput'

/** All nodes on one circle, types side by side, with a gap of one place between them. */
export function circleLayout(plan: LayoutInput): LayoutResult {
  const groups = sortedNodesByGroup(plan)
  const slots = plan.count + groups.length
  const radius = Math.max(120, (slots * 36) / (2 * Math.PI))
  const places = new Float32Array(plan.count * 2)
  let slot = 0
  for (const rows of groups) {
    for (const row of rows) {
      const angle = Math.PI / 2 - (slot++ / slots) * 2 * Math.PI
      places[2 * row] = radius * Math.cos(angle)
      places[2 * row + 1] = radius * Math.sin(angle)
    }
    slot++
  }
  return { positions: places, guides: noGuides }
}
