import { bibliographyFormats } from '../../formats/bibliography/bibliographyFormats'
import type { ExportProvenance } from '../../formats/format'
import { formats } from '../../formats/formats'
import { markdownBrief, type BriefInput } from './markdownBrief'

/** A file as it is written, and what it is called by. */
interface ExportedFile {
  readonly content: Uint8Array | string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
}

/** Every kind of file that is written but the pictures, by id. */
export const writableFormatIds: readonly string[] = [
  ...formats.flatMap(({ id, write }) => (write ? [id] : [])),
  'brief',
  ...bibliographyFormats.map(({ id }) => id),
]

/** Writes a part of a graph as a graph file, a brief or a bibliography. Throws where nothing is called so. */
export async function writeExport(input: BriefInput, to: string, provenance: ExportProvenance): Promise<ExportedFile> {
  if (to === 'brief') return { content: markdownBrief(input, provenance), extension: 'md', mime: 'text/markdown' }
  const bibliography = bibliographyFormats.find(({ id }) => id === to)
  if (bibliography) return { ...bibliography, content: await bibliography.write(input, provenance) }
  const format = formats.find(({ id }) => id === to)
  if (!format?.write) throw new Error(`no format is called ${to}`)
  return { ...format, content: format.write(input, provenance) }
}
