import type { FormatsMessages } from '../../messages/formats.en'
import type { Subgraph, ExportProvenance } from '../format'

/** A format for the sources of a part of a graph. */
export interface BibliographyWriter {
  /** Also the key of its name and description in the catalogue: `formats.bibliographyLabels` and `bibliographies`. */
  readonly id: keyof FormatsMessages['bibliographies']
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
  readonly write: (part: Subgraph, provenance: ExportProvenance) => Promise<string>
}

/** Every bibliography; writers are loaded when they are called. */
export const bibliographyFormats: readonly BibliographyWriter[] = [
  {
    id: 'csl',
    extension: 'csl.json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: async (part) => (await import('./write')).writeCslJson(part),
  },
  {
    id: 'bibtex',
    extension: 'bib',
    mime: 'application/x-bibtex',
    write: async (part, provenance) => (await import('./write')).writeBibtex(part, provenance),
  },
  {
    id: 'ris',
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    write: async (part) => (await import('./write')).writeRis(part),
  },
  {
    id: 'references',
    extension: 'txt',
    mime: 'text/plain',
    write: async (part, provenance) => (await import('./write')).writeReferences(part, provenance),
  },
]
