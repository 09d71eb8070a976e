import type { GuideLabel } from '../model/layoutGuides'
import { nodeGroupsSortedByLabel } from './nodeGroupsSortedByLabel'
import { sunflowerPositions } from './positions'
import type { LayoutResult, LayoutInput } from './layoutInput'

/** Distance between nodes. */
const nodeGap = 104
/** Distance between discs. */
const discGap = 104
/** Width of a letter of a group's name. */
const letterWidth = 9

/** A disc for each group, below its name; the discs are in rows from top left, about as wide as high together. */
export function groupedLayout(input: LayoutInput): LayoutResult {
  const discs = nodeGroupsSortedByLabel(input).map((rows) => {
    const text = input.groupNames[input.group[rows[0]!]!]!
    const radius = nodeGap * 0.6 * Math.sqrt(rows.length) + nodeGap / 3
    return { rows, text, radius, discWidth: Math.max(2 * radius, text.length * letterWidth) }
  })
  const area = discs.reduce((sum, { radius, discWidth }) => sum + (2 * radius + discGap) * (discWidth + discGap / 2), 0)
  const width = discs.reduce((widest, { discWidth }) => Math.max(widest, discWidth), Math.sqrt(area) * 1.1)
  const positions = new Float32Array(input.count * 2)
  const labels: GuideLabel[] = []
  let left = 0
  let top = 0
  let rowDepth = 0
  for (const { rows, radius, text, discWidth } of discs) {
    if (left > 0 && left + discWidth > width) {
      top -= rowDepth + discGap
      left = rowDepth = 0
    }
    const offsets = sunflowerPositions(rows.length, nodeGap)
    const [x, y] = [left + discWidth / 2, top - radius]
    for (let at = 0; at < rows.length; at++) {
      positions[2 * rows[at]!] = x + offsets[2 * at]!
      positions[2 * rows[at]! + 1] = y + offsets[2 * at + 1]!
    }
    labels.push({ x, y: top + 8, text })
    left += discWidth + discGap / 2
    rowDepth = Math.max(rowDepth, 2 * radius)
  }
  return { positions, guides: { lines: [], rings: [], labels } }
}
