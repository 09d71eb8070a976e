import { sortedNodesByGroup } from './sortedNodesByGroup'
import { noGuides } from '../model/layoutGuides'
import type { LayoutResult, LayoutInput } from './layoutInput'

const across = 96
const down = 72

/** In rows from top left, by type and by name within, about as wide as high. */
export function gridLayout(plan: LayoutInput): LayoutResult {
  const columns = Math.max(1, Math.ceil(Math.sqrt((plan.count * 1.15 * down) / across)))
  const places = new Float32Array(plan.count * 2)
  let at = 0
  for (const rows of sortedNodesByGroup(plan))
    for (const row of rows) {
      places[2 * row] = (at % columns) * across
      places[2 * row + 1] = -Math.floor(at / columns) * down
      at++
    }
  return { positions: places, guides: noGuides }
}
