import { citationText, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'
import { cslItemOf, type CslItem } from './cslItem'

/** A way to write the sources of a part as a bibliography. */
interface BibliographyFormat {
  readonly id: string
  readonly label: string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
  readonly description: string
  readonly write: (part: Subgraph, recipe: ExportProvenance) => Promise<string>
}

/** Every bibliography. The formats other than CSL-JSON and plain text are citation-js's. */
export const bibliographyFormats: readonly BibliographyFormat[] = [
  {
    id: 'csl',
    label: 'CSL-JSON',
    extension: 'csl.json',
    mime: 'application/vnd.citationstyles.csl+json',
    description: 'The sources, for Zotero, Pandoc and other citation programs.',
    write: async (part) => `${JSON.stringify(itemsOf(part), undefined, 2)}\n`,
  },
  {
    id: 'bibtex',
    label: 'BibTeX',
    extension: 'bib',
    mime: 'application/x-bibtex',
    description: 'The sources, for LaTeX; in the fields of BibLaTeX, which knows days and addresses.',
    write: async (part, recipe) => {
      const said = `% ${provenanceSentence(recipe).replaceAll('\n', ' ')}\n\n`
      return said + (await library()).output.format('biblatex', itemsOf(part))
    },
  },
  {
    id: 'ris',
    label: 'RIS',
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    description: 'The sources, for EndNote, Mendeley and libraries.',
    write: async (part) => {
      const items = itemsOf(part)
      const records = (await library()).output.format('ris', items, { format: 'object' })
      return records.map((record, at) => risRecord(record, items[at]!)).join('\r\n')
    },
  },
  {
    id: 'references',
    label: 'List of references',
    extension: 'txt',
    mime: 'text/plain',
    description: 'The sources as plain text, one a line, with how the list was made.',
    write: async (part, recipe) => {
      const { graph } = part
      const lines = rowsOfSubgraph(part).sources.map((row) =>
        citationText(graph, graph.sources[row]!).replace(/\s+/g, ' '),
      )
      return `${[provenanceSentence(recipe), '', ...lines].join('\n')}\n`
    },
  },
]

const itemsOf = (part: Subgraph): CslItem[] =>
  rowsOfSubgraph(part).sources.map((row) => cslItemOf(part.graph, part.graph.sources[row]!))

type RisRecord = Readonly<Record<string, string | number | readonly string[]>>

/**
 * The lines of a record (RIS format specification, 2011). The library would cut ids and break addresses, and gives
 * some types no day; here a line is as long as it has to be.
 */
function risRecord({ TY, ...record }: RisRecord, { id, issued }: CslItem): string {
  const [year, month = '', day = ''] = issued?.['date-parts'][0] ?? []
  const two = (part: number | string) => (part === '' ? '' : String(part).padStart(2, '0'))
  const date = year === undefined ? {} : { DA: `${year}/${two(month)}/${two(day)}/` }
  const tags = Object.entries({ ...record, ...date, ID: id }).flatMap(([tag, value]) =>
    [value].flat().map((each) => `${tag}  - ${String(each).replace(/\s+/g, ' ')}`),
  )
  return [`TY  - ${String(TY)}`, ...tags, 'ER  - ', ''].join('\r\n')
}

/** Loaded when it is first needed. Its own addresses and letters other than ASCII are kept as they are. */
async function library() {
  const { plugins } = await import('@citation-js/core')
  await Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')])
  Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true, checkLabel: false })
  return plugins
}
