import { nodeGroupsSortedByLabel } from './nodeGroupsSortedByLabel'
import { noGuides } from '../model/layoutGuides'
import type { LayoutResult, LayoutInput } from './layoutInput'

/** All nodes on one circle, sorted by group, with a gap of one slot between groups. */
export function circleLayout(input: LayoutInput): LayoutResult {
  const groups = nodeGroupsSortedByLabel(input)
  const slots = input.count + groups.length
  const radius = Math.max(120, (slots * 36) / (2 * Math.PI))
  const positions = new Float32Array(input.count * 2)
  let slot = 0
  for (const rows of groups) {
    for (const row of rows) {
      const angle = Math.PI / 2 - (slot++ / slots) * 2 * Math.PI
      positions[2 * row] = radius * Math.cos(angle)
      positions[2 * row + 1] = radius * Math.sin(angle)
    }
    slot++
  }
  return { positions, guides: noGuides }
}
