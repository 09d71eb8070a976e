import type { Filter } from '../analysis/filter/filter'
import type { ExportProvenance } from '../formats/format'
import { graphBeforeLens } from '../model/statementLens'
import type { BriefInput } from '../scene/export/markdownBrief'
import { writeExport, writableFormatIds } from '../scene/export/writeExport'
import type { CliLayoutOptions } from './layoutOptions'

/** Every kind of file that is written, by id. */
export const exportFormatIds: readonly string[] = [...writableFormatIds, 'svg']

export interface ExportedContentOptions {
  /** One of the targets. */
  readonly to: string
  /** What the part was left by. */
  readonly filter: Filter
  readonly recipe: ExportProvenance
  /** A picture has the prepared places where there is none; data keep their own. */
  readonly layout: CliLayoutOptions | undefined
}

/** A part of a graph as the content of a file, laid out where that is wished. */
export async function exportedContent(part: BriefInput, wanted: ExportedContentOptions): Promise<Uint8Array | string> {
  const { to, filter, recipe, layout: wish } = wanted
  if (to !== 'svg' && !wish) return (await writeExport(part, to, recipe)).content
  const { layoutGraph } = await import('./layoutGraph')
  const placed = await layoutGraph(graphBeforeLens(part.graph), filter, wish ?? { name: 'prepared', apart: false })
  if (to === 'svg') return (await import('./renderSvg')).renderSvg(part, recipe, placed)
  const { withPositions } = await import('../layout/positions')
  return (await writeExport({ ...part, graph: withPositions(part.graph, placed.positions) }, to, recipe)).content
}
