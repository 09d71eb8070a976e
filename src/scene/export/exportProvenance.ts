import type { Filter } from '../../analysis/filter/filter'
import { printFilter } from '../../analysis/filter/filterSyntax'
import type { ExportProvenance } from '../../formats/format'
import type { ExportsMessages } from '../../messages/exports.en'
import type { Texts } from '../../messages/texts.en'
import type { Graph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import type { Workspace } from '../view/view'

/** The title of the data set in the reader's language. */
const titleOf = ({ about }: Graph, { language }: Texts): string =>
  labelInLanguage(language, { label: about.title, ja: about.title_ja })

/** What an export will name in its provenance, for the export dialog; `version` and `filter` are empty if there is none. */
export const provenanceSummary = ({ graph, view }: Workspace, texts: Texts) => ({
  title: titleOf(graph, texts),
  version: (graph.about.version ?? '').slice(0, 8),
  filter: activeFilterText(view.filter),
  hasSources: graph.sources.length > 0,
})

/** How a picture or brief was made, in the reader's language; data formats have `provenanceSentence`, in English. */
export const provenanceInLanguage = (
  graph: Graph,
  { dataset, filter, scope, date }: ExportProvenance,
  texts: Texts,
  exports: ExportsMessages,
): string =>
  exports.provenance({
    title: titleOf(graph, texts),
    version: dataset.version ?? '',
    isSelection: scope === 'selected',
    filter,
    day: date,
  })

/** The provenance of an export: the data set with its version, the active filter steps, and the day (YYYY-MM-DD). */
export function exportProvenance(
  { about: { id, title, version } }: Graph,
  filter: Filter,
  scope: ExportProvenance['scope'],
  date: string,
): ExportProvenance {
  return {
    dataset: { id, title, ...(version === undefined ? {} : { version }) },
    filter: activeFilterText(filter),
    scope,
    date,
  }
}

const activeFilterText = (filter: Filter): string => printFilter(filter.filter(({ off }) => !off))
