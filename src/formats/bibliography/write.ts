import { citationText, provenanceSentence } from '../export/evidenceText'
import { rowsOfSubgraph } from '../export/subgraphRows'
import type { Subgraph, ExportProvenance } from '../format'
import { cslItemOf, type CslItem } from './cslItem'

/** Writes the sources of a part as CSL-JSON (Citation Style Language 1.0.2). */
export const writeCslJson = (part: Subgraph): string => `${JSON.stringify(itemsOf(part), undefined, 2)}\n`

/** Writes the sources in the fields of BibLaTeX, which has full dates and URLs, with the provenance in a comment. */
export async function writeBibtex(part: Subgraph, provenance: ExportProvenance): Promise<string> {
  const comment = `% ${provenanceSentence(provenance).replaceAll('\n', ' ')}\n\n`
  return comment + (await loadCitationJs()).output.format('biblatex', itemsOf(part))
}

/** Writes the sources as RIS. */
export async function writeRis(part: Subgraph): Promise<string> {
  const items = itemsOf(part)
  const records = (await loadCitationJs()).output.format('ris', items, { format: 'object' })
  return records.map((record, at) => risRecord(record, items[at]!)).join('\r\n')
}

/** Writes the sources as plain text, one per line, below the provenance. */
export function writeReferences(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const lines = rowsOfSubgraph(part).sources.map((row) => citationText(graph, graph.sources[row]!).replace(/\s+/g, ' '))
  return `${[provenanceSentence(provenance), '', ...lines].join('\n')}\n`
}

const itemsOf = (part: Subgraph): CslItem[] =>
  rowsOfSubgraph(part).sources.map((row) => cslItemOf(part.graph, part.graph.sources[row]!))

type RisRecord = Readonly<Record<string, string | number | readonly string[]>>

/**
 * The lines of a record (RIS format specification, 2011). citation-js would truncate ids, wrap URLs and omit the day of
 * some types, so that only its mapping of fields is used.
 */
function risRecord({ TY, ...record }: RisRecord, { id, issued }: CslItem): string {
  const [year, month = '', day = ''] = issued?.['date-parts'][0] ?? []
  const twoDigits = (part: number | string) => (part === '' ? '' : String(part).padStart(2, '0'))
  const date = year === undefined ? {} : { DA: `${year}/${twoDigits(month)}/${twoDigits(day)}/` }
  const tags = Object.entries({ ...record, ...date, ID: id }).flatMap(([tag, value]) =>
    [value].flat().map((each) => `${tag}  - ${String(each).replace(/\s+/g, ' ')}`),
  )
  return [`TY  - ${String(TY)}`, ...tags, 'ER  - ', ''].join('\r\n')
}

/** Loads citation-js, set to keep ids and characters other than ASCII as they are. */
async function loadCitationJs() {
  const { plugins } = await import('@citation-js/core')
  await Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')])
  Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true, checkLabel: false })
  return plugins
}
