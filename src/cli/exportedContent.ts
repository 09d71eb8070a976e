import type { Filter } from '../analysis/filter/filter'
import type { ExportProvenance } from '../formats/format'
import { formatsOfOneDirection } from '../scene/export/mixedDirections'
import { UsageFault } from './cliFaults'
import { graphBeforeLens } from '../model/statementLens'
import type { BriefInput } from '../scene/export/markdownBrief'
import { writeExport, writableFormatIds } from '../scene/export/writeExport'
import type { CliLayoutOptions } from './layoutOptions'

/** Every kind of file that can be written, by id. */
export const exportFormatIds: readonly string[] = [...writableFormatIds, 'svg']

export interface ExportedContentOptions {
  /** One of `exportFormatIds`. */
  readonly to: string
  /** The filter that gave the part. */
  readonly filter: Filter
  readonly provenance: ExportProvenance
  /** Without a layout, pictures have the prepared positions, and data keep their own. */
  readonly layout: CliLayoutOptions | undefined
}

/** Throws a UsageFault if all edges are to be directed in a format to which that makes no difference. */
export function checkAllDirected(to: string, allDirected: true | undefined): void {
  if (allDirected && !formatsOfOneDirection.has(to))
    throw new UsageFault(`--all-directed is only for ${[...formatsOfOneDirection].join(', ')}`)
}

/** A part of a graph as the content of a file, laid out first if asked for. */
export async function exportedContent(part: BriefInput, options: ExportedContentOptions): Promise<Uint8Array | string> {
  const { to, filter, provenance, layout } = options
  if (to !== 'svg' && !layout) return (await writeExport(part, to, provenance)).content
  const { layoutGraph } = await import('./layoutGraph')
  const result = await layoutGraph(graphBeforeLens(part.graph), filter, layout ?? { name: 'prepared', apart: false })
  if (to === 'svg') return (await import('./renderSvg')).renderSvg(part, provenance, result)
  const { withPositions } = await import('../layout/positions')
  return (await writeExport({ ...part, graph: withPositions(part.graph, result.positions) }, to, provenance)).content
}
