import { bibliographyFormats } from '../../formats/bibliography/bibliographyFormats'
import type { ExportProvenance, Subgraph } from '../../formats/format'
import { writableFormats } from '../../formats/formats'
import { loadCatalogue } from '../../messages/catalogues'
import { exportedLook } from './exportedLook'
import { markdownBrief, type BriefInput } from './markdownBrief'

interface ExportedFile {
  readonly content: Uint8Array | string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
}

/** The ids of everything that can be exported except pictures. */
export const writableFormatIds: readonly string[] = [
  ...writableFormats.map(({ id }) => id),
  'brief',
  ...bibliographyFormats.map(({ id }) => id),
]

/** Writes a part of a graph as a graph file, a brief or a bibliography. Throws if the id is unknown. */
export async function writeExport(
  input: BriefInput & Pick<Subgraph, 'look'>,
  id: string,
  provenance: ExportProvenance,
): Promise<ExportedFile> {
  if (id === 'brief') {
    const { language } = input.texts
    const [exports, issues] = await Promise.all([loadCatalogue(language, 'exports'), loadCatalogue(language, 'issues')])
    return { content: markdownBrief(input, provenance, { exports, issues }), extension: 'md', mime: 'text/markdown' }
  }
  const bibliography = bibliographyFormats.find((each) => each.id === id)
  if (bibliography) return { ...bibliography, content: await bibliography.write(input, provenance) }
  const format = writableFormats.find((each) => each.id === id)
  if (!format) throw new Error(`unknown format "${id}"`)
  const write = await format.loadWriter()
  // Without a look, nodes look as they do at first.
  const look = Object.hasOwn(input, 'look')
    ? input.look
    : exportedLook(input.graph, { colour: undefined, size: undefined })
  return { ...format, content: write({ ...input, look }, provenance) }
}
