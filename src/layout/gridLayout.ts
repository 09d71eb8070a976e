import { nodeGroupsSortedByLabel } from './nodeGroupsSortedByLabel'
import { noGuides } from '../model/layoutGuides'
import type { LayoutResult, LayoutInput } from './layoutInput'

const columnWidth = 96
const rowHeight = 72

/** Rows from top left, sorted by group and label, about as wide as high. */
export function gridLayout(input: LayoutInput): LayoutResult {
  const columns = Math.max(1, Math.ceil(Math.sqrt((input.count * 1.15 * rowHeight) / columnWidth)))
  const positions = new Float32Array(input.count * 2)
  let at = 0
  for (const rows of nodeGroupsSortedByLabel(input))
    for (const row of rows) {
      positions[2 * row] = (at % columns) * columnWidth
      positions[2 * row + 1] = -Math.floor(at / columns) * rowHeight
      at++
    }
  return { positions, guides: noGuides }
}
