import type { Filter } from '../../analysis/filter/filter'
import { printFilter } from '../../analysis/filter/filterSyntax'
import type { Graph } from '../../model/graph'
import type { Workspace } from '../view/view'

/** What every export carries, as the end of a sentence: data set and version, filter, sources, and the day. */
export function exportProvenanceText({ graph, view }: Workspace): string {
  const { title, version } = graph.about
  const filter = printFilter(view.filter.filter(({ off }) => !off))
  const parts = [
    `the data set’s name (${title}${version === undefined ? '' : `, version ${version.slice(0, 8)}`})`,
    filter === '' ? 'that nothing was filtered' : `the filter (${filter})`,
    ...(graph.sources.length === 0 ? [] : ['the sources of what is written']),
  ]
  return `${parts.join(', ')} and today’s date.`
}

/** What an export says of how it was made: the data set with its version, the steps that were on, and the day. */
export function exportProvenance({ about }: Graph, filter: Filter, scope: 'shown' | 'selected', date: string) {
  const { id, title, version } = about
  return {
    dataset: { id, title, ...(version === undefined ? {} : { version }) },
    filter: printFilter(filter.filter(({ off }) => !off)),
    scope,
    date,
  }
}
