import type { Filter } from '../analysis/filter/filter'
import type { Recipe } from '../formats/format'
import { originalOf } from '../model/statementLens'
import type { BriefPart } from '../scene/export/markdownBrief'
import { written, writings } from '../scene/export/writeExport'
import type { LayoutWish } from './layoutOptions'

/** Every kind of file that is written, by id. */
export const targets: readonly string[] = [...writings, 'svg']

export interface Wanted {
  /** One of the targets. */
  readonly to: string
  /** What the part was left by. */
  readonly filter: Filter
  readonly recipe: Recipe
  /** A picture has the prepared places where there is none; data keep their own. */
  readonly wish: LayoutWish | undefined
}

/** A part of a graph as the content of a file, laid out where that is wished. */
export async function contentOf(part: BriefPart, wanted: Wanted): Promise<Uint8Array | string> {
  const { to, filter, recipe, wish } = wanted
  if (to !== 'svg' && !wish) return (await written(part, to, recipe)).content
  const { laidOut } = await import('./layoutGraph')
  const placed = await laidOut(originalOf(part.graph), filter, wish ?? { name: 'prepared', apart: false })
  if (to === 'svg') return (await import('./renderSvg')).svgOf(part, recipe, placed)
  const { placedAt } = await import('../layout/positions')
  return (await written({ ...part, graph: placedAt(part.graph, placed.places) }, to, recipe)).content
}
