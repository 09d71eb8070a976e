import { groupsOf } from './groups'
import { sunflower } from './places'
import type { GuideWord, Placed, Plan } from './plan'

const gap = 104
const space = 96

/** Each type as a disc of its own under its name, the discs on shelves from top left, about as wide as high. */
export function grouped(plan: Plan): Placed {
  const discs = groupsOf(plan).map((rows) => ({ rows, radius: gap * 0.6 * Math.sqrt(rows.length) + gap / 3 }))
  const area = discs.reduce((sum, { radius }) => sum + (2 * radius + space) ** 2, 0)
  const width = discs.reduce((most, { radius }) => Math.max(most, 2 * radius), Math.sqrt(area) * 1.25)
  const places = new Float32Array(plan.count * 2)
  const words: GuideWord[] = []
  let left = 0
  let top = 0
  let shelf = 0
  for (const { rows, radius } of discs) {
    if (left > 0 && left + 2 * radius > width) {
      top -= shelf + space
      left = shelf = 0
    }
    const spots = sunflower(rows.length, gap)
    const [x, y] = [left + radius, top - radius]
    for (let at = 0; at < rows.length; at++) {
      places[2 * rows[at]!] = x + spots[2 * at]!
      places[2 * rows[at]! + 1] = y + spots[2 * at + 1]!
    }
    words.push({ x, y: top + space / 4, text: plan.groups[plan.group[rows[0]!]!]! })
    left += 2 * radius + space
    shelf = Math.max(shelf, 2 * radius)
  }
  return { places, guides: { lines: [], rings: [], words } }
}
