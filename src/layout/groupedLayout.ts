import type { GuideLabel } from '../model/layoutGuides'
import { sortedNodesByGroup } from './sortedNodesByGroup'
import { sunflowerPositions } from './positions'
import type { LayoutResult, LayoutInput } from './layoutInput'

const gap = 104
const space = 104
/** Room for a letter of a type's name. */
const letter = 9

/** Each type as a disc of its own under its name, the discs on shelves from top left, about as wide as high. */
export function groupedLayout(plan: LayoutInput): LayoutResult {
  const discs = sortedNodesByGroup(plan).map((rows) => {
    const text = plan.groupNames[plan.group[rows[0]!]!]!
    const radius = gap * 0.6 * Math.sqrt(rows.length) + gap / 3
    return { rows, text, radius, wide: Math.max(2 * radius, text.length * letter) }
  })
  const area = discs.reduce((sum, { radius, wide }) => sum + (2 * radius + space) * (wide + space / 2), 0)
  const width = discs.reduce((most, { wide }) => Math.max(most, wide), Math.sqrt(area) * 1.1)
  const places = new Float32Array(plan.count * 2)
  const words: GuideLabel[] = []
  let left = 0
  let top = 0
  let shelf = 0
  for (const { rows, radius, text, wide } of discs) {
    if (left > 0 && left + wide > width) {
      top -= shelf + space
      left = shelf = 0
    }
    const spots = sunflowerPositions(rows.length, gap)
    const [x, y] = [left + wide / 2, top - radius]
    for (let at = 0; at < rows.length; at++) {
      places[2 * rows[at]!] = x + spots[2 * at]!
      places[2 * rows[at]! + 1] = y + spots[2 * at + 1]!
    }
    words.push({ x, y: top + 8, text })
    left += wide + space / 2
    shelf = Math.max(shelf, 2 * radius)
  }
  return { positions: places, guides: { lines: [], rings: [], labels: words } }
}
