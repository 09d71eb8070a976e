import type { Subgraph } from '../../formats/format'
import { rowsOfSubgraph } from '../../formats/export/subgraphRows'
import type { Texts } from '../../messages/texts.en'
import { nodeRowIndex, type Graph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import type { Source } from '../../model/records'
import { nodeRecordAt } from '../../model/rowRecords'

/** A source as a reference in the reader's language: author or publisher, title, publisher, date, address. */
export function citationInLanguage(graph: Graph, source: Source, { language, format }: Texts): string {
  const row = nodeRowIndex(graph).get(source.author ?? '')
  const author =
    row === undefined
      ? (source.author ?? source.publisher ?? source.title)
      : labelInLanguage(language, nodeRecordAt(graph, row))
  const publisher = source.publisher === author ? undefined : source.publisher
  return [author, source.title, publisher, source.date && format.date(source.date), source.url]
    .filter(Boolean)
    .join('. ')
}

/** The sources of a part as references. */
export const citationsInLanguage = (part: Subgraph, texts: Texts): string[] =>
  rowsOfSubgraph(part).sources.map((row) => citationInLanguage(part.graph, part.graph.sources[row]!, texts))
